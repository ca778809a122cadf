"""Assembles a web page of a run in one file: pictures at moments of both clocks, curves, texts in several languages."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from html import escape
from pathlib import Path
from typing import Literal

from metascope import assets
from metascope.widgets.look.theme import DARK, LIGHT, Theme
from metascope.widgets.paper.page_model import Cursor, Drawing, Page, Row, Texts

FOLDER = Path(assets.__file__).parent / "page"
SVG = "image/svg+xml"
CODES = {"pseudo": "en-x-pseudo"}  # of languages that are not called as they are in HTML
_COLOURS = ("window", "panel", "raised", "hover", "border", "grid", "text", "muted", "accent", "on_accent")
_PLACE = re.compile(r"\{\{(\w+)\}\}")
_ICONS = (
    '<svg viewBox="0 0 16 16" aria-hidden="true"><path class="play" d="M4 2v12l10-6z"/>'
    '<path class="pause" d="M3 2h4v12H3zM9 2h4v12H9z"/></svg>'
)
_CLOCKS: tuple[Literal["outer", "inner"], ...] = ("outer", "inner")


def assemble(page: Page) -> bytes:
    """Return the page as an HTML file's bytes (UTF-8); it loads nothing from anywhere."""
    style, script = _read("page.css") + _colours() + _languages(page), _read("page.js")
    store = _Pictures(page)
    body = {
        "heading": f"<h1>{_told(page, lambda it: it.title)}</h1>",
        "switches": _switches(page),
        "story": _story(page),
        "pictures": _pictures(page, store),
        "curves": _curves(page, store),
        "formulas": _formulas(page),
        "settings": _settings(page),
        "clocks": _clocks(page),
        "footer": _footer(page),
    }
    first = page.texts[next(iter(page.languages))]
    head = {
        "language": _code(next(iter(page.languages))),
        "policy": escape(_policy(style, script)),
        "version": escape(page.version),
        "summary": escape(first.description),
        "title": escape(first.title),
        "titles": _in_all(page, lambda it: it.title),
        "style": style,
    }
    data = {"data": _json(_data(page, store)), "content": _json(store.encoded), "script": script}
    parts = {**head, **body, **data}
    return _PLACE.sub(lambda found: parts[found[1]], _read("page.html")).encode()


def size_of(pictures: Iterable[int]) -> int:
    """Return the bytes that pictures of so many bytes each take in a page."""
    return sum(-(-size // 3) * 4 + 3 for size in pictures)


class _Pictures:
    """The pictures of a page in Base64; those that stand in the document are not repeated below it."""

    def __init__(self, page: Page) -> None:
        self.kind = page.kind
        self._placed: dict[int, str] = {}
        self.drawings: dict[str, list[int]] = {}  # by name, the index in each look
        self.encoded: list[str] = [base64.b64encode(picture).decode() for picture in page.pictures]

    def add(self, drawing: bytes) -> int:
        """Add a drawing in SVG and return its index."""
        self.encoded.append(f"data:{SVG};base64,{base64.b64encode(drawing).decode()}")
        return len(self.encoded) - 1

    def placed(self, index: int) -> str:
        """Return the attributes of an image that has this picture in the document."""
        source, self.encoded[index] = self.encoded[index], ""
        if source:
            self._placed[index] = source if source.startswith("data:") else f"data:{self.kind};base64,{source}"
        return f'data-picture="{index}" src="{self._placed[index]}"'


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy that lets this style and this script through, pictures in the page, no more."""
    hashes = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script))
    styles, scripts = (f"'sha256-{one}'" for one in hashes)
    rest = "base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; style-src {styles}; script-src {scripts}; img-src data: blob:; {rest}"


def _colours() -> str:
    """Return the colours of both themes as style."""
    light, dark = _named(LIGHT), _named(DARK)
    return (
        f":root {{ color-scheme: light dark; {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        f':root[data-theme="light"] {{ color-scheme: light; {light} }}\n'
        f':root[data-theme="dark"] {{ color-scheme: dark; {dark} }}\n'
    )


def _named(theme: Theme) -> str:
    return " ".join(f"--{name.replace('_', '-')}: {getattr(theme, name)};" for name in _COLOURS)


def _languages(page: Page) -> str:
    """Return the style that leaves out what is in another language than the page."""
    codes = [_code(language) for language in page.languages]
    return "".join(
        f'html[lang="{one}"] body [lang="{other}"]:not(.tongue) {{ display: none; }}\n'
        for one in codes
        for other in codes
        if one != other
    )


def _code(language: str) -> str:
    return CODES.get(language, language.replace("_", "-"))


def _json(value: object) -> str:
    """Return JSON that may stand within a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _told(page: Page, text: Callable[[Texts], str], tag: str = "span") -> str:
    """Return a text in all languages, escaped."""
    return _spoken(page, lambda it: escape(text(it)), tag)


def _spoken(page: Page, markup: Callable[[Texts], str], tag: str = "span") -> str:
    """Return markup in all languages, of which one is seen."""
    found = {language: markup(page.texts[language]) for language in page.languages}
    if len(set(found.values())) == 1:
        return next(iter(found.values()))
    return "".join(f'<{tag} lang="{_code(language)}">{one}</{tag}>' for language, one in found.items())


def _names(page: Page, name: Callable[[Texts], str], attribute: str = "aria-label") -> str:
    """Return the attributes that name an element for screen readers in all languages."""
    first = name(page.texts[next(iter(page.languages))])
    return f'{attribute}="{escape(first)}" {_in_all(page, name)}'


def _in_all(page: Page, name: Callable[[Texts], str]) -> str:
    """Return the attribute from which the script takes an element's name, in the language that it is to be read in."""
    found = {_code(language): name(page.texts[language]) for language in page.languages}
    return f'data-names="{escape(json.dumps(found, ensure_ascii=False))}"'


def _switches(page: Page) -> str:
    themes = {"light": _told(page, lambda it: it.words.light), "dark": _told(page, lambda it: it.words.dark)}
    made = _switch(page, "theme", lambda it: it.words.theme, themes)
    if len(page.languages) < 2:
        return made
    names = {
        _code(code): f'<span lang="{_code(code)}" class="tongue">{escape(name)}</span>'
        for code, name in page.languages.items()
    }
    return _switch(page, "language", lambda it: it.words.language, names) + made


def _switch(page: Page, name: str, legend: Callable[[Texts], str], choices: Mapping[str, str]) -> str:
    """Return buttons of which one is pressed."""
    inputs = "".join(
        f'<label><input type="radio" name="{name}" value="{value}"{" checked" if not place else ""}>'
        f"<span>{text}</span></label>"
        for place, (value, text) in enumerate(choices.items())
    )
    return f"<fieldset><legend>{_told(page, legend)}</legend>{inputs}</fieldset>"


def _story(page: Page) -> str:
    without = _told(page, lambda it: it.words.scriptless)
    story = _told(page, lambda it: it.description)
    return f'<p class="story">{story}</p>\n<noscript><p class="note">{without}</p></noscript>'


def _pictures(page: Page, store: _Pictures) -> str:
    if not page.views:
        return ""
    heading = f'<h2 class="unseen" id="pictures">{_told(page, lambda it: it.words.pictures)}</h2>'
    step, tick = page.opening
    figures = []
    for place, view in enumerate(page.views):
        name = _names(page, lambda it, view=view: it.titles[view.name], "alt")  # type: ignore[misc]
        size = f'width="{view.width}" height="{view.height}"'
        ground, over = store.placed(view.grounds[0]), store.placed(view.pictures[0][step][tick])
        figures.append(
            f'<figure><img data-ground="{place}" {ground} {size} {name} aria-describedby="caption" draggable="false">'
            f'<img data-view="{place}" {over} {size} alt="" draggable="false"></figure>'
        )
    legend = ""
    if page.legend is not None:
        legend = _drawing(page, store, page.legend, lambda it: it.methods, "legend")
    grid = f'<div class="pictures">{"".join(figures)}</div>'
    return f'<section aria-labelledby="pictures">{heading}{grid}{legend}</section>'


def _drawing(
    page: Page, store: _Pictures, drawing: Drawing, name: Callable[[Texts], str], kind: str = "curve", within: str = ""
) -> str:
    """Return a figure of a drawing in its first look; the indices of all its looks are kept for the script."""
    indices = [store.add(one) for one in drawing.drawn]
    store.drawings[drawing.name] = indices
    return (
        f'<figure class="{kind}"><img data-drawing="{escape(drawing.name)}" '
        f'{store.placed(indices[0])} width="{drawing.width}" height="{drawing.height}" {_names(page, name, "alt")}>'
        f"{within}</figure>"
    )


def _curves(page: Page, store: _Pictures) -> str:
    if not page.curves:
        return ""
    figures = "".join(
        _drawing(
            page,
            store,
            curve,
            lambda it, curve=curve: it.titles[curve.name],  # type: ignore[misc]
            within=f'<div class="cursor" data-curve="{place}" hidden></div>',
        )
        for place, curve in enumerate(page.curves)
    )
    return _section(page, "curves", lambda it: it.words.curves, f'<div class="curves">{figures}</div>')


def _section(page: Page, id: str, title: Callable[[Texts], str], content: str) -> str:
    return f'<section aria-labelledby="{id}"><h2 id="{id}">{_told(page, title)}</h2>{content}</section>'


def _formulas(page: Page) -> str:
    if not any(texts.formulas for texts in page.texts.values()):
        return ""
    return _section(page, "formulas", lambda it: it.words.formulas, _spoken(page, _formulas_in_one_language, "div"))


def _formulas_in_one_language(texts: Texts) -> str:
    lines = []
    for drawn, words in texts.formulas:
        named = drawn.replace("<svg", f'<svg role="img" aria-label="{escape(words)}"', 1)
        lines.append(f'<div class="formula">{named}</div>')
    return "".join(lines)


def _settings(page: Page) -> str:
    if not any(texts.settings for texts in page.texts.values()):
        return ""
    return _section(page, "settings", lambda it: it.words.settings, _spoken(page, _settings_in_one_language, "div"))


def _settings_in_one_language(texts: Texts) -> str:
    words = texts.words
    head = f'<tr><th scope="col">{escape(words.setting)}</th><th scope="col">{escape(words.value)}</th></tr>'
    body = "".join(
        f'<tbody><tr><th colspan="2" scope="rowgroup">{escape(title)}</th></tr>{"".join(map(_row, rows))}</tbody>'
        for title, rows in texts.settings
    )
    caption = f"<caption>{escape(words.settings)}</caption>"
    return f'<div class="table"><table>{caption}<thead>{head}</thead>{body}</table></div>'


def _row(row: Row) -> str:
    changed = ' class="changed"' if row.changed else ""
    return f'<tr{changed}><th scope="row">{escape(row.title)}</th><td>{escape(row.value)}</td></tr>'


def _clocks(page: Page) -> str:
    """Return both sliders with the caption below, seen where scripts run."""
    told = {"outer": lambda it: it.words.outer, "inner": lambda it: it.words.inner}
    plays = {"outer": lambda it: it.words.play_outer, "inner": lambda it: it.words.play_inner}
    rows = "".join(
        '<div class="clock">'
        f'<button type="button" id="play-{clock}" aria-pressed="false" {_names(page, plays[clock])}>'
        f"{_ICONS}</button>"
        f'<span><label for="{clock}">{_told(page, told[clock])}</label> <strong id="{clock}-told"></strong></span>'
        f'<input type="range" id="{clock}" min="0" max="1" step="1" value="0"></div>'
        for clock in _CLOCKS
    )
    caption = '<p class="caption" id="caption" aria-live="polite"></p>'
    name = _names(page, lambda it: f"{it.words.outer}, {it.words.inner}")
    return f'<section class="clocks" data-scripted hidden {name}><div>{rows}{caption}</div></section>'


def _footer(page: Page) -> str:
    keys = f"<summary>{_told(page, lambda it: it.words.keys)}</summary>"
    keys += f"<p>{_told(page, lambda it: it.words.keys_told)}</p>"
    return f"<details data-scripted hidden>{keys}</details><p>{_told(page, lambda it: it.words.footer)}</p>"


def _data(page: Page, store: _Pictures) -> dict[str, object]:
    return {
        "type": page.kind,
        "languages": [_code(language) for language in page.languages],
        "looks": [[theme, _code(language)] for theme, language in page.looks],
        "steps": list(page.steps),
        "ticks": [list(ticks) for ticks in page.ticks],
        "opening": list(page.opening),
        "captions": {_code(language): [list(row) for row in it.captions] for language, it in page.texts.items()},
        "words": {
            _code(language): {"step": it.words.step, "tick": it.words.tick} for language, it in page.texts.items()
        },
        "views": [
            {"name": it.name, "grounds": list(it.grounds), "pictures": [_short(look) for look in it.pictures]}
            for it in page.views
        ],
        "curves": [{"name": it.name, "cursors": [_numbers(one) for one in it.cursors]} for it in page.curves],
        "drawings": store.drawings,
    }


def _short(look: Sequence[Sequence[int]]) -> list[int | list[int]]:
    """Return the pictures of each meta-step; one that all of its ticks share is told once."""
    return [row[0] if len(set(row)) == 1 else list(row) for row in look]


def _numbers(cursor: Cursor) -> dict[str, float]:
    return {field.name: round(getattr(cursor, field.name), 6) for field in fields(cursor)}
