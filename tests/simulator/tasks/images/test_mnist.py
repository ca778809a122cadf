"""MNIST folders: what is read, and what is said of files that are not what they should be."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.tasks.images.mnist import files_of_mnist, read_mnist

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
    drawn = pictures.images[:, :, 0, 0].tolist()
    assert [sorted(numbers) for number, numbers in enumerate(drawn) if number != 3] == [
        [digit, 10 + digit] for digit in range(10) if digit != 3
    ]
    assert len(set(drawn[3])) == 2
    assert set(drawn[3]) <= {3, 13, 20, 21}


def many(path: Path, writers: int = 200) -> Path:
    """Return a folder in which the digits of later writers come later: picture k is filled with k // 10."""
    digits = [k % 10 for k in range(10 * writers)]
    pixels = b"".join(bytes([k // 10]) * 9 for k in range(10 * writers))
    return folder(path, images=header(2051, 10 * writers, 3, 3) + pixels, labels=labels(digits))


def test_the_drawings_of_a_class_are_in_an_order_of_a_fixed_seed_not_of_the_file(tmp_path: Path) -> None:
    drawn = read_mnist(many(tmp_path)).images[:, :, 0, 0].astype(float)  # (10, 200) writers
    assert [sorted(row) for row in drawn.tolist()] == [list(map(float, range(200)))] * 10
    assert np.abs(drawn[:, 160:].mean() - drawn[:, :160].mean()) < 10  # in the file's order 100 apart
    assert np.array_equal(drawn, read_mnist(tmp_path).images[:, :, 0, 0])


def test_letters_count_from_1_and_are_named(tmp_path: Path) -> None:
    letters = [*range(1, 27)] * 2
    pictures = read_mnist(folder(tmp_path, images=images(52), labels=labels(letters)))
    assert "".join(pictures.names) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert [sorted(row) for row in pictures.images[:, :, 0, 0].tolist()] == [[c, 26 + c] for c in range(26)]


def test_classes_other_than_ten_are_read(tmp_path: Path) -> None:
    pictures = read_mnist(folder(tmp_path, images=images(47), labels=labels([*range(47)])))
    assert pictures.names == tuple(map(str, range(47)))


def test_transposed_pictures_are_turned_back(tmp_path: Path) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (len(DIGITS), 3, 3), np.uint8)
    plain = read_mnist(folder(tmp_path, images=header(2051, len(DIGITS), 3, 3) + pixels.tobytes())).images
    assert np.array_equal(read_mnist(tmp_path, transposed=True).images, plain.swapaxes(2, 3))


@pytest.mark.parametrize("inside", ["raw", "MNIST/raw", "gzip"])
def test_the_files_are_found_where_others_keep_them(tmp_path: Path, inside: str) -> None:
    place = tmp_path / inside
    place.mkdir(parents=True)
    folder(place)
    assert read_mnist(tmp_path).images.shape == (10, 2, 3, 3)


def emnist(path: Path, *families: str) -> Path:
    for family in families:
        for part in ("train", "test"):
            (path / f"emnist-{family}-{part}-images-idx3-ubyte.gz").write_bytes(gzip.compress(images(len(DIGITS))))
            (path / f"emnist-{family}-{part}-labels-idx1-ubyte.gz").write_bytes(gzip.compress(labels(DIGITS)))
    return path


def test_files_of_emnist_have_the_sets_name_before(tmp_path: Path) -> None:
    assert read_mnist(emnist(tmp_path, "digits")).images.shape == (10, 4, 3, 3)


def test_of_several_sets_in_a_folder_one_is_named_by_its_file(tmp_path: Path) -> None:
    emnist(tmp_path, "digits", "mnist")
    assert "has several sets, emnist-digits, emnist-mnist; name a file of the one you mean" in refusal(tmp_path)
    assert read_mnist(tmp_path / "emnist-mnist-test-labels-idx1-ubyte.gz").images.shape == (10, 4, 3, 3)


def test_an_archive_is_to_be_unpacked(tmp_path: Path) -> None:
    (tmp_path / "archive.zip").write_bytes(b"PK\x03\x04")
    assert "unpack an archive first" in refusal(tmp_path / "archive.zip")


def test_the_files_are_told_by_size_and_time(tmp_path: Path) -> None:
    before = files_of_mnist(folder(tmp_path))
    assert [Path(name).name for name, _, _ in before] == [IMAGES, LABELS]
    assert files_of_mnist(tmp_path) == before
    os.utime(tmp_path / LABELS, ns=(1, 1))
    assert files_of_mnist(tmp_path) != before


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
    expected = [[digit, 10 + digit, 100 + digit] for digit in range(10) if digit != 3]  # 3 has two spare ones
    assert [sorted(row) for c, row in enumerate(drawn.tolist()) if c != 3] == expected


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
    "a label of no class": (
        {"labels": labels([*DIGITS[:-1], 200])},
        LABELS,
        "must have labels from 0 to 62, not 200 (label number 22)",
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
    monkeypatch.setattr("metascope.simulator.tasks.images.mnist._LARGEST", 100)
    bomb = pack(header(2051, 22, 3, 3) + bytes(10**7))
    assert "must have at most 100 bytes of data, not 198" in refusal(folder(tmp_path, images=bomb))


def test_no_more_is_unpacked_than_the_header_announces(tmp_path: Path) -> None:
    bomb = gzip.compress(images(len(DIGITS)) + bytes(10**7))
    assert "must end 198 bytes after its header, but is longer" in refusal(folder(tmp_path, images=bomb))
