"""The lecture's vector picture: which way each method goes from the same start, and where its arrow comes from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QToolButton

from simulator.stories.landscapes.course import Tick
from simulator.stories.landscapes.frame import Array, LandscapesFrame
from simulator.stories.landscapes.names import METHOD_NAMES, METHODS, TASK_LETTERS
from widgets.plots.labels import Arrow, ArrowsItem
from widgets.plots.mark import Emphasis
from widgets.plots.paths import FanItem
from widgets.plots.plot import Axis, PlotView
from widgets.text import number
from widgets.theme import Theme

Pair = tuple[float, float]


class VectorsView(PlotView):
    """Arrows of minus alpha times each method's direction, from the start of the method that is looked at.

    All arrows have one scale, that of the inner steps, unless the person asks for equal lengths: then each is as long
    as the longest, and its label tells its true length.
    """

    def __init__(self, tasks: int, theme: Theme) -> None:
        translate = partial(QCoreApplication.translate, "VectorsView")
        title = translate("Directions from one start")
        super().__init__("directions", title, theme, Axis("", "φ₁"), [Axis("", "φ₂")], equal=True)
        self._frame: tuple[LandscapesFrame, Tick, str] | None = None
        self._emphasis: dict[str, Emphasis] = {}
        self._task = QComboBox()
        self._equal = QToolButton()
        self._path = FanItem("theta", "muted", self.tr("inner path"))
        self._arrows = ArrowsItem("directions", self.tr("direction"))
        self._fill_controls(tasks)
        self.add(self._path)
        self.add(self._arrows)

    def draw(self, frame: LandscapesFrame, tick: Tick, method: str) -> None:
        """Show the directions at `method`'s start."""
        self._frame = (frame, tick, method)
        self._redraw()

    def set_emphasis(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Leave the arrows of hidden methods out."""
        self._emphasis = dict(emphasis)
        self._redraw()

    def _redraw(self) -> None:
        if self._frame is None:
            return
        frame, tick, method = self._frame
        at, tasks = METHODS.index(method), self._tasks(frame)
        start = frame.phi[at, 0]  # (2,)
        steps = -frame.alpha * frame.directions[at, :, 0][:, tasks].sum(axis=1)  # (R, 2)
        arrows = self._method_arrows(start, steps)
        path = frame.theta[:, at, 0, tasks]  # (tasks, k + 1, 2), as numpy orders a list among slices
        path = path if path.shape[0] == len(frame.theta) else path.swapaxes(0, 1)
        self._path.set(path, tick.inner, [TASK_LETTERS[task] for task in tasks])
        if len(tasks) == 1:
            arrows = [*self._gradient_arrows(frame, at, tasks[0]), *arrows]
        self._arrows.set(arrows)
        self._fit(start, path, arrows)

    def _tasks(self, frame: LandscapesFrame) -> list[int]:
        chosen = self._task.currentData()
        return list(range(frame.theta.shape[3])) if chosen is None else [chosen]

    def _method_arrows(self, start: Array, steps: Array) -> list[Arrow]:
        lengths = np.hypot(*steps.T)  # (R,)
        longest = float(lengths.max())
        arrows = []
        for key, step, length in zip(METHODS, steps, lengths.tolist(), strict=True):
            if self._emphasis.get(key) == "hidden" or not np.isfinite(length):
                continue
            label = METHOD_NAMES[key]
            if self._equal.isChecked():
                label = self.tr("{method} {length}").format(method=label, length=number(length, 2))
                step = step * (longest / length) if length > 0 else step
            arrows.append(Arrow(key, label, pair(start), pair(start + step)))
        return arrows

    def _gradient_arrows(self, frame: LandscapesFrame, at: int, task: int) -> list[Arrow]:
        """Return g1 at the start and g2 at the adapted theta, each where it was measured."""
        arrows = []
        start, end = frame.phi[at, 0], frame.theta[-1, at, 0, task]
        if len(frame.support_gradients):
            first = start - frame.alpha * frame.support_gradients[0, at, 0, task]
            arrows.append(Arrow("ink", "g₁", pair(start), pair(first)))
        query = end - frame.alpha * frame.query_gradient[at, 0, task]
        return [*arrows, Arrow("ink", "g₂", pair(end), pair(query))]

    def _fit(self, start: Array, path: Array, arrows: list[Arrow]) -> None:
        """Keep all arrows in sight; the range moves only when they leave it or have become small in it."""
        tips = np.array([pair(start), *(arrow.end for arrow in arrows), *path.reshape(-1, 2).tolist()])
        tips = tips[np.isfinite(tips).all(axis=1) & (np.abs(tips) < 1e6).all(axis=1)]
        reach = float(np.abs(tips - start).max()) * 1.35 or 1.0
        reach = 1.25 ** np.ceil(np.log(reach) / np.log(1.25))  # in steps, so that it does not shiver
        x, y = start.tolist()
        self.set_range((x - reach, x + reach), (y - reach, y + reach))

    def _fill_controls(self, tasks: int) -> None:
        self._task.addItem(self.tr("All tasks (sum)"), None)
        for task in range(tasks):
            self._task.addItem(self.tr("Task {letter}").format(letter=TASK_LETTERS[task]), task)
        self._task.setToolTip(self.tr("Whose gradients are drawn"))
        self._task.setAccessibleName(self.tr("Task whose gradients are drawn"))
        self._task.activated.connect(self._redraw)
        self._equal.setText(self.tr("Equal lengths"))
        self._equal.setCheckable(True)
        self._equal.setToolTip(self.tr("Draw all arrows as long as the longest, with their true lengths as numbers"))
        self._equal.setAccessibleName(self.tr("Equal lengths"))
        self._equal.clicked.connect(self._redraw)
        self.add_control(self._equal)
        self.add_control(self._task)


def pair(place: Array) -> Pair:
    """Return (2,) as two numbers."""
    return float(place[0]), float(place[1])
