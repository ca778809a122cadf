"""A window on a sweep's folder: the table that fills, filters, the response, and what is told of the folder."""

from __future__ import annotations

import shutil
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.sweeps.response_panel import ResponsePanel
from metascope.scenes.sweeps.run_table import example, kept_runs
from metascope.scenes.sweeps.sweep_window import SweepWindow
from metascope.simulator.engine.sweeps.analysis.records import Records
from metascope.simulator.engine.sweeps.analysis.row_filter import parse_filter
from metascope.simulator.engine.sweeps.folder import ROWS, SWEEP, Row
from metascope.widgets.look.theme import DARK, LIGHT
from tests.scenes.accessible import nameless
from tests.scenes.sweeps.made import METRIC, SWEEP_FILE, add, begin, plan_of, row, tell
from tests.waiting import LONGEST

PLAN = plan_of()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a sweep's folder in which 14 of 30 runs have ended, two of them failed."""
    made = begin(tmp_path / "rates", PLAN)
    add(made, [row(PLAN, index) for index in range(14)])
    tell(made)
    return made


@pytest.fixture
def window(qtbot: QtBot, folder: Path) -> Iterator[SweepWindow]:
    """Give a window that has read the folder."""
    made = SweepWindow(folder, LIGHT)
    with qtbot.waitExposed(made, timeout=LONGEST):
        made.show()
    qtbot.waitUntil(lambda: bool(made.comparison.rows), timeout=LONGEST)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def column(window: SweepWindow, name: str) -> list[object]:
    at = [heading.name for heading in window.comparison.headings].index(name)
    return [one.values[at] for one in window.comparison.rows]


def look(qtbot: QtBot, window: SweepWindow) -> None:
    with qtbot.waitSignal(window.watcher.looked, timeout=LONGEST):
        window.watcher.look()


def test_every_run_has_a_row_with_its_settings_and_what_came_of_it(window: SweepWindow) -> None:
    names = [heading.name for heading in window.comparison.headings]
    assert names[:6] == ["run", "alpha", "shots", "seed", "state", "steps"]
    assert column(window, "state").count("finished") == 12
    assert column(window, "state").count("failed") == 2
    assert column(window, "state").count("open") == 16
    assert column(window, "alpha")[:7] == [0.001] * 6 + [pytest.approx(0.00316227766)]
    assert window.table.count == "30 runs"
    assert window.state == "14 of 30 runs done, 2 of them failed. 2 in progress, about 1:15 left."


def test_the_window_has_the_title_of_the_sweep(qtbot: QtBot, tmp_path: Path) -> None:
    made = SweepWindow(begin(tmp_path / "folder", plan_of({**SWEEP_FILE, "title": "How fast?"})), LIGHT)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.windowTitle() == "Sweep folder: How fast? – Metascope", timeout=LONGEST)
    made.close()


def test_a_failed_run_says_why(window: SweepWindow) -> None:
    model = window.table.view.model
    at = [heading.name for heading in window.comparison.headings].index("state")
    failed = column(window, "state").index("failed")
    assert model.data(model.index(failed, at)) == "failed (diverged at meta-step 1: the loss is NaN)"


def test_runs_that_end_later_fill_their_rows_and_the_choice_stays(qtbot: QtBot, window: SweepWindow) -> None:
    window.table.view.table.selectRow(3)
    add(window.path, [row(PLAN, index) for index in range(14, 18)])
    look(qtbot, window)
    qtbot.waitUntil(lambda: column(window, "state").count("open") == 12, timeout=LONGEST)
    assert window.table.view.chosen() == [3]


def test_a_filter_keeps_the_rows_that_meet_it_and_nonsense_is_refused(qtbot: QtBot, window: SweepWindow) -> None:
    QTest.keyClicks(window.table.line, "alpha < 0.002 and state = finished")
    QTest.keyClick(window.table.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.table.count == "6 of 30 runs", timeout=LONGEST)
    assert set(column(window, "alpha")) == {0.001}
    window.table.line.clear()
    QTest.keyClicks(window.table.line, "alpa < 0.002")
    QTest.keyClick(window.table.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.table.problem), timeout=LONGEST)
    assert window.table.problem == "alpa: is no column; did you mean alpha?"
    window.table.line.clear()
    qtbot.waitUntil(lambda: window.table.count == "30 runs", timeout=LONGEST)
    assert window.table.problem == ""


def test_names_and_words_are_completed_at_the_cursor(qtbot: QtBot, window: SweepWindow) -> None:
    line = window.table.line
    line.setFocus()
    QTest.keyClicks(line, "test")
    assert [*window.table.completer.offered] == [METRIC]
    popup = window.table.completer.popup
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == METRIC
    assert [*window.table.completer.offered] == []
    QTest.keyClicks(line, " < 2 and state = fin")
    assert [*window.table.completer.offered] == ["finished"]
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert [*window.table.completer.offered] == []
    assert window.isVisible()  # Esc has closed the list alone
    line.setText("seed = 0 and = 0.1")
    line.setCursorPosition(13)
    QTest.keyClicks(line, "al")
    assert [*window.table.completer.offered] == ["alpha"]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Tab)
    assert line.text() == "seed = 0 and alpha= 0.1"
    assert line.cursorPosition() == 18


def test_enter_takes_no_word_that_was_not_chosen(qtbot: QtBot, window: SweepWindow) -> None:
    QTest.keyClicks(window.table.line, "state = failed and see")
    assert [*window.table.completer.offered] == ["seed"]
    QTest.keyClick(window.table.completer.popup, Qt.Key.Key_Return)
    assert window.table.line.text() == "state = failed and see"
    qtbot.waitUntil(lambda: bool(window.table.problem), timeout=LONGEST)


def test_the_example_of_a_filter_can_be_typed() -> None:
    points = [{"maml": True, "fomaml": False}, {"maml": False, "fomaml": True}]
    axes = [{"list": points, "name": "which method"}, {"setting": "alpha", "grid": [0.125, 0.5]}]
    records = Records(plan_of({**SWEEP_FILE, "axes": axes, "repeats": None}))
    assert example(records) == '"which method" = maml and maml = true'
    assert kept_runs(records, parse_filter(example(records), records.words())) == [0, 1]


def test_what_was_completed_chooses_the_rows(qtbot: QtBot, window: SweepWindow) -> None:
    QTest.keyClicks(window.table.line, "state = fail")
    QTest.keyClick(window.table.completer.popup, Qt.Key.Key_Down)
    QTest.keyClick(window.table.completer.popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.table.count == "2 of 30 runs", timeout=LONGEST)
    assert window.table.problem == ""


def test_the_response_is_drawn_over_the_first_axis_with_a_line_for_each_value_of_the_second(
    window: SweepWindow,
) -> None:
    panel = window.response
    panel.metric_box.setCurrentIndex(panel.metric_box.findData(METRIC))
    panel.chosen.emit()
    first, second = panel.lines.bands
    assert (first.label, second.label) == ("shots = 5", "shots = 10")
    assert first.x.tolist() == pytest.approx([-3.0, -2.5, -2.0])  # along a logarithmic axis
    assert first.places.tolist() == pytest.approx([0.001, 0.00316227766, 0.01])
    assert first.counts.tolist() == [3, 2, 1]
    assert panel.lines.told == "median, band: from quartile to quartile; n = 1 to 3"
    assert panel.lines.title == f"{METRIC} over alpha"


def test_methods_that_are_an_axis_are_compared_by_what_each_run_has_of_its_own(
    qtbot: QtBot,
) -> None:
    points = [{"maml": True, "fomaml": False}, {"maml": False, "fomaml": True}]
    axes = [{"setting": "alpha", "grid": [0.1, 0.2, 0.3, 0.4, 0.5]}, {"list": points, "name": "method"}]
    document = {**SWEEP_FILE, "axes": axes, "repeats": None}
    records, panel = Records(plan_of(document)), ResponsePanel(LIGHT)
    qtbot.addWidget(panel)
    numbers = {f"{key}_{steps}": 1.0 + steps for key in ("mse", "ci") for steps in (0, 10, 5)}
    for run in range(10):  # the first one alone is drawn before there is one of the other method
        method = ("maml", "fomaml")[run % 2]
        records.take([Row(run, "finished", steps=2, metrics={f"{method}.{name}": x for name, x in numbers.items()})])
        panel.show_runs(records, range(10))
        if not run:
            assert panel.metric_box.currentData() == "maml.mse_10"
    assert panel.metric_box.currentData() == "mse_10"
    assert [band.label for band in panel.lines.bands] == ["method = maml", "method = fomaml"]
    assert [band.counts.tolist() for band in panel.lines.bands] == [[1] * 5, [1] * 5]
    panel.metric_box.setCurrentIndex(panel.metric_box.findData("maml.ci_0"))
    panel.show_runs(records, range(10))
    assert panel.metric_box.currentData() == "maml.ci_0"  # a person's choice stays


def test_the_response_over_two_axes_is_a_map(window: SweepWindow) -> None:
    panel = window.response
    panel.metric_box.setCurrentIndex(panel.metric_box.findData(METRIC))
    panel.shape_box.setCurrentIndex(panel.shape_box.findData("map"))
    panel.chosen.emit()
    assert panel.view is panel.map
    assert panel.map.cells.rows == ("10", "5")
    assert panel.map.cells.columns == ("0.001", "0.00316228", "0.01")
    assert panel.map.cells.counts.tolist() == [[3, 3, 0], [3, 2, 1]]
    assert panel.map.told == "median of the runs in a cell; n = 1 to 3"


def test_a_filter_chooses_what_the_response_is_of(qtbot: QtBot, window: SweepWindow) -> None:
    QTest.keyClicks(window.table.line, "shots = 5 and seed = 0")
    QTest.keyClick(window.table.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.response.lines.bands) == 1, timeout=LONGEST)
    assert window.response.lines.bands[0].counts.tolist() == [1] * len(window.response.lines.bands[0].x)


def test_enter_opens_the_chosen_runs_that_have_ended(qtbot: QtBot, window: SweepWindow) -> None:
    table = window.table.view.table
    table.selectRow(2)
    table.setFocus()
    with qtbot.waitSignal(window.runs_chosen, timeout=LONGEST) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [[("rates, run 2", window.path / "runs" / "00002.metascope")]]
    table.selectRow(29)  # is open
    with qtbot.assertNotEmitted(window.runs_chosen):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_the_table_is_copied_with_tabs_and_saved_with_commas(qtbot: QtBot, window: SweepWindow) -> None:
    QTest.keyClick(window.table.view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 31
    assert lines[0].startswith("run\talpha\tshots\tseed\tstate\tsteps\t")
    with qtbot.waitSignal(window.table_requested, timeout=LONGEST) as asked:
        window.table.save_requested.emit()
    assert asked.args is not None
    assert asked.args[0].splitlines()[1].startswith("0,0.001,5,0,finished,2,")
    assert asked.args[1] == "rates-runs"


def test_what_this_machine_does_can_be_stopped_and_gone_on_with(qtbot: QtBot, window: SweepWindow) -> None:
    assert window.run_button.text() == "Stop"
    with qtbot.waitSignal(window.stop_requested, timeout=LONGEST):
        window.run_button.click()
    tell(window.path, doing="interrupted")
    look(qtbot, window)
    assert window.run_button.text() == "Go on"
    with qtbot.waitSignal(window.go_on_requested, timeout=LONGEST):
        window.run_button.click()
    add(window.path, [row(PLAN, index) for index in range(14, 30)])
    look(qtbot, window)
    assert not window.run_button.isVisible()


def test_what_another_machine_does_is_not_stopped_from_here(qtbot: QtBot, window: SweepWindow) -> None:
    tell(window.path, host="another")
    look(qtbot, window)
    assert window.watcher.last.alive
    assert not window.run_button.isVisible()


def test_a_runner_that_died_is_told(qtbot: QtBot, window: SweepWindow) -> None:
    tell(window.path, pid=2**22 + 1, host=socket.gethostname())
    look(qtbot, window)
    assert window.state.endswith("has died; started again, it goes on.")


@pytest.mark.parametrize(
    ("doing", "told"),
    [
        ("interrupted", "It was interrupted; started again, it goes on."),
        ("out of time", "Its time is up; started again, it goes on."),
    ],
)
def test_why_a_sweep_does_not_go_on_is_told(qtbot: QtBot, window: SweepWindow, doing: str, told: str) -> None:
    tell(window.path, doing=doing)
    look(qtbot, window)
    assert window.state.endswith(told)


def test_a_folder_that_vanishes_is_told_and_found_again(qtbot: QtBot, window: SweepWindow, tmp_path: Path) -> None:
    window.path.rename(tmp_path / "elsewhere")
    look(qtbot, window)
    assert window.problem == f"{window.path}: is not there any more; it is looked for further on"
    assert len(window.comparison.rows) == 30  # what was read stays
    (tmp_path / "elsewhere").rename(window.path)
    look(qtbot, window)
    assert window.problem == ""


def test_rows_of_something_else_are_refused_in_one_line(qtbot: QtBot, window: SweepWindow) -> None:
    with (window.path / ROWS).open("a", encoding="utf-8") as file:
        file.write('{"index": 1}\n')
    look(qtbot, window)
    assert window.problem == f"{window.path / ROWS}: line 15: must hold the rows of a sweep"
    assert len(window.problem.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{}", "must be written by a sweep of Metascope"),
        ('{"metascope_sweep_folder": 99}', "the folder's format must be 1, not 99: it is from a newer Metascope"),
        ("nonsense", "must be JSON"),
    ],
)
def test_a_foreign_folder_is_refused_in_one_line(qtbot: QtBot, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / SWEEP).write_text(text, encoding="utf-8")
    made = SweepWindow(tmp_path, LIGHT)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: bool(made.problem), timeout=LONGEST)
    assert told in made.problem
    assert len(made.problem.splitlines()) == 1
    assert made.state == "This folder cannot be shown"
    made.close()


def test_a_sweep_that_began_again_in_the_same_folder_is_shown_anew(qtbot: QtBot, window: SweepWindow) -> None:
    (window.path / ROWS).unlink()
    add(window.path, [row(PLAN, 0)])
    look(qtbot, window)
    qtbot.waitUntil(lambda: column(window, "state").count("open") == 29, timeout=LONGEST)


def test_a_thousand_runs_are_shown_within_two_seconds_of_one_core(qtbot: QtBot, tmp_path: Path) -> None:
    plan = plan_of({**SWEEP_FILE, "repeats": 100})
    folder = begin(tmp_path / "many", plan)
    add(folder, [row(plan, index) for index in range(len(plan))])
    began = time.process_time()  # of the thread that reads, too
    made = SweepWindow(folder, LIGHT)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: len(made.comparison.rows) == 1000, timeout=LONGEST)
    made.repaint()
    assert time.process_time() - began < 2.0
    made.close()


def test_nothing_looks_after_the_window_has_closed(qtbot: QtBot, window: SweepWindow, folder: Path) -> None:
    window.close()
    shutil.rmtree(folder)
    with qtbot.assertNotEmitted(window.watcher.looked, wait=1500):
        pass


def test_every_control_has_a_name_for_screen_readers(window: SweepWindow) -> None:
    assert nameless(window) == []


def test_tab_leaves_the_table(window: SweepWindow) -> None:
    table = window.table.view.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_it_is_drawn_in_the_dark_too(window: SweepWindow) -> None:
    window.set_theme(DARK)
    assert window.response.lines.theme.name == window.response.map.theme.name == "dark"
    assert window.response.lines.grab().toImage().pixelColor(2, 2).lightness() < 128
