"""Makes an animation of a run: draws a hidden copy of its scene in short slices, and encodes in another thread."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QSize
from typing_extensions import override

from metascope.scenes.export.composition import Composition, PictureOptions
from metascope.scenes.export.sliced_job import SlicedJob
from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.scenes.unseen.hidden_scene import HiddenScene
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.text import say
from metascope.widgets.look.translation import preset_text
from metascope.widgets.paper.film_encoder import KINDS, Encoding, Kind, Picture, check

Shot = tuple[int, int]  # meta-step, inner step


@dataclass(frozen=True)
class Film:
    """What an animation shows of which moments of a run, and its file format."""

    shots: tuple[Shot, ...]
    options: PictureOptions
    kind: Kind
    width: int  # pixels
    height: int
    rate: float  # frames per second

    def saved_as(self, path: Path) -> Film:
        """Return this film as the kind of file that the path's suffix names."""
        kind = next((kind for kind in KINDS if path.suffix.lower() == f".{kind}"), self.kind)
        return replace(self, kind=kind)


def outer_shots(recording: Recording, first: int, last: int, every: int) -> tuple[Shot, ...]:
    """Return every n-th recorded frame within a range of meta-steps, each at its last inner step."""
    steps = [step for step in recording.kept_steps() if first <= step <= last]
    return tuple((step, -1) for step in steps[::every])


def inner_shots(frame: Frame) -> tuple[Shot, ...]:
    """Return all inner steps of a frame."""
    return tuple((frame.step, tick) for tick in range(frame.ticks()))


class AnimationJob(SlicedJob):
    """Makes one animation while the window and the training continue.

    Frames in memory are held until the end, so that thinning the recording loses none of them. At the end, however it
    comes, the job releases its frames, and deletes an incomplete file. `finished` gives the file's path.
    """

    def __init__(
        self, run: Run, scene: Scene, emphasis: Mapping[str, str], film: Film, path: Path, window: QObject
    ) -> None:
        """Start making `film` of a run shown by `scene`, with this emphasis of its methods, and write it to `path`.

        Raises:
            UserError: the size or the rate is impossible, a library is missing, or there is nothing to show.
        """
        super().__init__(window)
        if not film.shots:
            raise refuse("", say("there are no recorded frames in this range"))
        self.path, self._film = path, film
        self._size = QSize(*check(film.kind, film.width, film.height, film.rate))
        self._past: Snapshot = run.recording.snapshot()
        self._title = preset_text(run.preset.title)
        self._twin = HiddenScene(run, scene, film.options.theme)
        self._emphasis = dict(emphasis)
        self._composition: Composition | None = None
        self._encoding: Encoding | None = None
        self.begin(self._make(self._twin))

    @override
    def _release(self) -> None:
        if self._encoding is not None:
            self._encoding.cancel()
        self._twin.close()

    def _make(self, twin: HiddenScene) -> Generator[bool, None, Path]:
        """Make the film piece by piece; yields whether there is more to draw right away."""
        shots, began = self._film.shots, time.perf_counter()
        samples = []
        for shot in dict.fromkeys((shots[0], shots[len(shots) // 2], shots[-1])):  # for the colour palette
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
        return self.path

    def _wait(self, encoding: Encoding) -> Iterator[bool]:
        """Wait for the encoder; raise its failure."""
        busy = encoding.busy
        if encoding.failure is not None:
            raise encoding.failure
        if not busy and not encoding.whole:
            raise refuse(str(self.path), say("was not written: the encoder stopped"))
        yield False

    def _picture(self, twin: HiddenScene, shot: Shot) -> Generator[bool, None, Picture]:
        """Draw one frame in pieces: the scene's new state, then view by view."""
        step, tick = shot
        frame = self._past.frames.get(step) or self._past.load(step)
        tick = twin.draw(frame, tick, self._film.options.method, self._past.metrics)
        if self._composition is None:  # both need a scene that has drawn a frame
            twin.set_emphasis(self._levels())
            self._composition = Composition(twin, self._title, self._film.options, self._size)
        yield True
        image = self._composition.blank()
        for piece in self._composition.pieces(frame, tick):
            self._composition.draw(piece, image)
            yield True
        return Picture.of(image)

    def _levels(self) -> dict[str, str]:
        levels = self._emphasis
        if self._film.options.inner:
            levels = {key: level if level == "hidden" else "dim" for key, level in levels.items()}
            levels[self._film.options.method] = "full"
        return levels
