"""Finds on the stage what a step highlights, and brings it into view."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton, QWidget

from metascope.scenes.stage.first_page import show_page_of
from metascope.scenes.stage.head import StageHead
from metascope.scenes.stage.host import Host
from metascope.simulator.engine.lessons.lesson import Action, AnyOf, Set
from metascope.simulator.engine.settings import declarations
from metascope.simulator.engine.text import Message, say
from metascope.widgets.lessons.dimming import Lit
from metascope.widgets.methods.chips import MethodChips

if TYPE_CHECKING:
    from metascope.scenes.stage.stage import Stage

FindAction = Callable[[str], QAction | None]


def lit(names: Iterable[str], stage: Stage, host: Host, find_action: FindAction) -> list[Lit]:
    """Return what is lit; what is hidden behind a tab, on another page or in a collapsed section is brought forward."""
    found: list[Lit] = []
    for name in names:
        kind, _, what = name.partition(":")
        if kind == "action":
            found += _action(what, stage, host, find_action)
        elif kind == "view":
            found += _view(what, stage)
        elif kind == "setting" and what in type(stage.settings).model_fields:
            if stage.form.shows(what):
                show_settings(host)
                found.append(Lit(stage.form.show_setting(what)))
        elif kind == "method":
            chips = stage.findChild(MethodChips)
            chip = chips.chip(what) if isinstance(chips, MethodChips) else None
            found += [] if chip is None else [Lit(chip)]
        elif kind == "part":
            found += [Lit(part) for part in _parts(what, stage)]
    return found


def set_by(action: Action) -> set[str]:
    """Return the settings that an action asks to set."""
    if isinstance(action, AnyOf):
        return {name for one in action.actions for name in set_by(one)}
    return set(action.values) if isinstance(action, Set) else set()


def needed_for(action: Action, stage: Stage) -> list[Lit]:
    """Return what else a person needs for an action: the button, where settings take effect with a new run."""
    shown = {name for name in set_by(action) if stage.form.shows(name)}
    if any(one.name in shown and not one.live for one in declarations(type(stage.settings))):
        return [Lit(stage.form.restart_button)]
    return []


def mistakes(names: Iterable[str], look_view: str | None, stage: Stage, find_action: FindAction) -> list[Message]:
    """Return which views and actions a step names that there are not, now that the scenario is on the stage."""
    views = [view.name for view in stage.scene.all_views()]
    pages = list(stage.pages())
    text = "{what} is not in this scenario; did you mean {near}?"
    found = []
    for name in names:
        kind, _, what = name.partition(":")
        if kind == "view" and what not in views:
            found.append(say(text, what=name, near=_near(what, views)))
        elif kind == "action" and find_action(what) is None:
            found.append(say("{what} is not an action of the window", what=name))
    if look_view is not None and look_view not in (*views, *pages):
        found.append(say(text, what=look_view, near=_near(look_view, [*views, *pages])))
    return found


def show_settings(host: Host) -> None:
    """Show the settings, in front of what shares their place."""
    dock = host.docks["settings"]
    if dock.isHidden():
        dock.show()
    dock.raise_()


def _near(name: str, known: list[str]) -> str:
    return ", ".join(get_close_matches(name, known, n=2, cutoff=0.4) or dict.fromkeys(known))


def _view(name: str, stage: Stage) -> list[Lit]:
    view = next((one for one in stage.scene.all_views() if one.name == name), None)
    if view is None:
        return []
    show_page_of(stage.scene, name)
    return [Lit(view)]


def _parts(name: str, stage: Stage) -> list[QWidget]:
    timeline = stage.timeline
    parts: dict[str, QWidget] = {
        "picture": stage.scene,
        "settings": stage.form,
        "timeline": timeline,
        "outer-clock": timeline.outer_clock,
        "inner-clock": timeline.inner_clock,
    }
    kinds: dict[str, type[QWidget]] = {"methods": MethodChips, "formula": StageHead, "description": StageHead}
    if name in kinds:
        child = stage.findChild(kinds[name])
        return [child] if isinstance(child, QWidget) else []
    return [parts[name]]


def _action(id: str, stage: Stage, host: Host, find_action: FindAction) -> list[Lit]:
    """Return the button of an action, or the menu that it is in."""
    buttons = stage.timeline.outer_clock.buttons()
    if id in buttons:
        return [Lit(buttons[id])]
    action = find_action(id)
    if action is None:
        return []
    shown = [it for it in host.findChildren(QToolButton) if it.defaultAction() is action and it.isVisible()]
    if shown:
        return [Lit(shown[0])]
    bar = host.menuBar()
    for title in bar.actions():
        menu = title.menu()
        if isinstance(menu, QMenu) and action in menu.actions():
            return [Lit(bar, _geometry(bar, title))]
    return []


def _geometry(bar: QMenuBar, title: QAction) -> Callable[[], QRect]:
    return lambda: bar.actionGeometry(title)
