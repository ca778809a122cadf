"""Every action of the window, declared once: what it does, its keys, and the menu it stands in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from widgets.actions import SEPARATOR, ActionSpec
from widgets.theme import by_name

if TYPE_CHECKING:
    from scenes.stage import Stage
    from scenes.window import Window
    from widgets.timeline import Timeline

tr = partial(QCoreApplication.translate, "Menus")


def declare_actions(window: Window) -> None:
    """Give the window its actions; those of the categories run, save and look need an open scenario."""
    for spec in (*_file(window), *_run(window), *_look(window), *_view(window), *_help(window)):
        window.actions_.declare(spec)
    window.actions_.add_to(window)


def fill_menu_bar(window: Window) -> None:
    """Put the actions into menus."""
    bar, actions = window.menuBar(), window.actions_
    ids = actions.ids()
    for title, categories in (
        (tr("&File"), ("file", "save", "quit")),
        (tr("&Run"), ("run",)),
        (tr("&Look"), ("look",)),
        (tr("&View"), ("view",)),
        (tr("&Help"), ("help",)),
    ):
        found: list[str] = []
        for category in categories:
            if found:
                found.append(SEPARATOR)
            found += [id for id in ids if id.partition(".")[0] == category]
        bar.addMenu(actions.menu(window, title, found))


def _spec(category: str, id: str, text: str, run: Callable[[], object], *keys: str, icon: str = "") -> ActionSpec:
    return ActionSpec(id=id, text=text, category=category, run=lambda _: run(), shortcuts=keys, icon=icon)


def _on_stage(window: Window, act: Callable[[Stage], object]) -> Callable[[], None]:
    def run() -> None:
        if window.stage is not None:
            act(window.stage)

    return run


def _file(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(_spec, tr("File"))
    picture = _on_stage(window, lambda stage: window.save_view(stage.scene.views()[0], "png"))
    return (
        spec("file.gallery", tr("&Gallery"), window.show_gallery, "Ctrl+G", icon="gallery"),
        spec("file.open_preset", tr("&Open preset…"), window.open_preset_file, "Ctrl+O", icon="open"),
        spec("file.open_weights", tr("Open &weights…"), window.open_weights_file, "Ctrl+Shift+O"),
        spec("save.preset", tr("&Save preset…"), window.save_preset, "Ctrl+S"),
        spec("save.weights", tr("Save wei&ghts…"), window.save_weights, "Ctrl+Shift+S", icon="export"),
        spec("save.metrics_csv", tr("Save metrics as &CSV…"), lambda: window.save_metrics("csv"), "Ctrl+M"),
        spec("save.metrics_json", tr("Save metrics as &JSON…"), lambda: window.save_metrics("json")),
        spec("save.picture", tr("Save the main &picture…"), picture, "Ctrl+P"),
        spec("quit.quit", tr("&Quit"), window.close, "Ctrl+Q"),
    )


def _run(window: Window) -> tuple[ActionSpec, ...]:
    def spec(id: str, text: str, act: Callable[[Stage], object], keys: str, icon: str = "") -> ActionSpec:
        return _spec(tr("Run"), f"run.{id}", text, _on_stage(window, act), keys, icon=icon)

    return (
        spec("play", tr("&Train / pause"), lambda stage: stage.timeline.toggle_play(), "Space", "play"),
        spec("step", tr("&One meta-step"), lambda stage: stage.do_steps(1), "S", "step"),
        spec("hundred", tr("&100 meta-steps, then pause"), lambda stage: stage.do_steps(100), "Shift+S"),
        spec("restart", tr("&Restart with the present settings"), lambda stage: stage.restart(), "Ctrl+R", "restart"),
    )


def _look(window: Window) -> tuple[ActionSpec, ...]:
    def spec(id: str, text: str, keys: str, act: Callable[[Timeline], object]) -> ActionSpec:
        return _spec(tr("Look"), f"look.{id}", text, _on_stage(window, lambda stage: act(stage.timeline)), keys)

    return (
        spec("before", tr("Meta-step &before"), ",", lambda timeline: timeline.nudge_outer(-1)),
        spec("after", tr("Meta-step &after"), ".", lambda timeline: timeline.nudge_outer(1)),
        spec("first", tr("&First meta-step"), "Home", lambda timeline: timeline.go_outer(0)),
        spec("live", tr("&Live: the newest"), "End", lambda timeline: timeline.go_live()),
        spec("inner_before", tr("Inner tick be&fore"), "Shift+,", lambda timeline: timeline.nudge_inner(-1)),
        spec("inner_after", tr("Inner tick af&ter"), "Shift+.", lambda timeline: timeline.nudge_inner(1)),
        spec("inner_first", tr("First &inner tick"), "Shift+Home", lambda timeline: timeline.go_inner(0)),
        spec("inner_last", tr("Last inner tic&k"), "Shift+End", lambda line: line.go_inner(line.inner.newest)),
        spec("slow_motion", tr("&Slow motion"), "Shift+Space", lambda timeline: timeline.toggle_inner_play()),
    )


def _view(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(_spec, tr("View"))
    form = _on_stage(window, lambda stage: stage.form.setVisible(stage.form.isHidden()))
    return (
        spec("view.toggle_theme", tr("Light / &dark"), window.toggle_theme, "Ctrl+T", icon="theme"),
        spec("view.system", tr("&Theme of the desktop"), lambda: window.set_theme(by_name("system"))),
        spec("look.form", tr("&Settings form"), form, "F9", icon="settings"),
    )


def _help(window: Window) -> tuple[ActionSpec, ...]:
    spec = partial(_spec, tr("Help"))
    return (
        spec("help.keys", tr("&Keys and gestures"), window.show_cheat_sheet, "F1", icon="help"),
        spec("help.about", tr("&About Metascope"), window.show_about, icon="info"),
    )
