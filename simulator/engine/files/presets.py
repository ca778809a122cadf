"""Reads and writes presets: files with a story's settings, a title and a description; does not import torch.

A person reads "scenario". Files of format 1 have the story's name under "scene" and the description under "story".
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files.atomic import read_json
from metascope.simulator.engine.files.companions import BESIDE, Companion, companions, written
from metascope.simulator.engine.files.own_presets import FOLDER as FOLDER
from metascope.simulator.engine.files.preset_files import PresetFile, found_files
from metascope.simulator.engine.plugins import guarded
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.story import all_stories, catalog, find_story
from metascope.simulator.engine.text import Message, readable, say

FORMAT = 2
PARTS = ("form", "methods", "formula", "description", "inner-clock", "runs")  # of the stage, that `controls` may name
DEFAULT = "two-tasks"
Level = Literal["first look", "lecture", "research"]  # who a scenario is for, the easiest first
LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, kw_only=True)
class Preset:
    """A scenario that a person can open: a story, its settings, and what they show.

    preset = presets.find("two-tasks")  # or presets.read(path)
    longer = dataclasses.replace(preset, settings=preset.settings.replaced(steps=1000))
    atomic_write(path, presets.dumps(longer).encode())
    """

    name: str
    story: str  # the name of the `Story`
    title: str
    description: str  # two or three sentences
    expected_seconds: float  # of watching it at its pace
    pace: float | None  # meta-steps per second at which the window plays it; None: as fast as it goes
    order: int  # place in the gallery
    settings: Settings
    controls: tuple[str, ...] | None = None  # the `PARTS` and settings to show; None: all
    beside: tuple[Companion, ...] = ()  # scenarios that are opened beside it, to be compared
    page: str = ""  # the name of a view whose page is shown at first, as the window checks; empty: as the scene has it
    level: Level | None = None  # None: its file does not say


def shipped() -> list[Preset]:
    """Return the scenarios that come with the program, in the gallery's order, and after them those of plug-ins.

    Raises:
        UserError: one of the program's own cannot be read.
    """
    found, problems = gathered()
    if problems:
        raise UserError(problems)
    return found


def gathered() -> tuple[list[Preset], tuple[Problem, ...]]:
    """Return the scenarios that can be read, ordered as `shipped` does, and what is wrong with the program's others."""
    files, _ = found_files()
    owners = list(dict.fromkeys(["", *(file.owner for file in files.values())]))
    found, problems = _read_all(files)
    found.sort(key=lambda preset: (owners.index(files[preset.name].owner), preset.order, preset.name))
    return found, tuple(problem for owner, problem in problems if not owner)


def plugin_problems() -> tuple[Problem, ...]:
    """Return what of plug-ins is left out, and why: stories and scenarios."""
    files, problems = found_files()
    _, unread = _read_all({name: file for name, file in files.items() if file.owner})
    return (*catalog().problems, *problems, *(problem for _, problem in unread))


def _read_all(files: Mapping[str, PresetFile]) -> tuple[list[Preset], list[tuple[str, Problem]]]:
    """Return the scenarios in files, and what is wrong with those that cannot be read, each with the file's owner."""
    found: list[Preset] = []
    problems: list[tuple[str, Problem]] = []
    for file in files.values():
        try:
            found.append(_read_shipped(file))
        except UserError as error:
            problems += [(file.owner, problem) for problem in error.problems]
    return found, problems


def _read_shipped(file: PresetFile) -> Preset:
    if not file.owner:
        return read(file.path)
    with guarded(file.owner, str(file.path)):
        preset = read(file.path)
        if preset.story != file.story:
            raise refuse(
                str(file.path), say("must be of the story {story}, not {got}", story=file.story, got=preset.story)
            )
        return preset


def find(name_or_path: str) -> Preset:
    """Return the shipped scenario with this name, or the one in the file at this path.

    Raises:
        UserError: there is neither (the error names similar scenarios), or the file is invalid.
    """
    files, _ = found_files()
    if name_or_path in files:
        return _read_shipped(files[name_or_path])
    path = Path(name_or_path)
    if path.suffix == ".json" or len(path.parts) > 1 or path.is_file():
        return read(path)
    near = get_close_matches(name_or_path, files, n=3, cutoff=0.4) or sorted(files)
    raise refuse(name_or_path, say("is not a scenario; did you mean {near}?", near=", ".join(near)))


def opened_beside(preset: Preset) -> list[Preset]:
    """Return the scenarios to open beside one: with titles and settings of their own there, and its text and controls.

    Raises:
        UserError: one is not installed any more.
    """
    parts = None if preset.controls is None else tuple(name for name in preset.controls if name in PARTS)
    shared = replace(preset, controls=parts, beside=(), page="")
    return [
        replace(shared, name=own.name, story=own.story, title=one.title, settings=one.settings, pace=own.pace)
        for one in preset.beside
        for own in [find(one.preset)]
    ]


def read(path: Path) -> Preset:
    """Return the scenario in the file at `path`, named after the file.

    Raises:
        UserError: every problem, each with the file and the key or setting that it concerns.
    """
    return parse(read_json(path), readable(path.stem), str(path))


def parse(document: object, name: str, where: str) -> Preset:
    """Return the scenario `name` that a JSON document describes; errors name `where` it came from.

    Raises:
        UserError: every problem at once.
    """
    if not isinstance(document, dict):
        raise refuse(where, say("must be an object with a scenario's keys"))
    if document and not document.keys() & _OURS:
        raise refuse(where, say("is not a scenario of Metascope, but a JSON file of another program"))
    problems = _contradictions(document)
    document = _current(document)
    problems += _problems(document)
    try:
        settings = _settings(document)
        problems += _control_problems(document.get("controls"), settings)
        beside, wrong = companions(document[BESIDE]) if BESIDE in document else ((), [])
        problems += wrong
    except UserError as error:
        problems += error.problems
    if problems:
        raise UserError(Problem(f"{where}: {it.where}" if it.where else where, it.message) for it in problems)
    return Preset(
        name=name,
        settings=settings,
        controls=tuple(document["controls"]) if "controls" in document else None,
        beside=beside,
        **{key: value for key, value in document.items() if key not in ("metascope", "settings", "controls", BESIDE)},
    )


def dumps(preset: Preset) -> str:
    """Return the JSON text that `parse` reads back, with every setting, so that new defaults change nothing."""
    document: dict[str, object] = {
        "metascope": FORMAT,
        "story": preset.story,
        "title": preset.title,
        "description": preset.description,
        "expected_seconds": preset.expected_seconds,
        "pace": preset.pace,
        "order": preset.order,
        "settings": preset.settings.model_dump(mode="json"),
    }
    if preset.controls is not None:
        document["controls"] = list(preset.controls)
    if preset.beside:
        document[BESIDE] = written(preset.beside)
    if preset.page:
        document["page"] = preset.page
    if preset.level is not None:
        document["level"] = preset.level
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _real(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 1e6


_KEYS: Mapping[str, tuple[Callable[[object], bool], Message]] = {
    "metascope": (lambda value: type(value) is int and value >= 1, say("the format number {format}", format=FORMAT)),
    "story": (lambda value: isinstance(value, str), say("the name of a story")),
    "title": (lambda value: isinstance(value, str) and 0 < len(value) <= 100, say("1 to 100 characters of text")),
    "description": (
        lambda value: isinstance(value, str) and len(value) <= 2000,
        say("at most 2000 characters of text"),
    ),
    "expected_seconds": (_real, say("a positive number of seconds")),
    "pace": (lambda value: value is None or _real(value), say("a positive number of meta-steps per second, or null")),
    "order": (lambda value: type(value) is int and 0 <= value <= 10_000, say("a whole number from 0 to 10000")),
    "settings": (lambda value: isinstance(value, dict), say("an object of settings")),
    "controls": (
        lambda value: isinstance(value, list) and len(value) <= 200 and all(isinstance(it, str) for it in value),
        say("a list of names"),
    ),
    "page": (
        lambda value: isinstance(value, str) and 0 < len(value) <= 40,
        say("the name of a view on a page, 1 to 40 characters of text"),
    ),
    "level": (lambda value: value in LEVELS, say("one of {levels}", levels=", ".join(LEVELS))),
    BESIDE: (lambda _: True, say("a list of scenarios")),  # as `companions` validates it
}
_OPTIONAL = frozenset({"controls", "level", "page", BESIDE})
_OURS = {"metascope", "story", "scene"}  # what has none of these is another program's


def _problems(document: Mapping[str, object]) -> list[Problem]:
    found = [Problem(key, say("is missing")) for key in _KEYS if key not in document and key not in _OPTIONAL]
    for key, value in document.items():
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, n=1)
            hint = say("; did you mean {near}?", near=near[0]) if near else say("")
            found.append(Problem(key, say("is not a key of a scenario{hint}", hint=hint)))
        elif not _KEYS[key][0](value):
            found.append(Problem(key, say("must be {what}, not {got}", what=_KEYS[key][1], got=_shown(value))))
        elif key == "metascope" and value != FORMAT:
            found.append(
                Problem(key, say("must be {format}, not {got}: it is from a newer Metascope", format=FORMAT, got=value))
            )
    return found


def _is_of_format_1(document: Mapping[str, object]) -> bool:
    """Return whether "scene" names the story and "story" is the description, as in the first format."""
    if "scene" not in document or "description" in document or document.get("metascope") != 1:
        return False
    told = document.get("story")
    return not isinstance(told, str) or told not in all_stories()


def _contradictions(document: Mapping[str, object]) -> list[Problem]:
    """Return the problem of a document that names two different stories, one under the old key."""
    if "scene" not in document or "story" not in document or _is_of_format_1(document):
        return []
    scene, story = document["scene"], document["story"]
    if scene == story:
        return []
    text = "must be absent or the same as story ({story}), not {scene}"
    return [Problem("scene", say(text, story=_shown(story), scene=_shown(scene)))]


def _current(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document with the keys of this format, whichever format it was written in."""
    found = dict(document)
    scene = found.pop("scene", None)
    if _is_of_format_1(document):
        if "story" in found:
            found["description"] = found.pop("story")
        controls = found.get("controls")
        if isinstance(controls, list):
            found["controls"] = ["description" if name == "story" else name for name in controls]
    if scene is not None:
        found.setdefault("story", scene)
    if found.get("metascope") == 1 and type(found["metascope"]) is int:
        found["metascope"] = FORMAT
    return found


def _settings(document: Mapping[str, object]) -> Settings:
    """Return the story's settings; `_problems` has already reported a missing story or settings."""
    name, values = document.get("story"), document.get("settings")
    if not isinstance(name, str) or not isinstance(values, dict):
        return Settings()
    return find_story(name).settings.parse(values)


def _control_problems(controls: object, settings: Settings) -> list[Problem]:
    """Return what is wrong with the names in a preset's `controls`; `_problems` reports everything else."""
    if not isinstance(controls, list) or type(settings) is Settings:
        return []
    known = (*PARTS, *type(settings).model_fields)
    found = []
    for name in controls:
        if isinstance(name, str) and name not in known:
            near = get_close_matches(name, known, n=1, cutoff=0.4) or [", ".join(PARTS)]
            text = "must name parts of the stage or settings, not {name}; did you mean {near}?"
            found.append(Problem("controls", say(text, name=_shown(name), near=near[0])))
    return found


def _shown(value: object) -> str:
    text = json.dumps(value, default=str)
    return text if len(text) <= 60 else text[:57] + "..."
