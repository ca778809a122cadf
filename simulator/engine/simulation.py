"""The contract of everything that can be run: a story's learning, without a clock or a screen."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from simulator.engine.frame import Frame
from simulator.engine.settings import Settings
from simulator.engine.steering import Changes

if TYPE_CHECKING:
    from torch import Tensor

Weights: TypeAlias = "Mapping[str, Tensor]"  # by name, what was trained
State = Mapping[str, object]  # tensors, numbers, strings and tuples of them: what `restore` needs, never a pickle


class Simulation(ABC):
    """A story's meta-training, one meta-step at a time. Abstract; one final class per story.

    Promises: same settings, same changes at the same steps, same frames, on the same machine with the same number
    of torch threads. It owns its `torch.Generator`s, seeded from `settings.seed`, and uses no global randomness.
    Used by one thread at a time.
    """

    dropped: ClassVar[frozenset[str]] = frozenset()  # names in states of earlier versions that decide nothing any more

    @property
    @abstractmethod
    def settings(self) -> Settings:
        """The settings as they are now, live changes included."""

    @abstractmethod
    def look(self) -> Frame:
        """Return the frame of the present state, without learning. Calling it changes nothing."""

    @abstractmethod
    def step(self) -> Frame:
        """Do one meta-step and return the frame of the state it leads to.

        Raises:
            Diverged: a quantity left the numbers; the state is the last good one.
        """

    @abstractmethod
    def change(self, name: str, value: object, draft: bool = False) -> None:
        """Apply a live setting or a direct manipulation between two meta-steps.

        Args:
            name: a setting declared `live`, or a manipulation named by the story.
            value: untrusted, as JSON holds it.
            draft: a gesture is under way; pictures may be coarser until the last change of the gesture.

        Raises:
            UserError: the name or value does not fit; nothing was changed.
        """

    def inverse(self, name: str, value: object) -> Changes:
        """Return the changes that would take `change(name, value)` back, as things stand before it.

        A story with manipulations extends this by theirs; what cannot be taken back gives nothing.
        """
        now = self.settings.model_dump(mode="json")
        return ((name, now[name]),) if name in now else ()

    @abstractmethod
    def weights(self) -> dict[str, Tensor]:
        """Return copies of what was trained, by name."""

    @abstractmethod
    def load_weights(self, weights: Weights, step: int | None = None) -> None:
        """Go on from these weights; optimizer and random numbers begin anew or stay, as the story says.

        Args:
            weights: by name, as `weights` returns them.
            step: how many meta-steps count as done; None: as many as now.

        Raises:
            UserError: a name is missing or unknown, or a shape or a number does not fit; nothing was changed.
        """

    @abstractmethod
    def state(self) -> State:
        """Return copies of everything that decides the frames to come: settings, weights, optimizer, generators."""

    @abstractmethod
    def restore(self, state: State) -> None:
        """Continue from `state` as if nothing had come since: bit for bit.

        Whoever has it from a file calls `travel.restore_checked`, which refuses what this class cannot have returned.
        """
