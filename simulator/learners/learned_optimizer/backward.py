"""Computes the meta-gradient by hand, back through the updates, without evaluating the problem again.

With f, i, z for z^f, z^i, z: theta_t = f_t theta_{t-1} + i_t z_t, and the cell sees g_t and l_t as numbers, not as
functions of theta (no second derivatives: Ravi and Larochelle, section 3.2). So lambda_t, the derivative of the
meta-loss sum_t w_t l_t(theta_t) by theta_t, is

    lambda_T = w_T g_T,
    lambda_{t-1} = f_t lambda_t + (through what the gates see of theta_{t-1}) + w_{t-1} g_{t-1},

where every g_t, the gradient of the problem at theta_t, was computed on the way forward. From lambda_t follow the
derivatives by the gates and by z,

    d f_t = lambda_t theta_{t-1},     d i_t = lambda_t z_t,     d z_t = lambda_t i_t,

and below them is an ordinary LSTM.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from metascope.simulator.learners.learned_optimizer.strip import HeadTick, LayerTick, Packed, Strip, Sums

_sigmoid_backward = torch.ops.aten.sigmoid_backward.grad_input  # d s (1 - s)
_tanh_backward = torch.ops.aten.tanh_backward.grad_input  # d (1 - tanh^2)


class Backward:
    """The backward pass through one strip's K updates. Buffers are allocated once, for strips of one width."""

    def __init__(self, strip: Strip) -> None:
        width = strip.where.stop - strip.where.start
        self._strip = strip
        self._head = _HeadAdjoint(strip, width)
        self._layers = [_LayerAdjoint(layer[0], strip, width, bottom=i == 0) for i, layer in enumerate(strip.layers)]

    def __call__(
        self,
        weights: Packed,
        theta: Sequence[Tensor],
        gradient: Sequence[Tensor],
        sources: Sequence[Tensor | None],
        sums: Sums,
    ) -> Tensor:
        """Add the derivatives by the weights to `sums` and return lambda_0 minus its own source, (N,).

        Args:
            weights: those of the forward pass.
            theta: theta_0 .. theta_{K-1}, (N,) each.
            gradient: at these, (N,) each.
            sources: K + 1 of w_t g_t; None where it is 0. The first is not used.
            sums: to which the derivatives are added.
        """
        adjoint = torch.zeros_like(theta[0])  # lambda, (N,)
        self._head.begin()
        for layer in self._layers:
            layer.begin()
        for t in reversed(range(len(sources) - 1)):
            if (source := sources[t + 1]) is not None:
                adjoint.add_(source)
            above = self._head.back(self._strip.heads[t], weights.head, sums.head, adjoint, theta[t], gradient[t])
            for i in reversed(range(len(self._layers))):
                tick = self._strip.layers[i][t]
                above = self._layers[i].back(tick, weights.layers[i], sums.layers[i], above)
        return adjoint


class _HeadAdjoint:
    """Derivatives by the gates and z, and by their inputs."""

    def __init__(self, strip: Strip, width: int) -> None:
        self._design = design = strip.design
        head = strip.heads[0]
        self._rows = torch.zeros_like(head.rows)  # by the rows before the sigmoid, (R, N)
        self._forget, self._input, self._candidate = (
            self._rows[0],
            self._rows[min(1, len(self._rows) - 1)],
            self._rows[-1],
        )
        self._gates = self._rows[:2]
        self._seen = head.rows.new_zeros(len(head.zz) - 1, width)  # by [h; theta; z^f; z^i], (E, N)
        self._features = self._seen[: design.features]
        self._theta = self._seen[design.features] if design.sees_theta else None
        self._seen_gates = self._seen[design.features + design.sees_theta :]  # (2, N) or nothing

    def begin(self) -> None:
        """Start with zero derivatives from later updates."""
        self._seen_gates.zero_()

    def back(
        self, tick: HeadTick, weight: Tensor, sums: Tensor, adjoint: Tensor, theta: Tensor, gradient: Tensor
    ) -> Tensor:
        """Take `adjoint` from lambda_t to lambda_{t-1} in place; return the derivative by h, (H, N)."""
        design = self._design
        if not design.gated:  # theta_t = theta_{t-1} + z
            self._candidate.copy_(adjoint)
        else:
            torch.mul(adjoint, theta, out=self._forget)  # d f = lambda theta_{t-1}
            if design.proposes:
                torch.mul(adjoint, tick.candidate, out=self._input)  # d i = lambda z
                torch.mul(adjoint, tick.input, out=self._candidate)  # d z = lambda i
            else:
                torch.mul(adjoint, gradient, out=self._input).neg_()  # z = -g
            if design.sees_gates:
                self._gates.add_(self._seen_gates)  # from the next update, which saw them
            _sigmoid_backward(self._gates, tick.gates, grad_input=self._gates)
            adjoint.mul_(tick.forget)  # f lambda
        sums.addmm_(self._rows, tick.zz.t())
        torch.mm(weight[:, :-1].t(), self._rows, out=self._seen)  # (E, N)
        if self._theta is not None and design.gated:
            adjoint.add_(self._theta)
        return self._features


class _LayerAdjoint:
    """Derivatives of one LSTM layer: by its rows before sigma and tanh, its cell, and its inputs."""

    def __init__(self, tick: LayerTick, strip: Strip, width: int, *, bottom: bool) -> None:
        units = strip.design.units
        self._rows = torch.empty_like(tick.rows)  # (4H, N), of which are:
        self._sigmoids = self._rows[: 3 * units]
        self._z_i, self._z_f, self._z_o, self._z = self._rows.chunk(4)
        self._h, self._c, self._through = (torch.empty_like(tick.c) for _ in range(3))  # (H, N) each
        below = len(tick.zz) - 1 - units
        self._columns = slice(
            below if bottom else 0, below + units
        )  # the inputs themselves are constants: no derivative
        self._given = self._h.new_empty(units if bottom else below + units, width)
        self._below, self._own = self._given[:-units], self._given[-units:]

    def begin(self) -> None:
        """Start with zero derivatives from later updates, where back-propagation is truncated."""
        self._own.zero_()
        self._c.zero_()

    def back(self, tick: LayerTick, weight: Tensor, sums: Tensor, above: Tensor) -> Tensor:
        """Go back one update; `above` (H, N) is the derivative by h. Return that by the layer's input below."""
        h, c, through = self._h, self._c, self._through
        torch.add(above, self._own, out=h)  # by h', from above and from the next update
        torch.mul(h, tick.z_o, out=through)
        _tanh_backward(through, tick.tanh_c, grad_input=through)
        c.add_(through)  # by c'
        torch.mul(c, tick.z, out=self._z_i)
        torch.mul(c, tick.c_before, out=self._z_f)
        torch.mul(h, tick.tanh_c, out=self._z_o)
        torch.mul(c, tick.z_i, out=self._z)
        _sigmoid_backward(self._sigmoids, tick.sigmoids, grad_input=self._sigmoids)
        _tanh_backward(self._z, tick.z, grad_input=self._z)
        sums.addmm_(tick.zz, self._rows.t())
        torch.mm(weight[:, self._columns].t(), self._rows, out=self._given)
        c.mul_(tick.z_f)  # by c of the previous update
        return self._below
