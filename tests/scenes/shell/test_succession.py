"""Another language: a new window goes on with all runs, where a person looks at them and what was changed."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.docks import CLOSABLE
from metascope.scenes.shell.succession import Succession
from metascope.scenes.shell.window import Window
from metascope.simulator.engine.cli.languages import ENGLISH, PSEUDO
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.language.speaking import set_language
from metascope.widgets.lessons.step_text import StepText
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.methods.chips import MethodChips
from tests.scenes.hands import open_stage, run_steps, the_stage, wait_for
from tests.waiting import LONGEST


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Iterator[Succession]:
    """A window that speaks in marks from the first change of the language on."""
    window = new_window(LIGHT)
    with qtbot.waitExposed(window, timeout=LONGEST):
        window.show()
    found = Succession(window, None, new_window, lambda _: set_language(qapp, PSEUDO))
    del window
    yield found
    set_language(qapp, ENGLISH)
    found.window.close()
    found.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def speak(qtbot: QtBot, shown: Succession) -> Callable[[], Window]:
    """Choose another language, and return the window that speaks it."""

    def change() -> Window:
        with qtbot.waitSignal(shown.changed, timeout=LONGEST):
            shown.window.prefer(language="zh_CN")
        QApplication.processEvents()
        return shown.window

    return change


def test_the_gallery_speaks_it(shown: Succession, speak: Callable[[], Window]) -> None:
    before = shown.window
    after = speak()
    assert after is not before
    assert after.isVisible()
    assert [it for it in QApplication.topLevelWidgets() if isinstance(it, Window) and it.isVisible()] == [after]
    assert after.stage is None
    assert after.windowTitle().startswith("⟦")
    assert after.menuBar().actions()[0].text().startswith("⟦")


def test_the_run_on_the_stage_stays_as_it_is_seen(qtbot: QtBot, shown: Succession, speak: Callable[[], Window]) -> None:
    stage = open_stage(qtbot, shown.window)
    run_steps(qtbot, stage, 30)
    stage.timeline.outer_clock.go(12)
    stage.timeline.inner_clock.go(1)
    chips = stage.findChild(MethodChips)
    assert isinstance(chips, MethodChips)
    key = stage.scene.methods()[1][0]
    chips.toggle_focus(key)
    view = stage.scene.all_views()[1]
    stage.enlarger.toggle(view)
    stage.form.focus_setting("seed")
    shown.window.docks["log"].show()
    shown.window.docks["settings"].hide()
    run, name = stage.run, view.name
    size, clocks = shown.window.size(), stage.timeline.clocks

    after = the_stage(speak())
    assert after is not stage
    assert after.run is run
    assert run.runner.state is RunState.PAUSED
    assert after.timeline.clocks == clocks
    assert after.playback.shown is not None
    assert after.playback.shown.step == 12
    assert after.playback.method == key
    assert after.enlarger.enlarged is not None
    assert after.enlarger.enlarged.name == name
    assert shown.window.size() == size
    hidden = {name: shown.window.docks[name].isHidden() for name in CLOSABLE}
    assert hidden == {"settings": True, "runs": False, "compare": True, "log": False}
    found = after.findChild(MethodChips)
    assert isinstance(found, MethodChips)
    assert found.emphasis() == chips.emphasis()


def test_what_trains_goes_on(qtbot: QtBot, shown: Succession, speak: Callable[[], Window]) -> None:
    stage = open_stage(qtbot, shown.window, steps=1_000_000)
    stage.training.toggle_play()
    wait_for(qtbot, stage, RunState.RUNNING)
    after = the_stage(speak())
    assert after.run.runner.state is RunState.RUNNING
    newest = after.run.recording.newest_step
    qtbot.waitUntil(lambda: after.run.recording.newest_step > newest, timeout=LONGEST)
    after.training.toggle_play()
    wait_for(qtbot, after, RunState.PAUSED)


def test_all_runs_branches_and_ghosts_stay(qtbot: QtBot, shown: Succession, speak: Callable[[], Window]) -> None:
    stage = open_stage(qtbot, shown.window)
    run_steps(qtbot, stage, 5)
    shown.window.desk.branches.continue_from(3)
    shown.window.desk.tree.rename(1, "mine")
    branch = the_stage(shown.window)
    wait_for(qtbot, branch, RunState.IDLE, RunState.PAUSED)
    nodes = shown.window.desk.tree.nodes
    before = shown.window
    after = speak()
    assert after.desk.tree.nodes == nodes
    assert [node.ghost for node in after.desk.tree.nodes] == [True, False]
    assert before.desk.tree.nodes == ()
    after.desk.choose(1)
    assert the_stage(after).run is stage.run


def test_what_waits_in_the_form_and_what_can_be_undone_stay(
    qtbot: QtBot, shown: Succession, speak: Callable[[], Window]
) -> None:
    stage = open_stage(qtbot, shown.window)
    run_steps(qtbot, stage, 2)
    rate = stage.settings.model_dump()["inner_rate"]
    stage.steering.change("inner_rate", 0.03)
    qtbot.waitUntil(lambda: stage.steering.settings.model_dump()["inner_rate"] == 0.03, timeout=LONGEST)
    stage.steering.look()
    seed = stage.form.values()["seed"]
    stage.form.show_edit("seed", 77)
    stage.steering._note_edit("seed", seed, 77)
    stage.steering.take_back()
    assert stage.form.values()["seed"] == seed
    stage.steering.do_again()

    stage = the_stage(speak())
    assert stage.form.edits().values == {"seed": 77}
    assert stage.steering.undo.undoText().startswith("⟦")
    stage.steering.take_back()
    assert stage.form.values()["seed"] == seed
    stage.steering.take_back()
    qtbot.waitUntil(lambda: stage.steering.settings.model_dump()["inner_rate"] == rate, timeout=LONGEST)
    stage.steering.do_again()
    qtbot.waitUntil(lambda: stage.steering.settings.model_dump()["inner_rate"] == 0.03, timeout=LONGEST)


def test_seeds_that_wait_are_trained(qtbot: QtBot, shown: Succession, speak: Callable[[], Window]) -> None:
    stage = open_stage(qtbot, shown.window, steps=20, engine="reference")
    shown.window.sweeps.train_seeds(stage.run, stage.settings, [3, 4])
    after = speak()
    assert len(after.sweeps.seeds) == 1
    qtbot.waitUntil(lambda: not after.sweeps.seeds, timeout=3 * LONGEST)
    done = [node.run.recording.newest_step for node in after.desk.tree.nodes if node.group is not None]
    assert done == [20, 20]


def test_the_log_and_presentation_mode_stay(qtbot: QtBot, shown: Succession, speak: Callable[[], Window]) -> None:
    open_stage(qtbot, shown.window)
    shown.window.log_bridge.look()
    text = shown.window.log_view.lines
    shown.window.presentation.enter()
    after = speak()
    assert after.presentation.on
    after.presentation.leave()
    after.log_bridge.look()
    assert after.log_view.lines[: len(text)] == text
    assert len(after.log_view.lines) > len(text)


def test_a_scenario_that_waits_is_opened_by_the_next_window(
    qtbot: QtBot, qapp: QApplication, shown: Succession
) -> None:
    waiting = new_window(LIGHT, presets.find("two-tasks"))
    found = Succession(waiting, None, new_window, lambda _: None)
    waiting.prefer(language="zh_CN")
    with qtbot.waitSignal(found.changed, timeout=LONGEST):
        pass
    qtbot.waitUntil(lambda: found.window.stage is not None, timeout=LONGEST)
    found.window.close()
    found.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_nothing_is_left_of_the_window_before(qtbot: QtBot, shown: Succession, speak: Callable[[], Window]) -> None:
    stage = open_stage(qtbot, shown.window)
    run_steps(qtbot, stage, 3)
    window, gone = ref(shown.window), ref(stage)
    del stage
    speak()
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        gc.collect()
    assert (window(), gone()) == (None, None)


def test_a_lesson_goes_on_at_its_step(
    qtbot: QtBot, shown: Succession, speak: Callable[[], Window], tmp_path: Path
) -> None:
    question = {"question": "?", "choices": ["a", "b"], "right": 1, "told": ["no", "yes"]}
    first = {"text": "x", "open": {"preset": "two-tasks"}, "do": {"reach": 5}}
    steps = [first, {"text": "x", "do": {"answer": question}}, {"text": "x", "do": {"reach": 9}}]
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"format": 1, "title": "Mine", "steps": steps}))
    assert shown.window.open_path(path)
    qtbot.waitUntil(lambda: not told(shown.window).waiting, timeout=LONGEST)
    run = the_stage(shown.window).run
    shown.window.lessons.skip()
    shown.window.lessons.answer(0)
    after = speak()
    assert after.lessons.index == 1
    assert after.lessons.panel.isVisible()
    assert told(after).states == ("wrong", "open"), "what was answered stays"
    assert the_stage(after).run is run
    after.lessons.answer(1)
    after.lessons.go_on()
    assert the_stage(after).run is run, "the run goes on from step to step"
    assert len(run.runner.breakpoints) == 1
    after = speak()
    assert after.lessons.index == 2
    assert len(run.runner.breakpoints) == 1
    path.unlink()
    qtbot.waitUntil(lambda: bool(told(after).problems), timeout=LONGEST)  # the file is watched


def told(window: Window) -> StepText:
    """Return what the panel of a lesson shows."""
    shown = window.lessons.panel.shown
    assert shown is not None
    return shown
