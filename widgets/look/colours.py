"""Mathematics of colours: contrast, mixtures, ramps and tints. Only what returns arrays imports numpy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

if TYPE_CHECKING:  # a window is painted before numpy is imported
    import numpy as np
    from numpy.typing import NDArray


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb_of(colour))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def rgb_of(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue, 0 to 1."""
    read = QColor(colour)
    return read.redF(), read.greenF(), read.blueF()


def mixed(colour: str, other: str, share: float) -> QColor:
    """Return `colour` with a share (0 to 1) of `other` in it."""
    parts = zip(rgb_of(colour), rgb_of(other), strict=True)
    red, green, blue = ((1 - share) * one + share * another for one, another in parts)
    return QColor.fromRgbF(red, green, blue)


def colour_ramp(stops: Sequence[str], blend: str = "", share: float = 0.0) -> NDArray[np.uint8]:
    """Return 256 colours (256, 3) through these at even places, each mixed with a share of `blend`."""
    import numpy as np

    colours = 255 * np.array([rgb_of(stop) for stop in stops])  # (stops, 3)
    if blend:
        colours = (1 - share) * colours + share * 255 * np.array(rgb_of(blend))
    places, even = np.linspace(0, 1, len(stops)), np.linspace(0, 1, 256)
    channels = [np.interp(even, places, colours[:, channel]) for channel in range(3)]
    return np.stack(channels, axis=1).round().astype(np.uint8)  # (256, 3)


def shades(colours: Iterable[str], blend: str, share: float) -> NDArray[np.float64]:
    """Return red, green and blue from 0 to 255 of each colour (N, 3), mixed with a share of `blend`."""
    import numpy as np

    tints = 255 * np.array([rgb_of(colour) for colour in colours])
    return np.asarray((1 - share) * tints + share * 255 * np.array(rgb_of(blend)))


def task_tint(index: int, lightness: tuple[float, float]) -> str:
    """Return the almost neutral tint of a task, in one of two lightnesses by turns."""
    hue = (0.09 + index * 0.381966) % 1  # the golden section keeps neighbours far apart
    return QColor.fromHslF(hue, 0.16, lightness[index % 2]).name()


def class_tint(index: int, lightness: tuple[float, float]) -> str:
    """Return the muted tint of a class, one of eight, in one of two lightnesses by turns."""
    hue = (0.09 + index * 0.375) % 1  # three eighths keep neighbours far apart, and come to all eight
    return QColor.fromHslF(hue, 0.34, lightness[index % 2]).name()
