"""Filters of scenarios and ideas."""

from __future__ import annotations

import pytest

from metascope.widgets.window.filtering import Described, Filters, kept

THINGS = (
    Described("maml", "MAML", "a start for a few gradient steps, Finn 2017", frozenset({"lecture"}), 6.0, True, 1),
    Described("ntm", "Neural Turing Machine", "writes to a memory, Graves 2014", frozenset({"first look"}), 1.0),
    Described("reptile", "Reptile", "goes where adaptation ended", frozenset({"first look", "lecture"}), 8.0, used=0),
    Described("named", "Architecture search", "Zoph 2017"),
)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), ["maml", "ntm", "reptile", "named"]),
        (Filters(query="  "), ["maml", "ntm", "reptile", "named"]),
        (Filters(query="ntm"), ["ntm"]),  # first letters
        (Filters(query="reptl"), ["reptile"]),  # letters in order, as the palette has it
        (Filters(query="2017"), ["maml", "named"]),
        (Filters(query="memory graves"), ["ntm"]),
        (Filters(query="mmry"), []),  # no letters in order outside of titles
        (Filters(level="first look"), ["ntm", "reptile"]),
        (Filters(most_seconds=6.0), ["maml", "ntm"]),
        (Filters(with_lesson=True), ["maml"]),
        (Filters(used=True), ["reptile", "maml"]),
        (Filters(used=True, level="lecture", most_seconds=7), ["maml"]),
        (Filters(query="xyzzy"), []),
    ],
)
def test_what_fits_is_kept_the_best_first(filters: Filters, ids: list[str]) -> None:
    assert kept(filters, THINGS) == ids


def test_a_title_matches_better_than_what_stands_around_it() -> None:
    things = (Described("far", "Memory", "reptile"), Described("near", "Reptile", ""))
    assert kept(Filters(query="reptile"), things) == ["near", "far"]


def test_filters_tell_whether_they_leave_anything_out() -> None:
    assert not Filters(query=" ").on
    assert all(
        one.on for one in (Filters("a"), Filters(level="lecture"), Filters(most_seconds=0.0), Filters(used=True))
    )
