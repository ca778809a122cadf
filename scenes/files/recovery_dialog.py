"""Asks after a crash whether to recover the runs left behind, and opens them again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from metascope.scenes.files.slots import Slot, SlotRun
from metascope.scenes.runs.run import Run, open_run
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.files.session import open_session
from metascope.widgets.look.plain import MessageBox
from metascope.widgets.look.text import localized
from metascope.widgets.look.translation import preset_text, translate

_LISTED = 6  # runs listed in the question


@dataclass(frozen=True, eq=False)
class Recovered:
    """A run that a crash left behind, opened again."""

    entry: SlotRun
    run: Run
    whole: bool = True  # all of its file was read


def recover(slot: Slot, threads: int, budget: int) -> tuple[tuple[Recovered, ...], tuple[Problem, ...]]:
    """Open the runs of a slot; return them, parents first, and the problems of what cannot be read.

    Runs that its index does not name are opened by their own files. A run whose file is damaged comes back as far as it
    can be read, and what is missing is among the problems.

    Args:
        slot: the slot left behind.
        threads: torch threads.
        budget: bytes that each recording may take.
    """
    entries, told = slot.all_runs()
    found: list[Recovered] = []
    problems = list(told)
    for entry in entries:
        try:
            session = open_session(slot.path(entry.key), budget)
        except UserError as error:
            problems += error.problems
            continue
        try:
            run = replace(open_run(session, threads), opened_at=(-1, 0))  # as no saved file has it
        except UserError as error:
            session.close()
            problems += error.problems
            continue
        if session.damaged and session.notice is not None:
            problems.append(Problem(str(slot.path(entry.key)), session.notice))
        if not entry.name:
            head = session.head
            entry = replace(entry, name=head.name or preset_text(head.preset.title), step=session.recording.newest_step)
        found.append(Recovered(entry, run, not session.damaged))
    return tuple(found), tuple(problems)


def ask_recovery(parent: QWidget, slots: Sequence[Slot], decided: Callable[[bool], object]) -> QMessageBox:
    """Ask, without blocking, whether to recover the runs of dead processes; call `decided` with the answer.

    Closing the question leaves the decision to the next start.
    """
    box = MessageBox(parent)
    box.setWindowTitle(translate("Recovery", "Recover"))
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(translate("Recovery", "Metascope ended unexpectedly. The runs in training were saved."))
    box.setInformativeText("\n".join(_told(slots)))
    yes = box.addButton(translate("Recovery", "Recover"), QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(translate("Recovery", "Discard"), QMessageBox.ButtonRole.DestructiveRole)
    later = box.addButton(translate("Recovery", "Decide later"), QMessageBox.ButtonRole.RejectRole)
    yes.setToolTip(translate("Recovery", "Open the runs as they were, to look at and to continue"))
    no.setToolTip(translate("Recovery", "Delete the saved runs"))
    later.setToolTip(translate("Recovery", "Keep the saved runs and ask again at the next start"))
    box.setDefaultButton(yes)
    box.setEscapeButton(later)
    box.buttonClicked.connect(lambda clicked: decided(clicked is yes) if clicked is not later else None)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def _told(slots: Sequence[Slot]) -> list[str]:
    """Return a line for each of the latest runs: its name, its meta-step, and when it was written."""
    lines = []
    for slot in slots:
        entries, problems = slot.all_runs()
        lines += [localized(problem.message) for problem in problems]
        line = translate("Recovery", "{name}: meta-step {step}, {time}")
        if slot.machine:
            line = translate("Recovery", "{name}: meta-step {step}, {time}, on the computer {machine}")
        for entry in entries:
            path = slot.path(entry.key)
            step = f"{entry.step:,}" if entry.name else "?"
            lines.append(line.format(name=entry.name or path.name, step=step, time=_time(path), machine=slot.machine))
        for path in sorted(set(slot.files()) - {slot.path(entry.key) for entry in entries}):
            lines.append(line.format(name=path.name, step="?", time=_time(path), machine=slot.machine))
    more = len(lines) - _LISTED
    if more > 0:
        lines[_LISTED:] = [translate("Recovery", "and {count} more").format(count=more)]
    return lines


def _time(path: Path) -> str:
    """Return when a file was written."""
    return datetime.fromtimestamp(path.stat().st_mtime).strftime("%Y-%m-%d %H:%M:%S")
