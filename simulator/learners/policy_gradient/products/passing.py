"""Passes through blocks of states of a relu policy, and back, along one vector: what mixed units do to means and sums.

A pass goes through the states of like blocks, with their mixed units alone. The names are those of `piecewise`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import final

import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.policy import ACTIONS
from metascope.simulator.learners.policy_gradient.products.sectors import Like


@dataclass(frozen=True)
class Network:
    """What blocks have alike."""

    blocks: tuple[int, int]  # T and G
    whole: Tensor  # W1 above its biases, (T, I, A)
    middle: Tensor  # W2, (T, A, B)
    last: Tensor  # W3, (T, B, 2)
    through: Tensor  # E, (T, G I, B)
    behind: Tensor  # Q, (T, G 2, A)


@dataclass(frozen=True)
class Moves:
    """How what the blocks have alike moves along v."""

    parts: list[Tensor]  # v's, as `Piecewise.parted` returns them
    first: Tensor  # of W1 that is on, (T, G I, A)
    last: Tensor  # of W3' that is on, (T, G 2, B)
    through: Tensor  # of E, (T, G I, B)
    behind: Tensor  # of Q, (T, G 2, A)
    top: Tensor  # of the mean by x and 1, (T G, 2, I)


@dataclass
class Sums:
    """What passes back through the blocks add up to; empty to begin with."""

    by_input: Tensor  # sum_n r x', (T G, 2, I)
    by_first: Tensor  # sum_n r h', of mixed units of the first layer, (T G, 2, A)
    second: Tensor  # sum_n x delta', of mixed units of the second layer, (T G, I, B)
    along: Tensor  # sum_n g mu_dot, (T G, 2)
    weights: tuple[Tensor, Tensor, Tensor]  # of mixed units alone: by W1' (T A, I), W2 (T A B), W3 (T B, 2)


@dataclass(frozen=True)
class Given:
    """What the actions in like blocks contribute to a product, (c, 2, n) each but for the last."""

    weights: Tensor  # the deltas of the means are these times how the means move
    pull: Tensor | None = None  # deltas that move along with the second layer; None: there are none
    fixed: Tensor | None = None  # what `Blocks.back` returns for `pull`, (c, M, n)


@final
class Blocks:
    """Like blocks, c of n states each, with K and M mixed units. States come last: (c, ..., n)."""

    def __init__(self, like: Like, x: Tensor, network: Network) -> None:
        self.blocks, self._states, self._real = like.blocks, like.states, like.real.unsqueeze(1)
        self._network = network
        (_, count), (a, b), inputs = network.blocks, network.middle.shape[1:], x.shape[-1]
        first, second = like.first, like.second
        k, m = first.shape[1], second.shape[1]
        self._sizes = inputs, k, m
        self._task = like.blocks // count
        task, block = self._task[:, None], like.blocks[:, None, None]
        self._at_first, self._at_last = task * a + first, task * b + second  # rows of (T A, .) and (T B, .)
        self._at_middle = (self._at_first * b).unsqueeze(1) + second.unsqueeze(2)  # of (T, A, B), (c, M, K)
        self._at_through = (block * inputs + torch.arange(inputs)) * b + second.unsqueeze(2)  # of (T, G I, B)
        actions = torch.arange(ACTIONS).unsqueeze(1)
        self._at_behind = (block * ACTIONS + actions) * a + first.unsqueeze(1)  # of (T, G 2, A), (c, 2, K)
        # What is known of the states: mixed units of the second layer, x and 1, those of the first, how both move.
        self._known = x.new_zeros(len(block), inputs + 2 * (k + m), like.states.shape[1])
        parts = self._known.split_with_sizes([m, inputs, k, k, m], 1)
        self._g, self._x, self._h, self._h_dot, self._g_dot = parts
        self._seen = self._known[:, m : m + inputs + 2 * k]
        self._x.copy_(x.flatten(0, 1)[like.states].mT)
        before = network.whole.mT.flatten(0, 1)[self._at_first] @ self._x
        self._h.copy_(before.relu())
        self._first_on = (before > 0).to(x.dtype)
        by_seen = torch.cat([network.through.take(self._at_through), self._middle], -1)
        before = by_seen @ self._seen[:, : inputs + k]
        self._g.copy_(before.relu())
        self._second_on = (before > 0).to(x.dtype)

    @cached_property
    def _middle(self) -> Tensor:
        """W2 between mixed units, (c, M, K)."""
        return self._network.middle.take(self._at_middle)

    @cached_property
    def _behind(self) -> Tensor:
        """Q of mixed units, (c, 2, K)."""
        return self._network.behind.take(self._at_behind)

    @cached_property
    def _last(self) -> Tensor:
        """W3 of mixed units, (c, M, 2)."""
        return self._network.last.flatten(0, 1)[self._at_last]

    def taken(self, values: Tensor) -> Tensor:
        """Return numbers (T, N, m) of the blocks' states, (c, m, n); 0 for what fills up."""
        return values.flatten(0, 1)[self._states].mT * self._real

    def of_task(self, values: Tensor) -> Tensor:
        """Return numbers (T, m) of the blocks' tasks, (c, m, 1)."""
        return values[self._task].unsqueeze(-1)

    def along(self, moves: Moves) -> Tensor:
        """Return how the means move along v, (c, 2, n), and keep how the mixed units do."""
        whole, middle, _, last, _ = moves.parts
        by_first = whole.mT.flatten(0, 1)[self._at_first]
        torch.mul(by_first @ self._x, self._first_on, out=self._h_dot)
        self._middle_dot, self._behind_dot = middle.take(self._at_middle), moves.behind.take(self._at_behind)
        self._last_dot = last.flatten(0, 1)[self._at_last]
        by_seen = torch.cat([moves.through.take(self._at_through), self._middle_dot, self._middle], -1)
        torch.mul(by_seen @ self._seen, self._second_on, out=self._g_dot)
        top = moves.top[self.blocks]
        return torch.cat([self._last_dot.mT, top, self._behind_dot, self._behind, self._last.mT], -1) @ self._known

    def back(self, delta: Tensor, sums: Sums, pull: Tensor | None = None, fixed: Tensor | None = None) -> Tensor:
        """Add up what deltas (c, 2, n) of the means lead to; return those of the second layer's mixed units, (c, M, n).

        Args:
            delta: of the means, or how they move along v.
            sums: to add to.
            pull: the deltas that so move, (c, 2, n); None: `delta` are they.
            fixed: what this returned for `pull`.
        """
        inputs, k, m = self._sizes
        if pull is None or fixed is None:
            by_known = (delta @ self._known.mT).split_with_sizes([m, inputs, k, k, m], -1)
            by_g, by_h = by_known[0], by_known[2]
            second = (self._last @ delta).mul_(self._second_on)
            by_seen = second @ self._seen.mT
            by_middle = by_seen[..., inputs : inputs + k]
            first = (self._behind.mT @ delta).baddbmm_(self._middle.mT, second)
        else:
            both = torch.cat([delta, pull], 1)
            by_known = (both @ self._known.mT).split_with_sizes([m, inputs, k, k, m], -1)
            by_h = by_known[2][:, :ACTIONS] + by_known[3][:, ACTIONS:]
            by_g = by_known[0][:, :ACTIONS] + by_known[4][:, ACTIONS:]
            second = (torch.cat([self._last, self._last_dot], -1) @ both).mul_(self._second_on)
            given = torch.cat([second, fixed], 1)
            by_seen = given @ self._seen.mT
            by_middle = by_seen[:, :m, inputs : inputs + k] + by_seen[:, m:, inputs + k :]
            ways = [self._behind.mT, self._behind_dot.mT, self._middle.mT, self._middle_dot.mT]
            first = torch.cat(ways, -1) @ torch.cat([both, given], 1)
        of_first, of_middle, of_last = sums.weights
        first.mul_(self._first_on)
        of_first.index_add_(0, self._at_first.flatten(), (first @ self._x.mT).flatten(0, 1))
        of_middle.scatter_add_(0, self._at_middle.flatten(), by_middle.flatten())
        of_last.index_add_(0, self._at_last.flatten(), by_g.mT.flatten(0, 1))
        sums.by_input[self.blocks] = by_known[1][:, :ACTIONS]
        sums.by_first.view(-1)[self._at_behind.flatten()] = by_h.flatten()
        sums.second.view(-1)[self._at_through.flatten()] = by_seen[:, :m, :inputs].flatten()
        return second

    def through(self, given: Given, moves: Moves, by_std: Tensor, sums: Sums) -> None:
        """Pass along v and back, and add up what comes of it; `by_std` (T, 2) is v's part of log sigma."""
        mean = self.along(moves)
        moving = given.weights * mean
        if given.pull is not None:
            moving.addcmul_(given.pull, self.of_task(by_std), value=-2)
            sums.along[self.blocks] = (given.pull * mean).sum(-1)
        self.back(moving, sums, given.pull, given.fixed)
