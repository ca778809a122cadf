"""Encodes the head of a session file: which run it holds, and with what it was made."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed

from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.atomic import parse_json
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.text import Message, readable, say
from metascope.simulator.engine.version import version

FORMAT = 3
OLDER = (1, 2)  # open too: arrays were not woven; and in the first, parts not deflated, and frames held more
NAME_LIMIT = 200  # characters

_KEYS = ("metascope_session", "preset", "preset_name", "settings", "name", "parent", "versions", "threads", "fresh")


def versions() -> Mapping[str, str]:
    """Return the versions of everything that affects a run's numbers, without importing it."""
    return {"metascope": version(), "python": platform.python_version(), **{it: _version(it) for it in _LIBRARIES}}


@dataclass(frozen=True)
class Parent:
    """The run that this run branched off from."""

    name: str
    step: int  # where it branched off


@dataclass(frozen=True)
class SessionHead:
    """Identifies the run in a session file. Its story is the preset's."""

    preset: Preset  # what a person opened
    settings: Settings  # at the start of the run
    name: str
    parent: Parent | None = None
    versions: Mapping[str, str] = field(default_factory=versions)
    threads: int = 1  # of torch
    fresh: bool = True  # it started from its settings alone: replaying needs no checkpoint


def dumps(head: SessionHead) -> str:
    """Return the JSON text that `loads` reads back."""
    document = {
        "metascope_session": FORMAT,
        "preset": json.loads(presets.dumps(head.preset)),
        "preset_name": _name(head.preset.name),
        "settings": head.settings.model_dump(mode="json"),
        "name": _name(head.name),
        "parent": None if head.parent is None else {"name": _name(head.parent.name), "step": head.parent.step},
        "versions": dict(head.versions),
        "threads": head.threads,
        "fresh": head.fresh,
    }
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def loads(text: str, where: str) -> SessionHead:
    """Return what `dumps` wrote; errors name `where` it came from.

    Raises:
        UserError: it is not the head of a session, or a newer version of the program wrote it.
    """
    document = parse_json(text, where)
    if not isinstance(document, dict) or "metascope_session" not in document:
        raise refuse(where, say("must be a session saved by Metascope"))
    if type(got := document["metascope_session"]) is int and got > FORMAT:
        what = say(
            "the session's format must be {format}, not {got}: it is from a newer Metascope", format=FORMAT, got=got
        )
        raise refuse(where, what)
    if type(got) is not int or got not in (FORMAT, *OLDER):
        raise refuse(where, say("the session's format must be {format}, not {got}", format=FORMAT, got=str(got)[:40]))
    if problem := _problem(document):
        raise refuse(where, problem)
    preset = presets.parse(document["preset"], document["preset_name"], where)
    values, parent = document["settings"], document["parent"]
    return SessionHead(
        preset=preset,
        settings=_settings(preset.story, values, where),
        name=document["name"],
        parent=None if parent is None else Parent(parent["name"], parent["step"]),
        versions=document["versions"],
        threads=document["threads"],
        fresh=document["fresh"],
    )


_LIBRARIES = ("torch", "numpy")


def _version(library: str) -> str:
    try:
        return installed(library)
    except PackageNotFoundError:
        return "unknown"


def _name(text: str) -> str:
    return readable(text)[:NAME_LIMIT]


def _problem(document: Mapping[str, object]) -> Message | None:
    """Return what is wrong with a head's keys, apart from the preset and the settings."""
    if missing := [key for key in _KEYS if key not in document]:
        return say("the session must have {keys}", keys=", ".join(missing))
    if unknown := [key for key in document if key not in _KEYS]:
        return say("the session must not have {keys}", keys=", ".join(unknown)[:80])
    parent, told = document["parent"], document["versions"]
    checks = {
        "preset_name": _is_name(document["preset_name"]),
        "settings": isinstance(document["settings"], dict),
        "name": _is_name(document["name"]),
        "parent": parent is None or _is_parent(parent),
        "versions": isinstance(told, dict) and len(told) < 20 and all(map(_is_name, told.values())),
        "threads": _is_count(document["threads"]) and document["threads"] != 0,
        "fresh": isinstance(document["fresh"], bool),
    }
    wrong = [key for key, right in checks.items() if not right]
    return say("the session's {keys} must be as Metascope writes it", keys=", ".join(wrong)) if wrong else None


def _is_name(value: object) -> bool:
    return isinstance(value, str) and len(value) <= NAME_LIMIT


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value < 1 << 53


def _is_parent(value: object) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == {"name", "step"}
        and _is_name(value["name"])
        and _is_count(value["step"])
    )


def _settings(story: str, values: Mapping[str, object], where: str) -> Settings:
    try:
        return all_stories()[story].settings.parse(values)
    except UserError as error:
        raise refuse(where, say("the session's settings must be valid: {problems}", problems=error)) from None
