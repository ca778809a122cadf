"""Trains without a window: the same engine, progress on stderr, results in a folder."""

from __future__ import annotations

import os
import platform
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path
from threading import Event
from types import FrameType
from typing import TextIO

from metascope.simulator.engine.cli.progress import Progress
from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.files.session import Journal, SessionHead, open_session
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.recording import BUDGET, Recording
from metascope.simulator.engine.history.replay import Verdict, replay
from metascope.simulator.engine.running.runner import Runner, RunState
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories, catalog
from metascope.simulator.engine.text import Message, say
from metascope.simulator.engine.version import version

SESSION = "session.metascope"
_KEEP_EVERY = 30.0  # seconds of training that a crash may lose
PATIENCE = 60.0  # seconds that a meta-step under way may take before the session is written without its end
_GLANCE = 0.05  # seconds between two looks at the run
_LIBRARIES = ("PySide6-Essentials", "pyqtgraph", "numpy", "torch", "pydantic", "safetensors")


@dataclass(frozen=True)
class Outcome:
    """The result of a run without a window."""

    frame: Frame | None  # the last good one
    metrics: Metrics
    failure: Message | None
    unwritten: tuple[Problem, ...] = ()  # files, and why


def listing() -> str:
    """Return the shipped scenarios, one line each."""
    return "".join(
        f"{preset.name:<20} {preset.title} ({preset.story}, about {preset.expected_seconds:g} s)\n"
        for preset in presets.shipped()
    )


def information() -> str:
    """Return versions, device, threads and plug-ins, one line each; imports torch."""
    import torch  # slow to import, and only needed here

    lines = [f"metascope {version()}", f"Python {platform.python_version()} on {platform.platform(terse=True)}"]
    lines += [f"{name} {_version(name)}" for name in _LIBRARIES]
    lines.append("device cpu" + (f", and {torch.cuda.get_device_name()}" if torch.cuda.is_available() else ""))
    lines.append(f"threads 1 for training, {os.cpu_count()} cores")
    lines += _plugins()
    return "".join(f"{line}\n" for line in lines)


def _plugins() -> list[str]:
    """Return a line for each plug-in, and one for each thing that is wrong with one."""
    counts = Counter(preset.story for preset in presets.shipped())
    lines = [
        f"plug-in {plugin.owner}: story {name}, scenarios: {counts[name]}" for name, plugin in catalog().plugins.items()
    ]
    return lines + [f"refused: {' '.join(str(problem).split())}" for problem in presets.plugin_problems()]


def train(preset: Preset, folder: Path, stream: TextIO) -> Outcome:
    """Train and write preset.json, metrics.csv, weights.safetensors and the session into `folder`, which is made.

    Ctrl+C or SIGTERM ends the run after the current meta-step and writes what has been trained so far. The session is
    written throughout the run, so that a crash loses at most half a minute of training. What cannot be written later,
    as on a full disk, ends nothing: it is told of, tried again, and named in the outcome.

    Args:
        preset: what to train, and for how many meta-steps.
        folder: for the results; files of the same names are replaced.
        stream: for the progress lines.

    Raises:
        UserError: the folder or the preset cannot be written, before anything is trained.
    """
    _make_folder(folder)
    atomic_write(folder / "preset.json", presets.dumps(preset).encode())
    steps = preset.settings.steps
    with training(preset, folder / SESSION, preset.title) as (runner, journal):
        progress = Progress(steps, stream)
        with told_to_stop() as told:
            play(runner, journal, progress, told.is_set)
        progress.close(_step(runner), told.is_set())
        metrics, past = runner.recording.metrics, runner.snapshot(PATIENCE)

        def write_weights() -> None:
            if runner.newest is not None:
                atomic_write(folder / "weights.safetensors", _weights(runner, preset.story))

        unwritten = _write(  # what is small first
            lambda: atomic_write(folder / "metrics.csv", metrics.csv().encode()),
            write_weights,
            lambda: journal.write(past),
        )
        return Outcome(runner.newest, metrics, runner.reason, unwritten)


@contextmanager
def training(preset: Preset, path: Path, name: str) -> Iterator[tuple[Runner, Journal]]:
    """Yield a run that has not begun, and its session file, to which nothing is written yet; both end with this.

    Args:
        preset: what to train.
        path: of the session.
        name: of the run.
    """
    story = all_stories()[preset.story]

    def make() -> Simulation:
        return story.load()(preset.settings)

    runner = Runner(make, Recording(), steps=preset.settings.steps)
    journal = Journal(path, SessionHead(preset=preset, settings=preset.settings, name=name))
    try:
        yield runner, journal
    finally:
        runner.stop()
        journal.close()


def play(runner: Runner, journal: Journal, progress: Progress | None, told: Callable[[], bool]) -> None:
    """Play a run to its end, or until `told` returns true, which ends it after the meta-step under way.

    The session is written every half minute. What cannot be written is told of, and tried again: training goes on.
    """
    due, failing, pause = time.monotonic() + _KEEP_EVERY, False, _GLANCE / 16
    runner.play()
    while runner.state in (RunState.PREPARING, RunState.RUNNING):
        time.sleep(pause)
        pause = min(1.5 * pause, _GLANCE)  # a short run must not wait to be seen
        if progress is not None:
            progress.show(_step(runner), runner.steps_per_second)
        if time.monotonic() >= due:
            try:
                journal.write(runner.snapshot(PATIENCE))
                failing = False
            except UserError as error:
                if not failing and progress is not None:  # otherwise it was told of
                    progress.tell(f"{error}; training goes on, and it is tried again")
                failing = True
            due = time.monotonic() + _KEEP_EVERY
        if told():
            runner.pause()
            runner.ask(lambda simulation: None).exception()  # wait for the current step
            break


def replay_session(path: Path, folder: Path, stream: TextIO) -> tuple[Outcome, Preset, Verdict]:
    """Run a session again and compare; write preset.json, metrics.csv and weights.safetensors of the replay.

    Args:
        path: of the session file.
        folder: for the results, created if needed; files of the same names are replaced.
        stream: for the progress lines.

    Raises:
        UserError: the session cannot be read, or the folder or a file cannot be written.
    """
    from metascope.simulator.engine.computing import (
        prepare_thread,  # a replay is only exact with the same number of threads
    )

    session = open_session(path, BUDGET)
    try:
        _make_folder(folder)
        head, past = session.head, session.recording.snapshot()
        prepare_thread(head.threads)
        progress = Progress(past.step, stream)
        begin = time.monotonic()
        simulation = all_stories()[head.preset.story].load()(head.settings)
        again, verdict = replay(
            simulation,
            past,
            lambda step: progress.show(step, (step - past.origin) / max(time.monotonic() - begin, 1e-9)),
        )
        progress.close(past.step, stopped=False)
    finally:
        session.close()
    atomic_write(folder / "preset.json", presets.dumps(head.preset).encode())
    atomic_write(folder / "metrics.csv", again.metrics.csv().encode())
    from metascope.simulator.engine.files.weights import of_simulation  # imports torch, as above

    atomic_write(folder / "weights.safetensors", of_simulation(simulation, head.preset.story))
    return Outcome(again.newest, again.metrics, None), head.preset, verdict


def _version(library: str) -> str:
    try:
        return installed(library)
    except PackageNotFoundError:
        return "is not installed"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise refuse(str(folder), say("must be a writable folder: {reason}", reason=error)) from None


def _weights(runner: Runner, story: str) -> bytes:
    from metascope.simulator.engine.files.weights import (
        of_simulation,  # imports torch, which the runner has done by now
    )

    return runner.ask(lambda simulation: of_simulation(simulation, story)).result()


def _write(*acts: Callable[[], object]) -> tuple[Problem, ...]:
    """Do each of these, and what fails once more in the end; return the problems that remain."""
    for again in (False, True):
        failed: list[Callable[[], object]] = []
        problems: list[Problem] = []
        for act in acts:
            try:
                act()
            except UserError as error:
                failed.append(act)
                problems += error.problems
        if not failed or again:
            break
        acts = tuple(failed)
    return tuple(problems)


def _step(runner: Runner) -> int:
    return max(runner.recording.newest_step, 0)


@contextmanager
def told_to_stop() -> Iterator[Event]:
    """Yield an event that Ctrl+C and SIGTERM set; a second Ctrl+C ends the program as usual."""
    told = Event()

    def hear(number: int, frame: FrameType | None) -> None:
        told.set()
        signal.signal(number, before[signal.Signals(number)])

    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        signal.signal(number, hear)
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
