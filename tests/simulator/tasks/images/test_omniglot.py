"""Omniglot's folders and zip files: what is read, and what is said of files that are not what they should be."""

from __future__ import annotations

import random
import re
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from metascope.simulator.engine.errors import UserError
from metascope.simulator.tasks.images.omniglot import read_omniglot, split_alphabets
from metascope.simulator.tasks.images.pictures import Pictures
from tests.simulator.tasks.images.samples import CHARACTER as FIRST
from tests.simulator.tasks.images.samples import (
    REAL,
    Files,
    folder,
    omniglot,
    packed,
    pixels_of,
    png,
    saved,
    with_checksums,
)


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


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_black_and_white_grey_palette_and_colours_mean_the_same(tmp_path: Path, mode: str) -> None:
    files = omniglot(("Greek/character01",)) | {FIRST: png(40, mode)}
    assert read_omniglot(packed(tmp_path, files), 105).images[0, 0, 50].argmax() == 40


@pytest.mark.parametrize("ink", [0, 255], ids=["black", "white"])
@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_ink_on_transparent_paper_is_ink(tmp_path: Path, ink: int, mode: str) -> None:
    pixels = np.full((105, 105, 2), (ink, 0), np.uint8)
    pixels[:, 40, 1] = 255
    with Image.fromarray(pixels) as picture, picture.convert(mode) as converted:
        files = omniglot(("Greek/character01",)) | {FIRST: saved(converted, "PNG")}
    first = read_omniglot(packed(tmp_path, files), 105).images[0, 0]
    assert np.flatnonzero(first[50]).tolist() == [40]


@pytest.mark.parametrize("ending", [".PNG", ".jpg", ".JPEG"])
def test_pictures_have_either_format_however_the_file_is_spelled(tmp_path: Path, ending: str) -> None:
    files = {}
    for name, content in omniglot().items():
        with Image.fromarray(pixels_of(content)) as picture:
            packed_one = saved(picture, "JPEG", quality=95)
        files[name.replace(".png", ending)] = content if ending == ".PNG" else packed_one
    for path in (folder(tmp_path / "folder", files), packed(tmp_path, files)):
        pictures = read_omniglot(path, 105)
        assert pictures.images[:, :, 50].argmax(-1).tolist() == [[20 * c + d for d in range(20)] for c in range(3)]
        assert (pictures.images == 0).mean() > 0.9


@pytest.mark.parametrize("side", [20, 28, 64, 200])
def test_pictures_have_any_size_from_the_networks_side(tmp_path: Path, side: int) -> None:
    files = {f"omniglot_resized/Greek/character01/0001_{d + 1:02}.png": png(d, side=side) for d in range(20)}
    assert read_omniglot(folder(tmp_path, files), 20).images.shape == (1, 20, 20, 20)


@pytest.mark.parametrize("before", ["", "python/", "omniglot-master/python/", "a/b/c/", "data_with_a.dot/"])
def test_any_folders_may_lie_before_the_sets(tmp_path: Path, before: str) -> None:
    files = {before + name: content for name, content in omniglot().items()}
    for path in (folder(tmp_path / "folder", files), packed(tmp_path, files)):
        assert read_omniglot(path).names == ("Greek/character01", "Latin/character01", "Latin/character02")


def test_alphabets_need_no_set_around_them(tmp_path: Path) -> None:
    files = {name.partition("/")[2]: content for name, content in omniglot().items()}
    for path in (folder(tmp_path / "folder", files), packed(tmp_path, files)):
        assert read_omniglot(path).names == ("Greek/character01", "Latin/character01", "Latin/character02")


def test_zip_files_of_windows_may_have_back_slashes(tmp_path: Path) -> None:
    files = {name.replace("/", "\\"): content for name, content in omniglot().items()}
    assert read_omniglot(packed(tmp_path, files)).names[0] == "Greek/character01"


def test_white_on_black_is_turned_and_counted(tmp_path: Path) -> None:
    files = omniglot()
    plain = read_omniglot(packed(tmp_path, files), 105)
    for name in list(files)[:7]:
        with Image.fromarray(255 - pixels_of(files[name])) as picture:
            files[name] = saved(picture, "PNG")
    turned = read_omniglot(packed(tmp_path, files), 105)
    assert np.array_equal(turned.images, plain.images)
    assert (plain.turned, turned.turned) == (0, 7)


def test_a_small_set_next_to_the_whole_one_adds_nothing(tmp_path: Path) -> None:
    files = omniglot()
    small = {name.replace("background", "background_small1"): png(99) for name in files if "Greek" in name}
    assert np.array_equal(read_omniglot(folder(tmp_path, files | small), 105).images[0, 3, 50].nonzero()[0], [3])
    assert read_omniglot(folder(tmp_path / "alone", small)).names == ("Greek/character01",)


def test_the_zip_file_that_was_named_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "zip").symlink_to(packed(tmp_path, omniglot()))
    assert read_omniglot(tmp_path / "zip").classes == 3


CASES = REAL.parents[2] / "cases"


@pytest.mark.skipif(not CASES.is_dir(), reason="needs the cases beside the checkout")
@pytest.mark.parametrize("name", ["28x28", "python_prefix", "white_on_black"])
def test_copies_that_people_have_look_like_the_official_set(name: str) -> None:
    official = read_omniglot(CASES / "omniglot_official.zip", 14, centred=True)
    copy = read_omniglot(CASES / f"omniglot_{name}.zip", 14, centred=True)
    assert copy.names == official.names
    assert np.corrcoef(copy.images.ravel(), official.images.ravel())[0, 1] > 0.9
    assert bool(copy.turned) is (name == "white_on_black")


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


LITTER: Files = {  # what file managers leave behind, in every folder, some of it named like drawings
    **{
        f"{where}{name}": b"?"
        for where in ("", "images_background/", "images_background/Greek/", "images_background/Greek/character01/")
        for name in ("Thumbs.db", "desktop.ini", ".DS_Store", "._0001_01.png", "ehthumbs.db")
    },
    "__MACOSX/images_background/Greek/character01/0001_01.png": b"?",
    "__MACOSX/images_background/Greek/character01/._0001_01.png": b"?",
    "images_background/__MACOSX/Greek/character01/0001_01.png": b"?",
    "images_background/Greek/__MACOSX/character01/0001_01.png": b"?",
    "images_background/Greek/character01/__MACOSX/0001_99.png": b"?",
    "images_background/.Trash-1000/Greek/character01/0001_01.png": b"?",
    "$RECYCLE.BIN/Greek/character01/0001_01.png": b"?",
}


@pytest.mark.parametrize("before", ["", "omniglot-master/python/"])
@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_what_file_managers_leave_behind_changes_nothing(tmp_path: Path, kind: str, before: str) -> None:
    (tmp_path / "clean").mkdir()
    clean = read_omniglot(packed(tmp_path / "clean", omniglot()))
    files = {before + name: content for name, content in (LITTER | omniglot()).items()}
    path = folder(tmp_path / "folder", files) if kind == "folder" else packed(tmp_path, files)
    littered = read_omniglot(path)
    assert littered.names == clean.names
    assert np.array_equal(littered.images, clean.images)
    assert littered.turned == 0


def test_zip_files_beside_macos_halves_of_themselves_are_read(tmp_path: Path) -> None:
    packed(tmp_path, omniglot())
    (tmp_path / "._images_background.zip").write_bytes(b"?")
    assert read_omniglot(tmp_path).classes == 3


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


@pytest.mark.parametrize(("count", "parts"), [(3, 1), (5, 1), (6, 2), (12, 4), (15, 5), (30, 5), (50, 5)])
def test_a_third_of_few_alphabets_is_held_out_for_each_part(count: int, parts: int) -> None:
    split = split_alphabets(alphabets(count))
    assert split.validation.classes == split.test.classes == 2 * parts
    assert split.train.classes == 2 * (count - 2 * parts)


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
    "text": ({FIRST: b"hello"}, FIRST, "must be a complete PNG or JPEG picture"),
    "too small a picture": (
        {FIRST: png(3, side=19)},
        FIRST,
        "must be square, 20 to 512 pixels along an edge, not 19 × 19",
    ),
    "another size than its neighbours": (
        {FIRST.replace("_01.png", "_02.png"): png(3, side=28)},
        FIRST.replace("_01.png", "_02.png"),
        "must have 105 pixels along an edge, as the others of its character, not 28",
    ),
    "16 bits": ({FIRST: png(3, "I;16")}, FIRST, "must be in black and white, grey or 8 bits for each colour, not"),
    "a cut picture": ({FIRST: png(3)[:-40]}, FIRST, "cannot be read as a picture"),
    "a huge picture": ({FIRST: png(3) + bytes(70_000)}, FIRST, "must have at most 65536 bytes"),
    "a bomb": (
        {FIRST: with_checksums(png(3)[:16] + struct.pack(">II", 100_000, 100_000) + png(3)[24:])},
        FIRST,
        "must be square, 20 to 512 pixels along an edge, not 100000 × 100000",
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
        (tmp_path / FIRST).write_bytes(with_checksums(bytes(damaged)))
        try:
            read_omniglot(tmp_path)
        except UserError as error:
            assert str(tmp_path / FIRST) in str(error)  # noqa: PT017


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
