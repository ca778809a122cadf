"""Lists the entries of the command palette: actions, scenarios, lessons, settings and recent files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from metascope.simulator.engine.files import presets
from metascope.simulator.engine.settings import declarations
from metascope.widgets.look.translation import lesson_text, preset_text, setting_text, translate
from metascope.widgets.window.matching import Entry

if TYPE_CHECKING:
    from metascope.scenes.shell.window import Window


def entries(window: Window) -> list[Entry]:
    """Return all entries that can be chosen now; settings only if the form shows them."""
    from metascope.simulator.engine.lessons import lesson_files  # needed only here

    actions = [
        Entry(f"action {row.id}", row.text, row.category, row.keys, row.enabled, row.english)
        for row in window.actions_.entries()
    ]
    scenarios = [
        Entry(f"scenario {it.name}", preset_text(it.title), translate("PaletteEntries", "Open"), english=it.title)
        for it in presets.gathered()[0]
    ]
    recent = [
        Entry(f"recent {path}", path.name, translate("PaletteEntries", "Recent"), str(path.parent))
        for path in window.file_actions.recent.paths()
    ]
    lessons = [
        Entry(f"lesson {it.name}", lesson_text(it.title), translate("PaletteEntries", "Lesson"), english=it.title)
        for it in lesson_files.shipped()
    ]
    return [*actions, *scenarios, *lessons, *_settings(window), *recent]


def choose(window: Window, id: str) -> None:
    """Carry out an entry."""
    kind, _, what = id.partition(" ")
    acts: dict[str, Callable[[], object]] = {
        "action": lambda: window.actions_[what].trigger(),
        "scenario": lambda: window.open_named(what),
        "lesson": lambda: window.open_lesson_named(what),
        "setting": lambda: _show_setting(window, what),
        "recent": lambda: window.file_actions.open_recent(Path(what)),
    }
    acts[kind]()


def _settings(window: Window) -> list[Entry]:
    stage = window.stage
    if stage is None:
        return []
    shown = (one for one in declarations(type(stage.settings)) if stage.form.shows(one.name))
    text = translate("PaletteEntries", "{title} ({name})")
    return [
        Entry(
            f"setting {it.name}",
            text.format(title=setting_text(it.title), name=it.name),
            translate("PaletteEntries", "Setting"),
            english=it.title,
        )
        for it in shown
    ]


def _show_setting(window: Window, name: str) -> None:
    if window.stage is not None:
        window.docks["settings"].show()
        window.docks["settings"].raise_()
        window.activateWindow()
        window.stage.form.focus_setting(name)
