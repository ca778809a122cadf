"""Builds the scene of the LSTM cell: the cell at work, its path on the loss, its losses, and its training."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout
from typing_extensions import override

from scenes.scene import Scene, Words
from scenes.stories.lstm_cell.paths import PathsView
from scenes.stories.lstm_cell.pictures import cell_picture, shown_step
from simulator.engine.frame import Frame
from simulator.engine.history.metrics import Metrics
from simulator.engine.settings import Settings
from simulator.engine.text import Message
from simulator.stories.lstm_cell.course import tick
from simulator.stories.lstm_cell.frame import CellFrame
from simulator.stories.lstm_cell.names import METHOD_NAMES, METHODS
from simulator.stories.lstm_cell.settings import CellSettings
from widgets.cell.view import CellView
from widgets.look.emphasis import Level
from widgets.look.text import number
from widgets.look.theme import Theme
from widgets.look.translation import method_text
from widgets.plots.canvas.scales import LINEAR, Scale
from widgets.plots.views.curves import CurvesView, Series
from widgets.plots.views.plot import Axis
from widgets.views.splitters import split
from widgets.views.view import View

POINTS = 240  # pairs of extremes per curve


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, CellSettings), "the scene needs the settings of its own story"
    return CellScene(settings, theme)


class CellScene(Scene):
    """Five cells, from the plain LSTM to gradient descent, one of them in detail."""

    def __init__(self, settings: CellSettings, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        self._emphasis: dict[str, Level] = {}
        self._drawn: tuple[CellFrame, int, str] | None = None
        self._metrics: tuple[Metrics, int] | None = None
        self._last = -1  # end of the x axis, in meta-steps
        self._cell = CellView("cell", self.tr("The cell, step by step"), theme)
        self._paths = PathsView(settings, theme)
        scale = Scale("log") if settings.family == "quadratics" else LINEAR  # other families may have negative losses
        step, meta_step = Axis(self.tr("time step"), "t"), Axis(self.tr("meta-step"))
        loss, mean = Axis(self.tr("loss"), "l", "", scale), Axis(self.tr("loss"), "L", "", scale)
        self._losses = CurvesView("losses", self.tr("Loss by time step"), theme, step, loss, legend="on paper")
        self._training = CurvesView("training", self.tr("Training"), theme, meta_step, mean, legend="on paper")
        self._choice = self._quantity_choice()
        self._losses.set_x_range(0, settings.time_steps)
        self._connect()
        self._lay_out()

    @override
    def words(self) -> Words:
        return Words(
            title=self.tr("The LSTM cell that becomes gradient descent"),
            formulas=(
                (
                    r"c^t = z^f \odot c^{t-1} + z^i \odot z, \quad h^t = z^o \odot \tanh(c^t),"
                    r" \quad y^t = \sigma(W' h^t)",
                    self.tr("The LSTM's memory c, its output h and its answer y"),
                ),
                (
                    r"c \to \theta, \quad z \to -\nabla l, \quad z^f \to 1, \quad z^i \to \eta",
                    self.tr("Four substitutions: theta for c, the negative gradient for z, 1 and eta for the gates"),
                ),
                (
                    r"\theta^t = \theta^{t-1} - \eta\, \nabla l(\theta^{t-1})",
                    self.tr("The result is gradient descent"),
                ),
            ),
            gestures=(
                (self.tr("Click a stage of the chain"), self.tr("Show that cell in detail, and dim the others")),
                (self.tr("Play the inner clock"), self.tr("Show gates, memory and output of each step in turn")),
                (self.tr("Drag the dark mark on the curve"), self.tr("Move the start θ⁰ of all five cells")),
                (self.tr("Hover over a quantity"), self.tr("Show what it is")),
                (self.tr("Wheel, drag the plot, double click"), self.tr("Zoom, pan, reset the range")),
            ),
        )

    @override
    def methods(self) -> tuple[tuple[str, str], ...]:
        return tuple((key, method_text(METHOD_NAMES[key])) for key in METHODS)

    @override
    def views(self) -> tuple[View, ...]:
        return (self._cell, self._paths, self._losses, self._training)

    @override
    def draw(self, frame: Frame, inner: int, method: str) -> None:
        assert isinstance(frame, CellFrame), "the scene needs frames of its own story"
        self._drawn = (frame, inner, method)
        step = shown_step(tick(inner))
        self._draw_cell()
        self._paths.draw(frame, step)
        self._draw_losses(frame)
        self._losses.set_cursor(step)

    @override
    def draw_curves(self, metrics: Metrics, step: int) -> None:
        newest = max(step, metrics.last_step)
        if self._last < newest:
            self._last = self._settings.steps if newest <= self._settings.steps else round(newest * 1.25)
            self._training.set_x_range(0, self._last)
        self._metrics = (metrics, step)
        self._draw_training()

    @override
    def set_emphasis(self, emphasis: Mapping[str, str]) -> None:
        self._emphasis = dict(cast("Mapping[str, Level]", emphasis))
        self._paths.set_emphasis(self._emphasis)
        self._losses.set_emphasis({f"{key}.loss": level for key, level in self._emphasis.items()})
        self._dim_training()
        self._draw_cell()

    @override
    def notes(self, frame: Frame) -> Mapping[str, str]:
        """Return each cell's mean loss at the last time step, on starts and tasks that it was not trained on."""
        return {key: number(frame.metrics.get(f"{key}.loss_last", float("nan")), 2) for key in METHODS}

    @override
    def notices(self, frame: Frame) -> tuple[Message, ...]:
        assert isinstance(frame, CellFrame), "the scene needs frames of its own story"
        return frame.notices

    def _draw_cell(self) -> None:
        if self._drawn is not None:
            frame, inner, method = self._drawn
            self._cell.set_picture(cell_picture(frame, tick(inner), method, self._emphasis))

    def _draw_losses(self, frame: CellFrame) -> None:
        steps = np.arange(frame.loss.shape[1], dtype=float)
        self._losses.set_y_range(*steady(self._losses.panels[0].y.scale.bend(frame.loss)))
        self._losses.set_many(
            Series(f"{key}.loss", key, steps, frame.loss[METHODS.index(key)], method_text(METHOD_NAMES[key]))
            for key in reversed(METHODS)
        )

    def _draw_training(self) -> None:
        if self._metrics is None:
            return
        metrics, step = self._metrics
        series = []
        for key in reversed(METHODS):
            name = f"{key}.{self._choice.currentData()}"
            steps, values = metrics.envelope(name, POINTS)
            if len(steps):
                series.append(Series(name, key, steps.astype(float), values, method_text(METHOD_NAMES[key])))
        self._training.set_many(series)
        self._training.set_cursor(step)

    def _dim_training(self) -> None:
        quantity = self._choice.currentData()
        self._training.set_emphasis({f"{key}.{quantity}": level for key, level in self._emphasis.items()})

    def _choose_quantity(self) -> None:
        self._training.clear()
        self._draw_training()
        self._dim_training()

    def _quantity_choice(self) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("Unseen, all steps"), "loss_mean")
        box.addItem(self.tr("Unseen, last step"), "loss_last")
        box.addItem(self.tr("Meta-loss"), "meta_loss")
        box.setToolTip(self.tr("Mean loss on unseen starts, or on the batch of each meta-step"))
        box.setAccessibleName(self.tr("Loss shown over the training"))
        box.activated.connect(self._choose_quantity)
        self._training.add_control(box)
        return box

    def _connect(self) -> None:
        self._cell.stage_clicked.connect(self.method_chosen)
        self._paths.changed.connect(self.changed)
        for curves in (self._losses, self._training):
            curves.series_clicked.connect(lambda name: self.method_chosen.emit(name.partition(".")[0]))

    def _lay_out(self) -> None:
        side = split(Qt.Orientation.Vertical, self._paths, self._losses, self._training)
        side.setSizes([200, 140, 140] if self._settings.dimension == 1 else [250, 115, 125])
        whole = split(Qt.Orientation.Horizontal, self._cell, side)
        whole.setStretchFactor(0, 5)
        whole.setStretchFactor(1, 3)
        whole.setSizes([620, 340])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(whole)


def steady(values: NDArray[np.float64]) -> tuple[float, float]:
    """Return a range around the finite values that changes only in steps and does not depend on earlier values."""
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
    step = 10.0 ** math.floor(math.log10(max(high - low, 1e-6)) - 0.3)
    return (math.floor(low / step) - 0.2) * step, (math.ceil(high / step) + 0.2) * step
