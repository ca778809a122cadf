"""Starts, branches and reopens runs: a run is its settings, its worker and its recording, made and ended together."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from metascope.scenes.runs.followed import ELSEWHERE, FollowedRunner
from metascope.simulator.engine.computing import PLACES, require_room
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.files.following import Following
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.files.session import Session, SessionHead
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.history.travel import Way, settings_after, travel
from metascope.simulator.engine.running.runner import Runner, RunState
from metascope.simulator.engine.settings import Settings, declarations
from metascope.simulator.engine.simulation import Simulation, Weights
from metascope.simulator.engine.steering import Steering
from metascope.simulator.engine.story import RECORDED, Telling, all_stories, require_trained
from metascope.simulator.engine.text import Message, say

Changes = Mapping[str, object]

_PATIENCE = 0.2  # seconds that a window waits for the meta-step after which a run pauses
_LAST = 0.5  # seconds that the meta-steps may take after which runs end


@dataclass(frozen=True, eq=False)
class Run:
    """A scenario being trained. `settings` are those it started with; live changes are in the recording's steering.

    Example:
        run = start_run(preset, preset.settings)
        run.runner.play()  # trains in the background, once torch is loaded
        ended = run.end(patience=1.0)
    """

    preset: Preset
    settings: Settings
    recording: Recording
    runner: Runner | FollowedRunner
    fresh: bool = True  # started from its settings only, not from weights or another run's state
    threads: int = 1  # that torch uses
    session: Session | None = None  # the session it was opened from
    opened_at: tuple[int, int] = (-1, 0)  # the last meta-step and the number of changes in that session
    way: Way | None = None  # to where it goes on from, if that is not its start
    weights: Weights | None = None  # it was started with

    def end(self, patience: float) -> bool:
        """Stop the worker and close the session file; return whether the worker ended within `patience` seconds."""
        ended = self.runner.stop(patience)
        if self.session is not None:
            self.session.close()
        return ended

    def opening(self, frame: Frame) -> int:
        """Return the inner tick at which a person first sees a frame."""
        return all_stories()[self.preset.story].first_seen(frame, self.settings)

    @property
    def follows(self) -> bool:
        """Whether another process trains it, and writes it into a file that is followed."""
        return isinstance(self.runner, FollowedRunner)

    @property
    def recorded(self) -> bool:
        """Whether another program, which is not this one, learns what is shown: it alone can do its meta-steps."""
        return all_stories()[self.preset.story].recorded is not None

    @property
    def untrained(self) -> Message | None:
        """Why nothing can be trained here, None where it can."""
        return RECORDED if self.recorded else ELSEWHERE if self.follows else None

    @property
    def seed(self) -> int | None:
        """The seed of all random numbers; None: another program drew them, and nobody knows."""
        return None if self.recorded else self.settings.seed

    @property
    def where(self) -> str:
        """The path of the file that its frames are read from, "" if there is none."""
        if isinstance(self.runner, FollowedRunner):
            return str(self.runner.following.path)
        return "" if self.session is None else str(self.session.file.path)

    @property
    def captions(self) -> Telling:
        """The function that gives the captions of a frame's inner steps."""
        return all_stories()[self.preset.story].captions

    def baseline(self, frame: Frame) -> Message | None:
        """Return what a rule that learns nothing reaches on what a frame shows, None where the story has none."""
        return all_stories()[self.preset.story].baseline(frame, self.settings)

    @property
    def settings_now(self) -> Settings:
        """The settings with all live changes so far, without manipulations."""
        return settings_after(self.settings, self.recording.steering)

    def head(self, name: str = "") -> SessionHead:
        """Return the head of a session file of this run, which holds no other runs."""
        alone = replace(self.preset, beside=())
        return SessionHead(preset=alone, settings=self.settings, name=name, threads=self.threads, fresh=self.fresh)


def start_run(
    preset: Preset,
    settings: Settings,
    threads: int = 1,
    weights: Weights | None = None,
    built: Simulation | None = None,
) -> Run:
    """Return a run whose worker is getting ready. The worker imports torch, so this returns at once.

    Args:
        preset: the scenario.
        settings: used instead of the scenario's own.
        threads: torch threads for training.
        weights: initial weights, which must fit the settings.
        built: a simulation of these settings that holds other weights, and that nobody else uses.

    Raises:
        UserError: training with these settings would take more memory than there is, or another program does it.
    """
    require_trained(preset.story)
    require_room(settings)
    load = all_stories()[preset.story].load

    def make() -> Simulation:
        simulation = load()(settings) if built is None else built
        if weights is not None:
            simulation.load_weights(weights)
        return simulation

    recording = Recording()
    runner = Runner(make, recording, steps=settings.steps, threads=threads)
    runner.throttle(preset.pace)
    return Run(preset, settings, recording, runner, weights is None and built is None, threads, weights=weights)


def end_runs(runs: Sequence[Run]) -> bool:
    """Stop the workers of runs, all at once, and return whether all of them ended within half a second.

    None is waited for that is getting ready: an import cannot be interrupted, and ends by itself.
    """
    for run in runs:
        run.runner.stop(0.0)
    end = time.monotonic() + _LAST
    ends = [0.0 if run.runner.state is RunState.PREPARING else end for run in runs]
    ended = [run.end(max(0.0, until - time.monotonic())) for run, until in zip(runs, ends, strict=True)]
    return all(ended)


def branch_run(run: Run, step: int, changes: Changes, held: Snapshot | None = None) -> Run:
    """Return a run that continues `run` from meta-step `step`, with some settings changed.

    If only live settings change, or none, then weights, optimizer and random state are restored bit for bit, and the
    changes become the new run's first steering. They are restored too where the run goes on on another device or with
    data in another folder; as its numbers may be others from there on, its record begins there. Any other setting needs
    a new simulation: it takes over the weights, if they fit, and starts with a new optimizer and new random numbers.

    Args:
        run: which may go on.
        step: where.
        changes: of settings, by name.
        held: what it had recorded when a person asked for the branch, with a checkpoint of that moment.

    Raises:
        UserError: a setting does not fit, or there is no checkpoint at or before `step`, or no memory for it, or
            another program recorded the run.
    """
    require_trained(run.preset.story)
    past = _past(run)
    if held is not None and _steered(held, step) == _steered(past, step):  # else it was steered at that moment
        past = held
    if not past.checkpoints or past.checkpoints[0].step > step:
        raise refuse("", say("cannot continue from meta-step {step}: no checkpoint at or before it", step=step))
    before = settings_after(run.settings, _steered(past, step))
    wanted = before.replaced(**changes)
    require_room(wanted)
    live = {declared.name for declared in declarations(type(wanted)) if declared.live}
    exact = changes.keys() <= live | {"steps"}
    same = changes.keys() <= live | {"steps", *PLACES}
    recording, way = run.recording.until(step), Way()
    if same:
        settings = (run.settings if exact else before).replaced(**_only(changes, ("steps", *PLACES)))
        make = _returned(run, settings, past, step, way)
    else:
        settings = wanted
        make = _transplanted(run, settings, past, step, way)
    if not exact:
        recording.begin_anew(step)
    runner = Runner(make, recording, steps=settings.steps, threads=run.threads, halt=way.halt)
    runner.throttle(run.preset.pace)
    if same:
        for name, value in _only(changes, live).items():
            runner.change(name, value, undoable=False)
    return Run(run.preset, settings, recording, runner, run.fresh and exact, run.threads, way=way)


def _only(changes: Changes, names: Collection[str]) -> dict[str, object]:
    return {name: value for name, value in changes.items() if name in names}


def _steered(past: Snapshot, step: int) -> list[Steering]:
    return [event for event in past.steering if event.step <= step]


def _past(run: Run) -> Snapshot:
    """Return what a run recorded; while it rests, with a checkpoint of its newest moment."""
    rests = run.runner.state is not RunState.RUNNING
    return run.runner.snapshot(_PATIENCE) if rests else run.recording.snapshot()


def open_run(session: Session, threads: int = 1) -> Run:
    """Return the run of a session file, to look at and to continue from its end. `threads` are torch's.

    Raises:
        UserError: its newest frame is damaged; the session is closed.
    """
    head, recording, way = session.head, session.recording, Way()
    past = recording.snapshot()
    story, steps = all_stories()[head.preset.story], head.settings.steps
    if story.recorded is not None:  # as many again are never planned
        steps = max(steps, past.step + 1)

    def make() -> Simulation:
        if story.recorded is not None and (newest := recording.newest) is not None:
            return story.recorded(head.settings, newest)
        way.start()
        simulation = story.load()(head.settings)
        travel(simulation, past, past.step, fresh=head.fresh, way=way)
        return simulation

    try:
        runner = Runner(make, recording, steps=steps, threads=threads, halt=way.halt)
    except UserError:
        session.close()
        raise
    runner.throttle(head.preset.pace)
    opened_at = (past.step, len(past.steering))
    return Run(head.preset, head.settings, recording, runner, head.fresh, threads, session, opened_at, way)


def follow_run(following: Following, threads: int = 1) -> Run:
    """Return the run in a file that is followed, of which a frame was read. `threads` are torch's, for its branches."""
    head = following.head
    assert head is not None, "a frame was read"
    alone = replace(head.preset, beside=())
    return Run(alone, head.settings, following.recording, FollowedRunner(following), head.fresh, threads)


def grown(run: Run) -> Run | None:
    """Return a followed run as its file describes it now, with the same runner; None where it is described as before.

    The settings of a run that another program records grow with what it hands over for the first time.
    """
    head = run.runner.following.head if isinstance(run.runner, FollowedRunner) else None
    if head is None or head.settings is run.settings:
        return None
    return replace(run, preset=replace(head.preset, beside=()), settings=head.settings)


def _returned(run: Run, settings: Settings, past: Snapshot, step: int, way: Way) -> Callable[[], Simulation]:
    """Return a function that restores the simulation as it was at `step`, bit for bit."""
    load = all_stories()[run.preset.story].load

    def make() -> Simulation:
        way.start()
        simulation = load()(settings)
        travel(simulation, past, step, fresh=run.fresh, way=way)
        return simulation

    return make


def _transplanted(run: Run, settings: Settings, past: Snapshot, step: int, way: Way) -> Callable[[], Simulation]:
    """Return a function that makes a simulation with other settings and the weights of `step`."""
    load = all_stories()[run.preset.story].load
    places = {name: getattr(settings, name) for name in PLACES if hasattr(settings, name)}
    again = _returned(run, run.settings.replaced(**places), past, step, way)  # the old place may not exist any more

    def make() -> Simulation:
        weights = again().weights()
        simulation = load()(settings)
        simulation.load_weights(weights, step)
        return simulation

    return make
