"""Which other scenarios a scenario opens beside itself, to be compared: validated, as they come from a file.

"beside": [{"preset": "temperature", "title": "Matching Network", "view": "plane", "settings": {"ways": 5}}]

names shipped scenarios, never files, the view that is shown of each, and the settings in which they differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.files.atomic import read_json
from metascope.simulator.engine.files.preset_files import PresetFile, found_files
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.story import find_story
from metascope.simulator.engine.text import say

BESIDE = "beside"  # the key
MOST = 3  # beside one run
_KEYS = ("preset", "title", "view", "settings")


@dataclass(frozen=True)
class Companion:
    """A shipped scenario that is opened beside another one, under a title and with settings of its own."""

    preset: str  # its name
    title: str
    settings: Settings  # all of them
    view: str = ""  # the name of the view to show of it; empty, or not one of its scene's: the main view


def companions(given: object) -> tuple[tuple[Companion, ...], list[Problem]]:
    """Return the companions that untrusted `given` names, and everything that is wrong with it."""
    if not isinstance(given, list) or not 1 <= len(given) <= MOST:
        return (), [Problem(BESIDE, say("must be a list of 1 to {most} scenarios", most=MOST))]
    files, _ = found_files()
    found, problems = list[Companion](), list[Problem]()
    for number, one in enumerate(given, 1):
        wrong = _problems(one, files)
        if not wrong and one["preset"] in {companion.preset for companion in found}:
            wrong = [Problem("preset", say("must be another scenario than those before"))]
        if not wrong:
            try:
                found.append(_companion(one, files[one["preset"]]))
            except UserError as error:
                wrong = [*error.problems]
        problems += [Problem(f"{BESIDE}.{number}.{it.where}".removesuffix("."), it.message) for it in wrong]
    return tuple(found), problems


def written(found: tuple[Companion, ...]) -> list[dict[str, object]]:
    """Return what `companions` reads back, with every setting."""
    return [
        {
            "preset": one.preset,
            "title": one.title,
            "view": one.view,
            "settings": one.settings.model_dump(mode="json"),
        }
        for one in found
    ]


def _problems(one: object, files: Mapping[str, PresetFile]) -> list[Problem]:
    if not isinstance(one, dict):
        return [Problem("", say("must be an object with the keys {keys}", keys=", ".join(_KEYS)))]
    others = (str(key)[:40] for key in one if key not in _KEYS)
    found = [Problem(key, say("is not a key of a scenario beside another")) for key in others]
    name, title, settings = one.get("preset"), one.get("title"), one.get("settings", {})
    if not isinstance(name, str) or name not in files:
        near = get_close_matches(str(name)[:60], files, n=3, cutoff=0.4) or sorted(files)[:3]
        text = "must name a scenario of the gallery; did you mean {near}?"
        found.append(Problem("preset", say(text, near=", ".join(near))))
    if not isinstance(title, str) or not 0 < len(title) <= 100:
        found.append(Problem("title", say("must be 1 to 100 characters of text")))
    if not isinstance(one.get("view", ""), str) or len(one.get("view", "")) > 40:
        found.append(Problem("view", say("must be the name of a view, at most 40 characters")))
    if not isinstance(settings, dict):
        found.append(Problem("settings", say("must be an object of settings")))
    return found


def _companion(one: Mapping[str, object], file: PresetFile) -> Companion:
    """Return a companion whose parts are valid one by one.

    Raises:
        UserError: its scenario has companions itself or cannot be read, or a setting does not fit.
    """
    document = read_json(file.path)
    own = document.get("settings") if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(own, dict):
        raise UserError([Problem("preset", say("is a scenario that cannot be read"))])
    if BESIDE in document:
        raise UserError([Problem("preset", say("must be a scenario that opens no others"))])
    changed = one.get("settings", {})
    assert isinstance(changed, dict), "as validated before"
    settings = find_story(file.story).settings.parse({**own, **changed})
    return Companion(str(one["preset"]), str(one["title"]), settings, str(one.get("view", "")))
