"""Draws what stands between the red boxes of the lecture's picture: data, steps, arrows and the loss."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPolygonF

from metascope.widgets.ideas.picture_places import Places
from metascope.widgets.look.caption import broken
from metascope.widgets.look.colours import mixed
from metascope.widgets.look.pens import pen
from metascope.widgets.look.theme import GRID, RADIUS, Size, Theme

_HEAD = 7.0  # px, length of an arrow's head
_AGAIN = 0.5  # opacity of the steps that repeat the first one


@dataclass(frozen=True)
class PictureTexts:
    """What the picture says beside the boxes, in the person's language."""

    training: str
    test: str
    gradient: str
    batch: str
    update: str
    loss: str
    algorithm: str
    promise: str


class PictureInk:
    """Draws the picture's parts once, with one painter."""

    def __init__(self, painter: QPainter, places: Places, theme: Theme, texts: PictureTexts) -> None:
        self._painter, self._places, self._theme, self._texts = painter, places, theme, texts
        self._line = pen(theme.muted, 1.75)

    def draw(self) -> None:
        """Draw everything but the boxes, which are widgets."""
        self._frame()
        self._sheets("training", self._texts.training)
        self._sheets("test", self._texts.test)
        self._feeding()
        self._steps()
        self._testing()
        self._promise()

    def _frame(self) -> None:
        place, theme = self._places.around["frame"], self._theme
        shape = QPainterPath()
        shape.addRoundedRect(place, 2 * RADIUS, 2 * RADIUS)
        self._painter.fillPath(shape, QColor(theme.panel))
        self._painter.setPen(pen(theme.colours["crimson"], 2.0, "dashed"))
        self._painter.drawPath(shape)
        name = self._places.boxes["whole"]
        left = name.right() + GRID
        row = QRectF(left, place.top() + 2, place.right() - left - GRID, theme.room(22))
        self._write(row, self._texts.algorithm, "small", muted=True, side=Qt.AlignmentFlag.AlignRight)

    def _sheets(self, name: str, text: str) -> None:
        """Draw data as a pile of sheets."""
        place, theme = self._places.around[name], self._theme
        room = self._theme.room(4)
        for back in (2, 1, 0):
            sheet = place.adjusted(back * room, (2 - back) * -room + 2 * room, (back - 2) * room, -back * room)
            shape = QPainterPath()
            shape.addRoundedRect(sheet, RADIUS, RADIUS)
            self._painter.fillPath(shape, QColor(theme.raised))
            self._painter.setPen(pen(theme.muted, 1.25))
            self._painter.drawPath(shape)
        front = place.adjusted(0, 2 * room, -2 * room, 0)
        self._write(front, text, "small", lines=2)

    def _feeding(self) -> None:
        """Draw how training data, as people prepare them, come to where gradients are computed."""
        at, paint = self._places, self._arrow
        low = at.around["frame"].bottom() - self._theme.room(16)
        paint([at.bottom("data"), at.top("training")])
        paint([at.top("weights"), at.bottom("training")])
        side = at.boxes["exploration"].right() + GRID
        start = QPointF(at.boxes["exploration"].left() - GRID / 2, at.middle("exploration").y())
        paint([at.left("exploration"), start, QPointF(start.x(), at.middle("training").y()), at.left("training")])
        near, far = at.bottom("gradient"), at.bottom("gradient again")
        paint(
            [
                at.right("training"),
                QPointF(side, at.middle("training").y()),
                QPointF(side, low),
                QPointF(near.x(), low),
                near,
            ]
        )
        self._painter.setOpacity(_AGAIN)
        paint([QPointF(near.x(), low), QPointF(far.x(), low), far])
        self._painter.setOpacity(1.0)
        for foot in (near, far):
            row = QRectF(foot.x() + 4, low - self._theme.room(20), self._theme.room(70), self._theme.room(16))
            self._write(row, self._texts.batch, "small", muted=True, side=Qt.AlignmentFlag.AlignLeft)

    def _steps(self) -> None:
        """Draw the unrolled algorithm: gradient, update, and so on to the result."""
        at = self._places
        self._computed("gradient")
        self._arrow([at.right("start"), at.left("gradient")], "θ⁰")
        self._arrow([at.right("gradient"), at.left("update")])
        self._arrow([at.bottom("architecture"), _over(at.bottom("architecture"), at.top("gradient"))])
        self._arrow([at.top("rate"), at.bottom("update")])
        kept = at.boxes["memory"]
        up = QPointF(max(at.top("update").x(), kept.left() + GRID), at.boxes["update"].top())
        self._arrow([up, QPointF(up.x(), kept.bottom())])
        self._arrow([at.right("update"), at.left("gradient again")], "θ¹")
        self._painter.setOpacity(_AGAIN)
        self._computed("gradient again")
        again = at.around["update again"]
        shape = QPainterPath()
        shape.addRoundedRect(again.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._painter.setPen(pen(self._theme.colours["crimson"], 2.0))
        self._painter.drawPath(shape)
        self._write(again, self._texts.update, "small", lines=2)
        self._arrow([at.right("gradient again"), at.left("update again")])
        down = QPointF(again.center().x(), kept.center().y())
        self._arrow([QPointF(kept.right(), kept.center().y()), down, QPointF(down.x(), again.top())])
        self._painter.setOpacity(1.0)
        self._arrow([at.right("update again"), at.left("result")], dots=True)
        self._result()

    def _testing(self) -> None:
        at = self._places
        self._arrow([at.right("result"), at.left("distance")])
        self._arrow([at.bottom("test"), at.top("distance")])
        self._arrow([at.bottom("distance"), at.top("loss")])
        self._box("loss", self._texts.loss)

    def _promise(self) -> None:
        """Draw the way back: what meta-training does."""
        at, theme = self._places, self._theme
        frame, loss = at.around["frame"], at.around["loss"]
        low = at.around["promise"].top() + theme.room(1)
        ink = pen(theme.colours["crimson"], 1.75, "dashed")
        foot = QPointF(loss.center().x(), low + theme.room(12))
        end = QPointF(frame.left() + 2 * GRID, foot.y())
        way = [QPointF(loss.center().x(), loss.bottom()), foot, end, QPointF(end.x(), frame.bottom())]
        self._painter.setPen(ink)
        self._painter.drawPolyline(QPolygonF(way))
        self._head(way[-2], way[-1], theme.colours["crimson"])
        metrics = QFontMetricsF(theme.font("small"))
        text = self._texts.promise
        room = foot.x() - end.x() - 4 * GRID
        across = min(metrics.horizontalAdvance(text) + 2 * GRID, room)
        row = QRectF((foot.x() + end.x() - across) / 2, foot.y() - theme.room(9), across, theme.room(18))
        self._painter.fillRect(row, QColor(theme.window))
        self._write(row, metrics.elidedText(text, Qt.TextElideMode.ElideRight, row.width() - 2), "small")

    def _computed(self, name: str) -> None:
        """Draw where a gradient is computed."""
        self._box(name, self._texts.gradient if name == "gradient" else "∇l")

    def _box(self, name: str, text: str) -> None:
        """Draw a box that nobody designs."""
        theme, place = self._theme, self._places.around[name]
        shape = QPainterPath()
        shape.addRoundedRect(place, place.height() / 2.6, place.height() / 2.6)
        self._painter.fillPath(shape, mixed(theme.accent, theme.panel, 0.9))
        self._painter.setPen(pen(theme.accent, 1.5))
        self._painter.drawPath(shape)
        self._write(place, text, "small", lines=2)

    def _result(self) -> None:
        """Draw what is learned, θ with a hat: fonts put a combining hat anywhere."""
        theme, place = self._theme, self._places.around["result"]
        self._painter.setPen(pen(theme.text, 1.75))
        self._painter.setBrush(QBrush(QColor(theme.panel)))
        self._painter.drawEllipse(place)
        self._painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
        font = theme.font("body")
        across, high = QFontMetricsF(font).horizontalAdvance("θ"), QFontMetricsF(font).ascent()
        self._write(place.translated(0, high / 6), "θ", "body")
        peak = QPointF(place.center().x(), place.center().y() - 0.55 * high)
        foot = QPointF(across / 2.4, high / 5)
        self._painter.setPen(pen(theme.text, 1.25))
        self._painter.drawPolyline(QPolygonF([QPointF(peak.x() - foot.x(), peak.y() + foot.y()), peak, peak + foot]))

    def _arrow(self, way: list[QPointF], label: str = "", *, dots: bool = False) -> None:
        """Draw an arrow along corners, with a symbol above its last stretch."""
        self._painter.setPen(pen(self._theme.muted, 1.75, "dotted") if dots else self._line)
        self._painter.drawPolyline(QPolygonF(way))
        self._head(way[-2], way[-1], self._theme.muted)
        if label:
            middle = (way[-2] + way[-1]) / 2
            high = self._theme.room(18)
            row = QRectF(middle.x() - 3 * GRID, middle.y() - high - 1, 6 * GRID, high)
            self._write(row, label, "body")

    def _head(self, start: QPointF, end: QPointF, colour: str) -> None:
        turn = atan2(end.y() - start.y(), end.x() - start.x())
        sides = [
            QPointF(end.x() - _HEAD * cos(turn + by), end.y() - _HEAD * sin(turn + by)) for by in (-pi / 7, pi / 7)
        ]
        self._painter.setPen(pen(colour, 1.0))
        self._painter.setBrush(QBrush(QColor(colour)))
        self._painter.drawPolygon(QPolygonF([end, *sides]))
        self._painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))

    def _write(
        self,
        place: QRectF,
        text: str,
        size: Size,
        *,
        lines: int = 1,
        muted: bool = False,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> None:
        """Write a text in the middle of a place, in at most so many lines."""
        font = self._theme.font(size)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._theme.muted if muted else self._theme.text))
        found = broken(text, font, round(place.width()), lines)[0] if lines > 1 else [text]
        high = QFontMetricsF(font).height()
        top = place.center().y() - high * len(found) / 2
        for index, line in enumerate(found):
            row = QRectF(place.left(), top + index * high, place.width(), high)
            self._painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | side, line)


def _over(start: QPointF, end: QPointF) -> QPointF:
    """Return the end of a straight way down from `start` to the height of `end`."""
    return QPointF(start.x(), end.y())
