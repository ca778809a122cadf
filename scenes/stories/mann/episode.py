"""Draws the episode: its images by class, who labels them correctly, and which ones the network reads back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from metascope.scenes.stories.mann.words import class_name, disturbance, legend_text, right_answers, short_name
from metascope.simulator.engine.arrays import Single
from metascope.simulator.stories.mann import lens
from metascope.simulator.stories.mann.frame import Episode, MannFrame
from metascope.simulator.stories.mann.names import LSTM, MANN, METHODS
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import TASK_LETTERS, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.maps.retrieval import Answer, AnswersItem, ArcsItem, Enlargement, EnlargementsItem
from metascope.widgets.plots.maps.thumbnails import ThumbnailsItem, VeilItem, Verdict, VerdictsItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from metascope.widgets.views.view import Column, Table

FEW = 4  # earlier time steps shown per read
LITTLE = 0.02  # of a read vector: smaller shares are not shown
HEAD = 0.36  # height of the enlarged images, relative to that of all classes
ASIDE = 0.22  # width of the answer bars, relative to that of all instances
DISTURBED = "disturbed"  # style of the answers with the disturbed memory


class EpisodeView(PlotView):
    """Images in rows by class and columns by instance; the answers are bars next to the rows.

    Arcs go from the image of the inner step to the earlier ones at whose time steps the rows that it reads were
    written, or to the images before those, whose labels the network received at those time steps.

    Signals:
        method_clicked: a person clicked a method's name: its key.
        tick_clicked: a person clicked an image: its time step, from 1.
    """

    method_clicked = Signal(str)
    tick_clicked = Signal(int)

    def __init__(self, settings: MannSettings, theme: Theme) -> None:
        self._classes, self._images = settings.classes, settings.images
        wide = max(1.5, ASIDE * settings.images)
        self._right = settings.images + 0.5 + wide
        self._ends = (settings.images + 0.8, self._right - 0.1)  # of the bars
        super().__init__(
            "episode",
            translate("EpisodeView", "Episode"),
            theme,
            *self._axes(translate("EpisodeView", "instance of the class")),
        )
        self._frame: MannFrame | None = None
        self._sources: lens.Array = np.empty((0, 0, 0))
        self._inner = -1
        self._places = np.empty((0, 2))  # (T, 2) instance, -label
        self._shown: dict[str, Emphasis] = {}
        self._legend = self.add_legend()
        self._heads = self._head_choice(settings.heads)
        self._told = self.add_switch(
            self.tr("Label given"),
            self.tr("Images whose labels were given"),
            self.tr("Point to the image whose label was given when the row was written: the one before"),
            self._draw_tick,
        )
        self._pictures = ThumbnailsItem("pictures", self._tell)
        self._verdicts, self._veil = VerdictsItem("verdicts"), VeilItem("veil")
        self._arcs = ArcsItem("sources", MANN, self.tr("read back"))
        self._enlargements, self._answers = EnlargementsItem("enlarged", MANN), AnswersItem("answers")
        for mark in (self._pictures, self._verdicts, self._veil, self._enlargements, self._answers, self._arcs):
            self.add(mark)
        self.panels[0].grid.setVisible(False)
        self.set_range((0.5, self._right), (0.5 - settings.classes, 0.5 + HEAD * settings.classes))
        self._legend.clicked.connect(self._tell_method)
        self.clicked.connect(self._tell_time)

    def draw(self, frame: MannFrame, sources: lens.Array, inner: int) -> None:
        """Show the frame's episode at this inner step; `sources` (T, H, T) come from the lens."""
        if frame is not self._frame:
            self._place(frame.shown)
            self._frame, self._sources = frame, sources
            self._draw_answers()
        elif inner == self._inner:
            return
        self._inner = inner
        self._draw_tick()

    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw the network and the LSTM fully, dimmed or not at all."""
        self._shown = dict(emphasis)
        self._arcs.set_emphasis(emphasis.get(MANN, "full"))
        if self._frame is not None:
            self._draw_answers()
            self._draw_tick()

    @override
    def table(self) -> Table:
        """Return each image with its answers, and its share of what is read at the inner step."""
        frame = self._frame
        if frame is None:
            return {}
        steps, shown = len(frame.answers), frame.shown
        found: dict[str, Column] = {
            "t": np.arange(1, steps + 1),
            "class": np.array([TASK_LETTERS[label] for label in shown.labels.tolist()]),
            "character": np.array([shown.names[label] for label in shown.labels.tolist()]),
            "instance": shown.instances,
            "label": shown.labels + 1,
        }
        for key, _, answers in self._methods(frame):
            found[f"{key}.answer"] = answers.argmax(1) + 1
            found[f"{key}.probability_of_label"] = answers[np.arange(steps), shown.labels]
        if self._inner and self._shown.get(MANN) != "hidden":
            found["sources.share"] = self._shares()
        return {**found, **super().table()}

    def _place(self, shown: Episode) -> None:
        if self._frame is None or shown is not self._frame.shown:
            self._places = np.stack([shown.instances, -shown.labels], axis=1).astype(np.float64)
            self._pictures.set(shown.pictures, self._places)

    def _methods(self, frame: MannFrame) -> Iterator[tuple[str, str, Single]]:
        """Yield name, role and answers (T, C) of each method that is drawn."""
        for method, answers in ((MANN, frame.answers), (LSTM, frame.rival)):
            if self._shown.get(method) != "hidden":
                yield method, method, answers
        if frame.disturbed is not None and self._shown.get(MANN) != "hidden":
            yield "disturbed", DISTURBED, frame.disturbed.answers

    def _draw_answers(self) -> None:
        frame = self._frame
        if frame is None:
            return
        labels, chosen = frame.shown.labels, frame.answers.argmax(1)
        found = []
        for key, role, answers in self._methods(frame):
            other = answers.argmax(1)
            turned = other != chosen if key == "disturbed" else np.zeros(0, np.bool_)
            found.append(Verdict(role, other == labels, turned, self._level(key)))
        self._verdicts.set(self._places, found)
        self._legend.set(list(self._entries(frame)))

    def _draw_tick(self) -> None:
        frame = self._frame
        if frame is None:
            return
        self._veil.set(self._places, self._inner)
        if not self._inner:
            self.set_title(self.tr("Episode before the first image"))
            self._answers.set((), self._ends)
            self._enlargements.set((), (0, 0, 0, 0), "")
            self._arcs.set((np.nan, np.nan), np.empty((0, 2)), np.empty(0), ())
            return
        step = self._inner - 1
        label = int(frame.shown.labels[step])
        title = self.tr("Episode at t = {t}: class {letter}, instance {instance}")
        letter, instance = TASK_LETTERS[label], int(frame.shown.instances[step])
        self.set_title(title.format(t=self._inner, letter=letter, instance=instance))
        bars = [Answer(role, self._name(key), a[step], self._level(key)) for key, role, a in self._methods(frame)]
        self._answers.set(bars, self._ends)
        self._draw_sources(frame, step)

    def _draw_sources(self, frame: MannFrame, step: int) -> None:
        shares, own = self._shares()[:step], float(self._shares()[step])
        order = np.argsort(-shares, kind="stable")[:FEW]
        order = order[shares[order] >= LITTLE]
        text = self.tr("{share}% of what is read, from t = {t}")
        later = int(self._told.isChecked())
        told = [text.format(share=percent(shares[index]), t=index + 1 + later) for index in order.tolist()]
        x, y = self._places[step].tolist()
        self._arcs.set((x, y), self._places[order], shares[order], told)
        enlargements = [self._enlargement(frame, step, self.tr("t = {t}: {letter}"), 0.0)]
        if self._shown.get(MANN) != "hidden":
            read = self.tr("{share}%: t {t}, {letter}")
            enlargements += [self._enlargement(frame, index, read, float(shares[index])) for index in order.tolist()]
        top, bottom = 0.5 + (HEAD - 0.02) * self._classes, 0.5 + 0.02 * self._classes
        self._enlargements.set(enlargements, (0.6, self._right, top, bottom), self._by_class(frame, shares, own))

    def _by_class(self, frame: MannFrame, shares: NDArray[np.float64], own: float) -> str:
        """Return the class that most of the read vector comes from, and the share written at this time step."""
        totals = np.bincount(frame.shown.labels[: len(shares)], shares, self._classes)
        most = int(totals.argmax())
        told = [self.tr("reads")]
        if totals[most] >= LITTLE:
            told.append(self.tr("{share}% {letter}").format(share=percent(totals[most]), letter=TASK_LETTERS[most]))
        if own >= LITTLE:
            told.append(self.tr("{share}% itself").format(share=percent(own)))
        return "\n".join(told if len(told) > 1 else [self.tr("reads nothing"), self.tr("of the episode")])

    def _enlargement(self, frame: MannFrame, step: int, text: str, share: float) -> Enlargement:
        """Return the image of a time step with its class and the label that came with it."""
        letter = TASK_LETTERS[int(frame.shown.labels[step])]
        before = str(int(frame.shown.labels[step - 1]) + 1) if step else "–"
        told = self.tr("with label {label}").format(label=before)
        if self._told.isChecked() and share:
            told = self.tr("label at t {t}").format(t=step + 2)
        shown = text.format(share=percent(share), t=step + 1, letter=letter)
        return Enlargement(frame.shown.pictures[step], (shown, told))

    def _shares(self) -> NDArray[np.float64]:
        """Return the share of each time step's image in what is read at the inner step, (T,)."""
        shares = self._sources[self._inner - 1]  # (H, T)
        head = int(self._heads.currentData())
        found = shares.mean(0) if head < 0 else shares[head]
        return np.append(found[1:], 0.0) if self._told.isChecked() else np.asarray(found)

    def _entries(self, frame: MannFrame) -> Iterator[Entry]:
        for method in METHODS:
            yield Entry(method, method, legend_text(frame, method), self._shown.get(method, "full"))
        if (done := frame.disturbed) is not None:
            right = right_answers(int((done.answers.argmax(1) == frame.shown.labels).sum()), len(done.answers))
            yield Entry("disturbed", DISTURBED, f"{disturbance(done)}: {right}")

    def _tell(self, index: int) -> str:
        """Return the tooltip of an image."""
        frame = self._frame
        if frame is None:
            return ""
        shown, label = frame.shown, int(frame.shown.labels[index])
        text = self.tr("t = {t}: {name}, instance {instance} of class {letter} (label {label})")
        lines = [
            text.format(
                t=index + 1,
                name=shown.names[label],
                instance=int(shown.instances[index]),
                letter=TASK_LETTERS[label],
                label=label + 1,
            )
        ]
        for key, _, answers in self._methods(frame):
            chosen = int(answers[index].argmax())
            share = number(float(answers[index, chosen]), 2)
            lines.append(
                self.tr("{method}: {chosen} ({share})").format(method=self._name(key), chosen=chosen + 1, share=share)
            )
        return "\n".join(lines)

    def _name(self, key: str) -> str:
        return self.tr("disturbed") if key == "disturbed" else short_name(key)

    def _level(self, key: str) -> Emphasis:
        return self._shown.get(MANN if key == "disturbed" else key, "full")

    def _tell_method(self, name: str) -> None:
        if name in METHODS:
            self.method_clicked.emit(name)

    def _tell_time(self, row: int, x: float, y: float, name: str) -> None:
        found = self._pictures.at(x, y)
        if found is not None:
            self.tick_clicked.emit(found + 1)

    def _axes(self, name: str) -> tuple[Axis, list[Axis]]:
        every = max(1, self._images // 10)
        ticks = [(float(n), str(n)) for n in range(1, self._images + 1) if n % every == 0 or n == 1]
        ticks.append((sum(self._ends) / 2, translate("EpisodeView", "answer")))
        rows = tuple((-float(label), class_name(label)) for label in range(self._classes))
        named = translate("EpisodeView", "class · label")
        return Axis(name, ticks=tuple(ticks)), [Axis(named, ticks=rows)]

    def _head_choice(self, heads: int) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("All heads"), -1)
        for head in range(heads):
            box.addItem(self.tr("Head {number}").format(number=head + 1), head)
        box.setToolTip(self.tr("Reading head shown, or the mean of all"))
        box.setAccessibleName(self.tr("Reading head of the episode"))
        box.activated.connect(self._draw_tick)
        self.add_control(box)
        if heads == 1:
            box.hide()
        return box


def percent(share: float) -> str:
    """Return a share as a whole percentage."""
    return f"{100 * float(share):.0f}"
