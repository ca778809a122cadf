"""Adapts every method to the shown task and returns the arrays of the frame."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.engine.arrays import finite_single
from metascope.simulator.stories.sines.frame import Adaptation
from metascope.simulator.stories.sines.shown_task import ShownTask
from metascope.simulator.stories.sines.starts import Group, course, gathered


@dataclass(frozen=True)
class Shown:
    """The adaptation to the shown task, and the paths of the networks that are in the plane's space."""

    adaptation: Adaptation
    theta: Tensor  # (J + 1, P, n) of the first group


def shown(groups: list[Group], subject: ShownTask, steps: int, methods: int) -> Shown:
    """Adapt all methods to the shown task."""
    courses = {group.methods: course(group, subject, steps) for group in groups}

    def side_by_side(name: str) -> Tensor:
        return gathered(groups, lambda group: getattr(courses[group.methods], name), methods)

    fits = side_by_side("fits")  # (J + 1, M, G)
    error = (fits - subject.places.y[0, :, 0]).square().mean(-1)
    adaptation = Adaptation(
        fits=finite_single(fits),
        support_loss=finite_single(side_by_side("loss")),
        error=finite_single(error if subject.source != "points" else torch.full_like(error, torch.nan)),
        gradient_norm=finite_single(side_by_side("gradient_norm")),
        moved=finite_single(side_by_side("moved")),
        turned=finite_single(side_by_side("turned")),
    )
    return Shown(adaptation, courses[groups[0].methods].theta)
