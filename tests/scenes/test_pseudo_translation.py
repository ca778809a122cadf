"""Everything a person can see is translated: in the pseudo-translation no text without marks is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.catalog import build_scene
from metascope.scenes.desk.branch_dialog import BranchDialog
from metascope.scenes.export.animation_dialog import AnimationDialog, ask_animation
from metascope.scenes.export.figure_dialog import FigureDialog, ask_figure
from metascope.scenes.files.recovery_dialog import ask_recovery
from metascope.scenes.ideas.page import IdeasPage
from metascope.scenes.lessons.listing import LessonsDialog
from metascope.scenes.shell import dialogs
from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.preferences_dialog import PreferencesDialog
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.scenes.start.start_page import SCENARIOS
from metascope.simulator.engine.cli.languages import TEMPLATE
from metascope.simulator.engine.cli.licences import licences
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.ideas.parsing import shipped
from metascope.simulator.engine.running.breakpoints import parse
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.text import say
from metascope.widgets.clock.breakpoints import BreakpointsButton
from metascope.widgets.language.pseudo_translator import PseudoTranslator
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.runs.seeds_dialog import SeedsDialog
from metascope.widgets.window.cheat_sheet import CheatSheet
from metascope.widgets.window.notice import ErrorDialog
from metascope.widgets.window.palette import Palette
from tests.contracts.runs import STORIES, frames, light, simulation
from tests.scenes.hands import open_stage, run_steps
from tests.scenes.sweeps.made import add, begin, plan_of, row, tell
from tests.scenes.visible_texts import Found, scene_texts, untranslated, view_texts, widget_texts
from tests.tiers import first_quick
from tests.waiting import LONGEST

EXAMPLES = {  # of each story the scenario that says the most and costs the least
    "bandits": "two-arms",
    "landscapes": "two-tasks",
    "lstm_cell": "lstm-cell",
    "mann": "mann-glyphs",
    "meta_networks": "fast-weights",
    "metric_learning": "prototypes",
    "navigation": "estimators",
    "ntm": "repeat-copy",
    "optimizers": "quadratics",
    "picture_starts": "characters-maml",
    "sines": "sine-maml",
}
STEPS = 3  # meta-steps: with them every view has something to show
SETTINGS = {name for story in all_stories().values() for name in story.settings.model_fields}
NAMED = SETTINGS | {part for name in SETTINGS for part in name.split("_")}  # as --set and the list of runs name them


@pytest.fixture(autouse=True)
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = PseudoTranslator(TEMPLATE)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def window(qtbot: QtBot, pseudo: None) -> Iterator[Window]:
    made = new_window(LIGHT)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def stage(qtbot: QtBot, window: Window) -> Stage:
    made = open_stage(qtbot, window)
    run_steps(qtbot, made, 10)
    return made


def test_every_story_has_its_example() -> None:
    stories = STORIES.values()
    own = {story.name for story in stories if story.settings.__module__.startswith("metascope.simulator.")}
    assert own == set(EXAMPLES)


@pytest.mark.parametrize("name", first_quick(EXAMPLES.values()))
def test_a_scene_shows_no_text_that_is_not_translated(qapp: QApplication, name: str) -> None:
    preset, metrics = light(presets.find(name)), Metrics()
    scene = build_scene(preset.story, preset.settings, LIGHT)
    scene.resize(1000, 700)
    found: list[Found] = []
    for frame in frames(simulation(preset), STEPS):
        metrics.append(frame.step, frame.metrics)
        for method in {scene.methods()[0][0], scene.methods()[-1][0]}:
            found += scene_texts(scene, all_stories()[preset.story].captions, frame, method)
            for tick in {0, frame.ticks() // 2, frame.ticks() - 1}:
                scene.draw(frame, tick, method)
        scene.draw_curves(metrics, frame.step)
    found += widget_texts(scene)
    found += [text for view in scene.views() for text in view_texts(view)]
    scene.deleteLater()
    assert any("⟦" in text for _, text in found)
    assert untranslated(found) == []


def test_a_lesson_shows_no_text_that_is_not_translated(qtbot: QtBot, window: Window) -> None:
    window.open_lesson_named("where-a-good-start-lies")
    qtbot.waitUntil(lambda: window.stage is not None and window.stage.playback.shown is not None, timeout=LONGEST)
    for _ in range(7):
        qtbot.wait(300)
        assert untranslated(widget_texts(window.lessons.panel)) == []
        window.lessons.skip()


def test_the_gallery_shows_no_text_that_is_not_translated(qtbot: QtBot, window: Window) -> None:
    window.start_page.choose(SCENARIOS)
    window.start_page.offer_back(True)
    shown = list(widget_texts(window))
    assert any("⟦" in text for where, text in shown if "Card" in where)
    assert untranslated(shown) == []


def test_the_map_of_ideas_shows_no_text_that_is_not_translated(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(window.start_page.isVisible, timeout=LONGEST)
    window.start_page.choose("ideas")
    window.start_page.focus_first()  # is made when it is seen
    page = window.start_page.findChild(IdeasPage)
    assert isinstance(page, IdeasPage)
    found = [*widget_texts(page)]
    for key in ("ntm", "snail", "maml"):
        page.choose_card(key)
        found += widget_texts(page)
    for box in ("whole", "architecture"):
        page.choose_box(box)
        found += widget_texts(page)
    for way in shipped().arrangements:
        page.arrange(way.key)
        found += widget_texts(page)
    assert sum("⟦" in text for _, text in found) > 500
    assert untranslated(found) == []


def test_a_run_shows_no_text_that_is_not_translated(qtbot: QtBot, window: Window, stage: Stage) -> None:
    stage.run.runner.set_breakpoints((parse("at 12", (), 0),))
    window.docks["log"].show()
    stage.show_controls(None)
    run_steps(qtbot, stage, 10)
    qtbot.wait(300)  # status, log and chips follow a few times a second
    assert untranslated(widget_texts(window)) == []


@pytest.mark.slow
def test_menus_that_open_for_a_moment_show_no_text_that_is_not_translated(window: Window, stage: Stage) -> None:
    menus = [menu for menu in window.findChildren(QMenu) if menu.parentWidget() is not None]
    assert menus
    for menu in menus:
        menu.aboutToShow.emit()
        assert untranslated(widget_texts(menu)) == []


@pytest.mark.slow
def test_branches_and_seeds_show_no_text_that_is_not_translated(qtbot: QtBot, window: Window, stage: Stage) -> None:
    window.desk.branches.continue_from(3)
    window.desk.show_compare()
    qtbot.waitUntil(lambda: len(window.desk.tree.nodes) == 2)
    qtbot.wait(300)
    assert untranslated(widget_texts(window), NAMED) == []


@pytest.mark.slow
def test_notices_show_no_text_that_is_not_translated(window: Window, stage: Stage) -> None:
    window.tell(UserError([Problem("", say("must be a folder or zip file of Omniglot; there is none of that name"))]))
    window.file_actions.drop([Path("/nowhere/a.metascope"), Path("/nowhere/b.metascope")])
    assert untranslated(widget_texts(window)) == []


DIALOGS: dict[type[QWidget], Callable[[Window, Stage], object]] = {
    Palette: lambda window, _: dialogs.show_palette(window),
    PreferencesDialog: lambda window, _: dialogs.show_preferences(window),
    CheatSheet: lambda window, _: dialogs.show_cheat_sheet(window),
    LessonsDialog: lambda window, _: dialogs.show_lessons(window),
    BranchDialog: lambda window, _: window.desk.branches.ask(5),
    SeedsDialog: lambda window, _: window.desk.ask_seeds(),
    FigureDialog: ask_figure,
    AnimationDialog: ask_animation,
    ErrorDialog: lambda window, _: window.report("", ""),
    QMessageBox: lambda window, _: ask_recovery(window, [], lambda _: None),
}


def test_no_dialog_shows_a_text_that_is_not_translated(window: Window, stage: Stage) -> None:
    for kind, show in DIALOGS.items():
        show(window, stage)
        dialog = next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())
        found = list(widget_texts(dialog))
        dialog.close()
        assert any("⟦" in text for _, text in found), kind
        assert untranslated(found, NAMED if kind is Palette else ()) == []


def test_a_sweeps_window_shows_no_text_that_is_not_translated(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    plan = plan_of()
    folder = begin(tmp_path / "rates", plan)
    add(folder, [row(plan, index) for index in range(14)])
    tell(folder, doing="interrupted")
    assert window.open_path(folder)
    (sweep,) = window.sweeps.windows
    qtbot.waitUntil(lambda: len(sweep.comparison.rows) == 30, timeout=LONGEST)
    columns = {heading.name for heading in sweep.comparison.headings}  # as conditions name them
    kept = {*columns, *(part for name in columns for part in re.split(r"[._]", name)), "rates", "and", "or", *NAMED}
    why = {word for one in (row(plan, 6).why,) for word in re.findall(r"\w+", one)}  # as the folder has it
    found = [*widget_texts(sweep), *view_texts(sweep.response.lines), *view_texts(sweep.response.map)]
    assert any("⟦" in text for _, text in found)
    assert untranslated(found, {*kept, *why, "test", "train", "loss", "kl"}) == []


def test_the_words_about_the_program_are_translated(window: Window) -> None:
    dialogs.show_about(window)
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    found = list(widget_texts(box))
    box.close()
    assert any("⟦" in text for _, text in found)
    libraries = {word for line in licences().items() for text in line for word in re.findall(r"[A-Za-z]+", text)}
    assert untranslated(found, libraries) == []


@pytest.mark.slow
def test_breakpoints_show_no_text_that_is_not_translated(window: Window, stage: Stage) -> None:
    button = window.findChild(BreakpointsButton)
    assert isinstance(button, BreakpointsButton)
    button.set_breakpoints([parse("at 40", (), 0), parse("maml.loss_after < 0", (), 0)])
    assert untranslated(widget_texts(button.popup)) == []
    button.set_hit(parse("at 40", (), 0))
    assert untranslated(widget_texts(button)) == []


def test_a_text_that_is_not_translated_is_seen(window: Window) -> None:
    window.setToolTip("A text that nobody translates")
    assert len(untranslated(widget_texts(window))) == 1
