"""Manages the runs of a window: their tree and its docks, the ghosts behind the stage, and branches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from metascope.scenes.desk.branches import Branches
from metascope.scenes.desk.company import Company
from metascope.scenes.desk.live_comparison import LiveComparison
from metascope.scenes.desk.run_rows import RunRows
from metascope.scenes.desk.run_tree import RunTree
from metascope.scenes.desk.worth_keeping import leaves_no_trace
from metascope.scenes.runs.run import Run, end_runs, grown, start_run
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.presets import opened_beside
from metascope.simulator.engine.story import require_trained
from metascope.widgets.form.form import Edits
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import preset_text
from metascope.widgets.runs.compare_view import CompareView
from metascope.widgets.runs.runs_view import RunsView
from metascope.widgets.runs.seeds_dialog import SeedsDialog

if TYPE_CHECKING:
    from metascope.scenes.stage.host import Host
    from metascope.scenes.stage.stage import Stage

LOOK_EVERY = 500  # ms between two updates of the list of runs


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
        self._company = Company(self.tree, self)
        self._company.chosen.connect(lambda run: self.choose(self.tree.node_of(run).key))
        self._left: Run | None = None  # the stage for the one that comes on it now
        self.last = 0  # key of the run that was on the stage last
        self._edits: dict[int, Edits] = {}  # key of a run that is not on the stage -> what waits in its form
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        window.docks.put("runs", self.view)
        self._comparison = LiveComparison(self.tree, window, self)
        self.branches = Branches(window, self.tree)
        self.branches.replaced.connect(self._delete_run)
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
        key = self.tree.key_of(stage.run)
        if key is None:
            self._lay_ghosts(stage.run)
            title = stage.scene.words().title if stage.run.preset.beside else preset_text(stage.run.preset.title)
            self.tree.add(stage.run, self.tree.unused_name(name or title))
            self._open_beside(stage.run)
        elif key in self._edits:
            stage.form.show_edits(self._edits.pop(key))
        self._company.join(stage, self._window.theme)
        self.forget_untouched()
        self._refresh()

    def leave(self, stage: Stage) -> bool:
        """Take the run off the stage and return whether it is kept: then it is paused and can come back."""
        self._company.leave(stage)
        key = self.tree.key_of(stage.run)
        if key is None:  # unless it has grown
            return any(node.run.runner is stage.run.runner for node in self.tree.nodes)
        if edits := stage.form.edits():
            self._edits[key] = edits
        elif stage.run not in self._company.together and leaves_no_trace(self.tree, key):
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
        if leaves_no_trace(self.tree, key):
            self.tree.delete(key)
            end_runs([run])
            self._refresh()

    def forget_untouched(self) -> None:
        """Forget runs that stood side by side and never trained, once none of theirs is on the stage."""
        self._left = None
        for runs in self._company.together.apart_from(self.current):
            gone = [run for run in runs if (key := self.tree.key_of(run)) and leaves_no_trace(self.tree, key)]
            gone = [run for run in gone if self.tree.key_of(run) not in self._edits]
            for run in gone:
                self.tree.delete(self.tree.node_of(run).key)
            end_runs(gone)
            self._company.together.drop(gone)
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
        self._company.take_over(other._company)
        self._refresh()

    def _stop(self) -> None:
        """Look after no run any more, and draw none behind the stage or beside it."""
        self._timer.stop()
        self._company.stop(self._window.stage)

    def close(self) -> None:
        """End every run."""
        self._timer.stop()
        end_runs([node.run for node in self.tree.nodes])

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.view.set_theme(theme)
        self.compare.set_theme(theme)
        self._company.set_theme(theme)

    # What a person asks for

    def ask_seeds(self) -> None:
        """Ask how many seeds to train with the settings of the run on the stage."""
        stage = self._window.stage
        if stage is None or not self._window.attempt(lambda: require_trained(stage.run.preset.story)):
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
        return self.tree.add_branch(run, self.tree.unused_name(name), parent, step)

    def add_root(self, run: Run, name: str, group: int | None = None) -> int:
        """Add a run without a parent, into a group where one is given, and return its key."""
        key = self.tree.add(run, name if group is not None else self.tree.unused_name(name), group)
        if group is not None:
            self._refresh()
        return key

    def add_group(self, name: str) -> int:
        """Add a group that has no runs yet, and return its key."""
        return self.tree.add_group(self.tree.unused_name(name))

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
        together = self._company.together
        if (left := self._left) in together and left is not None and left.preset.name == run.preset.name:
            together.replace(left, run)
            return
        views = {run: ""}
        try:
            for preset, companion in zip(opened_beside(run.preset), run.preset.beside, strict=True):
                other = start_run(preset, preset.settings, run.threads)
                self.tree.set_ghost(self.tree.add(other, self.tree.unused_name(preset_text(preset.title))), True)
                views[other] = companion.view
        except UserError as error:  # of a plug-in that is not there any more, or too large for this machine
            self._window.tell(error)
        self.tree.set_ghost(self.tree.node_of(run).key, True)
        together.add(views)

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
        if on and self._company.draws_none_of(members):
            text = self.tr("Nothing of this run can be drawn here: its story has no curve of the same kind as this one")
            self._window.say(text)

    def _delete_run(self, run: Run) -> None:
        if (key := self.tree.key_of(run)) is not None:
            self._delete(key)

    def _delete(self, key: int) -> None:
        """End and remove a run or a group; if it is on the stage, its parent run takes its place."""
        current = self.current
        doomed = [node.run for node in self.tree.nodes if key in (node.key, node.group)]
        self._company.drop(doomed)
        if current in doomed:
            self._leave_doomed(key, doomed)
        if key in self.tree or any(group.key == key for group in self.tree.groups):
            end_runs(self.tree.delete(key))
        self._edits = {key: edits for key, edits in self._edits.items() if key in self.tree}
        self._refresh()

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
        if current is not None:
            self._company.look(current)
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
