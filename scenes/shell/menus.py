"""Every action of the window, declared once: what it does, its keys, and the menu it stands in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from scenes.shell import dialogs
from scenes.shell.docks import CLOSABLE
from scenes.stage.host import DockName
from widgets.clock.markers import MarkerKind
from widgets.window.actions import SEPARATOR, ActionSpec

if TYPE_CHECKING:
    from scenes.shell.window import Window
    from scenes.stage.stage import Stage
    from widgets.clock.inner_clock import InnerClock
    from widgets.clock.outer_clock import OuterClock

tr = partial(QCoreApplication.translate, "Menus")
NEEDS_STAGE = ("run", "save", "look", "dock")  # categories
MARKERS: tuple[MarkerKind, ...] = ("bookmark", "steering", "failure", "best", "pause", "branch")  # to walk through


def install(window: Window) -> None:
    """Give the window its actions and menus, and keep them true to what can be done."""
    declare_actions(window)
    fill_menu_bar(window)
    window.changed.connect(lambda: show_what_is_possible(window))
    show_what_is_possible(window)


def declare_actions(window: Window) -> None:
    """Give the window its actions; those of the categories in `NEEDS_STAGE` need an open scenario."""
    for specs in (_file, _save, _edit, _run, _look, _views, _docks, _help):
        for spec in specs(window):
            window.actions_.declare(spec)
    for name in CLOSABLE:
        toggled = window.docks[name].toggleViewAction().toggled
        toggled.connect(window.actions_[f"dock.{name}"].setChecked)
    window.actions_.add_to(window)


def fill_menu_bar(window: Window) -> None:
    """Put the actions into menus."""
    bar, actions = window.menuBar(), window.actions_
    ids = actions.ids()
    for title, categories in (
        (tr("&File"), ("file", "save", "quit")),
        (tr("&Edit"), ("edit",)),
        (tr("&Run"), ("run",)),
        (tr("&Look"), ("look",)),
        (tr("&View"), ("view", "dock")),
        (tr("&Help"), ("help",)),
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
    """Enable what can be done now, and say what undo and redo would do."""
    actions, stage = window.actions_, window.stage
    for id in actions.ids():
        if id.partition(".")[0] in NEEDS_STAGE:
            actions[id].setEnabled(stage is not None)
    for name in CLOSABLE:
        actions[f"dock.{name}"].setEnabled(window.docks.can_show(name))
    undo = stage.changes.undo if stage is not None else None
    for id, text, what, possible in (
        ("edit.undo", tr("&Undo"), undo.undoText() if undo else "", bool(undo and undo.canUndo())),
        ("edit.redo", tr("&Redo"), undo.redoText() if undo else "", bool(undo and undo.canRedo())),
    ):
        actions[id].setEnabled(possible)
        actions[id].setText(tr("{action}: {what}").format(action=text, what=what) if possible else text)
    actions["file.last"].setEnabled(window.keeping is not None)
    actions["file.back"].setEnabled(stage is None and bool(window.desk.tree.nodes))
    if stage is not None:
        actions["run.continue"].setEnabled(not stage.playback.clocks.outer.live)
        actions["view.all_controls"].setEnabled(not stage.shows_everything)
    else:
        actions["view.all_controls"].setEnabled(False)
    actions["view.reset_layout"].setEnabled(stage is not None and not window.presentation.on)


def _spec(category: str, id: str, text: str, run: Callable[[], object], *keys: str, icon: str = "") -> ActionSpec:
    return ActionSpec(id=id, text=text, category=category, run=lambda _: run(), shortcuts=keys, icon=icon)


def _on_stage(window: Window, act: Callable[[Stage], object]) -> Callable[[], None]:
    def run() -> None:
        if window.stage is not None:
            act(window.stage)

    return run


def _recent_menu(window: Window) -> QMenu:
    menu = window.actions_.menu(window, tr("Open &recent"), [SEPARATOR, "recent.clear"])
    menu.aboutToShow.connect(lambda: window.filing.fill_recent(menu))
    return menu


def _file(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(_spec, tr("File"))
    filing = window.filing
    return (
        spec("file.back", tr("&Back to the runs"), window.desk.go_back, "Ctrl+Shift+G"),
        spec("file.last", tr("Reopen the &last runs"), window.reopen_last),
        spec("file.gallery", tr("&Gallery"), window.show_gallery, "Ctrl+G", icon="gallery"),
        spec("file.open", tr("&Open…"), filing.ask_what_to_open, "Ctrl+O", icon="open"),
        spec("recent.clear", tr("&Clear the recent files"), filing.clear_recent),
        spec("quit.quit", tr("&Quit"), window.close, "Ctrl+Q"),
    )


def _save(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(_spec, tr("File"))
    filing = window.filing
    picture = _on_stage(window, lambda stage: filing.save_view(stage.scene.views()[0], "png"))
    return (
        spec("save.session", tr("&Save session…"), filing.save_session, "Ctrl+S", icon="export"),
        spec("save.preset", tr("Save pr&eset…"), filing.save_preset, "Ctrl+Shift+E"),
        spec("save.weights", tr("Save wei&ghts…"), filing.save_weights, "Ctrl+Shift+S"),
        spec("save.metrics_csv", tr("Save metrics as &CSV…"), lambda: filing.save_metrics("csv"), "Ctrl+M"),
        spec("save.metrics_json", tr("Save metrics as &JSON…"), lambda: filing.save_metrics("json")),
        spec("save.picture", tr("Save the main &picture…"), picture, "Ctrl+P"),
        spec("save.figure", tr("&Figure for a paper…"), _on_stage(window, partial(_figure, window)), "Ctrl+Shift+F"),
        spec("save.animation", tr("&Animation…"), _on_stage(window, partial(_animation, window)), "Ctrl+Shift+A"),
        spec("save.script", tr("Copy as scrip&t"), _on_stage(window, partial(_script, window)), "Ctrl+Shift+C"),
    )


def _figure(window: Window, stage: Stage) -> None:
    from scenes.export.figure_dialog import ask_figure  # imports pyqtgraph, for which the first paint does not wait

    ask_figure(window, stage)


def _animation(window: Window, stage: Stage) -> None:
    from scenes.export.animation_dialog import (
        ask_animation,  # imports pyqtgraph, for which the first paint does not wait
    )

    ask_animation(window, stage)


def _script(window: Window, stage: Stage) -> None:
    from scenes.export.script import copy_script  # not needed before

    copy_script(stage)
    window.say(tr("The script is in the clipboard"))


def _edit(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(_spec, tr("Edit"))
    undo = _on_stage(window, lambda stage: stage.changes.take_back())
    redo = _on_stage(window, lambda stage: stage.changes.do_again())
    return (
        spec("edit.undo", tr("&Undo"), undo, "Ctrl+Z"),
        spec("edit.redo", tr("&Redo"), redo, "Ctrl+Shift+Z", "Ctrl+Y"),
        spec(
            "edit.preferences",
            tr("&Preferences…"),
            partial(dialogs.show_preferences, window),
            "Ctrl+,",
            icon="settings",
        ),
    )


def _run(window: Window) -> tuple[ActionSpec, ...]:
    def spec(id: str, text: str, act: Callable[[Stage], object], *keys: str, icon: str = "") -> ActionSpec:
        return _spec(tr("Run"), f"run.{id}", text, _on_stage(window, act), *keys, icon=icon)

    def here(stage: Stage) -> int:
        return stage.playback.clocks.outer.position

    return (
        spec(
            "play", tr("&Train / pause"), lambda stage: stage.timeline.outer_clock.toggle_play(), "Space", icon="play"
        ),
        spec("step", tr("&One meta-step"), lambda stage: stage.do_steps(1), "S", icon="step"),
        spec("hundred", tr("&100 meta-steps, then pause"), lambda stage: stage.do_steps(100), "Shift+S"),
        spec("breakpoints", tr("&Breakpoints…"), lambda it: it.timeline.outer_clock.show_breakpoints(), "Ctrl+Shift+B"),
        spec(
            "continue", tr("&Continue from here"), lambda stage: window.desk.continue_from(here(stage)), "Ctrl+Return"
        ),
        spec("branch", tr("B&ranch…"), lambda stage: window.desk.ask_branch(here(stage)), "Ctrl+B"),
        spec("seeds", tr("With other &seeds…"), lambda _: window.desk.ask_seeds()),
        spec("restart", tr("R&estart with the present settings"), lambda it: it.restart(), "Ctrl+R", icon="restart"),
    )


def _look(window: Window) -> tuple[ActionSpec, ...]:
    def outer(id: str, text: str, keys: str, act: Callable[[OuterClock], object]) -> ActionSpec:
        on_clock = _on_stage(window, lambda stage: act(stage.timeline.outer_clock))
        return _spec(tr("Look"), f"look.{id}", text, on_clock, keys)

    def inner(id: str, text: str, keys: str, act: Callable[[InnerClock], object]) -> ActionSpec:
        on_clock = _on_stage(window, lambda stage: act(stage.timeline.inner_clock))
        return _spec(tr("Look"), f"look.{id}", text, on_clock, keys)

    loop = _on_stage(window, lambda stage: stage.timeline.toggle_loop())
    enlarge = _on_stage(window, lambda stage: stage.enlarger.toggle(stage.enlarger.enlarged or stage.scene.views()[0]))
    return (
        outer("before", tr("Meta-step &before"), ",", lambda clock: clock.nudge(-1)),
        outer("after", tr("Meta-step &after"), ".", lambda clock: clock.nudge(1)),
        outer("first", tr("&First meta-step"), "Home", lambda clock: clock.go(0)),
        outer("live", tr("&Live: the newest"), "End", lambda clock: clock.go_live()),
        outer("bookmark", tr("Book&mark"), "B", lambda clock: clock.toggle_bookmark()),
        outer("next_marker", tr("&Next marker"), "N", lambda clock: clock.go_next_marker(MARKERS, 1)),
        outer("marker_before", tr("Marker befor&e"), "Shift+N", lambda clock: clock.go_next_marker(MARKERS, -1)),
        _spec(tr("Look"), "look.loop", tr("L&oop"), loop, "L"),
        outer("range_begin", tr("Ran&ge begins here"), "[", lambda clock: clock.mark_begin()),
        outer("range_end", tr("Range en&ds here"), "]", lambda clock: clock.mark_end()),
        inner("inner_before", tr("Inner tick be&fore"), "Shift+,", lambda clock: clock.nudge(-1)),
        inner("inner_after", tr("Inner tick af&ter"), "Shift+.", lambda clock: clock.nudge(1)),
        inner("inner_first", tr("First &inner tick"), "Shift+Home", lambda clock: clock.go(0)),
        inner("inner_last", tr("Last inner tic&k"), "Shift+End", lambda clock: clock.go_last()),
        inner("slow_motion", tr("&Slow motion"), "Shift+Space", lambda clock: clock.toggle()),
        _spec(tr("Look"), "look.enlarge", tr("Enlarge the main &view, or all views again"), enlarge, "E"),
    )


def _views(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(_spec, tr("View"))
    return (
        spec("view.palette", tr("&Command palette…"), partial(dialogs.show_palette, window), "Ctrl+Shift+P"),
        spec("view.toggle_theme", tr("Light / &dark"), window.toggle_theme, "Ctrl+T", icon="theme"),
        spec("view.system", tr("&Theme of the desktop"), lambda: window.prefer(theme="system")),
        spec("view.presentation", tr("&Presentation"), window.presentation.toggle, "F11"),
        spec("view.back", tr("&Back: all views, the whole window, no range"), window.go_back, "Esc"),
        spec("view.all_controls", tr("Show &all controls"), lambda: window.show_controls(every=True)),
        spec("view.reset_layout", tr("&Reset layout"), window.reset_layout),
    )


def _docks(window: Window) -> tuple[ActionSpec, ...]:
    keys: dict[DockName, str] = {"settings": "F9", "runs": "F8", "compare": "F7", "log": "F10"}

    def spec(name: DockName) -> ActionSpec:
        dock = window.docks[name]
        return ActionSpec(
            id=f"dock.{name}",
            text=dock.windowTitle(),
            category=tr("View"),
            run=lambda shown: dock.setVisible(shown),
            shortcuts=(keys[name],),
            checkable=True,
        )

    return tuple(spec(name) for name in CLOSABLE)


def _help(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(_spec, tr("Help"))
    return (
        spec("help.keys", tr("&Keys and gestures"), partial(dialogs.show_cheat_sheet, window), "F1", icon="help"),
        spec("help.about", tr("&About Metascope"), partial(dialogs.show_about, window), icon="info"),
    )
