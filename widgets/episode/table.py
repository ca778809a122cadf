"""An episode on a table: columns of supports, the queries below, and what each method answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from weakref import WeakMethod

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from typing_extensions import override

from metascope.widgets.cell.ink import Still
from metascope.widgets.episode.arrangement import GAP, LARGEST, SMALLEST, Arrangement, Room, arrange, grid_side
from metascope.widgets.episode.contents import UNKNOWN, Answers, Episode
from metascope.widgets.episode.hands import Hands
from metascope.widgets.episode.ink import EpisodePainter, PictureCache
from metascope.widgets.episode.offers import Offers
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import CLASS_LETTERS, GRID, Theme
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.views.sheet import SheetView
from metascope.widgets.views.view import Column, Table

ROW = 15  # pixels: height of a method's row
HEAD = 22  # pixels: height of a column's head
TITLE = 18  # pixels: height of the queries' title
GUTTER = (96, 190)  # pixels: width of the methods' names at least and at most
WIDEST = 0.36  # of the picture's width, for the names at most
COLUMN = 22  # pixels: width of a column at least
QUERIES = 6  # rows of the smallest pictures for which there is room at least
LEFT = Qt.AlignmentFlag.AlignLeft


class EpisodeTable(SheetView):
    """Support pictures in columns by class, queries below, and each method's answers as bars.

        table = EpisodeTable("episode", tr("Episode"), theme)
        table.set_episode(Episode(supports, labels, queries, truths, names))
        table.set_answers([Answers("prototypes", tr("Prototypical"), probabilities)])
        table.query_chosen.connect(table.set_chosen)

    A click or the arrow keys choose a query: its answers are the rows of bars under the columns. A support can be
    dragged to another column (or Ctrl and the arrow keys, or the class's letter), and away from the columns, which
    removes it (or Delete). The clipboard's picture is pasted as a query.

    Signals:
        query_chosen(index): a person chose a query. The owner calls `set_chosen`.
        support_moved(index, way): a person put a support into another class.
        support_removed(index): a person took a support away.
        picture_dropped(picture, way): a person dropped a picture, given as networks see it (S, S), on a class's column,
            or with way -1 elsewhere, or pasted it.
        refused(reason): a person dropped or pasted what cannot be read.
    """

    query_chosen = Signal(int)
    support_moved = Signal(int, int)
    support_removed = Signal(int)
    picture_dropped = Signal(object, int)
    refused = Signal(str)

    def __init__(self, name: str, title: str, theme: Theme) -> None:
        self._episode: Episode | None = None
        self._answers: tuple[Answers, ...] = ()
        self._query = 0
        self._looked_at: frozenset[int] = frozenset()
        self._supports, self._queries = PictureCache(), PictureCache()
        self._known: tuple[tuple[object, ...], Arrangement] | None = None
        self._kept = (Still(), Still())  # pictures, and answers
        self._hands: Hands | None = None
        self._offers: Offers | None = None
        super().__init__(name, title, theme)
        canvas = self.canvas()
        self._hands = Hands(canvas, WeakMethod(self._on_screen))
        self._hands.query_chosen.connect(self.query_chosen)
        self._hands.support_moved.connect(self.support_moved)
        self._hands.support_removed.connect(self.support_removed)
        self._hands.changed.connect(canvas.update)
        self._offers = Offers(canvas, WeakMethod(self._on_screen))
        self._offers.offered.connect(self.picture_dropped)
        self._offers.refused.connect(self.refused)
        self._offers.changed.connect(canvas.update)
        canvas.setAccessibleName(title)

    @property
    def chosen(self) -> int:
        """The query in question."""
        return self._query

    def set_movable(self, movable: bool) -> None:
        """Let a person move and remove supports, as from the beginning, or not."""
        assert self._hands is not None
        self._hands.movable = movable
        self.canvas().setAcceptDrops(movable)

    def set_episode(self, episode: Episode) -> None:
        """Show an episode; showing the same one again costs nothing. Answers of another shape are left out."""
        if episode is self._episode:
            return
        self._episode = episode
        assert self._offers is not None
        self._offers.side = episode.supports.shape[-1]
        self._query = min(self._query, max(len(episode.queries) - 1, 0))
        self._answers = tuple(answers for answers in self._answers if self._fits(answers))
        self._tell()

    def set_answers(self, answers: Sequence[Answers]) -> None:
        """Show the answers of one to nine methods, in this order.

        Raises:
            ValueError: there is no episode yet, or probabilities are not (Q, N).
        """
        if not all(self._fits(one) for one in answers):
            raise ValueError("answers must be probabilities (Q, N) of the episode that is shown")
        self._answers = tuple(answers)
        self._tell()

    def set_chosen(self, query: int) -> None:
        """Mark a query and show the answers about it in the columns."""
        if query != self._query and self._episode is not None and 0 <= query < len(self._episode.queries):
            self._query = query
            assert self._hands is not None
            if self._hands.current[0] == "query":
                self._hands.place_on("query", query)
            self._tell()

    def set_looked_at(self, supports: Sequence[int]) -> None:
        """Highlight the supports that a method looks at now."""
        if frozenset(supports) != self._looked_at:
            self._looked_at = frozenset(supports)
            self.canvas().update()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method, by its role, fully, dimmed or not at all."""
        self._answers = tuple(replace(one, level=emphasis.get(one.role, one.level)) for one in self._answers)
        self._tell()

    def arrangement(self, rect: QRectF) -> Arrangement:
        """Return where everything lies in a rectangle."""
        episode, shown = self._episode, self._shown()
        if episode is None:
            return arrange(rect, (), 1, 0, 0, self._room(rect.width()))
        key = (episode, rect.getRect(), len(shown), self.theme.font_scale, tuple(one.label for one in shown))
        if self._known is None or self._known[0] != key:
            labels = episode.labels.tolist()
            made = arrange(rect, labels, episode.ways, len(episode.queries), len(shown), self._room(rect.width()))
            self._known = (key, made)
        return self._known[1]

    @override
    def draw_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the table; what a person holds and what has the keyboard only on the screen."""
        canvas = self.canvas()
        screen = painter.device() == canvas
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = EpisodePainter(painter, self.theme, rect, paper=not screen)
        inner = rect.adjusted(GRID / 2, 0, -GRID, -GRID / 2)
        if self._episode is None:
            text = self.tr("The episode appears with the first meta-step")
            ink.text(inner, text, self.theme.muted, Qt.AlignmentFlag.AlignHCenter)
        else:
            self._draw(ink, self._episode, self.arrangement(inner), screen=screen)
        painter.restore()

    @override
    def least_size(self) -> QSizeF:
        episode = self._episode
        if episode is None:
            return QSizeF(0, 0)
        room = self._room(0.0)
        wide = room.gutter + episode.ways * self.theme.room(COLUMN)
        most = int(np.bincount(episode.labels, minlength=episode.ways).max(initial=1))
        across = max(int(self.theme.room(COLUMN) // (SMALLEST + 1)), 1)
        high = room.head + -(-most // across) * (SMALLEST + 1) + len(self._shown()) * room.row + 2 * GAP
        return QSizeF(wide, high + room.title + QUERIES * SMALLEST)

    @override
    def tip_at(self, place: QPointF) -> str:
        """Return the reading of what lies at a place of the picture."""
        episode, arrangement = self._episode, self._on_screen()
        if episode is None:
            return ""
        if (support := arrangement.support_at(place)) is not None:
            return episode.told_support(support)
        if (query := arrangement.query_at(place)) is not None:
            return episode.told_query(query, self._answers)
        way = next((way for way, column in enumerate(arrangement.columns) if _in_line(column, place)), None)
        row = next((index for index, line in enumerate(arrangement.rows) if line.contains(place)), None)
        if row is not None and len(episode.queries):
            answers = self._shown()[row]
            if way is None:
                return answers.told(self._query, int(episode.truths[self._query]))
            text = self.tr("{method}: {share} for {told}")
            share = number(float(answers.probabilities[self._query, way]), 3)
            return text.format(method=answers.label, share=share, told=episode.told_class(way))
        way = arrangement.way_at(place)
        return "" if way is None else episode.told_class(way)

    @override
    def table(self) -> Table:
        """Return the label of each support, and each query's class with each method's probabilities."""
        episode = self._episode
        if episode is None:
            return {}
        letters = np.array([*CLASS_LETTERS, "?"])
        found: dict[str, Column] = {
            "support.class": letters[episode.labels],
            "query": np.arange(1, len(episode.queries) + 1),
            "query.class": letters[episode.truths],
        }
        for answers in self._shown():
            for way in range(episode.ways):
                found[f"{answers.role}.probability_{CLASS_LETTERS[way]}"] = answers.probabilities[:, way]
        return found

    def _fits(self, answers: Answers) -> bool:
        episode = self._episode
        return episode is not None and answers.probabilities.shape == (len(episode.queries), episode.ways)

    def _shown(self) -> list[Answers]:
        return [answers for answers in self._answers if answers.level != "hidden"]

    def _on_screen(self) -> Arrangement:
        return self.arrangement(QRectF(self.canvas().rect()).adjusted(GRID / 2, 0, -GRID, -GRID / 2))

    def _room(self, width: float) -> Room:
        metrics, theme = QFontMetricsF(self.theme.font("small")), self.theme
        names = max((metrics.horizontalAdvance(one.label) for one in self._shown()), default=0.0)
        title = QFontMetricsF(theme.font("small", True)).horizontalAdvance(self._longest_name()) + 2 * GRID
        left = width - (0 if self._episode is None else self._episode.ways) * theme.room(COLUMN)
        least, most = (theme.room(one) for one in GUTTER)
        gutter = min(max(names + theme.room(11 * GRID), min(title, left), least), most, max(WIDEST * width, least))
        return Room(gutter, theme.room(HEAD), theme.room(ROW), theme.room(TITLE))

    def _draw(self, ink: EpisodePainter, episode: Episode, places: Arrangement, *, screen: bool) -> None:
        """Draw pictures and answers, on the screen from what is kept of them, and over them what moves."""
        hands, offers = self._hands, self._offers
        held = hands.held if hands is not None and screen else None
        dropping = None if offers is None else offers.over
        sought = (held.way if held is not None else dropping) if screen else None
        lifted = None if held is None else held.support
        look = (places, self.theme.name, self.theme.font_scale, self._query)
        ink.kept(
            self._kept[0], (*look, sought, lifted), lambda on: self._draw_pictures(on, episode, places, sought, lifted)
        )
        ink.kept(self._kept[1], (*look, self._answers), lambda on: self._draw_answers(on, episode, places))
        for index in self._looked_at:
            if index < len(places.supports) and index != lifted:
                ink.frame(places.supports[index], self.theme.accent, 3.0, outset=1.5)
        if screen and hands is not None:
            self._draw_hands(ink, episode, places, hands)

    def _draw_pictures(
        self, ink: EpisodePainter, episode: Episode, places: Arrangement, sought: int | None, lifted: int | None
    ) -> None:
        """Draw all pictures except the one that is lifted, under the heads of their columns."""
        if sought is not None:
            ink.sought(places.columns[sought], sought)
        truth = int(episode.truths[self._query]) if len(episode.queries) else UNKNOWN
        for way, head in enumerate(places.heads):
            ink.head(head, way, episode.names[way], chosen=way == truth)
        images = self._supports.of(episode.supports, self.theme)
        for index, place in enumerate(places.supports):
            if index != lifted:
                tint = self.theme.style(f"class.{CLASS_LETTERS[int(episode.labels[index])]}").colour
                ink.picture(place, images[index], tint)
        if not len(episode.queries):
            return
        self._draw_chosen(ink, episode, places.gutter)
        told = {
            "bars": self.tr("Queries with their classes, and what each method takes them for"),
            "symbols": self.tr("Queries with their classes; answers: filled if right, struck out if wrong"),
            "squares": self.tr("Queries; answers: a square if right, a line if wrong"),
        }[ink.detail(places.queries, len(self._shown()))]
        ink.text(places.between.adjusted(GRID / 2, 0, -GRID / 2, 0), told, self.theme.muted, LEFT)
        images = self._queries.of(episode.queries, self.theme)
        for index, query in enumerate(places.queries):
            if index == self._query:
                ink.frame(query.cell, self.theme.accent, 2.0)
            ink.query(query.picture, images[index], int(episode.truths[index]))

    def _draw_answers(self, ink: EpisodePainter, episode: Episode, places: Arrangement) -> None:
        if not len(episode.queries):
            return
        shown, truths = self._shown(), episode.truths.tolist()
        for line, answers in zip(places.rows, shown, strict=True):
            ink.row(places, line, answers, self._query, truths[self._query], _count_right(episode, answers))
        ink.answers(places.queries, shown, truths)

    def _draw_chosen(self, ink: EpisodePainter, episode: Episode, gutter: QRectF) -> None:
        """Draw the query in question left of the columns, as large as there is room."""
        line = float(self.theme.room(TITLE))
        head = QRectF(gutter.left() + GRID / 2, gutter.top(), gutter.width() - GRID, line)
        told = self._name_of_query(self._query + 1, int(episode.truths[self._query]))
        ink.text(head, told, self.theme.text, LEFT, bold=True)
        side, _ = grid_side(1, gutter.width() - 2 * GRID, gutter.height() - line - GRID)
        place = QRectF(head.left(), head.bottom() + 2, min(side, LARGEST), min(side, LARGEST))
        image = self._queries.of(episode.queries, self.theme)[self._query]
        ink.picture(place, image, self.theme.accent, 2.0)

    def _name_of_query(self, number: int, truth: int) -> str:
        """Return what a query is called; `truth` is -1 where nobody knows."""
        if truth < 0:
            return self.tr("Query {number}").format(number=number)
        return self.tr("Query {number}, of class {letter}").format(number=number, letter=CLASS_LETTERS[truth])

    def _longest_name(self) -> str:
        episode = self._episode
        if episode is None or not len(episode.queries):
            return ""
        return self._name_of_query(len(episode.queries), int(episode.truths.max()))

    def _draw_hands(self, ink: EpisodePainter, episode: Episode, places: Arrangement, hands: Hands) -> None:
        kind, index = hands.current
        if self.canvas().hasFocus():
            if kind == "query" and index < len(places.queries):
                ink.frame(places.queries[index].picture, self.theme.accent, 2.0, outset=1.0)
            elif kind == "support" and index < len(places.supports):
                ink.frame(places.supports[index], self.theme.accent, 2.0, outset=1.0)
        held = hands.held
        if held is not None and held.support < len(places.supports):
            place = QRectF(places.supports[held.support])
            place.moveCenter(held.at)
            images = self._supports.of(episode.supports, self.theme)
            away = self.theme.error if held.way is None else self.theme.accent
            ink.picture(place, images[held.support], away, 2.5)
            if held.way is None:
                ink.verdict(place.topRight(), False, 2 * GRID)

    def _tell(self) -> None:
        """Tell screen readers of the query in question, and draw again."""
        episode, hands = self._episode, self._hands
        if episode is not None and len(episode.queries):
            self.canvas().setAccessibleDescription(episode.told_query(self._query, self._answers))
        if hands is not None and episode is not None:
            kind, index = hands.current
            count = len(episode.queries if kind == "query" else episode.supports)
            hands.current = (kind, min(index, max(count - 1, 0)))
        self.redraw()


def _count_right(episode: Episode, answers: Answers) -> str:
    """Return how many of the queries whose class is known a method answers correctly, "" before its answers."""
    if all(winner is None for winner in answers.winners):
        return ""
    return f"{answers.count_right(episode.truths)}/{int((episode.truths != UNKNOWN).sum())}"


def _in_line(column: QRectF, place: QPointF) -> bool:
    return column.left() <= place.x() < column.right()
