"""Which scenario files there are: the program's own, and those that plug-ins bring."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files.own_presets import FOLDER
from metascope.simulator.engine.plugins import guarded
from metascope.simulator.engine.story import Story, catalog
from metascope.simulator.engine.text import say


@dataclass(frozen=True)
class PresetFile:
    """Where a scenario lies."""

    path: Path
    story: str
    owner: str  # the plug-in that brings it; empty: the program


def found_files() -> tuple[dict[str, PresetFile], list[Problem]]:
    """Return the scenarios' files by name, and what is wrong with those of plug-ins; imports no story of the program's.

    The program's own come first. A plug-in's scenario that has the name of another one is left out.
    """
    known = catalog()
    files: dict[str, PresetFile] = {}
    problems: list[Problem] = []
    for name in known.stories:
        plugin = known.plugins.get(name)
        owner = "" if plugin is None else plugin.owner
        try:
            folder = FOLDER / name if plugin is None else folder_of(plugin.value)
            paths = sorted(folder.glob("*.json"))
        except UserError as error:
            problems += [Problem(f"{owner}: {name}", it.message) for it in error.problems]
            continue
        for path in paths:
            first = files.setdefault(path.stem, PresetFile(path, name, owner))
            if first.path != path:
                problems.append(_taken(owner, path, first))
    return files, problems


def folder_of(story: Story) -> Path:
    """Return the folder of a story's scenarios and of their pictures.

    Raises:
        UserError: it is no package on the path.
    """
    if not story.presets:
        return FOLDER / story.name
    with guarded(story.name, story.presets):  # looking for a package imports those around it
        spec = find_spec(story.presets)
        folders = [Path(place) for place in (spec.submodule_search_locations or ())] if spec is not None else []
    for folder in folders:
        if folder.is_dir():
            return folder
    raise refuse(story.name, say("its presets must be a package, not {got}", got=story.presets))


def _taken(owner: str, path: Path, first: PresetFile) -> Problem:
    """Return that a scenario's name is taken."""
    message = say("{owner} has a scenario of this name", owner=first.owner or "Metascope")
    return Problem(": ".join(filter(None, (owner, str(path)))), message)
