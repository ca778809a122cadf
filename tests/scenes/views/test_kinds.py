"""Kinds of curves: how two differ, and which is nearest to a third."""

from __future__ import annotations

from metascope.scenes.views.kinds import Kind, nearest

ONE = Kind("accuracy", ("5-way", "glyphs"))


def test_differences_are_the_others_conditions() -> None:
    assert ONE.differences(Kind("accuracy", ("3-way", "glyphs"))) == ("3-way",)
    assert ONE.differences(ONE) == ()


def test_the_nearest_has_the_fewest_other_conditions_and_of_equals_the_last_is_it() -> None:
    far, near = Kind("accuracy", ("3-way", "letters")), Kind("accuracy", ("3-way", "glyphs"))
    assert nearest(ONE, [("a", near), ("b", far), ("c", near), ("d", None)]) == ("c", near)


def test_another_kind_is_never_near() -> None:
    assert nearest(ONE, [("a", Kind("loss", ("5-way", "glyphs"))), ("b", None)]) is None
