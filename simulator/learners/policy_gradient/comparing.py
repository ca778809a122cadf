"""Keeps estimates of a start's meta-gradient as they come, and says how far their means are from the exact one."""

from __future__ import annotations

import torch
from torch import Tensor

from metascope.simulator.engine.arrays import Single, frozen, single
from metascope.simulator.learners.policy_gradient.comparison import ESTIMATES, Comparison

_LEVELS = 12  # powers of two of which means are kept
_ESTIMATED = ("count", "total", "squares", "means")
_EXACT = ESTIMATES.index("exact")


class Estimates:
    """What is kept of the estimates of one start's meta-gradient.

    Args:
        start: phi, (P,): any, until `begin_anew`.
    """

    def __init__(self, start: Tensor) -> None:
        kinds = len(ESTIMATES)
        self._tensors = {
            "start": start.clone(),
            "begun": torch.zeros((), dtype=torch.int64),  # meta-step
            "count": torch.zeros((), dtype=torch.int64),
            "total": start.new_zeros(kinds, len(start)),
            "squares": start.new_zeros(kinds),  # sum of the squares of their lengths
            "means": start.new_zeros(_LEVELS, kinds, len(start)),  # of the first 1, 2, 4, ... estimates
        }

    def tensors(self, prefix: str) -> dict[str, Tensor]:
        """Return everything by name, as a `TensorSimulation` keeps it: what is copied into these continues."""
        return {f"{prefix}.{name}": tensor for name, tensor in self._tensors.items()}

    @property
    def start(self) -> Tensor:
        """The start whose meta-gradient is estimated, (P,)."""
        return self._tensors["start"]

    @property
    def begun(self) -> int:
        """The meta-step from which on it is estimated."""
        return int(self._tensors["begun"])

    def row(self) -> Tensor:
        """Return what was estimated as one row, (R,), in double precision: count, sums, squares and means."""
        return torch.cat([self._tensors[name].double().flatten() for name in _ESTIMATED])

    def put(self, row: Tensor) -> None:
        """Take what `row` returned, of a start with as many numbers."""
        parts = torch.split(row, [self._tensors[name].numel() for name in _ESTIMATED])
        for name, part in zip(_ESTIMATED, parts, strict=True):
            self._tensors[name].copy_(part.view_as(self._tensors[name]))

    def begin_anew(self, start: Tensor, step: int) -> None:
        """Forget all estimates, and estimate the meta-gradient of another start (P,) from meta-step `step` on."""
        for name, tensor in self._tensors.items():
            if name != "start":
                tensor.zero_()
        self.start.copy_(start)
        self._tensors["begun"].fill_(step)

    def take(self, found: Tensor) -> None:
        """Count one estimate by each estimator, (E, P)."""
        kept = self._tensors
        kept["count"] += 1
        kept["total"] += found
        kept["squares"] += found.square().sum(1)
        count = int(kept["count"])
        level = count.bit_length() - 1
        if count == 1 << level and level < _LEVELS:
            kept["means"][level] = kept["total"] / count

    def comparison(self, bias: Single | None = None) -> Comparison | None:
        """Return what the estimates come to; None: there are none yet.

        Args:
            bias: (E,) how far each estimator's expectation is from the truth, relative to it, where that is known.
        """
        kept, count = self._tensors, int(self._tensors["count"])
        if count == 0:
            return None
        mean = (kept["total"] / count).double()  # (E, P)
        truth, levels = mean[_EXACT], min(count.bit_length(), _LEVELS)
        means = kept["means"][:levels].double()
        size = truth.norm().clamp(min=1e-30)
        spread = (kept["squares"].double() / count - mean.square().sum(1)).clamp(min=0).sqrt() / size
        return Comparison(
            step=int(kept["begun"]),
            draws=count,
            counts=frozen((2 ** torch.arange(levels, dtype=torch.int32)).numpy()),
            angles=single(_angles(means, truth)),
            angle=single(_angles(mean, truth)),
            noise=single(torch.rad2deg((spread / count**0.5).arctan())),
            length=single(mean.norm(dim=1) / size),
            spread=single(spread),
            errors=single((means - truth).norm(dim=-1) / size),
            error=single((mean - truth).norm(dim=-1) / size),
            bias=bias,
        )


def _angles(vectors: Tensor, truth: Tensor) -> Tensor:
    """Return the degrees between vectors (..., P) and the truth (P,)."""
    sizes = (vectors.norm(dim=-1) * truth.norm()).clamp(min=1e-30)
    return torch.rad2deg(((vectors @ truth) / sizes).clamp(-1, 1).arccos())
