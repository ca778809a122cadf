"""Texts that are declared as data: of settings, presets, stories, methods, lessons and the map of ideas."""

from __future__ import annotations

from collections.abc import Iterator

from metascope.scenes.kept.preferences import Preferences
from metascope.simulator.engine.cli.languages import NAMES
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.ideas import parsing as ideas
from metascope.simulator.engine.lessons import lesson_files
from metascope.simulator.engine.lessons.lesson import texts_of
from metascope.simulator.engine.settings import Declaration, Declared, declarations
from metascope.simulator.engine.story import PACKAGE, all_stories


def settings_texts() -> Iterator[str]:
    """Return what a form shows of every setting: title, help, unit, group and choices."""
    for declared in (it for kind in _settings() for it in declarations(kind)):
        yield from filter(None, (declared.title, declared.help, declared.unit, declared.group))
        yield from _choices(declared)


def preset_texts() -> Iterator[str]:
    """Return the titles and descriptions of the presets that come with the program."""
    for preset in presets.shipped():
        yield from filter(None, (preset.title, preset.description, *(one.title for one in preset.beside)))


def story_texts() -> Iterator[str]:
    """Return the title and the sentence of every story."""
    yield from (text for name in _own_stories() for text in (all_stories()[name].title, all_stories()[name].about))


def lesson_texts() -> Iterator[str]:
    """Return every text of the lessons that come with the program, and of the page that tells how to write one."""
    yield from (text for lesson in lesson_files.shipped() for text in texts_of(lesson))
    yield from lesson_files.page_texts()


def method_names() -> Iterator[str]:
    """Return what the methods of every story are called."""
    yield from (method.name for name in _own_stories() for method in all_stories()[name].methods)


def idea_texts() -> Iterator[str]:
    """Return what the map of ideas says."""
    yield from ideas.shipped().texts()


def _settings() -> Iterator[type[Declared]]:
    yield Preferences
    yield from (all_stories()[name].settings for name in _own_stories())


def _own_stories() -> list[str]:
    """Return the stories that come with the program; one that is plugged in brings its own translations."""
    return [name for name, story in all_stories().items() if story.settings.__module__.startswith(f"{PACKAGE}.")]


def _choices(declared: Declaration) -> Iterator[str]:
    yield from (choice for choice in declared.choices if isinstance(choice, str) and choice not in NAMES)
