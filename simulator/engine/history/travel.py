"""Returns to any meta-step of a run exactly, from the nearest checkpoint and the steering log."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from threading import Event
from typing import Protocol, final

import numpy as np

from metascope.simulator.engine.computing import ENGINE, PLACES
from metascope.simulator.engine.errors import Diverged, UserError, refuse
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.checkpoints import Checkpoint
from metascope.simulator.engine.settings import Settings, declarations
from metascope.simulator.engine.simulation import Simulation, State
from metascope.simulator.engine.steering import Steering
from metascope.simulator.engine.text import say

# What `restore` may raise for a state that its class has not created.
_UNFIT = (KeyError, IndexError, ValueError, TypeError, RuntimeError, AttributeError, AssertionError, UserError)

_PORTION = 128  # meta-steps that are done in one go, after which the way may end

Told = Callable[[Frame], object]


class Past(Protocol):
    """The history of a run: a `Recording` or a `Snapshot`."""

    @property
    def steering(self) -> tuple[Steering, ...]: ...  # noqa: D102

    @property
    def checkpoints(self) -> tuple[Checkpoint, ...]: ...  # noqa: D102


@final
class Way:
    """How far a simulation was brought on its way to a meta-step. Any thread may look, and end it.

    `halt` ends it for good, `cancel` until the next `start`. `done` of `total` meta-steps to be trained again are done.
    """

    def __init__(self) -> None:
        self.halt = Event()
        self.step = self.done = self.total = 0
        self._cancelled = False
        self._first = 0
        self._begun = 0.0

    def start(self) -> None:
        """Start, or start again; how many meta-steps there are to be done is not known yet."""
        self._cancelled = False
        self.done = self.total = 0

    def begin(self, first: int, step: int) -> None:
        """Begin to train from meta-step `first` to `step`."""
        self._first, self._begun, self.step, self.done, self.total = first, time.monotonic(), step, 0, step - first

    def reach(self, step: int) -> None:
        """Note that meta-step `step` is done.

        Raises:
            UserError: the way was ended.
        """
        if self._cancelled or self.halt.is_set():
            raise refuse("", say("restoring the run was cancelled"))
        self.done = step - self._first

    def cancel(self) -> None:
        """End it after the current meta-step."""
        self._cancelled = True

    @property
    def seconds_left(self) -> float:
        """About how many seconds the rest takes at the rate so far; 0 before the first meta-step."""
        return (time.monotonic() - self._begun) / self.done * (self.total - self.done) if self.done else 0.0


def travel(
    simulation: Simulation,
    past: Past,
    step: int,
    told: Told | None = None,
    *,
    fresh: bool = False,
    way: Way | None = None,
) -> Frame:
    """Bring `simulation` to where the run was after `step` meta-steps and all changes made there; return its frame.

    Args:
        simulation: with the settings that the run started with.
        past: its checkpoints and steering log.
        step: where to go, not before the first checkpoint.
        told: called with each frame on the way; without it, many meta-steps may be done in one go.
        fresh: the run started as `simulation` is now, so that the way can start here if no checkpoint helps.
        way: told how far it is; ends it.

    Raises:
        UserError: there is no way there: a checkpoint is damaged or foreign, or the run diverges on the way, or `way`
            was ended.
    """
    found = [checkpoint for checkpoint in past.checkpoints if checkpoint.step <= step]
    if not found and not fresh:
        raise refuse("", say("cannot return to meta-step {step}: there is no checkpoint before it", step=step))
    begin, steered = (found[-1].step, found[-1].steered) if found else (simulation.look().step, 0)
    if found:
        restore_checked(simulation, found[-1].state)
    way = way or Way()
    way.begin(begin, step)

    try:
        return follow(simulation, begin, past.steering[steered:], step, told, way.reach)
    except Diverged as error:
        raise refuse(
            "", say("the run diverged on the way back, which it did not before: {reason}", reason=error.reason)
        ) from None


def follow(
    simulation: Simulation,
    at: int,
    steering: Sequence[Steering],
    step: int,
    told: Told | None,
    reached: Callable[[int], object] = lambda step: None,
) -> Frame:
    """Run from meta-step `at` to `step`, applying the changes of `steering` when they were made; return the frame.

    Args:
        simulation: at meta-step `at`.
        at: where it begins.
        steering: the changes.
        step: where it ends.
        told: called with each frame; None: frames are not needed, and many meta-steps may be done in one go.
        reached: called with the meta-steps that were reached, now and then.

    Raises:
        Diverged: training became NaN or infinite on the way.
        UserError: a change is refused.
    """
    frame = simulation.look()
    for event in steering:
        if event.step > step:
            break
        _train(simulation, at, event.step, told, reached)
        at = max(at, event.step)
        simulation.change(event.name, event.value, event.draft)
        frame = simulation.look()
        reached(at)
        if told is not None:
            told(frame)
    return _train(simulation, at, step, told, reached) or frame


def _train(
    simulation: Simulation, at: int, step: int, told: Told | None, reached: Callable[[int], object]
) -> Frame | None:
    """Train from meta-step `at` to `step` and return the frame; None if it is there already."""
    frame = None
    while at < step:
        block = simulation.advance(min(step - at, _PORTION), step) if told is None else None
        if block is not None and len(block.steps):
            at = int(block.steps[-1])
            frame = block.frame(len(block.steps) - 1) if at == step else None
        else:
            frame = simulation.step()
            at += 1
        reached(at)
        if told is not None and frame is not None:
            told(frame)
    return frame


def restore_checked(simulation: Simulation, state: State) -> None:
    """Restore an untrusted state; where it was computed, and where its data lay, is not restored.

    Raises:
        UserError: this simulation, with its settings, cannot have been in it.
    """
    settings, own = simulation.settings, simulation.state()
    state = as_tensors(state)
    try:
        state = _moved(state, settings)
        kept = own.keys() - {ENGINE}  # the state's own: a run goes on with what it was trained with
        problems = [name for name in kept if not _alike(own[name], state.get(name))]
        if problems:
            raise ValueError(f"{', '.join(sorted(problems)[:3])} must be of another kind")
        simulation.restore(state)
        simulation.look()
        _require_same(settings, simulation.settings)
    except _UNFIT as error:
        simulation.restore(own)
        reason = " ".join(str(error).split())[:160] or type(error).__name__
        raise refuse("", say("the checkpoint does not fit this scenario: {reason}", reason=reason)) from None


def as_tensors(state: State) -> State:
    """Return a state with tensors in place of a file's arrays."""
    import torch  # slow to import, and only needed to restore a state

    return {
        name: torch.from_numpy(value.copy()) if isinstance(value, np.ndarray) else value
        for name, value in state.items()
    }


def settings_after(settings: Settings, steering: Sequence[Steering]) -> Settings:
    """Return the settings of a run that started with `settings`, after the changes in its log."""
    fields = type(settings).model_fields
    changed = {event.name: event.value for event in steering if event.name in fields}
    return settings.replaced(**changed) if changed else settings


def _alike(own: object, other: object) -> bool:
    """Return whether two values of a state are of one kind: tensors with the same dtype and axes, or plain values."""
    if not hasattr(own, "dtype"):
        return type(own) is type(other)
    return all(getattr(own, what) == getattr(other, what, None) for what in ("dtype", "ndim"))


def completed(state: State, kind: type[Settings]) -> State:
    """Return a state that names every setting of `kind`: those that an earlier version did not have by their default.

    Settings that cannot be read stay as they are.
    """
    if not isinstance(text := state.get("settings"), str):
        return state
    try:
        settings = kind.parse(json.loads(text))
    except _UNFIT:
        return state
    return {**state, "settings": json.dumps(settings.model_dump(mode="json"))}


def _moved(state: State, settings: Settings) -> State:
    """Return a state that names the device and the folder of `settings` in place of its own."""
    own = {name: getattr(settings, name) for name in PLACES if hasattr(settings, name)}
    if not own or not isinstance(text := state.get("settings"), str):
        return state
    values = json.loads(text)
    differs = isinstance(values, dict) and any(values.get(name, own[name]) != own[name] for name in own)
    return {**state, "settings": json.dumps({**values, **own})} if differs else state


def _require_same(begun: Settings, restored: Settings) -> None:
    """Refuse a state with different settings, except those that may change while running."""
    fixed = [declared.name for declared in declarations(type(begun)) if not declared.live and declared.name != "steps"]
    differing = [name for name in fixed if getattr(begun, name) != getattr(restored, name)]
    if differing:
        raise ValueError(f"it has different settings: {', '.join(differing)}")
