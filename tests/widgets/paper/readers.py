"""Draws SVG files as other programs do, and compares their pictures with Qt's."""

from __future__ import annotations

import io
from collections.abc import Callable

import cairosvg
import numpy as np
import resvg_py
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Pixels = NDArray[np.uint8]  # (height, width, 3)
NEAR = 4  # pixels between a thing's places in two pictures, at most: text is set a little differently
INK = 60  # levels from the background's colour from which on a pixel has ink
ROUNDING = 6  # by which the colours of pale bands differ, which readers blend in their own ways
FAR = 64  # levels between two colours that are not the same, from which on edges drawn differently do not explain it


def by_resvg(svg: bytes, width: int, height: int) -> Pixels:
    """Return what resvg draws, which has no code in common with Qt or Cairo."""
    data = resvg_py.svg_to_bytes(svg_string=svg.decode(), width=width, height=height, background="white", dpi=96)
    return read(bytes(data))


def by_cairo(svg: bytes, width: int, height: int) -> Pixels:
    """Return what CairoSVG draws."""
    data = cairosvg.svg2png(bytestring=svg, output_width=width, output_height=height, background_color="white")
    return read(data)


READERS: tuple[Callable[[bytes, int, int], Pixels], ...] = (by_resvg, by_cairo)


def read(png: bytes) -> Pixels:
    """Return the pixels of a PNG file."""
    with Image.open(io.BytesIO(png)) as image:
        return np.asarray(image.convert("RGB"))


def lost_ink(wanted: Pixels, got: Pixels) -> float:
    """Return the share of `wanted`'s ink near which `got` has none."""
    there, others = _ink(wanted, INK + ROUNDING), _ink(got, INK)
    grown = Image.fromarray(others.astype(np.uint8) * 255).filter(ImageFilter.MaxFilter(2 * NEAR + 1))
    return float((there & (np.asarray(grown) == 0)).sum() / max(there.sum(), 1))


def differing(one: Pixels, other: Pixels) -> float:
    """Return the share of pixels whose colours are far from each other."""
    return float((np.abs(one.astype(int) - other).max(axis=2) > FAR).mean())


def _ink(picture: Pixels, least: int) -> NDArray[np.bool_]:
    """Return which pixels (height, width) have a colour that is this far from the upper left one's."""
    return np.asarray(np.abs(picture.astype(int) - picture[0, 0]).max(axis=2) > least)
