"""Simulates the LSTM cell story: five cells trained on the same tasks from the same starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from simulator.engine.tensor_simulation import TensorSimulation
from simulator.engine.text import Message
from simulator.learners import outer
from simulator.learners.learned_optimizer import substitution
from simulator.learners.learned_optimizer.substitution import Trajectory, Weights
from simulator.learners.outer import Moments
from simulator.stories.lstm_cell import measure
from simulator.stories.lstm_cell.frame import CellFrame, Surface
from simulator.stories.lstm_cell.names import METHODS
from simulator.stories.lstm_cell.settings import CellSettings
from simulator.tasks.families import draw
from simulator.tasks.landscapes import Landscapes

HELD_OUT_TASKS = 32  # tasks of a drawn family, never trained on; the first ones can be shown
HELD_OUT_STARTS = 256  # starts in all, never trained on
_DRAWN = ("quadratics", "mixtures")  # families whose tasks are new at each meta-step
_LEARNED = {  # the weights that have an effect, by cell
    "lstm": ("z", "z_i", "z_f", "z_o", "y"),
    "memory": ("z", "z_i", "z_f", "z_o"),
    "gradient": ("z_i", "z_f", "z_o"),
    "kept": ("z_i", "z_o"),
    "descent": (),
}
_MOMENTS = ("moments.first", "moments.second", "moments.count")
_ROWS = {"z": substitution.Z, "z_i": substitution.Z_I, "z_f": substitution.Z_F, "z_o": substitution.Z_O}


@final
class CellSimulation(TensorSimulation[CellSettings, CellFrame]):
    """The plain LSTM and its four substitutions, each cell trained by Adam through its unrolled time steps.

    All see the same tasks from the same starts. In drawn families, the tasks that are shown and measured are never
    trained on; in every family, neither are the starts that are measured.
    """

    random_key = "generator"
    may_be_nan = frozenset({"meta_loss"})  # there is none at the start

    @override
    def initial(self) -> dict[str, Tensor]:
        """Return the cells' weights (M, P), Adam's moments of them, and no meta-loss (M,) yet."""
        settings = self.settings
        weights = substitution.drawn(settings.dimension, self.generator(1)).flat()
        count = HELD_OUT_TASKS if settings.family in _DRAWN else settings.tasks
        self._tasks = draw(settings.family, count, settings.dimension, self.generator(2))
        self._held_out = self._drawn_starts(HELD_OUT_STARTS // count, count, self.generator(3))
        self._surfaces: dict[str, Surface] = {}
        meta_loss = torch.full((len(METHODS),), torch.nan).double()
        return {"weights": weights, **_named(outer.fresh(weights)), "meta_loss": meta_loss}

    @override
    def learn(self) -> None:
        """Train every cell once, on new starts and new tasks where they are drawn."""
        tensors, settings = self.tensors, self.settings
        meta_loss, gradient = self._meta_gradient(tensors["weights"])
        moments = Moments(*(tensors[name] for name in _MOMENTS))
        gradient = outer.clipped(gradient, settings.clip)
        weights, moments = outer.adam(tensors["weights"], gradient, settings.meta_rate, moments)
        self.tensors = {"weights": weights, **_named(moments), "meta_loss": meta_loss}

    @override
    def divergence(self, names: Sequence[str]) -> Message:
        """Return which cells' weights, or what Adam remembers of them, became NaN or infinite."""
        rows = [self.tensors[name].isfinite().all(1) for name in ("weights", *_MOMENTS)]
        return measure.divergence(self.steps_done, torch.stack(rows).all(0).tolist())

    @override
    def explained(self, reason: Message) -> Message:
        return reason  # which names the meta-step already

    @override
    def weights_of(self, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Return what each cell has learned: "<method>.<gate>", (d, 2d + 2) on [x, h, 1], and "lstm.y", (d, d + 1)."""
        weights = substitution.unflat(tensors["weights"], self.settings.dimension)
        return {
            f"{method}.{part}": weights.output[index] if part == "y" else weights.gates[index, _ROWS[part]]
            for index, method in enumerate(METHODS)
            for part in _LEARNED[method]
        }

    @override
    def weights_loaded(self) -> None:
        self.tensors |= _named(outer.fresh(self.tensors["weights"]))

    def _meta_gradient(self, flat: Tensor) -> tuple[Tensor, Tensor]:
        """Draw a batch and return each cell's objective, (M,), and its gradient, (M, P)."""
        settings = self.settings
        tasks = self._tasks
        if settings.family in _DRAWN:
            tasks = draw(settings.family, settings.tasks, settings.dimension, self.draws)
        starts = self._drawn_starts(settings.starts, settings.tasks, self.draws)
        plain = substitution.unflat(flat, settings.dimension)
        weights = Weights(plain.gates.clone().requires_grad_(), plain.output.clone().requires_grad_())
        with torch.enable_grad():
            course = self._unrolled(weights, tasks, starts)
            return substitution.objective_gradient(weights, course, settings.objective == "last")

    def _unrolled(self, weights: Weights, tasks: Landscapes, starts: Tensor) -> Trajectory:
        settings = self.settings
        span = (settings.low, settings.high)
        return substitution.unroll(weights, tasks, starts, settings.time_steps, settings.eta, span)

    def _drawn_starts(self, count: int, tasks: int, generator: Generator) -> Tensor:
        """Return starts spread evenly at random over the range, (count, N, d)."""
        settings = self.settings
        share = torch.rand(count, tasks, settings.dimension, generator=generator, dtype=torch.float64)
        return settings.low + (settings.high - settings.low) * share

    @override
    def show(self) -> CellFrame:
        settings, tensors = self.settings, self.tensors
        shown = torch.tensor(settings.start, dtype=torch.float64).expand(1, self._tasks.tasks, -1)
        weights = substitution.unflat(tensors["weights"], settings.dimension)
        with torch.no_grad():
            course = self._unrolled(weights, self._tasks, torch.cat([shown, self._held_out]))
        arrays = measure.shown_arrays(course, settings.shown_index)
        return CellFrame(
            step=self.steps_done,
            metrics=measure.metrics(course.loss[:, :, 1:], tensors["meta_loss"]),
            eta=settings.eta,
            span=(settings.low, settings.high),
            surface=self._surface(),
            refused=measure.refused(course, settings.shown_index),
            notices=measure.notices(course, self._tasks, settings.shown_index, settings.eta),
            **arrays,
        )

    def _surface(self) -> Surface:
        letter = self.settings.shown
        if letter not in self._surfaces:
            self._surfaces[letter] = measure.surface(self._tasks, letter, self.settings)
        return self._surfaces[letter]


def _named(moments: Moments) -> dict[str, Tensor]:
    return dict(zip(_MOMENTS, (moments.first, moments.second, moments.count), strict=True))
