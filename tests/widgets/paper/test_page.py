"""A web page is one file of well-formed markup that loads nothing, and a text in it stays a text."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from typing_extensions import override

from metascope.widgets.paper.page import FOLDER, assemble
from tests.widgets.paper.pages import page

VOID = {"meta", "link", "img", "input", "path"}
HOSTILE = """</script><script>alert(1)</script><img src=x onerror=alert(2)> & "quoted" 'too' {{data}} ${x}\u2028<!--"""


class Outline(HTMLParser):
    """Elements with their attributes and the texts within them; ends are those of what was begun last."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"{tag} has an attribute twice"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    @override
    def handle_endtag(self, tag: str) -> None:
        assert tag not in VOID
        assert self._open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        self.texts.append((self._open[-1] if self._open else "", data))

    def named(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of all elements of a kind."""
        return [attributes for one, attributes in self.elements if one == tag]

    def block(self, id: str) -> object:
        """Return the JSON in a script element."""
        blocks = [text for within, text in self.texts if within == "script"]
        for attributes, text in zip(self.named("script"), blocks, strict=True):
            if attributes.get("id") == id:
                return json.loads(text)
        raise LookupError(id)


@pytest.fixture(scope="module")
def text() -> str:
    return assemble(page()).decode()


@pytest.fixture(scope="module")
def outline(text: str) -> Outline:
    return Outline(text)


def addresses(outline: Outline) -> Iterator[str]:
    for _, attributes in outline.elements:
        for name, value in attributes.items():
            if name in ("src", "href", "srcset", "data", "action", "poster", "xlink:href"):
                yield value


def test_everything_is_in_the_file(outline: Outline) -> None:
    assert list(addresses(outline))
    assert all(address.startswith("data:") for address in addresses(outline))
    assert not [one for one in outline.elements if one[0] in ("iframe", "object", "embed", "base", "form")]
    style = next(text for within, text in outline.texts if within == "style")
    assert not re.search(r"url\(|@import", style)


def test_only_its_own_script_and_style_may_run(outline: Outline) -> None:
    [policy] = [one["content"] for one in outline.named("meta") if "http-equiv" in one]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for kind in ("style", "script"):
        [inline] = [text for within, text in outline.texts if within == kind and "{" in text and '":' not in text[:20]]
        allowed = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{allowed}'" in policy
    assert not [name for _, attributes in outline.elements for name in attributes if name.startswith("on")]
    assert not [one for one, attributes in outline.elements if "style" in attributes]


def test_ids_are_unique_and_what_refers_to_them_finds_them(outline: Outline) -> None:
    ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
    assert len(set(ids)) == len(ids)
    for _, attributes in outline.elements:
        for name in ("for", "aria-labelledby", "aria-describedby"):
            if name in attributes:
                assert attributes[name] in ids


def test_every_control_and_picture_has_a_name(outline: Outline) -> None:
    labelled = {one["for"] for one in outline.named("label") if "for" in one}
    sliders = [one for one in outline.named("input") if one["type"] == "range"]
    assert {one["id"] for one in sliders} == labelled
    assert all(one["aria-label"] for one in outline.named("button"))
    assert all("alt" in one for one in outline.named("img"))
    assert all(one["aria-label"] for one in outline.named("svg") if "aria-hidden" not in one)


def test_without_a_script_there_are_story_and_a_picture(outline: Outline) -> None:
    noscript = [text for within, text in outline.texts if text == "Nothing moves here."]
    assert noscript
    ground = next(one for one in outline.named("img") if "data-ground" in one)
    laid = next(one for one in outline.named("img") if "data-view" in one)
    pictures = page().pictures
    for image, index in ((ground, 0), (laid, 2 + 3 * 3 + 2)):
        assert image["src"] == f"data:image/png;base64,{base64.b64encode(pictures[index]).decode()}"
    assert [one for one in outline.elements if "data-scripted" in one[1] and "hidden" not in one[1]] == []


def test_a_picture_in_the_document_is_not_repeated_below_it(text: str, outline: Outline) -> None:
    content = outline.block("content")
    assert isinstance(content, list)
    placed = {int(one["data-picture"]) for one in outline.named("img")}
    assert {index for index, one in enumerate(content) if one == ""} == placed
    for picture in page().pictures:
        assert text.count(base64.b64encode(picture).decode()) == 1


@pytest.mark.parametrize("place", ["title", "description", "caption"])
def test_a_text_with_markup_stays_a_text(place: str) -> None:
    made = page(**({place: HOSTILE} if place != "caption" else {}))
    if place == "caption":
        english = replace(made.texts["en"], captions=[[HOSTILE] * 3] * 4, methods=HOSTILE)
        made = replace(made, texts={**made.texts, "en": english})
    outline = Outline(assemble(made).decode())
    assert [tag for tag, _ in outline.elements] == [tag for tag, _ in Outline(assemble(page()).decode()).elements]
    if place == "caption":
        data = outline.block("data")
        assert isinstance(data, dict)
        assert data["captions"]["en"][0][0] == HOSTILE
    else:
        assert HOSTILE in [text for _, text in outline.texts]


def test_both_languages_are_there_and_one_is_seen(text: str, outline: Outline) -> None:
    assert {"A story.", "故事。", "Meta-step", "元步"} <= {text for _, text in outline.texts}
    assert 'html[lang="en"] body [lang="zh-CN"]:not(.tongue) { display: none; }' in text
    assert outline.elements[0] == ("html", {"lang": "en"})


def test_a_page_of_one_language_has_no_switch_of_languages() -> None:
    made = page()
    alone = replace(made, languages={"en": "English"}, texts={"en": made.texts["en"]})
    outline = Outline(assemble(alone).decode())
    assert {one["name"] for one in outline.named("input") if one["type"] == "radio"} == {"theme"}
    assert not [one for tag, one in outline.elements if "lang" in one and tag != "html" and "tongue" not in one]


def test_a_picture_that_all_ticks_share_is_told_once() -> None:
    made = page()
    [view] = made.views
    still = replace(view, pictures=[[[row[0]] * 3 for row in look] for look in view.pictures])
    data = Outline(assemble(replace(made, views=[still])).decode()).block("data")
    assert isinstance(data, dict)
    assert data["views"][0]["pictures"][0] == [row[0] for row in view.pictures[0]]


def test_its_files_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 30_000
