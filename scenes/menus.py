"""Every action of the window, declared once: what it does, its keys, and the menu it stands in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from simulator.engine.version import version
from widgets.actions import SEPARATOR, ActionSpec
from widgets.theme import DARK, LIGHT, by_name

if TYPE_CHECKING:
    from scenes.stage import Stage
    from scenes.window import Window

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


def _on_stage(window: Window, act: Callable[[Stage], object]) -> Callable[[bool], None]:
    def run(_: bool) -> None:
        if window.stage is not None:
            act(window.stage)

    return run


def _file(window: Window) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            id="file.gallery",
            text=tr("&Gallery"),
            category=tr("File"),
            run=lambda _: window.show_gallery(),
            shortcuts=("Ctrl+G",),
            icon="gallery",
        ),
        ActionSpec(
            id="file.open_preset",
            text=tr("&Open preset…"),
            category=tr("File"),
            run=lambda _: window.open_preset_file(),
            shortcuts=("Ctrl+O",),
            icon="open",
        ),
        ActionSpec(
            id="file.open_weights",
            text=tr("Open &weights…"),
            category=tr("File"),
            run=lambda _: window.open_weights_file(),
            shortcuts=("Ctrl+Shift+O",),
        ),
        ActionSpec(
            id="save.preset",
            text=tr("&Save preset…"),
            category=tr("File"),
            run=lambda _: window.save_preset(),
            shortcuts=("Ctrl+S",),
        ),
        ActionSpec(
            id="save.weights",
            text=tr("Save wei&ghts…"),
            category=tr("File"),
            run=lambda _: window.save_weights(),
            shortcuts=("Ctrl+Shift+S",),
            icon="export",
        ),
        ActionSpec(
            id="save.metrics_csv",
            text=tr("Save metrics as &CSV…"),
            category=tr("File"),
            run=lambda _: window.save_metrics("csv"),
            shortcuts=("Ctrl+M",),
        ),
        ActionSpec(
            id="save.metrics_json",
            text=tr("Save metrics as &JSON…"),
            category=tr("File"),
            run=lambda _: window.save_metrics("json"),
        ),
        ActionSpec(
            id="save.picture",
            text=tr("Save the main &picture…"),
            category=tr("File"),
            run=_on_stage(window, lambda stage: window.save_view(stage.scene.views()[0], "png")),
            shortcuts=("Ctrl+P",),
            tooltip=tr("Save the largest view as PNG; every view's menu has SVG, PDF and its data"),
        ),
        ActionSpec(
            id="quit.quit",
            text=tr("&Quit"),
            category=tr("File"),
            run=lambda _: window.close(),
            shortcuts=("Ctrl+Q",),
        ),
    )


def _run(window: Window) -> tuple[ActionSpec, ...]:
    def hundred(stage: Stage) -> None:
        stage.timeline.go_live()
        stage.run.runner.run(100)

    return (
        ActionSpec(
            id="run.play",
            text=tr("&Train / pause"),
            category=tr("Run"),
            run=_on_stage(window, lambda stage: stage.timeline.toggle_play()),
            shortcuts=("Space",),
            icon="play",
        ),
        ActionSpec(
            id="run.step",
            text=tr("&One meta-step"),
            category=tr("Run"),
            run=_on_stage(window, lambda stage: stage.one_step()),
            shortcuts=("S",),
            icon="step",
        ),
        ActionSpec(
            id="run.hundred",
            text=tr("&100 meta-steps, then pause"),
            category=tr("Run"),
            run=_on_stage(window, hundred),
            shortcuts=("Shift+S",),
        ),
        ActionSpec(
            id="run.restart",
            text=tr("&Restart"),
            category=tr("Run"),
            run=_on_stage(window, lambda stage: stage.restart()),
            shortcuts=("Ctrl+R",),
            icon="restart",
            tooltip=tr("A new run with the settings as they are now"),
        ),
    )


def _look(window: Window) -> tuple[ActionSpec, ...]:
    def go(text: str, name: str, keys: str, act: Callable[[Stage], object]) -> ActionSpec:
        return ActionSpec(
            id=f"look.{name}", text=text, category=tr("Look"), run=_on_stage(window, act), shortcuts=(keys,)
        )

    return (
        go(tr("Meta-step &before"), "before", ",", lambda stage: stage.timeline.nudge_outer(-1)),
        go(tr("Meta-step &after"), "after", ".", lambda stage: stage.timeline.nudge_outer(1)),
        go(tr("&First meta-step"), "first", "Home", lambda stage: stage.timeline.go_outer(0)),
        go(tr("&Live: the newest"), "live", "End", lambda stage: stage.timeline.go_live()),
        go(tr("Inner tick be&fore"), "inner_before", "Shift+,", lambda stage: stage.timeline.nudge_inner(-1)),
        go(tr("Inner tick af&ter"), "inner_after", "Shift+.", lambda stage: stage.timeline.nudge_inner(1)),
        go(tr("First &inner tick"), "inner_first", "Shift+Home", lambda stage: stage.timeline.go_inner(0)),
        go(
            tr("&Last inner tick"),
            "inner_last",
            "Shift+End",
            lambda stage: stage.timeline.go_inner(stage.timeline.inner.newest),
        ),
        go(tr("&Slow motion"), "slow_motion", "Shift+Space", lambda stage: stage.timeline.toggle_inner_play()),
    )


def _view(window: Window) -> tuple[ActionSpec, ...]:
    def theme(text: str, name: str, keys: tuple[str, ...] = ()) -> ActionSpec:
        return ActionSpec(
            id=f"view.{name}",
            text=text,
            category=tr("View"),
            run=lambda _: window.set_theme(by_name(name)),
            shortcuts=keys,
        )

    def toggle(_: bool) -> None:
        window.set_theme(LIGHT if window.theme is DARK else DARK)

    return (
        ActionSpec(
            id="view.toggle_theme",
            text=tr("Light / &dark"),
            category=tr("View"),
            run=toggle,
            shortcuts=("Ctrl+T",),
            icon="theme",
        ),
        theme(tr("&Theme of the desktop"), "system"),
        ActionSpec(
            id="look.form",
            text=tr("&Settings form"),
            category=tr("View"),
            run=_on_stage(window, lambda stage: stage.form.setVisible(stage.form.isHidden())),
            shortcuts=("F9",),
            icon="settings",
        ),
    )


def _help(window: Window) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            id="help.keys",
            text=tr("&Keys and gestures"),
            category=tr("Help"),
            run=lambda _: window.show_cheat_sheet(),
            shortcuts=("F1",),
            icon="help",
        ),
        ActionSpec(
            id="help.about",
            text=tr("&About Metascope {version}").format(version=version()),
            category=tr("Help"),
            run=lambda _: window.show_about(),
            icon="info",
        ),
    )
