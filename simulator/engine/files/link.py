"""A scenario as one line of text, to be pasted into a chat; no torch.

metascope://1.esknd/landscapes/two-tasks?inner_steps=5&inner_rate=0.3#120:3

The format's number, a check of what follows, the story, the scenario of the gallery, the settings that differ from its
own, and the meta-step and the inner step to look at. Whoever writes a line by hand leaves the check out:
`metascope://1/...`. A scenario from a file has no name there; its settings are those that differ from the story's
defaults, and `~title` is its title. `~lesson` names a lesson of the program's and a step of it, `forgetting:end`. Such
a line opens settings, trains to the meta-step, if any, begins the lesson there, and does nothing else: it holds no
path, and folders of a person's data are left out.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from urllib.parse import quote, unquote

from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.atomic import parse_json
from metascope.simulator.engine.files.link_text import LONGEST, SCHEME, At, LessonPlace, trimmed
from metascope.simulator.engine.files.preset_files import found_files
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.settings import Settings, declarations
from metascope.simulator.engine.story import find_story, require_trained
from metascope.simulator.engine.text import Message, readable, say

FORMAT = 1
_TITLE, _LESSON = "~title", "~lesson"  # no setting is called so
_PLAIN = ",:"  # beside letters, digits and _.-~ what stands as it is
_HEAD = re.compile(r"(?P<format>\d{1,9})(?:\.(?P<check>[a-z2-7]{5}))?")
_AT = re.compile(r"(?P<step>\d{1,9})(?::(?P<inner>\d{1,9}))?", re.ASCII)
_STEP = re.compile(r"(?P<lesson>[a-z0-9-]{1,100}):(?P<step>[a-z0-9-]{1,100})")
_BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SECONDS = 10.0  # that a scenario without a name of its own is said to take


@dataclass(frozen=True)
class Linked:
    """What a line opens."""

    preset: Preset
    settings: Settings  # instead of the scenario's own
    at: At | None = None  # what to train to, and to look at; None: it opens ready to play
    lesson: LessonPlace | None = None  # in which it was shared; whether there is such a step is not known


@dataclass(frozen=True)
class Link:
    """A line, and the names of the settings that it leaves out: folders on this computer."""

    text: str
    left_out: tuple[str, ...] = ()


def link_of(preset: Preset, settings: Settings, at: At | None = None, lesson: LessonPlace | None = None) -> Link:
    """Return a scenario with these settings as a line; `at` is where to look, None for nowhere in particular.

    With `lesson`, the line leads to that step of it.

    What a scenario from a file opens beside itself, its description and its controls are not in it.

    Raises:
        UserError: the line would be longer than `LONGEST`, or another program recorded the run.
    """
    require_trained(preset.story)
    files, _ = found_files()
    named = preset.name in files and files[preset.name].story == preset.story
    shipped = presets.find(preset.name) if named else None
    base = find_story(preset.story).settings.parse({}) if shipped is None else shipped.settings
    own, mine = base.model_dump(mode="json"), settings.model_dump(mode="json")
    changed = {name: value for name, value in mine.items() if value != own[name]}
    folders = {one.name for one in declarations(type(settings)) if one.kind == "folder"}
    parts = [f"{name}={_written(value)}" for name, value in changed.items() if name not in folders]
    if shipped is None or preset.title != shipped.title:
        parts.append(f"{_TITLE}={_quoted(readable(preset.title))}")
    if lesson is not None:
        parts.append(f"{_LESSON}={_quoted(':'.join(lesson))}")
    place = _quoted(preset.story) if shipped is None else f"{_quoted(preset.story)}/{_quoted(preset.name)}"
    body = place + (f"?{'&'.join(parts)}" if parts else "")
    if at is not None:
        body += f"#{at.step}" + ("" if at.inner is None else f":{at.inner}")
    text = f"{SCHEME}{FORMAT}.{_check(body)}/{body}"
    if len(text) > LONGEST:
        message = "takes {count} characters as a line, and at most {most} can be shared: save the scenario as a file"
        raise refuse(preset.title, say(message, count=f"{len(text):,}", most=f"{LONGEST:,}"))
    return Link(text, tuple(name for name in changed if name in folders))


def read_link(text: str) -> Linked:
    """Return what a line of text opens; blanks and line breaks in it do not matter, nor brackets around it.

    Raises:
        UserError: says what is wrong with it; names and values as `Settings.parse` says it.
    """
    line = trimmed(text[: 4 * LONGEST])
    if not line.lower().startswith(SCHEME):
        raise _wrong(say("the shared line must begin with {scheme}", scheme=SCHEME))
    if len(line) > LONGEST or len(text) > 4 * LONGEST:
        raise _wrong(say("the shared line must have at most {most} characters", most=f"{LONGEST:,}"))
    head, _, body = line[len(SCHEME) :].partition("/")
    found = _HEAD.fullmatch(head)
    if found is None:
        raise _damaged()
    if int(found["format"]) > FORMAT:
        message = "the shared line is of format {got}, from a newer Metascope; this one reads format {format}"
        raise _wrong(say(message, got=int(found["format"]), format=FORMAT))
    body = _whole(body, found["check"])
    if _BROKEN.search(body) or int(found["format"]) < 1:
        raise _damaged()
    place, _, at = body.partition("#")
    place, _, query = place.partition("?")
    return _linked(place, _values(query), at)


def _linked(place: str, values: Mapping[str, str], at: str) -> Linked:
    """Return what the parts of a line say.

    Raises:
        UserError: they are not valid.
    """
    story, _, name = place.partition("/")
    preset = _preset(_unquoted(story), _unquoted(name), values.get(_TITLE, ""))
    given = {key: _read(value) for key, value in values.items() if key not in (_TITLE, _LESSON)}
    folders = [one.name for one in declarations(type(preset.settings)) if one.kind == "folder" and one.name in given]
    if folders:
        raise refuse(folders[0], say("must not be in a shared line: choose the folder in the settings"))
    settings = preset.settings.replaced(**given)
    lesson = _lesson(values[_LESSON]) if _LESSON in values else None
    return Linked(preset, settings, _at(at, settings) if at else None, lesson)


def _at(text: str, settings: Settings) -> At:
    """Return where a line looks.

    Raises:
        UserError: there is no such meta-step.
    """
    found = _AT.fullmatch(text)
    if found is None:
        raise _damaged()
    step = int(found["step"]) if settings.trains else 0
    if step > settings.steps:
        message = "the meta-step must be at most {most}, the run's last, not {got}"
        raise _wrong(say(message, most=f"{settings.steps:,}", got=f"{step:,}"))
    return At(step, None if found["inner"] is None else int(found["inner"]))


def _lesson(text: str) -> LessonPlace:
    """Return the step of a lesson that a line names.

    Raises:
        UserError: it names none.
    """
    found = _STEP.fullmatch(text)
    if found is None:
        raise _damaged()
    return LessonPlace(found["lesson"], found["step"])


def _preset(story: str, name: str, title: str) -> Preset:
    """Return the scenario of the gallery, or one of a story's defaults where no name is given.

    Raises:
        UserError: there is none.
    """
    kind = find_story(story)
    if not name:
        shown = readable(title)[:100].strip() or kind.title or story
        return Preset(
            name="shared",
            story=story,
            title=shown,
            description="",
            expected_seconds=_SECONDS,
            pace=None,
            order=0,
            settings=kind.settings.parse({}),
        )
    files, _ = found_files()
    if name not in files:
        near = get_close_matches(name[:60], files, n=3, cutoff=0.4) or sorted(files)[:3]
        shown = name if len(name) <= 60 else f"{name[:57]}..."
        message = "is not a scenario of this version; did you mean {near}?"
        raise refuse(shown, say(message, near=", ".join(near)))
    found = presets.find(name)
    if found.story != story:
        raise refuse(name, say("must be of the story {story}, not {got}", story=found.story, got=story))
    return replace(found, title=readable(title)[:100]) if title else found


def _values(query: str) -> dict[str, str]:
    """Return the texts of a line's values by name.

    Raises:
        UserError: a value has no name, or a name appears twice or is of another version.
    """
    found: dict[str, str] = {}
    for part in query.split("&") if query else ():
        key, equals, value = part.partition("=")
        name = _unquoted(key)
        if not equals or not name:
            raise _damaged()
        if name in found:
            raise refuse(name[:60], say("must be given once"))
        if name.startswith("~") and name not in (_TITLE, _LESSON):
            raise refuse(name[:60], say("is not known: the line may be from a newer Metascope"))
        found[name] = _unquoted(value)
    return found


def _written(value: object) -> str:
    """Return a setting's value as `_read` reads it: texts as they are, unless they look like something else."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _quoted(value if isinstance(value, str) and _read(value) == value else text)


def _read(text: str) -> object:
    try:
        return parse_json(text, "")
    except UserError:
        return text


def _quoted(text: str) -> str:
    return quote(text, safe=_PLAIN)


def _unquoted(text: str) -> str:
    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError:
        raise _damaged() from None


def _whole(body: str, check: str | None) -> str:
    """Return what follows the check, without what a sentence around the line has put behind it.

    Raises:
        UserError: it is not what the check is of.
    """
    if check is None:
        return body
    for candidate in (body, body.rstrip(".,;:!?")):
        if _check(candidate) == check:
            return candidate
    raise _damaged()


def _check(body: str) -> str:
    digest = hashlib.blake2s(body.encode("utf-8", "replace"), digest_size=4).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:5]


def _damaged() -> UserError:
    text = "the shared line is damaged: a part of it is missing or was changed. Copy the whole line again"
    return _wrong(say(text))


def _wrong(message: Message) -> UserError:
    return refuse("", message)
