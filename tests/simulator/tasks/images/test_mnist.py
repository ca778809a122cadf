"""MNIST folders: what is read, and what is said of files that are not what they should be."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from simulator.engine.errors import UserError
from simulator.tasks.images.mnist import read_mnist

REAL = Path(__file__).parents[5] / "shared" / "data" / "mnist"
IMAGES, LABELS = "train-images-idx3-ubyte", "train-labels-idx1-ubyte"
DIGITS = [*range(10), *range(10), 3, 3]


def header(magic: int, *shape: int) -> bytes:
    return b"".join(number.to_bytes(4) for number in (magic, *shape))


def images(count: int, side: int = 3, first: int = 0) -> bytes:
    """Return an idx file of pictures, each filled with its own number."""
    return header(2051, count, side, side) + b"".join(bytes([first + i]) * side**2 for i in range(count))


def labels(digits: list[int]) -> bytes:
    return header(2049, len(digits)) + bytes(digits)


def folder(path: Path, **changed: bytes | None) -> Path:
    """Return a folder with a small train set, with the files `images` and `labels` changed or left out."""
    contents = {IMAGES: changed.get("images", images(len(DIGITS))), LABELS: changed.get("labels", labels(DIGITS))}
    for name, content in contents.items():
        if content is not None:
            (path / name).write_bytes(content)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_mnist(path)
    return str(caught.value)


def test_digits_are_sorted_and_the_rarest_says_how_many(tmp_path: Path) -> None:
    pictures = read_mnist(folder(tmp_path))
    assert pictures.names == tuple("0123456789")
    assert pictures.images.shape == (10, 2, 3, 3)
    assert pictures.images[:, :, 0, 0].tolist() == [[digit, 10 + digit] for digit in range(10)]


@pytest.mark.parametrize("spelled", ["{}", "{}.gz"])
@pytest.mark.parametrize("mark", ["-", "."])
def test_files_are_found_by_either_spelling_gzipped_or_not(tmp_path: Path, spelled: str, mark: str) -> None:
    plain = read_mnist(folder(tmp_path))
    other = tmp_path / "other"
    other.mkdir()
    for name in (IMAGES, LABELS):
        content = (tmp_path / name).read_bytes()
        path = other / spelled.format(name.replace("-idx", f"{mark}idx"))
        path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    assert np.array_equal(read_mnist(other).images, plain.images)


def test_both_sets_are_joined(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "t10k-images-idx3-ubyte").write_bytes(images(10, first=100))
    (tmp_path / "t10k-labels-idx1-ubyte").write_bytes(labels(list(range(10))))
    drawn = read_mnist(tmp_path).images[:, :, 0, 0]
    expected = [[digit, 10 + digit, 20 if digit == 3 else 100 + digit] for digit in range(10)]  # 3 has two spare ones
    assert drawn.tolist() == expected


@pytest.mark.skipif(not REAL.is_dir(), reason="needs the real test set beside the checkout")
def test_the_real_test_set_has_892_drawings_of_each_digit() -> None:
    pictures = read_mnist(REAL)
    assert pictures.images.shape == (10, 892, 28, 28)
    means = pictures.of_drawings(0, 400).images.mean(1)
    later = pictures.of_drawings(400, 892).images.astype(float)
    nearest = ((later[:, :, None] - means) ** 2).sum((-1, -2)).argmin(-1)
    assert (nearest == np.arange(10)[:, None]).mean() > 0.75


Damage = dict[str, bytes | None]
DAMAGES: dict[str, tuple[Damage, str, str]] = {
    "no labels": ({"labels": None}, LABELS, f"is missing; {IMAGES} needs it"),
    "no images": ({"images": None}, IMAGES, f"is missing; {LABELS} needs it"),
    "labels in the images' place": (
        {"images": labels(DIGITS)},
        IMAGES,
        "must begin with the magic number 2051, not 2049",
    ),
    "text for labels": ({"labels": b"0 1 2 3"}, LABELS, "must begin with the magic number 2049, not 807416096"),
    "an empty file": ({"images": b""}, IMAGES, "is truncated: the header must have 16 bytes, not 0"),
    "a cut header": ({"images": header(2051, 22)}, IMAGES, "is truncated: the header must have 16 bytes, not 8"),
    "cut pixels": ({"images": images(22)[:-5]}, IMAGES, "is truncated: 198 bytes must follow the header, not 193"),
    "more than announced": ({"labels": labels(DIGITS) + b"\0"}, LABELS, "must end 22 bytes after its header"),
    "counts that differ": (
        {"labels": labels(DIGITS[:-1])},
        LABELS,
        f"must have as many labels as {IMAGES} has pictures, 22, not 21",
    ),
    "a label that is no digit": (
        {"labels": labels([*DIGITS[:-1], 11])},
        LABELS,
        "must have labels from 0 to 9, not 11 (label number 22)",
    ),
    "oblong pictures": ({"images": header(2051, 22, 3, 4)}, IMAGES, "must have square pictures of 1 to 256 pixels"),
    "pictures of no pixels": ({"images": header(2051, 22, 0, 0)}, IMAGES, "per edge, not 0 × 0"),
    "huge pictures": ({"images": header(2051, 2, 2**31, 2**31)}, IMAGES, "per edge, not 2147483648 × 2147483648"),
    "too many pictures": ({"images": header(2051, 2**32 - 1, 28, 28)}, IMAGES, "must have at most 268435456 bytes"),
    "no pictures": ({"images": images(0), "labels": labels([])}, IMAGES, "must have at least 1 entry, not 0"),
    "a cut gzip file": ({"images": gzip.compress(images(22))[:-9]}, IMAGES, "is truncated: the gzip file has no end"),
    "a broken gzip file": ({"images": b"\x1f\x8b" + bytes(60)}, IMAGES, "cannot be read"),
}


@pytest.mark.parametrize(("damage", "name", "expected"), DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_folder_is_refused_by_the_file_and_what_was_expected(
    tmp_path: Path, damage: Damage, name: str, expected: str
) -> None:
    lines = refusal(folder(tmp_path, **damage)).splitlines()
    assert any(line.startswith(str(tmp_path / name)) and expected in line for line in lines)


def test_every_damaged_file_is_named_at_once(tmp_path: Path) -> None:
    folder(tmp_path, images=b"", labels=b"")
    (tmp_path / "t10k-labels-idx1-ubyte").write_bytes(b"")
    message = refusal(tmp_path)
    assert [re.search(r"\w+-\w+-idx\d-ubyte", line)[0] for line in message.splitlines()] == [  # type: ignore[index]
        IMAGES,
        LABELS,
        "t10k-images-idx3-ubyte",
    ]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere").startswith(f"{tmp_path / 'nowhere'}: must be a folder")


def test_a_folder_without_the_files_is_told_their_names(tmp_path: Path) -> None:
    assert "train-images-idx3-ubyte or t10k-images-idx3-ubyte" in refusal(tmp_path)


def test_a_digit_without_pictures_is_named(tmp_path: Path) -> None:
    digits = [digit for digit in DIGITS if digit != 7]
    assert "there is none of 7" in refusal(folder(tmp_path, images=images(len(digits)), labels=labels(digits)))


def test_sets_of_different_sizes_are_refused(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "t10k-images-idx3-ubyte").write_bytes(images(10, side=4))
    (tmp_path / "t10k-labels-idx1-ubyte").write_bytes(labels(list(range(10))))
    assert "must have pictures of one size, not of 3 and 4 pixels" in refusal(tmp_path)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzipped"])
def test_a_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, pack: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.tasks.images.mnist._LARGEST", 100)
    bomb = pack(header(2051, 22, 3, 3) + bytes(10**7))
    assert "must have at most 100 bytes of data, not 198" in refusal(folder(tmp_path, images=bomb))


def test_no_more_is_unpacked_than_the_header_announces(tmp_path: Path) -> None:
    bomb = gzip.compress(images(len(DIGITS)) + bytes(10**7))
    assert "must end 198 bytes after its header, but is longer" in refusal(folder(tmp_path, images=bomb))
