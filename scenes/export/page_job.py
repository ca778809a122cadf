"""Makes a web page of a run: draws its pictures in short slices, encodes them in a thread, fits them to a limit."""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from typing_extensions import override

from metascope.scenes.export.page_contents import (
    MEGABYTE,
    PageOptions,
    language_name,
    settings_rows,
    spread,
    texts_of_run,
    thinned,
    words,
)
from metascope.scenes.export.page_painter import ACROSS, PagePainter
from metascope.scenes.export.sliced_job import SlicedJob
from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.atomic import atomic_write, check_writable
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.text import say
from metascope.simulator.engine.version import version
from metascope.widgets.look.text import localized
from metascope.widgets.look.translation import translate
from metascope.widgets.paper.page import assemble
from metascope.widgets.paper.page_model import Drawing, Look, Page, Shown, Texts
from metascope.widgets.views.formula import typeset

T = TypeVar("T")
Pixels = NDArray[np.uint32]
FORMULA = 20.0  # pixels: the em of a formula
RIM = 2  # pixels
BLOCK = 16  # pixels: WebP encodes squares of this side one by one
QUALITY = 80  # of pictures that are not exact, of 100
SMALL, MUCH = 8_000, 0.6  # bytes of exact pictures that are not tried otherwise; share of them that is much smaller
GROUND = 5  # pictures in which a view's ground is looked for
_WAITING = 8  # pictures that may wait to be encoded
_THREAD = "metascope-page"


@dataclass(frozen=True)
class PageReport:
    """What became of a page: its file, and how many of the wanted meta-steps and inner ticks fitted into it."""

    path: Path
    size: int  # bytes
    steps: int
    wanted: int  # meta-steps
    ticks: int  # of a meta-step, at most
    wanted_ticks: int

    @property
    def whole(self) -> bool:
        """Whether nothing was left out."""
        return (self.steps, self.ticks) == (self.wanted, self.wanted_ticks)


class PageMaker:
    """Draws and encodes what a page shows, piece by piece; used by one thread. Call `close` at the end."""

    def __init__(self, run: Run, scene: Scene, emphasis: Mapping[str, str], options: PageOptions) -> None:
        """Make the hidden scenes; `scene` may be deleted afterwards.

        Raises:
            UserError: there are no meta-steps or no views to show.
        """
        if not options.steps:
            raise refuse("", say("there are no recorded frames in this range"))
        if not options.views:
            raise refuse("", say("choose at least one view"))
        self.options = options
        self._run, self._past = run, run.recording.snapshot()
        self._painter = PagePainter(
            run, scene, emphasis, options.themes, options.languages, options.labels, options.width
        )
        self._seen = tuple(name for name in options.views if name not in self._painter.drawings)
        self._curves = tuple(name for name in options.views if name in self._painter.drawings)
        self._encoder = ThreadPoolExecutor(1, _THREAD)
        self._grounds: dict[tuple[str, Look], Future[Pixels]] = {}
        self._ground_places: dict[tuple[str, Look], int] = {}
        self._places: dict[bytes, int] = {}  # of pictures, by what is in them
        self._pictures: list[Future[bytes]] = []
        self._shown: dict[str, list[list[list[int]]]] = {
            view: [[] for _ in self._painter.looks] for view in self._seen
        }  # [look][step][tick]
        self._ticks: list[tuple[int, ...]] = []
        self._captions: dict[str, list[list[str]]] = {language: [] for language in options.languages}

    def close(self) -> None:
        """Stop and delete the hidden scenes."""
        self._encoder.shutdown(wait=False, cancel_futures=True)
        self._painter.close()

    def submit(self, act: Callable[[], T]) -> Future[T]:
        """Do something after the pictures that are still being encoded, in their thread."""
        return self._encoder.submit(act)

    def moments(self) -> Generator[tuple[int, bool], None, None]:
        """Draw all moments; yields how many meta-steps are done, and whether there is more to do right away."""
        for look in self._painter.looks:
            for _ in self._find_grounds(look):
                yield 0, True
        for done, step in enumerate(self.options.steps):
            frame = self._frame(step)
            places = spread(frame.ticks(), self.options.ticks)
            self._ticks.append(places)
            self._tell(frame, places)
            for rows in self._shown.values():
                for row in rows:
                    row.append([])
            for tick, (place, look) in product(places, enumerate(self._painter.looks)):
                for view, image in self._draw(look, frame, tick):
                    self._shown[view][place][-1].append(self._kept(image, (view, look)))
                    yield done, True
                yield done, self._ready()
            while not self._ready():
                yield done, False
        last = self._frame(self.options.steps[-1])
        self._painter.show_texts(last, self._ticks[-1][-1], self.options.method, self._past.metrics)

    def page(self) -> Page:
        """Return the page of what was drawn; waits for pictures that are still being encoded."""
        looks = self._painter.looks
        curves = [self._drawing(name) for name in self._curves]
        methods = self._painter.scene(self.options.languages[0]).methods()
        legends = [self._painter.legend(look) for look in looks]
        legend = Drawing("methods", ACROSS, max(high for _, high in legends), [drawn for drawn, _ in legends])
        return Page(
            languages={language: language_name(language) for language in self.options.languages},
            texts={language: self._texts(language) for language in self.options.languages},
            looks=looks,
            steps=self.options.steps,
            ticks=self._ticks,
            opening=(len(self._ticks) - 1, len(self._ticks[-1]) - 1),
            views=[self._view(name) for name in self._seen],
            curves=curves,
            legend=legend if methods and self._seen else None,
            pictures=[picture.result() for picture in self._pictures],
            kind=f"image/{encoding().lower()}",
            version=version(),
        )

    def _view(self, name: str) -> Shown:
        grounds = [self._ground_places[name, look] for look in self._painter.looks]
        return Shown(name, *self._painter.pixels(name), grounds, self._shown[name])

    def _frame(self, step: int) -> Frame:
        return self._past.frames.get(step) or self._past.load(step)

    def _draw(self, look: Look, frame: Frame, tick: int) -> Iterator[tuple[str, QImage]]:
        return self._painter.draw(look, frame, tick, self.options.method, self._past.metrics, self._seen)

    def _find_grounds(self, look: Look) -> Generator[None, None, None]:
        """Find what of each view is the same at most moments: its ground, over which the rest is laid."""
        seen: dict[str, list[Pixels]] = {view: [] for view in self._seen}
        steps = self.options.steps
        for turn, place in enumerate(spread(len(steps), GROUND)):
            frame = self._frame(steps[place])
            ticks = spread(frame.ticks(), self.options.ticks)
            for view, image in self._draw(look, frame, ticks[turn % len(ticks)]):
                seen[view].append(pixels_of(image))
                yield
        for view, pictures in seen.items():
            ground = self._grounds[view, look] = self._encoder.submit(common, pictures)
            self._ground_places[view, look] = len(self._pictures)
            self._pictures.append(self._encoder.submit(_encoded_later, ground, None, True))

    def _ready(self) -> bool:
        """Return whether few pictures wait to be encoded."""
        return sum(not one.done() for one in self._pictures[-2 * _WAITING :]) <= _WAITING

    def _kept(self, image: QImage, where: tuple[str, Look]) -> int:
        """Return the index of a picture; one that is there already is not kept again."""
        pixels = pixels_of(image)
        key = hashlib.blake2b(pixels.tobytes(), key=str((where, pixels.shape)).encode()[:64], digest_size=16).digest()
        if key not in self._places:
            self._places[key] = len(self._pictures)
            ground = self._grounds[where]
            self._pictures.append(self._encoder.submit(_encoded_later, pixels, ground, self.options.exact))
        return self._places[key]

    def _tell(self, frame: Frame, places: tuple[int, ...]) -> None:
        captions = self._run.captions(frame, self.options.method)
        for language, rows in self._captions.items():
            with self._painter.tongue(language).spoken():
                rows.append([localized(captions[tick]) for tick in places])

    def _drawing(self, name: str) -> Drawing:
        made = [self._painter.drawing(look, name) for look in self._painter.looks]
        return Drawing(name, *self._painter.pixels(name), [svg for svg, _ in made], [cursor for _, cursor in made])

    def _texts(self, language: str) -> Texts:
        scene_words = self._painter.words(language)
        methods = ", ".join(name for _, name in self._painter.scene(language).methods())
        with self._painter.tongue(language).spoken():
            title, description = texts_of_run(self._run)
            return Texts(
                words=words(self._run),
                title=title,
                description=description,
                captions=self._captions[language],
                formulas=[
                    (typeset(latex, FORMULA, "currentColor").decode(), plain) for latex, plain in scene_words.formulas
                ],
                settings=[] if self._run.recorded else settings_rows(self._run.settings),
                titles=self._painter.titles(language),
                methods=translate("WebPage", "Methods: {names}").format(names=methods),
            )


class PageJob(SlicedJob):
    """Makes one web page while the window and the training continue; `finished` gives a `PageReport`."""

    def __init__(
        self, run: Run, scene: Scene, emphasis: Mapping[str, str], options: PageOptions, path: Path, window: QObject
    ) -> None:
        """Start making a page of a run shown by `scene`, with this emphasis of its methods, and write it to `path`.

        Raises:
            UserError: there is nothing to show, or nothing can be written there.
        """
        super().__init__(window)
        check_writable(path)
        self.path = path
        self._maker = PageMaker(run, scene, emphasis, options)
        self.begin(self._make())

    @override
    def _release(self) -> None:
        self._maker.close()

    def _make(self) -> Generator[bool, None, PageReport]:
        total, began, before = len(self._maker.options.steps), time.perf_counter(), -1
        for done, more in self._maker.moments():
            if done != before:
                left = (time.perf_counter() - began) / done * (total - done) if done else 0.0
                self.progressed.emit(done, total, left)
                before = done
            yield more
        self.progressed.emit(total, total, 0.0)
        written = self._maker.submit(lambda: None)  # after the pictures that are still being encoded
        while not written.done():
            yield False
        page, options = self._maker.page(), self._maker.options
        report = self._maker.submit(lambda: write(page, options.limit, self.path, options.wanted))
        while not report.done():
            yield False
        return report.result()


def write(page: Page, limit: int, path: Path, wanted: int = 0) -> PageReport:
    """Write the page with as many of its moments, evenly chosen, as fit into `limit` bytes.

    `wanted` meta-steps were asked for, where the page has not all of them.

    Raises:
        UserError: not even one moment fits, or the file cannot be written.
    """
    steps, ticks = len(page.steps), max(map(len, page.ticks))
    kept, kept_ticks = steps, ticks
    while len(data := assemble(thinned(page, kept, kept_ticks))) > limit:
        if kept > 1:
            kept = max(1, min(kept - 1, int(kept * limit / len(data) * 1.02)))
        elif kept_ticks > 1:
            kept_ticks = max(1, min(kept_ticks - 1, int(kept_ticks * limit / len(data) * 1.02)))
        else:
            raise refuse(
                str(path),
                say(
                    "one moment alone takes {size:.1f} MB, and the page must be at most {limit:.1f} MB: choose fewer "
                    "views, narrower pictures or a higher limit",
                    size=len(data) / MEGABYTE,
                    limit=limit / MEGABYTE,
                ),
            )
    atomic_write(path, data)
    return PageReport(path, len(data), kept, wanted or steps, kept_ticks, ticks)


def pixels_of(image: QImage) -> Pixels:
    """Return the pixels of an image in Qt's format RGB32: (height, width)."""
    return np.frombuffer(bytes(image.constBits()), np.uint32).reshape(image.height(), image.width())


def common(pictures: Sequence[Pixels]) -> Pixels:
    """Return the pixels (height, width) that most of the pictures have, where most have the same."""
    ground: Pixels = np.sort(np.stack(pictures), axis=0)[len(pictures) // 2]
    return ground


def encoded(pixels: Pixels, ground: Pixels | None, exact: bool = True) -> bytes:
    """Return a picture (height, width) as the bytes of a file: with every pixel as it is, or as the eye sees them.

    Where it need not be exact and is over a ground, it is kept as photographs are if that is much smaller: many
    crossing lines and noise are, text and a few lines are not.

    Where a picture of the same size lies under it as its ground, what is alike in both is transparent, but for a rim:
    where a reader's browser shrinks pictures, neighbours are mixed.
    """
    if encoding() != "WEBP":
        return _saved(_laid(pixels, _differing(pixels, ground)), "PNG", optimize=True)
    differing = _differing(pixels, ground)
    data = _saved(_laid(pixels, differing), "WEBP", lossless=True, quality=40, method=3)
    if exact or differing is None or len(data) <= SMALL:
        return data
    seen = _saved(_laid(pixels, in_blocks(differing, BLOCK)), "WEBP", quality=QUALITY, method=4)
    return seen if len(seen) < MUCH * len(data) else data


def _differing(pixels: Pixels, ground: Pixels | None) -> NDArray[np.bool_] | None:
    return None if ground is None else widened(pixels != ground, RIM)


def _laid(pixels: Pixels, opaque: NDArray[np.bool_] | None) -> NDArray[np.uint8]:
    """Return the colours (height, width, 3), or with what is not opaque left out (height, width, 4)."""
    height, width = pixels.shape
    colours = pixels.view(np.uint8).reshape(height, width, 4)[..., [2, 1, 0, 3]]
    if opaque is None:
        return colours[..., :3].copy()
    laid: NDArray[np.uint8] = np.where(opaque[..., None], colours | np.array([0, 0, 0, 255], np.uint8), np.uint8(0))
    return laid


def _saved(colours: NDArray[np.uint8], format: str, **how: object) -> bytes:
    from PIL import Image  # not before a page is written: the window starts sooner

    file = io.BytesIO()
    Image.fromarray(colours).save(file, format, **how)
    return file.getvalue()


def _encoded_later(pixels: Pixels | Future[Pixels], ground: Future[Pixels] | None, exact: bool) -> bytes:
    """Return `encoded` of what the same thread has made before."""
    known = pixels.result() if isinstance(pixels, Future) else pixels
    return encoded(known, None if ground is None else ground.result(), exact)


def in_blocks(mask: NDArray[np.bool_], side: int) -> NDArray[np.bool_]:
    """Return a mask (height, width) that is true in every square of this side in which any of it is."""
    (height, width), squares = mask.shape, tuple(-(-length // side) for length in mask.shape)
    whole = np.zeros((squares[0] * side, squares[1] * side), bool)
    whole[:height, :width] = mask
    any_of_it = whole.reshape(squares[0], side, squares[1], side).any(axis=(1, 3))
    return any_of_it.repeat(side, axis=0).repeat(side, axis=1)[:height, :width]


def widened(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    """Return a mask (height, width) that is true up to `by` pixels further, in both directions."""
    for axis in (0, 1):
        wide = mask.copy()
        for shift in range(1, by + 1):
            later, earlier = ((slice(None),) * axis + (one,) for one in (slice(shift, None), slice(None, -shift)))
            wide[later] |= mask[earlier]
            wide[earlier] |= mask[later]
        mask = wide
    return mask


@cache
def encoding() -> str:
    """Return the format of pictures: WebP, or PNG where Pillow was built without it."""
    from PIL import features  # as above

    return "WEBP" if features.check("webp") else "PNG"
