"""Why a run stopped by itself: numbers that are none, and what is told of an error."""

from __future__ import annotations

import math
import traceback

import numpy as np

from metascope.simulator.engine.errors import Diverged, UserError, refuse
from metascope.simulator.engine.frame import Block, Frame
from metascope.simulator.engine.text import Message, say

FAULTS = (Exception, SystemExit)  # what a simulation may raise: `sys.exit` in a plug-in would end its thread in silence


def require_finite(frame: Frame) -> None:
    """Refuse a frame with a metric that is not a finite number.

    Raises:
        Diverged: names the metric.
    """
    if math.isfinite(sum(frame.metrics.values())):
        return
    for name, value in frame.metrics.items():
        if not math.isfinite(value):
            raise Diverged(say("{name} is {value} after meta-step {n}", name=name, value=value, n=frame.step))


def finite_part(block: Block) -> tuple[Block, Diverged | None]:
    """Return the meta-steps before the first one with an infinite metric, and what that is to be refused with."""
    if len(block.measured.steps) > len(block.steps):  # it promises that there is none
        return block, None
    columns = block.metrics
    rows = {name: int(np.isinf(column).argmax()) for name, column in columns.items() if np.isinf(column).any()}
    if not rows:
        return block, None
    name = min(rows, key=rows.__getitem__)
    row, value = rows[name], float(columns[name][rows[name]])
    reason = say("{name} is {value} after meta-step {n}", name=name, value=value, n=int(block.steps[row]))
    return block.only(range(row)), Diverged(reason)


def last_metrics(block: Block) -> dict[str, float]:
    """Return what was measured at the last meta-step of a block."""
    return {name: float(column[-1]) for name, column in block.metrics.items() if not np.isnan(column[-1])}


def without_torch(error: Exception) -> UserError:
    """Return what is told where torch is missing or cannot be loaded."""
    reason = " ".join(str(error).split())[:160]
    text = "torch cannot be loaded ({reason}), and nothing is trained without it: pip install torch"
    return refuse("", say(text, reason=reason))


def explained(error: BaseException) -> tuple[Message, str]:
    """Return why a step failed, and where: a divergence explains itself, a defect shows its traceback."""
    if isinstance(error, Diverged):
        return error.reason, ""
    if isinstance(error, UserError):
        return say("{problems}", problems=error), ""
    if isinstance(error, ImportError) and (error.name or "").partition(".")[0] == "torch":
        return without_torch(error).problems[0].message, ""
    reason = say("the meta-step failed: {kind}: {text}", kind=type(error).__name__, text=str(error))
    return reason, "".join(traceback.format_exception(error))
