"""Draws the plane: goals, the walks of a method, where those of others end, and the policy as a field of arrows."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton
from typing_extensions import override

from metascope.simulator.engine.frame import Frame
from metascope.simulator.stories.navigation.captions import goal_letter
from metascope.simulator.stories.navigation.frame import Course, NavigationFrame
from metascope.simulator.stories.navigation.names import FARTHEST, METHOD_NAMES, MOST_GOALS, PHASES, RL2
from metascope.simulator.stories.navigation.settings import NavigationSettings
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.canvas.contours import Levels
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.handles.removable import RemovableHandle
from metascope.widgets.plots.maps.field import FieldItem
from metascope.widgets.plots.maps.surface import ColorBar
from metascope.widgets.plots.series.symbols import SymbolsItem
from metascope.widgets.plots.series.walks import WalksItem
from metascope.widgets.plots.views.plot import Axis, PlotView

Array = NDArray[np.float64]
Rows = tuple[tuple[float, float], ...]
WIDE = 0.75  # how far from 0 the plane is seen
MOST = 3.0  # standardized advantage at the ends of the colours
DIGITS = 3  # decimals of a goal's coordinates: finer than a pixel
COLLECT, JUDGE, SLOPE, UPDATE = range(PHASES)


class PlaneView(PlotView):
    """Walks to the goals at each tick of the inner clock, one tone for each update.

    While advantages are told, the steps of the walks to the goal in focus have their colours; while the gradient is,
    arrows show how the mean action will change. A click adds a goal, dragging moves one, the right button or Delete
    removes one.

    Signals:
        changed: a person changed the goals or the one in focus: name, value and whether the gesture continues.
    """

    changed = Signal(str, object, bool)

    def __init__(self, settings: NavigationSettings, theme: Theme) -> None:
        title = translate("NavigationPlane", "Walks to goals that are not seen")
        super().__init__("plane", title, theme, Axis("", "x"), [Axis("", "y")], equal=True)
        self._settings = settings
        self._course: Course | None = None
        self._at = (-1, "")  # tick and method
        self._rows: Rows = ()  # the goals, with the person's changes since the frame
        self._added = QElapsedTimer()  # since a click added a goal
        self._arrays: dict[tuple[str, int], Array] = {}  # of the course, in the precision of plots
        self._choice = self._focus_choice()
        self._add_button = self._button(self.tr("Add goal"), self.tr("Add a goal at a place where there is room"))
        self._bar = ColorBar(translate("NavigationPlane", "advantage"))
        self._bar.set(Levels(-MOST, MOST, under=True, over=True), np.arange(-MOST, MOST + 1), "diverging")
        self._field = FieldItem("policy", "muted", translate("NavigationPlane", "mean step"), alpha=0.8)
        self._turn = FieldItem("change", "after", translate("NavigationPlane", "change of the mean step"))
        names = {key: method_text(METHOD_NAMES[key]) for key in settings.methods}
        label = translate("NavigationPlane", "{method}, mean end")
        self._walks = {key: WalksItem(f"{key}.walks", key, name) for key, name in names.items()}
        self._ends = {
            key: SymbolsItem(f"{key}.ends", key, label.format(method=name), hollow=True) for key, name in names.items()
        }
        self._handles: list[RemovableHandle] = []
        self.add_bar(self._bar)
        for mark in (self._field, *self._walks.values(), self._turn, *self._ends.values()):
            mark.pinnable = False  # a click adds a goal
            self.add(mark)
        self.set_range((-WIDE, WIDE), (-WIDE, WIDE))
        self._add_button.clicked.connect(self._add_somewhere)
        self.clicked.connect(self._add_at)

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show the walks of a method at a tick of the inner clock."""
        assert isinstance(frame, NavigationFrame), "the view needs frames of its own story"
        method = method if method in frame.methods else frame.methods[0]
        inner = min(inner, frame.ticks() - 1)
        if frame.course is self._course and (inner, method) == self._at:
            return
        if frame.course is not self._course:
            self._course, self._arrays = frame.course, {}
            self._show_goals(frame.course)
        self._at = inner, method
        self._draw_course(frame, frame.course, *divmod(inner, PHASES), method)

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        for marks in (self._walks, self._ends):
            for key, mark in marks.items():
                mark.set_emphasis(emphasis.get(key, "full"))

    @override
    def reset_range(self) -> None:
        """Show the whole range. After a double click, also remove the goal that its first click added."""
        super().reset_range()
        if self._added.isValid() and self._added.elapsed() <= QApplication.doubleClickInterval():
            self._added.invalidate()
            self._change(self._rows[:-1])

    def _draw_course(self, frame: NavigationFrame, course: Course, step: int, phase: int, method: str) -> None:
        index = frame.methods.index(method)
        goals, paths = course.walks.shape[2:4]
        letters = [f"{goal_letter(goal)}{path + 1}" for goal in range(goals) for path in range(paths)]
        for key, mark in self._walks.items():
            if key == method:
                shades = self._shades(course, index, step) if phase == JUDGE else None
                mark.set(self._fan(course, index), step, letters, shades)
            else:
                mark.set(_NOTHING, 0, ())
        for place, key in enumerate(frame.methods):
            self._ends[key].set(_EMPTY if key == method else self._where(course, place, step))
        after = step + 1 if phase == UPDATE else step
        self._field.set(self._places(course), self._arrows(course, index, after))
        if phase == SLOPE:
            change = self._arrows(course, index, step + 1) - self._arrows(course, index, step)
            self._turn.set(self._places(course), change)
        else:
            self._turn.set(_EMPTY, _EMPTY)
        self._tell(frame, course, index, step, phase, method)

    def _tell(self, frame: NavigationFrame, course: Course, index: int, step: int, phase: int, method: str) -> None:
        stages = {
            COLLECT: self.tr("{method} after {step} inner steps: mean return {value}"),
            JUDGE: self.tr("{method} after {step} inner steps: advantages"),
            SLOPE: self.tr("{method} after {step} inner steps: gradient"),
            UPDATE: self.tr("{method}: update {next}"),
        }
        if method == RL2:
            stages = {
                COLLECT: self.tr("{method} in episode {next}: mean return {value}"),
                JUDGE: self.tr("{method} in episode {next}: advantages"),
                SLOPE: self.tr("{method}, episode {next}: what it remembers turns it"),
                UPDATE: self.tr("{method} after episode {next}"),
            }
        value = f"{float(course.returns[step, index].mean()):.3g}".replace("-", "−")
        text = stages[phase].format(method=method_text(METHOD_NAMES[method]), step=step, next=step + 1, value=value)
        self.set_title(text)
        told = ""
        if course.paths < self._settings.test_paths:  # a gesture is under way
            budget = len(course.goals) * course.paths * self._settings.horizon * len(course.walks)
            told = self.tr("While you drag: {paths} paths per goal, at most {steps} steps per method")
        self.set_remark(told.format(paths=course.paths, steps=f"{budget:,}") if told else "")

    def _fan(self, course: Course, index: int) -> Array:
        """Return the walks of all stages, (J + 1, G K, H + 1, 2)."""
        return self._kept("walks", index, lambda: _flat(course.walks[:, index]))

    def _shades(self, course: Course, index: int, step: int) -> Array:
        """Return the colours (G K, H) of the steps to the goal in focus; NaN for the others."""

        def made() -> Array:
            shades = course.advantages[step, index] / MOST
            others = np.arange(len(shades)) != course.focus
            return np.asarray(_flat(np.where(others[:, None, None], np.float32(np.nan), shades)[None])[0])

        return self._kept(f"shades{step}", index, made)

    def _places(self, course: Course) -> Array:
        return self._kept("places", 0, lambda: course.places.astype(np.float64))

    def _arrows(self, course: Course, index: int, step: int) -> Array:
        return self._kept(f"arrows{step}", index, lambda: course.arrows[step, index].astype(np.float64))

    def _where(self, course: Course, index: int, step: int) -> Array:
        """Return where the walks to each goal end, means over those drawn, (G, 2)."""
        return self._kept(f"ends{step}", index, lambda: _ends(course.walks[step, index].astype(np.float64)))

    def _kept(self, name: str, index: int, make: Callable[[], Array]) -> Array:
        """Return an array of the course, the same object each time."""
        key = (name, index)
        if key not in self._arrays:
            self._arrays[key] = make()
        return self._arrays[key]

    def _show_goals(self, course: Course) -> None:
        self._rows = tuple((float(x), float(y)) for x, y in course.goals.tolist())
        self._place_handles()
        while self._choice.count() > len(self._rows):
            self._choice.removeItem(self._choice.count() - 1)
        while self._choice.count() < len(self._rows):
            self._choice.addItem(self.tr("Goal {letter}").format(letter=goal_letter(self._choice.count())))
        self._choice.setCurrentIndex(course.focus)

    def _place_handles(self) -> None:
        while len(self._handles) < len(self._rows):
            self._handles.append(self._new_handle(len(self._handles)))
        for index, handle in enumerate(self._handles):
            handle.set_position(*(self._rows[index] if index < len(self._rows) else (math.nan, math.nan)))
            handle.set_emphasis("full" if index < len(self._rows) else "hidden")

    def _new_handle(self, index: int) -> RemovableHandle:
        letter = goal_letter(index)
        label = self.tr("goal {letter}; Delete or right click: remove").format(letter=letter)
        handle = RemovableHandle(f"goal.{letter}", f"task.{letter}", label)
        handle.dragged.connect(lambda x, y, draft, _: self._move(index, x, y, draft))
        handle.removed.connect(lambda: self._remove(index))
        handle.doubled.connect(self.reset_range)
        self.add(handle)
        return handle

    def _move(self, index: int, x: float, y: float, draft: bool) -> None:
        row = (float(np.clip(x, -FARTHEST, FARTHEST)), float(np.clip(y, -FARTHEST, FARTHEST)))
        self._change((*self._rows[:index], row, *self._rows[index + 1 :]), draft)

    def _remove(self, index: int) -> None:
        if len(self._rows) > 1:  # one must stay
            self._change((*self._rows[:index], *self._rows[index + 1 :]))

    def _add_at(self, row: int, x: float, y: float, name: str) -> None:
        """Add a goal where a person clicked."""
        if self._course is not None and len(self._rows) < MOST_GOALS and max(abs(x), abs(y)) <= FARTHEST:
            self._added.start()
            self._change((*self._rows, (x, y)))

    def _add_somewhere(self) -> None:
        """Add a goal where it is farthest from all others within 0.5, to move with the arrow keys."""
        if self._course is None or len(self._rows) >= MOST_GOALS:
            return
        axis = np.linspace(-0.5, 0.5, 11)
        places = np.stack(np.meshgrid(axis, axis), -1).reshape(-1, 2)
        gaps = np.hypot(*(places[:, None] - np.array(self._rows)).T).min(0)
        x, y = places[int(gaps.argmax())].tolist()
        self._change((*self._rows, (x, y)))

    def _change(self, rows: Rows, draft: bool = False) -> None:
        """Show these goals at once, and emit all of them."""
        self._rows = rows
        self._place_handles()
        self.changed.emit("goals", [[round(x, DIGITS), round(y, DIGITS)] for x, y in rows], draft)

    def _focus_choice(self) -> QComboBox:
        box = ComboBox()
        box.setAccessibleName(self.tr("Goal in focus"))
        box.setToolTip(self.tr("The goal whose adaptation the arrows and the captions tell of"))
        box.activated.connect(lambda index: self.changed.emit("focus", index, False))
        self.add_control(box)
        return box

    def _button(self, text: str, told: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setProperty("small", True)
        button.setToolTip(plain_tip(told))
        button.setAccessibleName(told)
        self.add_control(button)
        return button


_EMPTY: Array = np.empty((0, 2))
_NOTHING: Array = np.empty((0, 0, 1, 2))


def _flat(values: NDArray[np.float32]) -> Array:
    """Return values (S, G, K, ...) with goals and paths on one axis."""
    return np.ascontiguousarray(values.reshape(len(values), -1, *values.shape[3:]), dtype=np.float64)


def _ends(walks: Array) -> Array:
    """Return the mean of the last places of walks (G, K, H + 1, 2), (G, 2)."""
    last = np.isfinite(walks).all(-1).sum(-1) - 1  # (G, K)
    rows, columns = np.indices(last.shape)
    return np.asarray(walks[rows, columns, last].mean(1))
