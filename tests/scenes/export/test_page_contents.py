"""The moments of a page are chosen among those that were recorded, and what is left out is left out evenly."""

from __future__ import annotations

from itertools import pairwise

import pytest

from metascope.scenes.export.page_contents import Choice, chosen_steps, language_name, settings_rows, spread, thinned
from metascope.simulator.engine.files import presets
from tests.widgets.paper.pages import STEPS, page

KEPT = tuple(range(0, 101, 2))


@pytest.mark.parametrize(
    ("choice", "count", "wanted"),
    [
        ("spread", 3, (0, 50, 100)),
        ("spread", 1, (100,)),
        ("spread", 1000, KEPT),
        ("every", 20, (0, 40, 80, 100)),
        ("every", 1, KEPT),
        ("marked", 5, (6, 8)),
    ],
)
def test_meta_steps_are_chosen(choice: Choice, count: int, wanted: tuple[int, ...]) -> None:
    assert chosen_steps(KEPT, choice, count, bookmarks=(6, 7, 8)) == wanted


def test_logarithmically_spaced_meta_steps_are_closer_at_the_beginning() -> None:
    found = chosen_steps(tuple(range(1001)), "log", 10)
    gaps = [later - earlier for earlier, later in pairwise(found)]
    assert (found[0], found[-1]) == (0, 1000)
    assert len(found) <= 11
    assert gaps == sorted(gaps)


@pytest.mark.parametrize("choice", ["spread", "log", "every", "marked"])
def test_of_nothing_nothing_is_chosen(choice: Choice) -> None:
    assert chosen_steps((), choice, 5) == ()


def test_one_recorded_meta_step_is_chosen_once() -> None:
    choices: tuple[Choice, ...] = ("spread", "log", "every")
    assert all(chosen_steps((7,), choice, 5) == (7,) for choice in choices)


@pytest.mark.parametrize("count", range(1, 12))
def test_places_are_spread_from_end_to_end(count: int) -> None:
    found = spread(10, count)
    assert len(found) == min(count, 10)
    assert found[-1] == 9
    assert count == 1 or found[0] == 0


def test_a_thinned_page_has_the_pictures_of_its_moments_only() -> None:
    whole = page()
    found = thinned(whole, 2, 2)
    assert list(found.steps) == [STEPS[0], STEPS[-1]]
    assert [list(ticks) for ticks in found.ticks] == [[0, 4], [0, 4]]
    assert found.opening == (1, 1)
    assert found.texts["en"].captions == [["Moment 0.0", "Moment 0.4"], ["Moment 1000.0", "Moment 1000.4"]]
    [view], [before] = found.views, whole.views
    assert len(found.pictures) == 2 + 2 * 2 * 2
    for look, ground in enumerate(before.grounds):
        assert found.pictures[view.grounds[look]] == whole.pictures[ground]
        seen = [[found.pictures[index] for index in row] for row in view.pictures[look]]
        rows = before.pictures[look]
        assert seen == [[whole.pictures[rows[row][tick]] for tick in (0, 2)] for row in (0, 3)]


def test_a_page_that_is_not_thinned_is_the_same() -> None:
    assert thinned(page(), 99, 99) == page() or thinned(page(), 99, 99).pictures == page().pictures


def test_settings_stand_in_groups_with_symbol_and_value() -> None:
    groups = dict(settings_rows(presets.find("two-tasks").settings))
    rows = {row.title: row.value for rows in groups.values() for row in rows}
    assert rows["Inner learning rate α"] == "0.5"
    assert "Meta-steps" in rows
    assert not [group for group in groups if not group]


def test_settings_that_are_not_the_default_are_told_apart() -> None:
    settings = presets.find("two-tasks").settings.replaced(steps=17)
    changed = {row.title for _, rows in settings_rows(settings) for row in rows if row.changed}
    assert "Meta-steps" in changed
    assert "Seed" not in changed


def test_languages_are_called_by_themselves() -> None:
    assert [language_name(code) for code in ("en", "zh_CN")] == ["English", "简体中文"]
