"""Second derivatives of relu policies, by blocks of states in which most units do not bend.

Where no unit changes between on and off, a network is linear in what it is given. In a block of states (see `sectors`)
so are all units that are always on, in e = (x, 1, mixed units of the first layer): z = e E gives the second layer, and
the mean is e and the mixed units of the second layer times a matrix. So a pass through the block's states handles its
mixed units alone, and what the other units do is one product for each block, of 3 rows in place of the states'. The
derivatives along v are those of these formulas; a dot in comments marks them.
"""

from __future__ import annotations

from typing import final

import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.linearization import Linearization, Pulls
from metascope.simulator.learners.policy_gradient.policy import ACTIONS, Policy
from metascope.simulator.learners.policy_gradient.products.passing import Blocks, Given, Moves, Network, Sums
from metascope.simulator.learners.policy_gradient.products.quadrature import Multiply
from metascope.simulator.learners.policy_gradient.products.sectors import sectors

LAYERS = 2  # hidden ones


def suits(policy: Policy) -> bool:
    """Return whether a policy's products can be made here."""
    return policy.activation == "relu" and len(policy.hidden) == LAYERS


@final
class Piecewise:
    """Products with second derivatives near the parameters of a linearization.

    T tasks, G blocks of each, I inputs and 1, A and B units of the layers.

    Args:
        policy: the sizes; `suits` it.
        near: of the states.
    """

    def __init__(self, policy: Policy, near: Linearization) -> None:
        assert suits(policy), "two hidden layers of relu"
        found = sectors(near)
        self._policy = policy
        self._on, self._blocks = found.on, (found.on[0].shape[0], found.on[0].shape[1])
        states = torch.cat([part.seen[0] for part in near.parts])
        inverse = torch.cat([part.inverse for part in near.parts])
        theta = [
            [torch.cat([part.layers[layer][kind] for part in near.parts]) for kind in (0, 1)] for layer in range(3)
        ]
        (first, by_one), (self._middle, middle_biases), (last, _) = theta
        self._first = self._of_first(torch.cat([first, by_one], 1))  # W1 that is on, (T, G I, A)
        self._last = self._of_last(last)  # W3' that is on, (T, G 2, B)
        self._through = self._first @ self._middle  # E, (T, G I, B)
        self._by_block(self._through)[:, :, -1] += middle_biases
        self._behind = self._last @ self._middle.mT  # Q: the mean by the first layer's units, (T, G 2, A)
        x = torch.cat([states, torch.ones_like(states[..., :1])], -1)
        self._inverse = inverse.square()[:, 0]  # (T, 2)
        whole = torch.cat([first, by_one], 1)
        network = Network(
            self._blocks, whole, self._middle.contiguous(), last.contiguous(), self._through, self._behind
        )
        self._likes = [Blocks(like, x, network) for like in found.likes]

    def gradient(self, pulls: Pulls) -> Tensor:
        """Return the gradient (T, P) of sum_n w_n log pi_n."""
        sums = self._nothing()
        for like in self._likes:
            like.back(like.taken(pulls.pull), sums)
        return torch.cat([*self._gathered(sums), pulls.squares - pulls.weights.sum(1, keepdim=True)], -1)

    def bending(self, pulls: Pulls) -> Multiply:
        """Return what multiplies the Hessian of sum_n w_n log pi_n by vectors (T, P)."""
        old = self._nothing()
        given = list[Given]()
        for like in self._likes:
            weights, pull = like.taken(pulls.weights.unsqueeze(-1)), like.taken(pulls.pull)
            given.append(Given(-weights * like.of_task(self._inverse), pull, like.back(pull, old)))
        delta = self._delta(old)

        def product(v: Tensor) -> Tensor:
            moves, sums = self._moves(v), self._nothing()
            by_std = v[:, -ACTIONS:].contiguous()
            for like, its in zip(self._likes, given, strict=True):
                like.through(its, moves, by_std, sums)
            of_std = -2 * (sums.along.view(*self._blocks, ACTIONS).sum(1) + pulls.squares * by_std)
            return torch.cat([*self._gathered(sums, moves, (old, delta)), of_std], -1)

        return product

    def fisher(self, weights: Tensor) -> Multiply:
        """Return what multiplies the Hessian of sum_n w_n KL(pi, pi_theta) at pi = pi_theta by vectors (T, P)."""
        rows = weights.unsqueeze(-1)
        given = [Given(like.taken(rows) * like.of_task(self._inverse)) for like in self._likes]
        total = 2 * weights.sum(1, keepdim=True)

        def product(v: Tensor) -> Tensor:
            moves, sums = self._moves(v), self._nothing()
            by_std = v[:, -ACTIONS:].contiguous()
            for like, its in zip(self._likes, given, strict=True):
                like.through(its, moves, by_std, sums)
            return torch.cat([*self._gathered(sums), total * by_std], -1)

        return product

    def _of_first(self, weights: Tensor) -> Tensor:
        """Return W1 (T, I, A) where units are on, (T, G I, A)."""
        return (weights.unsqueeze(1) * self._on[0].unsqueeze(2)).flatten(1, 2)

    def _of_last(self, weights: Tensor) -> Tensor:
        """Return W3' of W3 (T, B, 2) where units are on, (T, G 2, B)."""
        return (weights.mT.unsqueeze(1) * self._on[1].unsqueeze(2)).flatten(1, 2)

    def _by_block(self, rows: Tensor) -> Tensor:
        """Return (T, G m, n) as (T, G, m, n)."""
        return rows.view(*self._blocks, -1, rows.shape[-1])

    def _parted(self, v: Tensor) -> list[Tensor]:
        """Return v's parts: W1 with biases (T, I, A), W2 (T, A, B), b2 (T, 1, B), W3 (T, B, 2), b3 (T, 1, 2)."""
        (first, by_one), (middle, biases), (last, of_mean) = self._policy.parts(v)[0]
        return [torch.cat([first, by_one], 1), middle.contiguous(), biases, last.contiguous(), of_mean]

    def _moves(self, v: Tensor) -> Moves:
        parts = self._parted(v)
        whole, middle, biases, last, of_mean = parts
        first, behind = self._of_first(whole), self._of_last(last)
        through = torch.baddbmm(self._first @ middle, first, self._middle)
        self._by_block(through)[:, :, -1] += biases
        tops = zip((self._last, behind), (through, self._through), strict=True)
        one, other = (self._by_block(a).flatten(0, 1) @ self._by_block(b).flatten(0, 1).mT for a, b in tops)
        top = one.add_(other)
        top.view(*self._blocks, *top.shape[1:])[..., -1] += of_mean
        return Moves(parts, first, behind, through, torch.baddbmm(self._last @ middle.mT, behind, self._middle.mT), top)

    def _nothing(self) -> Sums:
        tasks, blocks = self._blocks
        inputs, a, b = self._first.shape[1] // blocks, *self._middle.shape[1:]

        def zeros(*shape: int) -> Tensor:
            return self._middle.new_zeros(*shape)

        weights = zeros(tasks * a, inputs), zeros(tasks * a * b), zeros(tasks * b, ACTIONS)
        count = tasks * blocks
        rows = zeros(count, ACTIONS, inputs), zeros(count, ACTIONS, a), zeros(count, inputs, b), zeros(count, ACTIONS)
        return Sums(*rows, weights)

    def _delta(self, sums: Sums, last: Tensor | None = None) -> Tensor:
        """Return sum_n x delta' of all units of the second layer, (T, G I, B)."""
        rows = (self._last if last is None else last).view(-1, ACTIONS, self._last.shape[-1])
        return (sums.by_input.mT @ rows).add_(sums.second).view(self._blocks[0], -1, rows.shape[-1])

    def _gathered(
        self, sums: Sums, moves: Moves | None = None, fixed: tuple[Sums, Tensor] | None = None
    ) -> list[Tensor]:
        """Return the pieces (T, n) of the gradient by the weights and biases, or of how it moves along v."""
        tasks, count = self._blocks
        delta = self._delta(sums)
        by_first = sums.by_first.view(tasks, count * ACTIONS, -1)
        through = self._through.view(tasks * count, -1, self._through.shape[-1])
        if moves is not None and fixed is not None:
            old, old_delta = fixed
            old_first = old.by_first.view(by_first.shape)
            delta = delta + (old.by_input.mT @ moves.last.view(-1, ACTIONS, moves.last.shape[-1])).view_as(delta)
        first = delta @ self._middle.mT  # (T, G I, A)
        middle = torch.baddbmm(self._first.mT @ delta, by_first.mT, self._last)
        last = (sums.by_input @ through).view_as(self._last).baddbmm_(by_first, self._middle)
        if moves is not None and fixed is not None:
            first.baddbmm_(old_delta, moves.parts[1].mT)
            middle.baddbmm_(moves.first.mT, old_delta).baddbmm_(old_first.mT, moves.last)
            moved = moves.through.view_as(through)
            last.add_((old.by_input @ moved).view_as(last)).baddbmm_(old_first, moves.parts[1])
        of_first, of_middle, of_last = sums.weights
        by_one = (self._by_block(first) * self._on[0].unsqueeze(2)).sum(1)  # (T, I, A)
        by_last = (self._by_block(last) * self._on[1].unsqueeze(2)).sum(1)  # (T, 2, B)
        return [
            (by_one + of_first.view(tasks, -1, by_one.shape[1]).mT).flatten(1),
            (middle + of_middle.view_as(middle)).flatten(1),
            self._by_block(delta)[:, :, -1].sum(1),
            (by_last.mT + of_last.view(tasks, -1, ACTIONS)).flatten(1),
            sums.by_input[..., -1].view(tasks, count, ACTIONS).sum(1),
        ]
