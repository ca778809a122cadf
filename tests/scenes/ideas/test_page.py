"""The map of ideas as a person uses it: boxes, cards, doors, arrangements, filters, keyboard and themes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import partial

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.ideas.arranging import groups_of
from metascope.scenes.ideas.page import IdeasPage
from metascope.scenes.shell.window import Window
from metascope.simulator.engine.cli.languages import ENGLISH, NAMES
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.moment import Moment
from metascope.simulator.engine.ideas.parsing import shipped
from metascope.widgets.form.fields import LineEdit
from metascope.widgets.ideas.board import Board
from metascope.widgets.ideas.card import IdeaCard
from metascope.widgets.ideas.picture import Picture, RedBox
from metascope.widgets.language.speaking import set_language
from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import DARK, LIGHT, Theme
from metascope.widgets.look.translation import idea_text
from tests.scenes.accessible import nameless
from tests.scenes.hands import notices, the_stage
from tests.scenes.painted import spied
from tests.scenes.room import short_of_room
from tests.waiting import LONGEST
from tests.widgets.person import named, press, type_text

SIZE = (1264, 640)  # px that a window of 1280 x 800 leaves the page
WAYS = ["", *(way.key for way in shipped().arrangements)]


@pytest.fixture
def page(qtbot: QtBot) -> IdeasPage:
    return shown(qtbot, LIGHT)


def shown(qtbot: QtBot, theme: Theme, size: tuple[int, int] = SIZE) -> IdeasPage:
    made = IdeasPage(presets.shipped(), theme)
    qtbot.addWidget(made)
    made.resize(*size)
    with qtbot.waitExposed(made, timeout=LONGEST):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=LONGEST)
    return made


def board(page: IdeasPage) -> Board:
    found = page.findChild(Board)
    assert isinstance(found, Board)
    return found


def cards(page: IdeasPage) -> dict[str, IdeaCard]:
    return {card.key: card for card in board(page).cards()}


def box(page: IdeasPage, key: str) -> RedBox:
    found = page.findChild(Picture)
    assert isinstance(found, Picture)
    return next(one for one in found.boxes() if one.key == key)


def said(page: IdeasPage) -> str:
    """Return what the page says."""
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def rest(qtbot: QtBot, page: IdeasPage) -> None:
    """Wait until no card is on its way."""
    qtbot.waitUntil(lambda: not board(page).gliding, timeout=LONGEST)


def test_a_click_on_a_box_lights_up_the_methods_that_learn_it_which_come_first(qtbot: QtBot, page: IdeasPage) -> None:
    for one in shipped().boxes:
        box(page, one.key).click()
        lit = [key for key, card in cards(page).items() if card.standing == "lit"]
        assert sorted(lit) == sorted(one.cards)
        assert [*cards(page)][: len(lit)] == lit
        assert one.says in said(page)
        box(page, one.key).click()
        assert {card.standing for card in cards(page).values()} == {"plain"}


def test_a_card_lights_up_its_boxes(page: IdeasPage) -> None:
    cards(page)["meta-sgd"].click()
    assert [one.key for one in shipped().boxes if box(page, one.key).lit] == ["start", "update", "rate"]
    assert "Li, Zhou, Chen and Li" in said(page)


def test_every_card_says_what_it_learns_and_has_its_doors(qtbot: QtBot, page: IdeasPage) -> None:
    for card in shipped().cards:
        page.choose_card(card.key)
        assert card.says in said(page)
        assert ("Named only" in said(page)) == (not card.scenarios)
        for name in card.scenarios:
            with qtbot.waitSignal(page.opened) as opened:
                named(page, QPushButton, presets.find(name).title).click()
            assert opened.args == [name]


def test_see_it_asks_for_the_moment(qtbot: QtBot, page: IdeasPage) -> None:
    page.choose_box("start")
    with qtbot.waitSignal(page.moment_requested) as asked:
        named(page, QPushButton, "See it: Initial parameters").click()
    assert asked.args == [shipped().box("start").see]
    assert isinstance(asked.args[0], Moment)
    assert page.asked.startswith("Initial parameters: Where learning begins")


@pytest.mark.parametrize("way", WAYS[1:])
def test_each_group_of_an_order_is_seen_or_only_named(qtbot: QtBot, page: IdeasPage, way: str) -> None:
    page.arrange(way)
    rest(qtbot, page)
    arrangement = next(one for one in shipped().arrangements if one.key == way)
    for group, head in zip(groups_of(shipped(), arrangement), board(page).headings(), strict=False):
        assert group.title in said(page)
        if arrangement.by == "year":
            assert not head.button.isVisible()
        elif group.see is None:
            assert "Named only" in "".join(label.text() for label in head.findChildren(Label))
        else:
            with qtbot.waitSignal(page.moment_requested) as asked:
                head.button.click()
            assert asked.args == [group.see]


def test_by_year_every_card_is_there_in_the_order_of_the_papers(qtbot: QtBot, page: IdeasPage) -> None:
    page.arrange("year")
    keys = [card.key for card in board(page).cards()]
    assert sorted(keys) == sorted(card.key for card in shipped().cards)
    years = [year for key in keys if (year := shipped().card(key).year) is not None]
    assert years == sorted(years)


def test_cards_glide_to_another_order_and_are_there_at_once_off_the_screen(qtbot: QtBot, page: IdeasPage) -> None:
    page.arrange("cost")
    assert board(page).gliding
    rest(qtbot, page)
    page.hide()
    page.arrange("shots")
    assert not board(page).gliding


@pytest.mark.parametrize("way", WAYS)
def test_no_card_lies_over_another_in_any_order(qtbot: QtBot, page: IdeasPage, way: str) -> None:
    page.arrange(way)
    rest(qtbot, page)
    places = [card.geometry() for card in board(page).cards()]
    assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[:at])


def test_letters_filters_and_recent_use_choose_cards(qtbot: QtBot, page: IdeasPage) -> None:
    search = named(page, LineEdit, "Find a method")
    type_text(search, "graves")
    assert [*cards(page)] == ["ntm"]
    assert "1 of " in said(page)
    search.clear()
    page.set_recent(["sine-reptile", "copy"])
    named(page, QToolButton, "Recently used").click()
    assert [*cards(page)][:2] == ["reptile", "ntm"]
    page.row.clear()
    assert len(cards(page)) == len(shipped().cards)
    type_text(search, "xyzzy")
    assert cards(page) == {}
    assert "No method matches" in said(page)


def test_filters_hold_in_every_order(qtbot: QtBot, page: IdeasPage) -> None:
    type_text(named(page, LineEdit, "Find a method"), "maml")
    for way in WAYS:
        page.arrange(way)
        found = {card.key for card in board(page).cards()}
        assert "ntm" not in found
        assert found or way == "shots"


def test_a_double_click_opens_the_first_scenario(qtbot: QtBot, page: IdeasPage) -> None:
    with qtbot.waitSignal(page.opened) as opened:
        QTest.mouseDClick(cards(page)["reptile"], Qt.MouseButton.LeftButton)
    assert opened.args == ["sine-reptile"]


def test_all_by_keyboard(qtbot: QtBot, page: IdeasPage) -> None:
    """From the box of the start down to its first card, whose scenario is opened."""
    one = box(page, "start")
    one.setFocus()
    press(one, Qt.Key.Key_Space)
    assert cards(page)["maml"].standing == "lit"
    rest(qtbot, page)
    for _ in range(12):
        focused = QApplication.focusWidget()
        if isinstance(focused, IdeaCard):
            break
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Down)
    assert isinstance(focused, IdeaCard)
    press(focused, Qt.Key.Key_Return)
    assert focused.isChecked()
    with qtbot.waitSignal(page.opened):
        QTest.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused, "/")
    assert named(page, LineEdit, "Find a method").hasFocus()


def test_in_the_window_the_map_is_the_first_tab_and_its_doors_open(qtbot: QtBot, window: Window) -> None:
    window.start_page.choose("ideas")
    found = window.start_page.findChild(IdeasPage)
    assert isinstance(found, IdeasPage)
    window.find_scenario()
    assert named(found, LineEdit, "Find a method").hasFocus()
    found.choose_card("reptile")
    named(found, QPushButton, "One step: Reptile is pre-training").click()
    assert the_stage(window).run.preset.name == "one-step-reptile"
    window.show_gallery()
    assert window.start_page.current == "ideas"
    named(found, QToolButton, "Recently used").click()
    assert {"reptile"} <= {card.key for card in board(found).cards()}
    found.row.clear()
    found.choose_box("start")
    with qtbot.waitSignal(window.moments.looked, timeout=LONGEST):
        named(found, QPushButton, "See it").click()
    assert the_stage(window).playback.method == "maml"
    assert [text for text in notices(window) if text.startswith("Initial parameters: ")]
    window.show_gallery()
    assert notices(window) == []


def test_the_tab_key_comes_to_every_box_card_and_door(qtbot: QtBot, page: IdeasPage) -> None:
    page.choose_card("maml")
    page.focus_first()
    seen: list[QWidget] = []
    for _ in range(200):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in seen:
            break
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {one.key for one in seen if isinstance(one, IdeaCard)} == set(cards(page))
    assert {one.key for one in seen if isinstance(one, RedBox)} == {one.key for one in shipped().boxes}
    assert any(one.accessibleName() == "Two tasks, one start" for one in seen)


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_nameless(qtbot: QtBot, page: IdeasPage, way: str) -> None:
    page.arrange(way)
    page.choose_card("meta-networks")
    assert nameless(page) == []


LOOKS = [(LIGHT, SIZE), (DARK, SIZE), (LIGHT.scaled(1.35), SIZE), (LIGHT, (624, 320)), (DARK, (1900, 950))]


by_look = pytest.mark.parametrize(("theme", "size"), LOOKS, ids=["light", "dark", "larger", "at 200 %", "wide"])
by_language = pytest.mark.parametrize("language", NAMES, indirect=True)


@pytest.fixture
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The language that the page speaks."""
    set_language(qapp, request.param)
    yield request.param
    set_language(qapp, ENGLISH)


@by_language
@by_look
def test_every_text_of_boxes_and_cards_fits(qtbot: QtBot, language: str, theme: Theme, size: tuple[int, int]) -> None:
    page = shown(qtbot, theme, size)
    for one in shipped().boxes:
        lines, font, whole = box(page, one.key).lines()
        assert whole, one.key
        assert len(lines) * QFontMetrics(font).height() <= box(page, one.key).height()
    for key, card in cards(page).items():
        whole_title = "".join(card.title_lines()).replace(" ", "")
        assert whole_title == idea_text(shipped().card(key).title).replace(" ", "")


@by_language
@by_look
def test_the_page_is_painted_in_every_order_within_its_room(
    qtbot: QtBot, language: str, theme: Theme, size: tuple[int, int]
) -> None:
    page = shown(qtbot, theme, size)
    for way in WAYS:
        page.arrange(way)
        rest(qtbot, page)
        assert [text for text in short_of_room(page) if "RedBox" not in text] == [], way  # boxes break their lines
        with spied() as written:
            page.grab()
            board(page).surface.grab()
        assert {one.text for one in written} > {line for card in cards(page).values() for line in card.title_lines()}
        for text in written:
            assert text.pixels >= 9.5, text.told()
            if text.room is not None:
                assert text.place.width() <= text.room.width() + 1, text.told()
    assert page.minimumSizeHint().width() <= size[0]


@by_language
@by_look
def test_nothing_in_the_lectures_picture_is_cut_short(
    qtbot: QtBot, language: str, theme: Theme, size: tuple[int, int]
) -> None:
    page = shown(qtbot, theme, size)
    picture = page.findChild(Picture)
    assert isinstance(picture, Picture)
    with spied() as written:
        picture.grab()
    drawn = "".join(one.text for one in written).replace(" ", "")
    texts = picture._texts()
    for text in (getattr(texts, field.name) for field in fields(texts)):
        assert text.replace(" ", "") in drawn


def test_the_panel_goes_below_where_there_is_no_room_beside(qtbot: QtBot) -> None:
    page = shown(qtbot, LIGHT, (624, 320))
    area = board(page)
    panel = next(one for one in page.findChildren(QWidget) if one.accessibleName() == "What is chosen on the map")
    place = QRect(panel.mapTo(page, panel.rect().topLeft()), panel.size())
    assert place.top() >= area.mapTo(page, area.rect().bottomLeft()).y()
    assert place.left() >= 0
    assert place.right() < page.width()


def test_nothing_pops_up_while_the_map_is_used(qtbot: QtBot, page: IdeasPage) -> None:
    """A part that is shown before it has a parent is a window of its own for a moment, and takes the keyboard."""
    first = box(page, "start")
    first.setFocus()
    acts = (partial(page.choose_box, "start"), partial(page.choose_card, "maml"), partial(page.set_theme, DARK))
    for act in acts:
        act()
        QApplication.processEvents()
        assert page.isActiveWindow()
        assert QApplication.focusWidget() is first


def test_another_theme_changes_nothing_but_colours(qtbot: QtBot, page: IdeasPage) -> None:
    page.choose_box("memory")
    page.choose_card("ntm")
    before = said(page)
    page.set_theme(DARK)
    assert said(page) == before
    assert cards(page)["ntm"].isChecked()


@pytest.mark.parametrize(("key", "detail"), [("maml", "2017 · Finn et al."), ("anil", "2020 · Raghu et al.")])
def test_of_three_authors_a_card_names_the_first(page: IdeasPage, key: str, detail: str) -> None:
    assert cards(page)[key].accessibleDescription().startswith(f"{detail}. ")
