"""Chooses the scenarios that the gallery shows: those that pass the filters and match what is typed."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from metascope import assets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.settings import missing_data
from metascope.simulator.engine.story import Story, all_stories
from metascope.widgets.look.translation import method_text, preset_text, story_text
from metascope.widgets.window.filtering import Described, Filters, kept

LESSONS = Path(assets.__file__).parent / "lessons"


@dataclass(frozen=True)
class Choice:
    """What a person looks for among the scenarios; as it is made, everything."""

    filters: Filters = field(default_factory=Filters)
    story: str = ""  # its name; empty: any
    needs_data: bool = False

    @property
    def on(self) -> bool:
        """Whether anything is left out."""
        return self.filters.on or bool(self.story) or self.needs_data


@dataclass(frozen=True, eq=False)
class Listed:
    """A scenario with what it is found by."""

    preset: Preset
    title: str
    about: str  # its description, name, story and methods, and its title in English
    needs_data: bool
    has_lesson: bool


def listed(preset: Preset, taught: Collection[str]) -> Listed:
    """Return a scenario with what it is found by; `taught` are the names of those that lessons open."""
    story = all_stories()[preset.story]
    methods = (name for method in story.methods for name in dict.fromkeys((method.name, method_text(method.name))))
    return Listed(
        preset,
        preset_text(preset.title),
        " ".join((preset_text(preset.description), preset.name, preset.title, title_of(story), *methods)),
        missing_data(preset.settings) is not None,
        preset.name in taught,
    )


def title_of(story: Story) -> str:
    """Return what stands above a story's scenarios, in the person's language."""
    return story_text(story.title) or story.name


def chosen(
    scenarios: Sequence[Listed], choice: Choice, seconds: Callable[[Preset], float], recent: Sequence[str] = ()
) -> list[Listed]:
    """Return the scenarios that are looked for: the best matches first, or those opened lately, or as they are listed.

    Args:
        scenarios: those there are, in the gallery's order.
        choice: what a person looks for.
        seconds: about how long a scenario takes here, at most.
        recent: the names of those opened lately, the last one first.
    """
    passing = {
        one.preset.name: one
        for one in scenarios
        if choice.story in ("", one.preset.story) and (one.needs_data or not choice.needs_data)
    }
    used = {name: place for place, name in enumerate(recent)}
    things = [
        Described(
            name,
            one.title,
            one.about,
            frozenset(() if one.preset.level is None else (one.preset.level,)),
            seconds(one.preset),
            one.has_lesson,
            used.get(name),
        )
        for name, one in passing.items()
    ]
    return [passing[name] for name in kept(choice.filters, things)]


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
