"""Finds the sweeps that come with the program, and reads those that a person names."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from metascope import assets
from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.sweeps.parsing import read
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.text import say

FOLDER = Path(assets.__file__).parent / "sweeps"


def names() -> tuple[str, ...]:
    """Return the names of the program's own sweeps."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


def path_of(name_or_path: str) -> Path:
    """Return the file of the sweep with this name, or at this path.

    Raises:
        UserError: no sweep has this name, and there is no such file.
    """
    if name_or_path in names():
        return FOLDER / f"{name_or_path}.json"
    path = Path(name_or_path)
    if path.suffix == ".json" or len(path.parts) > 1 or path.is_file():
        return path
    near = get_close_matches(name_or_path, names(), n=3, cutoff=0.4) or names()
    raise refuse("--sweep", say("{name} is not a sweep; did you mean {near}?", name=name_or_path, near=", ".join(near)))


def find(name_or_path: str, problems: Iterable[Problem] = (), confirmed: bool = False) -> Plan:
    """Return the sweep with this name, or in the file at this path.

    Args:
        name_or_path: of the sweep.
        problems: what else is wrong with what a person has asked for.
        confirmed: a person wants more runs than are done unasked.

    Raises:
        UserError: every problem at once.
    """
    found = list(problems)
    try:
        plan = read(path_of(name_or_path), confirmed)
    except UserError as error:
        found += error.problems
    if found:
        raise UserError(found)
    return plan
