"""A person at the window, doing whatever comes to mind; and what must hold after everything they do."""

from __future__ import annotations

import gc
import shutil
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from weakref import WeakKeyDictionary, ref

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.desk.branch_dialog import BranchDialog
from metascope.scenes.desk.run_tree import Node
from metascope.scenes.desk.worth_keeping import kept_nodes
from metascope.scenes.files import formats
from metascope.scenes.files.slots import leftovers
from metascope.scenes.kept.preferences import autosave_folder
from metascope.scenes.runs.run import Run, start_run
from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.computing import prepare_thread
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.replay import Verdict, replay
from metascope.simulator.engine.running.breakpoints import parse
from metascope.simulator.engine.running.runner import THREAD, RunState
from metascope.simulator.engine.story import all_stories
from metascope.widgets.clock.cursor import Cursor
from metascope.widgets.form.rows import SettingRow
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.runs.seeds_dialog import SeedsDialog
from metascope.widgets.window.notice import ErrorDialog
from tests.scenes.hands import notices, the_stage, worker
from tests.waiting import LONGEST

MOST_RUNS = 5  # a person has at a time: each is a thread
MOST_STEPS = 800  # of a run, beyond which nobody trains it further
SHARES = st.floats(0.0, 1.0)  # of a course, to look at
PICKS = st.integers(0, 99)  # of what there is
SCENARIOS = st.sampled_from(["two-tasks", "two-dimensions", "bad-start"])
RATES = st.sampled_from([0.05, 0.2, 0.4])


class Walk(RuleBasedStateMachine):
    """What a person may do with runs and timeline, in any order.

    `wrong` collects what went wrong: Hypothesis may tell of a flaky strategy in its place, for walks depend on time.
    """

    def __init__(self, qtbot: QtBot, folder: Path, wrong: list[Exception]) -> None:
        super().__init__()
        self.qtbot, self.folder, self.wrong = qtbot, folder, wrong
        self.saved: list[Path] = []
        self.rows: WeakKeyDictionary[Run, tuple[int, int]] = WeakKeyDictionary()  # run -> rows of metrics, last step
        self.noted: tuple[ref[Stage], Cursor] | None = None  # where a person has put the cursor
        shutil.rmtree(autosave_folder(), ignore_errors=True)
        self.window = self.started()

    def started(self) -> Window:
        """Return a window as the program opens it."""
        window = new_window(LIGHT, store=QSettings(str(self.folder / "kept.ini"), QSettings.Format.IniFormat))
        with self.qtbot.waitExposed(window, timeout=LONGEST):
            window.show()
        return window

    # What there is

    @property
    def stage(self) -> Stage:
        return the_stage(self.window)

    @property
    def nodes(self) -> tuple[Node, ...]:
        return self.window.desk.tree.nodes

    @property
    def runs(self) -> list[Run]:
        return [node.run for node in self.nodes]

    def pick(self, number: int) -> Node:
        return self.nodes[number % len(self.nodes)]

    def on_stage(self) -> bool:
        return self.window.stage is not None

    def in_gallery(self) -> bool:
        return self.window.stage is None

    def has_runs(self) -> bool:
        return bool(self.nodes)

    def may_have_another(self) -> bool:
        return len(self.nodes) < MOST_RUNS

    def may_branch(self) -> bool:
        return self.may_train() and self.may_have_another() and self.stage.playback.shown is not None

    def may_train(self) -> bool:
        """Return whether a run is on the stage whose meta-steps can be done here, in a branch at least."""
        return self.on_stage() and all_stories()[self.stage.run.preset.story].recorded is None

    @property
    def trained(self) -> list[Node]:
        """The runs that this process trains."""
        return [node for node in self.nodes if not node.run.follows]

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=LONGEST)

    def at_rest(self) -> None:
        """Have the run on the stage pause, everything asked for done."""
        run = self.stage.run
        run.runner.pause()
        self.wait(run.runner.ask(lambda simulation: None).done)

    def staged(self) -> None:
        """Wait until a run that was put on the stage can be seen, and let it learn as fast as it can."""
        stage = self.stage
        stage.run.runner.throttle(None)
        self.wait(lambda: stage.playback.shown is not None or stage.run.runner.state is RunState.FAILED)
        self.cursor_moved()

    def cursor_moved(self) -> None:
        """Note that a person has moved the cursor, or has done what does."""
        self.noted = (ref(self.stage), self.stage.timeline.clocks.outer) if self.on_stage() else None

    # What a person does to the run on the stage

    @initialize(scenario=SCENARIOS)
    def begin(self, scenario: str) -> None:
        self.open_scenario(scenario)
        self.stage.training.do_steps(30)
        self.cursor_moved()

    @precondition(may_have_another)
    @rule(scenario=SCENARIOS)
    def open_scenario(self, scenario: str) -> None:
        preset = presets.find(scenario)
        self.window.open_preset(preset, preset.settings.replaced(inner_steps=3))
        self.staged()

    @precondition(on_stage)
    @rule()
    def play_or_pause(self) -> None:
        if self.stage.run.recording.newest_step > MOST_STEPS:
            self.stage.run.runner.pause()
        else:
            self.stage.timeline.outer_clock.toggle_play()
        self.cursor_moved()

    @precondition(on_stage)
    @rule(count=st.sampled_from([1, 7, 40]))
    def run_some(self, count: int) -> None:
        self.stage.training.do_steps(count)
        self.cursor_moved()

    @precondition(may_train)
    @rule(rate=RATES)
    def steer(self, rate: float) -> None:
        self.stage.form.live_changed.emit("inner_rate", rate, False)
        self.cursor_moved()

    @precondition(may_train)
    @rule(to=st.floats(-0.5, 0.5))
    def drag(self, to: float) -> None:
        place = [to] * (2 if self.stage.run.preset.name == "two-dimensions" else 1)
        for draft in (True, True, False):
            self.stage.scene.changed.emit("phi", {"method": None, "to": place}, draft)
        self.cursor_moved()

    @precondition(on_stage)
    @rule(redo=st.booleans())
    def undo(self, redo: bool) -> None:
        (self.stage.steering.do_again if redo else self.stage.steering.take_back)()
        self.cursor_moved()

    # What a person does on the timeline

    @precondition(on_stage)
    @rule(share=SHARES)
    def scrub(self, share: float) -> None:
        self.stage.timeline.outer_clock.go(round(share * self.stage.timeline.clocks.outer.newest))
        self.cursor_moved()

    @precondition(on_stage)
    @rule()
    def go_live(self) -> None:
        self.stage.timeline.outer_clock.go_live()
        self.cursor_moved()

    @precondition(on_stage)
    @rule()
    def loop(self) -> None:
        self.stage.timeline.toggle_loop()
        self.cursor_moved()

    @precondition(on_stage)
    @rule(ends=st.tuples(SHARES, SHARES))
    def mark_a_range(self, ends: tuple[float, float]) -> None:
        clock = self.stage.timeline.outer_clock
        for end, mark in zip(ends, (clock.mark_begin, clock.mark_end), strict=True):
            clock.go(round(end * self.stage.playback.clocks.outer.newest))
            mark()
        self.cursor_moved()

    @precondition(on_stage)
    @rule()
    def bookmark(self) -> None:
        self.stage.timeline.outer_clock.toggle_bookmark()

    @precondition(on_stage)
    @rule(inner=st.integers(0, 4))
    def look_inside(self, inner: int) -> None:
        self.stage.timeline.inner_clock.go(inner)

    @precondition(on_stage)
    @rule(steps=st.integers(1, 30))
    def set_a_breakpoint(self, steps: int) -> None:
        metrics = self.stage.run.recording.metrics
        self.stage.timeline.outer_clock.breakpoints_changed.emit(
            (parse(f"in {steps} steps", metrics.names, metrics.last_step),)
        )

    # What a person does in the list of runs

    @precondition(may_branch)
    @rule(share=SHARES)
    def continue_from(self, share: float) -> None:
        self.window.desk.branches.continue_from(round(share * self.stage.timeline.clocks.outer.newest))
        self.staged()

    @precondition(may_branch)
    @rule(share=SHARES, change=st.sampled_from([{}, {"inner_rate": 0.3}, {"seed": 7}]))
    def branch(self, share: float, change: dict[str, object]) -> None:
        self.window.desk.branches.ask(round(share * self.stage.timeline.clocks.outer.newest))
        dialog = self.window.findChildren(BranchDialog)[-1]
        for row in dialog.findChildren(SettingRow):
            if row.declared.name in change:
                row.show_value(change[row.declared.name])
        dialog.accept()
        if dialog.isVisible():  # before the origin of this run
            dialog.reject()
        self.staged()

    @precondition(has_runs)
    @rule(number=PICKS)
    def choose(self, number: int) -> None:
        run = self.pick(number).run
        same = self.window.desk.current is run
        self.window.desk.view.chosen.emit(self.pick(number).key)
        assert self.window.desk.current is run
        if not same:
            self.staged()

    @precondition(has_runs)
    @rule(number=PICKS, on=st.booleans())
    def ghost(self, number: int, on: bool) -> None:
        self.window.desk.view.ghost_toggled.emit(self.pick(number).key, on)

    @precondition(has_runs)
    @rule(number=PICKS, hidden=st.booleans())
    def hide(self, number: int, hidden: bool) -> None:
        self.window.desk.view.hidden_toggled.emit(self.pick(number).key, hidden)

    @precondition(has_runs)
    @rule(number=PICKS, name=st.sampled_from(["one", "two", "  ", "日本語 <b>&amp;"]))
    def rename(self, number: int, name: str) -> None:
        self.window.desk.view.renamed.emit(self.pick(number).key, name)

    @precondition(has_runs)
    @rule(number=PICKS)
    def delete(self, number: int) -> None:
        key = self.pick(number).key
        before = self.window.stage
        self.window.desk.view.deleted.emit(key)
        assert key not in self.window.desk.tree
        if self.on_stage() and self.window.stage is not before:
            self.staged()

    @precondition(may_branch)
    @rule()
    def train_seeds(self) -> None:
        self.window.desk.ask_seeds()
        dialog = self.window.findChildren(SeedsDialog)[-1]
        dialog.reject()  # what it begins goes on without the window: here the runs come at once, and train here
        desk, run = self.window.desk, self.stage.run
        group = desk.add_group("seeds")
        for seed in (1, 2):
            member = start_run(run.preset, run.settings.replaced(seed=seed))
            desk.add_root(member, f"seed {seed}", group)
            member.runner.play()

    @precondition(lambda self: bool(self.window.desk.tree.groups))
    @rule(on=st.booleans())
    def show_band(self, on: bool) -> None:
        self.window.desk.view.ghost_toggled.emit(self.window.desk.tree.groups[0].key, on)

    @precondition(lambda self: bool(self.window.desk.tree.groups))
    @rule()
    def delete_group(self) -> None:
        before = self.window.stage
        self.window.desk.view.deleted.emit(self.window.desk.tree.groups[0].key)
        if self.on_stage() and self.window.stage is not before:
            self.staged()

    # What a person does with the window

    @precondition(on_stage)
    @rule()
    def go_to_the_gallery(self) -> None:
        self.window.show_gallery()
        self.cursor_moved()

    @precondition(lambda self: self.in_gallery() and self.has_runs())
    @rule()
    def go_back(self) -> None:
        self.window.desk.go_back()
        self.staged()

    @precondition(on_stage)
    @rule()
    def save_session(self) -> None:
        path = self.folder / f"{len(self.saved)}.metascope"
        future = formats.save_session(self.stage.run, path)
        self.wait(future.done)
        future.result()
        self.saved.append(path)

    @precondition(lambda self: bool(self.saved) and self.may_have_another())
    @rule(number=PICKS)
    def open_session(self, number: int) -> None:
        assert self.window.open_path(self.saved[number % len(self.saved)])
        self.staged()

    @precondition(has_runs)
    @rule()
    def close_the_window_and_reopen_its_runs(self) -> None:
        if self.on_stage():
            self.at_rest()
        kept = [node for node in kept_nodes(self.window.desk.tree) if node.run.recording.newest_step >= 0]
        before, asked = shape(kept), [node.run.recording.newest_step for node in kept]
        self.close()
        self.window = self.started()
        if before:
            self.window.reopen_last()
        assert shape(self.nodes) == before
        assert all(run.recording.newest_step >= step for run, step in zip(self.runs, asked, strict=True))
        if self.on_stage():
            self.staged()

    @rule()
    def open_nonsense(self) -> None:
        path = self.folder / "nonsense.metascope"
        path.write_bytes(b"PK\x03\x04nonsense")
        assert not self.window.open_path(path)
        assert any(str(path) in text for text in notices(self.window))

    @rule(dark=st.booleans())
    def change_the_theme(self, dark: bool) -> None:
        self.window.prefer(theme="dark" if dark else "light")

    @rule(milliseconds=st.sampled_from([30, 250]))
    def wait_a_little(self, milliseconds: int) -> None:
        self.qtbot.wait(milliseconds)

    # What holds after all of that

    @invariant()
    def cursors_stay_where_a_person_put_them(self) -> None:
        self.qtbot.wait(20)
        stage = self.window.stage
        if stage is None or self.noted is None or stage is not self.noted[0]():
            return
        now, was = stage.timeline.clocks.outer, self.noted[1]
        assert now.looking == was.looking
        assert now.span == was.span
        if now.live:
            assert now.position == now.newest >= was.newest
        elif now.looping:
            assert now.bounds[0] <= now.position <= now.bounds[1]
        else:
            assert now.position == was.position

    @invariant()
    def metrics_never_shrink(self) -> None:
        for node in self.nodes:
            metrics = node.run.recording.metrics
            rows, last = len(metrics), metrics.last_step
            before = self.rows.get(node.run, (0, -1))
            assert rows >= before[0]
            assert last >= before[1]
            self.rows[node.run] = (rows, last)

    @invariant()
    def each_run_has_one_worker_and_nobody_else_has(self) -> None:
        mine = {worker(node.run)._thread for node in self.trained}
        assert all(thread.is_alive() for thread in mine)
        assert len(mine) == len(self.trained)
        self.wait(lambda: set(workers()) == mine)

    @invariant()
    def one_run_trains_at_a_time_but_for_those_with_other_seeds(self) -> None:
        alone = [node for node in self.trained if node.group is None and node.run is not self.window.desk.current]
        self.wait(lambda: all(node.run.runner.state is not RunState.RUNNING for node in alone))

    @invariant()
    def recordings_stay_within_the_budget(self) -> None:
        self.window.desk._look()
        budget = self.window.preferences.budget
        recordings = [node.run.recording for node in self.nodes]
        assert sum(recording.budget for recording in recordings) <= budget * (1 + 1 / 32)
        for recording in recordings:
            assert recording.nbytes <= most_bytes(recording)

    @invariant()
    def the_tree_is_whole(self) -> None:
        tree, current = self.window.desk.tree, self.window.desk.current
        assert all(node.parent is None or node.parent in tree for node in self.nodes)
        assert len({node.name for node in self.nodes if node.group is None}) <= len(self.nodes)
        assert current is None or tree.key_of(current) is not None
        known = {node.key for node in self.nodes} | {group.key for group in tree.groups}
        assert {row.key for row in self.window.desk.view._rows} == known

    @invariant()
    def ghosts_are_the_runs_that_were_chosen(self) -> None:
        current, ghosts = self.window.desk.current, self.window.desk._company.ghosts
        assert (current is None) == (ghosts is None)
        if current is not None and ghosts is not None:
            wanted = [run for _, run in self.window.desk.tree.ghosts(current) if ghosts.shares(run)]
            assert list(ghosts.runs) == wanted
            assert all(run in wanted for run in self.own_ghosts(current))

    def own_ghosts(self, current: Run) -> list[Run]:
        """Return the ghosts of the same story as a run."""
        ghosts = self.window.desk.tree.ghosts(current)
        return [run for _, run in ghosts if run.preset.story == current.preset.story]

    @invariant()
    def nothing_unexpected_happened(self) -> None:
        assert not self.window.findChildren(ErrorDialog)
        failed = [node.run.runner for node in self.nodes if node.run.runner.state is RunState.FAILED]
        assert not failed, [(str(runner.reason), runner.traceback) for runner in failed]

    def teardown(self) -> None:
        """End the walk; called in a `finally`, so that what went wrong in it is known here."""
        if isinstance(wrong := sys.exc_info()[1], Exception):
            self.wrong.append(wrong)
        try:
            self.end()
        except Exception as error:
            self.wrong.append(error)
            raise

    def end(self) -> None:
        """Replay the run on the stage and close the window, whatever comes of it."""
        try:
            if self.may_train() and not self.stage.run.follows:
                self.at_rest()
                verdict = replayed(self.stage.run)
                assert verdict.difference is None, verdict.difference
        finally:
            self.close()
        for path in self.saved:
            path.unlink()
        assert leftovers(autosave_folder()) == ()

    def close(self) -> None:
        """Close the window; nothing of it is left."""
        window, gone = self.window, ref(self.window)
        self.noted = None
        window.close()
        window.deleteLater()
        del self.window, window
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.wait(lambda: not workers())
        self.wait(lambda: gc.collect() >= 0 and gone() is None)  # what looks for it in a thread may be on its way


def workers() -> list[threading.Thread]:
    """Return the threads that train."""
    return [thread for thread in threading.enumerate() if thread.name == THREAD]


def most_bytes(recording: Recording) -> float:
    """Return how much a recording may take: its budget, or what must be kept and a quarter of it for frames."""
    newest = recording.newest
    spare = 0 if newest is None else 1 << 20  # the newest frame may be shared with no other
    return max(recording.budget, recording._fixed() + recording.budget / 4) + spare


def shape(nodes: Sequence[Node]) -> list[tuple[int | None, int]]:
    """Return for each run which of those before it is its parent, and where it branched off."""
    places = {node.key: place for place, node in enumerate(nodes)}
    return [(None if node.parent is None else places.get(node.parent), node.step) for node in nodes]


def replayed(run: Run) -> Verdict:
    """Run a run again, from its settings and its log, in a thread that rounds as the run's own, and compare."""

    def again() -> Verdict:
        simulation = all_stories()[run.preset.story].load()(run.settings)
        return replay(simulation, run.recording.snapshot())[1]

    with ThreadPoolExecutor(1, initializer=prepare_thread, initargs=(1,)) as thread:
        return thread.submit(again).result()
