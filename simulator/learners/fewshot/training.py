"""Trains without looking ahead: on all tasks' points as if they belonged to one task, or on each task's minibatches."""

from __future__ import annotations

from typing import final

import torch
from torch import Tensor

from metascope.simulator.learners.fewshot.passes import Order, Parameters, Pass, Points, Seen
from metascope.simulator.tasks.networks import Network


@final
class Joint:
    """The loss on all tasks' points, and its gradient. Memory is reused.

    Args:
        network: of squared errors.
        tasks: T.
        points: N per task.
        like: a tensor with the wanted device and dtype.
    """

    def __init__(self, network: Network, tasks: int, points: int, like: Tensor) -> None:
        self._points = Points(network, tasks, points, like)
        self._pass = Pass(network, self._points, shared=True)
        self._theta, self._total = (Parameters(network, 0, like) for _ in range(2))
        self._order, self._gradient = Order(network, like), like.new_empty(network.layout.size)

    @torch.no_grad()
    def lesson(self, phi: Tensor, x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
        """Return the mean squared error () and its gradient (n,), which the next lesson overwrites.

        Args:
            phi: the start, (n,).
            x: inputs, (T, N, d).
            y: targets, (T, N, o).
        """
        self._points.load(x, y)
        self._order.read(phi, self._theta)
        self._pass.forth(self._theta)
        self._pass.back(self._theta)
        self._pass.total(self._total)
        self._order.write(self._total, self._gradient)
        return self._pass.loss(), self._gradient.mul_(2 / y.numel())


@final
class Minibatches:
    """Gradient descent from one start on each of T tasks, every step on a minibatch. Memory is reused.

    Args:
        network: of squared errors.
        tasks: T.
        points: per minibatch.
        like: a tensor with the wanted device and dtype.
    """

    def __init__(self, network: Network, tasks: int, points: int, like: Tensor) -> None:
        self._alone = tasks == 1  # unbatched products cost less than a batch of one
        self._pass = Pass(network, Points(network, tasks, points, like), shared=self._alone)
        self._given = like.new_ones(0, tasks, points, network.layout.sizes[0] + 1)  # x^ of all steps
        self._views: list[Seen] = []
        self._theta, self._gradient = (Parameters(network, 0 if self._alone else tasks, like) for _ in range(2))
        self._start = self._theta if self._alone else Parameters(network, 0, like)  # and finally the mean
        self._order, self._mean = Order(network, like), like.new_empty(network.layout.size)

    @torch.no_grad()
    def train(self, phi: Tensor, rate: float, x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
        """Return the mean of the tasks' theta_k (n,), overwritten by the next call, and the last minibatches' loss ().

        Args:
            phi: the start, (n,).
            rate: of the steps.
            x: inputs of each step's minibatch, (k, T, N, d).
            y: targets, (k, T, N, o).
        """
        theta, gradient = self._theta, self._gradient
        self._order.read(phi, self._start)
        if not self._alone:
            for w, begun in zip(theta.layers, self._start.layers, strict=True):
                w.copy_(begun)
        slope = 2 / (y.shape[2] * y.shape[3])  # for the mean of the squares; the pass uses half the sum
        if len(self._given) != len(x):
            self._given = phi.new_ones(len(x), *self._given.shape[1:])
            self._views = [self._pass.views(given) for given in self._given]
        self._given[..., :-1].copy_(x)
        for given, targets in zip(self._views, y, strict=True):
            self._pass.see(given, targets)
            self._pass.forth(theta)
            self._pass.back(theta)
            (self._pass.total if self._alone else self._pass.gradient)(gradient)
            theta.flat.sub_(gradient.flat, alpha=rate * slope)
        if not self._alone:
            theta.sum(self._start)
            self._start.flat.div_(x.shape[1])
        self._order.write(self._start, self._mean)
        return self._mean, self._pass.loss()
