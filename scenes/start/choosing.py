"""Chooses the scenarios that the gallery shows: those that pass the filters and match what is typed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import assets
from simulator.engine.files.presets import Level, Preset
from simulator.engine.settings import missing_data
from simulator.engine.story import Story, all_stories
from widgets.look.translation import method_text, preset_text, story_text
from widgets.window.matching import Entry, ranked

LESSONS = Path(assets.__file__).parent / "lessons"
Duration = Literal["short", "medium", "long"]
LIMITS: dict[Duration, tuple[float, float]] = {  # seconds: above the first, up to the second
    "short": (0.0, 15.0),
    "medium": (15.0, 60.0),
    "long": (60.0, float("inf")),
}


@dataclass(frozen=True)
class Filter:
    """What scenarios must be to be shown; what is None or False is no condition."""

    level: Level | None = None
    duration: Duration | None = None
    story: str | None = None  # its name
    has_lesson: bool = False
    needs_data: bool = False
    recent: bool = False  # opened lately: these come first then, the last one first


@dataclass(frozen=True, eq=False)
class Listed:
    """A scenario with what it is found by."""

    preset: Preset
    entry: Entry  # for the search
    needs_data: bool
    has_lesson: bool


def listed(preset: Preset, taught: Iterable[str]) -> Listed:
    """Return a scenario with what it is found by; `taught` are the names of those that lessons open."""
    story = all_stories()[preset.story]
    methods = (name for method in story.methods for name in {method.name, method_text(method.name)})
    entry = Entry(
        preset.name,
        preset_text(preset.title),
        title_of(story),
        more=" ".join((preset_text(preset.description), preset.name, *methods)),
    )
    return Listed(preset, entry, missing_data(preset.settings) is not None, preset.name in set(taught))


def title_of(story: Story) -> str:
    """Return what stands above a story's scenarios, in the person's language."""
    return story_text(story.title) or story.name


def chosen(
    scenarios: Sequence[Listed],
    query: str,
    wanted: Filter,
    seconds: Callable[[Preset], float],
    recent: Sequence[str] = (),
) -> list[Listed]:
    """Return the scenarios that pass the filter and match every word of `query`, the best matches first.

    Args:
        scenarios: those there are, in the gallery's order, which they keep where nothing is typed.
        query: what a person typed.
        wanted: the filter.
        seconds: about how long a scenario takes here, at most.
        recent: the names of those opened lately, the last one first.
    """
    passing = [one for one in scenarios if _passes(one, wanted, seconds, recent)]
    if wanted.recent:
        passing.sort(key=lambda one: recent.index(one.preset.name))
    if not query.strip():
        return passing
    found = {one.entry.id: one for one in passing}
    return [found[entry.id] for entry in ranked(query, [one.entry for one in passing])]


def _passes(one: Listed, wanted: Filter, seconds: Callable[[Preset], float], recent: Sequence[str]) -> bool:
    preset = one.preset
    low, high = LIMITS[wanted.duration] if wanted.duration is not None else (0.0, float("inf"))
    return (
        wanted.level in (None, preset.level)
        and wanted.story in (None, preset.story)
        and low < seconds(preset) <= high
        and (one.has_lesson or not wanted.has_lesson)
        and (one.needs_data or not wanted.needs_data)
        and (preset.name in recent or not wanted.recent)
    )


def taught(folder: Path = LESSONS) -> frozenset[str]:
    """Return the names of the scenarios that the program's lessons open; what cannot be read names none."""
    names: set[str] = set()
    for path in folder.glob("*.json"):
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            continue  # whoever opens the lesson is told
        steps = document.get("steps") if isinstance(document, dict) else None
        for step in steps if isinstance(steps, list) else ():
            opened = step.get("open") if isinstance(step, dict) else None
            name = opened.get("preset") if isinstance(opened, dict) else None
            if isinstance(name, str):
                names.add(name)
    return frozenset(names)
