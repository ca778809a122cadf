"""Draws the function of every method before adaptation to a few points, and after the current inner step."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtWidgets import QApplication, QToolButton
from typing_extensions import override

from metascope.simulator.engine.arrays import Single
from metascope.simulator.stories.sines.frame import SinesFrame, Task
from metascope.simulator.stories.sines.limits import MOST_POINTS
from metascope.simulator.stories.sines.names import LARGEST, METHOD_NAMES, REACH, SMALLEST
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.text import enumerated
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.labels import Placeholder
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.handles.handle import Handle
from metascope.widgets.plots.handles.removable import RemovableHandle
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from metascope.widgets.views.view import Table

HEIGHT = 6.25  # of the plot above and below 0; every wave fits
DIGITS = 3  # decimals of a point's coordinates: finer than a pixel
LEGEND = 260  # pixels of height from which there is a legend above the plot
THIN, FAINT = 1.0, 0.45  # line width in pixels and opacity of functions before adaptation
TURN = 2 * math.pi

Rows = tuple[tuple[float, float], ...]


class FunctionView(PlotView):
    """The wave, its known points, and every method's function before and after adaptation to them.

    A click adds a point, dragging moves one, the right button or Delete removes one; the letter on the crest moves
    amplitude and phase. A double click resets the range, and removes the point that its first click has added.

    Signals:
        changed: a person changed the points or the wave: name, value and whether the gesture continues.
    """

    changed = Signal(str, object, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            "function", translate("FunctionView", "Adapting to a few points"), theme, Axis("", "x"), [Axis("", "y")]
        )
        self._frame: SinesFrame | None = None
        self._fits: Single | None = None  # (J + 1, M, G), those drawn
        self._inner = 0
        self._task: Task | None = None
        self._rows: Rows = ()  # the points, with the person's changes since the frame
        self._added = QElapsedTimer()  # since a click added a point
        self._turns = False  # whether the current gesture turns the held-out wave into the person's own
        self._shown: dict[str, Emphasis] = {}
        self._legend = self.add_legend(from_height=LEGEND)
        self._truth, self._before, self._after = LinesItem("x"), LinesItem("x"), LinesItem("x")
        self._empty = Placeholder("diverged")
        self._crest = self._crest_handle()
        self._handles: list[RemovableHandle] = []
        self._add_button = self._button(self.tr("Add point"), self.tr("Add a point in the widest gap"))
        self._back = self._button(self.tr("Held-out wave"), self.tr("Return to the points of a held-out wave"))
        for mark in (self._before, self._truth, self._after, self._empty, self._crest):
            self.add(mark)
        self.set_range((-REACH, REACH), (-HEIGHT, HEIGHT))
        self._add_button.clicked.connect(self._add_in_gap)
        self._back.clicked.connect(self._leave)
        self.clicked.connect(self._add_at)
        for mark in (self._truth, self._before, self._after):
            mark.pinnable = False  # a click adds a point
        self._after.kept = False  # changes with every frame and inner step
        self._before.setOpacity(FAINT)
        self._before.ghostly = self._truth.ghostly = False  # the adapted functions are enough for ghosts

    def draw_frame(self, frame: SinesFrame, inner: int, method: str) -> None:
        """Show the frame's task, and the function of every method after this inner step."""
        self._frame = frame
        if frame.task is not self._task:
            self._show_task(frame.task)
        fits, before = frame.adaptation.fits, self._fits
        if fits is not before or inner != self._inner:
            self._fits, self._inner = fits, inner
            self._draw_functions(new_frame=fits is not before)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        self._draw_functions(new_frame=True)

    @override
    def reset_range(self) -> None:
        """Show the whole range. After a double click, also remove the point that its first click added."""
        super().reset_range()
        if self._added.isValid() and self._added.elapsed() <= QApplication.doubleClickInterval():
            self._added.invalidate()
            self._change(self._rows[:-1])

    @override
    def table(self) -> Table:
        """Return the wave, every method's function before and after adaptation, and the known points."""
        found = {name: column for name, column in super().table().items() if not name.startswith(("support.", "crest"))}
        if self._task is None:
            return found
        known = np.array(self._rows).reshape(-1, 2)
        wave = {} if self._task.source == "points" else {"amplitude": self._task.amplitude, "phase": self._task.phase}
        told = {name: np.array([value]) for name, value in wave.items()}
        return {**found, "support.x": known[:, 0], "support.y": known[:, 1], **told}

    def _show_task(self, task: Task) -> None:
        self._task = task
        self._rows = tuple((float(x), float(y)) for x, y in task.support.tolist())
        drawn = task.source == "points"
        told = self.tr("the wave")
        self._truth.set([] if drawn else [Line("wave", "after", told, wide(task.x), wide(task.truth), width=1.75)])
        self._crest.set_position(*((math.nan, math.nan) if drawn else crest(task)))
        self._back.setVisible(task.source != "held-out")
        entries = [] if drawn else [Entry("wave", "after", told)]
        self._legend.set([*entries, Entry("before", "muted", self.tr("thin: before adaptation"))])
        self._place_handles()

    def _draw_functions(self, *, new_frame: bool) -> None:
        """Draw every method's function at the inner step and, for a new frame, those before adaptation."""
        if self._fits is None:
            return
        if new_frame:
            self._before.set(list(self._lines(self._fits[0], before=True)))
        after = list(self._lines(self._fits[min(self._inner, len(self._fits) - 1)], before=False))
        self._after.set(after)
        lost = [line.label for line in reversed(after) if not np.isfinite(line.y).any()]
        self._empty.say(self.tr("Diverged") if after and len(lost) == len(after) else "")
        some = bool(lost) and len(lost) < len(after)
        self.set_remark(self.tr("Diverged: {methods}").format(methods=enumerated(lost)) if some else "")

    def _lines(self, fits: Single, *, before: bool) -> Iterator[Line]:
        """Yield the functions of the methods (M, G), the first method's on top."""
        frame = self._frame
        assert frame is not None, "functions need a frame"
        x, text = wide(frame.task.x), self.tr("{method} before adaptation")
        for method, values in reversed(list(zip(frame.methods, fits, strict=True))):
            level, name = self._shown.get(method, "full"), method_text(METHOD_NAMES[method])
            if level == "hidden" or (before and level == "dim"):
                continue
            if before:
                label = text.format(method=name)
                yield Line(f"{method}.before", method, label, x, wide(values), width=THIN, dash="solid")
            else:
                yield Line(f"{method}.fit", method, name, x, wide(values), "", level)

    def _place_handles(self) -> None:
        while len(self._handles) < len(self._rows):
            self._handles.append(self._new_handle(len(self._handles)))
        for index, handle in enumerate(self._handles):
            handle.set_position(*(self._rows[index] if index < len(self._rows) else (math.nan, math.nan)))
            handle.set_emphasis("full" if index < len(self._rows) else "hidden")

    def _new_handle(self, index: int) -> RemovableHandle:
        label = self.tr("point {number}; Delete or right click: remove").format(number=index + 1)
        handle = RemovableHandle(f"support.{index + 1}", "ink", label)
        handle.dragged.connect(lambda x, y, draft, _: self._move(index, x, y, draft))
        handle.removed.connect(lambda: self._remove(index))
        handle.doubled.connect(self.reset_range)
        self.add(handle)
        return handle

    def _move(self, index: int, x: float, y: float, draft: bool) -> None:
        row = (float(np.clip(x, -REACH, REACH)), float(np.clip(y, -HEIGHT, HEIGHT)))
        self._change((*self._rows[:index], row, *self._rows[index + 1 :]), draft)

    def _remove(self, index: int) -> None:
        self._change((*self._rows[:index], *self._rows[index + 1 :]))

    def _add_at(self, row: int, x: float, y: float, name: str) -> None:
        """Add a point where a person clicked."""
        if self._task is None or len(self._rows) >= MOST_POINTS or abs(x) > REACH or abs(y) > HEIGHT:
            return
        self._added.start()
        self._change((*self._rows, (x, y)))

    def _add_in_gap(self) -> None:
        """Add a point at height 0 in the middle of the widest gap, to move with the arrow keys."""
        if self._task is None or len(self._rows) >= MOST_POINTS:
            return
        places = np.sort([-REACH, *(x for x, _ in self._rows), REACH])
        widest = int(np.diff(places).argmax())
        self._change((*self._rows, (float(places[widest : widest + 2].mean()), 0.0)))

    def _change(self, rows: Rows, draft: bool = False) -> None:
        """Show these points at once, and emit all of them."""
        self._rows = rows
        self._place_handles()
        self.changed.emit("points", [[round(x, DIGITS), round(y, DIGITS)] for x, y in rows], draft)

    def _leave(self) -> None:
        """Return to a held-out wave."""
        if self._task is not None and self._task.source == "points":
            self.changed.emit("points", [], False)
        self.changed.emit("wave", False, False)

    def _move_crest(self, x: float, y: float, draft: bool, _: Qt.KeyboardModifier) -> None:
        self.changed.emit("amplitude", round(y, DIGITS), draft)
        self.changed.emit("phase", round((x - math.pi / 2) % TURN, DIGITS), draft)
        self._turns |= self._task is not None and self._task.source != "wave"
        if self._turns:
            self.changed.emit("wave", True, draft)
            self._turns = draft

    def _crest_handle(self) -> Handle:
        def follow(x: float, y: float) -> tuple[float, float]:
            return float(np.clip(x, -REACH, REACH)), float(np.clip(y, SMALLEST, LARGEST))

        label = self.tr("crest of the wave: phase + π/2, amplitude")
        handle = Handle("crest", "ink", label, "A", follow, lift=(0.0, -20.0))
        handle.dragged.connect(self._move_crest)
        return handle

    def _button(self, text: str, told: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setProperty("small", True)
        button.setToolTip(plain_tip(told))
        button.setAccessibleName(told)
        self.add_control(button)
        return button


def wide(values: Single) -> NDArray[np.float64]:
    """Return the numbers in the precision of plots."""
    return values.astype(np.float64)


def crest(task: Task) -> tuple[float, float]:
    """Return the crest of a wave within the plot: phase + pi / 2, amplitude."""
    x = task.phase + math.pi / 2
    return (x if x <= REACH else x - TURN), task.amplitude
