"""Checks whether untrusted weights, and the names of changes, fit a run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import Message, say

if TYPE_CHECKING:
    from torch import Tensor

LARGEST_WEIGHT = 1e6
Describe = Callable[["Mapping[str, Tensor]"], Message]


def fitting(
    given: Mapping[str, Tensor],
    wanted: Mapping[str, Tensor],
    describe: Describe | None = None,
    limit: float = LARGEST_WEIGHT,
) -> dict[str, Tensor]:
    """Check the given weights and return them in the order and precision of the run.

    Args:
        given: untrusted weights.
        wanted: weights as the run has them.
        describe: says in words what weights belong to; used for both when one is missing or a shape differs.
        limit: of their absolute values.

    Raises:
        UserError: names or shapes differ, or a number is not within the limit: all problems at once.
    """
    problems = [Problem(name, say("is missing")) for name in wanted if name not in given]
    problems += [Problem(name, say("is not a weight of this story")) for name in given if name not in wanted]
    unlike = bool(wanted.keys() - given.keys())
    for name in wanted:
        if name not in given:
            continue
        weight, shape = given[name], tuple(wanted[name].shape)
        if tuple(weight.shape) != shape or not weight.is_floating_point():
            unlike = True
            got = f"{tuple(weight.shape)} {weight.dtype}"
            problems.append(
                Problem(name, say("must be real numbers of shape {shape}, not {got}", shape=shape, got=got))
            )
        elif not bool((weight.abs() <= limit).all()):  # also true if one is NaN
            problems.append(Problem(name, say("must lie between -{limit:.0f} and {limit:.0f}", limit=limit)))
    if unlike and describe is not None:
        both = say("must be weights of {wanted}, not of {got}", wanted=describe(wanted), got=describe(given))
        problems.insert(0, Problem("", both))
    if problems:
        raise UserError(problems)
    return {name: given[name].to(weight.dtype) for name, weight in wanted.items()}


def unchangeable(name: str, settings: Collection[str], offered: Collection[str]) -> UserError:
    """Return the error for a change that cannot be made.

    Args:
        name: of the change.
        settings: all settings of the story, including those that need a new run.
        offered: names that can be changed.
    """
    if name in settings:
        return refuse(name, say("cannot change while running: it needs a new run"))
    near = get_close_matches(name, offered, n=1)
    if near:
        return refuse(name, say("cannot be changed; did you mean {near}?", near=near[0]))
    return refuse(name, say("cannot be changed: this story has nothing by that name"))
