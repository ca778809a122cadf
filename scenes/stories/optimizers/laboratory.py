"""Draws the generalization laboratory: the trained optimizer on other problems, as a table and as curves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from metascope.scenes.stories.optimizers.losses import LEGEND, LOG
from metascope.scenes.stories.optimizers.words import method_name, short_name, trial_name
from metascope.simulator.stories.optimizers.frame import Laboratory, Trial
from metascope.simulator.stories.optimizers.names import METHODS, RIVALS
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.labels import Placeholder
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import decades
from metascope.widgets.plots.series.gaps import gaps_told
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from metascope.widgets.views.sheet import Cell, GridView
from metascope.widgets.views.view import Column, Table


class LaboratoryTable(GridView):
    """A table of trials by methods with the mean log10 loss after the last update, the best in bold."""

    def __init__(self, settings: OptimizersSettings, theme: Theme) -> None:
        title = translate("LaboratoryTable", "Generalization laboratory: mean log₁₀ loss after the last update")
        super().__init__("laboratory", title, theme)
        self._settings = settings
        self._names = {name: method_name(name, settings.variant) for name in METHODS}
        self._drawn: Laboratory | None = None
        self._shown: dict[str, Emphasis] = {}
        self._say_what_comes()

    def draw(self, laboratory: Laboratory | None) -> None:
        """Show the measurements so far."""
        if laboratory is not self._drawn:
            self._drawn = laboratory
            self._say_what_comes()
            self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Leave out hidden methods."""
        self._shown = dict(emphasis)
        self._redraw()

    @override
    def table(self) -> Table:
        """Return one row per trial: problems, updates, and each method's losses, rate and diverged problems."""
        trials = self._drawn.trials if self._drawn is not None else ()
        found: dict[str, Column] = {
            "trial": np.array([trial_name(trial, self._settings) for trial in trials], dtype=np.str_),
            "problems": np.array([trial.problems for trial in trials], dtype=np.int64),
            "wanted": np.array([trial.wanted for trial in trials], dtype=np.int64),
            "updates": np.array([trial.updates for trial in trials], dtype=np.int64),
        }
        for index, name in self._methods():
            found[f"{name}.log10_loss"] = np.array([trial.log_mean[index] for trial in trials], dtype=np.float64)
            found[f"{name}.loss"] = np.array([trial.last[index] for trial in trials], dtype=np.float64)
            found[f"{name}.diverged"] = np.array([trial.stopped[index] for trial in trials], dtype=np.int64)
            if index:
                found[f"{name}.rate"] = np.array([trial.rates[index - 1] for trial in trials], dtype=np.float64)
        return found

    def _say_what_comes(self) -> None:
        here = self.tr("Measurements of the best optimizer so far on other problems appear here")
        off = self.tr("Off. Turn on the setting “Generalization laboratory” to measure")
        self.set_empty_text(here if self._settings.laboratory or self._drawn is not None else off)

    def _redraw(self) -> None:
        trials = self._drawn.trials if self._drawn is not None else ()
        heads = [Cell(self.tr("Problems"), tip=self.tr("How the problems differ from those of meta-training"))]
        heads.append(Cell(self.tr("measured")))
        heads += [Cell(short_name(name), tip=self._names[name]) for _, name in self._methods()]
        heads.append(Cell(self.tr("rank"), tip=self.tr("Rank of the learned optimizer among all five")))
        self.set_cells(heads, [self._row(trial) for trial in trials])

    def _row(self, trial: Trial) -> list[Cell]:
        measured = self.tr("{done} of {wanted}").format(done=trial.problems, wanted=trial.wanted)
        first = Cell(trial_name(trial, self._settings), muted=trial.problems == 0)
        if trial.problems == 0:
            measured = self.tr("not yet")
        numbers = [self._cell(trial, index, name) for index, name in self._methods()]
        return [first, Cell(measured, muted=True), *numbers, Cell(rank(trial))]

    def _cell(self, trial: Trial, index: int, name: str) -> Cell:
        value, known = float(trial.log_mean[index]), trial.log_mean[np.isfinite(trial.log_mean)]
        best = bool(np.isfinite(value)) and value == known.min()
        parts = [self._names[name]]
        if name in RIVALS and trial.rates[index - 1]:
            parts.append(self.tr("tuned to η = {rate}").format(rate=number(trial.rates[index - 1])))
        if trial.stopped[index]:
            parts.append(self.tr("diverged on {n} problems").format(n=trial.stopped[index]))
        parts.append(self.tr("mean loss {loss}").format(loss=number(float(trial.last[index]))))
        return Cell(number(value, 3), bold=best, tip=" · ".join(parts))

    def _methods(self) -> list[tuple[int, str]]:
        return [(index, name) for index, name in enumerate(METHODS) if self._shown.get(name) != "hidden"]


def rank(trial: Trial) -> str:
    """Return the learned optimizer's rank among the measured methods; a dash if it is not measured."""
    if not np.isfinite(trial.log_mean[0]):
        return number(float("nan"))
    known = trial.log_mean[np.isfinite(trial.log_mean)]
    place = 1 + int((known < trial.log_mean[0]).sum())
    text = translate("LaboratoryTable", "{place} of {count}")
    return text.format(place=place, count=len(known))


class LaboratoryCurves(PlotView):
    """The median losses of one trial against updates.

    Signals:
        method_clicked: a person clicked a method's name: its key.
        trial_chosen: a person chose another trial: its row.
    """

    method_clicked = Signal(str)
    trial_chosen = Signal(int)

    def __init__(self, settings: OptimizersSettings, theme: Theme) -> None:
        x, y = (
            Axis(translate("LaboratoryCurves", "update"), "t"),
            Axis(translate("LaboratoryCurves", "median loss"), "l", scale=LOG),
        )
        super().__init__(
            "laboratory_curves", translate("LaboratoryCurves", "Laboratory: loss against updates"), theme, x, [y]
        )
        self._settings = settings
        self._names = {name: method_name(name, settings.variant) for name in METHODS}
        self._drawn: Laboratory | None = None
        self._shown: dict[str, Emphasis] = {}
        self._lines, self._empty = LinesItem("update", ends_matter=True), Placeholder("empty")
        self._legend = self.add_legend(from_height=LEGEND)
        self._choice = self._make_choice()
        self._legend.clicked.connect(lambda name: self.method_clicked.emit(name))
        self.add(self._empty)
        self.add(self._lines)
        self._empty.say(self.tr("This row of the laboratory has not been measured yet"))

    @property
    def chosen(self) -> int:
        """The row that is shown."""
        return max(self._choice.currentIndex(), 0)

    def draw(self, laboratory: Laboratory | None) -> None:
        """Show the measurements so far."""
        if laboratory is not self._drawn:
            self._drawn = laboratory
            self._offer(() if laboratory is None else laboratory.trials)
            self._redraw()

    def choose(self, row: int) -> None:
        """Show this row."""
        self._choice.setCurrentIndex(row)
        self._redraw()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        self._redraw()

    def _redraw(self) -> None:
        trials = self._drawn.trials if self._drawn is not None else ()
        if not trials:
            return
        trial = trials[min(self.chosen, len(trials) - 1)]
        x = trial.updates_shown.astype(np.float64)
        lines = [
            Line(
                f"{name}.median",
                name,
                self._names[name],
                x,
                LOG.bend(told),
                "",
                level,
                told=told,
            )
            for index, name in reversed(list(enumerate(METHODS)))
            for told, level in [(trial.median[index].astype(np.float64), self._shown.get(name, "full"))]
            if level != "hidden"
        ]
        self._lines.set(lines)
        self.set_remark(gaps_told(lines) if np.isfinite(trial.median).any() else "")
        self._empty.setVisible(not np.isfinite(trial.median).any())
        self._legend.set([Entry(name, name, self._names[name], self._shown.get(name, "full")) for name in METHODS])
        self.set_range((0.0, float(trial.updates)), decades([trial.median]))

    def _offer(self, trials: Sequence[Trial]) -> None:
        names = [trial_name(trial, self._settings) for trial in trials]
        if names != [self._choice.itemText(index) for index in range(self._choice.count())]:
            chosen = self.chosen
            self._choice.clear()
            self._choice.addItems(names)
            self._choice.setCurrentIndex(min(chosen, len(names) - 1))

    def _choose(self) -> None:
        self._redraw()
        self.trial_chosen.emit(self.chosen)

    def _make_choice(self) -> QComboBox:
        box = ComboBox()
        box.setToolTip(self.tr("Row of the laboratory shown"))
        box.setAccessibleName(self.tr("Row of the laboratory"))
        box.activated.connect(self._choose)
        self.add_control(box)
        return box
