"""Adapts several starts to many tasks at once by gradient descent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import final

import torch
from torch import Tensor

from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.running.building import check, counted
from metascope.simulator.engine.text import say
from metascope.simulator.learners.fewshot import compiled
from metascope.simulator.learners.fewshot.passes import Parameters, Pass, Points
from metascope.simulator.tasks.networks import Network
from metascope.simulator.tasks.waves import Waves

Rates = float | Tensor  # one for all, (M,) or (M, n)
_AT_ONCE = 1 << 30  # multiplications of a call of the kernel, within which nobody can end it: about a second
_TOGETHER = 64  # networks whose parameters, derivatives and activations fit into a core's cache


@dataclass(frozen=True)
class Adapted:
    """M starts, adapted to each of T tasks. Axes: J inner steps, n parameters."""

    theta: Tensor  # (J + 1, M, T, n)
    loss: Tensor  # (J + 1, M, T) mean squared error on the support points


@torch.no_grad()
def adapt(
    network: Network, phi: Tensor, rates: Rates, x: Tensor, y: Tensor, steps: int, engine: Engine = "reference"
) -> Adapted:
    """Adapt every start to every task: theta_{j+1} = theta_j - rates * grad l(theta_j).

    Args:
        network: of squared errors.
        phi: the starts, (M, n).
        rates: learning rates: one for all, one per start (M,), or one per parameter (M, n).
        x: inputs of the support points, (T, K, d).
        y: targets there, (T, K, o).
        steps: J.
        engine: "compiled" to have it done by the kernel.
    """
    if engine == "compiled":
        course = compiled.adapted(network, phi, rates, (x, y), None, steps, keeps=True)
        return Adapted(course.theta, course.loss)
    (m, n), t = phi.shape, len(x)
    descent = Descent(network, m, t, x.shape[1], phi)
    descent.begin(phi, rates, x, y)
    theta, loss = phi.new_empty(steps + 1, m * t, n), phi.new_empty(steps + 1, m * t)
    for j in range(steps + 1):
        check()
        descent.theta.save(theta[j])
        loss[j] = descent.step()
    return Adapted(theta.view(-1, m, t, n), loss.view(-1, m, t))


@torch.no_grad()
def errors(
    network: Network,
    phi: Tensor,
    rates: Rates,
    support: Waves,
    query: Waves,
    steps: int,
    engine: Engine = "reference",
) -> Tensor:
    """Return the mean squared errors on the query points before and after each inner step, (J + 1, M, T).

    Args:
        network: with 1 input, x, or with 3: x, amplitude and phase.
        phi: the starts, (M, n).
        rates: as in `adapt`.
        support: T waves at the points to adapt to.
        query: the same waves at other points.
        steps: J.
        engine: as in `adapt`.
    """
    inputs, m = network.layout.sizes[0], len(phi)
    given = support.seen(inputs), support.y, query.seen(inputs), query.y
    if engine == "compiled":
        points = support.x.shape[1] + query.x.shape[1]
        each = max(1, _AT_ONCE // (phi.numel() * points * (steps + 1)))
        # tasks do not depend on each other
        split = list(
            zip(*(torch.split(part, each) for part in given), strict=True)
        )  # tasks do not depend on each other
        told = counted(say("adapting to held-out waves"), split)
        return torch.cat([compiled.adapted(network, phi, rates, it[:2], it[2:], steps).error for it in told], -1)
    pieces = zip(*(part.split_with_sizes(_sizes(len(support.x), m)) for part in given), strict=True)
    found, made = [], 0
    for x, y, far, there in pieces:
        if len(x) != made:
            made = len(x)
            descent = Descent(network, m, made, x.shape[1], phi)
            test = Points(network, m * made, far.shape[1], phi)
            look = Pass(network, test, shared=False)
        descent.begin(phi, rates, x, y)
        test.load(far.repeat(m, 1, 1), there.repeat(m, 1, 1))
        found.append(phi.new_empty(steps + 1, m, made))
        for j in range(steps + 1):
            check()
            look.forth(descent.theta)
            found[-1][j] = look.losses().view(m, made)
            if j < steps:
                descent.step()
    return torch.cat(found, -1)


def _sizes(tasks: int, starts: int) -> list[int]:
    """Return how many tasks to process at a time."""
    each = max(1, _TOGETHER // starts)
    whole, rest = divmod(tasks, each)
    return [each] * whole + [rest] * (rest > 0)


@final
class Descent:
    """Gradient descent of M starts on T tasks each, the same ones for all starts.

    Args:
        network: of squared errors.
        starts: M.
        tasks: T.
        points: per task.
        like: a tensor with the wanted device and dtype.
    """

    def __init__(self, network: Network, starts: int, tasks: int, points: int, like: Tensor) -> None:
        self._network, self._starts, self._tasks = network, starts, tasks
        self._points = Points(network, starts * tasks, points, like)
        self._pass = Pass(network, self._points, shared=False)
        self._targets = points * network.layout.sizes[-1]  # of a task
        self.theta, self._gradient = (Parameters(network, starts * tasks, like) for _ in range(2))

    def begin(self, phi: Tensor, rates: Rates, x: Tensor, y: Tensor) -> None:
        """Take starts (M, n), rates as in `adapt`, inputs (T, N, d) and targets (T, N, o)."""
        m = self._starts
        self._points.load(x.repeat(m, 1, 1), y.repeat(m, 1, 1))
        self.theta.load(phi.repeat_interleave(self._tasks, 0))
        self._rate = rates
        if isinstance(rates, Tensor) and rates.dim() == 2:
            each = Parameters(self._network, m, rates)
            each.load(rates)
            self._of_layers = [layer.unsqueeze(1) for layer in each.layers]  # (M, 1, d + 1, h)
        elif isinstance(rates, Tensor):
            self._of_layers = [rates.view(-1, 1, 1, 1)] * len(self.theta.layers)

    def step(self) -> Tensor:
        """Do an inner step, and return the mean squared errors (M T,) before it."""
        self._pass.forth(self.theta)
        self._pass.back(self.theta)
        self._pass.gradient(self._gradient)
        slope = 2 / self._targets  # for the mean of the squares; the pass uses half the sum
        if not isinstance(self._rate, Tensor):
            self.theta.flat.sub_(self._gradient.flat, alpha=self._rate * slope)
        else:
            for w, dw, r in zip(self.theta.layers, self._gradient.layers, self._of_layers, strict=True):
                axes = (self._starts, self._tasks, *w.shape[1:])
                w.view(axes).addcmul_(dw.view(axes), r, value=-slope)
        return self._pass.losses()
