"""What a file says is shown as it is written: markup in its texts, or in its name, is never drawn as rich text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Text
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.export.figure_dialog import FigureDialog, ask_figure
from metascope.scenes.files.recovery_dialog import ask_recovery
from metascope.scenes.files.slots import Slot, SlotRun
from metascope.scenes.shell import dialogs
from metascope.scenes.shell.window import Window
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.session import save
from metascope.simulator.engine.files.weights import WeightsInfo, dump
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.methods.chips import MethodChips
from metascope.widgets.window.cards import Card
from metascope.widgets.window.palette import Palette
from metascope.widgets.window.picture_loader import PictureLoader
from tests.scenes.hands import notices, run_steps, settle, the_stage
from tests.scenes.visible_texts import widget_texts
from tests.tiers import first_quick
from tests.waiting import LONGEST, SECONDS

MARKUP = "<b>bold</b> &lt; <i>slanted</i>"
NAME = "<b>bold<b>&lt;"  # of a file: a slash would end it


def shown(inside: QWidget) -> Iterator[str]:
    """Return what a person reads in a widget, with its tooltips, as Qt draws it."""
    for where, text in widget_texts(inside):
        yield drawn(text) if where.endswith("oolTip") else text
    for label in inside.findChildren(QLabel):
        rich = label.textFormat() in (Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText)
        auto = label.textFormat() is Qt.TextFormat.AutoText and Text.mightBeRichText(label.text())
        assert not rich, label
        assert not auto, label.text()


def drawn(text: str) -> str:
    """Return what Qt draws of a tooltip."""
    if not Text.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def named_file(folder: Path, **changes: object) -> Path:
    document = json.loads(presets.dumps(presets.find("two-tasks")))
    path = folder / f"{NAME}.json"
    path.write_text(json.dumps({**document, "title": MARKUP, "description": f"Told: {MARKUP}", **changes}))
    return path


def opened(qtbot: QtBot, window: Window, path: Path) -> None:
    assert window.open_path(path)
    stage = the_stage(window)
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    settle()


@pytest.mark.parametrize(
    "text", [MARKUP, "<img src='a.png'>", "<?xml version='1.0'?>", "<!doctype html>", "a\n<b>b</b>", "1 < 2 &amp; 3"]
)
def test_a_tooltip_is_drawn_as_it_is_written(text: str) -> None:
    assert drawn(plain_tip(text)) == text


def test_a_tooltip_without_markup_is_left_as_it_is() -> None:
    assert plain_tip("loss < 0.1, two\nlines") == "loss < 0.1, two\nlines"


def test_a_card_and_a_chip_show_what_is_written(qtbot: QtBot) -> None:
    card = Card("name", MARKUP, MARKUP, MARKUP, LIGHT, PictureLoader())
    chips = MethodChips([("maml", MARKUP)], LIGHT)
    for widget in (card, chips):
        qtbot.addWidget(widget)
        tips = [text for where, text in widget_texts(widget) if where.endswith("toolTip")]
        assert tips
        assert all(MARKUP in drawn(text) for text in tips)


def test_texts_of_a_scenario_are_shown_as_they_are_written(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    opened(qtbot, window, named_file(tmp_path))
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()  # the recent files are listed then
    found = list(shown(window))
    assert window.windowTitle().startswith(MARKUP)
    assert f"Told: {MARKUP}" in found
    qtbot.waitUntil(
        lambda: any(f"On the stage: {MARKUP}" in text for text in shown(window)), timeout=LONGEST
    )  # the log
    assert any(text == str(tmp_path / f"{NAME}.json") for text in found)  # tooltip of the recent file


REFUSED: dict[str, Callable[[Path], Path]] = {
    "scenario": lambda folder: named_file(folder, story=MARKUP),
    "setting": lambda folder: named_file(folder, settings={MARKUP: 1}),
    "name": lambda folder: folder / NAME,
}


@pytest.mark.parametrize("case", first_quick(REFUSED))
def test_a_notice_shows_what_is_written(qtbot: QtBot, window: Window, tmp_path: Path, case: str) -> None:
    path = REFUSED[case](tmp_path)
    assert not window.open_path(path)
    (said,) = notices(window)
    assert NAME in said
    assert case == "name" or MARKUP in said
    assert said in list(shown(window))


def weights_file(folder: Path, tensors: dict[str, torch.Tensor], **metadata: str) -> Path:
    """Write weights of two tasks with other metadata into a file with markup in its name."""
    path, settings = folder / f"{NAME}.safetensors", presets.find("two-tasks").settings
    data = dump(tensors, WeightsInfo("landscapes", settings, 3, 0))
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    header["__metadata__"].update(metadata)
    text = json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + data[8 + size :])
    return path


PHI = torch.zeros(1, 1, dtype=torch.float64)
LEARNED = {f"{method}.phi": PHI for method in ("pretraining", "maml", "fomaml", "reptile")}
METADATA: dict[str, tuple[dict[str, torch.Tensor], dict[str, str], str]] = {  # tensors, metadata, what is read of them
    "story": (LEARNED, {"story": MARKUP}, MARKUP),
    "step": (LEARNED, {"step": MARKUP}, MARKUP),
    "format": (LEARNED, {"metascope_format": MARKUP}, MARKUP),
    "setting": (LEARNED, {"settings": json.dumps({MARKUP: 1})}, MARKUP),
    "value": (LEARNED, {"settings": json.dumps({"family": MARKUP})}, MARKUP),
    "unknown": ({**LEARNED, MARKUP: PHI}, {}, MARKUP),  # found when the simulation is built
}


@pytest.mark.parametrize("case", first_quick(METADATA))
def test_metadata_of_weights_are_told_as_they_are_written(
    qtbot: QtBot, window: Window, tmp_path: Path, case: str
) -> None:
    tensors, metadata, wanted = METADATA[case]
    window.open_path(weights_file(tmp_path, tensors, **metadata))
    qtbot.waitUntil(lambda: bool(notices(window)), timeout=LONGEST)
    (said,) = notices(window)
    assert NAME in said
    assert wanted in said
    assert said in list(shown(window))


@pytest.mark.slow
def test_weights_that_open_show_what_is_written(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = weights_file(tmp_path, LEARNED, metascope=MARKUP, torch=MARKUP, more=MARKUP)
    assert window.open_path(path)
    assert any(text == f"Opening {NAME}.safetensors" for text in shown(window))  # while it is built
    qtbot.waitUntil(lambda: window.stage is not None, timeout=LONGEST)
    qtbot.waitUntil(lambda: the_stage(window).playback.shown is not None, timeout=LONGEST)
    settle()
    title = f"Weights of {NAME}.safetensors"
    assert window.windowTitle().startswith(title)
    found = list(shown(window))
    assert any(f"On the stage: {title}" in text for text in found)
    assert any(text == f"Opened {path}" or text.endswith(f"Opened {path}") for text in "\n".join(found).splitlines())
    assert title in list(shown(window.desk.view))
    window.desk.show_compare()
    window.desk.branches.ask(0)
    ask_figure(window, the_stage(window))
    figure = window.findChild(FigureDialog)
    assert isinstance(figure, FigureDialog)
    assert figure.page().caption.startswith(title)
    assert any(title in text for text in shown(window.desk.compare))
    list(shown(window))
    for dialog in window.findChildren(QDialog):
        dialog.close()


@pytest.mark.slow
def test_a_session_shows_what_is_written(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    opened(qtbot, window, named_file(tmp_path))
    run_steps(qtbot, the_stage(window), 2)
    run, path = the_stage(window).run, tmp_path / f"{NAME}.metascope"
    save(path, run.head(MARKUP), run.runner.snapshot(SECONDS))
    opened(qtbot, window, path)
    assert the_stage(window).run is not run
    assert window.windowTitle().startswith(MARKUP)
    assert f"Told: {MARKUP}" in list(shown(window))


@pytest.mark.slow
def test_dialogs_show_what_is_written(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    opened(qtbot, window, named_file(tmp_path))
    window.desk.view.renamed.emit(window.desk.tree.nodes[0].key, MARKUP)
    ask_figure(window, the_stage(window))
    window.desk.view._ask_to_delete(window.desk.view._rows[0])
    window.desk.branches.ask(0)
    window.report(MARKUP, MARKUP)
    dialogs.show_palette(window)
    figure = window.findChild(FigureDialog)
    assert isinstance(figure, FigureDialog)
    assert figure.page().caption.startswith(MARKUP)
    palette, question = window.findChild(Palette), window.findChild(QMessageBox)
    assert isinstance(palette, Palette)
    assert isinstance(question, QMessageBox)
    palette.search("bold")
    assert any(f"{NAME}.json" in text for text in shown(palette))
    assert any(MARKUP in text for text in shown(question))
    assert any(MARKUP in text for text in shown(window.desk.view))
    model = window.desk.view._model
    tips = [model.index(0, column).data(Qt.ItemDataRole.ToolTipRole) for column in (0, 2)]
    assert all(MARKUP in drawn(text) for text in tips)
    list(shown(window))
    for dialog in window.findChildren(QDialog):
        dialog.close()


def test_the_question_after_a_crash_shows_what_is_written(window: Window, tmp_path: Path) -> None:
    slot = Slot(tmp_path / "slot-a")
    slot.path(0).write_bytes(b"")
    slot.write_index([SlotRun(key=0, name=MARKUP, step=3)])
    box = ask_recovery(window, [slot], lambda _: None)
    assert any(MARKUP in text for text in shown(box))
    box.close()
