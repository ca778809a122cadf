"""The table of runs has the numbers of their metrics."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.desk.compare import Last, comparison, last_values, save_comparison
from metascope.scenes.desk.run_rows import RunRows
from metascope.scenes.desk.run_tree import RunTree
from metascope.simulator.engine.cli.languages import ENGLISH
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.story import all_stories
from metascope.widgets.language.speaking import set_language
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.look.translation import choice_text, setting_text
from metascope.widgets.runs.compare_view import CompareModel, Comparison, Row
from tests.scenes.recorded import recorded


@pytest.fixture
def tree() -> RunTree:
    """Give two runs that differ, and a group of three."""
    made = RunTree()
    root = made.add(recorded(), "first")
    made.add_branch(recorded(inner_rate=0.3, steps=5), "branch", root, 2)
    group = made.add_group("noisy")
    for seed in range(3):
        made.add(recorded(noise=0.3, seed=seed), f"seed {seed}", group)
    return made


def named(table: Comparison) -> dict[str, dict[str, object]]:
    headings = [heading.name for heading in table.headings]
    return {str(row.values[0]): dict(zip(headings, row.values, strict=True)) for row in table.rows}


def group_row(table: Comparison) -> Row:
    return next(row for row in table.rows if row.spread)


def test_settings_that_differ_come_first_then_the_step_and_all_metrics(tree: RunTree) -> None:
    table = comparison(tree)
    headings = [heading.name for heading in table.headings]
    place = headings.index("step")
    assert headings[0] == "run"
    assert set(headings[1:place]) == {"seed", "inner_rate", "noise"}
    assert set(headings[place + 1 :]) == set(tree.nodes[0].run.recording.metrics.names)


def test_a_settings_choices_and_switches_read_as_in_the_form(qapp: QApplication) -> None:
    made = RunTree()
    made.add(recorded(outer_optimizer="sgd"), "one")
    made.add(recorded(outer_optimizer="adam"), "other")
    set_language(qapp, "zh_CN")
    try:
        heading = next(one for one in comparison(made).headings if one.name == "outer_optimizer")
        assert heading.choices["sgd"] == choice_text("sgd")
    finally:
        set_language(qapp, ENGLISH)
    assert [row.values[1] for row in comparison(made).rows] == ["sgd", "adam"]


def test_settings_are_headed_in_the_persons_words_and_named_in_the_tooltip_and_in_files(
    qapp: QApplication, tree: RunTree
) -> None:
    model = CompareModel(LIGHT)
    model.set(comparison(tree))
    place = [heading.name for heading in model.comparison.headings].index("inner_rate")
    across = Qt.Orientation.Horizontal
    assert model.headerData(place, across) == "Inner learning rate"
    assert "inner_rate" in model.headerData(place, across, Qt.ItemDataRole.ToolTipRole)
    assert "inner_rate" in model.comparison.written().splitlines()[0].split(",")
    set_language(qapp, "zh_CN")
    try:
        model.set(comparison(tree))
        assert model.headerData(place, across) == setting_text("Inner learning rate") != "Inner learning rate"
        assert "inner_rate" in model.comparison.written().splitlines()[0].split(",")
        assert RunRows(tree).rows(None)[1].differs == f"{setting_text('Inner learning rate')} 0.3"
        assert RunRows(tree).rows(None)[1].also == "inner_rate 0.3"
    finally:
        set_language(qapp, ENGLISH)


def test_values_are_the_last_ones_measured(tree: RunTree) -> None:
    rows = named(comparison(tree))
    for node in tree.nodes:
        metrics = node.run.recording.metrics
        assert rows[node.name]["step"] == metrics.last_step
        for name in metrics.names:
            assert rows[node.name][name] == metrics.series(name)[1][-1]
        assert rows[node.name]["inner_rate"] == node.run.settings_now.model_dump()["inner_rate"]


def test_a_metric_measured_now_and_then_counts_as_it_was_last() -> None:
    metrics = Metrics()
    for step in range(6):
        metrics.append(step, {"loss": float(step)} | ({"test": 10.0 * step} if step % 4 == 0 else {}))
    assert last_values(metrics) == {"loss": Last(5, 5.0, False), "test": Last(4, 40.0, False)}


def test_a_metric_that_was_due_again_is_missing_and_says_when_it_was_last_measured() -> None:
    metrics = Metrics()
    for step in range(9):
        tested = {"a.test": 1.0, "b.test": 2.0} if step == 0 else {"a.test": 1.0} if step % 4 == 0 else {}
        metrics.append(step, {"loss": 1.0, **({"angle": 3.0} if step < 6 else {}), **tested})
    missing = {name: last.step for name, last in last_values(metrics).items() if last.missing}
    assert missing == {"angle": 5, "b.test": 0}


def test_the_table_shows_a_missing_metric_as_missing_and_an_older_one_with_its_step(tree: RunTree) -> None:
    metrics = tree.nodes[0].run.recording.metrics
    last = metrics.last_step
    metrics.append(last - 0, {"maml.loss_after": 1.0, "maml.loss_now": 1.0})  # the others are missing at the end
    table = comparison(tree)
    row = next(row for row in table.rows if row.values[0] == "first")
    place = [heading.name for heading in table.headings].index("fomaml.loss_after")
    assert row.values[place] is None
    assert row.notes[place] == f"(last at {last - 1})"
    assert row.notes[place - 1] == row.notes[0] == ""
    model = CompareModel(LIGHT)
    model.set(table)
    assert model.data(model.index(table.rows.index(row), place)) == f"– (last at {last - 1})"


def test_a_group_has_a_row_of_medians_with_quartiles(tree: RunTree) -> None:
    table = comparison(tree)
    row, headings = group_row(table), [heading.name for heading in table.headings]
    assert row.values[0] == "noisy: median (n = 3)"
    assert row.values[headings.index("seed")] is None
    assert row.values[headings.index("noise")] == 0.3
    last = [run.run.recording.metrics.column("maml.loss_after")[-1] for run in tree.nodes[2:]]
    place = headings.index("maml.loss_after")
    assert row.values[place] == np.median(last)
    low, high = (float(part.replace("−", "-")) for part in row.spread[place].strip("()").split(" – "))
    assert [low, high] == pytest.approx(np.quantile(last, (0.25, 0.75)), rel=0.01, abs=1e-6)


def test_the_best_is_what_the_story_aims_at(tree: RunTree) -> None:
    goals = all_stories()["landscapes"].goals
    for heading in comparison(tree).headings:
        assert heading.goal == goals.get(heading.name.rpartition(".")[2])


def test_metrics_with_an_aim_come_first(tree: RunTree) -> None:
    table = comparison(tree)
    metrics = table.headings[[heading.name for heading in table.headings].index("step") + 1 :]
    aimed = [heading.goal is not None for heading in metrics]
    assert aimed == sorted(aimed, reverse=True)
    assert any(aimed)


def test_hidden_runs_are_left_out(tree: RunTree) -> None:
    tree.set_hidden(tree.nodes[1].key, True)
    assert "branch" not in named(comparison(tree))


def test_an_empty_tree_has_an_empty_table() -> None:
    assert comparison(RunTree()).rows == ()


class Asked:
    """A person who names a file, and what they are told."""

    def __init__(self, path: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
        self.told: list[UserError] = []
        monkeypatch.setattr("metascope.scenes.desk.compare.ask_where_to_save", lambda *_: path)

    def save(self, qtbot: QtBot, table: Comparison) -> None:
        parent = QWidget()
        qtbot.addWidget(parent)
        save_comparison(table, parent, self.told.append)


def test_the_table_is_saved_as_it_is_shown(
    qtbot: QtBot, tree: RunTree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, table = Asked(tmp_path / "runs.csv", monkeypatch), comparison(tree)
    asked.save(qtbot, table)
    assert (tmp_path / "runs.csv").read_text() == table.written()
    assert asked.told == []


def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, tree: RunTree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "nowhere" / "runs.csv"
    asked = Asked(path, monkeypatch)
    asked.save(qtbot, comparison(tree))
    assert str(path) in str(asked.told[0])


def test_nothing_is_saved_where_a_person_changes_their_mind(
    qtbot: QtBot, tree: RunTree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Asked(None, monkeypatch).save(qtbot, comparison(tree))
    assert list(tmp_path.iterdir()) == []
