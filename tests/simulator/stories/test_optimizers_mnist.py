"""MNIST in the learned optimizers story: which files are trained on, split into what, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from metascope.simulator.engine.errors import UserError
from metascope.simulator.stories.optimizers import families
from metascope.simulator.stories.optimizers.families import family_of
from metascope.simulator.tasks.classification import ClassificationFamily
from tests.simulator.stories.optimizers import settings, simulation

CASE = Path(__file__).parents[4] / "shared" / "cases" / "mnist32"
SMALL: dict[str, object] = {"problem": "mnist", "ways": 10, "hidden_units": 2, "batch": 4, "problems": 1}


def write(path: Path, pixels: NDArray[np.uint8]) -> Path:
    """Write pictures (N, side, side) of the digits 0 to 9, again and again, as idx files."""
    shape = b"".join(number.to_bytes(4) for number in (2051, *pixels.shape))
    (path / "train-images-idx3-ubyte").write_bytes(shape + pixels.tobytes())
    digits = bytes(k % 10 for k in range(len(pixels)))
    (path / "train-labels-idx1-ubyte").write_bytes((2049).to_bytes(4) + len(digits).to_bytes(4) + digits)
    return path


def filled(values: list[int], side: int = 7) -> NDArray[np.uint8]:
    return np.broadcast_to(np.array(values, np.uint8)[:, None, None], (len(values), side, side)).copy()


def read(path: Path, **more: object) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the pictures of training and those held out, (10, D, side, side)."""
    training, apart = families._mnist(settings(**SMALL | {"folder": str(path), "side": 7} | more))
    return training.images, apart.images


def test_files_that_changed_are_read_again(tmp_path: Path) -> None:
    write(tmp_path, filled([10] * 50))
    assert {int(part.max()) for part in read(tmp_path)} == {10}
    write(tmp_path, filled([20] * 60))
    assert {int(part.max()) for part in read(tmp_path)} == {20}


def test_files_that_did_not_change_are_read_once(tmp_path: Path) -> None:
    write(tmp_path, filled([10] * 50))
    assert read(tmp_path)[0] is read(tmp_path)[0]


def test_later_writers_are_in_training_and_held_out_alike(tmp_path: Path) -> None:
    training, apart = read(write(tmp_path, filled([k // 10 for k in range(2000)])))
    assert training.shape[1] == 160
    assert apart.shape[1] == 40
    assert not {*training[0, :, 0, 0].tolist()} & {*apart[0, :, 0, 0].tolist()}
    assert abs(training.mean() - apart.mean()) < 10  # in the order of the files 100 apart


@pytest.mark.parametrize("side", [8, 9, 28, 32, 128])
def test_pictures_of_any_side_are_brought_to_the_networks(tmp_path: Path, side: int) -> None:
    path = write(tmp_path, filled([k // 10 for k in range(100)], side))
    assert read(path, side=28)[0].shape == (10, 8, 28, 28)
    assert isinstance(family_of(settings(**SMALL, folder=str(path), side=14)), ClassificationFamily)


def test_transposed_pictures_are_turned_back(tmp_path: Path) -> None:
    write(tmp_path, np.random.default_rng(0).integers(0, 256, (50, 7, 7), np.uint8))
    plain = read(tmp_path)[0]
    assert np.array_equal(read(tmp_path, transposed=True)[0], plain.swapaxes(2, 3))


@pytest.mark.parametrize("named", ["$DATA", "~/digits", "  {path} ", "file://{path}"])
def test_a_folder_may_be_named_as_people_name_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    path = tmp_path / "digits"
    path.mkdir()
    write(path, filled([10] * 50))
    monkeypatch.setenv("DATA", str(path))
    monkeypatch.setenv("HOME", str(tmp_path))
    training, _ = families._mnist(settings(**SMALL, folder=named.format(path=path), side=7))
    assert training.drawings == 4


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_what_is_wrong_is_told_at_the_setting(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError) as refused:
        family_of(settings(**SMALL, folder=str(tmp_path / name)))
    assert [problem.where for problem in refused.value.problems] == ["folder"]


@pytest.mark.slow
@pytest.mark.skipif(not CASE.is_dir(), reason="needs the cases beside the checkout")
def test_digits_of_32_pixels_are_trained_on() -> None:
    made = simulation(**SMALL, folder=str(CASE), updates=2, truncation=2)
    assert made.step().step == 1
