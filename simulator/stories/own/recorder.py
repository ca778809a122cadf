"""Records a training loop into a session file that the window opens; imports neither Qt nor torch."""

from __future__ import annotations

import atexit
import logging
import os
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, final

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.files.session import SUFFIX, Journal, SessionHead
from metascope.simulator.engine.history.recording import BUDGET
from metascope.simulator.engine.history.recording import Recording as History
from metascope.simulator.engine.text import readable, say
from metascope.simulator.stories.own.claim import Claim
from metascope.simulator.stories.own.gathering import Gathering, Given
from metascope.simulator.stories.own.names import NAME, RUN
from metascope.simulator.stories.own.settings import OwnSettings, described

INTERVAL = 2.0  # seconds between two writes
_NOTHING: Given = {}
_TITLE, _TOLD = 100, 2000  # characters of a title and of a description
_CONTROLS = ("description", "formula", "methods", "inner-clock", "runs")  # all of the stage but the settings
_PATIENCE = 60.0  # seconds that `close` waits for a write under way
log = logging.getLogger("metascope.record")


@final
class Recording:
    """A session file of a training loop, written while it runs; open it in Metascope at any time.

        with Recording("run.metascope", methods=["maml", "fomaml"], settings={"inner rate": 0.01}) as r:
            for _ in range(1000):
                ...  # one meta-step of your own
                r.step(metrics={"loss": {"maml": loss, "fomaml": other}}, paths={"theta": {"maml": points}})

    Every `every` seconds a thread adds to the file what is new, so that a crash or a kill loses at most that. Ended by
    `with`, `close`, or the interpreter, it is complete; an exception that ends the `with` is noted in the run. What
    cannot be written, as on a full disk, is told once by the logger `metascope.record` and tried again; training goes
    on. Memory is bounded: every metric is kept, and old frames are thinned evenly. Used by one thread at a time, in the
    process that made it.

    Args:
        path: the file; a name without an ending gets ".metascope".
        story: "own", the only one that shows other programs' runs.
        methods: what you compare, at most 10 names without dots; none: one, "run".
        title: above the picture, at most 100 characters; empty: the file's name.
        settings: your hyperparameters, for the reader: they are told in the run's description.
        steps: meta-steps that you mean to do, for the axis of the curves; it grows where you do more.
        coordinates: for paths of long points, which to keep: places (d,) or directions (d, size), d at most 64.
        every: seconds between two writes.
        memory: bytes that the recording may take in memory.
        overwrite: replace a file that is there, at the first write.

    Raises:
        UserError: every mistake at once, such as a file that is there, is recorded to already, or cannot be written.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        story: str = NAME,
        methods: Sequence[str] = (),
        title: str = "",
        settings: Mapping[str, object] = _NOTHING,
        steps: int = 1,
        coordinates: Given = _NOTHING,
        every: float = INTERVAL,
        memory: int = BUDGET,
        overwrite: bool = False,
    ) -> None:
        self.path = _completed(Path(path))
        _check(self.path, story, methods, every, memory, overwrite)
        self._gathering = Gathering(tuple(methods) or (RUN,), coordinates)
        self._settings = OwnSettings.parse({"steps": steps})
        self._title = readable(title)[:_TITLE] or readable(self.path.stem)[:_TITLE] or NAME
        self._told = readable(described(settings))[:_TOLD]
        self._process, self._every, self._at = os.getpid(), every, 0
        self._history = History(memory)
        self._closed = threading.Event()
        self._writing = threading.Lock()
        self._journal: tuple[object, Journal] | None = None  # with the contents in its head
        self._failed = False  # the last write did, which was told
        self._claim = Claim(self.path)
        self._thread = threading.Thread(target=self._write_on, name="metascope-record", daemon=True)
        self._thread.start()
        atexit.register(self.close)

    def step(
        self,
        step: int | None = None,
        *,
        metrics: Given = _NOTHING,
        paths: Given = _NOTHING,
        heatmaps: Given = _NOTHING,
        gates: Given = _NOTHING,
    ) -> None:
        """Record a meta-step. What you hand over is copied; names and shapes are fixed by the first step that has them.

        Args:
            step: its number, larger than the last one; None: the next one, from 1 on.
            metrics: numbers by name ("loss", or "maml.loss" of a method), or a number for each method; NaN and infinity
                are gaps in the curves, and told.
            paths: by name, a point (d,), or an inner path (k, d) of k - 1 inner steps; with several methods, a mapping
                from them. Of points longer than 64 numbers (16 without inner steps) as many sums with random signs are
                kept, which preserve squared distances to about 18 % (35 %), or what `coordinates` says.
            heatmaps: by name, a map (rows, columns), or one for each inner step, (k, rows, columns) or a list.
            gates: by name, a curve over the inner steps (k,), or several (k, n).

        Values are Python's numbers and lists, numpy's arrays, or torch's tensors on any device. The number k of inner
        steps may change from step to step, and so may what is handed over.

        Raises:
            UserError: names the key, what was expected, and what came; nothing was recorded.
        """
        self._require_open()
        number = self._at + 1 if step is None else step
        if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < 1 << 53:
            raise refuse("step", say("must be a whole number from 0 on, not {got}", got=repr(number)[:40]))
        if self._history.newest_step >= number:
            last = self._history.newest_step
            raise refuse("step", say("must be larger than the last one, {last}, not {got}", last=last, got=number))
        frame = self._gathering.frame(number, metrics, paths, heatmaps, gates)
        self._at = number
        self._history.append(frame)

    def close(self) -> None:
        """Write the rest and end; again, it does nothing. What cannot be written is logged.

        In a process that was forked from the one that records, it does nothing.
        """
        if self._closed.is_set() or os.getpid() != self._process:
            return
        self._closed.set()
        self._thread.join(_PATIENCE)
        self._write()
        if self._journal is not None:
            self._journal[1].close()
        self._claim.release()
        atexit.unregister(self.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is not None and self._history.newest_step >= 0 and os.getpid() == self._process:
            text = say("the program ended: {kind}: {reason}", kind=kind.__name__, reason=readable(str(error))[:200])
            self._history.note_incident(self._history.newest_step, text)
        self.close()

    def _require_open(self) -> None:
        if os.getpid() != self._process:
            text = "is recorded by process {process}, of which this is a fork: make a Recording of its own here"
            raise refuse(str(self.path), say(text, process=self._process))
        if self._closed.is_set():
            raise refuse(str(self.path), say("is closed: nothing more can be recorded"))

    def _write_on(self) -> None:
        while not self._closed.wait(self._every):
            self._write()

    def _write(self) -> None:
        """Write what is new; a failure is told once."""
        with self._writing:
            contents, snapshot = self._gathering.contents, self._history.snapshot()
            if self._journal is None or self._journal[0] is not contents:
                if self._journal is not None:
                    self._journal[1].close(ended=False)  # whoever follows the file would take the run for ended
                self._journal = contents, Journal(self.path, self._head())
            try:
                self._journal[1].write(snapshot)
                self._failed = False
            except UserError as error:
                if not self._failed:
                    log.warning("%s; training goes on, and it is tried again", error)
                self._failed = True

    def _head(self) -> SessionHead:
        contents = self._gathering.contents.model_dump(mode="json")
        settings = self._settings.replaced(contents=contents)
        preset = Preset(
            name=self.path.stem,
            story=NAME,
            title=self._title,
            description=self._told,
            expected_seconds=1.0,
            pace=None,
            order=0,
            settings=settings,
            controls=_CONTROLS,
        )
        return SessionHead(preset=preset, settings=settings, name=self._title, fresh=False)


def _completed(path: Path) -> Path:
    return path if path.suffix else path.with_name(path.name + SUFFIX)


def _check(path: Path, story: str, methods: Sequence[str], every: float, memory: int, overwrite: bool) -> None:
    """Refuse arguments that cannot be, all at once."""
    found: list[Problem] = []
    if story != NAME:
        found.append(Problem("story", say("must be {name}, not {got}", name=repr(NAME), got=repr(story)[:40])))
    if isinstance(methods, str):
        found.append(Problem("methods", say("must be a list of names, not {got}", got=repr(methods)[:40])))
    elif len(methods) > 1 and RUN in methods:
        found.append(Problem("methods", say("must not have {name}: metrics of no method are called so", name=RUN)))
    if not every > 0:
        found.append(Problem("every", say("must be a positive number of seconds, not {got}", got=every)))
    if not memory >= 1 << 20:
        found.append(Problem("memory", say("must be at least {least} bytes, not {got}", least=1 << 20, got=memory)))
    if path.exists() and not overwrite:
        found.append(Problem(str(path), say("is there already: choose another name, or say overwrite=True")))
    if found:
        raise UserError(found)
