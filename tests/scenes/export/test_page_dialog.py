"""The page's dialog tells how large the page will be before it is made, and what it starts stands in the status bar."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.export.export_dialog import checked_views
from metascope.scenes.export.page_dialog import PageDialog, ask_page, is_making_page, start_page
from metascope.scenes.export.page_job import PageJob
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.errors import UserError
from metascope.widgets.form.fields import NumberBox
from metascope.widgets.language.speaking import said_in
from metascope.widgets.window.progress import JobProgress
from tests.scenes.hands import notices, open_stage, run_steps
from tests.waiting import LONGEST
from tests.widgets.person import named


def dialog_of(window: Window) -> PageDialog:
    """Ask as from the menu."""
    window.actions_["save.page"].trigger()
    return [dialog for dialog in window.findChildren(PageDialog) if dialog.isVisible()][-1]


def save_button(dialog: PageDialog) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == "Save…")


def told(dialog: PageDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def choose(dialog: QWidget, name: str, text: str) -> None:
    box = named(dialog, QComboBox, name)
    assert box.findText(text) >= 0
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def check(dialog: PageDialog, *titles: str) -> None:
    views = named(dialog, QListWidget, "Views")
    for row in range(views.count()):
        wanted = views.item(row).text() in titles
        views.item(row).setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)


@pytest.fixture
def small(qtbot: QtBot, window: Window, stage: Stage) -> PageDialog:
    """Give the dialog after nine meta-steps, set to small pictures, once it knows how large the page will be."""
    run_steps(qtbot, stage, 9)
    dialog = dialog_of(window)
    named(dialog, NumberBox, "Picture width").setValue(320)
    named(dialog, NumberBox, "Inner steps").setValue(2)
    assert not save_button(dialog).isEnabled()
    qtbot.waitUntil(save_button(dialog).isEnabled, timeout=LONGEST)
    return dialog


def test_dialog_tells_how_large_the_page_will_be(small: PageDialog) -> None:
    assert "MB: 10 meta-steps, " in told(small)
    assert "limit" not in told(small).split("MB: 10", 1)[1]
    named(small, NumberBox, "Number").setValue(4)
    assert "MB: 4 meta-steps, " in told(small)
    small.reject()


def test_options_are_what_was_chosen(small: PageDialog) -> None:
    choose(small, "Meta-steps", "Every n-th recorded")
    named(small, NumberBox, "Number").setValue(4)
    choose(small, "Pictures in", "Dark")
    choose(small, "Method", "Reptile")
    check(small, "Loss now")
    options = small.options()
    assert options.steps == (0, 4, 8, 9)
    assert (options.ticks, options.method, options.width, options.limit) == (2, "reptile", 320, 10_000_000)
    assert [theme.name for theme in options.themes] == ["dark"]
    assert options.views == ("loss_now",)
    assert "pseudo" not in options.languages
    assert options.labels == ("en",)
    small.reject()


def test_labels_are_in_the_language_that_is_spoken(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 1)
    with said_in("zh_CN"):
        dialog = dialog_of(window)
    assert dialog.options().labels == ("zh_CN",)
    dialog.reject()


@pytest.mark.slow
def test_bookmarks_can_be_chosen_where_there_are_some(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 9)
    assert named(dialog_of(window), QComboBox, "Meta-steps").findText("Bookmarks") < 0
    stage.run.recording.bookmark(3)
    dialog = dialog_of(window)
    choose(dialog, "Meta-steps", "Bookmarks")
    assert dialog.options().steps == (3,)
    for one in window.findChildren(PageDialog):
        one.reject()


def test_without_a_view_nothing_can_be_saved(small: PageDialog) -> None:
    check(small)
    assert "Check at least one view" in told(small)
    assert not save_button(small).isEnabled()
    small.reject()


@pytest.mark.slow
def test_a_number_that_cannot_be_read_is_told(small: PageDialog) -> None:
    named(small, NumberBox, "Limit").lineEdit().selectAll()
    QTest.keyClicks(named(small, NumberBox, "Limit"), "much")
    assert not save_button(small).isEnabled()
    assert "Limit: must be a number" in told(small)
    small.reject()


@pytest.mark.slow
def test_more_than_the_limit_is_told_before(qtbot: QtBot, small: PageDialog) -> None:
    named(small, NumberBox, "Limit").setValue(0.5)
    choose(small, "Pictures in", "Light and dark")
    named(small, NumberBox, "Picture width").setValue(2000)  # the sample is drawn again
    qtbot.waitUntil(save_button(small).isEnabled, timeout=LONGEST)
    assert "More than the limit of 0.5 MB" in told(small)
    options = small.options()
    assert options.limit == 500_000
    assert len(options.steps) < options.wanted == 10
    small.reject()


def test_page_is_made_and_its_progress_goes_when_it_is_there(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, window: Window, small: PageDialog
) -> None:
    path = tmp_path / "a.html"
    monkeypatch.setattr("metascope.scenes.export.page_dialog.ask_where_to_save", lambda *_: path)
    save_button(small).click()
    (job,) = window.findChildren(PageJob)
    assert is_making_page(window)
    assert window.statusBar().findChild(JobProgress) is not None
    with qtbot.waitSignal(job.finished, timeout=LONGEST):
        pass
    qtbot.waitUntil(lambda: window.statusBar().findChild(JobProgress) is None, timeout=LONGEST)
    assert not is_making_page(window)
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.slow
def test_what_was_left_out_is_told_and_stays(
    qtbot: QtBot, tmp_path: Path, window: Window, stage: Stage, small: PageDialog
) -> None:
    check(small, "Starts on the task losses")
    options = small.options()
    small.reject()
    whole = start_page(window, stage, options, tmp_path / "a.html")
    with qtbot.waitSignal(whole.finished, timeout=LONGEST) as said:
        pass
    limited = vars(options) | {"limit": round(0.75 * said.args[0].size)}
    job = start_page(window, stage, type(options)(**limited), tmp_path / "b.html")
    with qtbot.waitSignal(job.finished, timeout=LONGEST) as said:
        pass
    assert any(f"{said.args[0].steps} of 10 meta-steps fit into the limit" in notice for notice in notices(window))


@pytest.mark.slow
def test_one_page_is_made_at_a_time(
    qtbot: QtBot, tmp_path: Path, window: Window, stage: Stage, small: PageDialog
) -> None:
    options = small.options()
    small.reject()
    job = start_page(window, stage, options, tmp_path / "a.html")
    with pytest.raises(UserError, match="another web page is being made"):
        start_page(window, stage, options, tmp_path / "b.html")
    job.cancel()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_cancel_in_the_status_bar_stops_it(
    qtbot: QtBot, tmp_path: Path, window: Window, stage: Stage, small: PageDialog
) -> None:
    options = small.options()
    small.reject()
    job = start_page(window, stage, options, tmp_path / "a.html")
    progress = window.statusBar().findChild(JobProgress)
    assert isinstance(progress, JobProgress)
    with qtbot.waitSignal(job.ended, timeout=LONGEST):
        progress.cancelled.emit()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_going_back_to_the_gallery_lets_it_finish(
    qtbot: QtBot, tmp_path: Path, window: Window, stage: Stage, small: PageDialog
) -> None:
    options = small.options()
    small.reject()
    job = start_page(window, stage, options, tmp_path / "a.html")
    window.show_gallery()
    with qtbot.waitSignal(job.finished, timeout=LONGEST):
        pass
    assert [found.name for found in tmp_path.iterdir()] == ["a.html"]


@pytest.mark.slow
def test_what_cannot_be_written_is_told_in_the_window(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, window: Window, small: PageDialog
) -> None:
    monkeypatch.setattr("metascope.scenes.export.page_dialog.ask_where_to_save", lambda *_: tmp_path / "no" / "a.html")
    save_button(small).click()
    assert any("cannot be written" in notice for notice in notices(window))
    assert not is_making_page(window)
    assert window.statusBar().findChild(JobProgress) is None


@pytest.mark.slow
def test_pictures_are_exact_where_a_person_asks_for_it(qtbot: QtBot, small: PageDialog) -> None:
    assert not small.options().exact
    named(small, QCheckBox, "Exact pictures").setChecked(True)
    assert not save_button(small).isEnabled(), "the sample is drawn again"
    qtbot.waitUntil(save_button(small).isEnabled, timeout=LONGEST)
    assert small.options().exact
    small.reject()


def test_labels_that_would_be_boxes_are_told(monkeypatch: pytest.MonkeyPatch, small: PageDialog) -> None:
    monkeypatch.setattr("metascope.scenes.export.page_dialog.chinese_families", list)
    choose(small, "Labels in", "English")
    assert "No typeface" not in told(small)
    for labels in ("简体中文", "All languages"):
        choose(small, "Labels in", labels)
        assert "No typeface with Chinese characters is installed" in told(small)
    small.reject()


@pytest.mark.slow
def test_labels_are_proposed_in_the_language_that_is_spoken(window: Window, stage: Stage) -> None:
    with said_in("zh_CN"):
        dialog = PageDialog(stage, window)
        options = dialog._chosen()
    dialog.reject()
    assert options.languages[:2] == ("zh_CN", "en")
    assert options.labels == ("zh_CN",)


@pytest.mark.slow
def test_a_view_that_asks_a_person_is_not_proposed(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, "prototypes")
    run_steps(qtbot, stage, 1)
    dialog = PageDialog(stage, window)
    assert "quiz" in [view.name for view in stage.scene.views()]
    assert "quiz" not in checked_views(dialog._views)
    assert len(checked_views(dialog._views)) == 6
    dialog.reject()


def test_ask_page_needs_a_frame(window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(stage.playback), "shown", None)
    ask_page(window, stage)
    assert window.findChildren(PageDialog) == []
