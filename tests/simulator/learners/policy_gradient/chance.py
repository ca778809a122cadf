"""A process of two states and two actions, small enough to add up every path: what estimators are worth is known.

Action 0 stays and action 1 goes to the other state, with probability 0.8 each; rewards depend on the state that is
reached. The policy is a table of logits, (2, 2).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

STEPS = 2
WORTH = torch.tensor([0.3, 1.0], dtype=torch.float64)  # of reaching each state


@dataclass(frozen=True)
class Path:
    """One possible path, with what the world's chances contribute to its probability."""

    states: tuple[int, ...]
    actions: tuple[int, ...]
    rewards: tuple[float, ...]
    chance: float


def all_paths() -> Iterator[Path]:
    """Yield every path of `STEPS` steps from state 0."""
    for actions in itertools.product(range(2), repeat=STEPS):
        for reached in itertools.product(range(2), repeat=STEPS):
            state, chance, states, rewards = 0, 1.0, list[int](), list[float]()
            for action, then in zip(actions, reached, strict=True):
                states.append(state)
                wanted = state if action == 0 else 1 - state
                chance *= 0.8 if then == wanted else 0.2
                rewards.append(float(WORTH[then]))
                state = then
            yield Path(tuple(states), actions, tuple(rewards), chance)


def log_probs(theta: Tensor, path: Path) -> Tensor:
    """Return log pi of a path's actions, (H,), for theta (4,)."""
    table = theta.view(2, 2).log_softmax(-1)
    return torch.stack([table[state, action] for state, action in zip(path.states, path.actions, strict=True)])


def probability(theta: Tensor, path: Path) -> Tensor:
    """Return the probability of a path, ()."""
    return path.chance * log_probs(theta, path).sum().exp()


def expected_return(theta: Tensor) -> Tensor:
    """Return the expected sum of rewards, ()."""
    return torch.stack([probability(theta, path) * sum(path.rewards) for path in all_paths()]).sum()
