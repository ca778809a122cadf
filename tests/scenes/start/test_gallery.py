"""The gallery: scenarios by story, found by typing and by filters, and fluid with many of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.files.last_look import LastRun
from metascope.scenes.start.filter_row import FilterRow
from metascope.scenes.start.gallery import Gallery
from metascope.simulator.engine.cli.calibrating import Speed
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import LEVELS, Preset
from metascope.simulator.engine.story import all_stories
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.window.card_grid import CardGrid, SectionHeading
from metascope.widgets.window.cards import Card
from tests.waiting import LONGEST, effort
from tests.widgets.leaks import is_freed
from tests.widgets.person import named, press, type_text

SHIPPED = presets.shipped()


def shown(qtbot: QtBot, scenarios: list[Preset], speed: Speed | None = None) -> Gallery:
    made = Gallery(scenarios, LIGHT, speed)
    qtbot.addWidget(made)
    made.resize(1240, 700)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


@pytest.fixture
def gallery(qtbot: QtBot) -> Gallery:
    return shown(qtbot, SHIPPED)


@pytest.fixture
def opened(gallery: Gallery) -> list[str]:
    heard: list[str] = []
    gallery.opened.connect(heard.append)
    return heard


def many(count: int) -> list[Preset]:
    return [
        replace(SHIPPED[index % len(SHIPPED)], name=f"{SHIPPED[index % len(SHIPPED)].name}-{index}")
        for index in range(count)
    ]


def cards(gallery: Gallery) -> list[Card]:
    return [card for card in gallery.findChildren(Card) if card.isVisibleTo(gallery)]


def headings(gallery: Gallery) -> list[str]:
    found = [it for it in gallery.findChildren(SectionHeading) if it.isVisibleTo(gallery)]
    return [it.accessibleName() for it in sorted(found, key=lambda it: it.y())]


def choose(gallery: Gallery, name: str, text: str) -> None:
    box = named(gallery, ComboBox, name)
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


def empty_text(gallery: Gallery) -> str:
    return gallery._empty_text.text() if gallery._empty.isVisibleTo(gallery) else ""


def test_scenarios_stand_under_their_stories_each_with_a_sentence(gallery: Gallery) -> None:
    stories = [all_stories()[name] for name in dict.fromkeys(preset.story for preset in SHIPPED)]
    assert headings(gallery) == [story.title for story in stories]
    assert all(story.about.endswith(".") for story in stories)
    places = [(it.y(), it.accessibleName()) for it in gallery.findChildren(SectionHeading) if it.isVisibleTo(gallery)]
    for preset in SHIPPED:
        card = next(card for card in cards(gallery) if card.name == preset.name)
        above = max(place for place in places if place[0] < card.y())
        assert above[1] == all_stories()[preset.story].title


def test_typing_finds_the_best_first_and_enter_opens_it(gallery: Gallery, opened: list[str]) -> None:
    gallery.focus_search()
    type_text(gallery.row.search, "temperature")
    assert gallery.shown()[0] == "temperature"
    assert headings(gallery) == ["Found"]
    assert [card.name for card in sorted(cards(gallery), key=lambda it: (it.y(), it.x()))] == list(gallery.shown())
    press(gallery.row.search, Qt.Key.Key_Return)
    assert opened == ["temperature"]


def test_esc_clears_the_search_and_leaves_the_empty_field(qtbot: QtBot, gallery: Gallery) -> None:
    gallery.focus_search()
    type_text(gallery.row.search, "maml")
    press(gallery.row.search, Qt.Key.Key_Escape)
    assert gallery.row.query == ""
    assert len(gallery.shown()) == len(SHIPPED)
    press(gallery.row.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Card), timeout=LONGEST)


def test_slash_goes_to_the_search_and_the_arrows_go_down_and_up_again(qtbot: QtBot, gallery: Gallery) -> None:
    gallery.focus_first()
    first = QApplication.focusWidget()
    assert isinstance(first, Card)
    press(first, Qt.Key.Key_Slash)
    qtbot.waitUntil(gallery.row.search.hasFocus, timeout=LONGEST)
    type_text(gallery.row.search, "/")
    assert gallery.row.query == "/"
    press(gallery.row.search, Qt.Key.Key_Escape)
    press(gallery.row.search, Qt.Key.Key_Down)
    assert first.hasFocus()
    press(first, Qt.Key.Key_Up)
    assert gallery.row.search.hasFocus()


def test_an_empty_result_says_so_with_a_button_that_clears(gallery: Gallery) -> None:
    choose(gallery, "Level", "Research")
    type_text(gallery.row.search, "qqzzx")
    assert "qqzzx" in empty_text(gallery)
    assert gallery.shown() == ()
    again = next(it for it in gallery._empty.findChildren(QPushButton))
    again.click()
    assert empty_text(gallery) == ""
    assert len(gallery.shown()) == len(SHIPPED)


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("Level", "First look", lambda it: it.level == "first look"),
        ("Time", "Up to 15 s", lambda it: it.expected_seconds <= 15),
        ("Story", all_stories()["ntm"].title, lambda it: it.story == "ntm"),
    ],
)
def test_lists_choose(gallery: Gallery, name: str, text: str, kept: Callable[[Preset], bool]) -> None:
    choose(gallery, name, text)
    assert set(gallery.shown()) == {it.name for it in SHIPPED if kept(it)}


def test_scenarios_opened_lately_can_be_asked_for(gallery: Gallery) -> None:
    assert not gallery.row._recent.isVisibleTo(gallery)
    gallery.set_recent(("copy", "gone", "two-tasks"))
    assert gallery.row._recent.isVisibleTo(gallery)
    gallery.row._recent.click()
    assert gallery.shown() == ("copy", "two-tasks")
    assert headings(gallery) == ["Recently used"]


def test_cards_say_for_whom_they_are_and_how_long_they_take(gallery: Gallery) -> None:
    card = next(card for card in cards(gallery) if card.name == "copy")
    assert card.note == "First look · about 10 s"
    gallery.set_speed(Speed(2.0, 0.1))
    assert card.note == "First look · 15 to 30 s on this computer"
    assert "15 to 30 s" in card.accessibleDescription()


def test_every_scenario_has_a_level() -> None:
    assert all(preset.level in LEVELS for preset in SHIPPED)
    assert {preset.level for preset in SHIPPED} == set(LEVELS)


def test_what_can_be_reopened_stands_above_and_goes_while_something_is_looked_for(
    gallery: Gallery, tmp_path: Path
) -> None:
    heard: list[object] = []
    gallery.reopening.run_chosen.connect(heard.append)
    gallery.reopening.file_chosen.connect(heard.append)
    assert not gallery.reopening.isVisibleTo(gallery)
    run = LastRun(3, "Two tasks, one start", 1200, "MAML 0.12", None)
    gallery.reopening.show_what_there_is([run], [tmp_path / "mine.metascope"])
    assert gallery.reopening.isVisibleTo(gallery)
    first, second = gallery.reopening.cards()
    assert first.accessibleDescription() == "meta-step 1,200 · MAML 0.12"
    assert second.accessibleName() == "Reopen mine"
    first.click()
    press(second, Qt.Key.Key_Return)
    assert heard == [3, tmp_path / "mine.metascope"]
    type_text(gallery.row.search, "maml")
    assert not gallery.reopening.isVisibleTo(gallery)
    press(gallery.row.search, Qt.Key.Key_Escape)
    assert gallery.reopening.isVisibleTo(gallery)
    gallery.reopening.show_what_there_is([], [])
    assert not gallery.reopening.isVisibleTo(gallery)


def test_only_pictures_that_are_seen_are_read(qtbot: QtBot) -> None:
    gallery = shown(qtbot, many(200))
    assert gallery.loader.read <= len(cards(gallery))
    qtbot.waitUntil(lambda: gallery.loader.read > 0 and not gallery.loader.waiting, timeout=LONGEST)
    seen = [card for card in cards(gallery) if not card.visibleRegion().isEmpty()]
    assert 0 < gallery.loader.read <= len(seen) + 4, "one picture for each file and size"
    before = gallery.loader.read
    gallery.grab()
    assert gallery.loader.waiting == 0
    assert gallery.loader.read == before, "each is read and scaled once"


def test_typing_among_two_hundred_scenarios_is_little_work(qtbot: QtBot) -> None:
    gallery = shown(qtbot, many(200))
    letters = iter("memory that is written to and read" * 20)

    def type_one() -> None:
        gallery.row.search.setText(gallery.row.query[-6:] + next(letters))

    assert effort(type_one) < 20  # in hundred thousand additions, each of which takes a few milliseconds


def test_everything_can_be_named(gallery: Gallery) -> None:
    controls = [*gallery.findChildren(ComboBox), *gallery.findChildren(QPushButton), gallery.row.search]
    assert all(control.accessibleName() or getattr(control, "text", str)() for control in controls)
    assert all(isinstance(control, QWidget) for control in controls)
    assert isinstance(gallery.findChild(FilterRow), FilterRow)


def test_a_theme_changes_pictures_and_nothing_else(gallery: Gallery, opened: list[str]) -> None:
    type_text(gallery.row.search, "copy")
    before = gallery.shown()
    gallery.set_theme(DARK)
    assert gallery.shown() == before
    assert opened == []


def test_a_gallery_leaves_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(lambda: Gallery(SHIPPED[:8], LIGHT))


def test_arrows_walk_across_sections(qtbot: QtBot, gallery: Gallery) -> None:
    grid = gallery.findChild(CardGrid)
    assert isinstance(grid, CardGrid)
    gallery.focus_first()
    walked = []
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert isinstance(focused, Card)
        walked.append(focused.name)
        press(focused, Qt.Key.Key_Down)
    stories = [preset.story for name in walked for preset in SHIPPED if preset.name == name]
    assert len(set(walked)) == 3
    assert stories == sorted(stories, key=lambda story: [preset.story for preset in SHIPPED].index(story))
    assert isinstance(focused, Card)
    press(focused, Qt.Key.Key_End)
    last = QApplication.focusWidget()
    assert isinstance(last, Card)
    assert last.name == SHIPPED[-1].name
    assert not last.visibleRegion().isEmpty(), "it is scrolled to"
