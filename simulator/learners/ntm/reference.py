"""Implements the Neural Turing Machine readably: a controller, its heads and their memory, time step by time step.

Graves, Wayne and Danihelka, "Neural Turing Machines" (2014). At each time step the controller sees [x_t, r_{t-1}]; all
heads address the memory M_{t-1}; the write heads make M_t of it; the read heads read M_t; the output is
computed from [h_t, r_t]. All of it is differentiable; `bptt` computes the same fast.
Axes: T time steps, B sequences, X inputs, Y outputs, U units, H heads (W that write, then R that read), N locations of
memory, M width of one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Literal, TypeVar

import torch
from torch import Generator, Tensor

from metascope.simulator.learners.ntm import addressing
from metascope.simulator.learners.ntm.addressing import Columns, Heads

Weights = dict[str, Tensor]
Controller = Literal["lstm", "feedforward"]
Beginning = Literal["random", "constant", "learned"]
MOST_HEADS = 8  # of each kind
MEMORY = "initial.memory"

_CONSTANT = 1e-6  # initial value of a constant memory
_T = TypeVar("_T")


@dataclass(frozen=True)
class Design:
    """The sizes of a machine."""

    inputs: int  # X
    outputs: int  # Y
    controller: Controller = "lstm"
    units: int = 100  # U of the controller
    heads: int = 1  # W = R: the number of write heads, and of read heads
    locations: int = 128  # N
    width: int = 20  # M
    memory: Beginning = "random"  # before the first time step; only "learned" is trained
    bounded: bool = False  # keys and adds go through tanh

    def __post_init__(self) -> None:
        assert 1 <= self.heads <= MOST_HEADS
        assert min(self.inputs, self.outputs, self.units, self.width) >= 1
        assert self.locations >= len(addressing.OFFSETS)

    @property
    def columns(self) -> Columns:
        """The positions of the heads' parameters in the controller's outputs."""
        return Columns(self.heads, self.heads, self.width)

    @property
    def gated(self) -> bool:
        """Whether the controller is an LSTM."""
        return self.controller == "lstm"

    @property
    def rows(self) -> int:
        """G, the numbers that the controller computes from its input: three gates and z per unit, or just the unit."""
        return (4 if self.gated else 1) * self.units

    @property
    def features(self) -> int:
        """F = U + R M, the size of [h, r]."""
        return self.units + self.heads * self.width


@dataclass(frozen=True)
class State:
    """The state between time steps, which may be changed before the machine continues (`resume`)."""

    hidden: Tensor  # h, (B, U); a feed-forward controller does not see it
    cell: Tensor  # c of the LSTM, (B, U); (B, 0) for a feed-forward controller
    reads: Tensor  # r, (B, R, M)
    weighting: Tensor  # w, (B, H, N)
    memory: Tensor  # (B, N, M)


@dataclass(frozen=True)
class Trajectory:
    """Everything computed in one time step, or in T of them, where T is the first axis of every tensor."""

    gates: Tensor  # z^i, z^f, z^o and z of the LSTM, (B, 4, U); (B, 0, U) for a feed-forward controller
    heads: Heads
    content: Tensor  # w^c, (B, H, N)
    interpolated: Tensor  # w^g, (B, H, N)
    shifted: Tensor  # w~, (B, H, N)
    state: State  # after the time step: its weighting is w
    outputs: Tensor  # before the sigmoid, (B, Y)

    def after(self, t: int) -> State:
        """Return the state after time step t."""
        return _each([self.state], lambda parts: parts[0][t])


def initial(design: Design, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
    """Return initial weights.

    By name, bias last: "controller.input" (X, G), "controller.state" (F, G) or (R M, G) of a feed-forward controller,
    "controller.bias" (G,); "heads.weight" (U, P), "heads.bias" (P,); "output.weight" (F, Y), "output.bias" (Y,); what
    there is before the first time step: "initial.hidden" and "initial.cell" (U,) of an LSTM, "initial.reads" (R M,),
    "initial.weighting" (H, N) before its softmax, "initial.memory" (N, M).
    The initial weightings are random: if all rows of memory and all entries of a weighting were equal, all locations
    would have the same gradient and stay equal.
    """
    x, y, u, g, f = design.inputs, design.outputs, design.units, design.rows, design.features
    n, m, columns = design.locations, design.width, design.columns
    seen = f if design.gated else f - u

    def uniform(rows: int, width: int, widest: float) -> Tensor:
        return torch.rand(rows, width, generator=generator, dtype=dtype).mul_(2 * widest).sub_(widest)

    def normal(*shape: int, deviation: float) -> Tensor:
        return deviation * torch.randn(*shape, generator=generator, dtype=dtype)

    widest = 5 / math.sqrt(x + f) if design.gated else math.sqrt(6 / (x + seen + u))
    weights = {
        "controller.input": uniform(x, g, widest),
        "controller.state": uniform(seen, g, widest),
        "controller.bias": torch.zeros(g, dtype=dtype),
        "heads.weight": uniform(u, columns.total, 1.4 * math.sqrt(6 / (u + m))),
        "heads.bias": normal(columns.total, deviation=0.01),
        "output.weight": uniform(f, y, math.sqrt(6 / (f + y))),
        "output.bias": normal(y, deviation=0.01),
        "initial.reads": normal(design.heads * m, deviation=0.01),
        "initial.weighting": normal(columns.heads, n, deviation=1.0),
    }
    if design.gated:
        weights |= {f"initial.{name}": normal(u, deviation=0.05) for name in ("hidden", "cell")}
    random = uniform(n, m, 1 / math.sqrt(n + m))
    weights[MEMORY] = torch.full_like(random, _CONSTANT) if design.memory == "constant" else random
    return weights


@cache
def learned(design: Design) -> tuple[str, ...]:
    """Return the names of the weights that are trained, in the order of `initial`: all, or all but the memory."""
    names = initial(Design(1, 1, design.controller, 1, 1, 3, 1), Generator())
    return tuple(name for name in names if name != MEMORY or design.memory == "learned")


def begin(design: Design, weights: Weights, batch: int) -> State:
    """Return the state before the first time step, for B = `batch` sequences."""
    reads = weights["initial.reads"].view(design.heads, design.width)
    nothing = reads.new_zeros(design.units)
    return State(
        weights.get("initial.hidden", nothing).expand(batch, -1),
        weights.get("initial.cell", nothing[:0]).expand(batch, -1),
        reads.expand(batch, -1, -1),
        weights["initial.weighting"].softmax(-1).expand(batch, -1, -1),
        weights[MEMORY].expand(batch, -1, -1),
    )


def step(design: Design, weights: Weights, state: State, x: Tensor) -> Trajectory:
    """Do one time step with inputs x (B, X)."""
    gates, hidden, cell = _control(design, weights, state, x)
    raw = hidden @ weights["heads.weight"] + weights["heads.bias"]  # (B, P)
    heads = addressing.heads(raw, design.columns, bounded=design.bounded)
    content = addressing.content(heads.key, heads.strength, state.memory)  # (B, H, N), as are these:
    interpolated = addressing.interpolate(heads.gate, content, state.weighting)
    shifted = addressing.shift(interpolated, heads.kernel)
    weighting = addressing.sharpen(shifted, heads.sharpness)
    memory = addressing.write(state.memory, weighting[:, : design.heads], heads.erase, heads.add)  # (B, N, M)
    reads = addressing.read(memory, weighting[:, design.heads :])  # (B, R, M)
    seen = torch.cat([hidden, reads.flatten(1)], 1)  # (B, F)
    outputs = seen @ weights["output.weight"] + weights["output.bias"]  # (B, Y)
    then = State(hidden, cell, reads, weighting, memory)
    return Trajectory(gates, heads, content, interpolated, shifted, then, outputs)


def _control(design: Design, weights: Weights, state: State, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return the gates (B, 4, U), h and c, (B, U) each."""
    reads = state.reads.flatten(1)  # (B, R M)
    seen = torch.cat([state.hidden, reads], 1) if design.gated else reads
    rows = x @ weights["controller.input"] + seen @ weights["controller.state"] + weights["controller.bias"]  # (B, G)
    if not design.gated:
        hidden = rows.tanh()
        return hidden.new_empty(len(x), 0, design.units), hidden, state.cell
    z_i, z_f, z_o, z = rows.chunk(4, 1)  # (B, U) each
    z_i, z_f, z_o, z = z_i.sigmoid(), z_f.sigmoid(), z_o.sigmoid(), z.tanh()
    cell = z_f * state.cell + z_i * z
    return torch.stack([z_i, z_f, z_o, z], 1), z_o * cell.tanh(), cell


def run(design: Design, weights: Weights, inputs: Tensor) -> Trajectory:
    """Return the course of sequences `inputs` (T, B, X) from the initial state."""
    return resume(design, weights, begin(design, weights, inputs.shape[1]), inputs)


def resume(design: Design, weights: Weights, state: State, inputs: Tensor) -> Trajectory:
    """Return the course of `inputs` (T, B, X) from `state`, such as `Trajectory.after` a time step."""
    steps = []
    for x in inputs:
        steps.append(step(design, weights, state, x))
        state = steps[-1].state
    return _each(steps, torch.stack)


def _each(parts: Sequence[_T], made: Callable[[list[Tensor]], Tensor]) -> _T:
    """Return a dataclass like `parts`, with each tensor computed from theirs by `made`."""
    first = parts[0]
    assert is_dataclass(first)
    assert not isinstance(first, type)
    found = {}
    for field in fields(first):
        values = [getattr(part, field.name) for part in parts]
        found[field.name] = made(values) if isinstance(values[0], Tensor) else _each(values, made)
    return replace(first, **found)
