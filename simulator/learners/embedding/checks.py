"""Compares the compiled kernels of an embedding's blocks with autograd through torch's operations."""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor

from simulator.learners.embedding import machines, reference
from simulator.learners.embedding.reference import Blocks

_NEAR = 1e-5  # relative distances
_SIZES = ((3, 14, 20, 33), (2, 7, 16, 16), (5, 3, 5, 8))  # M, S, C, O


def check_first() -> None:
    """Raise an AssertionError if a compiled first block is not the readable one."""
    for side, pools in ((14, True), (7, True), (6, False)):
        for statistics in ("episode", "running"):
            draws = Generator().manual_seed(side)
            pictures = _normal(draws, 4, side, side).relu() * (torch.rand(4, side, side, generator=draws) > 0.8)
            weights = reference.initial(Blocks(side, 20, 1), draws, torch.float64)
            weights["block1.scale"] = _normal(draws, 20) + 0.1
            learned = [weights[f"block1.{part}"].requires_grad_() for part in ("filters", "scale", "shift")]
            own = statistics == "episode"
            wanted = reference.convolve(
                weights, "block1", pictures.unsqueeze(1), pools, "episode" if own else "running"
            ).permute(0, 2, 3, 1)
            given = _normal(draws, *wanted.shape)
            slopes = torch.autograd.grad(wanted, learned, given)
            filters, scale, shift = (part.detach().float() for part in learned)
            fixed = None if own else (torch.zeros(20), torch.ones(20))
            cut = machines.uncut(pictures.float(), pools)
            made = machines.first(cut, filters, scale, shift, fixed, pools)
            found = machines.first_back(given.float(), scale, cut, made, pools, own)
            _compare((made.y, *found), (wanted, *slopes))


def check_convolving() -> None:
    """Raise an AssertionError if compiled convolutions are not torch's."""
    for m, s, c, o in _SIZES:
        draws = Generator().manual_seed(s)
        rows, filters, factors = _normal(draws, m, s, s, c), _normal(draws, o, c, 3, 3), _normal(draws, o)
        rows.requires_grad_()
        scaled = (filters * factors.view(-1, 1, 1, 1)).requires_grad_()
        wanted = F.conv2d(rows.permute(0, 3, 1, 2), scaled, padding=1).permute(0, 2, 3, 1)
        given = _normal(draws, *wanted.shape)
        slopes = torch.autograd.grad(wanted, (rows, scaled), given)
        z, seen, turned = machines.convolve_kept(rows.detach().float(), filters.float(), factors.float())
        by_rows, by_filters = machines.convolve_back(given.float(), seen, turned, rows.shape, True)
        assert by_rows is not None, "it was wanted"
        _compare((z, by_rows, by_filters), (wanted, *slopes))
        assert torch.equal(machines.convolve(rows.detach().float(), filters.float(), factors.float()), z)


def check_normalizing() -> None:
    """Raise an AssertionError if what follows a compiled convolution is not torch's."""
    for m, s, _, o in _SIZES:
        for pools in (True, False):
            for own in (True, False):
                draws = Generator().manual_seed(s)
                z, scale = _normal(draws, m, s, s, o).requires_grad_(), (_normal(draws, o).abs() + 0.1).requires_grad_()
                shift = _normal(draws, o).requires_grad_()
                maps = z.permute(0, 3, 1, 2)
                maps = F.batch_norm(maps, None, None, scale, shift, True, eps=reference.EPS) if own else (
                    maps + shift.view(-1, 1, 1)
                )
                wanted = (F.max_pool2d(maps.relu(), 2) if pools else maps.relu()).permute(0, 2, 3, 1)
                given = _normal(draws, *wanted.shape)
                learned = (z, scale, shift) if own else (z, shift)
                slopes = torch.autograd.grad(wanted, learned, given)
                single = [part.detach().float() for part in (z, scale, shift)]
                made = machines.normalize(*single, pools, own)
                by_z, by_scale, by_shift = machines.normalize_back(given.float(), single[0], made, pools, own)
                _compare((made.y, by_z, *((by_scale, by_shift) if own else (by_shift,))), (wanted, *slopes))


def _compare(found: tuple[Tensor, ...], wanted: tuple[Tensor, ...]) -> None:
    for one, other in zip(found, wanted, strict=True):
        assert float((one - other).norm() / other.norm()) < _NEAR, "it differs"


def _normal(draws: Generator, *shape: int) -> Tensor:
    return torch.randn(shape, generator=draws, dtype=torch.float64)
