"""Runs small networks over their points, forward, backward and with tangents, hand-written and in reused memory.

A layer's weights and biases are one matrix W^ = [W'; b] (d + 1, h), and every layer's inputs get a constant 1,
a^ = [a, 1], so that biases need no code of their own. The loss is half the sum of the squared errors.
"""

from __future__ import annotations

from itertools import pairwise
from typing import final

import torch
from torch import Tensor

from metascope.simulator.learners.fewshot.activations import BENDS
from metascope.simulator.tasks.networks import Network

Seen = tuple[Tensor, Tensor, Tensor]  # x^ as products with the weights take it, [T] (d + 1, N), and (d + 1, T N)


@final
class Parameters:
    """Parameters of B networks, or derivatives with respect to them, by layer: W^ (B, d + 1, h), each contiguous.

    Args:
        network: gives the layout.
        count: B, or 0 for a single network, whose layers are (d + 1, h).
        like: a tensor with the wanted device and dtype.
    """

    def __init__(self, network: Network, count: int, like: Tensor) -> None:
        shapes = [(d + 1, h) for d, h in pairwise(network.layout.sizes)]
        each = max(count, 1)
        self.flat = like.new_zeros(each * network.layout.size)
        parts = self.flat.split_with_sizes([each * d * h for d, h in shapes])
        axes = (count,) if count else ()
        self.layers = [part.view(*axes, *shape) for part, shape in zip(parts, shapes, strict=True)]  # W^
        self.back = [layer[..., :-1, :].mT for layer in self.layers[:0:-1]]  # W (., h, d) of the last to the second
        self._by_network = [part.view(each, -1) for part in parts]  # (B, (d + 1) h)
        self._alone = [part[0] for part in self._by_network]
        self._layout = network.layout

    def load(self, theta: Tensor) -> None:
        """Take parameters (B, n), or (n,) of a single network, in the order of the network's `Layout`."""
        for layer, (w, b) in zip(self.layers, self._layout.layers(theta), strict=True):
            layer[..., :-1, :].copy_(w.mT)
            layer[..., -1:, :].copy_(b.mT)

    def save(self, theta: Tensor) -> None:
        """Write the parameters into theta (B, n), or (n,) of a single network."""
        for layer, (w, b) in zip(self.layers, self._layout.layers(theta), strict=True):
            w.copy_(layer[..., :-1, :].mT)
            b.copy_(layer[..., -1:, :].mT)

    def sum(self, out: Parameters) -> None:
        """Write the sum over the networks into `out`, of a single network."""
        for part, total in zip(self._by_network, out._alone, strict=True):
            torch.sum(part, 0, out=total)


@final
class Order:
    """Converts a single network's parameters between the orders of `Layout` and `Parameters`."""

    def __init__(self, network: Network, like: Tensor) -> None:
        places = Parameters(network, 0, torch.empty((), device=like.device, dtype=torch.float64))
        places.load(torch.arange(network.layout.size, device=like.device, dtype=torch.float64))
        self._there = places.flat.long()
        self._back = self._there.argsort()

    def read(self, theta: Tensor, out: Parameters) -> None:
        """Take parameters (n,)."""
        torch.index_select(theta, 0, self._there, out=out.flat)

    def write(self, parameters: Parameters, out: Tensor) -> None:
        """Write parameters into (n,)."""
        torch.index_select(parameters.flat, 0, self._back, out=out)


@final
class Points:
    """Inputs x^ = [x, 1] and targets of T tasks with N points each, and memory shared by all passes over them.

    Args:
        network: of squared errors.
        tasks: T.
        points: N.
        like: a tensor with the wanted device and dtype.
        beside: points whose passes alternate with these, to share their memory.
    """

    def __init__(self, network: Network, tasks: int, points: int, like: Tensor, beside: Points | None = None) -> None:
        self.given = like.new_ones(tasks, points, network.layout.sizes[0] + 1)
        self.targets = like.new_zeros(tasks, points, network.layout.sizes[-1])
        self._inputs = self.given[..., :-1]
        self._rooms: dict[tuple[str, int, int], Tensor] = beside._rooms if beside else {}

    def load(self, x: Tensor, y: Tensor) -> None:
        """Take inputs (T, N, d), which are copied, and targets (T, N, o), which are not."""
        self._inputs.copy_(x)
        self.targets = y

    def room(self, use: str, width: int) -> Tensor:
        """Return temporary memory (T, N, width), the same for the same use and width."""
        tasks, points, _ = self.given.shape
        key = use, points, width
        if key not in self._rooms:
            self._rooms[key] = self.given.new_zeros(tasks, points, width)
        return self._rooms[key]


@final
class Pass:
    """The forward and backward pass of T tasks, with separate or shared weights, and its tangent.

    Axes: T tasks, N points, d inputs and h outputs of a layer. If the weights are shared, all tasks' points are the
    rows of one product: views ending in `_rows` are then (T N, .), and otherwise (T, N, .).

    Args:
        network: of squared errors.
        points: the data; other data may be loaded between passes.
        shared: whether all tasks have the same weights.
        tangents: whether `tangent` and `curvature` will be used.
    """

    def __init__(self, network: Network, points: Points, *, shared: bool, tangents: bool = False) -> None:
        self._product = torch.mm if shared else torch.bmm
        self._bend, self._points = BENDS[network.activation], points
        self._layers: list[_Layer] = []
        for d, h in pairwise(network.layout.sizes):
            self._layers.append(_Layer(points, d, h, self._layers[-1:], shared, tangents, self._bend.curved))
        self._last = self._layers[-1]
        self._backwards = list(pairwise(self._layers))[::-1]  # a layer and the one that follows
        self._flat = [(x.given.flatten(0, 1).mT, x.slope.flatten(0, 1)) for x in self._layers if shared or not tangents]

    def see(self, given: Seen, targets: Tensor) -> None:
        """Use other points of the same numbers from now on. Not for a pass with tangents.

        Args:
            given: views of the inputs x^ (T, N, d + 1), from `views`.
            targets: (T, N, o).
        """
        first, self._points.targets = self._layers[0], targets
        first.given_rows, first.given_turned, self._flat[0] = given[0], given[1], (given[2], self._flat[0][1])

    def views(self, given: Tensor) -> Seen:
        """Return inputs x^ (T, N, d + 1) as `see` accepts them."""
        rows = given.flatten(0, 1)
        return (rows if self._product is torch.mm else given), given.mT, rows.mT

    def forth(self, theta: Parameters) -> None:
        """Compute the outputs and their errors, which are the last derivatives. z = a^ W^,  a = s(z)."""
        for layer, w in zip(self._layers, theta.layers, strict=True):
            self._product(layer.given_rows, w, out=layer.z_rows)
            if layer is not self._last:
                self._bend.forth(layer.z, out=layer.a)
        torch.sub(self._last.z, self._points.targets, out=self._last.slope)

    def back(self, theta: Parameters) -> None:
        """Compute the derivatives of all layers, after `forth`. delta = s'(z) u,  u = delta_next W_next."""
        for (layer, following), w in zip(self._backwards, theta.back, strict=True):
            self._product(following.slope_rows, w, out=layer.u_rows)
            self._bend.back(layer.u, layer.a, out=layer.slope)

    def gradient(self, out: Parameters) -> None:
        """Write each task's derivatives with respect to its weights, after `back`. dW^ = a^' delta."""
        for layer, dw in zip(self._layers, out.layers, strict=True):
            torch.bmm(layer.given_turned, layer.slope, out=dw)

    def total(self, out: Parameters) -> None:
        """Write the sum over tasks of the derivatives with respect to the weights, after `back`, as of one network.

        Not for a pass with tangents whose weights are not shared.
        """
        for (turned, slope), dw in zip(self._flat, out.layers, strict=True):
            torch.mm(turned, slope, out=dw)

    def tangent(self, theta: Parameters, v: Parameters) -> None:
        """Compute how everything changes as the weights of each task move by v, R{.}, after `back`.

        R{z} = a^ V^ + R{a} W,  R{a} = s' R{z};  R{u} = R{delta} W + delta V,  R{delta} = s' R{u} + s'' R{z} u
        (Pearlmutter, "Fast Exact Multiplication by the Hessian", 1994).
        """
        for layer, w, dw in zip(self._layers, theta.layers, v.layers, strict=True):
            torch.bmm(layer.given, dw, out=layer.moved)
            if layer is not self._layers[0]:  # the network's inputs do not move
                self._product(layer.given_moved_rows, w, out=layer.other_rows)
                layer.moved.add_(layer.other)
            if layer is not self._last:
                self._bend.back(layer.moved, layer.a, out=layer.a_moved)
        self._last.slope_moved.copy_(self._last.moved)  # the errors are z - y
        for (layer, following), w, dw in zip(self._backwards, theta.back, v.back, strict=True):
            self._product(following.slope_moved_rows, w, out=layer.moved_rows)
            torch.bmm(following.slope, dw, out=layer.other)
            layer.moved.add_(layer.other)
            self._bend.back(layer.moved, layer.a, out=layer.slope_moved)
            if self._bend.curved:
                self._bend.turn(layer.a, layer.a_moved, out=layer.other)
                layer.slope_moved.addcmul_(layer.other, layer.u)

    def curvature(self, out: Parameters) -> None:
        """Write the Hessian times v, after `tangent`; if the weights are shared, the sum over the tasks.

        R{dW^} = a^' R{delta} + R{a^}' delta: one product of two blocks.
        """
        for layer, hv in zip(self._layers, out.layers, strict=True):
            self._product(layer.given_both_turned, layer.slope_both, out=hv)

    def losses(self) -> Tensor:
        """Return the mean squared errors (T,), after `forth`."""
        found: Tensor = self._last.slope.square().mean((1, 2))
        return found

    def loss(self) -> Tensor:
        """Return the mean squared error () of all tasks together, after `forth`. Only where `total` is allowed."""
        errors = self._flat[-1][1].view(-1)
        return torch.dot(errors, errors).div_(errors.numel())


class _Layer:
    """A layer's inputs and results in a pass, and views of them.

    Its inputs a^ and their tangents form one block, and so do the tangents of its derivatives and the derivatives.
    """

    def __init__(
        self, points: Points, d: int, h: int, before: list[_Layer], shared: bool, tangents: bool, curved: bool
    ) -> None:
        t, n, _ = points.given.shape

        def rows(part: Tensor) -> Tensor:
            return part.flatten(0, 1) if shared else part

        def pair(width: int) -> tuple[Tensor, Tensor, Tensor]:
            if not tangents:
                part = points.given.new_zeros(t, n, width)
                return part, part, rows(part)
            block = points.given.new_zeros((2, t, n, width) if shared else (t, 2, n, width))
            first, second = block.unbind(0 if shared else 1)
            return first, second, block.view((2 * t * n, width) if shared else (t, 2 * n, width))

        self.given = given_moved = points.given
        given_both = rows(points.given)
        self.slope_moved, self.slope, self.slope_both = pair(h)
        if before:
            self.given, given_moved, given_both = pair(d + 1)
            self.given[..., -1] = 1  # the tangent of this constant stays 0
            before[0].a, before[0].a_moved = self.given[..., :-1], given_moved[..., :-1]
        else:
            self.slope_both = rows(self.slope_moved)  # the network's inputs do not move
        self.a: Tensor = self.given
        self.a_moved: Tensor = self.given  # of a hidden layer: the input of the next
        # z, u (the derivatives by a) and tangents are temporary and share memory; only curved activations need u again.
        self.z = self.moved = points.room("z", h)
        self.other = points.room("other", h)
        self.u = points.given.new_zeros(t, n, h) if curved else self.z
        self.given_rows, self.given_moved_rows, self.z_rows, self.u_rows = map(
            rows, (self.given, given_moved, self.z, self.u)
        )
        self.slope_rows, self.slope_moved_rows = rows(self.slope), rows(self.slope_moved)
        self.moved_rows, self.other_rows = rows(self.moved), rows(self.other)
        self.given_turned, self.given_both_turned = self.given.mT, given_both.mT
