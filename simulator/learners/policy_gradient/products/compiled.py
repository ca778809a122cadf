"""Second derivatives of relu policies by kernels, on the CPU, in single precision. The readable twin: `piecewise`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import final

import torch
from torch import Tensor

from metascope.simulator.engine.compiling.kernel import Call
from metascope.simulator.learners.kernels import RELU_POLICIES
from metascope.simulator.learners.policy_gradient.linearization import Linearization, Pulls
from metascope.simulator.learners.policy_gradient.policy import ACTIONS, Policy
from metascope.simulator.learners.policy_gradient.products.kernel import BENDING, FISHER, GRADIENT
from metascope.simulator.learners.policy_gradient.products.layout import layout
from metascope.simulator.learners.policy_gradient.products.quadrature import Multiply


@dataclass(frozen=True)
class _Back:
    """What passes back add up to, block by block; see `kernel.passes`."""

    by_input: Tensor  # (T, G, 2, I)
    by_first: Tensor  # (T, G 2, A)
    by_second: Tensor  # (M of all blocks, I)


@final
class Compiled:
    """Products with second derivatives near the parameters of a linearization, as `Piecewise` makes them.

    Args:
        policy: the sizes: two hidden layers of relu.
        near: of the states, in single precision.
    """

    def __init__(self, policy: Policy, near: Linearization) -> None:
        found, (a, b) = layout(near), policy.hidden
        places, units = found.places, found.units
        (tasks, count), each = places.sizes.shape, places.order.shape[1]
        self._sizes, self._deltas = (tasks, count, each, policy.inputs + 1, a, b), int(units.mixed[..., 1].sum())
        self._most = [max(int(of.max()), 1) for of in (found.wide, units.mixed[..., 0], units.mixed[..., 1])]
        self._theta = torch.cat([part.theta for part in near.parts])
        layers, _ = policy.parts(self._theta)
        turned = layers[1][0].mT.contiguous()  # (T, B, A)
        last_on = (layers[2][0].mT.unsqueeze(1) * units.second_on.unsqueeze(2)).flatten(1, 2)  # (T, G 2, B)
        self._inverse = torch.cat([part.inverse for part in near.parts]).square()[:, 0]  # (T, 2)
        self._length = len(found.known)
        self._known = [places.order, places.begins, places.sizes, units.first, units.second, units.mixed]
        self._known += [found.wide, found.known_at, found.delta_at, units.first_on, units.second_on, found.known]
        self._known += [self._theta, turned, last_on, last_on @ turned]

    def gradient(self, pulls: Pulls) -> Tensor:
        """Return the gradient (T, P) of sum_n w_n log pi_n."""
        found, _ = self._pass_back(pulls)
        found[:, -ACTIONS:] = pulls.squares - pulls.weights.sum(1, keepdim=True)
        return found

    def bending(self, pulls: Pulls) -> Multiply:
        """Return what multiplies the Hessian of sum_n w_n log pi_n by vectors (T, P)."""
        _, old = self._pass_back(pulls)
        passing = self._passing(BENDING, pulls.pull, -pulls.weights, old)

        def product(v: Tensor) -> Tensor:
            found, along = passing(v)
            found[:, -ACTIONS:] = -2 * (along + pulls.squares * v[:, -ACTIONS:])
            return found

        return product

    def fisher(self, weights: Tensor) -> Multiply:
        """Return what multiplies the Hessian of sum_n w_n KL(pi, pi_theta) at pi = pi_theta by vectors (T, P)."""
        passing = self._passing(FISHER, None, weights, None)
        total = 2 * weights.sum(1, keepdim=True)

        def product(v: Tensor) -> Tensor:
            found, _ = passing(v)
            found[:, -ACTIONS:] = total * v[:, -ACTIONS:]
            return found

        return product

    def _pass_back(self, pulls: Pulls) -> tuple[Tensor, _Back]:
        """Return the gradient of what pulls by weights and biases (T, P), and what passed back."""
        back = self._back()
        found, _ = self._passing(GRADIENT, pulls.pull, pulls.weights, None, back)(self._theta)
        return found, back

    def _back(self) -> _Back:
        tasks, count, _, inputs, a, _ = self._sizes
        shapes = (tasks, count, ACTIONS, inputs), (tasks, count * ACTIONS, a), (max(self._deltas, 1), inputs)
        return _Back(*(torch.zeros(shape) for shape in shapes))

    def _passing(
        self, kind: int, pull: Tensor | None, weights: Tensor, old: _Back | None, back: _Back | None = None
    ) -> Callable[[Tensor], tuple[Tensor, Tensor]]:
        """Return what passes vectors (T, P) through: products (T, P), and sum_n pull mu_dot (T, 2)."""
        tasks, count, each, inputs, a, b = self._sizes
        wide, k, m = self._most
        back = back or self._back()
        old = old or back
        pulling = torch.zeros(tasks, each, ACTIONS) if pull is None else pull
        before = [*self._known, pulling.contiguous(), weights.contiguous(), self._inverse.contiguous()]
        between = [self._theta, torch.zeros_like(self._theta), torch.zeros(tasks, ACTIONS)]
        backs = [x for its in (back, old) for x in (its.by_input, its.by_first, its.by_second)]
        both = count * ACTIONS
        of_task = [(b, a), (b, a), (both, b), (both, a), (both, b), *[(inputs, a)] * 3]
        of_block = (
            k * inputs,
            m * (inputs + 2 * k),
            2 * (inputs + 2 * (k + m)),
            2 * wide,
            2 * wide,
            m * wide,
            m * wide,
            k * wide,
            (k + m) * wide,
            (k + m) * wide,
            (inputs + k + m) * wide,
            2 * (inputs + k + m),
            2 * (k + m),
            m * (inputs + k),
            k * inputs,
        )
        rooms = [torch.zeros(shape) for shape in of_task] + [torch.zeros(size) for size in of_block]
        sizes = [*self._sizes, kind, self._length, back.by_second.numel(), wide, k, m]
        call = Call(RELU_POLICIES, [(x, tuple(x.shape)) for x in (*before, *between, *backs, *rooms)], sizes)
        place = len(before)

        def passed(v: Tensor) -> tuple[Tensor, Tensor]:
            found, along = torch.empty_like(self._theta), torch.empty(tasks, ACTIONS)
            for number, array in enumerate((v.contiguous(), found, along)):
                call.put(place + number, array, tuple(array.shape))
            call()
            return found, along

        return passed
