"""Walks with policies: all tasks and all paths at once, one product of matrices per layer and time step."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Generator, Tensor

from metascope.simulator.learners.policy_gradient.policy import ACTIONS, Policy
from metascope.simulator.tasks.navigation.plane import Plane


@dataclass(frozen=True)
class Paths:
    """K paths of H steps on each of T tasks."""

    places: Tensor  # (T, K, H + 1, 2) from the start on; after an episode's end they mean nothing
    states: Tensor  # (T, K, H, inputs) what the policy saw
    actions: Tensor  # (T, K, H, 2) before they are clipped
    rewards: Tensor  # (T, K, H) 0 after the end
    alive: Tensor  # (T, K, H) 1 for a step that was taken, 0 after the end

    @property
    def returns(self) -> Tensor:
        """The sum of the rewards of each path, (T, K)."""
        return self.rewards.sum(-1)

    @property
    def taken(self) -> Tensor:
        """Steps taken on each task, (T, 1, 1)."""
        return self.alive.sum((-2, -1), keepdim=True)


def noise(tasks: int, paths: int, plane: Plane, draws: Generator, dtype: torch.dtype = torch.float32) -> Tensor:
    """Draw standard normal numbers for `walked`, (H, T, K, 2)."""
    return torch.randn(plane.horizon, tasks, paths, ACTIONS, generator=draws, dtype=dtype)


def walked(policy: Policy, theta: Tensor, plane: Plane, goals: Tensor, drawn: Tensor) -> Paths:
    """Walk from 0; autograd can differentiate all of it, but for where episodes end.

    Args:
        policy: the sizes; with 4 inputs it sees the goal.
        theta: (T, P), or (1, P) the same for all tasks.
        plane: the rules.
        goals: (T, 2).
        drawn: (H, T, K, 2) as `noise` draws it.
    """
    horizon, tasks, paths, _ = drawn.shape
    rows = tasks // len(theta) * paths  # of each policy's batch
    layers, log_std = policy.parts(theta)
    shape = (horizon, len(theta), rows, ACTIONS)
    shaken = torch.addcmul(layers[-1][1], drawn.reshape(shape), log_std.exp())  # with the last layer's biases
    seen = goals[:, None].expand(tasks, paths, 2).reshape(len(theta), rows, 2) if policy.inputs > ACTIONS else None
    place = drawn.new_zeros(len(theta), rows, 2)
    places, actions = [place], list[Tensor]()
    last = layers[-1][0]
    for disturbed in shaken:
        found = place if seen is None else torch.cat([place, seen], -1)
        for weights, biases in layers[:-1]:
            found = torch.baddbmm(biases, found, weights)
            found = policy.overwritten(found)
        actions.append(torch.baddbmm(disturbed, found, last))
        place = plane.moved(place, actions[-1])
        places.append(place)
    where = torch.stack(places).view(horizon + 1, tasks, paths, 2)
    walk = plane.judged(where, goals)
    along = where.permute(1, 2, 0, 3).contiguous()  # (T, K, H + 1, 2)
    states = along[:, :, :-1]
    if seen is not None:
        states = torch.cat([states, goals[:, None, None].expand_as(states)], -1)
    return Paths(
        places=along,
        states=states,
        actions=torch.stack(actions).view(horizon, tasks, paths, ACTIONS).permute(1, 2, 0, 3).contiguous(),
        rewards=walk.rewards.permute(1, 2, 0).contiguous(),
        alive=walk.alive.permute(1, 2, 0).contiguous(),
    )
