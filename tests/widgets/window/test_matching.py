"""The ranking behind the command palette: what a person means comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metascope.widgets.window.matching import Entry, ranked

ENTRIES = (
    Entry("save", "Save session…", "File", "Ctrl+S"),
    Entry("weights", "Save weights…", "File", "Ctrl+Shift+S"),
    Entry("train", "Train / pause", "Run", "Space"),
    Entry("open", "Open…", "File", "Ctrl+O"),
    Entry("theme", "Light / dark", "View", "Ctrl+T"),
    Entry("restart", "Restart with the present settings", "Run", enabled=False),
    Entry("rate", "Inner learning rate (inner_rate)", "Setting"),
    Entry("unseen", "Unseen tasks", "Open"),
)


def ids(query: str) -> list[str]:
    return [entry.id for entry in ranked(query, ENTRIES)]


def test_a_text_is_found_by_its_english_too_after_what_is_found_as_it_is_written() -> None:
    chinese = (Entry("train", "训练 / 暂停", "运行", english="Train / pause"), Entry("pause", "pause 之后", "运行"))
    assert [one.id for one in ranked("train", chinese)] == ["train"]
    assert [one.id for one in ranked("训练", chinese)] == ["train"]
    assert [one.id for one in ranked("pause", chinese)] == ["pause", "train"]


def test_an_empty_query_finds_everything_that_can_be_done_first() -> None:
    assert ids("  ") == [entry.id for entry in ENTRIES if entry.enabled] + ["restart"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("save", "save"),
        ("WEI", "weights"),
        ("open", "open"),
        ("run tr", "train"),
        ("inner_rate", "rate"),
        ("ilr", "rate"),
        ("rstrt", "restart"),
        ("dark", "theme"),
        ("sw", "weights"),
    ],
)
def test_the_best_fit_comes_first(query: str, first: str) -> None:
    assert ids(query)[0] == first


def test_a_text_that_begins_with_the_word_comes_before_one_that_holds_it() -> None:
    listed = (Entry("holds", "Reopen", "A"), Entry("word", "To open", "A"), Entry("begins", "Open", "A"))
    assert [entry.id for entry in ranked("open", listed)] == ["begins", "word", "holds"]


def test_the_text_counts_more_than_the_category() -> None:
    assert ids("open")[:2] == ["open", "unseen"]


def test_every_word_has_to_fit() -> None:
    assert ids("save weights") == ["weights"]
    assert ids("save nonsense") == []


def test_letters_that_lie_scattered_are_no_fit() -> None:
    assert "restart" not in ids("rwps nts")
    assert ids("zzz") == []


def test_of_equal_fits_what_can_be_done_comes_first() -> None:
    listed = (Entry("no", "Undo", "Edit", enabled=False), Entry("yes", "Undo", "Edit"))
    assert [entry.id for entry in ranked("undo", listed)] == ["yes", "no"]


@given(st.text(max_size=12))
def test_any_query_finds_some_of_the_entries_and_each_once(query: str) -> None:
    found = ids(query)
    assert len(set(found)) == len(found)
    assert set(found) <= {entry.id for entry in ENTRIES}


@given(st.sampled_from(ENTRIES))
def test_an_entrys_own_text_finds_it(entry: Entry) -> None:
    assert ids(entry.text)[0] == entry.id
