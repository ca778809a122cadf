"""Runs the LSTM F over the gradients of very many weights at once; its derivatives are written by hand.

Weights whose gradients begin alike share their states until they differ: a step has V values of the gradient, so after
t steps there are V^t states, and the last of T steps has most of the work. A few thousand states at a time stay in the
cache, forth and back: what is needed to go back is computed once more instead of being kept. The hyperbolic tangent is
2 sigmoid(2 x) - 1, which torch computes in a fraction of the time.

Axes: T steps, V values, U weights, C = V^T sequences of values, the last step's value slowest; K hidden units.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable
from typing_extensions import override

from metascope.simulator.learners.metanet.reference import LSTM, Part, told

_TOGETHER = 2048  # states of the last step


def last_output(weights: Mapping[str, Tensor], part: Part, gradients: Tensor) -> Tensor:
    """Return what F makes after the last of T steps, (C, U), of the values that gradients may have, (T, V, U)."""
    given = told(gradients).movedim(-1, 1).contiguous()  # (T, 2, V, U)
    found: Tensor = _Last.apply(given, *(weights[f"F.{part}.{name}"] for name in LSTM))  # type: ignore[no-untyped-call]
    return found


class _Last(torch.autograd.Function):
    """The last output of the LSTM, differentiated by its own weights alone."""

    @staticmethod
    @override
    def forward(ctx: Any, x: Tensor, of_x: Tensor, of_h: Tensor, bias: Tensor, out: Tensor, shift: Tensor) -> Tensor:
        """Return the outputs (C, U) of inputs (T, 2, V, U)."""
        doubled = _doubled(of_x, of_h, bias)
        ctx.save_for_backward(x, *doubled, out)
        parts = []
        for part in torch.split(x, _each(x), 3):
            h = _states(part, doubled)[-1][0]
            parts.append((out @ h.flatten(1)).view(h.shape[1:]))
        return torch.cat(parts, 1) + shift

    @staticmethod
    @override
    @once_differentiable
    def backward(ctx: Any, given: Tensor) -> tuple[Tensor | None, ...]:
        """Return the derivatives by the weights, by those of the outputs (C, U)."""
        x, of_x, of_h, bias, out = ctx.saved_tensors
        found = [torch.zeros_like(each) for each in (of_x, of_h, bias, out)]
        each = _each(x)
        for part, of_part in zip(torch.split(x, each, 3), torch.split(given, each, 1), strict=True):
            _back(part, of_part, (of_x, of_h, bias), out, found)
        for one in found[:3]:
            one[3 * len(out) :] *= 2
        return None, found[0].T, found[1].T, found[2], found[3], given.sum().view(1)


_State = tuple[Tensor, Tensor, Tensor, Tensor]  # h, c and tanh c (K, C, U), and the gates (4 K, V, C / V, U)


def _each(x: Tensor) -> int:
    """Return how many weights of x (T, 2, V, U) are computed together."""
    states: int = x.shape[2] ** x.shape[0]
    return max(1, _TOGETHER // states)


def _doubled(of_x: Tensor, of_h: Tensor, bias: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return the weights (4 K, ...), those of the last gate twice as large: its tangent is a sigmoid, too."""
    k = len(bias) // 4
    found = of_x.T.clone(), of_h.T.clone(), bias.clone()
    for one in found:
        one[3 * k :] *= 2
    return found


def _states(x: Tensor, weights: tuple[Tensor, ...]) -> list[_State]:
    """Return the states after each input of x (T, 2, V, U)."""
    of_x, of_h, bias = weights
    k, (_, _, values, count) = of_h.shape[1], x.shape
    h = c = x.new_zeros(k, 1, count)
    found: list[_State] = []
    for at in x:
        gates = torch.addmm(bias.unsqueeze(1), of_x, at.flatten(1)).view(4 * k, values, 1, count)
        if found:
            gates = gates + (of_h @ h.flatten(1)).view(4 * k, 1, -1, count)
        i, f, o, z = torch.split(gates.sigmoid_(), k)
        z.mul_(2).sub_(1)
        c = (f * c.unsqueeze(1)).addcmul_(i, z).view(k, -1, count)
        bent = (2 * c).sigmoid_().mul_(2).sub_(1)  # tanh c
        h = (o.flatten(1, 2) * bent) if values == 1 else (o.reshape(bent.shape) * bent)
        found.append((h, c, bent, gates))
    return found


def _back(x: Tensor, given: Tensor, weights: tuple[Tensor, ...], out: Tensor, found: list[Tensor]) -> None:
    """Add to `found` the derivatives by the weights, from those by the outputs (C, U) of inputs x (T, 2, V, U)."""
    _, of_h, _ = weights
    k, states = len(out), _states(x, weights)
    found[3] += states[-1][0].flatten(1) @ given.flatten()
    by_h, by_c = out.view(k, 1, 1) * given, given.new_zeros(())
    for t in reversed(range(len(states))):
        _, _, bent, gates = states[t]
        i, f, o, z = torch.split(gates, k)
        shape = i.shape
        by_h, bent = by_h.view(shape), bent.view(shape)
        by_c = (1 - bent.square()).mul_(o).mul_(by_h).add_(by_c.view(shape) if t < len(states) - 1 else 0)
        by_gates = torch.empty_like(gates)
        by_i, by_f, by_o, by_z = torch.split(by_gates, k)
        torch.mul(by_c, z, out=by_i).mul_(i).mul_(1 - i)
        if t:
            torch.mul(by_c, states[t - 1][1].unsqueeze(1), out=by_f).mul_(f).mul_(1 - f)
        else:
            by_f.zero_()
        torch.mul(by_h, bent, out=by_o).mul_(o).mul_(1 - o)
        torch.mul(by_c, i, out=by_z).mul_(1 - z.square()).mul_(0.5)
        by_input = by_gates.sum(2).flatten(1)  # (4 K, V U)
        found[0] += by_input @ x[t].flatten(1).T
        found[2] += by_input.sum(1)
        if t:
            before = by_gates.sum(1).flatten(1)  # (4 K, C / V U)
            found[1] += before @ states[t - 1][0].flatten(1).T
            by_h, by_c = of_h.T @ before, (by_c * f).sum(1)
