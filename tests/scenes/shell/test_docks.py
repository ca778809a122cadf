"""Docks: moved, floated, closed, kept between starts, and back to where they were."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.docks import CLOSABLE, Docks, Layout, _seal, read_layout, write_layout
from metascope.scenes.stage.host import DockName
from metascope.simulator.engine.errors import UserError
from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.window.dock_title import DockTitle
from tests.waiting import LONGEST

LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
EVERYTHING: tuple[DockName, ...] = (*CLOSABLE, "timeline")


class Toy(QMainWindow):
    """A window with docks and something in each of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setCentralWidget(QLabel("picture"))
        self.docks = Docks(self, LIGHT)
        self.resize(900, 700)

    def filled(self) -> Toy:
        for name in EVERYTHING:
            self.docks.put(name, QLabel(name))
        return self


@pytest.fixture
def toy(qtbot: QtBot) -> Iterator[Toy]:
    made = Toy().filled()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made, timeout=LONGEST):
        made.show()
    made.docks.show("everything")
    yield made
    made.close()


def visible(toy: Toy) -> set[str]:
    return {name for name in EVERYTHING if toy.docks[name].isVisibleTo(toy)}


def test_at_first_settings_runs_and_timeline_are_shown(toy: Toy) -> None:
    assert visible(toy) == {"settings", "runs", "timeline"}
    assert toy.docks["settings"] in toy.tabifiedDockWidgets(toy.docks["runs"])


def stray_tabs(window: QMainWindow) -> list[list[str]]:
    """Return the texts of the tab bars that stand in the window without any dock that is seen."""
    seen = {dock.windowTitle() for dock in window.findChildren(QDockWidget) if dock.isVisibleTo(window)}
    return [
        texts
        for bar in window.findChildren(QTabBar)
        if bar.isVisibleTo(window) and bar.geometry().intersects(window.rect())
        if not seen & set(texts := [bar.tabText(index) for index in range(bar.count())])
    ]


def test_no_tabs_stand_in_the_gallery(qtbot: QtBot) -> None:
    made = new_window(LIGHT)
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    assert stray_tabs(made) == []
    made.close()


def test_no_tabs_of_docks_that_are_hidden_are_left_in_the_window(toy: Toy) -> None:
    assert stray_tabs(toy) == []
    for mode in ("nothing", "timeline", "everything"):
        toy.docks.show(mode)
        QApplication.processEvents()
        assert stray_tabs(toy) == [], mode
    for shown in (True, False):
        for name in ("log", "compare"):
            toy.docks[name].setVisible(shown)
        QApplication.processEvents()
        assert stray_tabs(toy) == [], shown
    toy.docks["log"].show()
    toy.docks["compare"].show()
    toy.docks.show("nothing")
    QApplication.processEvents()
    assert stray_tabs(toy) == []
    toy.docks.show("everything")
    toy.docks.reset()
    QApplication.processEvents()
    assert stray_tabs(toy) == []


def test_tabs_are_there_once_however_often_the_docks_are_shown(qtbot: QtBot, toy: Toy) -> None:
    hidden: tuple[tuple[DockName, ...], ...] = (("settings",), (), ("runs", "compare"), ())
    for withheld in hidden:
        toy.docks.withhold(withheld)
        toy.docks.show("everything")
        QApplication.processEvents()
    bars = [bar for bar in toy.findChildren(QTabBar) if bar.isVisibleTo(toy) and bar.count()]
    assert [bar.count() for bar in bars if bar.geometry().intersects(toy.rect())] == [2]
    assert visible(toy) == {"settings", "runs", "timeline"}


def test_the_timeline_takes_the_whole_width_below_everything(toy: Toy) -> None:
    toy.docks["log"].show()
    QApplication.processEvents()
    timeline, log, settings = (toy.docks[name].geometry() for name in ("timeline", "log", "settings"))
    assert timeline.width() == toy.width()
    assert settings.bottom() < log.top() < log.bottom() < timeline.top()


def test_what_is_dropped_onto_the_timeline_stands_above_it(qtbot: QtBot, toy: Toy) -> None:
    timeline, runs = toy.docks["timeline"], toy.docks["runs"]
    toy.tabifyDockWidget(timeline, runs)
    assert runs in toy.tabifiedDockWidgets(timeline)
    qtbot.waitUntil(lambda: not toy.tabifiedDockWidgets(timeline), timeout=LONGEST)
    QApplication.processEvents()
    assert runs.geometry().bottom() < timeline.geometry().top()
    assert timeline.width() == toy.width()


def test_nothing_hides_every_dock_and_everything_brings_them_back(toy: Toy) -> None:
    toy.docks["settings"].close()
    toy.docks["log"].show()
    toy.docks.show("nothing")
    assert visible(toy) == set()
    toy.docks.show("everything")
    assert visible(toy) == {"runs", "log", "timeline"}


def test_the_timeline_alone_and_back(toy: Toy) -> None:
    toy.addDockWidget(LEFT, toy.docks["runs"])
    toy.docks["settings"].setFloating(True)
    toy.docks.show("timeline")
    assert visible(toy) == {"timeline"}
    toy.docks.show("everything")
    assert visible(toy) == {"settings", "runs", "timeline"}
    assert toy.dockWidgetArea(toy.docks["runs"]) is LEFT
    assert toy.docks["settings"].isFloating()


def test_a_dock_without_anything_in_it_is_not_shown_until_there_is(qtbot: QtBot) -> None:
    toy = Toy()
    qtbot.addWidget(toy)
    toy.docks.put("settings", QLabel("settings"))
    toy.show()
    toy.docks.show("everything")
    assert visible(toy) == {"settings"}
    assert not toy.docks.can_show("runs")
    toy.docks.put("runs", QLabel("runs"))
    assert visible(toy) == {"settings", "runs"}
    assert toy.docks.can_show("runs")


def test_what_is_taken_out_belongs_to_its_owner(toy: Toy) -> None:
    owner = QLabel()
    widget = toy.docks["settings"].widget()
    toy.docks.take("settings", owner)
    assert widget is not None
    assert widget.parent() is owner
    toy.docks.put("settings", QLabel("another"))
    assert visible(toy) == {"settings", "runs", "timeline"}
    owner.deleteLater()


def test_withheld_docks_are_not_shown_and_come_back(toy: Toy) -> None:
    toy.docks.withhold({"settings"})
    assert visible(toy) == {"runs", "timeline"}
    toy.docks.show("nothing")
    toy.docks.show("everything")
    assert visible(toy) == {"runs", "timeline"}
    toy.docks.withhold(())
    assert visible(toy) == {"settings", "runs", "timeline"}


def test_a_dock_that_was_closed_stays_closed_after_it_was_withheld(toy: Toy) -> None:
    toy.docks["settings"].close()
    toy.docks.withhold({"settings"})
    toy.docks.withhold(())
    assert visible(toy) == {"runs", "timeline"}


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


def kept(toy: Toy, store: QSettings) -> QSettings:
    """Keep the layout as at the end of a start, and return the store of the next one."""
    write_layout(store, toy.docks.layout_kept())
    store.sync()
    return QSettings(store.fileName(), QSettings.Format.IniFormat)


def next_start(qtbot: QtBot, store: QSettings) -> Toy:
    made = Toy()
    qtbot.addWidget(made)
    layout = read_layout(store)
    assert layout is not None
    made.docks.restore(layout)
    made.show()
    made.filled().docks.show("everything")
    return made


def test_the_layout_is_kept_between_starts(qtbot: QtBot, toy: Toy, store: QSettings) -> None:
    toy.resize(700, 560)
    toy.addDockWidget(LEFT, toy.docks["settings"])
    toy.docks["runs"].setFloating(True)
    toy.docks["log"].show()
    again = next_start(qtbot, kept(toy, store))
    assert visible(again) == {"settings", "runs", "log", "timeline"}
    assert again.dockWidgetArea(again.docks["settings"]) is LEFT
    assert again.docks["runs"].isFloating()
    assert (again.width(), again.height()) == (700, 560)
    again.close()


def test_a_layout_kept_while_the_docks_are_hidden_is_the_persons(qtbot: QtBot, toy: Toy, store: QSettings) -> None:
    toy.docks["runs"].close()
    toy.docks.show("nothing")
    again = next_start(qtbot, kept(toy, store))
    assert visible(again) == {"settings", "timeline"}
    again.close()


def test_reset_puts_everything_back(toy: Toy) -> None:
    toy.addDockWidget(LEFT, toy.docks["settings"])
    toy.docks["runs"].setFloating(True)
    toy.docks["log"].show()
    toy.docks.reset()
    assert visible(toy) == {"settings", "runs", "timeline"}
    assert toy.dockWidgetArea(toy.docks["settings"]) is Qt.DockWidgetArea.RightDockWidgetArea
    assert not toy.docks["runs"].isFloating()


@pytest.mark.parametrize(
    "value",
    [
        "no json",
        "7",
        "{}",
        json.dumps({"geometry": "", "docks": "", "sha256": ""}),
        json.dumps({"geometry": 1, "docks": 2}),
        json.dumps({"docks": "", "sha256": _seal("", "")}),
        json.dumps({"geometry": "\ud800", "docks": "", "sha256": ""}),
        json.dumps({"geometry": "?", "docks": "A", "sha256": _seal("?", "A")}),
    ],
)
def test_what_is_no_layout_is_refused(store: QSettings, value: str) -> None:
    store.setValue("window/layout", value)
    with pytest.raises(UserError):
        read_layout(store)


def test_a_layout_that_was_changed_is_refused(toy: Toy, store: QSettings) -> None:
    again = kept(toy, store)
    layout = json.loads(str(again.value("window/layout")))
    layout["docks"] = layout["docks"][:-8] + "AAAAAAA="
    again.setValue("window/layout", json.dumps(layout))
    with pytest.raises(UserError):
        read_layout(again)


@pytest.mark.parametrize("docks", [b"", b"garbage", b"\x00\x00\x00\xff" * 40])
def test_a_layout_that_qt_does_not_take_leaves_the_first_one(qtbot: QtBot, docks: bytes) -> None:
    toy = Toy()
    qtbot.addWidget(toy)
    with pytest.raises(UserError):
        toy.docks.restore(Layout(QByteArray(b"garbage"), QByteArray(docks)))
    toy.show()
    toy.filled().docks.show("everything")
    assert visible(toy) == {"settings", "runs", "timeline"}
    toy.close()


def test_the_title_floats_and_closes_its_dock(toy: Toy) -> None:
    dock = toy.docks["settings"]
    title = dock.titleBarWidget()
    assert isinstance(title, DockTitle)
    buttons = {button.objectName(): button for button in title.findChildren(QToolButton)}
    assert all(button.accessibleName() and button.toolTip() for button in buttons.values())
    before = buttons["float"].toolTip()
    buttons["float"].click()
    assert dock.isFloating()
    assert buttons["float"].toolTip() != before
    buttons["float"].click()
    assert not dock.isFloating()
    buttons["close"].click()
    assert dock.isHidden()


def test_the_titles_wear_the_theme(toy: Toy) -> None:
    title = toy.docks["settings"].titleBarWidget()
    assert title is not None
    light = title.palette().window().color().lightness()
    toy.docks.set_theme(DARK)
    assert title.palette().window().color().lightness() < light - 100


@pytest.mark.parametrize("times", [5, pytest.param(50, marks=pytest.mark.slow)])
def test_shown_hidden_floated_and_reset_again_and_again_changes_nothing(toy: Toy, times: int) -> None:
    children = len(toy.findChildren(QLabel))
    for _ in range(times):
        toy.docks["runs"].setFloating(True)
        toy.docks.show("nothing")
        toy.docks.show("everything")
        toy.docks.reset()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(toy.findChildren(QLabel)) == children
    assert visible(toy) == {"settings", "runs", "timeline"}
