"""Declares every action of the window once: what it does, its keys and its menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from metascope.scenes.shell import dialogs
from metascope.scenes.shell.clock_actions import clock_actions, on_stage, spec_of
from metascope.scenes.shell.docks import CLOSABLE
from metascope.scenes.stage.host import DockName
from metascope.widgets.look.translation import translate
from metascope.widgets.window.actions import SEPARATOR, ActionSpec

if TYPE_CHECKING:
    from metascope.scenes.files.open_and_save import FileActions
    from metascope.scenes.shell.window import Window
    from metascope.scenes.stage.stage import Stage

NEEDS_STAGE = ("run", "save", "look", "dock")  # categories
TRAINS = ("run.step", "run.hundred", "run.breakpoints")
GOES_ON = (  # what begins another run of the same scenario, here or elsewhere
    *("run.continue", "run.branch", "run.seeds", "run.restart"),
    *("save.preset", "save.weights", "save.link", "save.script"),
)


def install(window: Window) -> None:
    """Give the window its actions and menus, and keep them up to date."""
    declare_actions(window)
    fill_menu_bar(window)
    window.changed.connect(lambda: show_what_is_possible(window))
    show_what_is_possible(window)


def declare_actions(window: Window) -> None:
    """Declare the window's actions; those of the categories in `NEEDS_STAGE` need an open scenario."""
    for specs in (_file, _save, _edit, _run, clock_actions, _views, _docks, _lesson, _help):
        for spec in specs(window):
            window.actions_.declare(spec)
    for name in CLOSABLE:
        toggled = window.docks[name].toggleViewAction().toggled
        toggled.connect(window.actions_[f"dock.{name}"].setChecked)
    window.actions_.add_to(window)


def fill_menu_bar(window: Window) -> None:
    """Fill the menu bar with the actions."""
    bar, actions = window.menuBar(), window.actions_
    ids = actions.ids()
    for title, categories in (
        (translate("Menus", "&File"), ("file", "save", "quit")),
        (translate("Menus", "&Edit"), ("edit",)),
        (translate("Menus", "&Run"), ("run",)),
        (translate("Menus", "&Navigate"), ("look",)),
        (translate("Menus", "&View"), ("view", "dock")),
        (translate("Menus", "&Help"), ("lessons", "lesson", "help")),
    ):
        found: list[str] = []
        for category in categories:
            if found:
                found.append(SEPARATOR)
            found += [id for id in ids if id.partition(".")[0] == category]
        menu = actions.menu(window, title, found)
        if "file" in categories:
            menu.insertMenu(actions["save.session"], _recent_menu(window))
        bar.addMenu(menu)


def show_what_is_possible(window: Window) -> None:
    """Enable the actions that are possible now, and show what undo and redo would do."""
    actions, stage = window.actions_, window.stage
    for id in actions.ids():
        if id.partition(".")[0] in NEEDS_STAGE:
            actions[id].setEnabled(stage is not None)
    actions["run.play"].setEnabled(stage is not None or window.opening)
    for name in CLOSABLE:
        actions[f"dock.{name}"].setEnabled(window.docks.can_show(name))
    undo = stage.steering.undo if stage is not None else None
    for id, text, what, possible in (
        ("edit.undo", translate("Menus", "&Undo"), undo.undoText() if undo else "", bool(undo and undo.canUndo())),
        ("edit.redo", translate("Menus", "&Redo"), undo.redoText() if undo else "", bool(undo and undo.canRedo())),
    ):
        actions[id].setEnabled(possible)
        actions[id].setText(translate("Menus", "{action}: {what}").format(action=text, what=what) if possible else text)
    for id in ("edit.copy", "help.speed"):
        actions[id].setEnabled(stage is not None)
    actions["file.last"].setEnabled(window.keeps_runs)
    actions["file.find"].setEnabled(stage is None and not window.opening)
    actions["file.back"].setEnabled(stage is None and window.has_runs)
    if stage is not None:
        actions["run.continue"].setEnabled(stage.run.follows or not stage.playback.clocks.outer.live)
        actions["view.all_controls"].setEnabled(not stage.shows_everything)
    else:
        actions["view.all_controls"].setEnabled(False)
    elsewhere = stage.elsewhere if stage is not None else ""
    for id in TRAINS:
        actions.withhold(id, elsewhere)
    recorded = elsewhere if stage is not None and stage.run.recorded else ""
    for id in GOES_ON:
        actions.withhold(id, recorded)
    if stage is not None:
        window.desk.view.withhold_seeds(recorded)
    for id in ("lesson.on", "lesson.back", "lesson.skip", "lesson.leave"):
        actions[id].setEnabled(window.takes_lesson)
    actions["view.reset_layout"].setEnabled(stage is not None and not window.presentation.on)


def _on_files(window: Window, act: Callable[[FileActions], object]) -> Callable[[], object]:
    """Return what does something with files; the first paint does not wait for what that needs."""
    return lambda: act(window.file_actions)


def _recent_menu(window: Window) -> QMenu:
    menu = window.actions_.menu(window, translate("Menus", "Open &recent"), [SEPARATOR, "recent.clear"])
    menu.aboutToShow.connect(lambda: window.file_actions.fill_recent(menu))
    return menu


def _file(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(spec_of, translate("Menus", "File"))
    return (
        spec("file.back", translate("Menus", "&Back to the runs"), lambda: window.desk.go_back(), "Ctrl+Shift+G"),
        spec("file.last", translate("Menus", "Reopen &last runs"), window.reopen_last),
        spec("file.gallery", translate("Menus", "&Gallery"), window.show_gallery, "Ctrl+G", icon="gallery"),
        spec("file.find", translate("Menus", "&Find a scenario"), window.find_scenario, "Ctrl+F"),
        spec(
            "file.open",
            translate("Menus", "&Open…"),
            _on_files(window, lambda files: files.ask_what_to_open()),
            "Ctrl+O",
            icon="open",
        ),
        spec(
            "file.follow", translate("Menus", "Fo&llow…"), _on_files(window, lambda files: files.ask_what_to_follow())
        ),
        spec(
            "file.sweep",
            translate("Menus", "Open s&weep…"),
            _on_files(window, lambda files: files.ask_which_sweep()),
            "Ctrl+Shift+D",
        ),
        spec("file.text", translate("Menus", "Open te&xt…"), partial(_ask_link, window), "Ctrl+Shift+O"),
        spec(
            "recent.clear",
            translate("Menus", "&Clear recent files"),
            _on_files(window, lambda files: files.clear_recent()),
        ),
        spec("quit.quit", translate("Menus", "&Quit"), window.close, "Ctrl+Q"),
    )


def _save(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(spec_of, translate("Menus", "File"))
    filing = partial(_on_files, window)
    picture = on_stage(window, lambda stage: window.file_actions.save_view(stage.scene.views()[0], "png"))
    return (
        spec(
            "save.session",
            translate("Menus", "&Save session…"),
            filing(lambda files: files.save_session()),
            "Ctrl+S",
            icon="export",
        ),
        spec(
            "save.preset",
            translate("Menus", "Save sc&enario…"),
            filing(lambda files: files.save_preset()),
            "Ctrl+Shift+E",
        ),
        spec(
            "save.weights",
            translate("Menus", "Save wei&ghts…"),
            filing(lambda files: files.save_weights()),
            "Ctrl+Shift+S",
        ),
        spec(
            "save.metrics_csv",
            translate("Menus", "Save metrics as &CSV…"),
            filing(lambda files: files.save_metrics("csv")),
            "Ctrl+M",
        ),
        spec(
            "save.metrics_json",
            translate("Menus", "Save metrics as &JSON…"),
            filing(lambda files: files.save_metrics("json")),
        ),
        spec("save.picture", translate("Menus", "Save main &picture…"), picture, "Ctrl+P"),
        spec(
            "save.figure",
            translate("Menus", "&Figure for a paper…"),
            on_stage(window, partial(_figure, window)),
            "Ctrl+Shift+F",
        ),
        spec(
            "save.animation",
            translate("Menus", "&Animation…"),
            on_stage(window, partial(_animation, window)),
            "Ctrl+Shift+A",
        ),
        spec("save.page", translate("Menus", "&Web page…"), on_stage(window, partial(_page, window)), "Ctrl+Shift+W"),
        spec(
            "save.link",
            translate("Menus", "Copy as &link"),
            partial(_copy_link, window),
            "Ctrl+Shift+L",
        ),
        spec(
            "save.script",
            translate("Menus", "Copy as scrip&t"),
            on_stage(window, partial(_script, window)),
            "Ctrl+Shift+C",
        ),
    )


def _ask_link(window: Window) -> None:
    from metascope.scenes.files.links import ask_link  # imports the scenarios, for which the first paint does not wait

    ask_link(window)


def _copy_link(window: Window) -> None:
    from metascope.scenes.files.links import copy_link  # as above

    window.attempt(lambda: copy_link(window))


def _figure(window: Window, stage: Stage) -> None:
    from metascope.scenes.export.figure_dialog import ask_figure  # imports pyqtgraph, so not before the first paint

    ask_figure(window, stage)


def _animation(window: Window, stage: Stage) -> None:
    from metascope.scenes.export.animation_dialog import (
        ask_animation,  # imports pyqtgraph, so not before the first paint
    )

    ask_animation(window, stage)


def _page(window: Window, stage: Stage) -> None:
    from metascope.scenes.export.page_dialog import ask_page  # imports pyqtgraph, so not before the first paint

    ask_page(window, stage)


def _script(window: Window, stage: Stage) -> None:
    from metascope.scenes.export.script import copy_script  # needed only here

    if window.attempt(lambda: copy_script(stage)):
        window.say(translate("Menus", "Script copied to the clipboard"))


def _edit(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(spec_of, translate("Menus", "Edit"))
    undo = on_stage(window, lambda stage: stage.steering.take_back())
    redo = on_stage(window, lambda stage: stage.steering.do_again())
    return (
        spec("edit.undo", translate("Menus", "&Undo"), undo, "Ctrl+Z"),
        spec("edit.redo", translate("Menus", "&Redo"), redo, "Ctrl+Shift+Z", "Ctrl+Y"),
        spec(
            "edit.copy",
            translate("Menus", "&Copy picture"),
            _on_files(window, lambda files: files.copy_view()),
            "Ctrl+C",
        ),
        spec(
            "edit.preferences",
            translate("Menus", "&Preferences…"),
            partial(dialogs.show_preferences, window),
            "Ctrl+,",
            icon="settings",
        ),
    )


def _run(window: Window) -> tuple[ActionSpec, ...]:
    def spec(id: str, text: str, act: Callable[[Stage], object], *keys: str, icon: str = "") -> ActionSpec:
        return spec_of(translate("Menus", "Run"), f"run.{id}", text, on_stage(window, act), *keys, icon=icon)

    def here(stage: Stage) -> int:
        return stage.playback.clocks.outer.position

    return (
        spec_of(
            translate("Menus", "Run"),
            "run.play",
            translate("Menus", "&Train / pause"),
            window.toggle_play,
            "Space",
            icon="play",
        ),
        spec("step", translate("Menus", "&One meta-step"), lambda stage: stage.training.do_steps(1), "S", icon="step"),
        spec(
            "hundred",
            translate("Menus", "&100 meta-steps, then pause"),
            lambda stage: stage.training.do_steps(100),
            "Shift+S",
        ),
        spec(
            "breakpoints",
            translate("Menus", "&Breakpoints…"),
            lambda it: it.timeline.outer_clock.show_breakpoints(),
            "Ctrl+Shift+B",
        ),
        spec(
            "continue",
            translate("Menus", "&Continue from here"),
            lambda stage: window.desk.branches.continue_from(here(stage)),
            "Ctrl+Return",
        ),
        spec("branch", translate("Menus", "B&ranch…"), lambda stage: window.desk.branches.ask(here(stage)), "Ctrl+B"),
        spec("seeds", translate("Menus", "Train with other &seeds…"), lambda _: window.desk.ask_seeds()),
        spec(
            "restart",
            translate("Menus", "R&estart with the current settings"),
            lambda it: it.training.restart(),
            "Ctrl+R",
            icon="restart",
        ),
    )


def _views(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(spec_of, translate("Menus", "View"))
    return (
        spec(
            "view.palette",
            translate("Menus", "&Command palette…"),
            partial(dialogs.show_palette, window),
            "Ctrl+Shift+P",
        ),
        spec("view.toggle_theme", translate("Menus", "Light / &dark"), window.toggle_theme, "Ctrl+T", icon="theme"),
        spec("view.system", translate("Menus", "Desktop &theme"), lambda: window.prefer(theme="system")),
        spec("view.presentation", translate("Menus", "&Presentation"), window.presentation.toggle, "F11"),
        spec(
            "view.back",
            translate("Menus", "&Back: close notice, show all views, leave presentation, clear range"),
            window.go_back,
            "Esc",
        ),
        spec("view.all_controls", translate("Menus", "Show &all controls"), lambda: window.show_controls(every=True)),
        spec("view.reset_layout", translate("Menus", "&Reset layout"), window.reset_layout),
    )


def _docks(window: Window) -> tuple[ActionSpec, ...]:
    keys: dict[DockName, str] = {"settings": "F9", "runs": "F8", "compare": "F7", "log": "F10"}

    def spec(name: DockName) -> ActionSpec:
        dock = window.docks[name]
        return ActionSpec(
            id=f"dock.{name}",
            text=dock.windowTitle(),
            category=translate("Menus", "View"),
            run=lambda shown: dock.setVisible(shown),
            shortcuts=(keys[name],),
            checkable=True,
        )

    return tuple(spec(name) for name in CLOSABLE)


def _lesson(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(spec_of, translate("Menus", "Lessons"))
    on = spec("lesson.on", translate("Menus", "Next step of the lesson"), lambda: window.lessons.go_on(), "PgDown")
    return (
        spec("lessons.list", translate("Menus", "&Lessons…"), partial(dialogs.show_lessons, window), "Ctrl+L"),
        spec("lessons.write", translate("Menus", "&Write a lesson…"), partial(dialogs.show_writing, window)),
        replace(on, aliases=("Return", "Enter")),
        spec("lesson.back", translate("Menus", "Previous step of the lesson"), lambda: window.lessons.back(), "PgUp"),
        spec("lesson.skip", translate("Menus", "Skip this step of the lesson"), lambda: window.lessons.skip()),
        spec("lesson.leave", translate("Menus", "Leave the lesson"), lambda: window.lessons.ask_leave()),
    )


def _help(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(spec_of, translate("Menus", "Help"))
    return (
        spec(
            "help.keys",
            translate("Menus", "&Keys and gestures"),
            partial(dialogs.show_cheat_sheet, window),
            "F1",
            icon="help",
        ),
        spec(
            "help.speed",
            translate("Menus", "&Speed on this computer…"),
            on_stage(window, partial(dialogs.show_speed, window)),
        ),
        spec("help.about", translate("Menus", "&About Metascope"), partial(dialogs.show_about, window), icon="info"),
    )
