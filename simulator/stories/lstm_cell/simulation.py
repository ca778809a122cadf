"""Simulates the LSTM cell story: five cells trained on the same tasks from the same starts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from simulator.engine.errors import Diverged
from simulator.engine.files.compatibility import fitting, unchangeable
from simulator.engine.randomness import generator
from simulator.engine.settings import declarations
from simulator.engine.simulation import Simulation, State
from simulator.learners import outer
from simulator.learners.learned_optimizer import substitution
from simulator.learners.learned_optimizer.substitution import Course, Weights
from simulator.learners.outer import Moments
from simulator.stories.lstm_cell import measure
from simulator.stories.lstm_cell.frame import CellFrame, Surface
from simulator.stories.lstm_cell.names import METHODS
from simulator.stories.lstm_cell.settings import CellSettings
from simulator.tasks.families import draw
from simulator.tasks.landscapes import Landscapes

HELD_OUT_TASKS = 32  # tasks of a drawn family, never trained on; the first ones can be shown
HELD_OUT_STARTS = 256  # starts in all, never trained on
_LIVE = tuple(declared.name for declared in declarations(CellSettings) if declared.live)
_DRAWN = ("quadratics", "mixtures")  # families whose tasks are new at each meta-step
_LEARNED = {  # the weights that have an effect, by cell
    "lstm": ("z", "z_i", "z_f", "z_o", "y"),
    "memory": ("z", "z_i", "z_f", "z_o"),
    "gradient": ("z_i", "z_f", "z_o"),
    "kept": ("z_i", "z_o"),
    "descent": (),
}
_ROWS = {"z": substitution.Z, "z_i": substitution.Z_I, "z_f": substitution.Z_F, "z_o": substitution.Z_O}


@dataclass(frozen=True)
class _Moment:
    """What determines the next meta-step, apart from the settings and the generator."""

    step: int
    weights: Tensor  # (M, P)
    moments: Moments  # (M, P)
    meta_loss: Tensor  # (M,) of the meta-step that led here; NaN at the start


@final
class CellSimulation(Simulation):
    """The plain LSTM and its four substitutions, each cell trained by Adam through its unrolled time steps.

    All see the same tasks from the same starts. In drawn families, the tasks that are shown and measured are never
    trained on; in every family, neither are the starts that are measured.
    """

    def __init__(self, settings: CellSettings) -> None:
        self._begin(settings)

    def _begin(self, settings: CellSettings) -> None:
        self._settings = settings
        self._generator = generator(settings.seed, 0)
        weights = substitution.drawn(settings.dimension, generator(settings.seed, 1)).flat()
        count = HELD_OUT_TASKS if settings.family in _DRAWN else settings.tasks
        self._tasks = draw(settings.family, count, settings.dimension, generator(settings.seed, 2))
        self._held_out = self._drawn_starts(HELD_OUT_STARTS // count, count, generator(settings.seed, 3))
        self._moment = _Moment(0, weights, outer.fresh(weights), torch.full((len(METHODS),), torch.nan).double())
        self._surfaces: dict[str, Surface] = {}
        self._frame: CellFrame | None = None

    @override
    @property
    def settings(self) -> CellSettings:
        return self._settings

    @override
    def look(self) -> CellFrame:
        if self._frame is None:
            self._frame = self._seen()
        return self._frame

    @override
    def step(self) -> CellFrame:
        """Train every cell once, on new starts and, in drawn families, new tasks; return the next frame."""
        before, generator = self._moment, self._generator.get_state()
        objective, gradient = self._meta_gradient(before.weights)
        stepped, moments = outer.adam(
            before.weights, outer.clipped(gradient, self._settings.clip), self._settings.meta_rate, before.moments
        )
        if not bool(stepped.isfinite().all()):
            self._generator.set_state(generator)
            raise Diverged(measure.divergence(before.step, stepped.isfinite().all(1).tolist()))
        self._moment, self._frame = _Moment(before.step + 1, stepped, moments, objective), None
        return self.look()

    @override
    def change(self, name: str, value: object, draft: bool = False) -> None:
        if name not in _LIVE:
            raise unchangeable(name, CellSettings.model_fields, _LIVE)
        self._settings = self._settings.replaced(**{name: value})
        self._frame = None

    @override
    def weights(self) -> dict[str, Tensor]:
        """Return what each cell has learned: "<method>.<gate>", (d, 2d + 2) on [x, h, 1], and "lstm.y", (d, d + 1)."""
        return {name: part.clone() for name, part in self._parts(self._moment.weights).items()}

    @override
    def load_weights(self, weights: Mapping[str, Tensor], step: int | None = None) -> None:
        """Continue from weights named as in `weights`; Adam starts again."""
        flat = self._moment.weights.clone()
        wanted = self._parts(flat)
        for name, weight in fitting(weights, wanted).items():
            wanted[name].copy_(weight)
        done = self._moment.step if step is None else step
        self._moment = replace(self._moment, step=done, weights=flat, moments=outer.fresh(flat))
        self._frame = None

    @override
    def state(self) -> State:
        moment = self._moment
        return {
            "settings": json.dumps(self._settings.model_dump(mode="json")),
            "step": moment.step,
            "weights": moment.weights.clone(),
            "moments.first": moment.moments.first.clone(),
            "moments.second": moment.moments.second.clone(),
            "moments.count": moment.moments.count.clone(),
            "meta_loss": moment.meta_loss.clone(),
            "generator": self._generator.get_state(),
        }

    @override
    def restore(self, state: State) -> None:
        """Return to a `state` of this class exactly."""
        tensors = {name: value.clone() for name, value in state.items() if isinstance(value, Tensor)}
        self._begin(CellSettings.parse(json.loads(str(state["settings"]))))
        if tensors["weights"].shape != self._moment.weights.shape:
            raise ValueError(f"weights must be {tuple(self._moment.weights.shape)}")
        self._generator.set_state(tensors["generator"])
        step = state["step"]
        assert isinstance(step, int)
        moments = Moments(*(tensors[f"moments.{part}"] for part in ("first", "second", "count")))
        self._moment = _Moment(step, tensors["weights"], moments, tensors["meta_loss"])

    def _meta_gradient(self, flat: Tensor) -> tuple[Tensor, Tensor]:
        """Draw a batch and return each cell's objective, (M,), and its gradient, (M, P)."""
        settings = self._settings
        tasks = self._tasks
        if settings.family in _DRAWN:
            tasks = draw(settings.family, settings.tasks, settings.dimension, self._generator)
        starts = self._drawn_starts(settings.starts, settings.tasks, self._generator)
        plain = substitution.unflat(flat, settings.dimension)
        weights = Weights(plain.gates.clone().requires_grad_(), plain.output.clone().requires_grad_())
        with torch.enable_grad():
            course = self._unrolled(weights, tasks, starts)
            return substitution.objective_gradient(weights, course, settings.objective == "last")

    def _unrolled(self, weights: Weights, tasks: Landscapes, starts: Tensor) -> Course:
        settings = self._settings
        span = (settings.low, settings.high)
        return substitution.unroll(weights, tasks, starts, settings.time_steps, settings.eta, span)

    def _drawn_starts(self, count: int, tasks: int, generator: Generator) -> Tensor:
        """Return starts spread evenly at random over the range, (count, N, d)."""
        settings = self._settings
        share = torch.rand(count, tasks, settings.dimension, generator=generator, dtype=torch.float64)
        return settings.low + (settings.high - settings.low) * share

    def _seen(self) -> CellFrame:
        settings, moment = self._settings, self._moment
        shown = torch.tensor(settings.start, dtype=torch.float64).expand(1, self._tasks.tasks, -1)
        weights = substitution.unflat(moment.weights, settings.dimension)
        with torch.no_grad():
            course = self._unrolled(weights, self._tasks, torch.cat([shown, self._held_out]))
        arrays = measure.shown_arrays(course, settings.shown_index)
        return CellFrame(
            step=moment.step,
            metrics=measure.metrics(course.loss[:, :, 1:], moment.meta_loss),
            eta=settings.eta,
            span=(settings.low, settings.high),
            surface=self._surface(),
            refused=measure.refused(course, settings.shown_index),
            notices=measure.notices(course, self._tasks, settings.shown_index, settings.eta),
            **arrays,
        )

    def _surface(self) -> Surface:
        letter = self._settings.shown
        if letter not in self._surfaces:
            self._surfaces[letter] = measure.surface(self._tasks, letter, self._settings)
        return self._surfaces[letter]

    def _parts(self, flat: Tensor) -> dict[str, Tensor]:
        """Return views into `flat` (M, P), by the names of the weights."""
        weights = substitution.unflat(flat, self._settings.dimension)
        return {
            f"{method}.{part}": weights.output[index] if part == "y" else weights.gates[index, _ROWS[part]]
            for index, method in enumerate(METHODS)
            for part in _LEARNED[method]
        }
