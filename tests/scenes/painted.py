"""Texts as they are drawn: by painters, and by the axes of plots."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPainter, QPicture
from PySide6.QtWidgets import QGraphicsItem, QWidget

from metascope.widgets.plots.canvas.axes import KeptAxis
from metascope.widgets.plots.canvas.mark import Mark

MARGIN = 4  # pixels around the name of an axis, Qt's own
LEAST = 9.5  # pixels: smaller type cannot be read


@dataclass(frozen=True)
class Written:
    """A text as it is drawn: where, of what size, and the room it was given, both on its widget."""

    owner: str
    text: str
    place: QRectF
    room: QRectF | None  # None where it was drawn from a point on
    pixels: float  # size of its type
    widget: QWidget | None  # None for a picture that is kept, or for paper
    of_mark: bool  # marks move over a plot and go out of it

    def told(self) -> str:
        """Return what it is."""
        return f"{self.owner} {self.text!r}"


@contextmanager
def spied() -> Iterator[list[Written]]:
    """Give the texts that are drawn from now on."""
    written: list[Written] = []
    real = QPainter.drawText

    def draw(painter: QPainter, *arguments: Any) -> Any:
        found = _written(painter, arguments)
        if found is not None:
            written.append(found)
        return real(painter, *arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", draw)
        yield written


def _written(painter: QPainter, arguments: Sequence[Any]) -> Written | None:
    """Return where a text comes to lie; None for blanks, and for axes, which are measured by themselves."""
    text = next(one for one in arguments if isinstance(one, str))
    if not text.strip() or isinstance(painter.device(), QPicture):
        return None
    metrics, room = QFontMetricsF(painter.font()), None
    first = arguments[0]
    if hasattr(first, "width"):  # a rectangle, flags, text
        room = QRectF(first)
        place = metrics.boundingRect(room, int(arguments[1]), text)
    else:
        at = QPointF(first) if hasattr(first, "x") else QPointF(first, arguments[1])
        width = metrics.horizontalAdvance(text)
        place = QRectF(at.x(), at.y() - metrics.ascent(), width, metrics.height())
    transform = painter.worldTransform()
    owner = _drawing()
    device = painter.device()
    return Written(
        owner=path_of(owner) if isinstance(owner, QWidget) else type(owner).__name__,
        text=text,
        place=transform.mapRect(place),
        room=None if room is None else transform.mapRect(room),
        pixels=QFontInfo(painter.font()).pixelSize() * abs(transform.determinant()) ** 0.5,
        widget=device if isinstance(device, QWidget) else None,
        of_mark=isinstance(owner, Mark),
    )


def _drawing() -> object:
    """Return the mark, item or widget that is drawing."""
    frame = sys._getframe(3)
    while frame is not None:
        owner = frame.f_locals.get("self")
        if isinstance(owner, QGraphicsItem | QWidget):
            return owner
        frame = frame.f_back  # type: ignore[assignment]
    return None


def axis_texts(axis: KeptAxis) -> Iterator[tuple[str, QRectF]]:
    """Return the numbers and the name of an axis, each with its place in the scene."""
    picture = QPicture()
    with QPainter(picture) as painter:
        specs = axis.generateDrawSpecs(painter)
    for rect, _, text in specs[2] if specs else ():
        yield text, axis.mapRectToScene(rect)
    if axis.label.isVisible():
        yield (
            axis.label.toPlainText().strip(),
            axis.label.mapRectToScene(axis.label.boundingRect()).adjusted(4, 4, -4, -4),
        )


def path_of(widget: QWidget) -> str:
    parts: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(parts) < 4:
        parts.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return "/".join(reversed(parts))
