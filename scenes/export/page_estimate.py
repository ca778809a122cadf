"""Estimates how large a web page becomes, from a few of its pictures."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from statistics import mean

from PySide6.QtCore import QObject
from typing_extensions import override

from metascope.scenes.export.page_contents import PageOptions, spread
from metascope.scenes.export.page_job import GROUND, PageMaker
from metascope.scenes.export.sliced_job import SlicedJob
from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.widgets.paper.page import assemble, size_of
from metascope.widgets.paper.page_model import Page, Shown

STEPS, TICKS = 5, 3  # of a sample
INDEX = 5  # bytes that say which picture a view has at a moment
SPARE = 1.15  # times as many moments are drawn as are expected to fit; those that do not are left out at the end


@dataclass(frozen=True)
class Sampled:
    """What a sample has shown of a view: the bytes of pictures, and how many of them there are of each moment."""

    ground: int
    size: float  # of what is laid over it
    of_steps: float  # the share of meta-steps at which there is another picture
    of_ticks: float  # the same, of inner ticks


@dataclass(frozen=True)
class Sample:
    """What a sample has shown of a page, by view."""

    pictures: Mapping[str, Sampled]
    curves: Mapping[str, int]  # bytes in a look
    rest: int  # bytes of all else, but captions
    caption: float  # bytes of a moment's, in all languages
    seconds: float  # for a picture
    ticks: int  # inner ticks of a meta-step


@dataclass(frozen=True)
class Estimate:
    """About how large a page becomes, with how many pictures, after how long."""

    size: float  # bytes
    pictures: int
    seconds: float


class Sampling(SlicedJob):
    """Draws a sample of a page while the window and the training continue; `finished` gives a `Sample`."""

    def __init__(
        self, run: Run, scene: Scene, emphasis: Mapping[str, str], options: PageOptions, window: QObject
    ) -> None:
        """Start drawing some of the moments of a page in its first look, each of its views.

        Raises:
            UserError: there is nothing to show.
        """
        super().__init__(window)
        steps = tuple(options.steps[place] for place in spread(len(options.steps), STEPS)) if options.steps else ()
        options = replace(options, steps=steps, themes=options.themes[:1], labels=options.labels[:1], ticks=TICKS)
        self._maker = PageMaker(run, scene, emphasis, options)
        self._ticks = run.recording.at(steps[-1]).ticks()
        self.begin(self._make())

    @override
    def _release(self) -> None:
        self._maker.close()

    def _make(self) -> Generator[bool, None, Sample]:
        began = time.perf_counter()
        for _, more in self._maker.moments():
            yield more
        encoded = self._maker.submit(lambda: None)
        while not encoded.done():
            yield False
        page, spent = self._maker.page(), time.perf_counter() - began
        drawn = sum(len(row) for view in page.views for row in view.pictures[0]) + GROUND * len(page.views)
        return sampled(page, spent / max(drawn, 1), self._ticks)


def sampled(page: Page, seconds: float, ticks: int) -> Sample:
    """Return what a page of a few moments shows of one of many.

    Args:
        page: in one look.
        seconds: that a picture takes.
        ticks: that a meta-step has.
    """
    pictures = {view.name: _sampled(view, page) for view in page.views}
    curves = {curve.name: size_of([len(curve.drawn[0])]) for curve in page.curves}
    moments = [caption for texts in page.texts.values() for row in texts.captions for caption in row]
    captions = sum(len(caption.encode()) + 3 for caption in moments)
    kept = {index for view in page.views for row in (view.grounds, *view.pictures[0]) for index in row}
    rest = len(assemble(page)) - size_of(len(page.pictures[index]) for index in kept) - sum(curves.values()) - captions
    return Sample(pictures, curves, rest, captions / sum(map(len, page.ticks)), seconds, ticks)


def estimate(sample: Sample, options: PageOptions) -> Estimate:
    """Return about how large a page becomes, rather too large than too small: not all pictures may differ."""
    looks, steps, ticks = len(options.themes) * len(options.labels), len(options.steps), options.ticks
    ticks = min(ticks, sample.ticks)
    size, count = sample.rest + sample.caption * steps * ticks, 0
    size += INDEX * looks * steps * ticks * sum(name in sample.pictures for name in options.views)
    for name in options.views:
        if name in sample.pictures:
            view = sample.pictures[name]
            differing = looks * _among(steps, view.of_steps) * _among(ticks, view.of_ticks)
            size += differing * size_of([round(view.size)]) + looks * size_of([view.ground])
            count += round(differing)
        else:
            size += looks * sample.curves.get(name, 0)
    seen = sum(name in sample.pictures for name in options.views)
    return Estimate(size, count, sample.seconds * looks * steps * ticks * seen)


def fits(sample: Sample, options: PageOptions) -> int:
    """Return how many of the meta-steps, evenly chosen, are expected to fit into the limit, at least 1."""
    low, high = 1, len(options.steps)  # of meta-steps: fit, or may not
    while low < high:
        middle = (low + high + 1) // 2
        small = estimate(sample, replace(options, steps=options.steps[:middle])).size <= options.limit
        low, high = (middle, high) if small else (low, middle - 1)
    return low


def fitting(sample: Sample, options: PageOptions) -> PageOptions:
    """Return the options with no more meta-steps, evenly chosen, than may fit into the limit."""
    wanted, expected = len(options.steps), fits(sample, options)
    tried = spread(wanted, min(wanted, round(expected * SPARE) + 1))
    if len(tried) == wanted:
        return options
    return replace(options, steps=tuple(options.steps[place] for place in tried), wanted=wanted)


def _among(count: int, share: float) -> float:
    return 1 + (count - 1) * share


def _sampled(view: Shown, page: Page) -> Sampled:
    [look] = view.pictures
    of_ticks = [(len(set(row)) - 1) / (len(row) - 1) for row in look if len(row) > 1]
    columns = list(zip(*look, strict=False))
    of_steps = [(len(set(column)) - 1) / (len(column) - 1) for column in columns if len(column) > 1]
    sizes = [len(page.pictures[index]) for index in {index for row in look for index in row}]
    return Sampled(
        len(page.pictures[view.grounds[0]]), mean(sizes), max(of_steps, default=0.0), max(of_ticks, default=0.0)
    )
