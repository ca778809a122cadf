"""Omniglot's drawings moved to the middle: nothing is lost, and characters are easier to tell from each other."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from metascope.simulator.tasks.images.omniglot import read_omniglot
from tests.simulator.tasks.images.samples import CHARACTER as FIRST
from tests.simulator.tasks.images.samples import REAL, omniglot, packed


def drawn(path: Path, ink: NDArray[np.bool_], side: int = 105, centred: bool = True) -> NDArray[np.uint8]:
    """Return what is read of a drawing with ink (105, 105)."""
    with BytesIO() as file, Image.fromarray(~ink) as picture:
        picture.save(file, "PNG")
        content = file.getvalue()
    archive = packed(path, omniglot(("Greek/character01",)) | {FIRST: content})
    image: NDArray[np.uint8] = read_omniglot(archive, side, centred).images[0, 0]
    return image


def no_ink() -> NDArray[np.bool_]:
    return np.zeros((105, 105), np.bool_)


def test_the_centre_of_mass_is_moved_to_the_middle(tmp_path: Path) -> None:
    ink = no_ink()
    ink[5:12, 70:104] = ink[5:40, 70:74] = True
    found = drawn(tmp_path, ink) > 0
    assert np.array_equal(found, np.roll(ink, found.argmax() - ink.argmax()))
    assert np.abs(np.argwhere(found).mean(0) - 52).max() <= 0.5


def test_a_drawing_is_moved_only_so_far_that_no_ink_leaves_the_picture(tmp_path: Path) -> None:
    ink = no_ink()
    ink[51:54, 0:30] = ink[52, 30:95] = True  # its centre of mass is 18 pixels too far to the left
    assert np.array_equal(drawn(tmp_path, ink) > 0, np.roll(ink, 10, 1))


def test_the_brightest_pixel_of_a_shrunk_drawing_is_white(tmp_path: Path) -> None:
    ink = no_ink()
    ink[50, 20:80] = True
    assert drawn(tmp_path, ink, 14, centred=False).max() < 60
    assert drawn(tmp_path, ink, 14).max() == 255


def test_a_drawing_without_ink_stays_black(tmp_path: Path) -> None:
    assert not drawn(tmp_path, no_ink(), 14).any()


@pytest.mark.slow
@pytest.mark.skipif(not REAL.is_file(), reason="needs the real background set beside the checkout")
def test_in_the_middle_real_characters_are_told_from_each_other_by_their_pixels_more_often(tmp_path: Path) -> None:
    with zipfile.ZipFile(REAL) as whole:
        names = [name for name in whole.namelist() if "/character05/" in name or "/character12/" in name]
        archive = packed(tmp_path, {name: whole.read(name) for name in names if name.endswith(".png")})
    shares = {}
    for centred in (False, True):
        images = read_omniglot(archive, 14, centred).images / 255
        drawings = images.reshape(len(images), 20, -1).swapaxes(0, 1)  # (20, C, P)
        unlike = ((drawings[1:, :, None] - drawings[0]) ** 2).sum(-1)  # (19, C, C) to the first drawing of each
        shares[centred] = float((unlike.argmin(-1) == np.arange(len(images))).mean())
    assert shares[True] > 1.5 * shares[False], "each is told from all others by one drawing"
