"""Pictures sorted into classes."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.engine.computing import located
from metascope.simulator.tasks.images.pictures import Pictures


def numbered(classes: int = 3, drawings: int = 4, side: int = 2) -> Pictures:
    """Return pictures of which each is filled with a number of its own."""
    numbers = np.arange(classes * drawings, dtype=np.uint8).reshape(classes, drawings, 1, 1)
    return Pictures(np.broadcast_to(numbers, (classes, drawings, side, side)), tuple("abcdefgh"[:classes]))


def test_size_is_that_of_the_images() -> None:
    pictures = numbered(3, 4, 2)
    assert (pictures.classes, pictures.drawings, pictures.side) == (3, 4, 2)


def test_classes_are_cut_with_their_names() -> None:
    cut = numbered().of_classes(1, 3)
    assert cut.names == ("b", "c")
    assert cut.images[:, 0, 0, 0].tolist() == [4, 8]


def test_drawings_are_cut_from_every_class() -> None:
    cut = numbered().of_drawings(2, 4)
    assert cut.names == ("a", "b", "c")
    assert cut.images[:, :, 0, 0].tolist() == [[2, 3], [6, 7], [10, 11]]


def test_smaller_pictures_are_means_of_squares() -> None:
    image = np.array([[0, 10, 100, 100], [20, 30, 100, 103], [0, 0, 255, 255], [0, 0, 255, 255]], np.uint8)
    smaller = Pictures(image[None, None], ("a",)).resized(2)
    assert smaller.images[0, 0].tolist() == [[15, 101], [0, 255]]


@pytest.mark.parametrize("side", [3, 8, 5])
def test_a_pixel_is_the_mean_of_what_it_covers_whatever_the_side(side: int) -> None:
    image = np.random.default_rng(0).integers(0, 256, (4, 4), np.uint8)
    fine = image.astype(float).repeat(side, 0).repeat(side, 1)  # 4 * side pixels, which both sides divide
    expected = np.rint(fine.reshape(side, 4, side, 4).mean((1, 3)))
    assert np.array_equal(Pictures(image[None, None], ("a",)).resized(side).images[0, 0], expected)


def test_a_home_and_a_variable_are_resolved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    monkeypatch.setenv("DATA", "/data")
    assert [str(located(path)) for path in ("~/mnist", "$HOME/mnist", "${DATA}/mnist", "/x/~", "$NONE/x")] == [
        "/home/ann/mnist",
        "/home/ann/mnist",
        "/data/mnist",
        "/x/~",
        "$NONE/x",
    ]
