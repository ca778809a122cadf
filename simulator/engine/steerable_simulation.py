"""A simulation whose settings change while it runs, and which returns to any state that it has saved."""

from __future__ import annotations

import json
from abc import abstractmethod
from functools import cache
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from typing_extensions import override

from metascope.simulator.engine.compiling.choice import chosen_engine
from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.computing import ENGINE, Engine, require_room
from metascope.simulator.engine.errors import Diverged, UserError
from metascope.simulator.engine.files.compatibility import unchangeable
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.settings import Settings, declarations
from metascope.simulator.engine.simulation import Simulation, State
from metascope.simulator.engine.text import Message, say

if TYPE_CHECKING:
    from torch import Generator

S = TypeVar("S", bound=Settings)
F = TypeVar("F", bound=Frame)


class SteerableSimulation(Simulation, Generic[S, F]):
    """What every simulation does alike: settings, cached frames, live changes, rollback, restoring. Abstract.

    A subclass writes how it begins, one meta-step, its frame, and what is saved beside settings and step:

        class Walk(SteerableSimulation[WalkSettings, WalkFrame]):
            def begin(self) -> None: self.place, self.draws = 0.0, self.generator(0)
            def learn(self) -> None: self.place += self.settings.rate * float(torch.randn((), generator=self.draws))
            def show(self) -> WalkFrame: return WalkFrame(step=self.steps_done, metrics={"walk.place": self.place})
            def save(self) -> State: return {"place": self.place, "draws": self.draws.get_state()}
            def load(self, state: State) -> None: ...

    `TensorSimulation` writes the last two where the state is tensors. Torch is not imported by either module.
    """

    manipulations: ClassVar[tuple[str, ...]] = ()  # names that `change` takes beside the live settings

    def __init__(self, settings: S) -> None:
        self._restart(settings)

    def _restart(self, settings: S, begun: Engine | None = None) -> None:
        require_room(settings)
        self.engine = chosen_engine(getattr(settings, ENGINE, "reference"), self.kernels(settings), begun)
        self._settings, self._frame, self.steps_done = settings, None, 0
        self.begin()

    _settings: S
    _frame: F | None
    steps_done: int  # meta-steps
    engine: Engine  # what the run is trained with, from its beginning to its end

    @classmethod
    def kernels(cls, settings: S) -> tuple[Kernel, ...]:
        """Return the compiled kernels that these settings train with; none where there is only the reference."""
        return ()

    @abstractmethod
    def begin(self) -> None:
        """Set everything up for `settings`, as it is before the first meta-step."""

    @abstractmethod
    def learn(self) -> None:
        """Do one meta-step; `steps_done` is counted, and the frame made, by the caller.

        Raises:
            Diverged: it cannot be done; what was saved before it is loaded again.
        """

    def after_step(self) -> None:
        """Do what follows a meta-step, which `steps_done` counts by now, such as measuring every so often.

        Raises:
            Diverged: nothing can be gone on from; what was saved before the meta-step is loaded again.
        """

    def explained(self, reason: Message) -> Message:
        """Return what is told of a meta-step that diverged for this reason and was undone."""
        return say("training cannot continue from meta-step {step}: {reason}", step=self.steps_done, reason=reason)

    @abstractmethod
    def show(self) -> F:
        """Return the frame of the present state, and change nothing that decides later frames."""

    @abstractmethod
    def save(self) -> State:
        """Return copies of all that decides the frames to come, beside settings and `steps_done`."""

    @abstractmethod
    def load(self, state: State) -> None:
        """Continue from what `save` returned for these settings.

        Raises:
            ValueError: it does not fit.
        """

    def setting_changed(self, name: str, before: S, draft: bool) -> None:
        """Follow a live setting that was just changed; a UserError refuses it. By default there is nothing to do."""

    def manipulate(self, name: str, value: object, draft: bool) -> None:
        """Do one of the `manipulations`, with an untrusted value; who has any writes this, and extends `inverse`."""
        raise NotImplementedError

    def generator(self, stream: int) -> Generator:
        """Return a new generator of random numbers that depend on the seed and `stream` alone."""
        from metascope.simulator.engine.randomness import generator  # imports torch

        return generator(self._settings.seed, stream)

    @override
    @property
    def settings(self) -> S:
        return self._settings

    @override
    def look(self) -> F:
        if self._frame is None:
            self._frame = self.show()
        return self._frame

    @override
    def step(self) -> F:
        before = self.rollback_point()
        try:
            self.learn()
            self.steps_done, self._frame = self.steps_done + 1, None
            self.after_step()
            return self.look()
        except Diverged as error:
            self.roll_back(before)
            raise Diverged(self.explained(error.reason)) from None

    @override
    def change(self, name: str, value: object, draft: bool = False) -> None:
        live, before = live_settings(type(self._settings)), self._settings
        if name in self.manipulations:
            self.manipulate(name, value, draft)
        elif name in live:
            self._settings = before.replaced(**{name: value})
            try:
                self.setting_changed(name, before, draft)
            except UserError:
                self._settings = before
                raise
        else:
            raise unchangeable(name, type(before).model_fields, (*live, *self.manipulations))
        self._frame = None

    @override
    def state(self) -> State:
        """Return everything that determines future frames; states of the reference name no engine, as older ones."""
        own = {} if self.engine == "reference" else {ENGINE: self.engine}
        return {"settings": json.dumps(self._settings.model_dump(mode="json")), **own, **self.checkpoint()}

    @override
    def restore(self, state: State) -> None:
        begun = state.get(ENGINE, "reference")
        if begun != "compiled" and begun != "reference":
            raise ValueError("it was trained with an unknown engine")
        self._restart(type(self._settings).parse(json.loads(str(state["settings"]))), begun)
        self.return_to(state)

    def checkpoint(self) -> State:
        """Return `state` without the settings: what `return_to` needs while they are the same."""
        return {"step": self.steps_done, **self.save()}

    def return_to(self, state: State) -> None:
        """Continue from a `checkpoint` of these settings."""
        self.load(state)
        self.steps_done, self._frame = whole(state, "step"), None

    def rollback_point(self) -> State:
        """Return what `roll_back` needs to undo a meta-step: a checkpoint, where a subclass knows nothing cheaper."""
        return self.checkpoint()

    def roll_back(self, state: State) -> None:
        """Undo what `learn` and `after_step` did since `rollback_point` returned `state`."""
        self.return_to(state)


@cache
def live_settings(settings: type[Settings]) -> tuple[str, ...]:
    """Return the names of the settings that may change while running."""
    return tuple(declared.name for declared in declarations(settings) if declared.live)


def whole(state: State, name: str) -> int:
    """Return a whole number of a state.

    Raises:
        ValueError: there is none of this name.
    """
    value = state.get(name)
    if not isinstance(value, int):
        raise ValueError(f"{name} must be a whole number")
    return value


def real(state: State, name: str) -> float:
    """Return a real number of a state.

    Raises:
        ValueError: there is none of this name.
    """
    value = state.get(name)
    if not isinstance(value, float):
        raise ValueError(f"{name} must be a real number")
    return value
