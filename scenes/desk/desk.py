"""Manages the runs of a window: their tree and its docks, the ghosts behind the stage, and branches."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from metascope.scenes.desk.branch_dialog import BranchDialog
from metascope.scenes.desk.live_comparison import LiveComparison
from metascope.scenes.desk.run_rows import RunRows
from metascope.scenes.desk.run_tree import Node, RunTree
from metascope.scenes.desk.together import Together
from metascope.scenes.runs.run import Run, branch_run, end_runs, grown, start_run
from metascope.simulator.engine.computing import DEVICE
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.files.presets import opened_beside
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.history.travel import settings_after
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.story import require_trained
from metascope.simulator.engine.text import say
from metascope.widgets.form.form import Edits
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import preset_text
from metascope.widgets.runs.compare_view import CompareView
from metascope.widgets.runs.runs_view import RunsView
from metascope.widgets.runs.seeds_dialog import SeedsDialog

if TYPE_CHECKING:
    from metascope.scenes.desk.side_by_side import SideBySide
    from metascope.scenes.stage.host import Host
    from metascope.scenes.stage.stage import Stage
    from metascope.scenes.unseen.ghosts import Ghosts

LOOK_EVERY = 500  # ms between two updates of the list of runs
MOMENT = 2.0  # seconds that a meta-step may take after which a run is branched
log = logging.getLogger("metascope.runs")


class Desk(QObject):
    """Keeps every opened run until it is deleted. One is on the stage, some may stand beside it; the others pause.

    Promises: one worker per run; a run that never trained, and for which nothing is typed, leaves no trace when it
    leaves the stage; all recordings together stay within the memory limit in the preferences.

    Signals:
        changed: a run was added, removed or renamed.
        seeds_wanted(run, settings, seeds): a person wants these settings of the run's scenario trained with each seed.
    """

    changed = Signal()
    seeds_wanted = Signal(object, object, list)

    def __init__(self, window: Host) -> None:
        super().__init__(window)
        self.tree = RunTree()
        self.view = RunsView(window.theme)
        self._window = window
        self._rows = RunRows(self.tree)
        self._ghosts: Ghosts | None = None
        self._together = Together()
        self._beside: SideBySide | None = None
        self._left: Run | None = None  # the stage for the one that comes on it now
        self.last = 0  # key of the run that was on the stage last
        self._edits: dict[int, Edits] = {}  # key of a run that is not on the stage -> what waits in its form
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        window.docks.put("runs", self.view)
        self._comparison = LiveComparison(self.tree, window, self)
        self._connect()

    @property
    def current(self) -> Run | None:
        """The run on the stage."""
        return self._window.stage.run if self._window.stage is not None else None

    @property
    def compare(self) -> CompareView:
        """The table of all runs."""
        return self._comparison.view

    @property
    def nbytes(self) -> int:
        """Bytes of all recordings together."""
        return sum(node.run.recording.nbytes for node in self.tree.nodes)

    def enter(self, stage: Stage, name: str = "") -> None:
        """Add the run that came on the stage; a new one is named `name`, or after its scenario."""
        from metascope.scenes.unseen.ghosts import Ghosts  # imports pyqtgraph, so not before the first paint

        key = self.tree.key_of(stage.run)
        if key is None:
            self._lay_ghosts(stage.run)
            title = stage.scene.words().title if stage.run.preset.beside else preset_text(stage.run.preset.title)
            self.tree.add(stage.run, self._name(name or title))
            self._open_beside(stage.run)
        elif key in self._edits:
            stage.form.show_edits(self._edits.pop(key))
        self._ghosts = Ghosts(stage.scene, self._window.theme, stage.run.preset.story, stage)
        stage.set_ghosts(self._ghosts)
        self._put_beside(stage)
        self.forget_untouched()
        self._refresh()

    def leave(self, stage: Stage) -> bool:
        """Take the run off the stage and return whether it is kept: then it is paused and can come back."""
        if self._ghosts is not None:
            stage.set_ghosts(None)
            self._ghosts.close()
            self._ghosts = None
        if self._beside is not None:
            self._beside.close()
            self._beside = None
        key = self.tree.key_of(stage.run)
        if key is None:  # unless it has grown
            return any(node.run.runner is stage.run.runner for node in self.tree.nodes)
        if edits := stage.form.edits():
            self._edits[key] = edits
        elif stage.run not in self._together and self._leaves_no_trace(key):
            self.tree.delete(key)
            self.changed.emit()
            return False
        if not stage.run.follows:  # to read on costs nothing
            stage.run.runner.pause()
        self.last, self._left = key, stage.run
        return True

    def forget_edits(self, run: Run) -> None:
        """Forget what waits in the form of a run off the stage, as another run has it now."""
        key = self.tree.key_of(run)
        if key is None or key not in self._edits:
            return
        del self._edits[key]
        if self._leaves_no_trace(key):
            self.tree.delete(key)
            end_runs([run])
            self._refresh()

    def forget_untouched(self) -> None:
        """Forget runs that stood side by side and never trained, once none of theirs is on the stage."""
        self._left = None
        for runs in self._together.apart_from(self.current):
            gone = [run for run in runs if (key := self.tree.key_of(run)) and self._leaves_no_trace(key)]
            gone = [run for run in gone if self.tree.key_of(run) not in self._edits]
            for run in gone:
                self.tree.delete(self._key(run))
            end_runs(gone)
            self._together.drop(gone)
            if gone:
                self.changed.emit()

    def take_over(self, other: Desk) -> None:
        """Take all runs of another window's desk, as they are: what trains goes on. Nothing is left there."""
        other._stop()
        self._edits, self.last = other._edits, other.last
        if (stage := other._window.stage) is not None:
            key = other.tree.key_of(stage.run)
            if key is not None and (edits := stage.form.edits()):
                self._edits[key] = edits
        self.tree.take_over(other.tree)
        self._together, other._together = other._together, Together()
        self._refresh()

    def _stop(self) -> None:
        """Look after no run any more, and draw none behind the stage or beside it."""
        self._timer.stop()
        if self._ghosts is not None and self._window.stage is not None:
            self._window.stage.set_ghosts(None)
            self._ghosts.close()
            self._ghosts = None
        if self._beside is not None:
            self._beside.stop()
            self._beside = None

    def close(self) -> None:
        """End every run."""
        self._timer.stop()
        end_runs([node.run for node in self.tree.nodes])

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.view.set_theme(theme)
        self.compare.set_theme(theme)
        if self._ghosts is not None:
            self._ghosts.set_theme(theme)
        if self._beside is not None:
            self._beside.set_theme(theme)

    # What a person asks for

    def continue_from(self, step: int) -> None:
        """Branch off at a meta-step of the run on the stage, without changes."""
        run = self.current
        if run is not None:
            step, held = self._moment(run, step)
            self._window.attempt(lambda: self._branch(run, step, held, {}, ""))

    def go_elsewhere(self, places: Mapping[str, object], train: bool) -> None:
        """Go on with the run on the stage on another device or with data in another folder, which it cannot do itself.

        The rest is trained in a branch, so that each run's record stays true; a run that only has weights from a file
        starts again with them.
        """
        run = self.current
        if run is None:
            return
        newest = run.recording.newest_step
        if not self._window.attempt(lambda: self._begin_elsewhere(run, newest, places)):
            return
        if newest >= 0:
            text = self.tr("Trained on a GPU up to meta-step {step}; the rest is trained on the CPU, in this branch")
            if DEVICE not in places:
                text = self.tr("From meta-step {step} on, this branch is trained with the data that you have chosen")
            self._window.inform(text.format(step=f"{newest:,}"))
        if train and self._window.stage is not None:
            self._window.stage.train()

    def ask_branch(self, step: int) -> None:
        """Ask for the settings of a branch at a meta-step of the run on the stage."""
        run = self.current
        if run is None or not self._may_train(run):
            return
        step, held = self._moment(run, step)
        before = settings_after(run.settings, [event for event in run.recording.steering if event.step <= step])
        make = partial(self._branch, run, step, held)  # of this run, even if another one is on the stage by then
        dialog = BranchDialog(
            before, step, self.tree.fresh_name(self.tr("branch")), make, self._window.theme, self._window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def ask_seeds(self) -> None:
        """Ask how many seeds to train with the settings of the run on the stage."""
        stage = self._window.stage
        if stage is None or not self._may_train(stage.run):
            return
        try:
            require_trained(stage.run.preset.story)
        except UserError as error:
            self._window.tell(error)
            return
        dialog = SeedsDialog(stage.settings.seed, self._window, is_random=stage.settings.is_random)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.seeds_chosen.connect(partial(self.seeds_wanted.emit, stage.run, stage.settings))
        dialog.show()

    def show_compare(self) -> None:
        """Show the table of all runs."""
        self._comparison.bring_forward()

    def add_branch(self, run: Run, name: str, parent: int, step: int) -> int:
        """Add a run that branched off another one at `step`, and return its key."""
        return self.tree.add_branch(run, self._name(name), parent, step)

    def add_root(self, run: Run, name: str, group: int | None = None) -> int:
        """Add a run without a parent, into a group where one is given, and return its key."""
        key = self.tree.add(run, name if group is not None else self._name(name), group)
        if group is not None:
            self._refresh()
        return key

    def add_group(self, name: str) -> int:
        """Add a group that has no runs yet, and return its key."""
        return self.tree.add_group(self._name(name))

    def show_together(self, keys: Sequence[int]) -> None:
        """Put the first of these runs on the stage, all of them ghosts of each other where they are several."""
        if len(keys) > 1:
            for node in self.tree.nodes:
                if node.ghost != (node.key in keys):
                    self.tree.set_ghost(node.key, node.key in keys)
        self.choose(keys[0])
        self._refresh()

    def choose(self, key: int) -> None:
        """Put a run on the stage."""
        if key in self.tree and self.tree[key].run is not self.current:
            try:
                self._window.show_run(self.tree[key].run)
            except UserError as error:  # one that was recovered, of a plug-in whose scene cannot be built
                self._window.tell(error)

    def go_back(self) -> None:
        """Return from the gallery to the run that was on the stage last."""
        if self.last in self.tree:
            self.choose(self.last)
        elif self.tree.nodes:
            self.choose(self.tree.nodes[-1].key)

    def _moment(self, run: Run, step: int) -> tuple[int, Snapshot | None]:
        """Return where to branch off, and what the run has recorded up to there if that is to be kept for it.

        Where a person follows a run that trains, it is the end of the meta-step under way, of which a checkpoint is
        made: nothing is trained again.
        """
        stage = self._window.stage
        follows = stage is not None and stage.timeline.clocks.outer.live and run.runner.state is RunState.RUNNING
        held = run.runner.snapshot(MOMENT) if follows else None
        if held is None or not held.checkpoints or held.checkpoints[-1].step != held.step:
            return step, None
        return held.step, held

    def _may_train(self, run: Run) -> bool:
        """Return whether runs like this one can be trained here; tell a person why not."""
        return self._window.attempt(lambda: require_trained(run.preset.story))

    def _begin_elsewhere(self, run: Run, newest: int, places: Mapping[str, object]) -> None:
        if newest >= 0:
            self._branch(run, newest, None, places, "")
            return
        settings = run.settings.replaced(**places)
        self._window.show_run(start_run(run.preset, settings, run.threads, run.weights))
        if (key := self.tree.key_of(run)) is not None:  # it never began
            self._delete(key)

    def _branch(self, run: Run, step: int, held: Snapshot | None, changes: Mapping[str, object], name: str) -> None:
        """Branch off a run, which stays visible as a ghost.

        Raises:
            UserError: a setting does not fit, `step` cannot be restored, or the run was deleted in the meantime.
        """
        key = self.tree.key_of(run)
        if key is None:
            raise refuse("", say("the run to branch from has been closed"))
        branch = branch_run(run, step, changes, held)
        self.tree.add_branch(branch, self._name(name or self.tree.fresh_name(self.tr("branch"))), key, step)
        self.tree.set_ghost(key, True)
        self._window.show_run(branch)
        log.info("%s", self.tr("Branched off {name} at meta-step {step}").format(name=self.tree[key].name, step=step))

    # Inside

    def _connect(self) -> None:
        view = self.view
        view.chosen.connect(self.choose)
        view.ghost_toggled.connect(self._set_ghost)
        view.renamed.connect(lambda key, name: self._change(self.tree.rename, key, name))
        view.hidden_toggled.connect(lambda key, hidden: self._change(self.tree.set_hidden, key, hidden))
        view.deleted.connect(self._delete)
        view.compare_requested.connect(self.show_compare)
        view.seeds_requested.connect(self.ask_seeds)

    def _open_beside(self, run: Run) -> None:
        """Open the scenarios that a new run's names, all ghosts of each other; one that was restarted has them."""
        if run.session is not None or run.follows or not run.preset.beside:
            return
        if (left := self._left) in self._together and left is not None and left.preset.name == run.preset.name:
            self._together.replace(left, run)
            return
        views = {run: ""}
        try:
            for preset, companion in zip(opened_beside(run.preset), run.preset.beside, strict=True):
                other = start_run(preset, preset.settings, run.threads)
                self.tree.set_ghost(self.tree.add(other, self._name(preset_text(preset.title))), True)
                views[other] = companion.view
        except UserError as error:  # of a plug-in that is not there any more, or too large for this machine
            self._window.tell(error)
        self.tree.set_ghost(self._key(run), True)
        self._together.add(views)

    def _put_beside(self, stage: Stage) -> None:
        """Show the runs of a comparison next to the one that came on the stage."""
        others = self._together.others(stage.run)
        if not others:
            return
        from metascope.scenes.desk.pane import Pane  # these import pyqtgraph, as above
        from metascope.scenes.desk.side_by_side import SideBySide

        together, theme = self._together, self._window.theme
        panes = [Pane(self.tree[self._key(run)].name, run, together.view(run), theme) for run in others]
        name = self.tree[self._key(stage.run)].name
        self._beside = SideBySide(stage, name, together.view(stage.run), panes, theme)
        self._beside.chosen.connect(lambda run: self.choose(self._key(run)), Qt.ConnectionType.QueuedConnection)

    def _key(self, run: Run) -> int:
        """Return the key of a run that is in the tree."""
        key = self.tree.key_of(run)
        assert key is not None, "a run that is compared is in the tree"
        return key

    def _lay_ghosts(self, run: Run) -> None:
        """Remove the ghosts of other scenarios when a new run comes: they belonged to the run before."""
        for node in self.tree.nodes:
            if node.ghost and node.run.preset.name != run.preset.name:
                self.tree.set_ghost(node.key, False)

    def _change(self, change: object, key: int, value: object) -> None:
        assert callable(change)
        change(key, value)
        self._refresh()

    def _set_ghost(self, key: int, on: bool) -> None:
        """Draw a run, or a group's quantiles, behind the one on the stage, or no longer; say where nothing is seen."""
        self._change(self.tree.set_ghost, key, on)
        members = [node.run for node in self.tree.nodes if key in (node.key, node.group)]
        if on and self._ghosts is not None and not any(map(self._ghosts.shares, members)):
            text = self.tr("Nothing of this run can be drawn here: its story has no curve of the same kind as this one")
            self._window.say(text)

    def _delete(self, key: int) -> None:
        """End and remove a run or a group; if it is on the stage, its parent run takes its place."""
        current = self.current
        doomed = [node.run for node in self.tree.nodes if key in (node.key, node.group)]
        self._drop_from_comparisons(doomed)
        if current in doomed:
            self._leave_doomed(key, doomed)
        if key in self.tree or any(group.key == key for group in self.tree.groups):
            end_runs(self.tree.delete(key))
        self._edits = {key: edits for key, edits in self._edits.items() if key in self.tree}
        self._refresh()

    def _drop_from_comparisons(self, doomed: list[Run]) -> None:
        """Take runs out of their comparisons, and their pictures from beside the stage."""
        self._together.drop(doomed)
        if self._beside is not None:
            self._beside.drop(doomed)

    def _leaves_no_trace(self, key: int) -> bool:
        node = self.tree[key]
        return _is_untouched(node.run) and node.parent is None and not self.tree.children(key)

    def _leave_doomed(self, key: int, doomed: list[Run]) -> None:
        """Show the nearest other run, or the gallery."""
        node = next(node for node in self.tree.nodes if node.run is self.current)
        others = [one for one in self.tree.nodes if one.run not in doomed]
        parent = next((one for one in others if one.key == node.parent), None)
        if parent is not None or others:
            self._window.show_run((parent or others[-1]).run)
        else:
            self._window.show_gallery()

    def _refresh(self) -> None:
        """Update the list, ghosts, markers and budgets from the tree."""
        self._look()
        current = self.current
        if current is not None and self._ghosts is not None:
            self._ghosts.set_runs(self.tree.ghosts(current))
            self._ghosts.set_groups(self.tree.bands())
        self._mark_branches()
        self.changed.emit()

    def _mark_branches(self) -> None:
        stage = self._window.stage
        key = None if stage is None else self.tree.key_of(stage.run)
        if stage is not None and key is not None:
            stage.playback.set_branches(tuple((node.step, node.name) for node in self.tree.children(key)))

    def _look(self) -> None:
        """Show the progress of the runs, and share the budget between them again."""
        self._grow()
        self.view.set_rows(self._rows.rows(self.current))
        self._comparison.look()
        for key, share in self.tree.shares(self._window.preferences.budget, self.current).items():
            recording = self.tree[key].run.recording
            if abs(recording.budget - share) > share // 64:
                recording.set_budget(share)

    def _grow(self) -> None:
        """Lay out anew followed runs whose program records more than before; one on the stage keeps its place."""
        for node in self.tree.nodes:
            if (run := grown(node.run)) is None:
                continue
            stage = self._window.stage
            self.tree.set_run(node.key, run)
            if stage is not None and stage.run is node.run:
                from metascope.scenes.stage.whereabouts import Whereabouts  # imports pyqtgraph, as above

                place = Whereabouts.of(stage).in_time()
                self._window.show_run(run)
                if self._window.stage is not None:
                    self._window.show_controls(every=place.everything)
                    place.go_to(self._window.stage)

    def _name(self, wanted: str) -> str:
        """Return the name, with a number appended if another run already has it."""
        return self.tree.fresh_name(wanted) if wanted in {node.name for node in self.tree.nodes} else wanted


def kept_nodes(tree: RunTree) -> tuple[Node, ...]:
    """Return the runs worth keeping: they hold something that no saved file has, or such a run branched off them."""
    kept = {node.key for node in tree.nodes if not (_is_untouched(node.run) or _is_as_opened(node.run))}
    for node in reversed(tree.nodes):  # parents come before their branches
        if node.key in kept and node.parent is not None:
            kept.add(node.parent)
    return tuple(node for node in tree.nodes if node.key in kept)


def _is_untouched(run: Run) -> bool:
    """Return whether nothing has happened in a run: no training, no change and no failure."""
    recording = run.recording
    happened = recording.steered or recording.incidents
    return recording.newest_step <= recording.origin and not happened and run.fresh


def _is_as_opened(run: Run) -> bool:
    """Return whether a run is unchanged since its session file was opened, or is in one that is followed."""
    as_opened = (run.recording.newest_step, run.recording.steered) == run.opened_at
    return run.follows or (run.session is not None and as_opened)
