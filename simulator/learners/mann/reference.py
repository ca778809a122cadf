"""Implements the memory-augmented neural network readably: an LSTM that writes and reads rows of a memory.

Santoro et al., "Meta-Learning with Memory-Augmented Neural Networks" (2016). At each time step the controller sees
[x_t, r_{t-1}]; what it wants to keep is written, partly to what it has just read, partly to the rows least used; then
all heads read by content, and the output is made of [h_t, r_t]. Autograd goes through all of it but the choice of the
rows least used.
Axes: T time steps, B episodes, X inputs, Y outputs, U units, H heads, N rows of memory, M width of one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor

from metascope.simulator.learners.mann import memory as rows

Weights = dict[str, Tensor]

_BEGINNING = 1e-6  # initial value of every number in memory
_STRONGER = 5  # factor on the heads' initial weights: otherwise little is written, and learning to use it takes long
_NAMES = ("controller.input", "controller.state", "controller.bias", "heads", "heads.bias", "output", "output.bias")


@dataclass(frozen=True)
class Design:
    """The sizes of a network; the paper has 200 units, 4 heads and 128 rows of width 40."""

    inputs: int  # X, including the label of the previous step
    outputs: int  # Y
    units: int = 200  # U of the controller
    heads: int = 4  # H; each reads and writes
    locations: int = 128  # N
    width: int = 40  # M
    decay: float = 0.95  # gamma, of the usage
    sharpness: float = 1.0  # of reading; not in the paper
    adds_key: bool = (
        False  # the written vector is the key itself, as in the paper, or a separate one, as in public programs
    )

    def __post_init__(self) -> None:
        assert min(self.inputs, self.outputs, self.units, self.heads, self.width) >= 1
        assert self.locations >= self.heads
        assert 0 <= self.decay <= 1

    @property
    def features(self) -> int:
        """Return F = U + H M, the size of [h, r]."""
        return self.units + self.heads * self.width

    @property
    def columns(self) -> tuple[int, ...]:
        """Return how many numbers the controller gives the heads: keys, adds if they are separate, gates."""
        keys = self.heads * self.width
        return (keys, self.heads) if self.adds_key else (keys, keys, self.heads)


@dataclass(frozen=True)
class State:
    """The state between time steps, which may be changed before the network continues (`resume`)."""

    hidden: Tensor  # h, (B, U)
    cell: Tensor  # c, (B, U)
    reads: Tensor  # r, (B, H, M)
    read_weights: Tensor  # w^r, (B, H, N)
    usage: Tensor  # w^u, (B, N)
    memory: Tensor  # (B, N, M)


@dataclass(frozen=True)
class Trajectory:
    """Everything computed in T time steps."""

    gates: Tensor  # z^i, z^f, z^o and z of the LSTM, (T, B, 4, U)
    key: Tensor  # k, (T, B, H, M)
    add: Tensor  # a, what is written, (T, B, H, M)
    gate: Tensor  # sigma(alpha): 1 writes to the rows read before, 0 to the least used rows, (T, B, H)
    least_used: Tensor  # (T, B, H) the least used rows before the step; the first of them is erased
    write_weights: Tensor  # w^w, (T, B, H, N)
    read_weights: Tensor  # w^r, (T, B, H, N)
    usage: Tensor  # w^u, (T, B, N)
    reads: Tensor  # r, (T, B, H, M)
    memory: Tensor  # (T, B, N, M)
    hidden: Tensor  # h, (T, B, U)
    cell: Tensor  # c, (T, B, U)
    outputs: Tensor  # before the softmax, (T, B, Y)

    def after(self, t: int) -> State:
        """Return the state after time step t."""
        parts = self.hidden, self.cell, self.reads, self.read_weights, self.usage, self.memory
        return State(*(part[t] for part in parts))


@dataclass(frozen=True)
class _Step:
    gates: Tensor  # (B, 4U)
    key: Tensor  # (B, H, M)
    add: Tensor  # (B, H, M)
    gate: Tensor  # (B, H)
    least_used: Tensor  # (B, H)
    write_weights: Tensor  # (B, H, N)
    then: State


def initial(design: Design, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
    """Return initial weights, uniform within 1 / sqrt(rows); biases are 0, but 1 for the forget gates.

    Those of the heads are 5 times as large, unlike in the paper, so that what is written differs between time steps.

    By name: "controller.input" (X, 4U), "controller.state" (F, 4U), "controller.bias" (4U,), with columns for z^i, z^f,
    z^o and z; "heads" (U, `columns`), "heads.bias"; "output" (F, Y), "output.bias" (Y,).
    """
    x, y, u, f, told = design.inputs, design.outputs, design.units, design.features, sum(design.columns)
    weights: Weights = {}
    for name, shape in zip(_NAMES, [(x, 4 * u), (f, 4 * u), (4 * u,), (u, told), (told,), (f, y), (y,)], strict=True):
        if len(shape) == 1:
            weights[name] = torch.zeros(shape, dtype=dtype)
        else:
            widest = 1 / math.sqrt(shape[0])
            weights[name] = torch.rand(shape, generator=generator, dtype=dtype).mul_(2 * widest).sub_(widest)
    weights["controller.bias"][u : 2 * u] = 1
    weights["heads"] *= _STRONGER
    return weights


def begin(design: Design, batch: int, dtype: torch.dtype = torch.float32, device: torch.device | None = None) -> State:
    """Return the state before the first time step of B = `batch` episodes: an empty memory, row 0 read and used."""
    n, m, h = design.locations, design.width, design.heads
    usage = torch.zeros(batch, n, dtype=dtype, device=device)
    usage[:, 0] = 1
    nothing = usage.new_zeros(batch, design.units)
    memory = usage.new_full((batch, n, m), _BEGINNING)
    return State(nothing, nothing, usage.new_zeros(batch, h, m), usage.unsqueeze(1).repeat(1, h, 1), usage, memory)


def run(design: Design, weights: Weights, inputs: Tensor) -> Trajectory:
    """Return the course of episodes `inputs` (T, B, X) from an empty memory."""
    return resume(design, weights, begin(design, inputs.shape[1], inputs.dtype, inputs.device), inputs)


def resume(design: Design, weights: Weights, state: State, inputs: Tensor) -> Trajectory:
    """Return the course of `inputs` (T, B, X) from `state`, such as `Trajectory.after` a time step."""
    steps = _walk(design, weights, state, inputs)
    after = [step.then for step in steps]
    hidden, reads = torch.stack([s.hidden for s in after]), torch.stack([s.reads for s in after])
    return Trajectory(
        gates=torch.stack([step.gates for step in steps]).view(*hidden.shape[:2], 4, -1),
        key=torch.stack([step.key for step in steps]),
        add=torch.stack([step.add for step in steps]),
        gate=torch.stack([step.gate for step in steps]),
        least_used=torch.stack([step.least_used for step in steps]),
        write_weights=torch.stack([step.write_weights for step in steps]),
        read_weights=torch.stack([s.read_weights for s in after]),
        usage=torch.stack([s.usage for s in after]),
        reads=reads,
        memory=torch.stack([s.memory for s in after]),
        hidden=hidden,
        cell=torch.stack([s.cell for s in after]),
        outputs=_outputs(weights, hidden, reads),
    )


def cost(outputs: Tensor, labels: Tensor) -> Tensor:
    """Return the mean cross-entropy of outputs (T, B, Y) before their softmax and labels (T, B), in nats."""
    return F.cross_entropy(outputs.flatten(0, 1), labels.flatten())


def mistakes(outputs: Tensor, labels: Tensor) -> Tensor:
    """Return the derivative of `cost` by the outputs, (T, B, Y): what answers lack, over their number."""
    wrong = outputs.softmax(-1)
    wrong.scatter_add_(-1, labels.unsqueeze(-1), wrong.new_full((), -1).expand(*labels.shape, 1))
    return wrong.div_(labels.numel())


def lesson(design: Design, weights: Weights, inputs: Tensor, labels: Tensor) -> tuple[Tensor, Weights]:
    """Return the outputs (T, B, Y) of whole episodes and the gradient of their `cost`, by autograd.

    Args:
        design: the network's sizes.
        weights: named and shaped as in `initial`.
        inputs: (T, B, X).
        labels: (T, B).
    """
    with torch.enable_grad():
        traced = {name: weight.detach().requires_grad_() for name, weight in weights.items()}
        first = begin(design, inputs.shape[1], inputs.dtype, inputs.device)
        after = [step.then for step in _walk(design, traced, first, inputs)]
        outputs = _outputs(traced, torch.stack([s.hidden for s in after]), torch.stack([s.reads for s in after]))
        gradient = torch.autograd.grad(cost(outputs, labels), list(traced.values()))
    return outputs.detach(), dict(zip(traced, gradient, strict=True))


def _walk(design: Design, weights: Weights, state: State, inputs: Tensor) -> list[_Step]:
    driven = inputs @ weights["controller.input"] + weights["controller.bias"]  # (T, B, 4U), all steps at once
    steps = []
    for row in driven.unbind():
        steps.append(_step(design, weights, state, row))
        state = steps[-1].then
    return steps


def _step(design: Design, weights: Weights, state: State, driven: Tensor) -> _Step:
    """Do one time step; `driven` (B, 4U) is the inputs' part of the controller's gates."""
    gates, hidden, cell = _control(weights, state, driven)
    key, add, gate = _told(design, weights, hidden)
    least_used = rows.least_used(state.usage, design.heads)  # (B, H)
    write_weights = rows.write_weights(gate, state.read_weights, least_used)  # (B, H, N)
    memory = rows.write(rows.erase(state.memory, least_used), write_weights, add)  # (B, N, M)
    read_weights = rows.read_weights(key, memory, design.sharpness)  # (B, H, N)
    reads = rows.read(memory, read_weights)  # (B, H, M)
    usage = rows.use(state.usage, design.decay, read_weights.detach(), write_weights.detach())  # (B, N)
    then = State(hidden, cell, reads, read_weights, usage, memory)
    return _Step(gates, key, add, gate, least_used, write_weights, then)


def _control(weights: Weights, state: State, driven: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return the gates (B, 4U), h and c, (B, U) each."""
    seen = torch.cat([state.hidden, state.reads.flatten(1)], 1)  # (B, F)
    raw = torch.addmm(driven, seen, weights["controller.state"])  # (B, 4U)
    units = state.cell.shape[1]
    opened, z = raw[:, : 3 * units].sigmoid(), raw[:, 3 * units :].tanh()
    z_i, z_f, z_o = opened.chunk(3, 1)  # (B, U) each
    cell = torch.addcmul(z_f * state.cell, z_i, z)
    return torch.cat([opened, z], 1), z_o * cell.tanh(), cell


def _told(design: Design, weights: Weights, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return key and add, (B, H, M) each, and gate (B, H)."""
    raw = torch.addmm(weights["heads.bias"], hidden, weights["heads"])  # (B, `columns`)
    vectors = raw[:, : -design.heads].tanh().view(len(raw), -1, design.heads, design.width)  # (B, 1 or 2, H, M)
    return vectors[:, 0], vectors[:, -1], raw[:, -design.heads :].sigmoid()


def _outputs(weights: Weights, hidden: Tensor, reads: Tensor) -> Tensor:
    """Return outputs (T, B, Y) of h (T, B, U) and r (T, B, H, M)."""
    return torch.cat([hidden, reads.flatten(2)], 2) @ weights["output"] + weights["output.bias"]
