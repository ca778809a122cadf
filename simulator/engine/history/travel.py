"""Going to any moment of a run exactly: from the nearest checkpoint, by the steering log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np

from simulator.engine.errors import Diverged, UserError, refuse
from simulator.engine.frame import Frame
from simulator.engine.history.checkpoints import Checkpoint
from simulator.engine.settings import Settings, declarations
from simulator.engine.simulation import Simulation, State
from simulator.engine.steering import Steering
from simulator.engine.text import say

# What `restore` may stumble over in a state that its class has not made.
_UNFIT = (KeyError, IndexError, ValueError, TypeError, RuntimeError, AttributeError, AssertionError, UserError)

Told = Callable[[Frame], object]


class Past(Protocol):
    """What is known of a run: a `Recording` or a `Snapshot`."""

    @property
    def steering(self) -> tuple[Steering, ...]: ...  # noqa: D102

    @property
    def checkpoints(self) -> tuple[Checkpoint, ...]: ...  # noqa: D102


def travel(
    simulation: Simulation, past: Past, step: int, told: Told = lambda frame: None, *, fresh: bool = False
) -> Frame:
    """Bring `simulation` to where the run was after `step` meta-steps and all changes made there; return its frame.

    Args:
        simulation: made with the settings that the run began with.
        past: its checkpoints and steering log.
        step: where to go, not before the first checkpoint.
        told: called with each frame on the way.
        fresh: the run began as `simulation` is now; where no checkpoint helps, the way begins here.

    Raises:
        UserError: there is no way there: a checkpoint is damaged or foreign, or the run diverges on the way.
    """
    found = [checkpoint for checkpoint in past.checkpoints if checkpoint.step <= step]
    if not found and not fresh:
        raise refuse("", say("meta-step {step} cannot be returned to: no checkpoint lies before it", step=step))
    begin, steered = (found[-1].step, found[-1].steered) if found else (simulation.look().step, 0)
    if found:
        restore_checked(simulation, found[-1].state)
    try:
        return follow(simulation, begin, past.steering[steered:], step, told)
    except Diverged as error:
        raise refuse("", say("the run did not come this way again: {reason}", reason=error.reason)) from None


def follow(simulation: Simulation, at: int, steering: Sequence[Steering], step: int, told: Told) -> Frame:
    """Go on from meta-step `at` to `step`, making the changes of `steering` when they were made; return the frame.

    Raises:
        Diverged: learning left the numbers on the way.
        UserError: a change is refused.
    """
    frame = simulation.look()
    for event in steering:
        if event.step > step:
            break
        while at < event.step:
            frame = simulation.step()
            told(frame)
            at += 1
        simulation.change(event.name, event.value, event.draft)
        frame = simulation.look()
        told(frame)
    while at < step:
        frame = simulation.step()
        told(frame)
        at += 1
    return frame


def restore_checked(simulation: Simulation, state: State) -> None:
    """Restore a state that may come from anywhere.

    Raises:
        UserError: it is none that this simulation, with its settings, can have been in.
    """
    settings, own = simulation.settings, simulation.state()
    state = as_tensors(state)
    try:
        problems = [name for name in {*own, *state} if name in own and not _alike(own[name], state.get(name))]
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
    """Return a state with tensors where a file's has arrays."""
    import torch  # takes a second, which only those who restore a state wait for

    return {
        name: torch.from_numpy(value.copy()) if isinstance(value, np.ndarray) else value
        for name, value in state.items()
    }


def settings_after(settings: Settings, steering: Sequence[Steering]) -> Settings:
    """Return the settings of a run that began with `settings` after the changes of settings in its log."""
    fields = type(settings).model_fields
    changed = {event.name: event.value for event in steering if event.name in fields}
    return settings.replaced(**changed) if changed else settings


def _alike(own: object, other: object) -> bool:
    """Tell whether two values of a state are of one kind: tensors of a type and as many axes, or plain values."""
    if not hasattr(own, "dtype"):
        return type(own) is type(other)
    return all(getattr(own, what) == getattr(other, what, None) for what in ("dtype", "ndim"))


def _require_same(begun: Settings, restored: Settings) -> None:
    """Refuse a state of other settings, those apart that may change while running."""
    fixed = [declared.name for declared in declarations(type(begun)) if not declared.live and declared.name != "steps"]
    differing = [name for name in fixed if getattr(begun, name) != getattr(restored, name)]
    if differing:
        raise ValueError(f"it has other settings: {', '.join(differing)}")
