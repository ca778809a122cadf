"""Defines what a simulation must implement: a story's training, without clock or screen."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from metascope.simulator.engine.frame import Block, Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.steering import Changes

if TYPE_CHECKING:
    from torch import Tensor

Weights: TypeAlias = "Mapping[str, Tensor]"  # name -> trained tensor
State = Mapping[str, object]  # tensors, numbers, strings and tuples of them, for `restore`; never a pickle


class Simulation(ABC):
    """A story's meta-training, one meta-step at a time. Abstract; one final class per story.

        story = all_stories()["landscapes"]
        simulation = story.load()(story.settings.parse({"inner_steps": 5}))
        simulation.change("inner_rate", 0.1), simulation.step().metrics

    Promises: the same settings and the same changes at the same steps give the same frames, on the same machine with
    the same number of torch threads. It owns its `torch.Generator`s, seeded from `settings.seed`, and uses no global
    randomness. Used by one thread at a time.
    """

    dropped: ClassVar[frozenset[str]] = frozenset()  # names in states of earlier versions that decide nothing any more

    @property
    @abstractmethod
    def settings(self) -> Settings:
        """The current settings, live changes included."""

    @abstractmethod
    def look(self) -> Frame:
        """Return the frame of the current state, without training. Changes nothing."""

    @abstractmethod
    def step(self) -> Frame:
        """Do one meta-step and return the frame of the new state.

        Raises:
            Diverged: a quantity became NaN or infinite; the state is the last good one.
        """

    def advance(self, count: int, every: int = 1, most: int = 0) -> Block | None:
        """Do up to `count` meta-steps in one go, with the interpreter free for other threads, or none: by default.

        Stops before a meta-step that diverges, which `step` then reports. Returns None where there is no faster way
        than `step`, now or for these settings.

        Args:
            count: meta-steps.
            every: frames are needed of the meta-steps that this number divides, and of the last one.
            most: meta-steps that may be done while a window draws, for which the thread would have to wait.
        """
        return None

    @abstractmethod
    def change(self, name: str, value: object, draft: bool = False) -> None:
        """Apply a live setting or a direct manipulation between two meta-steps.

        Args:
            name: a setting declared `live`, or a manipulation named by the story.
            value: untrusted, as JSON holds it.
            draft: a gesture is under way; pictures may be coarser until its last change.

        Raises:
            UserError: the name or value is invalid; nothing was changed.
        """

    def inverse(self, name: str, value: object) -> Changes:
        """Return the changes that would undo `change(name, value)`, given the current state.

        A story with manipulations overrides this to undo them; what cannot be undone gives no changes.
        """
        now = self.settings.model_dump(mode="json")
        return ((name, now[name]),) if name in now else ()

    @abstractmethod
    def weights(self) -> dict[str, Tensor]:
        """Return copies of the trained weights, by name."""

    @abstractmethod
    def load_weights(self, weights: Weights, step: int | None = None) -> None:
        """Continue from these weights; the story decides whether optimizer and random numbers start again or stay.

        Args:
            weights: by name, as `weights` returns them.
            step: the number of meta-steps done; None: unchanged.

        Raises:
            UserError: a name is missing or unknown, or a shape or number is invalid; nothing was changed.
        """

    @abstractmethod
    def state(self) -> State:
        """Return copies of everything that determines future frames: settings, weights, optimizer, generators."""

    @abstractmethod
    def restore(self, state: State) -> None:
        """Return to `state` exactly, bit for bit.

        For a state from a file use `travel.restore_checked`, which refuses what this class cannot have returned.
        """
