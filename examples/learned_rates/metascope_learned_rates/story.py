"""Learning rates that are learned: one for all weights, or one for each (Meta-SGD, Li et al. 2017), beside a fixed one.

A task is a bowl in two dimensions, flat along the first and steep along the second; where it lies is new each time. One
rate for both has to be small enough for the steep one. What k steps of gradient descent reach tells how to change the
logarithm of a rate: the loss after them is differentiated through them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.method import Method, Style
from metascope.simulator.engine.settings import Settings, setting
from metascope.simulator.engine.story import Story
from metascope.simulator.engine.tensor_simulation import TensorSimulation
from metascope.simulator.engine.text import Message, say

if TYPE_CHECKING:  # the window reads this module before torch is loaded
    from torch import Generator, Tensor

FIXED, SINGLE, EACH = METHODS = (
    Method("fixed", "Fixed rate", Style("grey", "dashed", "square", 2.0)),
    Method("single", "One learned rate", Style("blue", "solid", "disc")),
    Method("each", "A learned rate for each", Style("vermilion", "long", "diamond")),
)
HELD_OUT, SHOWN = 256, 1.5  # tasks that no meta-step sees; the one lowest about so far off on both axes is shown
REACH, GRID = 2.5, 64  # of the weights in sight, and places along an axis at which the shown task's loss is drawn


class RatesSettings(Settings):
    """What the tasks are like, and how the rates are learned."""

    steps: int = setting(300, "Meta-steps", help="Where the run pauses as finished", group="Run", low=1, high=100_000)
    steepness: float = setting(
        10.0, "Steepness", help="Curvature along the second weight; 1 along the first", group="Tasks", low=1, high=20
    )
    tasks: int = setting(16, "Tasks", help="New tasks of one meta-step", group="Tasks", low=1, high=256)
    inner_steps: int = setting(5, "Inner steps", help="Steps on a task", symbol="k", group="Tasks", low=1, high=20)
    rate: float = setting(0.05, "Fixed rate", help="Where all rates begin", symbol="α", low=0.001, high=0.2)
    meta_rate: float = setting(
        0.05, "Meta learning rate", help="Step size for the rates' logarithms", live=True, low=0.0, high=1.0
    )


Array = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class RatesFrame(Frame):
    """The three methods on the held-out tasks. M methods, k inner steps, G places an axis."""

    rates: Array  # (M, 2)
    loss: Array  # (M, k + 1) mean over the held-out tasks
    theta: Array  # (M, k + 1, 2) on the shown task
    axis: Array  # (G,) of both weights
    surface: Array  # (G, G) loss of the shown task, [second, first]

    @override
    def ticks(self) -> int:
        return len(self.loss[0])  # the start and each step


def captions(frame: Frame, method: str) -> Sequence[Message]:
    """Return the sentence of each inner step of a method."""
    assert isinstance(frame, RatesFrame), "the story's own frames are told"
    index = [one.key for one in METHODS].index(method)
    first, second = (f"{rate:.3f}" for rate in frame.rates[index])
    losses, name = [f"{loss:.3g}" for loss in frame.loss[index]], METHODS[index].name
    told = [say("{method} begins where the mean loss is {loss}", method=name, loss=losses[0])]
    for step in range(1, len(losses)):
        text = "Step {step} with rates {first} and {second}: mean loss {before} → {after}"
        told.append(say(text, step=step, first=first, second=second, before=losses[step - 1], after=losses[step]))
    return told


class LearnedRates(TensorSimulation[RatesSettings, RatesFrame]):
    """Gradient descent of the logarithms of the rates on the loss that is left after k steps on new tasks."""

    @override
    def initial(self) -> dict[str, Tensor]:
        import torch

        self.held_out = self.new_tasks(HELD_OUT, self.generator(1))
        axis = torch.linspace(-REACH, REACH, GRID, dtype=torch.float64)
        places = torch.cartesian_prod(axis, axis).flip(1)[:, None]  # (G G, 1, 2)
        self.task = int((self.held_out[0].abs() - SHOWN).square().sum(1).argmin())
        surface = losses(places, self.held_out)[:, self.task].view(GRID, GRID)
        self.axis, self.surface = shown(axis), shown(surface)
        start = torch.full((2,), self.settings.rate, dtype=torch.float64).log()
        return {"single.log_rate": start[:1].clone(), "each.log_rate": start.clone()}

    @override
    def learn(self) -> None:
        tasks = self.new_tasks(self.settings.tasks, self.draws)
        for log_rate in self.tensors.values():
            followed = log_rate.clone().requires_grad_()
            loss, _ = self.adapted(followed.exp(), tasks)
            loss[-1].backward()  # type: ignore[no-untyped-call]
            assert followed.grad is not None, "the loss depends on every rate"
            log_rate -= self.settings.meta_rate * followed.grad

    @override
    def show(self) -> RatesFrame:
        import torch

        fixed = torch.full((2,), self.settings.rate, dtype=torch.float64)
        rates = torch.stack([fixed, *(log_rate.exp().expand(2) for log_rate in self.tensors.values())])
        courses = [self.adapted(rate, self.held_out) for rate in rates]
        loss, theta = (torch.stack(parts) for parts in zip(*courses, strict=True))
        metrics: dict[str, float] = {}
        for one, rate, reached in zip(METHODS, rates.tolist(), loss[:, -1].tolist(), strict=True):
            metrics |= {f"{one.key}.loss": reached, f"{one.key}.rate_flat": rate[0], f"{one.key}.rate_steep": rate[1]}
        return RatesFrame(
            step=self.steps_done,
            metrics=metrics,
            rates=shown(rates),
            loss=shown(loss),
            theta=shown(theta[:, :, self.task]),
            axis=self.axis,
            surface=self.surface,
        )

    def new_tasks(self, count: int, draws: Generator) -> tuple[Tensor, Tensor]:
        """Return where the bowls are lowest and how they are curved, (N, 2) each."""
        import torch

        optima = torch.randn(count, 2, generator=draws, dtype=torch.float64)
        spread = 2 ** (torch.rand(count, 2, generator=draws, dtype=torch.float64) - 0.5)
        return optima, spread * torch.tensor([1.0, self.settings.steepness], dtype=torch.float64)

    def adapted(self, rate: Tensor, tasks: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        """Return the mean loss, (k + 1,), and theta, (k + 1, N, 2), at 0 and after each of k steps."""
        import torch

        optima, curvature = tasks
        path = [torch.zeros_like(optima)]
        for _ in range(self.settings.inner_steps):
            path.append(path[-1] - rate * curvature * (path[-1] - optima))
        theta = torch.stack(path)
        return losses(theta, tasks).mean(-1), theta


def losses(theta: Tensor, tasks: tuple[Tensor, Tensor]) -> Tensor:
    """Return each task's loss, (..., N), at theta (..., N or 1, 2)."""
    optima, curvature = tasks
    return (curvature * (theta - optima).square() / 2).sum(-1)


def shown(tensor: Tensor) -> Array:
    """Return a tensor as frames hold it: a copy that nobody can write to."""
    return frozen(tensor.numpy().copy())


STORY = Story(
    name="learned_rates",
    settings=RatesSettings,
    frame=RatesFrame,
    captions=captions,
    load=lambda: LearnedRates,
    goals={"loss": "least"},
    scene="metascope_learned_rates.scene",
    presets="metascope_learned_rates.presets",
    methods=METHODS,
)
