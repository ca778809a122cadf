"""The pad hands over what networks see, for the query or the class that a person has chosen."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from metascope.widgets.draw.pad import DrawingPad, Preview
from metascope.widgets.look.combo_box import ComboBox
from tests.scenes.accessible import nameless
from tests.waiting import LONGEST
from tests.widgets.leaks import is_freed
from tests.widgets.looks import LIGHT
from tests.widgets.person import click, hold, move, named, release


def pad(qtbot: QtBot, side: int = 28) -> DrawingPad:
    made = DrawingPad(side, LIGHT)
    qtbot.addWidget(made)
    made.set_classes(["Alpha", "Beta"])
    with qtbot.waitExposed(made, timeout=LONGEST):
        made.show()
    return made


def draw(made: DrawingPad) -> None:
    hold(made.canvas, QPoint(40, 40))
    move(made.canvas, QPoint(120, 110))
    release(made.canvas, QPoint(120, 110))


def test_a_drawing_is_handed_over_as_a_query_or_a_support(qtbot: QtBot) -> None:
    made, found = pad(qtbot, 14), list[tuple[tuple[int, ...], int]]()
    made.drawn.connect(lambda picture, way: found.append((picture.shape, way)))
    use = made.findChild(QPushButton)
    assert isinstance(use, QPushButton)
    assert not use.isEnabled()
    draw(made)
    click(use, use.rect().center())
    made.set_target(1)
    made.set_side(28)
    click(use, use.rect().center())
    assert found == [((14, 14), -1), ((28, 28), 1)]


def test_the_preview_is_what_is_handed_over(qtbot: QtBot) -> None:
    made = pad(qtbot)
    preview = made.findChild(Preview)
    assert isinstance(preview, Preview)
    draw(made)
    assert preview._picture is not None
    assert np.array_equal(preview._picture, made.picture())
    assert preview.toolTip().startswith("28 by 28 pixels")


def test_buttons_undo_redo_and_clear(qtbot: QtBot) -> None:
    made = pad(qtbot)
    undo, redo, clear = (named(made, QToolButton, name) for name in ("Undo", "Redo", "Clear"))
    assert [button.isEnabled() for button in (undo, redo, clear)] == [False, False, False]
    draw(made)
    undo.click()
    assert [button.isEnabled() for button in (undo, redo, clear)] == [False, True, False]
    redo.click()
    clear.click()
    assert made.canvas.drawing.is_empty
    assert undo.isEnabled()


def test_the_width_of_strokes_is_chosen(qtbot: QtBot) -> None:
    made = pad(qtbot)
    before, box = made.canvas.width_of_strokes, named(made, ComboBox, "Width of strokes")
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert made.canvas.width_of_strokes > before


def test_the_target_stays_where_the_classes_change(qtbot: QtBot) -> None:
    made = pad(qtbot)
    made.set_target(1)
    made.set_classes(["Gamma", "Delta", "Epsilon"])
    box = named(made, ComboBox, "What the drawing becomes")
    assert box.currentData() == 1
    assert box.currentText() == "Support of B (Delta)"
    made.set_classes(["Zeta"])
    assert box.currentData() == -1


def test_what_cannot_be_read_is_said_below_the_canvas_until_the_next_stroke(qtbot: QtBot) -> None:
    made, told = pad(qtbot), list[str]()
    made.refused.connect(told.append)
    made.canvas.refused.emit("no picture")
    assert told == ["no picture"]
    assert made._note.isVisible()
    draw(made)
    assert not made._note.isVisible()


def test_every_control_has_a_name_and_takes_the_keyboard(qtbot: QtBot) -> None:
    made = pad(qtbot)
    assert nameless(made) == []
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in made.findChildren(QToolButton))


def test_the_pad_is_freed(qtbot: QtBot) -> None:
    assert is_freed(lambda: DrawingPad(28, LIGHT))
