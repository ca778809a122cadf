"""Draws what a start is worth, against where it is, and the slope that each estimator sees there on average."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Qt, Signal

from metascope.simulator.engine.frame import Frame
from metascope.simulator.stories.bandits.frame import Array, BanditFrame, Curves
from metascope.simulator.stories.bandits.names import ESTIMATES, LETTERS, METHOD_NAMES, REACH, STORY_METHODS
from metascope.simulator.stories.bandits.settings import BanditSettings
from metascope.widgets.look.emphasis import Level
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.handles.handle import Handle
from metascope.widgets.plots.series.level import LevelItem
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import FanItem
from metascope.widgets.plots.views.plot import Axis, PlotView

TASKS, MEAN, SLOPE = 0, 1, 2  # the rows
UPDATE = 3  # the tick from which on the inner step is drawn
ROOM = 0.15  # of a span, left free above and below


class ValueView(PlotView):
    """The expected reward of a pull: on each task, with a method's inner step, and on all; below its expected slopes.

    Where an estimator's slope crosses zero downwards its start comes to rest. A start can be dragged: all of them, or
    with Shift it alone.

    Signals:
        changed: a person dragged a start: "phi", which and where to, and whether the gesture continues.
    """

    changed = Signal(str, object, bool)

    def __init__(self, settings: BanditSettings, theme: Theme) -> None:
        x = Axis(translate("BanditValue", "start: log odds of arm 2"), "φ")
        rows = [
            Axis(translate("BanditValue", "each task")),
            Axis(translate("BanditValue", "all tasks")),
            Axis(translate("BanditValue", "expected slope")),
        ]
        super().__init__("value", translate("BanditValue", "What a start is worth"), theme, x, rows)
        self._curves: Curves | None = None
        self._levels: Mapping[str, Level] = {}
        self._tasks, self._means, self._slopes = LinesItem("phi"), LinesItem("phi"), LinesItem("phi")
        self._best, self._zero = LevelItem("best", "muted"), LevelItem("zero", "muted")
        names = {method.key: method_text(method.name) for method in STORY_METHODS if method.key in settings.methods}
        self._steps = {key: FanItem(f"{key}.theta", key, name) for key, name in names.items()}
        self._starts = {key: self._start_handle(key, name) for key, name in reversed(names.items())}
        for mark in (self._best, self._tasks, *self._steps.values()):
            self.add(mark, TASKS)
        for mark in (self._means, *self._starts.values()):
            self.add(mark, MEAN)
        for line in (self._zero, self._slopes):
            self.add(line, SLOPE)
        self._zero.set(0.0, "", 0.0)

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show all starts, and the inner step of a method."""
        assert isinstance(frame, BanditFrame), "the view needs frames of its own story"
        method = method if method in frame.methods else frame.methods[0]
        if frame.curves is not self._curves:
            self._curves = frame.curves
            self._draw_curves(frame.curves)
        for index, key in enumerate(frame.methods):
            self._starts[key].set_position(float(frame.phi[index]), float(frame.after[index]))
            if key == method and inner >= UPDATE:
                self._steps[key].set(_step(frame, index), 1, LETTERS[frame.episode.task])
            else:
                self._steps[key].set(np.empty((2, 0, 2)), 1)
        index = frame.methods.index(method)
        text = self.tr("{method} at φ = {phi}: {before} before adapting, {after} after")
        values = (frame.phi[index], frame.before[index], frame.after[index])
        phi, before, after = (number(float(value)) for value in values)
        self.set_title(text.format(method=method_text(METHOD_NAMES[method]), phi=phi, before=before, after=after))

    def show_methods(self, levels: Mapping[str, Level]) -> None:
        """Draw each method's start and its estimator's slope fully, dimmed or not at all."""
        self._levels = dict(levels)
        for key, level in levels.items():
            if key in self._starts:
                self._starts[key].set_emphasis(level)
                self._steps[key].set_emphasis(level)
        if self._curves is not None:
            self._draw_slopes(self._curves)

    def _draw_curves(self, curves: Curves) -> None:
        tasks = [
            Line(
                f"task.{letter}",
                f"task.{letter}",
                self.tr("task {letter}").format(letter=letter),
                curves.axis,
                y,
                letter,
            )
            for letter, y in zip(LETTERS, curves.tasks, strict=False)
        ]
        before = Line("before", "muted", self.tr("all tasks, before adapting"), curves.axis, curves.before)
        after = Line("after", "after", self.tr("all tasks, after adapting"), curves.axis, curves.after)
        self._tasks.set(tasks)
        self._means.set([before, after])
        self._best.set(curves.best, self.tr("better arm: {value}").format(value=number(curves.best)), curves.best)
        self.set_range((-REACH, REACH), (0.0, 1.05), TASKS)
        self.set_range((-REACH, REACH), _spanned(np.stack([curves.before, curves.after])), MEAN)
        self._draw_slopes(curves)

    def _draw_slopes(self, curves: Curves) -> None:
        lines = []
        for key, y in reversed([*zip(ESTIMATES, curves.slopes, strict=True)]):
            level = self._levels.get(key, "full" if key in self._starts else "hidden")
            if level != "hidden":
                text = self.tr("{estimator}, expected").format(estimator=method_text(METHOD_NAMES[key]))
                lines.append(Line(f"{key}.slope", key, text, curves.axis, y, "", level))
        self._slopes.set(lines)
        self.set_range((-REACH, REACH), _spanned(curves.slopes), SLOPE)

    def _start_handle(self, key: str, name: str) -> Handle:
        def dragged(x: float, y: float, draft: bool, modifiers: Qt.KeyboardModifier) -> None:
            alone = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.changed.emit("phi", {"method": key if alone else None, "to": x}, draft)

        label = translate("BanditValue", "{method}: start φ").format(method=name)
        handle = Handle(f"{key}.start", key, label, follow=self._on_the_curve)
        handle.dragged.connect(dragged)
        return handle

    def _on_the_curve(self, x: float, y: float) -> tuple[float, float]:
        x = float(np.clip(x, -REACH, REACH))
        return x, y if self._curves is None else float(np.interp(x, self._curves.axis, self._curves.after))


def _spanned(values: Array) -> tuple[float, float]:
    """Return a range with room about some values."""
    low, high = float(values.min()), float(values.max())
    room = ROOM * (high - low) or 0.1
    return low - room, high + room


def _step(frame: BanditFrame, index: int) -> Array:
    """Return a start's inner step on the task in focus, along the curve of the task, (2, 1, 2)."""
    x = np.array([frame.phi[index], frame.episode.theta[index]])
    return np.stack([x, frame.episode.worth[:, index]], axis=-1)[:, None]
