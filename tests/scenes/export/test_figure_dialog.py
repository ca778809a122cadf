"""The figure's dialog shows what will be saved, of the frame on the screen, and leaves the stage as it is."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from metascope.scenes.export.figure_dialog import FigureDialog, ask_figure, told_settings
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.scenes.unseen.hidden_scene import HiddenScene
from metascope.simulator.engine.cli.languages import ENGLISH
from metascope.simulator.engine.files import presets
from metascope.widgets.form.fields import NumberBox
from metascope.widgets.language.speaking import set_language
from metascope.widgets.methods.chips import MethodChips
from tests.scenes.hands import run_steps
from tests.scenes.rest import at_rest
from tests.tiers import first_quick
from tests.waiting import LONGEST
from tests.widgets.person import named


@pytest.fixture
def dialog(qtbot: QtBot, window: Window, stage: Stage) -> Iterator[FigureDialog]:
    run_steps(qtbot, stage, 5)
    ask_figure(window, stage)
    made = window.findChild(FigureDialog)
    assert isinstance(made, FigureDialog)
    yield made
    for left in window.findChildren(FigureDialog):
        left.reject()


def shown(qtbot: QtBot, dialog: FigureDialog) -> QImage:
    """Return the preview after it came to rest."""
    qtbot.wait(200)
    return named(dialog, QLabel, "Preview").pixmap().toImage()


def test_preview_follows_what_is_chosen(qtbot: QtBot, dialog: FigureDialog) -> None:
    pictures = [shown(qtbot, dialog)]
    for name in ("First view large", "Letters (a), (b)…", "Legend of methods", "Caption"):
        named(dialog, QCheckBox, name).click()
        pictures.append(shown(qtbot, dialog))
    named(dialog, NumberBox, "Columns").setValue(1)
    pictures.append(shown(qtbot, dialog))
    named(dialog, NumberBox, "Font size").setValue(14)
    pictures.append(shown(qtbot, dialog))
    assert all(one != other for one, other in itertools.pairwise(pictures))


@pytest.mark.slow
def test_usual_pages_bring_their_size(dialog: FigureDialog) -> None:
    box = named(dialog, QComboBox, "Page")
    sizes = []
    for index in range(box.count()):
        box.setCurrentIndex(index)
        box.activated.emit(index)
        sizes.append((dialog.page().width, dialog.page().height))
    assert sizes == [(85.0, 65.0), (180.0, 120.0), (254.0, 143.0)]


@pytest.mark.slow
def test_views_are_left_out_and_moved_by_keys(dialog: FigureDialog) -> None:
    views = named(dialog, QListWidget, "Views")
    names = [view.name for view in dialog.chosen()]
    views.item(1).setCheckState(Qt.CheckState.Unchecked)
    views.setCurrentRow(3)
    QTest.keyClick(views, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [view.name for view in dialog.chosen()] == [names[0], names[3], names[2]]


@pytest.mark.parametrize("suffix", first_quick(["png", "svg", "pdf"]))
def test_figure_is_saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, dialog: FigureDialog, suffix: str) -> None:
    monkeypatch.setattr("metascope.scenes.export.figure_dialog.ask_where_to_save", lambda *_: tmp_path / f"a.{suffix}")
    named(dialog, NumberBox, "Dots per inch").setValue(100)
    dialog.save()
    data = (tmp_path / f"a.{suffix}").read_bytes()
    assert data.startswith({"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[suffix])


@pytest.mark.slow
def test_what_cannot_be_written_is_told_and_the_dialog_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, dialog: FigureDialog
) -> None:
    monkeypatch.setattr("metascope.scenes.export.figure_dialog.ask_where_to_save", lambda *_: tmp_path / "no" / "a.svg")
    dialog.save()
    assert dialog.isVisible()
    assert any("cannot be written" in label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.slow
def test_caption_tells_scenario_seed_and_meta_step(dialog: FigureDialog) -> None:
    assert dialog.page().caption == "Two tasks, one start: seed 0; meta-step 5."


def test_settings_that_differ_from_the_default_are_told_with_their_symbols() -> None:
    settings = presets.find("two-tasks").settings.replaced(inner_rate=0.03, inner_steps=4, steps=9, seed=3)
    assert told_settings(settings) == "k = 4, α = 0.03"


def test_settings_are_told_in_the_persons_language(qapp: QApplication) -> None:
    set_language(qapp, "zh_CN")
    told = told_settings(presets.find("repeat-copy").settings)
    set_language(qapp, ENGLISH)
    assert "控制器 = 前馈、" in told
    assert "feedforward" not in told


@pytest.mark.slow
def test_stage_stays_as_it_is(qtbot: QtBot, dialog: FigureDialog, stage: Stage) -> None:
    before = at_rest(qtbot, stage.scene)
    named(dialog, NumberBox, "Columns").setValue(3)
    shown(qtbot, dialog)
    assert at_rest(qtbot, stage.scene) == before


@pytest.mark.slow
def test_hidden_methods_are_not_in_the_figure(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 2)
    chips = stage.findChild(MethodChips)
    assert isinstance(chips, MethodChips)
    chips.toggle_hidden("reptile")
    ask_figure(window, stage)
    dialog = window.findChild(FigureDialog)
    assert isinstance(dialog, FigureDialog)
    assert [role for role, _ in dialog.page().methods] == ["maml", "fomaml", "pretraining"]
    dialog.reject()


@pytest.mark.slow
def test_dialog_lets_go_of_its_hidden_scene(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, window: Window, stage: Stage
) -> None:
    closed: list[HiddenScene] = []
    close = HiddenScene.close

    def noted(twin: HiddenScene) -> None:
        closed.append(twin)
        close(twin)

    monkeypatch.setattr(HiddenScene, "close", noted)
    for _ in range(3):
        ask_figure(window, stage)
        dialog = window.findChildren(FigureDialog)[-1]
        dialog.close()
    assert len({id(twin) for twin in closed}) == 3


@pytest.mark.slow
def test_pixels_of_the_preview_are_those_of_the_page(qtbot: QtBot, dialog: FigureDialog) -> None:
    image = shown(qtbot, dialog)
    assert image.width() / image.height() == pytest.approx(180 / 120, rel=0.01)
    assert np.asarray(image.constBits(), np.uint8).std() > 5


@pytest.fixture(params=first_quick(["de_DE", "en_US", "fr_FR"]))
def desktop(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.slow
def test_a_width_is_typed_with_either_mark_on_every_desktop(desktop: None, dialog: FigureDialog) -> None:
    width = named(dialog, NumberBox, "Width")
    for text in ("85,5", "86.5"):
        width.selectAll()
        QTest.keyClicks(width, text)
        QTest.keyClick(width, Qt.Key.Key_Return)
        assert dialog.page().width == float(text.replace(",", "."))


@pytest.mark.slow
def test_a_width_that_cannot_be_read_keeps_the_figure_from_being_saved(qtbot: QtBot, dialog: FigureDialog) -> None:
    width = named(dialog, NumberBox, "Width")
    width.selectAll()
    QTest.keyClicks(width, "wide")
    save = next(button for button in dialog.findChildren(QPushButton) if button.text().startswith("Save"))
    qtbot.waitUntil(lambda: not save.isEnabled(), timeout=LONGEST)
    assert width.text() == "wide mm"
    assert any("Width: must be a number" in label.text() for label in dialog.findChildren(QLabel))
