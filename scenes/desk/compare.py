"""Compares the runs of the run tree in one table, and saves that table to a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from PySide6.QtWidgets import QWidget

from metascope.scenes.desk.run_tree import Node, RunTree, cell, differing, settings_of
from metascope.scenes.desk.setting_words import choices, titles
from metascope.scenes.runs.run import Run
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.tables import write_table
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.quantiles import quantiles
from metascope.simulator.engine.settings import Declaration, declarations
from metascope.simulator.engine.story import all_stories
from metascope.widgets.look.text import number
from metascope.widgets.look.translation import translate
from metascope.widgets.runs.compare_view import Comparison, Heading, Row, Value
from metascope.widgets.window.file_dialogs import ask_where_to_save

QUARTERS = (0.25, 0.5, 0.75)


def comparison(tree: RunTree) -> Comparison:
    """Return the table of all runs that are not hidden: differing settings, then the meta-step and the last metrics.

    A metric that should have been measured again since is missing, and it says when it was last measured.

    The runs of a group come below a row with their medians and quartiles.
    """
    nodes = [node for node in tree.nodes if not node.hidden]
    settings, names = differing(nodes), _metrics(nodes)
    last = {node.key: last_values(node.run.recording.metrics) for node in nodes}
    rows = []
    for group in tree.groups:
        members = [node for node in tree.members(group.key) if not node.hidden]
        if len(members) > 1:
            rows.append(_group_row(group.name, members, settings, [_values(last[it.key], names) for it in members]))
        rows += [_row(node, settings, names, last[node.key]) for node in members]
    rows += [_row(it, settings, names, last[it.key]) for it in nodes if it.group is None]
    return Comparison(_headings(nodes, settings, names), tuple(rows))


@dataclass(frozen=True)
class Last:
    """A metric as it was last measured, and whether it is missing: it should have been measured again since."""

    step: int
    value: float
    missing: bool


def last_values(metrics: Metrics) -> dict[str, Last]:
    """Return the last measurement of each metric that was ever measured.

    It is missing if the usual number of meta-steps has passed without another one, or if the same quantity of another
    method was measured after it.
    """
    measured = {name: metrics.series(name) for name in metrics.names}
    measured = {name: pair for name, pair in measured.items() if len(pair[0])}
    newest = dict[str, int]()  # when each quantity was last measured
    for name, (steps, _) in measured.items():
        newest[_quantity(name)] = max(newest.get(_quantity(name), -1), int(steps[-1]))
    found = {}
    for name, (steps, values) in measured.items():
        last, pauses = int(steps[-1]), np.diff(steps[-3:])
        overdue = len(pauses) > 0 and metrics.last_step - last >= pauses.min()
        found[name] = Last(last, float(values[-1]), bool(overdue or newest[_quantity(name)] > last))
    return found


def save_comparison(
    table: Comparison, parent: QWidget, failed: Callable[[UserError], object], european: bool = False
) -> None:
    """Ask for a file and write the table to it as shown (see `write_table`); `failed` is told why that cannot be."""
    path = ask_where_to_save(parent, "runs", "csv")
    if path is None:
        return
    try:
        write_table(path, table.written(), european)
    except UserError as error:
        failed(error)


def _metrics(nodes: Sequence[Node]) -> tuple[str, ...]:
    """Return all metrics, first those by which runs are ranked."""
    names = dict.fromkeys(name for node in nodes for name in node.run.recording.metrics.names)
    goals = _goals(nodes)
    return tuple(sorted(names, key=lambda name: _quantity(name) not in goals))


def _goals(nodes: Sequence[Node]) -> dict[str, Literal["least", "most"]]:
    return {quantity: goal for node in nodes for quantity, goal in all_stories()[node.run.preset.story].goals.items()}


def _quantity(name: str) -> str:
    return name.rpartition(".")[2]


def _headings(nodes: Sequence[Node], settings: Sequence[str], names: Sequence[str]) -> tuple[Heading, ...]:
    goals = _goals(nodes)
    declared = {it.name: it for node in nodes for it in declarations(type(node.run.settings))}
    called = titles(declared.values())
    tip = translate("Compare", "The last value, and when it was measured if not at the last meta-step")
    return (
        Heading(translate("Compare", "run"), tip=translate("Compare", "The run's name")),
        *(Heading(it, title=called[it], tip=_named(declared[it]), choices=choices(declared[it])) for it in settings),
        Heading(translate("Compare", "step"), tip=translate("Compare", "Meta-steps done")),
        *(Heading(name, goals.get(_quantity(name)), tip) for name in names),
    )


def _named(declared: Declaration) -> str:
    """Return the tooltip of a setting: its name in files and on the command line."""
    return translate("Compare", "In files and with --set: {name}").format(name=declared.name)


def _values(last: Mapping[str, Last], names: Sequence[str]) -> list[float | None]:
    """Return the last value of each metric, None where it is missing or was never measured."""
    found = (last.get(name) for name in names)
    return [None if one is None or one.missing else one.value for one in found]


def _row(node: Node, settings: Sequence[str], names: Sequence[str], last: Mapping[str, Last]) -> Row:
    values, steps = settings_of(node), _steps(node.run)
    before = (node.name, *(_setting(values.get(name)) for name in settings), steps)
    notes = [_note(last.get(name), steps) for name in names]
    return Row((*before, *_values(last, names)), notes=(*("" for _ in before), *notes))


def _note(last: Last | None, steps: int) -> str:
    """Return when a value was measured, if that was before the last meta-step."""
    if last is None or last.step >= steps:
        return ""
    text = translate("Compare", "(last at {step})") if last.missing else translate("Compare", "(at {step})")
    return text.format(step=last.step)


def _group_row(
    name: str, members: Sequence[Node], settings: Sequence[str], metrics: Sequence[Sequence[float | None]]
) -> Row:
    """Return the medians of a group with its quartiles, and the settings that its runs share."""
    values = [settings_of(node) for node in members]
    shared = [values[0][one] if all(it[one] == values[0][one] for it in values) else None for one in settings]
    numbers = np.array([[np.nan if value is None else value for value in row] for row in metrics])  # (members, names)
    low, middle, high = quantiles(numbers, QUARTERS)
    title = translate("Compare", "{group}: median (n = {n})").format(group=name, n=len(members))
    steps = min(_steps(node.run) for node in members)
    beside = [f"({number(a, 3)} – {number(b, 3)})" for a, b in zip(low.tolist(), high.tolist(), strict=True)]
    fewer = translate("Compare", "{n} of {all} runs")
    counts = (~np.isnan(numbers)).sum(axis=0).tolist()
    notes = ["" if n == len(members) else fewer.format(n=n, all=len(members)) for n in counts]
    none = ("", *("" for _ in settings), "")
    return Row((title, *map(_setting, shared), steps, *middle.tolist()), (*none, *beside), (*none, *notes))


def _setting(value: object) -> Value:
    """Return a setting as the table sorts it: a number as a number."""
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    return cell(value)


def _steps(run: Run) -> int:
    return max(run.recording.metrics.last_step, 0)
