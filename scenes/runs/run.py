"""One run of a scenario: its settings, its worker and its memory, made and stopped together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Event

from simulator.engine.errors import refuse
from simulator.engine.files.presets import Preset
from simulator.engine.files.session import Session, SessionHead
from simulator.engine.frame import Frame
from simulator.engine.history.recording import Recording, Snapshot
from simulator.engine.history.travel import settings_after, travel
from simulator.engine.running.runner import Runner
from simulator.engine.settings import Settings, declarations
from simulator.engine.simulation import Simulation, Weights
from simulator.engine.story import Telling, all_stories
from simulator.engine.text import say

Changes = Mapping[str, object]


@dataclass(frozen=True, eq=False)
class Run:
    """A scenario being trained. `settings` are those it began with; live changes stand in the steering log."""

    preset: Preset
    settings: Settings
    recording: Recording
    runner: Runner
    fresh: bool = True  # it began from its settings alone, not from weights or from another run's state
    threads: int = 1  # of torch
    session: Session | None = None  # that it was opened from
    opened_at: tuple[int, int] = (-1, 0)  # the meta-step and the changes up to which that has it

    def end(self, patience: float) -> bool:
        """Stop the worker and let go of the session's file; tell whether it ended within `patience` seconds."""
        ended = self.runner.stop(patience)
        if self.session is not None:
            self.session.close()
        return ended

    @property
    def captions(self) -> Telling:
        """What tells each inner tick of the run's frames."""
        return all_stories()[self.preset.story].captions

    @property
    def settings_now(self) -> Settings:
        """The settings after the changes so far, manipulations apart."""
        return settings_after(self.settings, self.recording.steering)

    def head(self, name: str = "") -> SessionHead:
        """Return what a session file says of this run."""
        return SessionHead(
            preset=self.preset, settings=self.settings, name=name, threads=self.threads, fresh=self.fresh
        )


def start_run(preset: Preset, settings: Settings, threads: int = 1, weights: Weights | None = None) -> Run:
    """Return a run whose worker is getting ready; it imports torch there, so this returns at once.

    Args:
        preset: the scenario.
        settings: to be used instead of the scenario's own.
        threads: of torch, for training.
        weights: to begin from, fitting the settings.
    """
    load = all_stories()[preset.story].load

    def make() -> Simulation:
        simulation = load()(settings)
        if weights is not None:
            simulation.load_weights(weights)
        return simulation

    recording = Recording()
    runner = Runner(make, recording, steps=settings.steps, threads=threads)
    runner.throttle(preset.pace)
    return Run(preset, settings, recording, runner, weights is None, threads)


def branch_run(run: Run, step: int, changes: Changes) -> Run:
    """Return a run that goes on from where `run` was at meta-step `step`, with some settings exchanged.

    Without changes, and where all of them are live settings, weights, optimizer and random state are restored bit for
    bit, and the changes are the new run's first steering. Other settings need a new simulation: it takes over the
    weights, if they fit, and begins its optimizer and random numbers anew.

    Raises:
        UserError: a setting does not fit, or no checkpoint lies at or before `step`.
    """
    past = run.recording.snapshot()
    if not past.checkpoints or past.checkpoints[0].step > step:
        raise refuse("", say("meta-step {step} cannot be continued: no checkpoint lies before it", step=step))
    before = settings_after(run.settings, [event for event in past.steering if event.step <= step])
    wanted = before.replaced(**changes)
    live = {declared.name for declared in declarations(type(wanted)) if declared.live}
    exact = changes.keys() <= live | {"steps"}
    recording, halt = run.recording.until(step), Event()
    if exact:
        settings = run.settings.replaced(**{name: changes[name] for name in ("steps",) if name in changes})
        make = _returned(run, settings, past, step, halt)
    else:
        settings = wanted
        recording.begin_anew(step)
        make = _transplanted(run, settings, past, step, halt)
    runner = Runner(make, recording, steps=settings.steps, threads=run.threads, halt=halt)
    runner.throttle(run.preset.pace)
    if exact:
        for name, value in changes.items():
            if name in live:
                runner.change(name, value, undoable=False)
    return Run(run.preset, settings, recording, runner, run.fresh and exact, run.threads)


def open_run(session: Session, threads: int = 1) -> Run:
    """Return the run of a session file, to be looked at and continued at its end. `threads` are torch's."""
    head, recording, halt = session.head, session.recording, Event()
    past = recording.snapshot()
    load = all_stories()[head.preset.story].load

    def make() -> Simulation:
        simulation = load()(head.settings)
        travel(simulation, past, past.step, _until(halt), fresh=head.fresh)
        return simulation

    runner = Runner(make, recording, steps=head.settings.steps, threads=threads, halt=halt)
    runner.throttle(head.preset.pace)
    opened_at = (past.step, len(past.steering))
    return Run(head.preset, head.settings, recording, runner, head.fresh, threads, session, opened_at)


def _returned(run: Run, settings: Settings, past: Snapshot, step: int, halt: Event) -> Callable[[], Simulation]:
    """Return what makes the simulation as it was at `step`, bit for bit."""
    load = all_stories()[run.preset.story].load

    def make() -> Simulation:
        simulation = load()(settings)
        travel(simulation, past, step, _until(halt), fresh=run.fresh)
        return simulation

    return make


def _transplanted(run: Run, settings: Settings, past: Snapshot, step: int, halt: Event) -> Callable[[], Simulation]:
    """Return what makes a simulation of other settings with the weights that there were at `step`."""
    load = all_stories()[run.preset.story].load
    again = _returned(run, run.settings, past, step, halt)

    def make() -> Simulation:
        weights = again().weights()
        simulation = load()(settings)
        simulation.load_weights(weights, step)
        return simulation

    return make


def _until(halt: Event) -> Callable[[Frame], None]:
    def told(frame: Frame) -> None:
        if halt.is_set():
            raise refuse("", say("the way back was broken off"))

    return told
