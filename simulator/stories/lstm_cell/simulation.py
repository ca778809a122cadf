"""Simulates the LSTM cell story: five cells trained on the same tasks from the same starts."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.tensor_simulation import TensorSimulation
from metascope.simulator.engine.text import Message
from metascope.simulator.learners import outer
from metascope.simulator.learners.kernels import LSTM_CELL
from metascope.simulator.learners.learned_optimizer import substitution
from metascope.simulator.learners.learned_optimizer.cells import compiled
from metascope.simulator.learners.learned_optimizer.cells.compiled import Batch, Trained
from metascope.simulator.learners.learned_optimizer.substitution import Trajectory, Weights
from metascope.simulator.learners.outer import Moments
from metascope.simulator.stories.lstm_cell import measure
from metascope.simulator.stories.lstm_cell.block import CellBlock, Shown
from metascope.simulator.stories.lstm_cell.frame import CellFrame, Surface
from metascope.simulator.stories.lstm_cell.names import LEARNED, METHODS
from metascope.simulator.stories.lstm_cell.settings import CellSettings
from metascope.simulator.tasks.families import draw, made_of, numbers_each
from metascope.simulator.tasks.landscapes import Landscapes
from metascope.simulator.tasks.packed_landscapes import PackedLandscapes

HELD_OUT_TASKS = 32  # tasks of a drawn family, never trained on; the first ones can be shown
HELD_OUT_STARTS = 256  # starts in all, never trained on
_ROOM = 16 << 20  # bytes that the meta-steps of one block take at most
_DRAWN = ("quadratics", "mixtures")  # families whose tasks are new at each meta-step
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
    @classmethod
    def kernels(cls, settings: CellSettings) -> tuple[Kernel, ...]:
        return (LSTM_CELL,)

    @override
    def initial(self) -> dict[str, Tensor]:
        """Return the cells' weights (M, P), Adam's moments of them, and no meta-loss (M,) yet."""
        settings = self.settings
        weights = substitution.drawn(settings.dimension, self.generator(1)).flat()
        count = HELD_OUT_TASKS if settings.family in _DRAWN else settings.tasks
        self._tasks = draw(settings.family, count, settings.dimension, self.generator(2))
        self._held_out = self._drawn_starts(HELD_OUT_STARTS // count, count, self.generator(3))
        self._measured = Batch.of(PackedLandscapes.of(self._tasks), self._held_out)
        self._surfaces: dict[str, Surface] = {}
        self._block: CellBlock | None = None  # whose last frame is the present one, of a compiled run
        self._shown: Shown | None = None  # as the present settings say
        meta_loss = torch.full((len(METHODS),), torch.nan).double()
        return {"weights": weights, **_named(outer.fresh(weights)), "meta_loss": meta_loss}

    @override
    def learn(self) -> None:
        """Train every cell once, on new starts and new tasks where they are drawn."""
        if self.engine == "compiled":
            done, good = self._trained(1)
            self._take(done)
            self._block = self._seen(done, self.steps_done + 1) if good else None
            return
        tensors, settings = self.tensors, self.settings
        meta_loss, gradient = self._meta_gradient(tensors["weights"])
        gradient = outer.clipped(gradient, settings.clip)
        weights, moments = outer.adam(tensors["weights"], gradient, settings.meta_rate, self._moments)
        self.tensors = {"weights": weights, **_named(moments), "meta_loss": meta_loss}

    @override
    def advance(self, count: int, every: int = 1, most: int = 0) -> CellBlock | None:
        if self.engine == "reference":
            return None
        before, settings = self.draws.get_state(), self.settings
        places = settings.starts * settings.tasks * settings.dimension
        count = max(1, min(count, _ROOM // (8 * (4 * self.tensors["weights"].numel() + 2 * places))))
        done, good = self._trained(count)
        if good < count:
            self.draws.set_state(before)
            if not good:
                return None
            self._batch(good)  # draws what those took that are done
        self._take(done)
        self._block, self._frame = self._seen(done, self.steps_done + 1), None
        self.steps_done += good
        return self._block

    @property
    def _moments(self) -> Moments:
        return Moments(*(self.tensors[name] for name in _MOMENTS))

    def _trained(self, count: int) -> tuple[Trained, int]:
        """Draw batches and do meta-steps with the compiled kernel; return them and how many are good."""
        return compiled.train(self.tensors["weights"], self._moments, self._batch(count), self._measured, self.settings)

    def _batch(self, count: int) -> Batch:
        """Draw the tasks, where they are drawn, and starts of so many meta-steps: what `_meta_gradient` draws."""
        settings, drawn = self.settings, self.settings.family in _DRAWN
        each = settings.tasks * numbers_each(settings.family, settings.dimension)
        places = (settings.starts, settings.tasks, settings.dimension)
        shares = torch.rand(count, each + math.prod(places), generator=self.draws, dtype=torch.float64)
        starts = self._within(shares[:, each:].view(count, *places))
        if not drawn:
            return Batch.of(self._measured.tasks, starts)
        tasks = made_of(settings.family, settings.tasks, settings.dimension, shares[:, :each])
        return Batch.of(PackedLandscapes.of(tasks, count), starts)

    def _take(self, done: Trained) -> None:
        """Go on from the last of these meta-steps."""
        weights, meta_loss = (torch.from_numpy(part[-1].copy()) for part in (done.weights, done.objective))
        self.tensors = {"weights": weights, **_named(done.moments), "meta_loss": meta_loss}

    def _seen(self, done: Trained, first: int) -> CellBlock:
        """Return the meta-steps from number `first` on as they are seen."""
        return CellBlock(first, done.weights, measure.columns(done.losses, done.objective), self._picture())

    def _picture(self) -> Shown:
        if self._shown is None:
            settings = self.settings
            task = self._tasks.chosen(torch.tensor([settings.shown_index]))
            start = torch.tensor(settings.start, dtype=torch.float64).view(1, 1, -1)
            self._shown = Shown(settings, task, Batch.of(PackedLandscapes.of(task), start), self._surface())
        return self._shown

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
            for part in LEARNED[method]
        }

    @override
    def weights_loaded(self) -> None:
        self.tensors |= _named(outer.fresh(self.tensors["weights"]))
        self._block = None

    @override
    def load(self, state: State) -> None:
        super().load(state)
        self._block = None

    @override
    def setting_changed(self, name: str, before: CellSettings, draft: bool) -> None:
        self._block = self._shown = None

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
        return self._within(torch.rand(count, tasks, settings.dimension, generator=generator, dtype=torch.float64))

    def _within(self, share: Tensor) -> Tensor:
        """Return the places at these shares of the range."""
        return self.settings.low + (self.settings.high - self.settings.low) * share

    @override
    def show(self) -> CellFrame:
        if self.engine == "compiled":
            if self._block is None:
                self._block = self._present()
            return self._block.frame(-1)
        settings, tensors = self.settings, self.tensors
        shown = torch.tensor(settings.start, dtype=torch.float64).expand(1, self._tasks.tasks, -1)
        weights = substitution.unflat(tensors["weights"], settings.dimension)
        with torch.no_grad():
            course = self._unrolled(weights, self._tasks, torch.cat([shown, self._held_out]))
        losses, meta_loss = measure.held_out_losses(course.loss[:, :, 1:]), tensors["meta_loss"].numpy()[None]
        metrics = measure.row(measure.columns(losses, meta_loss), 0)
        return measure.frame(
            self.steps_done, metrics, course, self._tasks, settings.shown_index, self._surface(), settings
        )

    def _present(self) -> CellBlock:
        """Measure the cells as they are."""
        weights, meta_loss = (self.tensors[name].numpy()[None].copy() for name in ("weights", "meta_loss"))
        losses = compiled.measure(weights[0], self._measured, self.settings)[None]
        return CellBlock(self.steps_done, weights, measure.columns(losses, meta_loss), self._picture())

    def _surface(self) -> Surface:
        letter = self.settings.shown
        if letter not in self._surfaces:
            self._surfaces[letter] = measure.surface(self._tasks, letter, self.settings)
        return self._surfaces[letter]


def _named(moments: Moments) -> dict[str, Tensor]:
    return dict(zip(_MOMENTS, (moments.first, moments.second, moments.count), strict=True))
