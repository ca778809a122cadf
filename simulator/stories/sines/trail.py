"""Records the starts at a few evenly spaced moments of training, for a plane through them."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from metascope.simulator.engine.arrays import copied

_MOST_NUMBERS = 1_000_000  # numbers kept in all: 4 MB
_FEWEST, _MOST = 6, 16  # moments


class Trail:
    """The starts of M methods at up to 16 steps; every second one is dropped when there are more.

    Args:
        phi: the starts at the beginning, (M, n).
        step: the meta-step of `phi`.
    """

    def __init__(self, phi: Tensor, step: int = 0) -> None:
        self._limit = min(_MOST, max(_FEWEST, _MOST_NUMBERS // max(1, phi.numel())))
        self._stride = 1
        self._steps, self._rows = [step], [phi.clone()]

    def pass_by(self, step: int, phi: Tensor) -> None:
        """Record the starts (M, n) at this step, if it is one of those to keep."""
        if step % self._stride or step <= self._steps[-1]:
            return
        self._steps.append(step)
        self._rows.append(phi.clone())
        while len(self._steps) > self._limit:
            self._stride *= 2
            kept = [place for place, at in enumerate(self._steps) if place == 0 or at % self._stride == 0]
            self._steps, self._rows = [self._steps[i] for i in kept], [self._rows[i] for i in kept]

    def until(self, step: int, phi: Tensor) -> tuple[list[int], Tensor]:
        """Return the kept steps (S,) and starts (S, M, n), with the current ones last."""
        steps, rows = self._steps, self._rows
        if steps[-1] != step:
            steps, rows = [*steps, step], [*rows, phi]
        return steps, torch.stack(rows)

    def state(self) -> dict[str, Tensor]:
        """Return copies of everything."""
        return {
            "trail.rows": copied(torch.stack(self._rows)),
            "trail.steps": torch.tensor(self._steps),
            "trail.stride": torch.tensor(self._stride),
        }

    def restore(self, state: Mapping[str, Tensor]) -> None:
        """Continue from a `state`.

        Raises:
            ValueError: a shape differs, or the steps are not ascending.
        """
        rows, steps, stride = state["trail.rows"], state["trail.steps"].tolist(), int(state["trail.stride"])
        if rows.dim() != 3 or rows.shape[1:] != self._rows[0].shape or len(rows) != len(steps) or not steps:
            raise ValueError("the trail must be of the same methods and network")
        if stride < 1 or sorted(set(steps)) != steps or len(steps) > self._limit:
            raise ValueError("the trail's steps must be ascending")
        self._stride, self._steps, self._rows = stride, steps, [row.to(self._rows[0], copy=True) for row in rows]
