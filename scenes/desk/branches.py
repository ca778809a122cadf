"""Branches off the run on the stage: at a step that a person chooses, with other settings, on another device."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial
from typing import final

from PySide6.QtCore import QObject, Qt, Signal

from metascope.scenes.desk.branch_dialog import BranchDialog
from metascope.scenes.desk.run_tree import RunTree
from metascope.scenes.runs.run import Run, branch_run, start_run
from metascope.scenes.stage.host import Host
from metascope.simulator.engine.computing import DEVICE
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.history.travel import settings_after
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.story import require_trained
from metascope.simulator.engine.text import say

MOMENT = 2.0  # seconds that a meta-step may take after which a run is branched
log = logging.getLogger("metascope.runs")


@final
class Branches(QObject):
    """Makes branches of the run on the stage, adds them to the tree and puts them on the stage.

        branches = Branches(window, tree)
        branches.continue_from(20)

    Signals:
        replaced: another run has taken the place of one that never began: that `Run`.
    """

    replaced = Signal(object)

    def __init__(self, host: Host, tree: RunTree) -> None:
        super().__init__(host)
        self._host, self._tree = host, tree

    @property
    def _current(self) -> Run | None:
        return None if self._host.stage is None else self._host.stage.run

    def continue_from(self, step: int) -> None:
        """Branch off at a meta-step of the run on the stage, without changes."""
        run = self._current
        if run is not None:
            step, held = self._moment(run, step)
            self._host.attempt(lambda: self._branch(run, step, held, {}, ""))

    def go_elsewhere(self, places: Mapping[str, object], train: bool) -> None:
        """Go on with the run on the stage on another device or with data in another folder, which it cannot do itself.

        The rest is trained in a branch, so that each run's record stays true; a run that only has weights from a file
        starts again with them.
        """
        run = self._current
        if run is None:
            return
        newest = run.recording.newest_step
        if not self._host.attempt(lambda: self._begin_elsewhere(run, newest, places)):
            return
        if newest >= 0:
            text = self.tr("Trained on a GPU up to meta-step {step}; the rest is trained on the CPU, in this branch")
            if DEVICE not in places:
                text = self.tr("From meta-step {step} on, this branch is trained with the data that you have chosen")
            self._host.inform(text.format(step=f"{newest:,}"))
        if train and self._host.stage is not None:
            self._host.stage.training.train()

    def ask(self, step: int) -> None:
        """Ask for the settings of a branch at a meta-step of the run on the stage."""
        run = self._current
        if run is None or not self._host.attempt(lambda: require_trained(run.preset.story)):
            return
        step, held = self._moment(run, step)
        before = settings_after(run.settings, [event for event in run.recording.steering if event.step <= step])
        make = partial(self._branch, run, step, held)  # of this run, even if another one is on the stage by then
        name = self._tree.fresh_name(self.tr("branch"))
        dialog = BranchDialog(before, step, name, make, self._host.theme, self._host)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _moment(self, run: Run, step: int) -> tuple[int, Snapshot | None]:
        """Return where to branch off, and what the run has recorded up to there if that is to be kept for it.

        Where a person follows a run that trains, it is the end of the meta-step under way, of which a checkpoint is
        made: nothing is trained again.
        """
        stage = self._host.stage
        follows = stage is not None and stage.timeline.clocks.outer.live and run.runner.state is RunState.RUNNING
        held = run.runner.snapshot(MOMENT) if follows else None
        if held is None or not held.checkpoints or held.checkpoints[-1].step != held.step:
            return step, None
        return held.step, held

    def _begin_elsewhere(self, run: Run, newest: int, places: Mapping[str, object]) -> None:
        if newest >= 0:
            self._branch(run, newest, None, places, "")
            return
        settings = run.settings.replaced(**places)
        self._host.show_run(start_run(run.preset, settings, run.threads, run.weights))
        self.replaced.emit(run)

    def _branch(self, run: Run, step: int, held: Snapshot | None, changes: Mapping[str, object], name: str) -> None:
        """Branch off a run, which stays visible as a ghost.

        Raises:
            UserError: a setting does not fit, `step` cannot be restored, or the run was deleted in the meantime.
        """
        key = self._tree.key_of(run)
        if key is None:
            raise refuse("", say("the run to branch from has been closed"))
        branch = branch_run(run, step, changes, held)
        name = self._tree.unused_name(name) if name else self._tree.fresh_name(self.tr("branch"))
        self._tree.add_branch(branch, name, key, step)
        self._tree.set_ghost(key, True)
        self._host.show_run(branch)
        log.info("%s", self.tr("Branched off {name} at meta-step {step}").format(name=self._tree[key].name, step=step))
