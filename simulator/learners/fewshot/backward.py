"""Computes the gradient of the loss after adapting, going back over the inner steps by Hessian-vector products.

theta_{j+1} = theta_j - r g(theta_j) on support points; v_k is the gradient of the query loss at theta_k, and going back
v_j = v_{j+1} - H(theta_j) (r v_{j+1}); v_0 is the meta-gradient (Finn et al., 2017, equation 1, for k steps). The first
step has the same weights for all tasks, which share its products. All of it is hand-written and tested against
`reference`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import final

import torch
from torch import Tensor

from metascope.simulator.learners.fewshot.passes import Order, Parameters, Pass, Points
from metascope.simulator.tasks.networks import Network

Given = tuple[Tensor, Tensor]  # inputs (T, N, d) and targets (T, N, o)


@dataclass(frozen=True)
class Lesson:
    """The result of T tasks: means over them."""

    loss: Tensor  # () mean squared error on the query points after adapting
    by_phi: Tensor  # (n,) its gradient with respect to the start; overwritten by the next lesson
    by_rates: Tensor | None  # (n,) the gradient with respect to the rates, if they are learned


@final
class Unrolling:
    """The inner steps of T tasks from one start, and the way back. Every lesson reuses the memory.

    Args:
        network: of squared errors.
        tasks: T.
        shots: K, the support points per task.
        queries: Q, the query points per task.
        steps: k.
        like: a tensor with the wanted device and dtype.
    """

    def __init__(self, network: Network, tasks: int, shots: int, queries: int, steps: int, like: Tensor) -> None:
        self._network, self._steps = network, steps
        self._support = Points(network, tasks, shots, like)
        self._query = Points(network, tasks, queries, like, beside=self._support)
        self._passes = [Pass(network, self._support, shared=j == 0, tangents=True) for j in range(steps)]
        self._last = Pass(network, self._query, shared=steps == 0)
        self._theta = [Parameters(network, 0 if j == 0 else tasks, like) for j in range(steps + 1)]
        self._v, self._direction, self._room = (Parameters(network, tasks, like) for _ in range(3))
        self._gradients = self._theta[
            1:
        ]  # g(theta_j), stored where theta_{j+1} will be, or elsewhere if it is needed again
        self._rates, self._total, self._curvature = (Parameters(network, 0, like) for _ in range(3))
        self._summed, self._order = Parameters(network, tasks, like), Order(network, like)  # sum_j g_j v_{j+1}
        self._by_phi, self._by_rates = (torch.empty_like(self._total.flat) for _ in range(2))

    @torch.no_grad()
    def lesson(
        self, phi: Tensor, rates: float | Tensor, support: Given, query: Given, *, second: bool, learned: bool = False
    ) -> Lesson:
        """Return the loss after adapting, and its gradients.

        Args:
            phi: the start, (n,).
            rates: of adapting, one or (n,).
            support: the points to adapt to.
            query: the points on which the loss is measured.
            second: whether to differentiate through the inner gradients; else the gradient is the one at the end.
            learned: whether to compute the gradient with respect to the rates, with second-order terms.
        """
        self._support.load(*support)
        self._query.load(*query)
        self._order.read(phi, self._theta[0])
        if learned and self._steps and self._gradients[0] is self._theta[1]:
            self._gradients = [Parameters(self._network, len(support[0]), phi) for _ in range(self._steps)]
        slope = 2 * len(support[0]) / support[1].numel()  # for the mean of the squares; passes use half the sum
        rate = None
        if isinstance(rates, Tensor):
            self._order.read(rates, self._rates)
            self._rates.flat.mul_(slope)
        else:
            rate = rates * slope
        self._forth(rate)
        share = 2 / self._query.targets.numel()
        if second and self._steps:
            self._back(rate, learned=learned)
        else:
            self._last.total(self._total)
        self._order.write(self._total, self._by_phi)
        if learned:
            self._summed.sum(self._total)
            self._order.write(self._total, self._by_rates)
            self._by_rates.mul_(-slope * share)
        return Lesson(self._last.loss(), self._by_phi.mul_(share), self._by_rates if learned else None)

    def _forth(self, rate: float | None) -> None:
        """Adapt, then run over the query points; if no rate is given, use `_rates`."""
        for j, (support, gradient) in enumerate(zip(self._passes, self._gradients, strict=True)):
            theta, following = self._theta[j], self._theta[j + 1]
            support.forth(theta)
            support.back(theta)
            support.gradient(gradient)
            if rate is not None and j:
                torch.sub(theta.flat, gradient.flat, alpha=rate, out=following.flat)
                continue
            layers = zip(theta.layers, gradient.layers, self._rates.layers, following.layers, strict=True)
            for w, dw, r, out in layers:
                if rate is not None:
                    torch.sub(w, dw, alpha=rate, out=out)
                else:
                    torch.addcmul(w, r, dw, value=-1, out=out)
        self._last.forth(self._theta[-1])
        self._last.back(self._theta[-1])

    def _back(self, rate: float | None, *, learned: bool) -> None:
        """Go back over the steps, v <- v - H(theta_j) (r v), summing over the tasks at the last one."""
        v = self._v
        self._last.gradient(v)
        if learned:
            self._summed.flat.zero_()
        for j in range(self._steps - 1, -1, -1):
            if learned:
                self._summed.flat.addcmul_(self._gradients[j].flat, v.flat)
            self._passes[j].tangent(self._theta[j], v if rate is not None else self._turned(v))
            hv = self._room if j else self._curvature
            self._passes[j].curvature(hv)
            if j == 0:
                v.sum(self._total)
            (v if j else self._total).flat.sub_(hv.flat, alpha=1.0 if rate is None else rate)

    def _turned(self, v: Parameters) -> Parameters:
        """Return the direction r v of the tangent."""
        for part, r, out in zip(v.layers, self._rates.layers, self._direction.layers, strict=True):
            torch.mul(part, r, out=out)
        return self._direction
