"""Autosaves the runs of a window, and offers to recover those that a crash left behind."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from metascope.scenes.desk.desk import Desk
from metascope.scenes.desk.worth_keeping import kept_nodes
from metascope.scenes.files.autosave import Autosave, AutosavedRun
from metascope.scenes.files.last_look import LastLooks, LastRun, last_runs
from metascope.scenes.files.recovery_dialog import Recovered, ask_recovery, recover
from metascope.scenes.files.slots import Slot, SlotRun, forget_closed, last_closed, leftovers
from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files.atomic import tidy
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.text import say

if TYPE_CHECKING:
    from metascope.scenes.stage.host import Host
    from metascope.scenes.stage.stage import Stage

log = logging.getLogger("metascope.crash_recovery")


@dataclass(frozen=True)
class _Taken:
    """A slot whose runs were recovered, all of them (`whole`) or some; the keys of these."""

    slot: Slot
    keys: Sequence[int]
    whole: bool

    def say_taken_over(self) -> None:
        """Let the slot be offered for what exists nowhere else, once the recovered runs are kept elsewhere."""
        if self.whole:
            self.slot.say_taken_over()
            return
        for key in self.keys:
            self.slot.forget(key)


class CrashRecovery(QObject):
    """Autosaves the runs of a desk, and restores those of a window that crashed."""

    def __init__(self, window: Host, desk: Desk, folder: Path) -> None:
        super().__init__(window)
        self._window, self._desk, self._folder = window, desk, folder
        self._began = time.time()
        self._offered: Sequence[Slot] = ()  # slots that the person is being asked about
        self._taken: list[_Taken] = []
        self._looks = LastLooks()
        self._soon = QTimer(self, singleShot=True, interval=0)  # after the run that leaves the stage has paused
        self.autosave = Autosave(folder, self._kept, self)
        self.autosave.set_interval(window.preferences.autosave_interval)
        self.autosave.failed.connect(window.tell)
        self.autosave.saved.connect(self._saved)
        window.preferences_changed.connect(lambda chosen: self.autosave.set_interval(chosen.autosave_interval))
        window.stage_opened.connect(self._watch)
        window.stage_closing.connect(self._leave)
        self._soon.timeout.connect(self.autosave.save)

    def offer(self) -> None:
        """Ask whether to recover the runs of crashed windows, if there are any."""
        self._offered = leftovers(self._folder, self.autosave.folder)
        for slot in self._offered:
            tidy(slot.folder)
        tidy(self._folder)
        if self._offered:
            ask_recovery(self._window, self._offered, self._decide).finished.connect(self._release)

    def last_runs(self) -> tuple[LastRun, ...]:
        """Return the runs of the window that was closed last, as they were seen then; none once some came back."""
        return () if self._taken else last_runs(self._folder)

    def reopen_last(self, key: int | None = None) -> None:
        """Reopen the runs of the window that was closed last, and show the one with this key, or its last one."""
        slot = last_closed(self._folder, self.autosave.folder)
        if slot is None:
            self._window.tell(refuse("", say("there are no runs to reopen")))
            return
        self._tell(self._bring_back(slot, key))

    def take_over(self, other: CrashRecovery) -> None:
        """Go on with what another window has saved and recovered; what it was asking about is asked again."""
        other._soon.stop()
        self.autosave.take_over(other.autosave)
        self._taken, other._taken = other._taken, []
        if other._offered:
            other._release()
            self._soon.timeout.connect(self.offer, Qt.ConnectionType.SingleShotConnection)
        self._soon.start()

    def close(self) -> None:
        """Stop autosaving and mark the slot as closed properly: its runs can be reopened, but are not offered."""
        self._soon.stop()
        self._release()
        runs = {one.entry.key: one.run for one in self._kept()}
        own = self.autosave.close()
        if own is not None:
            self._looks.write(own.folder, runs)
        for taken in self._taken:
            if self.autosave.complete and taken.whole:
                taken.slot.remove()
                continue
            if self.autosave.complete:
                taken.say_taken_over()
            taken.slot.release()  # some of its runs exist nowhere else
        if own is not None:
            forget_closed(self._folder, self._began)

    def _decide(self, yes: bool) -> None:
        problems: list[Problem] = []
        for slot in self._offered:
            if yes:
                problems += self._bring_back(slot)
            else:
                slot.remove()
        self._tell(problems)

    def _tell(self, problems: Sequence[Problem]) -> None:
        """Tell of all problems in one notice: another one would take its place."""
        if problems:
            self._window.tell(UserError(problems))

    def _release(self) -> None:
        """Release the slots that the person has not decided about, so that other processes can offer them."""
        for slot in self._offered:
            if all(taken.slot is not slot for taken in self._taken):
                slot.release()
        self._offered = ()

    def _bring_back(self, slot: Slot, wanted: int | None = None) -> Sequence[Problem]:
        """Put the runs of a slot into the tree, and show the one with the key `wanted`, or that was on the stage.

        Return the problems of what stays in the slot.
        """
        preferences = self._window.preferences
        found, problems = recover(slot, preferences.torch_threads, preferences.budget)
        keys: dict[int, int] = {}
        with ExitStack() as failing:
            for one in found:
                failing.callback(one.run.end, 0.0)
            for one in found:
                keys[one.entry.key] = self._add(one, keys)
            failing.pop_all()
        read = [one.entry.key for one in found if one.whole]
        whole = not problems and {slot.path(key) for key in read} >= set(slot.files())
        self._taken.append(_Taken(slot, read, whole))  # only now: what is not in the tree is not kept there either
        order = sorted(found, key=lambda one: (one.entry.key != wanted, not one.entry.current))
        shown = order[0] if order else None
        if shown is not None:
            self._desk.choose(keys[shown.entry.key])
        self.autosave.save()
        log.info("%s", self.tr("Recovered {count} runs").format(count=len(found)))
        if whole:
            return ()
        return (*problems, Problem(str(slot.folder), say("keeps what could not be recovered, for another time")))

    def _add(self, one: Recovered, keys: dict[int, int]) -> int:
        parent = None if one.entry.parent is None else keys.get(one.entry.parent)
        if parent is None:
            return self._desk.add_root(one.run, one.entry.name)
        return self._desk.add_branch(one.run, one.entry.name, parent, one.entry.branched)

    def _kept(self) -> list[AutosavedRun]:
        nodes = kept_nodes(self._desk.tree)
        key = None if self._desk.current is None else self._desk.tree.key_of(self._desk.current)
        shown = self._desk.last if key is None else key
        keys = {node.key for node in nodes}
        return [
            AutosavedRun(
                node.run,
                SlotRun(
                    key=node.key,
                    name=node.name,
                    step=0,
                    parent=node.parent if node.parent in keys else None,
                    branched=node.step,
                    current=node.key == shown,
                ),
            )
            for node in nodes
        ]

    def _saved(self) -> None:
        """Mark what was recovered as taken over: this window's own slot has it now."""
        for taken in self._taken:
            with suppress(UserError):  # then the next start asks again
                taken.say_taken_over()

    def _leave(self, stage: Stage) -> None:
        self._looks.keep(stage)
        self._soon.start()

    def _watch(self, stage: Stage) -> None:
        stage.playback.state_changed.connect(self._state_changed)

    def _state_changed(self, state: RunState) -> None:
        if state in (RunState.PAUSED, RunState.FINISHED, RunState.FAILED):
            self.autosave.save()
