"""The scene of the memory-augmented network: its pictures have the frame's numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from metascope.scenes.scene import Scene
from metascope.scenes.stories.mann.accuracy import AccuracyView
from metascope.scenes.stories.mann.episode import DISTURBED, FEW, EpisodeView
from metascope.scenes.stories.mann.learning import instances
from metascope.scenes.stories.mann.weights import WeightsView, class_tints, written
from metascope.scenes.views.learning_curves import LearningView
from metascope.scenes.views.memory_matrix import ADDED, ERASED, TOUCHED, MemoryView
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.stories.mann import lens
from tests.scenes.stories.looks import DARK, LIGHT
from tests.scenes.stories.mann_frames import frame
from tests.scenes.stories.mann_hands import LAST, NOW, SMALL, draw, on_screen, outlined, verdict, view_of
from tests.scenes.stories.ntm_hands import choose, click, told
from tests.tiers import first_quick
from tests.widgets.person import named

PAPERS = SMALL.replaced(classes=5, images=10)


@pytest.fixture
def scene(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Scene]:
    """Give the scene of a small network, or of other settings where a test asks for them."""
    with on_screen(getattr(request, "param", SMALL)) as made:
        yield made


def test_the_network_of_these_tests_remembers_and_finds_by_what_was_told() -> None:
    shown = frame(SMALL)
    later = shown.shown.instances > 1
    assert (shown.answers.argmax(1) == shown.shown.labels)[later].all()
    assert shown.right[0] > frame(SMALL, 0).right[0]
    shares, labels = lens.sources(shown).mean(1), shown.shown.labels
    for t in np.flatnonzero(later).tolist():
        told_of = [s for s in range(1, t + 1) if labels[s - 1] == labels[t]]
        assert shares[t, told_of].sum() > 0.8


def test_the_episode_tells_pictures_answers_and_what_is_read(scene: Scene) -> None:
    shown = frame(SMALL)
    draw(scene, shown)
    table = view_of(scene, EpisodeView).table()
    assert table["class"].tolist() == ["ABC"[label] for label in shown.shown.labels]
    assert table["mann.answer"].tolist() == (shown.answers.argmax(1) + 1).tolist()
    np.testing.assert_array_equal(table["lstm.probability_of_label"], shown.rival[range(LAST), shown.shown.labels])
    np.testing.assert_array_equal(table["sources.share"], lens.sources(shown)[NOW - 1].mean(0))


def test_filled_marks_are_right_answers(scene: Scene) -> None:
    for step in (0, 40):
        shown = frame(SMALL, step)
        draw(scene, shown)
        for role, right in zip(("mann", "lstm"), shown.right, strict=True):
            found = verdict(scene, role)
            assert found is not None
            assert found.right.sum() == right
    assert dict(scene.notes(shown)) == {
        "mann": f"{shown.right[0]} of 12 correct",
        "lstm": f"{shown.right[1]} of 12 correct",
    }


def test_arcs_go_to_what_is_read_most_of_one_head_or_all(scene: Scene) -> None:
    shown, view = frame(SMALL), view_of(scene, EpisodeView)
    draw(scene, shown)
    for index, wanted in ((0, lens.sources(shown)[NOW - 1].mean(0)), (2, lens.sources(shown)[NOW - 1, 1])):
        choose(named(view, QComboBox, "Reading head"), index)
        most = np.argsort(-wanted[: NOW - 1])[:FEW]
        ends = [(int(x), int(-y)) for x, y in view._arcs._ends]
        of = shown.shown
        assert ends[0] == (of.instances[most[0]], of.labels[most[0]])
        np.testing.assert_allclose(view._arcs._shares, wanted[most][: len(ends)])
    assert len(view._enlargements.enlargements) == 1 + len(ends)


def test_arcs_go_to_the_pictures_whose_labels_were_told_where_a_person_wants_that(scene: Scene) -> None:
    shown, view = frame(SMALL), view_of(scene, EpisodeView)
    draw(scene, shown)
    before = view.table()["sources.share"]
    named(view, QToolButton, "Images whose labels").click()
    after = view.table()["sources.share"]
    np.testing.assert_array_equal(after[:-1], before[1:])
    assert {int(-y) for _, y in view._arcs._ends} == {int(shown.shown.labels[NOW - 1])}  # all of its own class


@pytest.mark.slow
def test_before_the_first_picture_nothing_is_answered_or_read(scene: Scene) -> None:
    draw(scene, frame(SMALL), 0)
    view = view_of(scene, EpisodeView)
    assert "sources.share" not in view.table()
    assert not view._enlargements.enlargements
    assert view._veil._seen == 0


def test_a_click_on_a_picture_chooses_its_tick(scene: Scene) -> None:
    shown = frame(SMALL)
    draw(scene, shown)
    found: list[int] = []
    scene.tick_chosen.connect(found.append)
    for step in (0, 5, 11):
        click(view_of(scene, EpisodeView), float(shown.shown.instances[step]), -float(shown.shown.labels[step]))
    assert found == [1, 6, 12]


def test_weights_are_the_frames_in_order_of_time_and_by_class(scene: Scene) -> None:
    shown, view, labels = frame(SMALL), view_of(scene, WeightsView), frame(SMALL).shown.labels
    draw(scene, shown)
    choose(named(view, QComboBox, "Head"), 1)
    rows = written(shown)
    np.testing.assert_array_equal(view.table()["read"], shown.heads.read_weights[:, 1, rows].T.ravel())
    named(view, QToolButton, "Time steps sorted").click()
    order = np.argsort(labels, kind="stable")
    table = view.table()
    np.testing.assert_array_equal(table["write"], shown.heads.write_weights[order][:, 1, rows].T.ravel())
    np.testing.assert_array_equal(table["usage"], shown.heads.usage[order][:, rows].T.ravel())
    assert table["usage.column"][:LAST].tolist() == (order + 1).tolist()
    assert table["usage.row"][::LAST].tolist() == rows.tolist()
    assert [(tint.letter, tint.first, tint.last) for tint in view._tints[0].tints] == [
        ("A", 1, 4),
        ("B", 5, 8),
        ("C", 9, 12),
    ]


@pytest.mark.slow
def test_the_column_of_the_inner_tick_and_clicks_go_with_the_order(scene: Scene) -> None:
    shown, view = frame(SMALL), view_of(scene, WeightsView)
    draw(scene, shown)
    assert view._columns[0]._column == NOW
    named(view, QToolButton, "Time steps sorted").click()
    order = np.argsort(shown.shown.labels, kind="stable")
    column = int(np.flatnonzero(order == NOW - 1)[0]) + 1
    assert view._columns[0]._column == column
    found: list[int] = []
    scene.tick_chosen.connect(found.append)
    click(view, float(column), -3.0, 1)
    click(view, 1.0, -3.0, 2)
    assert found == [NOW, int(order[0]) + 1]


def test_the_rows_least_used_before_each_step_are_marked(scene: Scene) -> None:
    shown = frame(SMALL)
    draw(scene, shown)
    strip, rows = view_of(scene, WeightsView)._maps[2].strips[0], written(shown).tolist()
    assert strip.marked is not None
    for t, least in enumerate(shown.heads.least_used.tolist()):
        assert set(np.flatnonzero(strip.marked[:, t]).tolist()) == {rows.index(row) for row in least if row in rows}


@pytest.mark.slow
def test_colours_have_the_same_limits_in_every_frame(scene: Scene) -> None:
    limits = set()
    for step in (0, 40):
        draw(scene, frame(SMALL, step))
        maps = [*view_of(scene, WeightsView)._maps, view_of(scene, MemoryView)._cells]
        limits.add(tuple((strip.heat.low, strip.heat.high, strip.heat.map) for one in maps for strip in one.strips))
    assert limits == {((0.0, 1.0, "unit"), (0.0, 1.0, "unit"), (0.0, 4.0, "unit"), (-10.0, 10.0, "diverging"))}


def test_memory_is_that_of_the_inner_tick_and_what_was_written_is_outlined(scene: Scene) -> None:
    shown = frame(SMALL)
    memories, rows = lens.memories(shown), written(shown)
    for inner in (0, 1, NOW):
        draw(scene, shown, inner)
        table = view_of(scene, MemoryView).table()
        np.testing.assert_array_equal(table["memory"], memories[inner][rows].ravel())
        least = shown.heads.least_used[inner - 1].tolist() if inner else []
        assert outlined(scene, ERASED) == set(least[:1])
        assert outlined(scene, ADDED) == set(least[:1] if inner > 1 else [])  # nothing was told at the first time step


@pytest.mark.slow
def test_a_row_is_erased_by_hand_and_the_change_taken_back(scene: Scene) -> None:
    draw(scene, frame(SMALL))
    view, found = view_of(scene, MemoryView), told(scene)
    named(scene, QToolButton, "Show Memory").click()
    click(view, 3.0, -5.0)
    named(view, QToolButton, "Erase").click()
    row = int(view._places[5])
    assert found == [("disturb", {"before": NOW, "row": row, "how": "erase", "other": -1}, False)]
    shown = frame(SMALL, disturbed=True)
    assert shown.disturbed is not None
    draw(scene, shown, shown.disturbed.before - 1)
    assert outlined(scene, TOUCHED) == set()
    draw(scene, shown, shown.disturbed.before)
    assert outlined(scene, TOUCHED) == {shown.disturbed.row}
    named(view, QAbstractButton, "Restore").click()
    assert found[1:] == [("disturb", None, False)]


@pytest.mark.slow
def test_disturbed_answers_stand_beside_the_others_and_those_that_differ_are_outlined(scene: Scene) -> None:
    draw(scene, frame(SMALL))
    assert verdict(scene, DISTURBED) is None
    shown = frame(SMALL, disturbed=True)
    draw(scene, shown)
    found, other = verdict(scene, DISTURBED), shown.disturbed
    assert found is not None
    assert other is not None
    differ = other.answers.argmax(1) != shown.answers.argmax(1)
    assert found.outlined.tolist() == differ.tolist()
    assert differ.any()
    assert view_of(scene, EpisodeView).table()["disturbed.answer"].tolist() == (other.answers.argmax(1) + 1).tolist()
    view = view_of(scene, WeightsView)
    named(view, QToolButton, "Read weights after").click()
    np.testing.assert_array_equal(view.table()["read"], other.read_weights[:, 0, written(shown)].T.ravel())


@pytest.mark.parametrize("scene", first_quick([PAPERS, SMALL]), indirect=True, ids=["as in the paper", "otherwise"])
def test_accuracy_stands_beside_the_papers_only_where_episodes_are_alike(scene: Scene) -> None:
    view = view_of(scene, AccuracyView)
    settings = view._settings
    draw(scene, frame(settings, measured=False))
    assert "mann" not in view.table()
    shown = frame(settings)
    draw(scene, shown)
    table = view.table()
    assert shown.accuracy is not None
    np.testing.assert_array_equal(table["mann"], shown.accuracy.mann)
    np.testing.assert_array_equal(table["lstm"], shown.accuracy.lstm)
    for method, half in (("mann", 0.05), ("lstm", 0.08)):
        for place, sign in ((0, -1), (2, 1)):
            wanted = np.clip(table[method].astype(float) + sign * half, 0, 1)
            found = table[f"{method}.interval.quantile.{place}"].astype(float)
            np.testing.assert_allclose(found, wanted, rtol=1e-5)
    assert table["chance"].tolist() == [1 / settings.classes] * settings.images
    assert table["ceiling"][0] == shown.accuracy.ceiling
    assert set(table["ceiling"][1:]) == {1.0}
    if settings is PAPERS:
        assert table["mann.santoro_2016"].tolist() == pytest.approx([0.364, 0.828, 0.91, 0.926, 0.949, 0.981])
        assert table["lstm.santoro_2016.x"].tolist() == [1, 2, 3, 4, 5, 10]
    else:
        assert "mann.santoro_2016" not in table


def test_curves_are_the_metrics_of_chosen_instances_and_costs(scene: Scene) -> None:
    metrics, view = Metrics(), view_of(scene, LearningView)
    for step in (0, 5, 10):
        accuracies = {f"mann.accuracy_{k}": 0.02 * k * step for k in range(1, 5)}
        metrics.append(step, {**accuracies, "lstm.accuracy_2": 0.3, "mann.cost": 1.0, "lstm.loss": 1.5})
    scene.draw_curves(metrics, 10)
    assert {"mann.accuracy_1", "mann.accuracy_2", "mann.accuracy_4", "lstm.accuracy_2"} <= set(view.table())
    assert "mann.accuracy_3" not in view.table()
    assert {line.name: line.letter for line in view.shown()}["mann.accuracy_4"] == "4"
    np.testing.assert_allclose(np.asarray(view.table()["mann.accuracy_4"], float), [0, 0.4, 0.8])
    box = named(view, QComboBox, "Quantity")
    choose(box, box.findData("cost"))
    assert {"mann.cost"} == {name for name in view.table() if "." in name and not name.endswith((".x", "best_step"))}
    assert instances(10) == [1, 2, 5, 10]
    assert instances(2) == [1, 2]


def test_a_hidden_method_is_drawn_nowhere(scene: Scene) -> None:
    draw(scene, frame(SMALL))
    for hidden, left in (("lstm", "mann"), ("mann", "lstm")):
        scene.set_emphasis({hidden: "hidden", left: "full"})
        tables = {name for view in scene.views() for name in view.table()}
        network = {"read", "write", "usage", "memory", "mann.answer", "sources.share", "mann"}
        assert network <= tables if left == "mann" else not network & tables
        assert ({"lstm.answer", "lstm"} <= tables) == (left == "lstm")


def test_rows_that_are_drawn_have_all_that_is_written() -> None:
    shown = frame(SMALL)
    rows = written(shown)
    assert set(np.flatnonzero(shown.heads.write_weights.max((0, 1)) > 0.2).tolist()) <= set(rows.tolist())
    assert len(rows) < SMALL.locations
    even = replace(shown.heads, write_weights=np.full_like(shown.heads.write_weights, 0.01))
    assert len(written(replace(shown, heads=even))) == SMALL.locations


def test_tints_are_the_runs_of_a_class() -> None:
    found = class_tints(np.array([0, 0, 2, 0], np.int32), "class {letter}")
    assert [(tint.letter, tint.first, tint.last) for tint in found] == [("A", 1, 2), ("C", 3, 3), ("A", 4, 4)]


@pytest.mark.slow
def test_every_view_is_drawn_on_paper_in_both_themes(scene: Scene) -> None:
    draw(scene, frame(SMALL, disturbed=True))
    for theme in (LIGHT, DARK):
        scene.set_theme(theme)
        for view in scene.views():
            image = QImage(QSize(400, 300), QImage.Format.Format_RGB32)
            painter = QPainter(image)
            view.render_to(painter, QRectF(0, 0, 400, 300))
            painter.end()
            assert len({image.pixel(x, y) for x in range(0, 400, 7) for y in range(40, 300, 5)}) > 3, view.name
