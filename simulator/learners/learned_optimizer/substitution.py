"""Turns the LSTM cell into gradient descent by substitutions: c -> theta, z -> -gradient, z^f -> 1, z^i -> eta.

Five cells run side by side, the axis M everywhere: in cell m the first m substitutions are made. All have the plain
LSTM's form (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000; n = d memory cells):

    z = tanh(W [x, h]),   z^i, z^f, z^o = sigma(W^i [x, h]), sigma(W^f [x, h]), sigma(W^o [x, h])
    c^t = z^f . c^{t-1} + z^i . z,   h^t = z^o . tanh(c^t),   y^t = sigma(W' h^t)

with x^t the gradient and the loss at the current guess of theta, and a bias in every W.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Generator, Tensor

from metascope.simulator.tasks.landscapes import Landscapes

CELLS = 5
Z, Z_I, Z_F, Z_O = range(4)  # rows of `Weights.gates`, in the lecture's order
REPLACES_C, REPLACES_Z, REPLACES_FORGET, REPLACES_INPUT = range(1, CELLS)  # the first cell with each substitution
HIGHEST_LOSS = 1e6  # a step to a higher loss is not taken
SPREAD = 0.1  # weights are drawn uniformly within this of 0
FIRST_BIASES = (0.0, -2.0, 3.0, 0.0)  # of z, z^i (opens to 0.12), z^f (to 0.95) and z^o: nearly gradient descent


@dataclass(frozen=True)
class Weights:
    """The weights of the five cells. Every W multiplies [x, h, 1], 2d + 2 numbers, so its last column is the bias.

    If a substitution has replaced a gate, its weights have no effect.
    """

    gates: Tensor  # (M, 4, d, 2d + 2): W, W^i, W^f, W^o
    output: Tensor  # (M, d, d + 1): W' of [h, 1]; only the plain LSTM has a y

    def flat(self) -> Tensor:
        """Return all weights as one row per cell, (M, P)."""
        return torch.cat([self.gates.flatten(1), self.output.flatten(1)], 1)


@dataclass(frozen=True)
class Trajectory:
    """T steps of the five cells on N tasks from S starts, including quantities that a cell does not use."""

    x: Tensor  # (T, M, S, N, d + 1) gradient and loss that the step sees
    gates: Tensor  # (T, 4, M, S, N, d): z, z^i, z^f, z^o
    y: Tensor  # (T, M, S, N, d)
    refused: Tensor  # (T, M, S, N) bool: the step would have left the landscape and was not taken
    c: Tensor  # (T + 1, M, S, N, d)
    h: Tensor  # (T + 1, M, S, N, d)
    theta: Tensor  # (T + 1, M, S, N, d)
    loss: Tensor  # (T + 1, M, S, N)
    gradient: Tensor  # (T + 1, M, S, N, d)


def drawn(dimension: int, generator: Generator) -> Weights:
    """Return initial weights, the same for every cell, so that cells differ only by their substitutions."""
    inputs = 2 * dimension + 2
    gates = SPREAD * (2 * torch.rand(4, dimension, inputs, generator=generator, dtype=torch.float64) - 1)
    gates[..., -1] = torch.tensor(FIRST_BIASES, dtype=torch.float64)[:, None]
    output = 2 * torch.rand(dimension, dimension + 1, generator=generator, dtype=torch.float64) - 1
    output[..., -1] = 0.0
    return Weights(gates.repeat(CELLS, 1, 1, 1), output.repeat(CELLS, 1, 1))


def unflat(flat: Tensor, dimension: int) -> Weights:
    """Return the weights that `Weights.flat` turned into one row per cell, (M, P)."""
    size = 4 * dimension * (2 * dimension + 2)
    gates = flat[:, :size].view(-1, 4, dimension, 2 * dimension + 2)
    return Weights(gates, flat[:, size:].view(-1, dimension, dimension + 1))


def unroll(
    weights: Weights, landscapes: Landscapes, starts: Tensor, steps: int, eta: float, span: tuple[float, float]
) -> Trajectory:
    """Return the course of `steps` steps from `starts`.

    What a step sees of the loss, x and the -gradient in place of z, counts as independent of theta and the weights: no
    second derivatives, as in the lecture. Everything else can be differentiated.

    Args:
        weights: of the five cells.
        landscapes: N tasks.
        starts: theta^0, (S, N, d).
        steps: T.
        eta: the learning rate in place of z^i.
        span: the ends of the range to which the plain LSTM's y in [0, 1] is mapped as theta.
    """
    theta = starts.expand(CELLS, *starts.shape)  # (M, S, N, d)
    loss, gradient = _seen(landscapes, theta)
    state = _State(torch.where(_cells() >= REPLACES_C, theta, 0.0), torch.zeros_like(theta), theta, loss, gradient)
    states, done = [state], []
    for _ in range(steps):
        x = torch.cat([state.gradient, state.loss.unsqueeze(-1)], -1)  # (M, S, N, d + 1)
        gates = _gates(weights, x, state, eta)  # (4, M, S, N, d)
        y, guessed = _guess(weights, landscapes, gates, state, span)
        refused = ~(guessed.loss <= HIGHEST_LOSS)  # (M, S, N), also true where it is NaN
        state = state.unless(refused, guessed)
        states.append(state)
        done.append((x, gates, y, refused))
    return Trajectory(*map(torch.stack, zip(*done, strict=True)), *map(torch.stack, zip(*states, strict=True)))


def objective_gradient(weights: Weights, course: Trajectory, last_only: bool) -> tuple[Tensor, Tensor]:
    """Return each cell's objective, (M,), and its gradient, (M, P), through the unrolled course.

    The objective is the loss, averaged over starts, tasks and steps 1..T (or at step T alone). Its gradient needs no
    second pass through the tasks: d loss / d weights = sum_t gradient(theta^t)' d theta^t / d weights.

    Args:
        weights: those of the course, leaves that require a gradient.
        course: computed with gradients enabled.
        last_only: use only the loss at theta^T.
    """
    judged = slice(-1, None) if last_only else slice(1, None)
    share = 1.0 / (course.loss[judged, 0].numel())
    pull = (course.theta[judged] * course.gradient[judged]).sum() * share
    found = torch.autograd.grad(pull, [weights.gates, weights.output])
    return course.loss[judged].mean((0, 2, 3)), Weights(*found).flat()


def _seen(landscapes: Landscapes, theta: Tensor) -> tuple[Tensor, Tensor]:
    """Return loss (M, S, N) and gradient (M, S, N, d) detached from any graph."""
    at = theta.detach()
    return landscapes.loss(at), landscapes.gradient(at)


class _State(NamedTuple):
    """The state of the cells between two steps, (M, S, N, d); the loss has no last axis."""

    c: Tensor
    h: Tensor
    theta: Tensor
    loss: Tensor
    gradient: Tensor

    def unless(self, refused: Tensor, other: _State) -> _State:
        """Return `other`, but this state where `refused` (M, S, N) is true."""
        return _State(
            *(
                torch.where(refused if new.ndim == refused.ndim else refused.unsqueeze(-1), old, new)
                for old, new in zip(self, other, strict=True)
            )
        )


def _gates(weights: Weights, x: Tensor, state: _State, eta: float) -> Tensor:
    """Return z, z^i, z^f and z^o, (4, M, S, N, d), with each cell's substitutions."""
    inputs = _with_one(torch.cat([x, state.h], -1))  # (M, S, N, 2d + 2)
    summed = torch.einsum("mgjk,msnk->gmsnj", weights.gates, inputs)
    cell = _cells()
    z = torch.where(cell >= REPLACES_Z, -state.gradient, torch.tanh(summed[Z]))
    z_i = torch.where(cell >= REPLACES_INPUT, eta, torch.sigmoid(summed[Z_I]))
    z_f = torch.where(cell >= REPLACES_FORGET, 1.0, torch.sigmoid(summed[Z_F]))
    return torch.stack([z, z_i, z_f, torch.sigmoid(summed[Z_O])])


def _guess(
    weights: Weights, landscapes: Landscapes, gates: Tensor, state: _State, span: tuple[float, float]
) -> tuple[Tensor, _State]:
    """Return y and the state that the gates lead to."""
    c = gates[Z_F] * state.c + gates[Z_I] * gates[Z]
    h = gates[Z_O] * torch.tanh(c)
    y = torch.sigmoid(torch.einsum("mjk,msnk->msnj", weights.output, _with_one(h)))
    theta = torch.where(_cells() >= REPLACES_C, c, span[0] + (span[1] - span[0]) * y)
    return y, _State(c, h, theta, *_seen(landscapes, theta))


def _cells() -> Tensor:
    """Return each cell's number, (M, 1, 1, 1), to compare with the first cell that has a substitution."""
    return torch.arange(CELLS).view(-1, 1, 1, 1)


def _with_one(inputs: Tensor) -> Tensor:
    return torch.cat([inputs, torch.ones_like(inputs[..., :1])], -1)
