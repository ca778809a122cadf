"""Turns the runs of a sweep into the rows of a table, and says in a sentence how far the sweep is."""

from __future__ import annotations

from collections.abc import Sequence

from metascope.scenes.sweeps.watcher import Look
from metascope.simulator.engine.settings import declarations
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.sweeps.analysis.records import OPEN, RUN, SECONDS, STATE, STEPS, Records
from metascope.simulator.engine.sweeps.analysis.response import Value
from metascope.simulator.engine.sweeps.analysis.row_filter import RowFilter, quoted
from metascope.simulator.engine.sweeps.folder import Status
from metascope.widgets.look.text import duration, localized
from metascope.widgets.look.translation import setting_text, translate
from metascope.widgets.runs.compare_view import Comparison, Heading, Row


def kept_runs(records: Records, wanted: RowFilter) -> list[int]:
    """Return the indices of the runs that meet a filter, in order."""
    if not wanted.alternatives:
        return list(range(len(records)))
    columns = records.columns
    return [run for run in range(len(records)) if wanted.keeps(dict(zip(columns, records.row(run), strict=True)))]


def run_table(records: Records, runs: Sequence[int]) -> Comparison:
    """Return these runs as a table; the first column, the rows' names, counts them from 0 as the files do."""
    goals = all_stories()[records.plan.preset.story].goals
    axes = {it.name: setting_text(it.title) for it in declarations(type(records.plan.preset.settings))}
    headings = tuple(
        Heading(
            name,
            goals.get(name.rpartition(".")[2]) if name in records.metrics else None,
            _tip(name, records) or axes.get(name, ""),
            _states() if name == STATE else {},
        )
        for name in records.columns
    )
    at = records.columns.index(STATE)
    return Comparison(headings, tuple(_row(records, run, at) for run in runs))


def example(records: Records) -> str:
    """Return a filter that a person may type for this sweep."""
    conditions = [f"{quoted(name)} = {_least(records, name)}" for name in records.axes[:2] if records.column(name)]
    if not conditions:
        conditions = [f"{STATE} = failed"]
    return " and ".join(conditions)


def progress_text(records: Records, look: Look) -> str:
    """Return how far a sweep is, and whether something runs it."""
    done, failed = len(records.ended), sum(row.state == "failed" for row in records.ended.values())
    text = translate("Sweep", "{done:,} of {all:,} runs done").format(done=done, all=len(records))
    if failed:
        text = translate("Sweep", "{text}, {failed:,} of them failed").format(text=text, failed=failed)
    more = _doing(look, whole=done == len(records))
    return translate("Sweep", "{text}. {more}").format(text=text, more=more) if more else text


def _doing(look: Look, *, whole: bool) -> str:
    status = look.status
    if look.alive and status is not None:
        return _left(status)
    if whole:
        return ""
    if status is None:
        return translate("Sweep", "Nothing has run it yet.")
    if status.doing == "interrupted":
        return translate("Sweep", "It was interrupted; started again, it goes on.")
    if status.doing == "out of time":
        return translate("Sweep", "Its time is up; started again, it goes on.")
    if status.doing == "finished":
        return ""
    text = translate("Sweep", "What ran it on {host} has died; started again, it goes on.")
    return text.format(host=status.host)


def _left(status: Status) -> str:
    if status.doing == "preparing":
        return translate("Sweep", "It is being prepared.")
    if status.seconds_left is None:
        return translate("Sweep", "{started:,} in progress.").format(started=status.started)
    text = translate("Sweep", "{started:,} in progress, about {time} left.")
    return text.format(started=status.started, time=duration(status.seconds_left))


def _row(records: Records, run: int, at: int) -> Row:
    values = records.row(run)
    ended = records.ended.get(run)
    notes = ("",) * len(values)
    if ended is not None and ended.why:
        notes = (*notes[:at], f"({ended.why})", *notes[at + 1 :])
    name: Value = f"{run}"
    return Row((name, *values[1:]), notes=notes, key=run if ended is not None else None)


def _states() -> dict[str, str]:
    return {
        OPEN: translate("Sweep", "open"),
        "finished": translate("Sweep", "finished"),
        "stopped": translate("Sweep", "stopped"),
        "failed": translate("Sweep", "failed"),
    }


def _tip(name: str, records: Records) -> str:
    if name in records.metrics:
        return translate("Sweep", "The last value of this metric")
    return {
        RUN: translate("Sweep", "The run's number, as in its file's name"),
        STATE: translate("Sweep", "open, finished, stopped (out of its time) or failed"),
        STEPS: translate("Sweep", "Meta-steps done"),
        SECONDS: translate("Sweep", "Seconds that the run took"),
    }.get(name, "")


def _least(records: Records, name: str) -> str:
    value = next(iter(records.column(name)))
    return quoted(f"{value:.6g}" if isinstance(value, float) else str(value))


def told_problems(look: Look) -> str:
    """Return what is wrong with the folder, a line for each problem; "" where nothing is."""
    if look.error is None:
        return ""
    return "\n".join(
        localized(it.message) if not it.where else f"{it.where}: {localized(it.message)}" for it in look.error.problems
    )
