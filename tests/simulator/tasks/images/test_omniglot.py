"""Omniglot's folders and zip files: what is read, and what is said of files that are not what they should be."""

from __future__ import annotations

import os
import random
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from simulator.engine.errors import UserError
from simulator.tasks.images.omniglot import read_omniglot, split_alphabets
from simulator.tasks.images.pictures import Pictures

REAL = Path(__file__).parents[5] / "shared" / "data" / "omniglot" / "images_background.zip"
FIRST = "images_background/Greek/character01/0001_01.png"
Files = dict[str, bytes]


@cache
def png(column: int, mode: str = "1", side: int = 105) -> bytes:
    """Return a white picture with a black column, 1 pixel wide."""
    pixels = np.full((side, side), 255, np.uint8)
    pixels[:, column % side] = 0
    with BytesIO() as file, Image.fromarray(pixels) as picture, picture.convert(mode) as converted:
        converted.save(file, "PNG")
        return file.getvalue()


def omniglot(characters: tuple[str, ...] = ("Greek/character01", "Latin/character01", "Latin/character02")) -> Files:
    """Return names and contents: picture d of character c has its column at 20 c + d."""
    return {
        f"images_background/{character}/{c + 1:04}_{d + 1:02}.png": png(20 * c + d)
        for c, character in enumerate(characters)
        for d in range(20)
    }


def folder(path: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content)
    return path


def packed(path: Path, files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path / "images_background.zip", "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path / "images_background.zip"


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_omniglot(path)
    return str(caught.value)


def test_pictures_are_sorted_by_character_and_drawing_white_on_black(tmp_path: Path) -> None:
    pictures = read_omniglot(packed(tmp_path, dict(reversed(omniglot().items()))), 105)
    assert pictures.names == ("Greek/character01", "Latin/character01", "Latin/character02")
    assert pictures.images.shape == (3, 20, 105, 105)
    assert pictures.images[:, :, 50].argmax(-1).tolist() == [[20 * c + d for d in range(20)] for c in range(3)]
    assert np.unique(pictures.images).tolist() == [0, 255]


def test_folders_and_zip_files_give_the_same(tmp_path: Path) -> None:
    files = omniglot()
    whole = folder(tmp_path / "folder", files)
    archive = packed(folder(tmp_path / "packed", {"README": b""}), files)
    for path in (whole, whole / "images_background", archive, archive.parent):
        pictures = read_omniglot(path)
        assert pictures.names == ("Greek/character01", "Latin/character01", "Latin/character02")
        assert np.array_equal(pictures.images, read_omniglot(archive).images)


def test_both_sets_are_joined(tmp_path: Path) -> None:
    files = omniglot(("Greek/character01",))
    folder(tmp_path, files)
    packed(tmp_path, {name.replace("Greek", "Oriya"): content for name, content in files.items()}).rename(
        tmp_path / "images_evaluation.zip"
    )
    assert read_omniglot(tmp_path).names == ("Greek/character01", "Oriya/character01")


@pytest.mark.parametrize("mode", ["1", "L", "P"])
def test_black_and_white_grey_and_palette_mean_the_same(tmp_path: Path, mode: str) -> None:
    files = omniglot(("Greek/character01",)) | {FIRST: png(40, mode)}
    assert read_omniglot(packed(tmp_path, files), 105).images[0, 0, 50].argmax() == 40


def test_a_pixel_is_the_mean_of_what_it_covers(tmp_path: Path) -> None:
    files = omniglot(("Greek/character01",))
    whole = read_omniglot(packed(tmp_path, files), 105).images[0].astype(float)
    small = read_omniglot(tmp_path, 20).images[0]
    fine = whole.repeat(4, 1).repeat(4, 2)  # 420 = 20 * 21 pixels
    assert np.array_equal(small, np.rint(fine.reshape(20, 20, 21, 20, 21).mean((2, 4))))


def test_other_things_are_left_alone(tmp_path: Path) -> None:
    files = omniglot()
    others = {
        "README": b"?",
        "images_background/notes.txt": b"?",
        "images_background/Greek/order.csv": b"?",
        "images_background/Greek/character01/.hidden.png": b"?",
        "__MACOSX/character01/0001_01.png": b"?",
    }
    for path in (folder(tmp_path, files | others), packed(tmp_path, files | others)):
        assert read_omniglot(path).names == ("Greek/character01", "Latin/character01", "Latin/character02")


@pytest.mark.slow
@pytest.mark.skipif(not REAL.is_file(), reason="needs the real background set beside the checkout")
def test_the_real_background_set_has_964_characters_that_look_like_writing() -> None:
    pictures = read_omniglot(REAL)
    assert pictures.images.shape == (964, 20, 20, 20)
    assert len({name.split("/")[0] for name in pictures.names}) == 30
    assert 0.05 < pictures.images.mean() / 255 < 0.12
    assert (pictures.images.max((2, 3)) > 40).all()
    means = pictures.images[:, :10].mean(1).reshape(964, -1)
    later = pictures.images[:, 10:].reshape(964, 10, -1).astype(float)
    some = range(0, 964, 40)
    nearest = ((later[some, :, None] - means[some]) ** 2).sum(-1).argmin(-1)
    assert (nearest == np.arange(len(some))[:, None]).mean() > 0.6
    assert split_alphabets(pictures).test.classes == 137


def alphabets(count: int) -> Pictures:
    names = tuple(f"alphabet {a}/character{c:02}" for a in range(count) for c in (1, 2))
    return Pictures(np.arange(2 * count, dtype=np.uint8).reshape(-1, 1, 1, 1), names)


def test_no_alphabet_is_in_two_parts() -> None:
    split = split_alphabets(alphabets(30))
    parts = [{name.split("/")[0] for name in part.names} for part in (split.train, split.validation, split.test)]
    assert [len(part) for part in parts] == [20, 5, 5]
    assert len(set.union(*parts)) == 30
    for part in (split.train, split.validation, split.test):
        assert [alphabets(30).names[number] for number in part.images.flatten()] == list(part.names)


def test_the_split_does_not_depend_on_the_order_of_alphabets() -> None:
    pictures = alphabets(12)
    turned = Pictures(pictures.images[::-1], pictures.names[::-1])
    one, other = split_alphabets(pictures, 2, 3), split_alphabets(turned, 2, 3)
    assert set(one.test.names) == set(other.test.names)
    assert set(one.validation.names) == set(other.validation.names)


@pytest.mark.parametrize(("validation", "test"), [(0, 3), (3, 0), (5, 7)])
def test_a_split_without_an_alphabet_for_each_part_is_refused(validation: int, test: int) -> None:
    with pytest.raises(UserError, match=f"12 are too few to hold out {validation} and {test}"):
        split_alphabets(alphabets(12), validation, test)


DAMAGES: dict[str, tuple[Files, str, str]] = {
    "text": ({FIRST: b"hello"}, FIRST, "must be a complete PNG picture"),
    "another size": ({FIRST: png(3, side=28)}, FIRST, "must have 105 × 105 pixels, not 28 × 28"),
    "colours": ({FIRST: png(3, "RGB")}, FIRST, "must be in black and white or in 8 bits of grey, not in the mode RGB"),
    "a cut picture": ({FIRST: png(3)[:-40]}, FIRST, "cannot be read as a PNG picture"),
    "a huge picture": ({FIRST: png(3) + bytes(70_000)}, FIRST, "must have at most 65536 bytes"),
    "a bomb": (
        {FIRST: png(3)[:16] + struct.pack(">II", 100_000, 100_000) + png(3)[24:]},
        FIRST,
        "must have 105 × 105 pixels, not 100000 × 100000",
    ),
    "a drawing too many": (
        {FIRST.replace("_01", "_21"): png(3)},
        "images_background/Greek/character01",
        "must have 20 pictures, as every character of Omniglot, not 21",
    ),
}


@pytest.mark.parametrize("kind", ["folder", "zip"])
@pytest.mark.parametrize(("changed", "name", "sentence"), DAMAGES.values(), ids=DAMAGES)
def test_damage_is_refused_with_the_files_name(
    tmp_path: Path, changed: Files, name: str, sentence: str, kind: str
) -> None:
    path = folder(tmp_path, omniglot() | changed) if kind == "folder" else packed(tmp_path, omniglot() | changed)
    assert refusal(path).startswith(f"{path / name}: {sentence}")


def with_link(path: Path) -> Path:
    archive = packed(path, omniglot())
    with zipfile.ZipFile(archive, "a") as opened:
        link = zipfile.ZipInfo("images_background/Greek/character02/0002_01.png")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        opened.writestr(link, "/etc/passwd")
    return archive


def damaged(path: Path, begin: int | None, end: int | None, content: bytes) -> Path:
    """Return a zip file with `content` in place of some of its bytes, counted from its directory."""
    archive = packed(path, omniglot())
    whole = archive.read_bytes()
    at = whole.index(b"PK\x01\x02")
    archive.write_bytes(whole[:at] + whole[at:][:begin] + content + (whole[at:][end:] if end else b""))
    return archive


ARCHIVES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "cut off": (lambda path: damaged(path, -200, None, b""), "cannot be read as a zip file and may be truncated"),
    "no zip": (lambda path: folder(path, {"a.zip": b"hello"}) / "a.zip", "cannot be read as a zip file"),
    "foreign": (lambda path: packed(path, {"a/b.txt": b"hello"}), "must have pictures in the layout"),
    "outside": (lambda path: packed(path, {"../a.png": b""}), "must not have an entry that points outside: ../a.png"),
    "absolute": (lambda path: packed(path, {"/a.png": b""}), "must not have an entry that points outside: /a.png"),
    "a drive": (lambda path: packed(path, {"C:/a.png": b""}), "must not have an entry that points outside: C:/a.png"),
    "a link": (with_link, "must not have a link: images_background/Greek/character02/0002_01.png"),
    "announced size": (
        lambda path: damaged(path, 24, 28, struct.pack("<I", 2**30)),
        "must have at most 67108864 bytes of pictures when unpacked, not",
    ),
    "another compression": (lambda path: packed(path, omniglot(), zipfile.ZIP_LZMA), "must be stored or deflated"),
}


@pytest.mark.parametrize(("make", "sentence"), ARCHIVES.values(), ids=ARCHIVES)
def test_zip_files_that_are_not_omniglots_are_refused(
    tmp_path: Path, make: Callable[[Path], Path], sentence: str
) -> None:
    path = make(tmp_path)
    assert refusal(path).startswith(f"{path}: {sentence}")


def test_a_changed_byte_in_a_zip_file_never_raises_anything_else(tmp_path: Path) -> None:
    archive = packed(tmp_path, omniglot(("Greek/character01",)), zipfile.ZIP_STORED)
    content, chance = archive.read_bytes(), random.Random(0)
    for _ in range(150):
        damaged = bytearray(content)
        for _ in range(chance.choice([1, 5])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        archive.write_bytes(damaged)
        try:
            read_omniglot(archive)
        except UserError as error:
            assert str(archive) in str(error)  # noqa: PT017 - most, but not all, damages are refused


def test_a_changed_byte_in_a_picture_never_raises_anything_else(tmp_path: Path) -> None:
    folder(tmp_path, omniglot(("Greek/character01",)))
    content, chance = png(0), random.Random(1)
    for _ in range(150):
        damaged = bytearray(content)
        damaged[chance.randrange(8, len(damaged))] = chance.randrange(256)
        (tmp_path / FIRST).write_bytes(_with_checksums(damaged))
        try:
            read_omniglot(tmp_path)
        except UserError as error:
            assert str(tmp_path / FIRST) in str(error)  # noqa: PT017


def _with_checksums(picture: bytearray) -> bytes:
    """Return a PNG file whose chunks have the right checksums, as far as their lengths make sense."""
    at = 8
    while (end := at + 8 + int.from_bytes(picture[at : at + 4])) + 4 <= len(picture):
        picture[end : end + 4] = zlib.crc32(picture[at + 4 : end]).to_bytes(4)
        at = end + 4
    return bytes(picture)


@pytest.mark.parametrize("name", ["images_background/Greek", "images_background/Greek/character01", FIRST])
def test_links_in_a_folder_are_refused(tmp_path: Path, name: str) -> None:
    real = folder(tmp_path / "real", omniglot())
    linked = real / name
    linked.rename(tmp_path / "elsewhere")
    linked.symlink_to(tmp_path / "elsewhere")
    assert refusal(real) == f"{linked}: must be a file or folder of Omniglot, not a link"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = folder(tmp_path, omniglot()) / FIRST
    pipe.unlink()
    os.mkfifo(pipe)
    assert refusal(tmp_path) == f"{pipe}: must be a picture, but is not a file"


def test_a_folder_without_pictures_and_a_missing_one_are_refused(tmp_path: Path) -> None:
    assert re.search("must have pictures in the layout .*; there are none", refusal(tmp_path))
    assert (
        refusal(missing := tmp_path / "missing")
        == f"{missing}: must be a folder or zip file of Omniglot, but does not exist"
    )


@pytest.mark.parametrize("side", [0, 106])
def test_a_side_that_no_picture_has_is_refused(tmp_path: Path, side: int) -> None:
    with pytest.raises(UserError, match=f"side: must be from 1 to 105, not {side}"):
        read_omniglot(packed(tmp_path, omniglot()), side)
