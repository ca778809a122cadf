"""Passes through blocks of states by a kernel, on the CPU, in single precision; `passing.Plain` is its twin."""

from __future__ import annotations

from typing import final

import torch
from torch import Tensor

from simulator.engine.compiling.kernel import Call
from simulator.learners.kernels import RELU_POLICIES
from simulator.learners.policy_gradient.policy import ACTIONS
from simulator.learners.policy_gradient.products.passing import Blocks, Given, Moves, Sums

_LATER = 13  # arrays that are there before a vector is known; those that follow it are given with each


@final
class Compiled:
    """Passes through like blocks by a kernel.

    Args:
        blocks: in single precision.
        given: what the actions contribute.
    """

    def __init__(self, blocks: Blocks, given: Given) -> None:
        like, (tasks, count) = blocks.like, blocks.tasks
        c, states = like.states.shape
        k, m = like.first.shape[1], like.second.shape[1]
        a, b = blocks.sizes
        inputs, every = blocks.inputs, tasks * count
        nothing = torch.zeros(1)
        bends = given.pull is not None
        pulls = [nothing if each is None else each for each in (given.pull, given.fixed)]
        pull_shapes = ((c, ACTIONS, states), (c, m, states)) if bends else ((1,), (1,))
        before = [
            (like.blocks, (c,)),
            (like.first, (c, k)),
            (like.second, (c, m)),
            (blocks.known, (c, inputs + 2 * (k + m), states)),
            (blocks.first_on, (c, k, states)),
            (blocks.second_on, (c, m, states)),
            (given.weights, (c, ACTIONS, states)),
            *zip(pulls, pull_shapes, strict=True),
            (blocks.middle, (tasks, a, b)),
            (blocks.last, (tasks, b, ACTIONS)),
            (blocks.behind, (every, ACTIONS, a)),
            (like.real.sum(1).long(), (c,)),
        ]
        assert len(before) == _LATER
        self._shapes = [
            (tasks, inputs, a),
            (tasks, a, b),
            (tasks, b, ACTIONS),
            (every, inputs, b),
            (every, ACTIONS, a),
            (every, ACTIONS, inputs),
            (tasks, ACTIONS),
            (every, ACTIONS, inputs),
            (every, ACTIONS, a),
            (every, inputs, b),
            (every, ACTIONS),
            (tasks, a, inputs),
            (tasks, a, b),
            (tasks, b, ACTIONS),
        ]
        rooms = [torch.zeros(ACTIONS, states), torch.zeros(m, states), torch.zeros(states), torch.zeros(2 * (k + m))]
        later = [(nothing, (1,))] * len(self._shapes)
        sizes = [c, states, k, m, inputs, a, b, tasks, count, int(bends)]
        contiguous = [(array.contiguous().view(shape), shape) for array, shape in before]
        self._call = Call(RELU_POLICIES, [*contiguous, *later, *((room, tuple(room.shape)) for room in rooms)], sizes)

    def through(self, moves: Moves, by_std: Tensor, sums: Sums) -> None:
        """Pass along v and back, and add up what comes of it."""
        whole, middle, _, last, _ = moves.parts
        along = [whole, middle, last, moves.through, moves.behind, moves.top, by_std]
        summed = [sums.by_input, sums.by_first, sums.second, sums.along, *sums.weights]
        for place, (array, shape) in enumerate(zip([*along, *summed], self._shapes, strict=True), _LATER):
            self._call.put(place, array.view(shape), shape)
        self._call()
