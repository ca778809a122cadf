"""Second derivatives of relu policies, with everything computed once that does not depend on the vector.

Where no unit bends, a mean is a polynomial of the weights that is linear in each layer. So products with v need no pass
through the layers: with B = d mu / d a of each layer's inputs a, J v = sum B (seen V), and J^T r has the deltas r B.
What the second derivative of the mean adds, sum_n g_n d²mu_n, pairs a layer's weights with another's; the sums over
states of what stands between two of them are matrices of units by units, made once. It is for two hidden layers:
between the first and the last of three lies a sum over pairs of units.
"""

from __future__ import annotations

from typing import final

import torch
from torch import Tensor

from simulator.learners.policy_gradient.linearization import Linearization, Part, Pulls, crossed, narrow
from simulator.learners.policy_gradient.policy import Policy

LAYERS = 2  # hidden ones


def suits(policy: Policy) -> bool:
    """Return whether a policy's products can be made here."""
    return policy.activation == "relu" and len(policy.hidden) == LAYERS


@final
class Piecewise:
    """Products with second derivatives near the parameters of a linearization; as `Linearization` has them.

    Args:
        policy: the sizes; `suits` it.
        near: of the states.
        pulls: of the actions; None: only `fisher` is asked for.
    """

    def __init__(self, policy: Policy, near: Linearization, pulls: Pulls | None) -> None:
        assert suits(policy), "two hidden layers of relu"
        self._sizes = [len(part.mean) for part in near.parts]
        pull = [None] * len(self._sizes) if pulls is None else pulls.pull.split_with_sizes(self._sizes)
        self._parts = [_Piece(policy, *each) for each in zip(near.parts, pull, strict=True)]

    def bent(self, pulls: Pulls, v: Tensor) -> Tensor:
        """Return the Hessian of sum_n w_n log pi_n times v (T, P), (T, P); with the pulls that it was made with."""
        given = [each.split_with_sizes(self._sizes) for each in (pulls.weights, pulls.pull, pulls.squares, v)]
        return torch.cat([part.bent(*row) for part, row in zip(self._parts, zip(*given, strict=True), strict=True)])

    def fisher(self, weights: Tensor, v: Tensor) -> Tensor:
        """Return the Hessian of sum_n w_n KL(pi, pi_theta) at pi = pi_theta times v (T, P), (T, P)."""
        given = [each.split_with_sizes(self._sizes) for each in (weights, v)]
        return torch.cat([part.fisher(*row) for part, row in zip(self._parts, zip(*given, strict=True), strict=True)])


@final
class _Piece:
    """The same of a few of the tasks. Axes in the comments: N states, I inputs and 1, A and B units of the layers."""

    def __init__(self, policy: Policy, part: Part, pull: Tensor | None) -> None:
        self._policy, self._part = policy, part
        states, first, self._second = part.seen
        self._states = with_ones(states)  # (T, N, I)
        self._first = with_ones(first)  # (T, N, A + 1)
        self._open = [(seen > 0).to(seen.dtype) for seen in part.seen[1:]]  # 1 or 0, (T, N, A or B)
        (_, _), (self._middle, _), (self._last, _) = part.layers  # (T, A, B), (T, B, 2)
        through = [self._open[1] * self._last[..., out].unsqueeze(1) for out in range(2)]
        self._by_first = [
            (each @ self._middle.mT).mul_(self._open[0]) for each in through
        ]  # d mu / d a, (T, N, A) each
        if pull is not None:
            self._pair(pull)

    def _pair(self, pull: Tensor) -> None:
        """Add up what lies between the weights of two layers."""
        by_pull = [self._first * pull[..., out : out + 1] for out in range(2)]
        self._to_last = torch.stack([each.mT @ self._open[1] for each in by_pull], -1)  # (T, A + 1, B, 2)
        inputs = self._states.shape[-1]
        each = [
            [
                (self._open[0] * (self._states[..., i : i + 1] * pull[..., out : out + 1])).mT @ self._open[1]
                for out in (0, 1)
            ]
            for i in range(inputs)
        ]
        between = torch.stack([torch.stack(row, -1) for row in each], 1)  # (T, I, A, B, 2)
        self._to_middle = (between * self._last[:, None, None]).sum(-1)  # (T, I, A, B)
        self._across = between * self._middle[:, None, :, :, None]  # (T, I, A, B, 2)

    def bent(self, weights: Tensor, pull: Tensor, squares: Tensor, v: Tensor) -> Tensor:
        """Return the Hessian of sum_n w_n log pi_n times v, (T, P)."""
        mean, by_std, inverse = self._along(v), v[:, None, -2:], self._part.inverse
        moving = -(weights.unsqueeze(-1) * mean * inverse.square() + 2 * pull * by_std)
        of_std = -2 * ((pull * mean).sum(1) + squares * v[:, -2:])
        first, middle, last = self._moves(v)
        tasks, inputs, a, b = self._to_middle.shape
        across = self._across.view(tasks, inputs * a, b * 2)
        by_last = last[:, :-1].reshape(tasks, b * 2, 1)  # of the weights alone
        of_first = (self._to_middle * middle[:, None, :-1]).sum(-1) + (across @ by_last).view(tasks, inputs, a)
        of_middle = (self._to_last * last[:, None, :-1]).sum(-1)
        of_middle[:, :-1] += (self._to_middle * first.unsqueeze(-1)).sum(1)
        of_last = (self._to_last * middle.unsqueeze(-1)).sum(1)
        of_last += (first.reshape(tasks, 1, inputs * a) @ across).view(tasks, b, 2)
        found = self._back(moving)
        found[0] += of_first.flatten(1)
        found[1] += of_middle.flatten(1)
        found[2][:, :-2] += of_last.flatten(1)
        return torch.cat([*found, of_std], -1)

    def fisher(self, weights: Tensor, v: Tensor) -> Tensor:
        """Return the Fisher matrix's product with v, (T, P)."""
        moving = weights.unsqueeze(-1) * self._along(v) * self._part.inverse.square()
        return torch.cat([*self._back(moving), 2 * weights.sum(1, keepdim=True) * v[:, -2:]], -1)

    def _moves(self, v: Tensor) -> list[Tensor]:
        """Return each layer's part of v, weights above biases, (T, in + 1, out)."""
        sizes = self._policy.sizes
        pieces = v.split_with_sizes([*(a + b for a, b in zip(sizes[:-1:2], sizes[1::2], strict=True)), sizes[-1]], -1)
        return [piece.view(len(v), -1, out) for piece, out in zip(pieces[:-1], self._policy.widths[1:], strict=True)]

    def _along(self, v: Tensor) -> Tensor:
        """Return how the means (T, N, 2) move along v."""
        first, middle, last = self._moves(v)
        found = narrow((self._first @ middle).mul_(self._open[1]), self._last)
        found = found + narrow(self._second, last[:, :-1]) + last[:, -1:]
        moved = self._states @ first
        return found + torch.stack([(moved * each).sum(-1) for each in self._by_first], -1)

    def _back(self, delta: Tensor) -> list[Tensor]:
        """Return the gradient's pieces (T, n), one for each layer, for deltas (T, N, 2) of the means."""
        one, other = self._by_first
        first = (one * delta[..., :1]).addcmul_(other, delta[..., 1:])
        middle = (delta @ self._last.mT).mul_(self._open[1])
        last = torch.cat([crossed(self._second, delta), delta.sum(1, keepdim=True)], 1)
        return [
            (self._states.mT @ first).flatten(1),
            (self._first.mT @ middle).flatten(1),
            last.flatten(1),
        ]


def with_ones(values: Tensor) -> Tensor:
    """Return values (T, N, m) with a column of ones."""
    return torch.cat([values, values.new_ones(*values.shape[:-1], 1)], -1)
