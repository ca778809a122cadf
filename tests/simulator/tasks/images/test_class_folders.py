"""Folders of pictures, one for each class: what is read, and what is said of those that are not what they should be."""

from __future__ import annotations

import random
import struct
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from metascope.simulator.engine.errors import UserError
from metascope.simulator.tasks.images.class_folders import read_class_folders
from metascope.simulator.tasks.images.glyphs import draw_glyphs
from tests.simulator.tasks.images.samples import DRAWING as FIRST
from tests.simulator.tasks.images.samples import (
    ENDINGS,
    Files,
    classes,
    encoded,
    folder,
    packed,
    picture,
    saved,
    with_checksums,
)


def refusal(path: Path, least: int = 2) -> str:
    with pytest.raises(UserError) as caught:
        read_class_folders(path, 14, least)
    return str(caught.value)


@pytest.mark.parametrize("kind", ENDINGS)
def test_every_format_gives_the_same_ink(tmp_path: Path, kind: str) -> None:
    read = read_class_folders(folder(tmp_path, classes(kind)), 28)
    assert (read.pictures.names, read.pictures.images.shape) == (("alpha", "beta", "gamma"), (3, 4, 28, 28))
    assert (read.pictures.turned, read.largest) == (0, 4)
    drawn = draw_glyphs(7, 3, 4).images.astype(int)
    for c in range(3):
        for found in read.pictures.images[c].astype(int):
            off = np.abs(drawn[c] - found).max((1, 2)).min()  # from the most similar drawing of the class
            assert off <= (40 if kind == "JPEG" else 0)


def test_folders_and_zip_files_give_the_same(tmp_path: Path) -> None:
    files = classes()
    one = read_class_folders(folder(tmp_path / "folder", files), 14).pictures
    other = read_class_folders(packed(tmp_path, files), 14).pictures
    assert one.names == other.names
    assert np.array_equal(one.images, other.images)


@pytest.mark.parametrize("before", ["", "python/", "a/b/c/", "my pictures.d/"])
def test_any_folders_may_lie_around_the_classes(tmp_path: Path, before: str) -> None:
    files = {before + name: content for name, content in classes().items()}
    for path in (folder(tmp_path / "folder", files), packed(tmp_path, files)):
        assert read_class_folders(path, 14).pictures.names == ("alpha", "beta", "gamma")


def test_classes_of_several_alphabets_keep_their_alphabets_names(tmp_path: Path) -> None:
    files = {f"set/{a}/{name}": content for a in ("Greek", "Latin") for name, content in classes().items()}
    names = read_class_folders(folder(tmp_path, files), 14).pictures.names
    assert names[:4] == ("Greek/alpha", "Greek/beta", "Greek/gamma", "Latin/alpha")


def test_classes_of_training_and_test_folders_are_joined(tmp_path: Path) -> None:
    files = {f"data/{part}/{name}": content for part in ("train", "Test") for name, content in classes().items()}
    pictures = read_class_folders(folder(tmp_path, files), 14).pictures
    assert (pictures.names, pictures.drawings) == (("alpha", "beta", "gamma"), 8)


def test_litter_and_other_things_are_left_alone(tmp_path: Path) -> None:
    litter: Files = {
        ".DS_Store": b"?",
        "alpha/.DS_Store": b"?",
        "alpha/._1.png": b"?",
        "alpha/Thumbs.db": b"?",
        "alpha/desktop.ini": b"?",
        "alpha/notes.txt": b"?",
        "alpha/labels.csv": b"?",
        "__MACOSX/alpha/._1.png": b"?",
        "$RECYCLE.BIN/S-1-5/$R1.png": b"?",
        ".cache/x/1.png": b"?",
        "cover.png": b"?",
    }
    for path in (folder(tmp_path / "folder", classes() | litter), packed(tmp_path, classes() | litter)):
        assert read_class_folders(path, 14).pictures.names == ("alpha", "beta", "gamma")


def test_pictures_beside_class_folders_are_no_class(tmp_path: Path) -> None:
    files = {f"set/{name}": content for name, content in classes().items()}
    read = read_class_folders(folder(tmp_path, files | {"set/overview.png": b"?"}), 14)
    assert read.pictures.names == ("alpha", "beta", "gamma")


def test_as_many_pictures_are_taken_as_the_smallest_class_has(tmp_path: Path) -> None:
    files = classes()
    del files[FIRST]
    read = read_class_folders(folder(tmp_path, files), 14)
    assert (read.pictures.drawings, read.largest) == (3, 4)


def test_a_hundred_pictures_of_large_classes_are_taken(tmp_path: Path) -> None:
    content = encoded(picture(0, 0))
    files = {f"{name}/{d}.png": content if d < 110 else b"?" for name in ("a", "b") for d in range(110)}
    read = read_class_folders(folder(tmp_path, files), 14)
    assert (read.pictures.drawings, read.largest) == (100, 110)


@pytest.mark.parametrize("size", [(10, 10), (28, 56), (300, 100), (1, 40), (64, 2000)])
def test_pictures_of_any_size_become_square_with_their_own_ground_around(tmp_path: Path, size: tuple[int, int]) -> None:
    pixels = np.full(size, 240, np.uint8)
    pixels[size[0] // 3 : size[0] * 2 // 3, size[1] // 3 : size[1] * 2 // 3] = 0
    files = {f"{name}/{d}.png": encoded(pixels) for name in "ab" for d in range(2)}
    found = read_class_folders(folder(tmp_path, files), 20).pictures.images[0, 0]
    assert found.shape == (20, 20)
    assert (found[[0, -1]] == 15).all()  # white paper of 240 is ink of 15
    assert (found[:, [0, -1]] == 15).all()
    inked = np.argwhere(found > 60)
    if min(size) > 1:
        extent = inked.max(0) - inked.min(0) + 1
        expected = [20 * length / max(size) / 3 for length in size]
        np.testing.assert_allclose(extent, expected, atol=2)


def test_a_pixel_is_the_mean_of_what_it_covers(tmp_path: Path) -> None:
    pixels = np.full((140, 140), 255, np.uint8)
    pixels[10:130, 10:130] = np.random.default_rng(0).integers(0, 256, (120, 120), dtype=np.uint8)
    files = {f"{name}/{d}.png": encoded(pixels) for name in "ab" for d in range(2)}
    found = read_class_folders(folder(tmp_path, files), 14).pictures.images[1, 1]
    expected = 255 - pixels.reshape(14, 10, 14, 10).mean((1, 3))
    np.testing.assert_allclose(found, expected, atol=1)


def test_black_and_white_pictures_become_grey_as_pillows_resizing_would_not_make_them(tmp_path: Path) -> None:
    with Image.fromarray(picture(0, 0, 105)) as drawn, drawn.convert("1") as official:
        kept = np.asarray(official.resize((28, 28), Image.Resampling.LANCZOS))
        assert np.array_equal(kept, np.asarray(official.resize((28, 28), Image.Resampling.NEAREST)))
        pixels = np.asarray(official).astype(float)
        files = {f"{c}/{d}.png": saved(official, "PNG") for c in "ab" for d in range(2)}
    found = read_class_folders(folder(tmp_path, files), 28).pictures.images[0, 0]
    fine = pixels.repeat(4, 0).repeat(4, 1).reshape(28, 15, 28, 15).mean((1, 3))  # 420 = 28 * 15 pixels
    np.testing.assert_allclose(found, 255 * (1 - fine), atol=0.51)
    assert len(np.unique(found)) > 20


def test_a_large_photograph_is_the_same_as_its_small_copy(tmp_path: Path) -> None:
    small = picture(1, 2, 40)
    large = np.kron(small, np.ones((40, 40), np.uint8))
    for name, kind, how in (("png", "PNG", {}), ("jpg", "JPEG", {"quality": 95}), ("webp", "WEBP", {"quality": 95})):
        files = {f"{c}/{d}.{name}": encoded(large, kind, **how) for c in "ab" for d in range(2)}
        found = read_class_folders(folder(tmp_path / name, files), 20).pictures.images[0, 0]
        expected = 255 - small.reshape(20, 2, 20, 2).mean((1, 3))
        np.testing.assert_allclose(found, expected, atol=6)


def test_a_photograph_taken_sideways_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: rotate by 270 degrees
    with Image.fromarray(np.rot90(picture(0, 0))) as turned:
        content = saved(turned, "JPEG", quality=98, exif=exif)
    files = {f"{c}/{d}.jpg": content for c in "ab" for d in range(2)}
    found = read_class_folders(folder(tmp_path, files), 28).pictures.images[0, 0]
    np.testing.assert_allclose(found, 255 - picture(0, 0), atol=30)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_colours_palettes_and_16_bits_mean_the_same(tmp_path: Path, mode: str) -> None:
    pixels = np.where(picture(0, 0) > 127, 255, 0).astype(np.uint8)
    if mode == "I;16":
        made = Image.fromarray(pixels.astype(np.uint16) * 257)
    else:
        with Image.fromarray(pixels) as grey:
            made = grey.convert(mode)
    with made:
        files = {f"{c}/{d}.png": saved(made, "PNG") for c in "ab" for d in range(2)}
    found = read_class_folders(folder(tmp_path, files), 28).pictures.images[0, 0]
    assert np.array_equal(found, 255 - pixels)


@pytest.mark.parametrize("ink", [0, 255], ids=["black", "white"])
def test_ink_on_transparent_ground_is_ink(tmp_path: Path, ink: int) -> None:
    pixels = np.full((28, 28, 2), (ink, 0), np.uint8)
    pixels[5:20, 10, 1] = 255
    with Image.fromarray(pixels) as made:
        files = {f"{c}/{d}.png": saved(made, "PNG") for c in "ab" for d in range(2)}
    found = read_class_folders(folder(tmp_path, files), 28).pictures.images[0, 0]
    assert np.array_equal(found, pixels[..., 1])


def test_light_on_dark_is_left_and_counted_also_in_the_same_set(tmp_path: Path) -> None:
    plain = read_class_folders(folder(tmp_path / "plain", classes()), 28).pictures
    mixed = classes()
    for name in ("alpha/1.png", "beta/2.png", "beta/3.png"):
        with Image.open(BytesIO(mixed[name])) as found:
            mixed[name] = encoded(255 - np.asarray(found))
    read = read_class_folders(folder(tmp_path / "mixed", mixed), 28).pictures
    assert np.array_equal(read.images, plain.images)
    assert (plain.turned, read.turned) == (0, 3)


def test_a_frame_neither_light_nor_dark_counts_like_the_others(tmp_path: Path) -> None:
    grey = encoded(np.full((28, 28), 120, np.uint8))
    on_paper = read_class_folders(folder(tmp_path / "paper", classes() | {FIRST: grey}), 28).pictures
    dark = {name: encoded(255 - picture(0, 0)) for name in classes()}
    on_board = read_class_folders(folder(tmp_path / "board", dark | {FIRST: grey}), 28).pictures
    assert any((image == 135).all() for image in on_paper.images[0])
    assert any((image == 120).all() for image in on_board.images[0])
    assert (on_paper.turned, on_board.turned) == (0, 12)


def webp_of(width: int, height: int) -> bytes:
    """Return a WebP file whose head announces a size that it does not have."""
    head = b"VP8X" + struct.pack("<II", 10, 0) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", 4 + len(head)) + b"WEBP" + head


def huge_png(side: int) -> bytes:
    content = encoded(picture(0, 0))
    return with_checksums(content[:16] + struct.pack(">II", side, side) + content[24:])


DAMAGES: dict[str, tuple[Files, str, str]] = {
    "text": ({FIRST: b"hello"}, FIRST, "must be a PNG, JPEG, BMP or WebP picture"),
    "empty": ({FIRST: b""}, FIRST, "must be a PNG, JPEG, BMP or WebP picture"),
    "another format": ({FIRST: b"GIF89a" + bytes(40)}, FIRST, "must be a PNG, JPEG, BMP or WebP picture"),
    "a cut PNG": ({FIRST: encoded(picture(0, 0))[:-60]}, FIRST, "cannot be read as a picture"),
    "a cut JPEG": ({FIRST: encoded(picture(0, 0), "JPEG")[:200]}, FIRST, "cannot be read as a picture"),
    "a cut BMP": ({FIRST: encoded(picture(0, 0), "BMP")[:-300]}, FIRST, "cannot be read as a picture"),
    "a cut WebP": ({FIRST: encoded(picture(0, 0), "WEBP")[:60]}, FIRST, "cannot be read as a picture"),
    "a huge PNG": ({FIRST: huge_png(50_000)}, FIRST, "must have at most 40,000,000 pixels, not 50000 × 50000"),
    "a huge WebP": ({FIRST: webp_of(16_000, 9_000)}, FIRST, "must have at most 40,000,000 pixels, not 16000 × 9000"),
    "a flat one": ({FIRST: webp_of(16_000, 1)}, FIRST, "cannot be read as a picture"),
}


@pytest.mark.parametrize("kind", ["folder", "zip"])
@pytest.mark.parametrize(("changed", "name", "sentence"), DAMAGES.values(), ids=DAMAGES)
def test_damage_is_refused_with_the_files_name(
    tmp_path: Path, changed: Files, name: str, sentence: str, kind: str
) -> None:
    path = folder(tmp_path, classes() | changed) if kind == "folder" else packed(tmp_path, classes() | changed)
    assert refusal(path).startswith(f"{path / name}: {sentence}")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = folder(tmp_path, classes())
    with (path / FIRST).open("wb") as file:
        file.truncate(32 * 1024**2 + 1)
    assert refusal(path) == f"{path / FIRST}: must have at most {32 * 1024**2} bytes"


def test_a_few_damages_are_told_at_once(tmp_path: Path) -> None:
    path = folder(tmp_path, dict.fromkeys(classes(), b"?"))
    assert len(refusal(path).splitlines()) == 5


def test_classes_with_too_few_pictures_are_named(tmp_path: Path) -> None:
    path = folder(tmp_path, classes())
    (path / FIRST).unlink()
    assert refusal(path, 4) == f"{path / 'alpha'}: must have at least 4 pictures, not 3"


@pytest.mark.parametrize("files", [{}, {"1.png": b"?", "2.png": b"?"}, {"alpha/1.gif": b"?"}], ids=str)
def test_a_folder_without_class_folders_says_what_it_should_have(tmp_path: Path, files: Files) -> None:
    path = folder(tmp_path, files)
    assert refusal(path) == f"{path}: must have a folder for each class, with its pictures: PNG, JPEG, BMP or WebP"


def test_a_missing_folder_and_a_file_of_another_kind_are_refused(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    assert refusal(missing) == f"{missing}: must be a folder or zip file with a folder of pictures for each class"
    other = folder(tmp_path, {"a.png": encoded(picture(0, 0))}) / "a.png"
    assert refusal(other).startswith(f"{other}: cannot be read as a zip file and may be truncated")


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_changed_byte_in_a_picture_never_raises_anything_else(tmp_path: Path, kind: str) -> None:
    path, name = folder(tmp_path, classes()), f"alpha/1{ENDINGS[kind]}"
    content, chance = encoded(picture(0, 0), kind), random.Random(1)
    (path / FIRST).unlink()
    for _ in range(60):
        damaged = bytearray(content)
        for _ in range(chance.choice([1, 5])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        (path / name).write_bytes(with_checksums(bytes(damaged)) if kind == "PNG" else damaged)
        try:
            read_class_folders(path, 14)
        except UserError as error:
            assert str(path / name) in str(error)  # noqa: PT017 - some damages are seen, others not
