"""Runs T tasks' networks over pictures: forward, backward, and how either moves as the weights do.

What a network's first layer is given does not depend on weights: it is prepared once (`prepared`), and any number of
passes look at it. Packed weights and derivatives are those of `packing`; of a body, those before the head's. After
`forth`, `back` and so on may be called in this order only. Axes: T tasks, M pictures, E features, N ways.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from simulator.learners.picture_maml.networks import Convolutional, Network
from simulator.learners.picture_maml.normalizing import Back, Normalizing
from simulator.learners.picture_maml.packing import Packed
from simulator.learners.picture_maml.products import Dense, Grouped, Product


def prepared(network: Network, pictures: Tensor) -> Tensor:
    """Return pictures (T, M, S, S) as the first layer is given them: (T, M, R, D), R rows of each.

    A convolution's rows are pixels of its outputs, D the 9 pixels that a filter sees there; a layer of units has one
    row, all pixels.
    """
    if not isinstance(network, Convolutional):
        return pictures.flatten(2).unsqueeze(2)
    side, stride = network.side, 2 if network.shrinking == "stride" else 1
    around = F.pad(pictures, (1, 1, 1, 1))
    seen = [around[..., y : y + side : stride, x : x + side : stride] for y in range(3) for x in range(3)]
    return torch.stack(seen, -1).flatten(2, 3)


@final
class Head:
    """The last layer: scores (T, M, N) of features (T, M, E)."""

    def forth(self, x: Tensor, theta: Packed) -> Tensor:
        """Return the scores with weights and bias theta."""
        self._x, self._w = x, theta[0]
        return torch.baddbmm(theta[1], x, theta[0].mT)

    def back(self, g: Tensor, *, further: bool = True) -> tuple[Tensor | None, Packed]:
        """Return the derivatives by the features, if they are asked for, and by weights and bias, by those by scores."""
        self._g = g
        by_x, by_w = _DENSE.back(g, self._x, self._w, further=further)
        return by_x, [by_w, g.sum(1, keepdim=True)]

    def forth_moved(self, dx: Tensor | None, direction: Packed) -> Tensor:
        """Return how the scores move as the features move by dx, or not at all, and the weights by a direction."""
        self._dx, self._dw = dx, direction[0]
        return _DENSE.moved(self._x, self._w, dx, self._dw).add_(direction[1])

    def back_moved(self, dg: Tensor) -> tuple[Tensor, Packed]:
        """Return how the derivatives by features, and by weights and bias, move as those by scores do."""
        by_x, by_w = _DENSE.back_moved((self._g, dg), (self._x, self._dx), (self._w, self._dw), further=True)
        assert by_x is not None
        return by_x, [by_w, dg.sum(1, keepdim=True)]


@dataclass
class _Part:
    """A block or layer on its way: what it was given, its weights, and the derivatives by its product."""

    product: Product
    normalizing: Normalizing
    x: Tensor
    w: Tensor
    g: Tensor | None = None
    dx: Tensor | None = None
    dw: Tensor | None = None


@final
class Body:
    """All blocks or layers before the head.

    Args:
        network: the sizes.
        given: pictures as `prepared`, (T, M, R, D).
        counted: pictures, the first ones, whose statistics normalize all; None: all.
    """

    def __init__(self, network: Network, given: Tensor, counted: int | None = None) -> None:
        self._network, self._given, self._counted = network, given.flatten(1, 2), counted
        self._tasks, self._pictures = given.shape[:2]

    def forth(self, theta: Packed) -> Tensor:
        """Return features (T, M, E)."""
        self._parts, y = list[_Part](), self._given
        for number in range(len(self._network.names)):
            w, scale, shift = theta[3 * number : 3 * number + 3]
            part = self._part(number, self._beside(y) if number == 1 else y, w)
            y = part.normalizing.forth(part.product.of(part.x, w), *_spread(part.product, scale, shift))
            self._parts.append(part)
        return self._read(y)

    def back(self, given: Tensor) -> Packed:
        """Return the derivatives by the weights, by those by the features."""
        g, found = self._unread(given), Packed()
        for number in range(len(self._parts) - 1, -1, -1):
            part = self._parts[number]
            back = part.normalizing.back(g)
            part.g = back.product
            by_x, by_w = part.product.back(part.g, part.x, part.w, further=number > 0)
            found = [by_w, *self._of_tasks(back), *found]
            if by_x is not None:
                g = self._apart(by_x) if number == 1 else by_x
        return found

    def forth_moved(self, direction: Packed) -> Tensor:
        """Return how the features move as the weights move in a direction."""
        moved: Tensor | None = None
        for number, part in enumerate(self._parts):
            part.dw, scale, shift = direction[3 * number : 3 * number + 3]
            part.dx = self._beside(moved) if number == 1 and moved is not None else moved
            product = part.product.moved(part.x, part.w, part.dx, part.dw)
            moved = part.normalizing.forth_moved(product, *_spread(part.product, scale, shift))
        assert moved is not None
        return self._read(moved)

    def back_moved(self, given: Tensor) -> Packed:
        """Return how the derivatives by the weights move, by how those by the features do."""
        dg, found = self._unread(given), Packed()
        for number in range(len(self._parts) - 1, -1, -1):
            part = self._parts[number]
            back = part.normalizing.back_moved(dg)
            assert part.g is not None and part.dw is not None
            gs, xs, ws = (part.g, back.product), (part.x, part.dx), (part.w, part.dw)
            by_x, by_w = part.product.back_moved(gs, xs, ws, further=number > 0)
            found = [by_w, *self._of_tasks(back), *found]
            if by_x is not None:
                dg = self._apart(by_x) if number == 1 else by_x
        return found

    def _part(self, number: int, x: Tensor, w: Tensor) -> _Part:
        network = self._network
        if not isinstance(network, Convolutional):
            return _Part(_DENSE, Normalizing(self._counted, None), x, w)
        pools, sides = network.shrinking == "pool", network.sides[number : number + 2]
        side = sides[0] if pools else sides[1]  # of what the convolution makes
        counted = None if self._counted is None else self._counted * side**2
        product = Grouped(self._tasks, sides[0], 1 if pools else 2) if number else _DENSE
        return _Part(product, Normalizing(counted, side if pools else None), x, w)

    def _beside(self, y: Tensor) -> Tensor:
        """Return rows (T, R, C) as a convolution of all tasks is given them, (1, R, T C); of units as they are."""
        if not isinstance(self._network, Convolutional):
            return y
        return y.transpose(0, 1).reshape(1, y.shape[1], -1)

    def _apart(self, y: Tensor) -> Tensor:
        """Return what `_beside` was given."""
        if not isinstance(self._network, Convolutional):
            return y
        return y.view(y.shape[1], self._tasks, -1).transpose(0, 1).contiguous()

    def _of_tasks(self, back: Back) -> Packed:
        """Return derivatives by scales and shifts, (T, 1, C) each."""
        return [back.scale.view(self._tasks, 1, -1), back.shift.view(self._tasks, 1, -1)]

    def _read(self, y: Tensor) -> Tensor:
        """Return the last rows as features (T, M, E): all numbers of a picture, or means of its channels."""
        if not isinstance(self._network, Convolutional):
            return y
        pixels = self._network.sides[-1] ** 2
        if self._network.count == 1:
            maps = y.view(self._tasks, self._pictures, pixels, -1)
        else:
            maps = y.view(self._pictures, pixels, self._tasks, -1).permute(2, 0, 1, 3)  # (T, M, pixels, C)
        return maps.mean(2) if self._network.reading == "mean" else maps.flatten(2)

    def _unread(self, g: Tensor) -> Tensor:
        """Return derivatives by the last rows, by those by features."""
        network = self._network
        if not isinstance(network, Convolutional):
            return g
        pixels = network.sides[-1] ** 2
        if network.reading == "mean":
            maps = (g / pixels).unsqueeze(2).expand(-1, -1, pixels, -1)
        else:
            maps = g.view(*g.shape[:2], pixels, -1)
        if network.count == 1:
            return maps.reshape(self._tasks, self._pictures * pixels, -1)
        return maps.permute(1, 2, 0, 3).reshape(1, self._pictures * pixels, -1)


def _spread(product: Product, scale: Tensor, shift: Tensor) -> tuple[Tensor, Tensor]:
    """Return scales and shifts (T, 1, C) as they belong to the rows of a product."""
    return (scale.view(1, 1, -1), shift.view(1, 1, -1)) if isinstance(product, Grouped) else (scale, shift)


_DENSE = Dense()
