"""Texts are found in the code by what is called with them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tools.translations.code import NotLiteralError, has_words, messages, translated

HERE = Path("module.py")


def test_texts_are_found_with_the_class_or_the_context_given() -> None:
    source = """
class Bar(QWidget):
    def __init__(self):
        self.setText(self.tr("one" " line"))
        translate("Menus", "&File").format(name=name)
        painter.translate(at)
"""
    assert sorted(translated(ast.parse(source))) == [("Bar", "one line"), ("Menus", "&File")]


@pytest.mark.parametrize(
    "source",
    [
        'say("a {n}", n=1); say("b")',
        'say("a {n}" if n else "b", n=1)',
        'text = "a {n}"\nif n:\n    text = "b"\nsay(text, n=1)',
        'TEXTS = {1: "a {n}", 2: "b"}\ndef f(n):\n    return say(TEXTS[n], n=n)',
        'def f(n):\n    text = {1: "a {n}"}.get(n, "b")\n    return say(text, n=n)',
    ],
)
def test_every_template_that_a_message_may_have_is_found(source: str) -> None:
    assert sorted(messages(ast.parse(source), HERE)) == ["a {n}", "b"]


@pytest.mark.parametrize("source", ["say(given)", "say(f'{a} b')", "say(made())", "text = made()\nsay(text)"])
def test_a_message_that_nobody_can_translate_is_refused_with_its_place(source: str) -> None:
    with pytest.raises(NotLiteralError, match=r"module\.py:\d: say\(\) must be given a literal"):
        list(messages(ast.parse(source), HERE))


@pytest.mark.parametrize(
    ("text", "words"), [("{first}; {second}", True), ("{rows} × {columns}", False), ("", False), ("at {step}", True)]
)
def test_a_template_without_words_or_punctuation_needs_no_translation(text: str, words: bool) -> None:
    assert has_words(text) is words
    assert list(messages(ast.parse(f"say({text!r})"), HERE)) == ([text] if words else [])
