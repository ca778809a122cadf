"""Measures tasks per second when training Reptile, against the loop that its authors published for sine waves.

The work is theirs (Nichol, Achiam and Schulman, 2018): waves with phases to 2 pi at 50 points, a network of 1-64-64-1
with hyperbolic tangents, inner steps of rate 0.02 on minibatches of 10, an outer step of 0.1. Their loop is rewritten
here, one task for each outer step: modules, `loss.backward()`, `deepcopy` of the weights. It makes one epoch, 5 steps;
32 are those of their evaluation. With 25 tasks the outer step goes to the mean of what they made.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

import numpy as np
import torch
from torch import Generator, Tensor, nn

from benchmarks.table import Effort, Row
from benchmarks.timing import Rates, in_turn, repeated
from metascope.simulator.engine.compiling.preparing import prepare
from metascope.simulator.engine.computing import prepare_thread
from metascope.simulator.learners.fewshot.methods import Reptile
from metascope.simulator.learners.fewshot.starts import start
from metascope.simulator.learners.kernels import FEWSHOT, PRODUCT
from metascope.simulator.tasks.networks import Network
from metascope.simulator.tasks.waves import WaveFamily

SIZES, POINTS, MINIBATCH, INNER, OUTER = (1, 64, 64, 1), 50, 10, 0.02, 0.1
WANTED = {1: 7.0, 25: 24.0}  # tasks per outer step, with the wanted ratio to the published loop
TOGETHER, FASTER = 40, 2.0  # outer steps in a call of the compiled kernel, and the wanted ratio to those by hand
COMPILED = {(5, 1): 6056, (5, 25): 19_992, (32, 1): 2307, (32, 25): 3950}  # adaptations/s, by inner steps and tasks
Iterate = Callable[[], object]


def ours(steps: int, tasks: int) -> Iterate:
    """Return this program's outer step, including the drawing of the waves."""
    network, draws, family = Network(SIZES, "tanh", "squares"), Generator().manual_seed(0), WaveFamily(2 * math.pi)
    phi = start(network, "uniform", Generator().manual_seed(0))
    method = Reptile(network, phi, draws, INNER, steps, MINIBATCH, POINTS, OUTER)

    def iterate() -> None:
        waves = family.sample(tasks, 1, draws)
        method.learn(waves, waves)

    return iterate


def compiled(steps: int, tasks: int) -> Iterate:
    """Return `TOGETHER` outer steps by the compiled kernel, including the drawing of the waves."""
    network, draws, family = Network(SIZES, "tanh", "squares"), Generator().manual_seed(0), WaveFamily(2 * math.pi)
    phi = start(network, "uniform", Generator().manual_seed(0))
    method = Reptile(network, phi, draws, INNER, steps, MINIBATCH, POINTS, OUTER)

    def iterate() -> None:
        method.learn_all(family.sample(TOGETHER * tasks, 1, draws), TOGETHER, 0)

    return iterate


def published(steps: int) -> Iterate:
    """Return an outer step as in the authors' example, after `steps` minibatches."""
    rng = np.random.RandomState(0)
    torch.manual_seed(0)
    x_all = np.linspace(-5, 5, POINTS)[:, None]
    model = nn.Sequential(nn.Linear(1, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh(), nn.Linear(64, 1))

    def train_on_batch(x: Tensor, y: Tensor) -> None:
        model.zero_grad()
        loss = (model(x) - y).pow(2).mean()
        loss.backward()
        for param in model.parameters():
            assert param.grad is not None, "of the loss"
            param.data -= INNER * param.grad.data

    def iterate() -> None:
        before = deepcopy(model.state_dict())
        phase, amplitude = rng.uniform(low=0, high=2 * np.pi), rng.uniform(0.1, 5)
        y_all = np.sin(x_all + phase) * amplitude
        done = 0
        while done < steps:
            order = rng.permutation(POINTS)
            for first in range(0, POINTS, MINIBATCH):
                if done < steps:
                    some = order[first : first + MINIBATCH]
                    train_on_batch(torch.Tensor(x_all[some]), torch.Tensor(y_all[some]))
                    done += 1
        after = model.state_dict()
        model.load_state_dict({name: before[name] + (after[name] - before[name]) * OUTER for name in before})

    return iterate


def rates(steps: int, rounds: int, seconds: float) -> Rates:
    """Return tasks per second."""
    compared = {"published": repeated(published(steps), 1)}
    compared |= {str(tasks): repeated(ours(steps, tasks), tasks) for tasks in WANTED}
    if prepare((PRODUCT, FEWSHOT)):
        compared |= {f"compiled {tasks}": repeated(compiled(steps, tasks), TOGETHER * tasks) for tasks in WANTED}
    return in_turn(compared, rounds, seconds)


def rows(effort: Effort) -> list[Row]:
    """Return the rows."""
    prepare_thread(1)
    table = []
    for steps in (5, 32):
        found = rates(steps, effort.rounds, effort.seconds)
        for tasks, wanted in WANTED.items():
            what = f"Reptile, {steps} inner steps, {tasks} task{'s' * (tasks > 1)} per outer step"
            known = f"compiled JAX on a Zen 4 core: {COMPILED[steps, tasks]:,}/s"
            row = found.row(what, "tasks/s", str(tasks), "published", "the published loop", wanted)
            table.append(replace(row, known=known))
            if (fast := f"compiled {tasks}") in found.of:
                row = found.row(f"{what}, compiled", "tasks/s", fast, str(tasks), "the pass by hand", FASTER)
                table.append(replace(row, known=known))
    return table
