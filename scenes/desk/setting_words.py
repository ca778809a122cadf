"""Says in the person's words which settings a run has: titles as in the form, choices and switches as there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from metascope.scenes.desk.run_tree import cell
from metascope.simulator.engine.settings import Declaration
from metascope.widgets.look.translation import choice_text, setting_text, translate


def titles(declared: Iterable[Declaration]) -> dict[str, str]:
    """Return the titles of settings by name; where two have the same title, each has its name beside it."""
    found = {one.name: setting_text(one.title) for one in declared}
    counts = Counter(found.values())
    return {name: title if counts[title] == 1 else f"{title} ({name})" for name, title in found.items()}


def choices(declared: Declaration) -> dict[str, str]:
    """Return what a person reads for the values of a setting that has a few, none for any other."""
    if declared.kind == "flag":
        return {"true": translate("Compare", "on"), "false": translate("Compare", "off")}
    return {str(choice): choice_text(choice) for choice in declared.choices}


def worded(values: Mapping[str, object], declared: Iterable[Declaration]) -> str:
    """Return settings as one line of text, such as "Inner learning rate 0.3, Seed 2"; `declared` has all of them."""
    known = {one.name: one for one in declared}
    called = titles(known.values())
    read = {name: cell(value) for name, value in values.items()}
    return ", ".join(f"{called[name]} {choices(known[name]).get(text, text)}" for name, text in read.items())
