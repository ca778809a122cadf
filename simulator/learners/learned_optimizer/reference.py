"""Implements optimizers that are an LSTM, theta_t = z^f theta_{t-1} + z^i z, with one cell for all coordinates.

Gates over the gradient: Ravi and Larochelle (2017); an LSTM whose output is added: Andrychowicz et al. (2016); both at
once: Lee's lecture. This module is written for readability and autograd; `unrolling` computes the same fast.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Generator, Tensor

from metascope.simulator.learners.learned_optimizer import cell

Weights = dict[str, Tensor]
Variant = Literal["gradient-descent", "gates", "additive", "combined"]

_P = 10.0  # of the preprocessing (Andrychowicz et al., appendix A)
_SMALL = 0.01  # bound on the gates' initial weights
_AROUND = 0.5  # bound on the distance of their initial biases from the centres


@dataclass(frozen=True)
class Design:
    """The kind of optimizer, and the inputs of its cell.

    The variants: "gradient-descent" has z^f = 1 - eta * decay, z^i = eta and z = -gradient, and learns nothing; "gates"
    learns both gates; "additive" has z^f = z^i = 1 and learns z; "combined" learns all three.
    """

    variant: Variant
    units: int = 20  # H of each LSTM layer
    layers: int = 2  # L; 0 only for "gates": they see the inputs directly, as in the paper's equation
    sees_gradient: bool = True
    sees_loss: bool = False
    sees_theta: bool = False  # the gates see theta, the LSTM does not
    sees_gates: bool = False  # the gates see their own values at the previous update, 0 at first
    logsign: bool = False  # gradient and loss are preprocessed, see `logsign`
    scale: float = 0.1  # of the LSTM's output in "additive" and "combined"
    forget_bias: float = 4.5  # centre of b_F's initial value
    input_bias: float = -4.5  # centre of b_I's initial value
    eta: float = 0.1  # the learning rate of "gradient-descent"
    decay: float = 0.0  # its weight decay lambda

    @property
    def learns(self) -> bool:
        """Whether there is anything to meta-train."""
        return self.variant != "gradient-descent"

    @property
    def gated(self) -> bool:
        """Whether z^f and z^i are learned."""
        return self.variant in ("gates", "combined")

    @property
    def proposes(self) -> bool:
        """Whether z is learned; it is -gradient otherwise."""
        return self.variant in ("additive", "combined")

    @property
    def inputs(self) -> int:
        """X, the number of input rows in which the LSTM sees gradient and loss."""
        return (2 if self.logsign else 1) * (self.sees_gradient + self.sees_loss)

    @property
    def features(self) -> int:
        """The number of rows of the LSTM's output (or, without one, of the inputs) from which gates and z come."""
        return self.units if self.layers else self.inputs


@dataclass(frozen=True)
class Memory:
    """The optimizer's state for each coordinate between updates. Axes: H units, N coordinates."""

    hidden: tuple[Tensor, ...]  # h of each layer, (H, N)
    cell: tuple[Tensor, ...]  # c of each layer, (H, N)
    forget: Tensor  # z^f of the last update, (N,)
    input: Tensor  # z^i of the last update, (N,)


@dataclass(frozen=True)
class Updated:
    """One update: theta = forget * (theta before) + input * candidate. N coordinates."""

    theta: Tensor  # (N,)
    memory: Memory
    forget: Tensor  # z^f, (N,)
    input: Tensor  # z^i, (N,)
    candidate: Tensor  # z, (N,)


def initial(design: Design, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
    """Return initial weights for meta-training.

    By name: "lstm1", "lstm2", ... (4H, X + H + 1) as `cell.step` has them; "forget" and "input" (E + 1,) of the gates,
    for those of the E rows [h; theta; previous gate] that are seen; "candidate" (H + 1,) of z. Biases come last.
    """
    if not design.learns:
        return {}
    below = [design.inputs, *[design.units] * (design.layers - 1)][: design.layers]
    weights = {f"lstm{i}": cell.initial(rows, design.units, generator, dtype) for i, rows in enumerate(below, start=1)}
    if design.gated:
        weights["forget"] = _gate(design, design.forget_bias, generator, dtype)
        weights["input"] = _gate(design, design.input_bias, generator, dtype)
    if design.proposes:
        weights["candidate"] = _uniform(design.features + 1, 1 / math.sqrt(design.features), generator, dtype)
    return weights


def _gate(design: Design, centre: float, generator: Generator, dtype: torch.dtype) -> Tensor:
    rows = design.features + design.sees_theta + design.sees_gates
    small = _uniform(rows, _SMALL, generator, dtype)
    return torch.cat([small, _uniform(1, _AROUND, generator, dtype) + centre])


def _uniform(count: int, widest: float, generator: Generator, dtype: torch.dtype) -> Tensor:
    return torch.rand(count, generator=generator, dtype=dtype).mul_(2 * widest).sub_(widest)


def fresh(
    design: Design, coordinates: int, dtype: torch.dtype = torch.float32, device: torch.device | None = None
) -> Memory:
    """Return the memory before the first update: zeros."""
    gate = torch.zeros(coordinates, dtype=dtype, device=device)
    states = tuple(gate.new_zeros(design.units, coordinates) for _ in range(_layers(design)))
    return Memory(states, states, gate, gate)


def _layers(design: Design) -> int:
    return design.layers if design.learns else 0


def update(design: Design, weights: Weights, memory: Memory, theta: Tensor, gradient: Tensor, loss: Tensor) -> Updated:
    """Return `theta` (N,) after one update: theta_t = z^f theta_{t-1} + z^i z.

    Args:
        design: the equations and their inputs.
        weights: named and shaped as in `initial`.
        memory: after the previous update.
        theta: theta_{t-1}, (N,).
        gradient: at theta_{t-1}, (N,).
        loss: at theta_{t-1}, of each coordinate's problem, (N,).
    """
    x = seen(design, gradient, loss)  # (X, N)
    hidden, cells = [], []
    for i in range(_layers(design)):
        after = cell.step(weights[f"lstm{i + 1}"], x, memory.hidden[i], memory.cell[i])
        hidden.append(after.hidden)
        cells.append(after.cell)
        x = after.hidden  # (H, N)
    forget, taken = _gates(design, weights, x, theta, memory)
    candidate = design.scale * _linear(weights["candidate"], [x]) if design.proposes else -gradient
    then = Memory(tuple(hidden), tuple(cells), forget, taken)
    return Updated(forget * theta + taken * candidate, then, forget, taken, candidate)


def _gates(design: Design, weights: Weights, x: Tensor, theta: Tensor, memory: Memory) -> tuple[Tensor, Tensor]:
    """Return z^f and z^i, (N,) each."""
    if not design.gated:
        keep, take = (1.0, 1.0) if design.learns else (1 - design.eta * design.decay, design.eta)
        return torch.full_like(theta, keep), torch.full_like(theta, take)
    also = [theta.unsqueeze(0)] if design.sees_theta else []
    before = [[gate.unsqueeze(0)] if design.sees_gates else [] for gate in (memory.forget, memory.input)]
    forget = _linear(weights["forget"], [x, *also, *before[0]])
    taken = _linear(weights["input"], [x, *also, *before[1]])
    return forget.sigmoid(), taken.sigmoid()


def _linear(weight: Tensor, rows: list[Tensor]) -> Tensor:
    """Return W [rows; 1], (N,)."""
    return weight[:-1] @ torch.cat(rows) + weight[-1]


def seen(design: Design, gradient: Tensor, loss: Tensor) -> Tensor:
    """Return the input rows (X, N) for gradient and loss, (N,) each."""
    given = [gradient] * design.sees_gradient + [loss] * design.sees_loss
    if design.logsign:
        given = [row for value in given for row in logsign(value)]
    return torch.stack(given) if given else gradient.new_empty(0, len(gradient))


def logsign(x: Tensor) -> tuple[Tensor, Tensor]:
    """Return (log|x| / p, sgn x) where |x| >= e^-p and (-1, e^p x) elsewhere, p = 10 (Andrychowicz et al., app. A)."""
    size = x.abs()
    large = size >= math.exp(-_P)
    logarithm = torch.where(large, size, 1.0).log() / _P  # of 1 where it is not used, so that its derivative exists
    return torch.where(large, logarithm, -1.0), torch.where(large, x.sign(), math.exp(_P) * x)


def logsign_into(x: Tensor, rows: Tensor) -> None:
    """Write `logsign` of x (N,) into rows (2, N), without a graph; clamping makes both branches meet."""
    torch.abs(x, out=rows[0]).log_().div_(_P).clamp_(min=-1.0)
    torch.mul(x, math.exp(_P), out=rows[1]).clamp_(-1.0, 1.0)


def flat(weights: Weights) -> Tensor:
    """Return all weights as one vector, in the dict's order, for a meta-optimizer."""
    return torch.cat([weight.flatten() for weight in weights.values()]) if weights else torch.empty(0)


def shaped(vector: Tensor, like: Weights) -> Weights:
    """Return the inverse of `flat`: views of `vector` with the names and shapes of `like`."""
    parts = torch.split(vector, [weight.numel() for weight in like.values()])
    return {name: part.view_as(like[name]) for (name, part) in zip(like, parts, strict=True)}
