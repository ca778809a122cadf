"""A label that says the same in fewer words where there is little room."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from metascope.widgets.look.fitting_label import FittingLabel
from metascope.widgets.look.theme import LIGHT


@pytest.fixture
def label(qtbot: QtBot) -> FittingLabel:
    made = FittingLabel()
    qtbot.addWidget(made)
    made.say("meta-step 10 / 400", "10 / 400")
    return made


def test_it_says_all_where_there_is_room_and_less_where_there_is_not(label: FittingLabel) -> None:
    label.resize(label.sizeHint())
    assert label.shown_text() == "meta-step 10 / 400"
    label.resize(label.minimumSizeHint())
    assert label.shown_text() == "10 / 400"
    label.resize(20, 20)
    assert label.shown_text().endswith("…")


def test_it_keeps_its_room_while_its_numbers_change(label: FittingLabel) -> None:
    before = label.sizeHint()
    label.say("meta-step 9 / 400", "9 / 400")
    assert label.sizeHint() == before


def test_larger_type_needs_more_room_and_smaller_type_gives_it_back(label: FittingLabel) -> None:
    label.reserve("meta-step 10,000 / 10,000", "10,000 / 10,000")
    before = label.sizeHint().width()
    label.setFont(LIGHT.scaled(2).font())
    assert label.sizeHint().width() > before
    label.setFont(LIGHT.scaled(0.5).font())
    assert label.sizeHint().width() < before
