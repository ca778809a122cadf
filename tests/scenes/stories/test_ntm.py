"""The scene of the Neural Turing Machine: its pictures have the frame's numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from metascope.scenes.scene import Scene
from metascope.scenes.stories.ntm.generalization import GeneralizationView
from metascope.scenes.stories.ntm.weightings import READ, STRIPS, WRITE, WeightingsView
from metascope.scenes.views.learning_curves import LearningView
from metascope.scenes.views.memory_matrix import MemoryView
from metascope.scenes.views.memory_rows import SPARE, USED, ticks, used
from metascope.simulator.engine.history.metrics import Metrics
from tests.scenes.stories.looks import DARK, LIGHT
from tests.scenes.stories.ntm_frames import FIRST, frame
from tests.scenes.stories.ntm_hands import ONE, TWO, choose, click, draw, on_screen, spots, view_of
from tests.widgets.person import named


@pytest.fixture
def scene(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Scene]:
    """Give the scene of a machine with a head of each kind, or of other settings where a test asks for them."""
    with on_screen(getattr(request, "param", ONE)) as made:
        yield made


@pytest.mark.parametrize("scene", [ONE, TWO], indirect=True, ids=["one head", "two heads"])
def test_weightings_are_the_frames_time_by_location(scene: Scene) -> None:
    view = view_of(scene, WeightingsView)
    settings = ONE if view._heads is None else TWO
    shown = frame(settings)
    draw(scene, shown)
    if settings.heads > 1:
        choose(named(view, QComboBox, "Heads"), 1)
    table, places, last = view.table(), used(shown.weighting), settings.heads - 1
    np.testing.assert_array_equal(table["write_weighting"], shown.weighting[:, last, places].T.ravel())
    np.testing.assert_array_equal(table["read_weighting"], shown.weighting[:, settings.heads + last, places].T.ravel())
    assert table["write_weighting.row"].tolist()[:: len(shown.outputs)] == places.tolist()
    np.testing.assert_array_equal(table["add"], shown.heads.add[:, last].T.ravel())
    np.testing.assert_array_equal(table["read"], shown.reads[:, last].T.ravel())
    np.testing.assert_array_equal(table["read_weighting.row"], table["write_weighting.row"])


def test_the_machine_writes_along_a_diagonal_and_reads_along_it_again() -> None:
    shown = frame(ONE)
    assert shown.weighting[:6, 0].argmax(axis=1).tolist() == list(range(FIRST, FIRST + 6))
    assert shown.weighting[7:, 1].argmax(axis=1).tolist() == list(range(FIRST, FIRST + 6))
    assert shown.wrong[0] == 0


def test_answers_are_drawn_where_they_are_asked_for_and_wrong_bits_are_marked(scene: Scene) -> None:
    for step in (0, 40):
        shown = frame(ONE, step)
        draw(scene, shown)
        table = view_of(scene, WeightingsView).table()
        assert (
            np.isnan(table["outputs"].reshape(-1, len(shown.outputs))).all(axis=0).tolist()
            == (~shown.shown.mask).tolist()
        )
        assert spots(scene, "outputs") == shown.wrong[0]
        assert spots(scene, "rival") == shown.wrong[1]
    assert spots(scene, "rival") > 0


def test_disturbed_answers_stand_beside_the_others_with_the_bits_that_differ(scene: Scene) -> None:
    shown = frame(ONE, disturbed=True)
    draw(scene, frame(ONE))
    view = view_of(scene, WeightingsView)
    assert "disturbed" not in view.table()
    draw(scene, shown)
    assert shown.disturbed is not None
    asked = shown.shown.mask
    differing = (shown.disturbed.outputs[asked] > 0.5) != (shown.outputs[asked] > 0.5)
    assert spots(scene, "disturbed") == differing.sum() > 0
    undisturbed = view.table()["read_weighting"]
    named(view, QToolButton, "Weightings after").click()
    places = used(shown.weighting)
    np.testing.assert_array_equal(view.table()["read_weighting"], shown.disturbed.weighting[:, 1, places].T.ravel())
    assert view.table()["read_weighting"].shape == undisturbed.shape


@pytest.mark.slow
def test_colours_have_the_same_limits_in_every_frame(scene: Scene) -> None:
    limits = set()
    for step in (0, 40):
        draw(scene, frame(ONE, step))
        maps = [*view_of(scene, WeightingsView)._maps, view_of(scene, MemoryView)._cells]
        heats = [strip.heat for one in maps for strip in one.strips]
        limits.add(tuple((heat.low, heat.high, heat.map) for heat in heats))
    assert len(limits) == 1
    assert {low for low, _, kind in next(iter(limits)) if kind == "unit"} == {0.0}


def test_the_stretch_of_memory_has_all_that_is_used_also_over_its_end() -> None:
    shown = frame(ONE)
    for turn in (0, 20, ONE.locations - FIRST - 3):
        turned = replace(shown, weighting=np.roll(shown.weighting, turn, axis=-1))
        places = used(turned.weighting)
        assert set(np.flatnonzero(turned.weighting.max(axis=(0, 1)) > USED).tolist()) <= set(places.tolist())
        assert len(places) < ONE.locations
        assert set(np.diff(places) % ONE.locations) == {1}
    assert len(used(np.full_like(shown.weighting, 0.01))) == ONE.locations
    assert FIRST - used(shown.weighting)[0] >= SPARE


def test_all_locations_are_drawn_where_a_person_wants_them(scene: Scene) -> None:
    shown = frame(ONE)
    draw(scene, shown)
    weightings, memory = view_of(scene, WeightingsView), view_of(scene, MemoryView)
    assert len(memory.table()["memory"]) < ONE.locations * ONE.width
    choose(named(weightings, QComboBox, "Locations"), 1)
    assert len(memory.table()["memory"]) == ONE.locations * ONE.width
    np.testing.assert_array_equal(weightings.table()["write_weighting"], shown.weighting[:, 0].T.ravel())


def test_a_click_on_a_time_step_chooses_its_tick(scene: Scene) -> None:
    draw(scene, frame(ONE))
    found: list[int] = []
    scene.tick_chosen.connect(found.append)
    for row, y in ((STRIPS, -0.5), (WRITE, -3.0), (READ, -6.0)):
        click(view_of(scene, WeightingsView), 4.0, y, row)
    assert found == [4, 4, 4]


def test_curves_are_the_metrics_from_0_or_by_orders_of_magnitude(scene: Scene) -> None:
    metrics, view = Metrics(), view_of(scene, LearningView)
    for step in (0, 5, 10):
        metrics.append(step, {"ntm.bits": 80.0 - 7 * step, "lstm.bits": 90.0, "ntm.loss": 0.5})
    scene.draw_curves(metrics, 10)
    np.testing.assert_array_equal(view.table()["ntm.bits"], [80, 45, 10])
    assert view.panels[0].view()[1][0] == 0
    named(view, QToolButton, "Logarithmic").click()
    assert view.panels[0].view()[1][0] == pytest.approx(1, abs=0.2)
    np.testing.assert_array_equal(view.table()["ntm.bits"], [80, 45, 10])
    choose(named(view, QComboBox, "Quantity"), 2)
    assert set(view.table()) >= {"ntm.loss"}
    assert "ntm.bits" not in view.table()


def test_generalization_is_drawn_once_it_is_measured(scene: Scene) -> None:
    view = view_of(scene, GeneralizationView)
    draw(scene, frame(ONE, measured=False))
    assert "ntm.wrong_percent" not in view.table()
    shown = frame(ONE)
    draw(scene, shown)
    assert shown.generalization is not None
    np.testing.assert_array_equal(view.table()["lstm.wrong_percent"], shown.generalization.lstm)
    assert view.table()["trained"] == [2.5]  # between the second size and the third


def test_a_hidden_method_is_drawn_nowhere(scene: Scene) -> None:
    draw(scene, frame(ONE))
    for hidden, left in (("lstm", "ntm"), ("ntm", "lstm")):
        scene.set_emphasis({hidden: "hidden", left: "full"})
        tables = {name for view in scene.views() for name in view.table()}
        machine = {"write_weighting", "read_weighting", "read", "outputs", "memory", "weighting", "ntm.wrong_percent"}
        assert machine <= tables if left == "ntm" else not machine & tables
        assert ({"rival", "lstm.wrong_percent"} <= tables) == (left == "lstm")


def test_notes_tell_wrong_bits_and_have_room_behind_the_names(scene: Scene) -> None:
    notes = scene.notes(replace(frame(ONE), wrong=(2, 188)))
    assert dict(notes) == {"ntm": "2 wrong", "lstm": "188 wrong"}
    metrics = scene.fontMetrics()
    assert metrics.horizontalAdvance(notes["lstm"]) <= metrics.horizontalAdvance("0.00 → −0.00")


def test_the_legend_tells_what_the_answers_cost(scene: Scene) -> None:
    draw(scene, replace(frame(ONE), bits=(3.14159, 95.0)))
    told = [entry.label for entry in view_of(scene, WeightingsView)._legend._entries]
    assert told == ["NTM: 3.14 bits", "LSTM: 95 bits"]


@pytest.mark.slow
def test_every_view_is_drawn_on_paper_in_both_themes(scene: Scene) -> None:
    draw(scene, frame(ONE, disturbed=True))
    for theme in (LIGHT, DARK):
        scene.set_theme(theme)
        for view in scene.views():
            image = QImage(QSize(400, 300), QImage.Format.Format_RGB32)
            painter = QPainter(image)
            view.render_to(painter, QRectF(0, 0, 400, 300))
            painter.end()
            assert len({image.pixel(x, y) for x in range(0, 400, 7) for y in range(40, 300, 5)}) > 3, view.name


def test_ticks_of_locations_keep_their_distance_also_where_the_memory_begins_again() -> None:
    found = ticks((122 + np.arange(24)) % 128, 5)
    assert [text for _, text in found] == ["0", "5", "10", "15"]
    assert [place for place, _ in found] == [-6, -11, -16, -21]
    assert [text for _, text in ticks(np.arange(24), 5)] == ["0", "5", "10", "15", "20"]
