"""Compares the compiled kernels of an embedding's blocks with autograd through torch's operations."""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor

from metascope.simulator.learners.embedding import machines, reference
from metascope.simulator.learners.embedding.machines import CALLS, Room, Sizes
from metascope.simulator.learners.embedding.reference import EPS, Blocks

_NEAR = 1e-5  # relative distance
_SIZES = ((3, 14, 20, 33), (2, 7, 16, 16), (5, 3, 5, 8))  # M, S, C, O
_CHANNELS = 20


def check_first() -> None:
    """Raise an AssertionError if a compiled first block is not the readable one."""
    for side, pools, own in ((14, True, True), (7, True, False), (6, False, True), (7, True, True)):
        draws = Generator().manual_seed(side)
        pictures = torch.rand(4, side, side, generator=draws, dtype=torch.float64)
        pictures *= torch.rand(4, side, side, generator=draws) > 0.8
        weights = reference.initial(Blocks(side, _CHANNELS, 1), draws, torch.float64)
        weights["block1.scale"] = _normal(draws, _CHANNELS)
        parts = [weights[f"block1.{part}"] for part in ("filters", "scale", "shift", "mean", "variance")]
        learned = [part.requires_grad_() for part in parts[:3]]
        made = reference.convolve(weights, "block1", pictures.unsqueeze(1), pools, "episode" if own else "running")
        wanted = made.permute(0, 2, 3, 1)
        given = _normal(draws, *wanted.shape)
        slopes = torch.autograd.grad(wanted, learned, given)
        sizes, room = Sizes(4, side, 1, _CHANNELS, pools, own), Room()
        kept = [*machines.cut(sizes), *machines.moments(sizes)]
        y, told = torch.empty(wanted.shape), torch.empty(2, _CHANNELS)
        means, inverses = torch.empty(_CHANNELS), torch.empty(_CHANNELS)
        single = [part.detach().float() for part in (pictures, *parts)]
        machines.first(sizes, [*single, means, inverses, told, y, *kept], room, True)()
        found = [torch.empty_like(part) for part in single[1:4]]
        machines.first_back(sizes, [_single(given), y, single[2], means, inverses, *kept, *found], room)()
        _compare((y, *found), (wanted, *slopes))


def check_convolving() -> None:
    """Raise an AssertionError if compiled convolutions are not torch's, where normalization is fixed and where own."""
    for (m, s, c, o), own in zip((*_SIZES, *_SIZES), [True] * 3 + [False] * 3, strict=True):
        draws = Generator().manual_seed(s)
        rows, filters, scale = _normal(draws, m, s, s, c), _normal(draws, o, c, 3, 3), _normal(draws, o)
        variance, learned = _normal(draws, o).square(), (rows, filters, scale)
        for part in learned:
            part.requires_grad_()
        factors = scale.detach().sign() if own else scale * (variance + EPS).rsqrt()
        wanted = F.conv2d(rows.permute(0, 3, 1, 2), filters * factors.view(-1, 1, 1, 1), padding=1).permute(0, 2, 3, 1)
        given = _normal(draws, *wanted.shape)
        slopes = torch.autograd.grad(wanted, learned[: 2 if own else 3], given)
        sizes = Sizes(m, s, c, o, False, own)
        z, seen, turned = torch.empty(wanted.shape), torch.empty(sizes.seen(True)), torch.empty(sizes.turned)
        single = [part.detach().float() for part in (*learned, variance)]
        multiplied = torch.empty(o)
        CALLS.run(machines.convolving, sizes, (*single, multiplied, z, seen, turned), True)
        by_rows, by_filters, by_scale = (torch.empty_like(part) for part in single[:3])
        zeros = torch.zeros(o)
        back = (_single(given), seen, turned, by_rows, by_filters, single[1], zeros, single[3], multiplied)
        CALLS.run(machines.convolving_back, sizes, (*back, by_scale, zeros), True)
        _compare((z, by_rows, by_filters, by_scale)[: len(slopes) + 1], (wanted, *slopes))


def check_normalizing() -> None:
    """Raise an AssertionError if what follows a compiled convolution is not torch's."""
    for m, s, _, o in _SIZES:
        for pools, own in ((True, True), (False, True), (True, False), (False, False)):
            draws = Generator().manual_seed(s)
            z, shift = (_normal(draws, *shape).requires_grad_() for shape in ((m, s, s, o), (o,)))
            scale = (_normal(draws, o).abs() + 0.1).requires_grad_()
            mean, variance = _normal(draws, o), _normal(draws, o).square()
            maps = z.permute(0, 3, 1, 2)
            if own:
                maps = F.batch_norm(maps, None, None, scale, shift, True, eps=EPS)
            else:
                maps = maps + (shift - mean * scale * (variance + EPS).rsqrt()).view(-1, 1, 1)
            wanted = (F.max_pool2d(maps.relu(), 2) if pools else maps.relu()).permute(0, 2, 3, 1)
            given = _normal(draws, *wanted.shape)
            slopes = torch.autograd.grad(wanted, (z, shift, scale)[: 2 + own], given)
            single = [part.detach().float() for part in (z, scale, shift, mean, variance)]
            sizes, y, told = Sizes(m, s, 0, o, pools, own), torch.empty(wanted.shape), torch.empty(2, o)
            means, inverses, slopes_of = (torch.empty(o) for _ in range(3))
            arrays = (single[0], y, *single[1:], means, inverses, slopes_of, told)
            CALLS.run(machines.normalizing, sizes, arrays)
            by_z, by_scale, by_shift = torch.empty(z.shape), torch.empty(o), torch.empty(o)
            back = (single[0], y, _single(given), by_z, means, inverses, slopes_of, by_scale, by_shift)
            CALLS.run(machines.normalizing_back, sizes, back)
            _compare((y, by_z, by_shift, by_scale)[: 3 + own], (wanted, *slopes))


def _compare(found: Sequence[Tensor], wanted: Sequence[Tensor]) -> None:
    for one, other in zip(found, wanted, strict=True):
        assert float((one - other).norm() / other.norm()) < _NEAR, "it differs"


def _normal(draws: Generator, *shape: int) -> Tensor:
    return torch.randn(shape, generator=draws, dtype=torch.float64)


def _single(x: Tensor) -> Tensor:
    return x.float().contiguous()
