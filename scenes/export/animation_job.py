"""An animation of a run being made: drawn on a twin of its scene a slice at a time, encoded in another thread."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from typing_extensions import override

from scenes.export.composition import Cast, Composition
from scenes.runs.run import Run
from scenes.scene import Scene
from scenes.unseen.hidden_scene import Twin
from simulator.engine.errors import UserError, refuse
from simulator.engine.frame import Frame
from simulator.engine.history.recording import Recording, Snapshot
from simulator.engine.text import say
from widgets.paper.film_encoder import KINDS, Encoding, Kind, Picture, check

SLICE = 0.010  # seconds of drawing at a time
PAUSE = 4  # ms between two slices, which are the window's

Shot = tuple[int, int]  # meta-step, inner tick


@dataclass(frozen=True)
class Film:
    """An animation: moments of a run in order, what of them is shown, and as what file."""

    shots: tuple[Shot, ...]
    cast: Cast
    kind: Kind
    width: int  # pixels
    height: int
    rate: float  # frames a second

    def saved_as(self, path: Path) -> Film:
        """Return this film as the kind of file that the path's suffix names."""
        kind = next((kind for kind in KINDS if path.suffix.lower() == f".{kind}"), self.kind)
        return replace(self, kind=kind)


def outer_shots(recording: Recording, first: int, last: int, every: int) -> tuple[Shot, ...]:
    """Return every n-th of the recorded frames within a range of meta-steps, each at the end of its inner course."""
    steps = [step for step in recording.kept_steps() if first <= step <= last]
    return tuple((step, -1) for step in steps[::every])


def inner_shots(frame: Frame) -> tuple[Shot, ...]:
    """Return all inner ticks of a frame."""
    return tuple((frame.step, tick) for tick in range(frame.ticks()))


class AnimationJob(QObject):
    """Makes one animation while the window and the training go on as they were.

    The frames that lie in memory are held until the end, so that a recording which thins itself loses none. It ends
    by itself, by `cancel`, and with the window that is its parent; what it held is gone then, and of a file that is
    not whole nothing is left.

    Signals:
        progressed(done, total, seconds_left): pictures drawn; the seconds are a guess.
        finished(path): the file is there.
        failed(error): the `UserError` that tells why not.
        ended: it is over, one way or another; emitted once, last.
    """

    progressed = Signal(int, int, float)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(
        self, run: Run, scene: Scene, emphasis: Mapping[str, str], film: Film, path: Path, window: QObject
    ) -> None:
        """Begin to make `film` of a run whose scene is `scene`, its methods emphasized like this, into `path`.

        Raises:
            UserError: the size or the rate is impossible, a library is missing, or there is nothing to show.
        """
        super().__init__(window)
        if not film.shots:
            raise refuse("", say("there are no recorded frames to show in this range"))
        self.path, self._film = path, film
        self._size = QSize(*check(film.kind, film.width, film.height, film.rate))
        self._past: Snapshot = run.recording.snapshot()
        self._title = self.tr(run.preset.title)
        self._twin: Twin | None = Twin(run, scene, film.cast.theme)
        self._emphasis = dict(emphasis)
        self._composition: Composition | None = None
        self._encoding: Encoding | None = None
        self._work = self._make(self._twin)
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._advance)
        self._timer.start()
        window.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Whether it is not over yet."""
        return self._twin is not None

    def cancel(self) -> None:
        """Stop, and leave nothing behind."""
        if self.busy:
            self._end()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Close and watched is self.parent():
            self.cancel()
        return False

    def _advance(self) -> None:
        """Go on drawing for a slice of time; not at all while the encoder has enough."""
        until, over = time.perf_counter() + SLICE, True
        try:
            while next(self._work) and time.perf_counter() < until:
                pass
            over = False
        except StopIteration:
            self.finished.emit(self.path)
        except UserError as error:
            self.failed.emit(error)
        finally:  # what nobody expects ends it, too
            if over:
                self._end()

    def _end(self) -> None:
        twin, self._twin = self._twin, None
        self._timer.stop()
        self._work.close()
        if self._encoding is not None:
            self._encoding.cancel()
        if twin is not None:
            twin.close()
        self.deleteLater()
        self.ended.emit()

    def _make(self, twin: Twin) -> Generator[bool, None, None]:
        """Make the film piece by piece; yields whether there is more to draw at once."""
        shots, began = self._film.shots, time.perf_counter()
        samples = []
        for shot in dict.fromkeys((shots[0], shots[len(shots) // 2], shots[-1])):  # where new colours come up
            samples.append((yield from self._picture(twin, shot)))
        encoding = self._encoding = Encoding(self._film.kind, self.path, self._film.rate, samples)
        for done, shot in enumerate(shots):
            left = (time.perf_counter() - began) / done * (len(shots) - done) if done else 0.0
            self.progressed.emit(done, len(shots), left)
            picture = yield from self._picture(twin, shot)
            while not encoding.offer(picture):
                yield from self._wait(encoding)
        self.progressed.emit(len(shots), len(shots), 0.0)
        while not encoding.offer(None):
            yield from self._wait(encoding)
        while not encoding.whole:
            yield from self._wait(encoding)

    def _wait(self, encoding: Encoding) -> Iterator[bool]:
        """Let the encoder go on; tell why it does not."""
        busy = encoding.busy
        if encoding.failure is not None:
            raise encoding.failure
        if not busy and not encoding.whole:
            raise refuse(str(self.path), say("was not written: the encoder ended"))
        yield False

    def _picture(self, twin: Twin, shot: Shot) -> Generator[bool, None, Picture]:
        """Draw one picture in pieces: the scene's new state, then view by view."""
        step, tick = shot
        frame = self._past.frames.get(step) or self._past.load(step)
        tick = twin.draw(frame, tick, self._film.cast.method, self._past.metrics)
        if self._composition is None:  # what can only be done to a scene that has drawn something
            twin.set_emphasis(self._levels())
            self._composition = Composition(twin, self._title, self._film.cast, self._size)
        yield True
        image = self._composition.blank()
        for piece in self._composition.pieces(frame, tick):
            self._composition.draw(piece, image)
            yield True
        return Picture.of(image)

    def _levels(self) -> dict[str, str]:
        levels = self._emphasis
        if self._film.cast.inner:
            levels = {key: level if level == "hidden" else "dim" for key, level in levels.items()}
            levels[self._film.cast.method] = "full"
        return levels
