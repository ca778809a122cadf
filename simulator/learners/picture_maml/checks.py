"""Compares the compiled convolutions of tasks with torch's, in double precision."""

from __future__ import annotations

import torch
from torch import Generator, Tensor

from metascope.simulator.learners.picture_maml.products import Grouped
from metascope.simulator.learners.picture_maml.tiled import Tiled

_NEAR = 1e-5  # relative distance
_SIZES = ((2, 3, 14, 20, 33), (3, 2, 7, 16, 16), (1, 5, 5, 3, 8))  # T, M, S, D, C


def check() -> None:
    """Raise an AssertionError if compiled products, their derivatives, or how these move are not torch's."""
    for t, m, s, d, c in _SIZES:
        draws = Generator().manual_seed(s)
        x, dx = (_normal(draws, 1, m * s * s, t * d) for _ in range(2))
        w, dw = (_normal(draws, t, c, 3, 3, d) for _ in range(2))
        g, dg = (_normal(draws, 1, m * s * s, t * c) for _ in range(2))
        wanted, found = Grouped(t, s, 1), Tiled(t, s)
        _compare(found.of(x.float(), w.float()), wanted.of(x, w))
        _compare(found.moved(*(part.float() for part in (x, w, dx, dw))), wanted.moved(x, w, dx, dw))
        back = found.back(g.float(), x.float(), w.float())
        gs, xs, ws = ((one.float(), other.float()) for one, other in ((g, dg), (x, dx), (w, dw)))
        moved = found.back_moved(gs, xs, ws, further=True)
        plain = wanted.back(g, x, w), wanted.back_moved((g, dg), (x, dx), (w, dw), further=True)
        for ours, theirs in zip((*back, *moved), (*plain[0], *plain[1]), strict=True):
            _compare(ours, theirs)


def _compare(found: Tensor | None, wanted: Tensor | None) -> None:
    assert found is not None
    assert wanted is not None
    assert float((found - wanted).norm() / wanted.norm()) < _NEAR, "it differs"


def _normal(draws: Generator, *shape: int) -> Tensor:
    return torch.randn(shape, generator=draws, dtype=torch.float64)
