"""Draws accuracy on held-out episodes against the meta-step, beside pixels, a person and papers.

Stories whose methods are measured on the same episodes share it, so that their runs can be drawn behind one another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar, cast

import numpy as np
from typing_extensions import override

from metascope.scenes.views.kinds import Kind
from metascope.scenes.views.learning_curves import LearningView, Quantity
from metascope.simulator.engine.frame import Frame
from metascope.simulator.episodes.frame import Published, Quiz
from metascope.simulator.episodes.names import PIXELS, YOU
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.ink import text_size
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.series.level import IntervalItem, LevelItem
from metascope.widgets.plots.series.symbols import SymbolsItem
from metascope.widgets.plots.views.plot import Axis

AT, NEXT = 0.98, 0.035  # of the planned meta-steps: where the last mark of what is reported stands; to the next one
REACH = 1.06  # of accuracy: the upper end of the axis, so that marks near 1 are whole
F = TypeVar("F", bound=Frame)


@dataclass(frozen=True)
class Beside:
    """What methods stand beside."""

    pixels: float  # accuracy of the nearest neighbour on pixels; NaN: not measured
    published: tuple[Published, ...]
    quiz: Quiz | None = None  # how a person did


@dataclass(frozen=True)
class Measured:
    """What a run measures, and the kind by which other stories' curves may lie in the same plot."""

    names: Mapping[str, str]  # of its methods, short, by key
    steps: int  # planned meta-steps
    every: int  # meta-steps between measurements
    ways: int
    episodes: int  # that a meta-step trains on
    kind: Kind
    explained: str  # on how many episodes accuracy is measured, and by which statistics queries are normalized
    how: str = ""  # how queries are normalized, if that is to be said; such as "transductive"


class PictureConditions(Protocol):
    """The settings by which pictures of episodes differ."""

    @property
    def pictures(self) -> str:
        """Return where they come from."""

    @property
    def variation(self) -> str:
        """Return how much drawn characters differ."""

    @property
    def side(self) -> int:
        """Return the pixels along an edge."""

    @property
    def judged_on(self) -> Literal["validation", "test"]:
        """Return which of the held-out characters are measured on."""


def episode_kind(settings: PictureConditions, ways: int, shots: int, how: str = "") -> Kind:
    """Return the kind of accuracies on held-out episodes; `how` queries are normalized where that is not one by one."""
    pictures = {
        "glyphs": translate("EpisodeAccuracy", "{variation} glyphs").format(variation=settings.variation),
        "omniglot": "Omniglot",
        "mnist": "MNIST",
        "folders": translate("EpisodeAccuracy", "pictures of a folder"),
    }[settings.pictures]
    on_test = settings.judged_on == "test"
    return Kind(
        "episode accuracy",
        (
            translate("EpisodeAccuracy", "{ways}-way {shots}-shot").format(ways=ways, shots=shots),
            pictures,
            translate("EpisodeAccuracy", "{side} pixels").format(side=settings.side),
            translate("EpisodeAccuracy", "test") if on_test else translate("EpisodeAccuracy", "validation"),
            how or normalized_word(transductive=False),
        ),
    )


class EpisodeAccuracyView(LearningView):
    """Accuracy of all methods with its intervals, beside nearest neighbours on pixels, the person and papers."""

    _score = ""  # how a person did; empty: nothing was answered
    _papers: Mapping[tuple[str, bool], SymbolsItem] = {}  # what is reported, by method and whether by a re-run

    def __init__(self, run: Measured, beside: Callable[[F], Beside], theme: Theme) -> None:
        """Make the view.

        Args:
            run: what it measures.
            beside: returns, of the story's own frame, what methods stand beside.
            theme: the theme.
        """
        axis = Axis(translate("EpisodeAccuracyView", "accuracy"))
        series = tuple((f"{key}.accuracy", key, name) for key, name in reversed([*run.names.items()]))
        halves = {name: name.replace(".accuracy", ".ci") for name, _, _ in series}
        title = translate("EpisodeAccuracyView", "Accuracy")
        quantity = Quantity(title, axis, series, (0.0, REACH), spreads=False, halves=halves, kind=run.kind)
        steps = Axis(translate("EpisodeAccuracyView", "meta-step"))
        named = ("accuracy", _titled(run.how), steps)
        super().__init__({"accuracy": quantity}, run.steps, "", theme, named=named, episodes=run.episodes)
        self._beside = cast("Callable[[Frame], Beside]", beside)
        self._steps, self._ways, self._names, self._how = run.steps, run.ways, run.names, run.how
        self._explained, self._reported = run.explained, tuple[Published, ...]()
        self.explain(run.explained)
        text = translate("EpisodeAccuracyView", "Accuracy on held-out episodes is measured every {steps} meta-steps")
        self.set_empty_text(text.format(steps=run.every))
        self._pixels, self._you = LevelItem("pixels.level", PIXELS, "fine"), LevelItem("you.level", YOU, "solid")
        self._chance, self._interval = LevelItem("chance.level", "chance", "dotted"), IntervalItem("you.interval", YOU)
        self._papers = {(key, again): self._mark_of(key, again=again) for key in run.names for again in (False, True)}
        for mark in (self._interval, self._chance, self._pixels, self._you, *self._papers.values()):
            self.add(mark)

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        """Show what the methods stand beside."""
        found = self._beside(frame)
        self._draw_levels(found)
        if found.published != self._reported:
            self._reported = found.published
            self._draw_published(found.published)

    @override
    def show_methods(self, emphasis: Mapping[str, Emphasis]) -> None:
        """Draw each method fully, dimmed or not at all, what is reported of it too."""
        super().show_methods(emphasis)
        for (key, _), mark in self._papers.items():
            mark.set_emphasis(emphasis.get(key, "full"))

    @override
    def _choose(self) -> None:
        super()._choose()
        if self._papers:
            self._draw_published(self._reported)
            self._name_score()

    @override
    def _entries(self) -> list[Entry]:
        return [*super()._entries(), *self._entries_on_screen()]

    @override
    def _entries_on_screen(self) -> list[Entry]:
        return [Entry(YOU, YOU, self._score)] if self._score else []

    @override
    def _tell_method(self, series: str) -> None:
        if series != YOU:
            super()._tell_method(series)

    def _draw_levels(self, beside: Beside) -> None:
        quiz, pixels, chance = beside.quiz, beside.pixels, 1 / self._ways
        near = text_size("0", self.theme)[1] / max(self.panels[0].box.height(), 1.0)
        self._chance.set(chance, "" if abs(pixels - chance) < near else chance_word(chance), chance)
        self._pixels.set(pixels, pixels_word(pixels), pixels)
        self._draw_score(quiz if quiz is not None and quiz.asked else None)

    def _draw_score(self, quiz: Quiz | None) -> None:
        """Show how sure a person's accuracy is, and name it; None: nothing was answered."""
        score, share, low, high = "", np.nan, np.nan, np.nan
        if quiz is not None:
            text = self.tr("you: {right} of {asked} right, 95 % interval {least} to {most}")
            least, most = (f"{edge:.0%}" for edge in (quiz.low, quiz.high))
            score = text.format(right=quiz.right, asked=quiz.asked, least=least, most=most)
            share, low, high = quiz.right / quiz.asked, quiz.low, quiz.high
        if score != self._score:
            self._score = score
            self._you.set(share, "", share, score)
            self._interval.set(low, high, score)
            self._name_score()

    def _name_score(self) -> None:
        """Name the person's line and interval above the plot, once there are any."""
        self._legend_on_screen = bool(self._score)
        self._legend.set(self._entries_on_screen())
        self._legend.setVisible(self._legend_on_screen)

    def _mark_of(self, method: str, *, again: bool) -> SymbolsItem:
        """Return the mark of what is reported of a method, by its authors or by others who ran it again."""
        told = self.tr("{label}\n{value} in the paper")
        if again:
            told = self.tr("{label}\n{value} in a re-run by others than its authors")
        return SymbolsItem(f"{method}.{'rerun' if again else 'published'}", method, method, hollow=True, text=told)

    def _draw_published(self, published: Sequence[Published]) -> None:
        rows = {(row.method, bool(row.again)): row for row in published}
        there = [key for key in self._papers if key in rows]
        for key, mark in self._papers.items():
            row = rows.get(key)
            if row is None:
                mark.set(np.empty((0, 2)))
                continue
            mark.label = self._source(row)
            at = AT - NEXT * (len(there) - 1 - there.index(key))  # side by side: their places mean nothing
            mark.set(np.array([[at * self._steps * self.per_step, row.percent / 100]]))
        self.set_title(_titled(self._how, papers=bool(published)))
        self.explain("\n".join(filter(None, (self._explained, self._protocols(published)))))

    def _source(self, row: Published) -> str:
        text = self.tr("{method}, {source}\n{ways}-way {shots}-shot")
        if row.transductive:
            text = self.tr("{method}, {source}\n{ways}-way {shots}-shot, queries normalized together")
        return text.format(method=self._names[row.method], source=row.source, ways=row.ways, shots=row.shots)

    def _protocols(self, published: Sequence[Published]) -> str:
        """Return how others measured what they report, each source once."""
        protocols = {row.source: row.protocol for row in published if row.protocol is not None}
        if not protocols:
            return ""
        size = self.tr("Published {ways}-way {shots}-shot accuracies, none of them under the conditions of this run")
        found = [size.format(ways=published[0].ways, shots=published[0].shots)]
        return "\n".join([*found, *(f"{source}: {localized(told)}" for source, told in protocols.items())])


def normalized_word(transductive: bool) -> str:
    """Return by which statistics queries are normalized, as it stands beside numbers of them."""
    if transductive:
        return translate("EpisodeAccuracy", "transductive")
    return translate("EpisodeAccuracy", "each query by itself")


def pixels_word(share: float) -> str:
    """Return what stands at the level of the nearest neighbour on pixels, with its accuracy; "" for NaN."""
    if np.isnan(share):
        return ""
    return translate("EpisodeAccuracyView", "nearest on pixels, {share} %").format(share=f"{100 * share:.0f}")


def chance_word(share: float) -> str:
    """Return what stands at the level of guessing, with its accuracy."""
    return translate("EpisodeAccuracyView", "chance, {share} %").format(share=f"{100 * share:.0f}")


def _titled(how: str, *, papers: bool = False) -> str:
    """Return the title, which says how queries are normalized and whose marks are hollow."""
    if papers and how:
        text = translate("EpisodeAccuracyView", "Accuracy ({how}; hollow: published)")
    elif papers:
        text = translate("EpisodeAccuracyView", "Accuracy (hollow: published)")
    elif how:
        text = translate("EpisodeAccuracyView", "Accuracy on held-out episodes ({how})")
    else:
        text = translate("EpisodeAccuracyView", "Accuracy on held-out episodes")
    return text.format(how=how)


def with_interval(mean: float, half: float) -> str:
    """Return an accuracy and half its 95 % interval, both shares, to stand behind a method's name."""
    if not half:
        return translate("EpisodeAccuracy", "{mean} %").format(mean=f"{100 * mean:.0f}")
    digits = 1 if 100 * half < 0.95 else 0
    return translate("EpisodeAccuracy", "{mean} ± {half} %").format(
        mean=f"{100 * mean:.0f}", half=f"{100 * half:.{digits}f}"
    )
