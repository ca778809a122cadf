"""Every text has its room, in each language, both themes and sizes of type; the window fits a small screen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.cli.languages import ENGLISH, NAMES
from metascope.simulator.engine.files import presets
from metascope.widgets.clock.breakpoints import BreakpointsButton
from metascope.widgets.language.speaking import set_language
from metascope.widgets.look.translation import translate
from metascope.widgets.views.pages import Pages
from metascope.widgets.window.notice import ErrorDialog
from tests.contracts.runs import STORIES, kinds, light, scenarios, with_data, with_their_data
from tests.scenes.hands import open_stage, run_steps, the_stage
from tests.scenes.room import short_of_room
from tests.scenes.test_pseudo_translation import DIALOGS
from tests.tiers import first_quick
from tests.waiting import LONGEST, SECONDS
from tests.widgets.person import named

SIZE = (1280, 800)
SMALL = (853, 430)  # 1280x720 at 150 %, without the title bar and the desktop's panel
HALF = (640, 800)  # half of a screen
LOOKS = (("light", False), ("dark", True))
FIRST = "quadratics"  # a scenario with views of every kind
EVERYWHERE = os.environ.get("METASCOPE_ROOM") == "all"  # every scenario, in every look, before training too
MEASURED = with_their_data() if EVERYWHERE else kinds()
SCENARIOS = sorted({preset.name for preset in MEASURED}, key=lambda name: (name != FIRST, name))
FIRST_OF_EACH = [scenarios(story)[0].name for story in STORIES]
STEPS = 3  # meta-steps
DOUBLE = "QT_SCALE_FACTOR"  # by which everything is drawn larger, as on a screen at 200 %
DOUBLED = (f"scenario and {FIRST}", "gallery", "docks", "PreferencesDialog", "FigureDialog")  # the widest ones
by_language = pytest.mark.parametrize("language", first_quick(NAMES, len(NAMES)), indirect=True)


@pytest.fixture
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The language of the window, English where a test names none."""
    spoken = getattr(request, "param", ENGLISH)
    set_language(qapp, spoken)
    yield spoken
    set_language(qapp, ENGLISH)


@pytest.fixture
def window(language: str, window: Window) -> Window:
    """Give a window on the gallery in this language."""
    return window


def settled(qtbot: QtBot, window: Window, size: tuple[int, int] = SIZE) -> None:
    """Wait until the window has this size and everything in it has its place."""

    def fits() -> bool:
        window.resize(*size)
        return (window.width(), window.height()) == size

    qtbot.waitUntil(fits, timeout=LONGEST)
    for _ in range(5):
        qtbot.wait(10)


def lacking(qtbot: QtBot, window: QWidget) -> list[str]:
    """Return what has too little room for longer than the layout needs."""
    found: list[str] = []
    for _ in range(40):
        found = short_of_room(window)
        if not found:
            break
        qtbot.wait(50)
    return found


def pages_shown(window: QWidget) -> Iterator[int]:
    """Show the first page everywhere, then the second ones, and so on."""
    pages = window.findChildren(Pages)
    for index in range(max((len(one.pages()) for one in pages), default=1)):
        for one in pages:
            button = one._group.button(index)
            if button is not None and not button.isHidden():
                one.show_page(index)
        yield index


def in_every_look(
    qtbot: QtBot, window: Window, looks: Iterable[tuple[str, bool]] = LOOKS
) -> dict[tuple[object, ...], list[str]]:
    """Return what has too little room in each look and on each page, as far as anything has."""
    found: dict[tuple[object, ...], list[str]] = {}
    for theme, larger in looks:
        window.prefer(theme=theme, larger_type=larger)
        settled(qtbot, window)
        for page in pages_shown(window):
            QApplication.processEvents()
            if lacks := lacking(qtbot, window):
                found[theme, larger, page] = lacks
    return found


def told() -> list[tuple[str, str]]:
    """Return scenarios, each with a language: in English all kinds of tasks, in the others one of each story."""
    first = {presets.find(name).story: name for name in reversed(SCENARIOS)}
    return [
        (name, language)
        for name, language in product(SCENARIOS, NAMES)
        if EVERYWHERE or language == ENGLISH or name in first.values()
    ]


@pytest.mark.parametrize(("name", "language"), first_quick(told(), len(NAMES)), indirect=["language"])
def test_every_text_of_a_scenario_has_room(qtbot: QtBot, window: Window, name: str) -> None:
    looks = LOOKS if EVERYWHERE else LOOKS[1:]  # with larger type, which needs the most
    preset = with_data(presets.find(name))
    trains = preset.settings.trains
    if not trains or EVERYWHERE:
        open_stage(qtbot, window, preset).show_controls(None)
        assert in_every_look(qtbot, window, looks) == {}
    if trains:
        stage = open_stage(qtbot, window, light(preset))
        run_steps(qtbot, stage, STEPS)
        stage.show_controls(None)
        assert in_every_look(qtbot, window, looks) == {}


@by_language
def test_every_text_of_the_gallery_has_room(qtbot: QtBot, window: Window) -> None:
    assert in_every_look(qtbot, window) == {}


@by_language
@pytest.mark.slow
def test_every_text_of_the_docks_has_room(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, STEPS)
    window.desk.branches.continue_from(2)
    qtbot.waitUntil(lambda: len(window.desk.tree.nodes) == 2, timeout=LONGEST)
    for larger in (False, True):
        window.prefer(larger_type=larger)
        for name in ("runs", "compare", "log", "settings"):
            window.docks[name].show()
            window.docks[name].raise_()
            settled(qtbot, window)
            assert lacking(qtbot, window) == [], (name, larger)


@by_language
@pytest.mark.slow
@pytest.mark.parametrize("kind", DIALOGS)
def test_every_text_of_a_dialog_has_room(qtbot: QtBot, window: Window, stage: Stage, kind: type[QWidget]) -> None:
    run_steps(qtbot, stage, 10)
    for larger in (False, True) if kind is not ErrorDialog else (True,):  # it tells the same error once
        window.prefer(larger_type=larger)
        DIALOGS[kind](window, stage)
        dialog = next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())
        found = lacking(qtbot, dialog)
        dialog.close()
        assert found == [], larger


@by_language
@pytest.mark.slow
def test_every_text_of_the_breakpoints_has_room(qtbot: QtBot, window: Window, stage: Stage) -> None:
    window.prefer(larger_type=True)
    button = window.findChild(BreakpointsButton)
    assert isinstance(button, BreakpointsButton)
    button.popup.show()
    found = lacking(qtbot, button.popup)
    button.popup.hide()
    assert found == []


@pytest.mark.slow
@pytest.mark.skipif(DOUBLE in os.environ, reason="everything is at 200 % already")
def test_every_text_has_room_at_200_percent() -> None:
    what = " or ".join(f"({one})" for one in DOUBLED)
    chosen = ("-m", "slow or not slow", "-k", f"has_room and not percent and ({what})")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__, *chosen],
        env={**os.environ, DOUBLE: "2"},
        capture_output=True,
        text=True,
        timeout=20 * SECONDS,
    )
    assert (ran.returncode, f"{len(NAMES) * len(DOUBLED)} passed" in ran.stdout) == (0, True), ran.stdout


# Small screens


def on_small_screens() -> list[tuple[str, str, tuple[int, int]]]:
    """Return stories' first scenarios, each with languages and sizes: the first with all, the others in turn."""
    return [
        (name, language, size)
        for place, (name, size) in enumerate(product(FIRST_OF_EACH, (SMALL, HALF)))
        for turn, language in enumerate(NAMES)
        if EVERYWHERE or name == FIRST_OF_EACH[0] or turn == (place + place // 2) % len(NAMES)
    ]


@pytest.mark.parametrize(
    ("name", "language", "size"), first_quick(on_small_screens(), 2 * len(NAMES)), indirect=["language"]
)
def test_the_window_fits_a_small_screen_and_can_be_used_there(
    qtbot: QtBot, window: Window, name: str, size: tuple[int, int]
) -> None:
    stage = open_stage(qtbot, window, light(presets.find(name)))
    for larger in (False, True):
        window.prefer(larger_type=larger)
        settled(qtbot, window, size)
        least = window.minimumSizeHint()
        assert least.width() <= HALF[0]
        assert least.height() <= SMALL[1]
        assert inside(window, named(stage.timeline, QToolButton, translate("OuterClock", "Train (Space)")))
        picture = seen(window, stage.scene.views()[0])
        assert picture.width() >= 200
        assert picture.height() >= 100


def inside(window: Window, widget: QWidget) -> bool:
    """Return whether all of a widget is seen in the window."""
    return seen(window, widget) == on(window, widget)


def seen(window: Window, widget: QWidget) -> QRect:
    """Return the part of a widget that lies within all that it stands in."""
    rect = on(window, widget)
    at = widget
    while at is not window and (parent := at.parentWidget()) is not None:
        rect, at = rect.intersected(on(window, parent)), parent
    return rect


def on(window: Window, widget: QWidget) -> QRect:
    """Return where a widget lies in the window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def test_docks_at_the_sides_fold_away_in_a_narrow_window(qtbot: QtBot, window: Window, stage: Stage) -> None:
    settled(qtbot, window)
    assert stage.form.isVisible()
    settled(qtbot, window, HALF)
    assert not stage.form.isVisible()
    window.docks["settings"].show()
    qtbot.waitUntil(stage.form.isVisible, timeout=LONGEST)
    assert window.width() == HALF[0]
    window.docks["settings"].hide()
    settled(qtbot, window)
    qtbot.waitUntil(stage.form.isVisible, timeout=LONGEST)


def test_a_layout_that_is_kept_in_a_narrow_window_has_its_docks_in_a_wide_one(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window)
    settled(qtbot, window, HALF)
    window.show_gallery()
    open_stage(qtbot, window)
    assert not the_stage(window).form.isVisible()
    kept = window.docks.layout_kept()
    settled(qtbot, window)
    window.docks.restore(kept)
    settled(qtbot, window)
    assert stage is not the_stage(window)
    assert the_stage(window).form.isVisible()


# What the measuring sees


class Painted(QWidget):
    """A text drawn into a room of this width."""

    def __init__(self, text: str, width: float, scale: float = 1.0) -> None:
        super().__init__()
        self.text, self.width_given, self.scale = text, width, scale
        self.resize(300, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        with QPainter(self) as painter:
            painter.scale(self.scale, self.scale)
            painter.drawText(QRectF(0, 0, self.width_given, 30), Qt.AlignmentFlag.AlignLeft, self.text)


def beside(*widgets: QWidget) -> QWidget:
    around = QWidget()
    row = QHBoxLayout(around)
    for widget in widgets:
        row.addWidget(widget)
    return around


def narrow(widget: QWidget) -> QWidget:
    widget.setFixedWidth(40)
    return widget


class Crossing(QWidget):
    """Two texts over each other."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        with QPainter(self) as painter:
            painter.drawText(QPointF(10, 20), "one")
            painter.drawText(QPointF(14, 22), "other")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: beside(narrow(QLabel("a long label in a narrow place"))), "needs"),
        (lambda: beside(narrow(QPushButton("a long button"))), "needs"),
        (lambda: beside(narrow(QCheckBox("a long check box"))), "needs"),
        (lambda: Painted("a long text in a narrow room", 40), "needs"),
        (lambda: Painted("small", 300, 0.5), "high"),
        (Crossing, "lies over"),
    ],
)
def test_what_has_too_little_room_is_found(qtbot: QtBot, made: Callable[[], QWidget], said: str) -> None:
    widget = made()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget, timeout=LONGEST):
        widget.show()
    assert said in " ".join(short_of_room(widget))


def test_what_has_room_or_tells_all_of_it_in_its_tip_is_not(qtbot: QtBot) -> None:
    told, wrapped = narrow(QLabel("a long label in a narrow place")), QLabel("some words that wrap")
    told.setToolTip("a long label in a narrow place")
    wrapped.setWordWrap(True)
    widget = beside(told, wrapped, QPushButton("OK"), Painted("short", 100))
    qtbot.addWidget(widget)
    widget.resize(700, 100)
    with qtbot.waitExposed(widget, timeout=LONGEST):
        widget.show()
    assert short_of_room(widget) == []
