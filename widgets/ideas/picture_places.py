"""Where the parts of the lecture's picture stand: boxes, data, and the points between which arrows run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

WIDTH, HEIGHT = 930, 336  # px of the picture as it is laid out, at a scale of 1
LEAST = 780  # px: width below which texts in boxes would not fit
Key = str

_BOXES: Mapping[Key, tuple[float, float, float, float]] = {  # left, top, width, height
    "data": (12, 46, 138, 44),
    "weights": (12, 186, 138, 44),
    "exploration": (12, 258, 138, 44),
    "whole": (196, 8, 172, 36),
    "start": (186, 142, 108, 48),
    "architecture": (316, 66, 132, 44),
    "update": (428, 142, 90, 48),
    "rate": (418, 222, 110, 40),
    "memory": (480, 66, 132, 44),
    "distance": (776, 142, 142, 48),
}
_AROUND: Mapping[str, tuple[float, float, float, float]] = {
    "frame": (168, 26, 582, 276),
    "training": (32, 112, 98, 50),
    "gradient": (324, 142, 78, 48),
    "gradient again": (546, 144, 56, 44),
    "update again": (618, 144, 74, 44),
    "result": (706, 150, 32, 32),
    "test": (796, 44, 102, 50),
    "loss": (776, 236, 142, 48),
    "promise": (168, 304, 750, 30),
}


@dataclass(frozen=True)
class Places:
    """The places of the picture's parts, in pixels."""

    boxes: Mapping[Key, QRectF]
    around: Mapping[str, QRectF]

    def middle(self, name: str) -> QPointF:
        """Return the middle of a part."""
        return (self.boxes.get(name) or self.around[name]).center()

    def left(self, name: str) -> QPointF:
        """Return the middle of a part's left side."""
        place = self.boxes.get(name) or self.around[name]
        return QPointF(place.left(), place.center().y())

    def right(self, name: str) -> QPointF:
        """Return the middle of a part's right side."""
        place = self.boxes.get(name) or self.around[name]
        return QPointF(place.right(), place.center().y())

    def top(self, name: str) -> QPointF:
        """Return the middle of a part's top."""
        place = self.boxes.get(name) or self.around[name]
        return QPointF(place.center().x(), place.top())

    def bottom(self, name: str) -> QPointF:
        """Return the middle of a part's bottom."""
        place = self.boxes.get(name) or self.around[name]
        return QPointF(place.center().x(), place.bottom())


def places(width: float, scale: float) -> Places:
    """Return the places in a picture of this width, whose heights go with the scale of type."""
    across = width / WIDTH

    def placed(given: tuple[float, float, float, float]) -> QRectF:
        left, top, wide, high = given
        return QRectF(left * across, top * scale, wide * across, high * scale)

    around = {name: placed(given) for name, given in _AROUND.items()}
    side = min(around["result"].width(), around["result"].height())
    middle = around["result"].center()
    around["result"] = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    return Places({key: placed(given) for key, given in _BOXES.items()}, around)
