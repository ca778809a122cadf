"""Texts of lessons: places of numbers, bold terms, paragraphs."""

from __future__ import annotations

import pytest

from metascope.simulator.engine.lessons.values import Place, Span, filled, mistakes, paragraphs, places, plain


def test_numbers_are_put_into_their_places() -> None:
    text = "{metric:maml.loss} of { first:maml.loss } at {step}, here {here}: {here:a.b}, k = {setting:k}, {{x}}"
    assert places(text) == [
        Place("metric", "maml.loss"),
        Place("first", "maml.loss"),
        Place("step", ""),
        Place("here", ""),
        Place("here", "a.b"),
        Place("setting", "k"),
    ]
    assert filled(text, lambda place: place.kind) == "metric of first at step, here here: here, k = setting, {x}"


@pytest.mark.parametrize("text", ["{metric}", "{metric:}", "{loss}", "{", "}", "{step:3}", "{metric:a", "{{{"])
def test_what_is_no_place_is_told(text: str) -> None:
    assert mistakes(text)


def test_paragraphs_and_terms() -> None:
    text = "One **bold term**\nin a line.\n\n\nTwo."
    assert paragraphs(text) == [[Span("One "), Span("bold term", bold=True), Span(" in a line.")], [Span("Two.")]]
    assert plain(text) == "One bold term in a line.\nTwo."


def test_markup_is_text() -> None:
    assert paragraphs("<b>a</b> * b **") == [[Span("<b>a</b> * b **")]]
