"""The landscapes scene: the picture of starts on surfaces, the directions, and the curves over meta-steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from scenes.landscapes.line import LineView
from scenes.landscapes.plane import PlaneView
from scenes.landscapes.vectors import VectorsView
from scenes.scene import Scene, Words
from simulator.engine.frame import Frame
from simulator.engine.metrics import Metrics
from simulator.engine.settings import Settings
from simulator.engine.text import Message
from simulator.stories.landscapes.frame import LandscapesFrame
from simulator.stories.landscapes.names import METHOD_NAMES
from simulator.stories.landscapes.settings import LandscapesSettings
from widgets.plots.curves import CurvesView, Series
from widgets.plots.mark import Emphasis
from widgets.plots.plot import Axis
from widgets.theme import GRID, Theme
from widgets.views import View

LISTED = ("maml", "fomaml", "pretraining", "reptile")
POINTS = 600  # of a curve drawn in a small view


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, LandscapesSettings), "a story's scene is built with its own settings"
    return LandscapesScene(settings, theme)


class LandscapesScene(Scene):
    """Starts on loss surfaces, in one dimension or two."""

    def __init__(self, settings: LandscapesSettings, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        self._picture = LineView(settings, theme) if settings.dimension == 1 else PlaneView(settings, theme)
        self._vectors = VectorsView(settings.tasks, theme) if settings.dimension == 2 else None
        self._now, self._after, self._error = self._curves(theme)
        self._shown: dict[str, Emphasis] = {}
        self._picture.changed.connect(self.changed)
        for curves in (self._now, self._after, self._error):
            curves.series_clicked.connect(lambda name: self.method_chosen.emit(name.partition(".")[0]))
        self._lay_out()

    def words(self) -> Words:
        """Return the scene's texts."""
        return Words(
            title=self.tr("Where a good start lies"),
            formula=r"\theta^n_{j+1} = \theta^n_j - \alpha \nabla l^n(\theta^n_j), \quad \theta^n_0 = \phi"
            r" \qquad \mathrm{MAML:}\ \min_\phi \sum_n l^n(\theta^n_k(\phi))"
            r" \qquad \mathrm{pre-training:}\ \min_\phi \sum_n l^n(\phi)",
            formula_spoken=self.tr(
                "Adaptation: theta of task n is moved k times against its gradient, beginning at phi. MAML minimizes"
                " the tasks' summed loss after adaptation, pre-training the summed loss at phi itself."
            ),
            gestures=(
                (self.tr("Drag a filled mark"), self.tr("Move the start φ of all methods; with Shift, of this one")),
                (self.tr("Drag a letter"), self.tr("Move this task's optimum, and its surface with it")),
                (self.tr("Wheel, drag the plot, double click"), self.tr("Zoom, move, back to the whole range")),
                (self.tr("Point, click"), self.tr("Tell a mark's value; keep it there")),
                (self.tr("Tab and arrow keys in a picture"), self.tr("Choose a mark and move it; Shift: larger steps")),
            ),
        )

    def methods(self) -> tuple[tuple[str, str], ...]:
        """Return the four methods, MAML first."""
        return tuple((key, METHOD_NAMES[key]) for key in LISTED)

    def views(self) -> tuple[View, ...]:
        """Return all views."""
        found = (self._picture, self._vectors, self._after, self._now, self._error)
        return tuple(view for view in found if view is not None)

    def draw(self, frame: Frame, inner: int, method: str) -> None:
        """Show the frame at this inner tick of `method`'s course."""
        assert isinstance(frame, LandscapesFrame), "the story's own frames are drawn"
        tick = frame.course(method)[inner]
        self._picture.draw(frame, tick, method)
        if self._vectors is not None:
            self._vectors.draw(frame, tick, method)

    def draw_curves(self, metrics: Metrics, step: int) -> None:
        """Show losses now and after adaptation, and how far the first-order directions are off."""
        for curves, quantity in ((self._now, self._quantity("now")), (self._after, self._quantity("after"))):
            self._draw_quantity(curves, metrics, quantity, LISTED)
            curves.set_cursor(step)
        self._draw_quantity(self._error, metrics, "angle_to_maml", ("fomaml", "reptile", "pretraining"))
        self._error.set_cursor(step)

    def set_emphasis(self, emphasis: Mapping[str, str]) -> None:
        """Draw each method fully, dimmed or not at all."""
        levels = cast("Mapping[str, Emphasis]", emphasis)
        self._shown = dict(levels)
        self._picture.set_emphasis(levels)
        if self._vectors is not None:
            self._vectors.set_emphasis(levels)
        for curves, quantity in self._curve_views():
            curves.set_emphasis({f"{key}.{quantity}": level for key, level in levels.items()})

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        for view in self.views():
            view.set_theme(theme)

    def notices(self, frame: Frame) -> tuple[Message, ...]:
        """Return why paths diverge."""
        assert isinstance(frame, LandscapesFrame), "the story's own frames are drawn"
        return frame.notices

    def _quantity(self, when: str) -> str:
        return f"test_loss_{when}" if self._settings.sampled else f"loss_{when}"

    def _curve_views(self) -> tuple[tuple[CurvesView, str], ...]:
        return (
            (self._now, self._quantity("now")),
            (self._after, self._quantity("after")),
            (self._error, "angle_to_maml"),
        )

    def _draw_quantity(self, view: CurvesView, metrics: Metrics, quantity: str, keys: tuple[str, ...]) -> None:
        series = []
        for key in reversed(keys):
            name = f"{key}.{quantity}"
            steps, values = metrics.envelope(name, POINTS)
            if len(steps):
                series.append(Series(name, key, steps, values, METHOD_NAMES[key]))
        view.set_many(series)

    def _curves(self, theme: Theme) -> tuple[CurvesView, CurvesView, CurvesView]:
        steps = Axis(self.tr("meta-step"))
        over = self.tr("unseen tasks, mean") if self._settings.sampled else self.tr("all tasks, sum")
        loss = Axis(self.tr("loss"), "L")
        now = CurvesView("loss_now", self.tr("Loss now ({over})").format(over=over), theme, steps, loss)
        after = CurvesView("loss_after", self.tr("Loss after adaptation ({over})").format(over=over), theme, steps, loss)
        angle = Axis(self.tr("angle"), "", "°")
        error = CurvesView("first_order_error", self.tr("Angle to the exact meta-gradient"), theme, steps, angle)
        return now, after, error

    def _lay_out(self) -> None:
        side = QSplitter(Qt.Orientation.Vertical)
        for view in (self._vectors, self._after, self._now, self._error):
            if view is not None:
                side.addWidget(view)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._picture)
        split.addWidget(side)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        for splitter in (side, split):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(cast(QWidget, split))
