"""The table of a sweep: one row per run, in the product's order; nothing in it depends on when or where a run was."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import JsonValue

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.atomic import atomic_write, replacing
from metascope.simulator.engine.settings import declarations
from metascope.simulator.engine.sweeps.folder import Row
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.text import say

_OWN = ("state", "why", "steps")  # columns between the settings and the metrics


def metric_names(plan: Plan, rows: Mapping[int, Row]) -> tuple[str, ...]:
    """Return the columns of metrics: those wanted, or all that runs have, in the order in which they come first."""
    if plan.metrics is not None:
        return plan.metrics
    return tuple(dict.fromkeys(name for index in sorted(rows) for name in rows[index].metrics))


def setting_names(plan: Plan) -> tuple[str, ...]:
    """Return the columns of settings: those that vary, and the seed."""
    return tuple(dict.fromkeys((*plan.varied, "seed")))


def csv_table(plan: Plan, rows: Mapping[int, Row]) -> str:
    """Return the table as CSV (RFC 4180) with a header; a cell is empty where a metric was not measured."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    settings, metrics = setting_names(plan), metric_names(plan, rows)
    writer.writerow(("run", *settings, *_OWN, *metrics))
    for index, values, row in _ordered(plan, rows):
        own = (row.state, row.why, row.steps)
        measured = (_number(row.metrics.get(name, math.nan)) for name in metrics)
        writer.writerow((index, *(_cell(values[name]) for name in settings), *own, *measured))
    return text.getvalue()


def write_table(folder: Path, plan: Plan, rows: Mapping[int, Row]) -> Path:
    """Write the table of the kind that the plan wants, and return its path.

    Raises:
        UserError: it cannot be written, or Parquet is wanted and pyarrow is not installed.
    """
    path = folder / f"table.{plan.table}"
    if plan.table == "csv":
        atomic_write(path, csv_table(plan, rows).encode())
    else:
        _write_parquet(path, plan, rows)
    return path


def require_parquet() -> None:
    """Refuse to go on where Parquet cannot be written.

    Raises:
        UserError: pyarrow is not installed.
    """
    try:
        import pyarrow.parquet  # noqa: F401 - comes with an extra, and is slow to import
    except ImportError:
        text = 'needs pyarrow for "parquet", which is not installed: pip install "metascope[sweep]", or "csv"'
        raise refuse("table", say(text)) from None


def _write_parquet(path: Path, plan: Plan, rows: Mapping[int, Row]) -> None:
    require_parquet()
    import pyarrow
    from pyarrow import parquet

    settings, metrics = setting_names(plan), metric_names(plan, rows)
    kinds = {declared.name: declared.kind for declared in declarations(type(plan.preset.settings))}
    types = {"whole": pyarrow.int64(), "real": pyarrow.float64(), "flag": pyarrow.bool_()}
    ordered = list(_ordered(plan, rows))
    columns = {"run": pyarrow.array([index for index, _, _ in ordered], pyarrow.int64())}
    for name in settings:
        values = [values[name] for _, values, _ in ordered]
        kind = types.get(kinds[name])
        plain = values if kind is not None else [_cell(value) for value in values]
        columns[name] = pyarrow.array(plain, kind or pyarrow.string())
    columns["state"] = pyarrow.array([row.state for _, _, row in ordered], pyarrow.string())
    columns["why"] = pyarrow.array([row.why for _, _, row in ordered], pyarrow.string())
    columns["steps"] = pyarrow.array([row.steps for _, _, row in ordered], pyarrow.int64())
    for name in metrics:
        numbers = [row.metrics.get(name, math.nan) for _, _, row in ordered]
        columns[name] = pyarrow.array(
            [None if math.isnan(number) else float(number) for number in numbers], pyarrow.float64()
        )
    with replacing(path) as temporary:
        parquet.write_table(pyarrow.table(columns), temporary)


def _ordered(plan: Plan, rows: Mapping[int, Row]) -> Iterator[tuple[int, Mapping[str, JsonValue], Row]]:
    """Return every row in the product's order, with its settings."""
    for index in sorted(rows):
        point = plan.point(index)
        yield index, {**point.changes, "seed": point.seed}, rows[index]


def _cell(value: JsonValue) -> str:
    if isinstance(value, str):
        return value
    return repr(value) if isinstance(value, float) else json.dumps(value)


def _number(value: float) -> str:
    return "" if math.isnan(value) else repr(float(value))
