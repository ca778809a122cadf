"""Compares the runs of the run tree in one table, and saves that table to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
from PySide6.QtWidgets import QWidget

from scenes.desk.run_tree import Node, RunTree, cell, differing, settings_of
from scenes.runs.run import Run
from simulator.engine.errors import UserError
from simulator.engine.files.atomic import atomic_write
from simulator.engine.history.metrics import Metrics
from simulator.engine.history.quantiles import quantiles
from simulator.engine.settings import declarations
from simulator.engine.story import all_stories
from widgets.look.text import number
from widgets.look.translation import setting_text, translate
from widgets.runs.compare_view import Comparison, Heading, Row, Value
from widgets.window.file_dialogs import ask_where_to_save

QUARTERS = (0.25, 0.5, 0.75)


def comparison(tree: RunTree) -> Comparison:
    """Return the table of all runs that are not hidden: differing settings, then the meta-step and the last metrics.

    The runs of a group come below a row with their medians and quartiles.
    """
    nodes = [node for node in tree.nodes if not node.hidden]
    settings, names = differing(nodes), _metrics(nodes)
    last = {node.key: last_values(node.run.recording.metrics) for node in nodes}
    rows = []
    for group in tree.groups:
        members = [node for node in tree.members(group.key) if not node.hidden]
        if len(members) > 1:
            rows.append(
                _group_row(group.name, members, settings, [[last[it.key].get(n) for n in names] for it in members])
            )
        rows += [_row(node, settings, [last[node.key].get(name) for name in names]) for node in members]
    rows += [_row(it, settings, [last[it.key].get(name) for name in names]) for it in nodes if it.group is None]
    return Comparison(_headings(nodes, settings, names), tuple(rows))


def last_values(metrics: Metrics) -> dict[str, float]:
    """Return the last measured value of each metric."""
    found = {}
    for name in metrics.names:
        values = metrics.column(name)
        measured = np.flatnonzero(~np.isnan(values))
        if len(measured):
            found[name] = float(values[measured[-1]])
    return found


def save_comparison(table: Comparison, parent: QWidget, failed: Callable[[UserError], object]) -> None:
    """Ask for a file and write the table to it as shown; `failed` is called if that is not possible."""
    path = ask_where_to_save(parent, "runs", "csv")
    if path is None:
        return
    try:
        atomic_write(path, table.written().encode())
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
    titles = {it.name: it.title for node in nodes for it in declarations(type(node.run.settings))}
    return (
        Heading(translate("Compare", "run"), tip=translate("Compare", "The run's name")),
        *(Heading(name, tip=setting_text(titles[name])) for name in settings),
        Heading(translate("Compare", "step"), tip=translate("Compare", "Meta-steps done")),
        *(Heading(name, goals.get(_quantity(name)), translate("Compare", "The last measured value")) for name in names),
    )


def _row(node: Node, settings: Sequence[str], metrics: Sequence[Value]) -> Row:
    values = settings_of(node)
    return Row((node.name, *(_setting(values.get(name)) for name in settings), _steps(node.run), *metrics))


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
    return Row((title, *map(_setting, shared), steps, *middle.tolist()), ("", *("" for _ in settings), "", *beside))


def _setting(value: object) -> Value:
    """Return a setting as the table sorts it: a number as a number."""
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    return cell(value)


def _steps(run: Run) -> int:
    return max(run.recording.metrics.last_step, 0)
