"""Scenarios as files: a scene with its settings, a title and a story; read without importing torch."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import assets
from simulator.engine.errors import Problem, UserError, refuse
from simulator.engine.files.atomic import read_json
from simulator.engine.settings import Settings
from simulator.engine.story import all_stories
from simulator.engine.text import Message, say

FORMAT = 1
PARTS = ("form", "methods", "formula", "story", "inner-clock", "runs")  # of the stage, that `controls` may name
DEFAULT = "two-tasks"
FOLDER = Path(assets.__file__).parent / "presets"  # <scene>/<name>.json


@dataclass(frozen=True, kw_only=True)
class Preset:
    """A scenario that a person can open: which scene, with which settings, and what it is about."""

    name: str
    scene: str
    title: str
    story: str  # two or three sentences
    expected_seconds: float  # of watching it at its pace
    pace: float | None  # meta-steps per second at which the window plays it; None: as fast as it goes
    order: int  # place in the gallery
    settings: Settings
    controls: tuple[str, ...] | None = None  # the `PARTS` and settings that are shown; None: everything


def shipped() -> list[Preset]:
    """Return the scenarios that come with the program, in the gallery's order."""
    return sorted(map(read, FOLDER.glob("*/*.json")), key=lambda preset: (preset.order, preset.name))


def find(name_or_path: str) -> Preset:
    """Return the shipped scenario of this name, or the one in the file at this path.

    Raises:
        UserError: there is neither (the nearest names are told), or the file is wrong.
    """
    files = {path.stem: path for path in FOLDER.glob("*/*.json")}
    if name_or_path in files:
        return read(files[name_or_path])
    path = Path(name_or_path)
    if path.suffix == ".json" or len(path.parts) > 1 or path.is_file():
        return read(path)
    near = get_close_matches(name_or_path, files, n=3, cutoff=0.4) or sorted(files)
    raise refuse(name_or_path, say("is not a scenario; did you mean {near}?", near=", ".join(near)))


def read(path: Path) -> Preset:
    """Return the scenario in the file at `path`, named as the file.

    Raises:
        UserError: every problem, each with the file and the key or setting it belongs to.
    """
    return parse(read_json(path), path.stem, str(path))


def parse(document: object, name: str, where: str) -> Preset:
    """Return the scenario `name` that a JSON document describes; `where` it came from is told in problems.

    Raises:
        UserError: every problem at once.
    """
    if not isinstance(document, dict):
        raise refuse(where, say("must be an object with the keys of a preset"))
    problems = _problems(document)
    try:
        settings = _settings(document)
        problems += _control_problems(document.get("controls"), settings)
    except UserError as error:
        problems += error.problems
    if problems:
        raise UserError(Problem(f"{where}: {it.where}" if it.where else where, it.message) for it in problems)
    return Preset(
        name=name,
        settings=settings,
        controls=tuple(document["controls"]) if "controls" in document else None,
        **{key: value for key, value in document.items() if key not in ("metascope", "settings", "controls")},
    )


def dumps(preset: Preset) -> str:
    """Return the JSON text that `parse` reads back; it holds every setting, so that later defaults change nothing."""
    document: dict[str, object] = {
        "metascope": FORMAT,
        "scene": preset.scene,
        "title": preset.title,
        "story": preset.story,
        "expected_seconds": preset.expected_seconds,
        "pace": preset.pace,
        "order": preset.order,
        "settings": preset.settings.model_dump(mode="json"),
    }
    if preset.controls is not None:
        document["controls"] = list(preset.controls)
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _real(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 1e6


_KEYS: Mapping[str, tuple[Callable[[object], bool], Message]] = {
    "metascope": (lambda value: type(value) is int and value >= 1, say("the format's number, {format}", format=FORMAT)),
    "scene": (lambda value: isinstance(value, str), say("the name of a scene")),
    "title": (lambda value: isinstance(value, str) and 0 < len(value) <= 100, say("1 to 100 characters of text")),
    "story": (lambda value: isinstance(value, str) and len(value) <= 2000, say("at most 2000 characters of text")),
    "expected_seconds": (_real, say("a positive number of seconds")),
    "pace": (lambda value: value is None or _real(value), say("a positive number of meta-steps per second, or null")),
    "order": (lambda value: type(value) is int and 0 <= value <= 10_000, say("a whole number from 0 to 10000")),
    "settings": (lambda value: isinstance(value, dict), say("an object of settings")),
    "controls": (
        lambda value: isinstance(value, list) and len(value) <= 200 and all(isinstance(it, str) for it in value),
        say("a list of names"),
    ),
}
_OPTIONAL = frozenset({"controls"})


def _problems(document: Mapping[str, object]) -> list[Problem]:
    found = [Problem(key, say("is missing")) for key in _KEYS if key not in document and key not in _OPTIONAL]
    for key, value in document.items():
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, n=1)
            hint = say("; did you mean {near}?", near=near[0]) if near else say("")
            found.append(Problem(key, say("is not a key of a preset{hint}", hint=hint)))
        elif not _KEYS[key][0](value):
            found.append(Problem(key, say("must be {what}, not {got}", what=_KEYS[key][1], got=_shown(value))))
        elif key == "metascope" and value != FORMAT:
            found.append(
                Problem(key, say("must be {format}, not {got}: a newer program's format", format=FORMAT, got=value))
            )
    return found


def _settings(document: Mapping[str, object]) -> Settings:
    """Return the scene's settings; where the scene or the settings are no such thing, `_problems` has said so."""
    scene, values = document.get("scene"), document.get("settings")
    if not isinstance(scene, str) or not isinstance(values, dict):
        return Settings()
    story = all_stories().get(scene)
    if story is None:
        known = ", ".join(sorted(all_stories()))
        raise refuse("scene", say("must be one of {known}, not {got}", known=known, got=_shown(scene)))
    return story.settings.parse(values)


def _control_problems(controls: object, settings: Settings) -> list[Problem]:
    """Return what is wrong with the names of a preset's `controls`; of what else is wrong `_problems` has told."""
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
