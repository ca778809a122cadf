"""How many meta-steps a run does in one go: so many that commands and the painter wait only a moment."""

from __future__ import annotations

from typing import final

_SECONDS = 0.02  # of processor time that a portion should take
_DELAY = 8  # times as long it may take on a busy machine
_GROWTH = 4  # times the last portion, at most: the first meta-steps tell little about the following
_MOST = 16384  # meta-steps, so that a block is of moderate size


@final
class Portion:
    """The number of meta-steps of the next portion, from what the last ones took; only the worker uses it."""

    def __init__(self) -> None:
        self.steps = 1

    def measure(self, steps: int, seconds: float, processor: float) -> None:
        """Note that `steps` meta-steps, at least one, took so long, and so many seconds of processor time.

        Where others use the processor too, time tells little of the steps: portions would shrink until what each of
        them costs by itself is most of the work.
        """
        affordable = int(_SECONDS * steps / max(processor, seconds / _DELAY, 1e-9))
        self.steps = max(1, min(affordable, _GROWTH * self.steps, _MOST))

    def start_over(self) -> None:
        """Note that meta-steps are done one at a time."""
        self.steps = 1
