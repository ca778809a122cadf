"""A simulation whose whole state is named tensors: how it begins, one meta-step and the frame are left to write."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from metascope.simulator.engine.arrays import copied
from metascope.simulator.engine.computing import DEVICE, chosen_device
from metascope.simulator.engine.errors import Diverged, refuse
from metascope.simulator.engine.files.compatibility import LARGEST_WEIGHT, Describe, fitting
from metascope.simulator.engine.simulation import State, Weights
from metascope.simulator.engine.steerable_simulation import F, S, SteerableSimulation
from metascope.simulator.engine.text import Message, say

if TYPE_CHECKING:
    import torch
    from torch import Generator, Tensor


class TensorSimulation(SteerableSimulation[S, F]):
    """Keeps `tensors`, by name, and `draws`, a generator: all that is saved, restored and rolled back. Abstract.

        class Mean(TensorSimulation[MeanSettings, MeanFrame]):
            def initial(self) -> dict[str, Tensor]: return {"mean.w": torch.zeros(2)}
            def learn(self) -> None: self.tensors["mean.w"] += 0.1 * torch.randn(2, generator=self.draws)
            def show(self) -> MeanFrame: return MeanFrame(step=self.steps_done, w=single(self.tensors["mean.w"]), ...)

    `learn` may write into the tensors or put others of the same shapes in their places. Saved states are copied back
    into them, so they may share memory with a module or an optimizer; a frame has copies. A meta-step after which one
    is NaN or infinite is undone and raises `Diverged`.

    What fits less simply is said by overriding: `weights_of` where not all tensors are weights, `weights_loaded` where
    an optimizer starts again, `weights_fault` where some cannot be used, `describe` where words tell them apart,
    `may_be_nan`, `work` for the device, `save` and `load` where there is more than tensors.
    """

    random_key: ClassVar[str] = "draws"  # of the generator in saved states
    may_be_nan: ClassVar[frozenset[str]] = frozenset()  # tensors in which NaN means "not yet"
    largest_weight: ClassVar[float] = LARGEST_WEIGHT  # beyond which weights from a file are refused

    device: torch.device  # where tensors are to be made; random numbers are drawn on the CPU and moved
    draws: Generator  # stream 0; `begin` and `initial` take others from `generator`
    tensors: dict[str, Tensor]

    @abstractmethod
    def initial(self) -> dict[str, Tensor]:
        """Return the tensors as they are before the first meta-step, on `device`."""

    @property
    def work(self) -> float:
        """Multiplications of the largest operation: where the setting `device` is "auto", many are worth a GPU."""
        return 0.0

    def weights_of(self, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Return what of the tensors is learned, by the names under which it is exported: views, not copies."""
        return {name: tensor for name, tensor in tensors.items() if tensor.is_floating_point()}

    def weights_loaded(self) -> None:
        """Follow weights that were just loaded, such as by an optimizer that starts again."""

    @property
    def describe(self) -> Describe | None:
        """What says in words to which run weights belong, where others are refused."""
        return None

    def weights_fault(self) -> Message | None:
        """Return why the weights that were just loaded cannot be used: they are taken back; None: they can."""
        return None

    def divergence(self, names: Sequence[str]) -> Message:
        """Return why the meta-step `steps_done` is undone: it filled these tensors with NaN or infinity."""
        return say("{names} became NaN or infinite", names=", ".join(names))

    @override
    def begin(self) -> None:
        """Make the generator and the tensors; who extends it puts first what `initial` needs."""
        self.device = chosen_device(getattr(self.settings, DEVICE, "cpu"), self.work)
        self.draws = self.generator(0)
        self.tensors = self.initial()

    @override
    def after_step(self) -> None:
        checked = {name: tensor for name, tensor in self.tensors.items() if name not in self.may_be_nan}
        lost = [name for name, tensor in checked.items() if not bool(tensor.isfinite().all())]
        if lost:
            raise Diverged(self.divergence(lost))

    @override
    def weights(self) -> dict[str, Tensor]:
        return {name: copied(tensor) for name, tensor in self.weights_of(self.tensors).items()}

    @override
    def load_weights(self, weights: Weights, step: int | None = None) -> None:
        """Go on from these weights, named as `weights` names them; random numbers go on."""
        import torch

        wanted = self.weights_of(self.tensors)
        found, before = fitting(weights, wanted, self.describe, self.largest_weight), self.checkpoint()
        with torch.no_grad():
            for name, tensor in wanted.items():
                tensor.copy_(found[name])
        self.steps_done, self._frame = self.steps_done if step is None else step, None
        self.weights_loaded()
        if (fault := self.weights_fault()) is not None:
            self.return_to(before)
            raise refuse("", fault)

    @override
    def save(self) -> State:
        """Return copies of the tensors, on the CPU, and the generator's state."""
        tensors = {name: copied(tensor) for name, tensor in self.tensors.items()}
        return {**tensors, self.random_key: self.draws.get_state()}

    @override
    def load(self, state: State) -> None:
        """Copy a saved state into the tensors and the generator."""
        import torch

        wanted = {**self.tensors, self.random_key: self.draws.get_state()}
        found = {name: given for name, given in state.items() if isinstance(given, torch.Tensor)}
        for name, tensor in wanted.items():
            if name not in found or found[name].shape != tensor.shape:
                raise ValueError(f"{name} must be {tuple(tensor.shape)}")
        with torch.no_grad():
            for name, tensor in self.tensors.items():
                tensor.copy_(found[name])
        self.draws.set_state(found[self.random_key])
