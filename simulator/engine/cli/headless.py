"""Trains without a window: the same engine, progress on stderr, results in a folder."""

from __future__ import annotations

import json
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
from metascope.simulator.engine.cli.results import METRICS, PRESET, WEIGHTS, Repeated, make_folder, write_all
from metascope.simulator.engine.cli.results import SESSION as SESSION
from metascope.simulator.engine.errors import Problem
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.files.session import Journal, SessionHead, open_session
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.recording import BUDGET, Recording
from metascope.simulator.engine.history.replay import Verdict, replay
from metascope.simulator.engine.running.ending import ending_signals
from metascope.simulator.engine.running.runner import Runner, RunState
from metascope.simulator.engine.settings import Declaration, declarations
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories, catalog, require_trained
from metascope.simulator.engine.text import Message
from metascope.simulator.engine.version import version

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


def settings_listing(preset: Preset) -> str:
    """Return the settings of a scenario, one line each: name, value, and what other values there are."""
    values = preset.settings.model_dump(mode="json")
    return "".join(f"{one.name:<20} {_told(values[one.name], one)}\n" for one in declarations(type(preset.settings)))


def _told(value: object, declared: Declaration) -> str:
    """Return a setting's value as a file has it, its title, and its bounds or choices."""
    others = ""
    if declared.choices:
        others = ": " + ", ".join(json.dumps(choice, ensure_ascii=False) for choice in declared.choices)
    elif declared.low is not None and declared.high is not None:
        low, high = (
            f"{bound:.0f}" if declared.kind == "whole" else f"{bound:g}" for bound in (declared.low, declared.high)
        )
        others = f": {low} to {high}"
    return f"{json.dumps(value, ensure_ascii=False)} ({declared.title}{others})"


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

    Ctrl+C, SIGTERM or SIGHUP ends the run after this meta-step, or ends getting ready, and writes what has been trained
    so far; while that is written, a first one changes nothing, and a second one ends the program. The session is
    written throughout the run, so that a crash loses at most half a minute of training. What cannot be written later,
    as on a full disk, ends nothing: it is told of, tried again, at the end for half a minute, and named in the outcome.

    Args:
        preset: what to train, and for how many meta-steps.
        folder: for the results; files of the same names are replaced.
        stream: for the progress lines.

    Raises:
        UserError: the folder or the preset cannot be written, or another program does the training: before anything
            is trained.
    """
    require_trained(preset.story)
    make_folder(folder)
    atomic_write(folder / PRESET, presets.dumps(preset).encode())
    steps = preset.settings.steps
    with training(preset, folder / SESSION, preset.title) as (runner, journal):
        progress = Progress(steps, stream)
        metrics = runner.recording.metrics

        def write_weights() -> None:
            if runner.newest is not None:
                atomic_write(folder / WEIGHTS, _weights(runner, preset.story))

        files = {  # what is small first
            folder / METRICS: lambda: atomic_write(folder / METRICS, metrics.csv().encode()),
            folder / WEIGHTS: write_weights,
            journal.path: lambda: journal.write(runner.snapshot(PATIENCE)),
        }
        with told_to_stop() as told:  # until all is written: a first signal that comes late must not lose it
            play(runner, journal, progress, told.is_set)
            progress.close(_step(runner), told.is_set())
            unwritten = write_all(files, lambda it: progress.tell(f"{it}; it is tried again for half a minute"))
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

    def tell(problem: Problem) -> None:
        if progress is not None:
            progress.tell(f"{problem}; training goes on, and it is tried again")

    keeping = Repeated(lambda: journal.write(runner.snapshot(PATIENCE)), journal.path, tell)
    pause = _GLANCE / 16
    runner.play()
    while runner.state in (RunState.PREPARING, RunState.RUNNING):
        time.sleep(pause)
        pause = min(1.5 * pause, _GLANCE)  # a short run must not wait to be seen
        if progress is not None:
            progress.show(_step(runner), runner.steps_per_second)
        keeping.do_if_due()
        if told():
            runner.cancel_preparing()  # which may take minutes
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
        UserError: the session cannot be read, or another program recorded it, or the folder or a file cannot be
            written.
    """
    from metascope.simulator.engine.computing import (
        prepare_thread,  # a replay is only exact with the same number of threads
    )

    session = open_session(path, BUDGET)
    try:
        require_trained(session.head.preset.story)
        make_folder(folder)
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
    atomic_write(folder / PRESET, presets.dumps(head.preset).encode())
    atomic_write(folder / METRICS, again.metrics.csv().encode())
    from metascope.simulator.engine.files.weights import of_simulation  # imports torch, as above

    atomic_write(folder / WEIGHTS, of_simulation(simulation, head.preset.story))
    return Outcome(again.newest, again.metrics, None), head.preset, verdict


def _version(library: str) -> str:
    try:
        return installed(library)
    except PackageNotFoundError:
        return "is not installed"


def _weights(runner: Runner, story: str) -> bytes:
    from metascope.simulator.engine.files.weights import (
        of_simulation,  # imports torch, which the runner has done by now
    )

    return runner.ask(lambda simulation: of_simulation(simulation, story)).result()


def _step(runner: Runner) -> int:
    return max(runner.recording.newest_step, 0)


@contextmanager
def told_to_stop() -> Iterator[Event]:
    """Yield an event that Ctrl+C, SIGTERM and SIGHUP set; a second Ctrl+C ends the program as usual."""
    told = Event()

    def hear(number: int, frame: FrameType | None) -> None:
        told.set()
        signal.signal(number, before[signal.Signals(number)])

    before = {number: signal.getsignal(number) for number in ending_signals()}
    for number in before:
        signal.signal(number, hear)
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
