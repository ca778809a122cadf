"""Draws the lecture's vector picture: the direction of each method from the same start, and how it comes about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from metascope.simulator.stories.landscapes.course import Tick
from metascope.simulator.stories.landscapes.frame import Array, LandscapesFrame
from metascope.simulator.stories.landscapes.names import METHOD_NAMES, METHODS, TASK_LETTERS
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.arrows import Arrow, ArrowsItem
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.series.paths import FanItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from metascope.widgets.views.view import Table

Pair = tuple[float, float]
REACH, RAY = 1.0, 1.3  # lengths of a method's and a gradient's arrow when lengths are equal
VANISHED = 1e-6  # a smaller norm is rounding error
STEPS = 1.25  # factor from one range to the next
FARTHEST = 1e6  # tips beyond are ignored by the range


class VectorsView(PlotView):
    """Arrows against each method's direction, from the start of the chosen method.

    By default all arrows have the same length and their labels give the true norms, which differ a hundredfold. At
    true length they are minus alpha times the directions, so that Reptile's arrow ends where the inner path ends.
    """

    def __init__(self, tasks: int, theme: Theme) -> None:
        title = translate("VectorsView", "Directions")
        super().__init__("directions", title, theme, Axis("", "φ₁"), [Axis("", "φ₂")], equal=True)
        self._frame: tuple[LandscapesFrame, Tick, str] | None = None
        self._emphasis: dict[str, Emphasis] = {}
        self._method = ""  # whose start the axis names
        self._norms = np.empty(0)  # (n,) of the directions, whatever their arrows' lengths
        self._task = ComboBox()
        self._equal = QCheckBox()
        self._path = FanItem("theta", "muted", self.tr("inner path"))
        self._arrows = ArrowsItem("directions", self.tr("direction"))
        self._fill_controls(tasks)
        self.add(self._path)
        self.add(self._arrows)

    def draw(self, frame: LandscapesFrame, tick: Tick, method: str) -> None:
        """Show the directions at `method`'s start."""
        self._frame = (frame, tick, method)
        self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Leave out the arrows of hidden methods."""
        self._emphasis = dict(emphasis)
        self._redraw()

    @override
    def table(self) -> Table:
        """Return the columns of the marks, and the norms of the directions next to their arrows."""
        return {**super().table(), "directions.norm": self._norms}

    def _redraw(self) -> None:
        if self._frame is None:
            return
        frame, tick, method = self._frame
        at, tasks = METHODS.index(method), self._tasks(frame)
        self._name_start(method)
        start, arrows = frame.phi[at, 0], self._vectors(frame, at, tasks)
        path = np.stack([frame.theta[:, at, 0, task] for task in tasks], axis=1)  # (k + 1, tasks, 2)
        self._path.set(path, tick.inner, [TASK_LETTERS[task] for task in tasks])
        self._path.setVisible(not self._equal.isChecked())
        if self._equal.isChecked():
            arrows = [equally_long(arrow, RAY if arrow.role == "ink" else REACH) for arrow in arrows]
        else:
            arrows += self._correction(arrows)
        self._arrows.set(arrows)
        self._fit(start, arrows)

    def _name_start(self, method: str) -> None:
        """Name on the axis whose start the arrows begin at."""
        if method != self._method:
            self._method = method
            start = self.tr("from {method}'s start, φ₁").format(method=method_text(METHOD_NAMES[method]))
            self.set_axis(0, x=Axis(start))

    def _tasks(self, frame: LandscapesFrame) -> list[int]:
        chosen = self._task.currentData()
        return list(range(frame.theta.shape[3])) if chosen is None else [chosen]

    def _vectors(self, frame: LandscapesFrame, at: int, tasks: list[int]) -> list[Arrow]:
        """Return g1 and g2, then every method's arrow above them, at true length."""
        start, index = frame.phi[at, 0], list(tasks)
        found = [("ink", "g₂", frame.query_gradient[at, 0, index].sum(axis=0))]
        if len(frame.support_gradients):
            found.append(("ink", "g₁", frame.support_gradients[0, at, 0, index].sum(axis=0)))
        for key, direction in zip(METHODS, frame.directions[at, :, 0][:, index].sum(axis=1), strict=True):
            if self._emphasis.get(key) != "hidden":
                found.append((key, method_text(METHOD_NAMES[key]), direction))
        found = [one for one in found if np.isfinite(one[2]).all()]
        self._norms = np.array([np.hypot(*g) for *_, g in found])
        return [self._vector(role, name, start, g, frame.alpha) for role, name, g in found]

    def _vector(self, role: str, name: str, start: Array, g: Array, alpha: float) -> Arrow:
        """Return the arrow from `start` along -alpha g; a vanished gradient has no direction to show."""
        norm = float(np.hypot(*g))
        if norm < VANISHED:
            return Arrow(role, self.tr("{name} ≈ 0").format(name=name), pair(start), pair(start))
        told = norm if self._equal.isChecked() else alpha * norm
        label = name if role == "ink" else self.tr("{name} {norm}").format(name=name, norm=number(told, 2))
        return Arrow(role, label, pair(start), pair(start - alpha * g))

    def _correction(self, arrows: list[Arrow]) -> list[Arrow]:
        """Return the correction of FOMAML's step by the curvature of the path: from its tip to MAML's."""
        tips = {arrow.role: arrow.end for arrow in arrows}
        if not {"fomaml", "maml"} <= tips.keys() or np.hypot(*np.subtract(tips["maml"], tips["fomaml"])) < VANISHED:
            return []
        return [Arrow("muted", self.tr("curvature correction"), tips["fomaml"], tips["maml"])]

    def _fit(self, start: Array, arrows: list[Arrow]) -> None:
        """Keep the tips visible; the range changes in steps, so that it does not jitter."""
        tips = np.array([pair(start), *(arrow.end for arrow in arrows)])
        tips = tips[(np.abs(tips) < FARTHEST).all(axis=1)]
        reach = float(np.abs(tips - start).max(initial=0.0)) * 1.3 or 1.0
        reach = float(STEPS ** np.ceil(np.log(reach) / np.log(STEPS)))
        x, y = (np.round(start / (reach / 4)) * (reach / 4)).tolist()  # in steps, too, as new axis ticks are expensive
        self.set_range((x - reach, x + reach), (y - reach, y + reach))

    def _fill_controls(self, tasks: int) -> None:
        self._task.addItem(self.tr("All tasks"), None)
        for task in range(tasks):
            self._task.addItem(self.tr("Task {letter}").format(letter=TASK_LETTERS[task]), task)
        self._task.setToolTip(self.tr("The task whose gradients are drawn, or the sum over all tasks"))
        self._task.setAccessibleName(self.tr("Task whose gradients are drawn"))
        self._task.activated.connect(self._redraw)
        self._equal.setText(self.tr("Equal lengths"))
        self._equal.setChecked(True)
        self._equal.setToolTip(
            self.tr(
                "Same length for all arrows, labelled with their norms; otherwise −α times each direction, to scale"
            )
        )
        self._equal.setAccessibleName(self.tr("Equal lengths"))
        self._equal.clicked.connect(self._redraw)
        self.add_control(self._equal)
        self.add_control(self._task)


def equally_long(arrow: Arrow, length: float) -> Arrow:
    """Return the arrow with this length; one without a direction stays as it is."""
    along = np.subtract(arrow.end, arrow.start)
    norm = float(np.hypot(*along))
    return replace(arrow, end=pair(np.array(arrow.start) + along * (length / norm))) if norm > 0 else arrow


def pair(place: Array) -> Pair:
    """Return an array (2,) as two numbers."""
    return float(place[0]), float(place[1])
