"""Where pictures come from: three parts that share no class, read again only when a file has changed."""

from __future__ import annotations

import gzip
import os
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from metascope.simulator.engine.errors import UserError
from metascope.simulator.tasks.episodes import EpisodeTask
from metascope.simulator.tasks.images.glyphs import draw_glyphs
from metascope.simulator.tasks.images.pictures import Pictures
from metascope.simulator.tasks.images.settings import PictureKind, PictureSettings
from metascope.simulator.tasks.images.source import Source, source_of, split_classes
from tests.simulator.tasks.images.samples import classes, encoded, folder, omniglot, packed, picture

SHARED = Path(__file__).parents[5] / "shared"
ALPHABETS = tuple(f"{name}/character{k:02}" for name in "ABCDEFGHI" for k in (1, 2))
LETTERS = tuple("abcdefghi")


def chosen(pictures: PictureKind = "glyphs", folder: str = "", **others: Any) -> PictureSettings:
    """Return settings of few pictures."""
    return PictureSettings(pictures=pictures, folder=folder, **{"characters": 20, **others})


def idx(path: Path, images: NDArray[np.uint8], labels: list[int], ending: str = "") -> Path:
    """Write a set of MNIST's kind."""
    path.mkdir(parents=True, exist_ok=True)
    for kind, magic, array in (("images-idx3", 2051, images), ("labels-idx1", 2049, np.array(labels, np.uint8))):
        content = struct.pack(f">I{array.ndim}I", magic, *array.shape) + array.tobytes()
        (path / f"train-{kind}-ubyte{ending}").write_bytes(gzip.compress(content) if ending else content)
    return path


def digits(count: int = 10, drawings: int = 3, side: int = 28) -> tuple[NDArray[np.uint8], list[int]]:
    images = draw_glyphs(0, count, drawings, side).images.swapaxes(0, 1).reshape(-1, side, side)
    return images, list(range(count)) * drawings


def made(kind: PictureKind, path: Path) -> PictureSettings:
    """Return settings that name a small source."""
    if kind == "omniglot":
        return chosen(kind, str(packed(path, omniglot(ALPHABETS))))
    if kind == "mnist":
        return chosen(kind, str(idx(path, *digits())))
    return chosen(kind, str(folder(path, classes(names=LETTERS))) if kind == "folders" else "")


def parts_of(source: Source) -> tuple[Pictures, ...]:
    return source.split.train, source.split.validation, source.split.test


KINDS: tuple[PictureKind, ...] = ("glyphs", "omniglot", "mnist", "folders")


@pytest.mark.parametrize("kind", KINDS)
def test_no_class_and_no_picture_is_in_two_parts(kind: PictureKind, tmp_path: Path) -> None:
    parts = parts_of(source_of(made(kind, tmp_path)))
    names = [name for part in parts for name in part.names]
    assert len(set(names)) == len(names) >= 9
    images = np.concatenate([part.images.reshape(-1, 14 * 14) for part in parts])
    if kind != "omniglot":  # whose made pictures are columns, some of which look the same at this side
        assert len(np.unique(images, axis=0)) == len(images)
    if kind == "omniglot":
        alphabets = [{name.split("/")[0] for name in part.names} for part in parts]
        assert sum(map(len, alphabets)) == len(set.union(*alphabets)) == 9


@pytest.mark.parametrize("kind", KINDS)
def test_episodes_can_be_drawn_from_every_part_of_every_source(kind: PictureKind, tmp_path: Path) -> None:
    for part in parts_of(source_of(made(kind, tmp_path), 3, 3)):
        task = EpisodeTask(part, 3, 1, 2)
        assert task.classes == 4 * part.classes  # classes times rotations
        assert part.images.max() > 20
        assert part.images.mean() < 255 / 2  # light on dark


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_are_read_again_only_when_a_file_has_changed(kind: PictureKind, tmp_path: Path) -> None:
    settings = made(kind, tmp_path)
    source = source_of(settings)
    assert source_of(settings) is source
    if kind == "glyphs":
        return
    path = Path(settings.folder)
    file = path if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())[0]
    os.utime(file, ns=(0, 0))
    assert source_of(settings) is not source


@pytest.mark.parametrize(
    ("count", "apart"), [(3, 1), (9, 3), (10, 3), (14, 4), (15, 5), (24, 8), (25, 5), (47, 9), (200, 40)]
)
def test_a_fifth_of_the_classes_is_held_out_for_each_part_and_of_few_a_third(count: int, apart: int) -> None:
    images = np.arange(count, dtype=np.uint8).reshape(-1, 1, 1, 1)
    split = split_classes(Pictures(images, tuple(f"class {c}" for c in range(count))))
    assert (split.validation.classes, split.test.classes) == (apart, apart)
    assert split.train.classes == count - 2 * apart
    turned = split_classes(Pictures(images[::-1], tuple(f"class {c}" for c in reversed(range(count)))))
    assert set(turned.test.names) == set(split.test.names)


@pytest.mark.parametrize("ending", ["", ".gz"])
@pytest.mark.parametrize("side", [14, 28, 32])
def test_idx_files_of_any_side_become_the_wanted_one(tmp_path: Path, ending: str, side: int) -> None:
    source = source_of(chosen("mnist", str(idx(tmp_path, *digits(side=side), ending=ending)), side=28))
    assert [part.classes for part in parts_of(source)] == [4, 3, 3]
    assert {part.side for part in parts_of(source)} == {28}
    assert source.notices == ()


def test_idx_files_black_on_white_are_turned_and_told(tmp_path: Path) -> None:
    images, labels = digits()
    plain = source_of(chosen("mnist", str(idx(tmp_path / "plain", images, labels))))
    turned = source_of(chosen("mnist", str(idx(tmp_path / "turned", 255 - images, labels))))
    for one, other in zip(parts_of(plain), parts_of(turned), strict=True):
        np.testing.assert_allclose(one.images.astype(int), other.images, atol=1)
    assert "inverted" in str(turned.notices[0])


def test_some_of_very_many_idx_pictures_are_taken_and_told(tmp_path: Path) -> None:
    images = np.zeros((6 * 410, 4, 4), np.uint8)
    source = source_of(chosen("mnist", str(idx(tmp_path, images, [0, 1, 2, 3, 4, 5] * 410)), side=7))
    assert source.split.train.drawings == 400
    assert [str(told) for told in source.notices] == ["400 pictures of each class are used, of up to 410"]


def test_inverted_omniglot_is_told_of(tmp_path: Path) -> None:
    files = omniglot(ALPHABETS)
    assert source_of(chosen("omniglot", str(packed(tmp_path, files)))).notices == ()
    white = encoded(np.eye(105, dtype=np.uint8) * 255)
    files |= dict.fromkeys(list(files)[:7], white)
    told = source_of(chosen("omniglot", str(packed(tmp_path, files)))).notices
    assert [str(one) for one in told] == [
        "7 pictures are white on black in the files, where Omniglot is black on white; they were inverted"
    ]


def test_polarity_and_unequal_classes_of_folders_are_told(tmp_path: Path) -> None:
    files = classes(names=LETTERS)
    assert source_of(chosen("folders", str(folder(tmp_path / "plain", files)))).notices == ()
    one = dict(files) | {f"a/{d + 1}.png": encoded(255 - picture(0, d)) for d in range(4)}
    told = source_of(chosen("folders", str(folder(tmp_path / "one", one | {"b/9.png": files["b/1.png"]})))).notices
    assert [str(message) for message in told] == [
        "4 pictures of each class are used, of up to 5",
        "4 of 36 pictures are light on dark; the others are dark on light and were inverted",
    ]
    every = dict.fromkeys(files, encoded(255 - picture(0, 0)))
    told = source_of(chosen("folders", str(folder(tmp_path / "every", every)))).notices
    assert str(told[0]) == "the pictures are light on dark, and are shown as they are"


@pytest.mark.parametrize("kind", KINDS[1:])
def test_too_few_classes_or_pictures_are_told_with_what_is_needed(kind: PictureKind, tmp_path: Path) -> None:
    settings = made(kind, tmp_path)
    with pytest.raises(UserError) as caught:
        source_of(settings, 8, 3)
    assert [problem.where for problem in caught.value.problems] == ["folder"]
    assert f"folder: {settings.folder}: must have more classes: of its " in str(caught.value)
    assert "an episode needs 8" in str(caught.value)
    with pytest.raises(UserError, match=r"must have at least 21 pictures"):
        source_of(settings, 2, 21)


@pytest.mark.parametrize("kind", KINDS[1:])
def test_a_folder_that_is_not_there_is_told_at_the_setting(kind: PictureKind, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=f"folder: {tmp_path / 'nowhere'}: must be a folder"):
        source_of(chosen(kind, str(tmp_path / "nowhere")))
    with pytest.raises(UserError, match="folder: must name the folder"):
        source_of(chosen(kind))


def test_a_damaged_picture_is_told_at_the_setting_with_its_file(tmp_path: Path) -> None:
    path = folder(tmp_path, classes() | {"beta/2.png": b"?"})
    with pytest.raises(UserError, match=f"folder: {path / 'beta' / '2.png'}: must be a PNG, JPEG, BMP or WebP picture"):
        source_of(chosen("folders", str(path)))


def test_variations_of_glyphs_have_the_same_characters_in_the_same_parts() -> None:
    calm, hard = (source_of(chosen(variation=variation)) for variation in ("calm", "hard"))
    assert [part.names for part in parts_of(calm)] == [part.names for part in parts_of(hard)]
    assert [part.classes for part in parts_of(hard)] == [20, 5, 5]
    assert not np.array_equal(calm.split.test.images, hard.split.test.images)


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the cases beside the checkout")
def test_real_idx_files_of_another_side_are_read() -> None:
    source = source_of(chosen("mnist", str(SHARED / "cases" / "mnist32")))
    assert sum(part.classes for part in parts_of(source)) == 10


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the real data beside the checkout")
def test_real_omniglot_is_split_by_alphabet_and_its_folder_reads_as_class_folders_too() -> None:
    path = str(SHARED / "data" / "omniglot" / "images_background.zip")
    parts = parts_of(source_of(chosen("omniglot", path)))
    assert [part.classes for part in parts] == [684, 143, 137]
    again = source_of(chosen("folders", path))
    assert sum(part.classes for part in parts_of(again)) == 964


@pytest.mark.parametrize("centred", [False, True])
def test_omniglots_drawings_are_moved_to_the_middle_only_where_that_is_asked_for(centred: bool, tmp_path: Path) -> None:
    path = packed(tmp_path, omniglot(ALPHABETS))
    parts = parts_of(source_of(chosen("omniglot", str(path)), centred=centred))
    columns = {int(column) for part in parts for column in part.images.sum(2).argmax(-1).flatten()}
    assert columns == ({6} if centred else set(range(14)))
