"""A translator's work on a catalogue: the entries without a translation as JSON lines, and such lines taken back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files.atomic import atomic_write, parse_json, read_text
from metascope.simulator.engine.text import say
from metascope.widgets.language.glossary import ANY, Glossary
from tools.translations.faults import faults

_ENTRY = re.compile(
    r"<name>(?P<name>.*?)</name>|"
    r"<source>(?P<source>.*?)</source>\s*<translation(?P<kind>[^>]*)>(?P<done>.*?)</translation>",
    re.DOTALL,
)
_KEYS = ("context", "source", "translation")
_LIMIT = 8 << 20  # bytes of a file


@dataclass(frozen=True)
class Entry:
    """An entry of a catalogue: its context, its text, the translation, and whether that is finished."""

    context: str
    source: str
    translation: str
    finished: bool
    span: tuple[int, int] = (0, 0)  # of the translation's element in the file


def entries(text: str) -> Iterator[Entry]:
    """Return the entries in the text of a .ts file, in its order."""
    context = ""
    for found in _ENTRY.finditer(text):
        if found["name"] is not None:
            context = unescape(found["name"])
        else:
            done, finished = unescape(found["done"]), 'type="' not in found["kind"]
            start = text.rindex("<translation", 0, found.end() - len(found["done"]))
            yield Entry(context, unescape(found["source"]), done, finished and bool(done), (start, found.end()))


def to_do(path: Path, first: str, last: str) -> Iterator[str]:
    """Return a JSON line for each entry from number `first` to `last`, counted from 1, that is not finished.

    Numbers count all entries, so that they stay while translations come in. `terms` are the glossary's.

    Raises:
        UserError: there is no such catalogue, or these are no numbers.
    """
    low, high = _number("FIRST", first), _number("LAST", last)
    glossary = Glossary.read()
    for number, entry in enumerate(entries(read_text(path, _LIMIT)), 1):
        if low <= number <= high and not entry.finished:
            line: dict[str, object] = {"number": number, "context": entry.context, "source": entry.source}
            terms = {term: [it for it in words if it != ANY] for term, words in glossary.found(entry.source).items()}
            yield json.dumps({**line, "terms": terms} if terms else line, ensure_ascii=False)


def fill(path: Path, lines: Path) -> int:
    """Take translations into a catalogue and return how many.

    Raises:
        UserError: every line that is not understood or not right; the catalogue stays as it was.
    """
    text = read_text(path, _LIMIT)
    known = {(it.context, it.source): it for it in entries(text)}
    taken: dict[Entry, str] = {}
    problems: list[Problem] = []
    check = _Check(path.stem.partition("_")[2], Glossary.read())
    for number, line in enumerate(read_text(lines, _LIMIT).split("\n"), 1):
        if not line.strip():
            continue
        where = f"{lines.name}:{number}"
        given = _object(line, where)
        if isinstance(given, UserError):
            problems += given.problems
        elif (entry := known.get((given["context"], given["source"]))) is None:
            problems.append(Problem(where, say("no such entry: {context}, {source}", **_quoted(given))))
        else:
            taken[entry] = given["translation"]
            problems += check(where, entry.source, given["translation"])
    if problems:
        raise UserError(problems)
    for entry, translation in sorted(taken.items(), key=lambda it: -it[0].span[0]):
        start, end = entry.span
        text = f"{text[:start]}<translation>{_escaped(translation)}</translation>{text[end:]}"
    atomic_write(path, text.encode("utf-8"))
    return len(taken)


@dataclass(frozen=True)
class _Check:
    language: str
    glossary: Glossary

    def __call__(self, where: str, source: str, translation: str) -> list[Problem]:
        wrong = list(faults(source, translation, self.language, self.glossary)) if translation else ["no translation"]
        return [Problem(where, say("{source}: {fault}", source=repr(source), fault=it)) for it in wrong]


def _object(line: str, where: str) -> dict[str, str] | UserError:
    try:
        given = parse_json(line, where)
    except UserError as error:
        return error
    if not isinstance(given, dict) or any(not isinstance(given.get(key), str) for key in _KEYS):
        return refuse(where, say("must be an object with the texts {keys}", keys=", ".join(_KEYS)))
    return {key: given[key] for key in _KEYS}


def _quoted(given: dict[str, str]) -> dict[str, str]:
    return {key: repr(given[key]) for key in ("context", "source")}


def _number(name: str, text: str) -> int:
    if not text.isdecimal():
        raise refuse(name, say("must be a whole number, not {text}", text=text))
    return int(text)


def _escaped(text: str) -> str:
    """Return a text as lupdate writes it in a .ts file."""
    for plain, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&apos;")):
        text = text.replace(plain, written)
    return text
