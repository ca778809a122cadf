"""A language is spoken for a moment, whatever the window's is, and no widget is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.export.tongue import Tongue
from metascope.widgets.language.speaking import set_language, spoken
from metascope.widgets.look.translation import preset_text, translate

TITLE = "Two tasks, one start"


class Listener(QWidget):
    """Counts how often it is told that the language has changed."""

    told = 0

    def changeEvent(self, event: QEvent) -> None:
        self.told += event.type() is QEvent.Type.LanguageChange
        super().changeEvent(event)


@pytest.fixture
def app(qapp: QCoreApplication) -> Iterator[QCoreApplication]:
    yield qapp
    set_language(qapp, "en")


def test_a_language_is_spoken_for_a_moment(app: QCoreApplication) -> None:
    with Tongue("pseudo").spoken():
        assert preset_text(TITLE) == "⟦Ťŵó ťáśķś, óñé śťáŕť⟧"
    assert preset_text(TITLE) == TITLE


def test_chinese_can_be_spoken(app: QCoreApplication) -> None:
    with Tongue("zh_CN").spoken():
        assert any("\u4e00" <= character <= "\u9fff" for character in preset_text(TITLE))


def test_who_asks_what_is_spoken_hears_it(app: QCoreApplication) -> None:
    with Tongue("zh_CN").spoken():
        assert spoken() == "zh_CN"
    assert spoken() == "en"


def test_english_is_spoken_in_a_window_of_another_language(app: QCoreApplication) -> None:
    set_language(app, "pseudo")
    with Tongue("en").spoken():
        assert preset_text(TITLE) == TITLE
        assert translate("Menus", "&File") == "&File"
    assert preset_text(TITLE).startswith("⟦")


def test_what_a_catalogue_lacks_is_not_taken_from_the_windows(app: QCoreApplication) -> None:
    set_language(app, "pseudo")
    with Tongue("zh_CN").spoken():
        assert translate("NoContext", "no such text") == "no such text"
        assert "⟦" not in preset_text(TITLE)


def test_no_widget_is_told(qtbot: QtBot, app: QCoreApplication) -> None:
    widget = Listener()
    qtbot.addWidget(widget)
    widget.show()
    for _ in range(3):
        with Tongue("pseudo").spoken():
            pass
    app.processEvents()
    assert widget.told == 0
    set_language(app, "pseudo")
    app.processEvents()
    assert widget.told > 0  # as it is when the window's language changes


def test_an_error_within_ends_the_moment(app: QCoreApplication) -> None:
    with pytest.raises(ZeroDivisionError), Tongue("pseudo").spoken():
        raise ZeroDivisionError
    assert preset_text(TITLE) == TITLE
