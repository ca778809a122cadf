"""Runs T tasks' networks over pictures: forward, backward, and how either moves as the weights do.

What a network's first layer is given does not depend on weights: it is prepared once (`prepared`), and any number of
passes look at it. Packed weights and derivatives are those of `packing`; of a body, those before the head's. After
`forth`, `back` and so on may be called in this order only. Axes: T tasks, M pictures, E features, N ways.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import final

import torch
from torch import Tensor

from metascope.simulator.learners.picture_maml.first import First, Patches
from metascope.simulator.learners.picture_maml.networks import Convolutional, Network
from metascope.simulator.learners.picture_maml.normalizing import Back, Normalizing
from metascope.simulator.learners.picture_maml.packing import Packed
from metascope.simulator.learners.picture_maml.products import Convolve, Dense, Grouped, Product

_DENSE = Dense()


@dataclass(frozen=True)
class Prepared:
    """Pictures as the first block or layer is given them."""

    tasks: int  # T
    pictures: int  # M
    counted: int | None  # pictures, the first ones, whose statistics normalize all; None: all
    given: Patches | Tensor  # of a convolution, or all pixels (T, M, S S)
    product: Product | None = None  # of these pixels with the first layer's weights, where these are not as packed
    convolve: Convolve = Grouped  # makes the products of the blocks after the first


def prepared(
    network: Network,
    pictures: Tensor,
    counted: int | None = None,
    product: Product | None = None,
    convolve: Convolve = Grouped,
) -> Prepared:
    """Return pictures (T, M, S, S) as passes are given them.

    Args:
        network: the sizes.
        pictures: (T, M, S, S).
        counted: pictures, the first ones, whose statistics normalize all; None: all.
        product: of a first layer of units, where its weights are not as packed.
        convolve: makes the products of the blocks after the first.
    """
    if not isinstance(network, Convolutional):
        return Prepared(len(pictures), pictures.shape[1], counted, pictures.flatten(2), product)
    pools = network.shrinking == "pool"
    patches = Patches(pictures, pools=pools, counted=counted)
    return Prepared(len(pictures), pictures.shape[1], counted, patches, convolve=convolve)


@final
class Head:
    """The last layer: scores (T, M, N) of features (T, M, E)."""

    def forth(self, x: Tensor, theta: Packed) -> Tensor:
        """Return the scores with weights and bias theta."""
        self._x, self._w = x, theta[0]
        return torch.baddbmm(theta[1], x, theta[0])

    def back(self, g: Tensor, *, further: bool = True) -> tuple[Tensor | None, Packed]:
        """Return the derivatives by the features, if asked for, and by weights and bias, by those by scores."""
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
    """All blocks or layers before the head. The rows of a convolution are pixels, with all tasks' channels beside.

    Args:
        network: the sizes.
        given: the pictures.
    """

    def __init__(self, network: Network, given: Prepared) -> None:
        self._network, self._given = network, given
        self._first = First(given.given) if isinstance(given.given, Patches) else None

    def forth(self, theta: Packed) -> Tensor:
        """Return features (T, M, E)."""
        self._parts = list[_Part]()
        if self._first is not None:
            y = self._first.forth(*theta[:3]).flatten(1).unsqueeze(0)
        else:
            assert isinstance(self._given.given, Tensor)
            y = self._given.given
        for number in range(self._begin, len(self._network.names)):
            w, scale, shift = theta[3 * number : 3 * number + 3]
            part = self._part(number, y, w)
            y = part.normalizing.forth(part.product.of(y, w), *_spread(part.product, scale, shift))
            self._parts.append(part)
        return self._read(y)

    def back(self, given: Tensor) -> Packed:
        """Return the derivatives by the weights, by those by the features."""
        g, found = self._unread(given), Packed()
        for part in self._parts[::-1]:
            back = part.normalizing.back(g)
            part.g = back.product
            by_x, by_w = part.product.back(part.g, part.x, part.w, further=self._further(part))
            found = [by_w, *self._of_tasks(back), *found]
            g = g if by_x is None else by_x
        return found if self._first is None else [*self._first.back(self._of_first(g)), *found]

    def forth_moved(self, direction: Packed) -> Tensor:
        """Return how the features move as the weights move in a direction."""
        moved: Tensor | None = None
        if self._first is not None:
            moved = self._first.forth_moved(*direction[:3]).flatten(1).unsqueeze(0)
        for number, part in enumerate(self._parts, self._begin):
            part.dw, scale, shift = direction[3 * number : 3 * number + 3]
            part.dx = moved
            product = part.product.moved(part.x, part.w, part.dx, part.dw)
            moved = part.normalizing.forth_moved(product, *_spread(part.product, scale, shift))
        assert moved is not None
        return self._read(moved)

    def back_moved(self, given: Tensor) -> Packed:
        """Return how the derivatives by the weights move, by how those by the features do."""
        dg, found = self._unread(given), Packed()
        for part in self._parts[::-1]:
            back = part.normalizing.back_moved(dg)
            assert part.g is not None
            assert part.dw is not None
            gs, xs, ws = (part.g, back.product), (part.x, part.dx), (part.w, part.dw)
            by_x, by_w = part.product.back_moved(gs, xs, ws, further=self._further(part))
            found = [by_w, *self._of_tasks(back), *found]
            dg = dg if by_x is None else by_x
        return found if self._first is None else [*self._first.back_moved(self._of_first(dg)), *found]

    @property
    def _begin(self) -> int:
        """Return the number of the first of the parts."""
        return int(self._first is not None)

    def _further(self, part: _Part) -> bool:
        """Return whether derivatives by what a part is given are wanted."""
        return self._first is not None or part is not self._parts[0]

    def _of_first(self, g: Tensor) -> Tensor:
        """Return derivatives by the first block's rows, (R, T, C)."""
        return g.view(g.shape[1], self._given.tasks, -1)

    def _part(self, number: int, x: Tensor, w: Tensor) -> _Part:
        network, counted = self._network, self._given.counted
        if not isinstance(network, Convolutional):
            product = None if number else self._given.product
            return _Part(product or _DENSE, Normalizing(counted, None), x, w)
        pools, sides = network.shrinking == "pool", network.sides[number : number + 2]
        side = sides[0] if pools else sides[1]  # of what the convolution makes
        normalizing = Normalizing(None if counted is None else counted * side**2, side if pools else None)
        return _Part(self._given.convolve(self._given.tasks, sides[0], 1 if pools else 2), normalizing, x, w)

    def _of_tasks(self, back: Back) -> Packed:
        """Return derivatives by scales and shifts, (T, 1, C) each."""
        return [back.scale.view(self._given.tasks, 1, -1), back.shift.view(self._given.tasks, 1, -1)]

    def _read(self, y: Tensor) -> Tensor:
        """Return the last rows as features (T, M, E): all numbers of a picture, or means of its channels."""
        if not isinstance(self._network, Convolutional):
            return y
        maps = y.view(self._given.pictures, self._network.sides[-1] ** 2, self._given.tasks, -1).permute(2, 0, 1, 3)
        return maps.mean(2) if self._network.reading == "mean" else maps.flatten(2)

    def _unread(self, g: Tensor) -> Tensor:
        """Return derivatives by the last rows, by those by features."""
        if not isinstance(self._network, Convolutional):
            return g
        pixels = self._network.sides[-1] ** 2
        if self._network.reading == "mean":
            maps = (g / pixels).unsqueeze(2).expand(-1, -1, pixels, -1)
        else:
            maps = g.reshape(*g.shape[:2], pixels, -1)
        return maps.permute(1, 2, 0, 3).reshape(1, self._given.pictures * pixels, -1)


def _spread(product: Product, scale: Tensor, shift: Tensor) -> tuple[Tensor, Tensor]:
    """Return scales and shifts (T, 1, C) as they belong to the rows of a product."""
    return (scale.view(1, 1, -1), shift.view(1, 1, -1)) if product.beside else (scale, shift)
