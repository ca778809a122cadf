"""A person against the machines: supports of a few classes and one query, whose class is to be told."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from typing_extensions import override

from metascope.widgets.episode.arrangement import SMALLEST, Arrangement, Room, cards
from metascope.widgets.episode.contents import Episode
from metascope.widgets.episode.ink import EpisodePainter, PictureCache
from metascope.widgets.look.theme import CLASS_LETTERS, GRID, Theme
from metascope.widgets.views.sheet import SheetView
from metascope.widgets.views.view import Table

GUTTER = 150  # pixels: width of the query's side at least
SHARE = 0.32  # of the width, for the query's side
HEAD = 24  # pixels: height of a column's head
LINE = 20  # pixels: height of a line of text
LINES = 2  # of text above and below the query
COLUMN = 30  # pixels: width of a card at least
ACROSS = 10  # cards side by side in the smallest picture
NEXT = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)  # after the answer
HALF = Qt.AlignmentFlag.AlignHCenter


class QuizView(SheetView):
    """Shows supports and one query; a person clicks the class, or presses its letter or number.

        quiz = QuizView("quiz", tr("You against the machines"), LIGHT)
        quiz.set_trial(Episode(supports, labels, query[None], truth[None], names))
        quiz.answered.connect(lambda way: print("class", way))

    Whether it was right is shown at once, and stays until the next trial. What the score is comes from outside.

    Signals:
        answered(way): a person has answered; once for each trial.
        next_wanted: a person clicked, or pressed Space or Return, after the answer.
    """

    interactive = True
    answered = Signal(int)
    next_wanted = Signal()

    def __init__(self, name: str, title: str, theme: Theme) -> None:
        self._trial: Episode | None = None
        self._answer: int | None = None
        self._score = ""
        self._over: int | None = None  # the column under the pointer, or that has the keyboard
        self._supports, self._queries = PictureCache(), PictureCache()
        super().__init__(name, title, theme)
        canvas = self.canvas()
        canvas.setAccessibleName(title)
        canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        canvas.setMouseTracking(True)
        canvas.installEventFilter(self)

    @property
    def answer(self) -> int | None:
        """The class that a person has chosen, None before."""
        return self._answer

    def set_trial(self, trial: Episode, answer: int | None = None) -> None:
        """Show a trial: an episode with one query whose class is known, and what it was answered with already.

        Raises:
            ValueError: it has another number of queries, or its class is unknown.
        """
        if len(trial.queries) != 1 or int(trial.truths[0]) < 0:
            raise ValueError(f"a trial must have one query of a known class, not {len(trial.queries)}")
        self._trial, self._answer, self._over = trial, answer, None
        self._tell()

    def clear_trial(self) -> None:
        """Show no trial, as where nobody knows a query's class."""
        self._trial, self._answer, self._over = None, None, None
        self._tell()

    def set_score(self, text: str) -> None:
        """Show how a person has done so far, in a line."""
        if text != self._score:
            self._score = text
            self._tell()

    def choose(self, way: int) -> None:
        """Answer, as a person would; nothing happens after the first answer to a trial."""
        if self._trial is not None and self._answer is None and 0 <= way < self._trial.ways:
            self._answer = way
            self._tell()
            self.answered.emit(way)

    def arrangement(self, rect: QRectF) -> Arrangement:
        """Return where everything lies in a rectangle, above the score."""
        gutter = max(float(self.theme.room(GUTTER)), SHARE * rect.width())
        room = Room(min(gutter, rect.width() / 2), self.theme.room(HEAD), 0.0, 0.0)
        trial = self._trial
        above = rect.adjusted(0, 0, 0, -self.theme.room(LINE))
        return cards(above, () if trial is None else trial.labels.tolist(), trial.ways if trial else 1, room)

    @override
    def draw_picture(self, painter: QPainter, rect: QRectF) -> None:
        screen = painter.device() == self.canvas()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = EpisodePainter(painter, self.theme, rect, paper=not screen)
        inner = _inner(rect)
        if self._trial is None:
            ink.text(inner, self.tr("A trial appears as soon as there are pictures"), self.theme.muted, HALF)
        else:
            self._draw(ink, self._trial, self.arrangement(inner), screen=screen)
        line = QRectF(inner.left(), inner.bottom() - self.theme.room(LINE), inner.width(), self.theme.room(LINE))
        if self._answer is not None:
            ink.text(line, self._way_on(), self.theme.accent, Qt.AlignmentFlag.AlignLeft, bold=True)
            line.setLeft(self.arrangement(inner).gutter.right())
        ink.text(line, self._score, self.theme.text, HALF)
        painter.restore()

    @override
    def least_size(self) -> QSizeF:
        if self._trial is None:
            return QSizeF(0, 0)
        card = self.theme.room(HEAD) + SMALLEST  # of one support
        rows = -(-self._trial.ways // ACROSS)
        wide = self.theme.room(GUTTER) + min(self._trial.ways, ACROSS) * self.theme.room(COLUMN)
        return QSizeF(wide, max(rows * card, LINES * self.theme.room(LINE) + SMALLEST) + self.theme.room(LINE))

    @override
    def tip_at(self, place: QPointF) -> str:
        trial = self._trial
        way = self.arrangement(_inner(QRectF(self.canvas().rect()))).way_at(place)
        return "" if trial is None or way is None else trial.told_class(way)

    @override
    def table(self) -> Table:
        """Return the class of the query and the one that a person chose, after the answer."""
        trial = self._trial
        if trial is None or self._answer is None:
            return {}
        truth = int(trial.truths[0])
        return {"class": np.array([CLASS_LETTERS[truth]]), "answer": np.array([CLASS_LETTERS[self._answer]])}

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose with the mouse and the keyboard."""
        kind = event.type()
        if watched is not self.canvas():
            return super().eventFilter(watched, event)
        if isinstance(event, QMouseEvent) and kind is QEvent.Type.MouseButtonPress:
            return self._press(event)
        if isinstance(event, QMouseEvent) and kind is QEvent.Type.MouseMove:
            self._point_at(self._way_at(event.position()))
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.FocusIn):
            self._point_at(None)
        elif isinstance(event, QKeyEvent) and kind is QEvent.Type.ShortcutOverride and self._is_meant(event):
            event.accept()
        elif isinstance(event, QKeyEvent) and kind is QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        self.canvas().setFocus(Qt.FocusReason.MouseFocusReason)
        if self._answer is not None:
            self.next_wanted.emit()
        elif (way := self._way_at(event.position())) is not None:
            self.choose(way)
        return True

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self._answer is not None and key in NEXT:
            self.next_wanted.emit()
            return True
        way = self._way_of(event)
        if way is None:
            return False
        self.choose(way)
        return True

    def _is_meant(self, event: QKeyEvent) -> bool:
        """Return whether a key is the quiz's own, whatever it does elsewhere."""
        goes_on = self._answer is not None and Qt.Key(event.key()) in NEXT
        return goes_on or self._way_of(event) is not None

    def _way_of(self, event: QKeyEvent) -> int | None:
        """Return the class that a key stands for: its letter, or its number from 1."""
        text = event.text().upper()
        if self._trial is None or len(text) != 1:
            return None
        way = int(text) - 1 if text in "123456789" else CLASS_LETTERS.find(text)
        return way if 0 <= way < self._trial.ways else None

    def _way_at(self, place: QPointF) -> int | None:
        found = self.arrangement(_inner(QRectF(self.canvas().rect()))).way_at(place)
        return found if self._trial is not None else None

    def _point_at(self, way: int | None) -> None:
        clickable = way is not None or self._answer is not None
        shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor
        self.canvas().setCursor(shape)
        if way != self._over:
            self._over = way
            self.canvas().update()

    def _draw(self, ink: EpisodePainter, trial: Episode, places: Arrangement, *, screen: bool) -> None:
        if screen and self._over is not None and self._answer is None:
            ink.sought(places.columns[self._over], self._over)
        for way, head in enumerate(places.heads):
            ink.head(head, way, self._called(trial, way), chosen=False)
        images = self._supports.of(trial.supports, self.theme)
        for index, place in enumerate(places.supports):
            tint = self.theme.style(f"class.{CLASS_LETTERS[int(trial.labels[index])]}").colour
            ink.picture(place, images[index], tint)
        self._draw_query(ink, trial, places.gutter)
        if self._answer is not None:
            self._draw_verdict(ink, places, int(trial.truths[0]), self._answer)

    def _called(self, trial: Episode, way: int) -> str:
        """Return what stands beside a class's letter: after the answer, which one that is, and which is true."""
        if self._answer is None:
            return trial.names[way]
        if way == int(trial.truths[0]):
            return self.tr("true")
        return self.tr("yours") if way == self._answer else ""

    def _draw_query(self, ink: EpisodePainter, trial: Episode, gutter: QRectF) -> None:
        line = float(self.theme.room(LINE))
        side = max(min(gutter.width() - 3 * GRID, gutter.height() - LINES * line - GRID), SMALLEST)
        top = QRectF(gutter.left(), gutter.top(), gutter.width() - GRID, line)
        ink.text(top, self.tr("Which class is this?"), self.theme.text, HALF, bold=True)
        place = QRectF(top.center().x() - side / 2, top.bottom() + GRID / 2, side, side)
        ink.picture(place, self._queries.of(trial.queries, self.theme)[0], self.theme.border)
        under = QRectF(gutter.left(), place.bottom() + GRID / 4, gutter.width() - GRID, line)
        told, colour = self._told()
        ink.text(under, told, colour, HALF, bold=self._answer is not None)

    def _draw_verdict(self, ink: EpisodePainter, places: Arrangement, truth: int, answer: int) -> None:
        """Frame the right column, and the one that was chosen wrongly, with a tick and a cross."""
        for way, right in {answer: answer == truth, truth: True}.items():
            column = places.columns[way].adjusted(1, 1, -1, -1)
            colour = self.theme.success if right else self.theme.error
            ink.frame(column, colour, 3.0)
            size = min(2.5 * GRID, column.width() / 4)
            corner = column.bottomRight() - QPointF(size / 2 + GRID / 2, size / 2 + GRID / 2)
            ink.verdict(corner, right, size)

    def _told(self) -> tuple[str, str]:
        """Return the sentence under the query, and its colour."""
        trial, answer = self._trial, self._answer
        if trial is None or answer is None:
            return self.tr("Click it, or its letter"), self.theme.muted
        truth = int(trial.truths[0])
        if answer == truth:
            return self.tr("Right: it is {letter}").format(letter=CLASS_LETTERS[truth]), self.theme.success
        text = self.tr("Not {answer}: it is {letter}")
        return text.format(answer=CLASS_LETTERS[answer], letter=CLASS_LETTERS[truth]), self.theme.error

    def _way_on(self) -> str:
        """Return what to do after the answer."""
        return self.tr("Next: click, or Space")

    def _tell(self) -> None:
        """Tell screen readers, and draw again."""
        told = (self._told()[0], "" if self._answer is None else self._way_on(), self._score)
        self.canvas().setAccessibleDescription(". ".join(filter(None, told)))
        self.redraw()


def _inner(rect: QRectF) -> QRectF:
    return rect.adjusted(GRID, 0, -GRID, -GRID / 2)
