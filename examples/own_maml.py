"""Records MAML and first-order MAML of one's own: plain torch, in the manner of learn2learn, with a few lines added.

    python examples/own_maml.py --steps 300 --out run.metascope
    python main.py --open run.metascope

A network learns sine waves from ten points each (Finn, Abbeel and Levine 2017). What Metascope needs are the lines that
mention `recording`.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor
from torch.func import functional_call

from metascope.record import Recording

TASKS, POINTS, INNER_STEPS, INNER_RATE, META_RATE = 25, 10, 5, 0.01, 0.001
Weights = dict[str, Tensor]


def network() -> torch.nn.Module:
    """Return a small network from x to y."""
    return torch.nn.Sequential(
        torch.nn.Linear(1, 40), torch.nn.Tanh(), torch.nn.Linear(40, 40), torch.nn.Tanh(), torch.nn.Linear(40, 1)
    )


def waves(count: int) -> tuple[Tensor, Tensor]:
    """Return x and y of support and query points, (tasks, 2, points, 1) each."""
    amplitude = 0.1 + 4.9 * torch.rand(count, 1, 1, 1)
    phase = math.pi * torch.rand(count, 1, 1, 1)
    x = 10 * torch.rand(count, 2, POINTS, 1) - 5
    return x, amplitude * torch.sin(x - phase)


def adapted(model: torch.nn.Module, start: Weights, x: Tensor, y: Tensor, first_order: bool) -> Iterator[Weights]:
    """Yield the weights before and after each inner step on one task's support points."""
    weights = start
    yield weights
    for _ in range(INNER_STEPS):
        loss = torch.nn.functional.mse_loss(functional_call(model, weights, (x,)), y)
        slopes = torch.autograd.grad(loss, list(weights.values()), create_graph=not first_order)
        weights = {
            name: value - INNER_RATE * slope for (name, value), slope in zip(weights.items(), slopes, strict=True)
        }
        yield weights


def meta_step(model: torch.nn.Module, optimizer: torch.optim.Optimizer, first_order: bool) -> tuple[float, Tensor]:
    """Do a meta-step on new tasks; return the mean loss after adapting, and the first task's path (k + 1, weights)."""
    x, y = waves(TASKS)
    start: Weights = dict(model.named_parameters())
    optimizer.zero_grad()
    losses, path = [], torch.empty(0)
    for task in range(TASKS):
        course = list(adapted(model, start, x[task, 0], y[task, 0], first_order))
        losses.append(torch.nn.functional.mse_loss(functional_call(model, course[-1], (x[task, 1],)), y[task, 1]))
        if not task:
            path = torch.stack(
                [torch.cat([part.detach().flatten() for part in weights.values()]) for weights in course]
            )
    loss = torch.stack(losses).mean()
    torch.autograd.backward(loss)
    optimizer.step()
    return loss.item(), path


def train(steps: int, out: Path, seed: int = 0) -> dict[str, list[float]]:
    """Train both methods on tasks of the same kind; return each method's losses."""
    torch.manual_seed(seed)
    models = {"maml": network(), "fomaml": network()}
    models["fomaml"].load_state_dict(models["maml"].state_dict())
    optimizers = {name: torch.optim.Adam(model.parameters(), META_RATE) for name, model in models.items()}
    history: dict[str, list[float]] = {name: [] for name in models}
    hyperparameters = {"inner rate": INNER_RATE, "meta rate": META_RATE, "tasks": TASKS, "seed": seed}
    with Recording(
        out, methods=list(models), title="MAML on sine waves", settings=hyperparameters, steps=steps, overwrite=True
    ) as recording:
        for _ in range(steps):
            found = {name: meta_step(model, optimizers[name], name == "fomaml") for name, model in models.items()}
            for name, (loss, _) in found.items():
                history[name].append(loss)
            recording.step(
                metrics={"loss": {name: loss for name, (loss, _) in found.items()}},
                paths={"theta": {name: path for name, (_, path) in found.items()}},
            )
    return history


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=300, help="meta-steps")
    parser.add_argument("--out", type=Path, default=Path("own-maml.metascope"), help="the session file")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    train(arguments.steps, arguments.out, arguments.seed)
