"""What can be wrong with a translation, told by its source: places, shortcuts, tags, ends, the field's terms.

Where a rule is about how Chinese is written it holds for Chinese catalogues only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

from metascope.widgets.language.glossary import Glossary

_TAG = re.compile(r"</?[a-z]+[^<>]*>")
_SHORTCUT = re.compile(r"&(?=[A-Za-z0-9])")
_AFTER = re.compile(r"\(&([A-Z0-9])\)(?:…|\.\.\.)?$")  # (&F) after Chinese text, before an ellipsis
_HAN = "\u3400-\u9fff"
_HALF = re.compile(rf"[{_HAN}）”」》][,;:?!](?!\d)|[{_HAN}）”」》]\.(?=\s|$)|[{_HAN}”」》][,;:?!.](?=[{_HAN}“])")
_BRACKETS = re.compile(rf"\((?=[^()&]*[{_HAN}])[^()]*\)")
_WORD = re.compile(r"(?<![\w.\-{/\\])[a-z]{4,}(?![\w.\-}/(=])")  # of prose: not a place, a path or a name in code
_ENDS = {".": "。", "?": "？", "!": "！", ":": "：", "…": "…"}


def faults(source: str, translation: str, language: str, glossary: Glossary | None = None) -> Iterator[str]:
    """Return what is wrong with the translation of a text, in words for the translator; nothing where it is empty."""
    if not translation:
        return
    if (here := places(translation)) != (needed := places(source)):
        yield f"places {_listed(here)} instead of {_listed(needed)}"
    if sorted(_TAG.findall(source)) != sorted(_TAG.findall(translation)):
        yield "other tags than the source"
    if source.count("\n") != translation.count("\n"):
        yield f"{translation.count(chr(10)) + 1} lines instead of {source.count(chr(10)) + 1}"
    if source.partition("\t")[2] != translation.partition("\t")[2]:
        yield "another shortcut after the tab"
    if language.startswith("zh"):
        yield from _chinese(source.partition("\t")[0], translation.partition("\t")[0])
        if glossary is not None:
            yield from glossary.missing(source, translation)


def places(text: str) -> list[str]:
    """Return the places for values of a template with their formats, sorted, each once; of other text its braces."""
    try:
        parsed = [it for it in Formatter().parse(text) if it[1] is not None]
    except ValueError:
        return sorted(set(re.findall(r"[{}]", text)))
    found = {f"{{{name}{'!' + how if how else ''}{':' + form if form else ''}}}" for _, name, form, how in parsed}
    return sorted(found)


def _chinese(source: str, translation: str) -> Iterator[str]:
    shortcut, after = _SHORTCUT.search(source), _AFTER.search(translation)
    if shortcut is not None:
        key = source[shortcut.end()].upper()
        if after is None or after[1] != key or translation.count("&") != 1:
            yield f"no (&{key}) at its end"
    elif _SHORTCUT.search(translation):
        yield "a shortcut that the source does not have"
    bare = _SHORTCUT.sub("", source).rstrip()
    given = _AFTER.sub("…" if translation.endswith("…") else "", translation).rstrip()
    end = _ENDS.get(bare[-1:]) if " " in bare or not bare.endswith(".") else None  # a lone word with a dot is cut short
    if bare.endswith(("...", " et al.")):  # no sentence ends there
        end = None
    if end is not None and not given.endswith((end, f"{end}”", f"{end}）")):
        yield f"no {end} at its end"
    if end != "。" and given.endswith("。"):
        yield "a 。 at its end, where the source is no sentence"
    if half := _HALF.search(translation):
        yield f"{half[0]!r}: half-width punctuation after Chinese"
    if bracket := _BRACKETS.search(translation):
        yield f"{bracket[0]!r}: half-width brackets around Chinese"
    if not re.search(f"[{_HAN}]", translation) and len(_WORD.findall(source)) > 1:
        yield "no Chinese in it"


def _listed(names: list[str]) -> str:
    return " ".join(names) if names else "(none)"
