"""A moment of a scenario to look at: which scenario, how far it is trained, and what is looked at then; no torch.

{"preset": "two-tasks", "settings": {"seed": 3}, "step": 60, "inner": 2, "method": "maml", "view": "path",
 "enlarge": true}

Only "preset" must be there. Lessons, the map of ideas and shared links say by a moment what they open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.text import Message, say

KEYS = ("preset", "settings", "step", "inner", "method", "view", "enlarge")


@dataclass(frozen=True, kw_only=True)
class Moment:
    """What to open, how far to train it, and what to look at then.

    moment = parse({"preset": "two-tasks", "step": 60, "view": "path"}, "lesson.json: 2")
    assert parse(document(moment), "") == moment
    """

    preset: str  # the name of a shipped scenario
    settings: Settings  # all of them, with which the run starts
    step: int = 0  # meta-step
    inner: int | None = None  # inner tick; None: the one at which a frame of the run is first seen
    method: str = ""  # key of the method whose inner steps are looked at; empty: the scene's first
    view: str = ""  # the name of a view, whose page is shown; empty: as the scenario opens
    enlarge: bool = False  # whether the view fills the stage


def parse(given: object, where: str, shipped: Mapping[str, Preset] | None = None) -> Moment:
    """Return the moment that untrusted `given` describes; errors name `where` it came from.

    Args:
        given: as JSON holds it.
        where: it stands.
        shipped: the scenarios there are, by name, where the caller has them at hand.

    Raises:
        UserError: every problem at once.
    """
    if not isinstance(given, dict):
        raise UserError([Problem(where, say("must be an object with the keys {keys}", keys=", ".join(KEYS)))])
    problems = _problems(given)
    known = shipped if shipped is not None else {one.name: one for one in presets.shipped()}
    preset = known.get(given["preset"]) if isinstance(given.get("preset"), str) else None
    if preset is None:
        problems.append(_unknown(given.get("preset"), known))
    found: Moment | None = None
    if preset is not None and not problems:
        try:
            found = _moment(given, preset)
        except UserError as error:
            problems += error.problems
    if found is None:
        raise UserError(Problem(": ".join(filter(None, (where, it.where))), it.message) for it in problems)
    return found


def document(moment: Moment) -> dict[str, object]:
    """Return what `parse` reads back: of the settings, those that differ from the scenario's, and no defaults.

    Raises:
        UserError: the scenario is not there any more.
    """
    own, mine = presets.find(moment.preset).settings.model_dump(mode="json"), moment.settings.model_dump(mode="json")
    changed = {name: value for name, value in mine.items() if value != own[name]}
    parts: dict[str, object] = {
        "settings": changed,
        "step": moment.step,
        "method": moment.method,
        "view": moment.view,
        "enlarge": moment.enlarge,
    }
    found: dict[str, object] = {"preset": moment.preset, **{key: value for key, value in parts.items() if value}}
    return found if moment.inner is None else {**found, "inner": moment.inner}


def _count(value: object) -> bool:
    return type(value) is int and 0 <= value <= 10_000_000


def _name(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 40


_FITS: Mapping[str, tuple[Callable[[object], bool], Message]] = {
    "settings": (lambda value: isinstance(value, dict), say("an object of settings")),
    "step": (_count, say("a meta-step, a whole number from 0")),
    "inner": (lambda value: value is None or _count(value), say("an inner tick, a whole number from 0")),
    "method": (_name, say("the key of a method, at most 40 characters")),
    "view": (_name, say("the name of a view, at most 40 characters")),
    "enlarge": (lambda value: isinstance(value, bool), say("true or false")),
}


def _problems(given: Mapping[str, object]) -> list[Problem]:
    """Return what is wrong with each key by itself, but for the scenario's name."""
    found = []
    for key, value in given.items():
        if key not in KEYS:
            near = get_close_matches(str(key), KEYS, n=1)
            hint = say("; did you mean {near}?", near=near[0]) if near else say("")
            found.append(Problem(str(key)[:40], say("is not a key of a moment{hint}", hint=hint)))
        elif key in _FITS and not _FITS[key][0](value):
            found.append(Problem(key, say("must be {what}, not {got}", what=_FITS[key][1], got=repr(value)[:60])))
    if given.get("enlarge") is True and not given.get("view"):
        found.append(Problem("view", say("must name the view to enlarge")))
    return found


def _unknown(name: object, known: Mapping[str, Preset]) -> Problem:
    near = get_close_matches(str(name)[:60], known, n=3, cutoff=0.4) or sorted(known)[:3]
    return Problem("preset", say("must name a scenario of the gallery; did you mean {near}?", near=", ".join(near)))


def _moment(given: Mapping[str, object], preset: Preset) -> Moment:
    """Return the moment of keys that fit one by one.

    Raises:
        UserError: what does not fit the scenario.
    """
    settings = preset.settings
    if changed := given.get("settings"):
        assert isinstance(changed, dict), "as validated before"
        settings = settings.replaced(**changed)
    step, inner, method = given.get("step", 0), given.get("inner"), str(given.get("method", ""))
    assert isinstance(step, int), "as validated before"
    assert inner is None or isinstance(inner, int), "as validated before"
    problems = []
    last = settings.steps if settings.trains else 0
    if step > last:
        problems.append(Problem("step", say("must be at most {last}, not {step}", last=last, step=step)))
    keys = [one.key for one in all_stories()[preset.story].methods]
    if method and keys and method not in keys:
        near = get_close_matches(method, keys, n=1, cutoff=0.4) or [", ".join(keys)]
        text = "must be a method of the story, not {method}; did you mean {near}?"
        problems.append(Problem("method", say(text, method=method, near=near[0])))
    if problems:
        raise UserError(problems)
    return Moment(
        preset=preset.name,
        settings=settings,
        step=step,
        inner=inner,
        method=method,
        view=str(given.get("view", "")),
        enlarge=given.get("enlarge") is True,
    )
