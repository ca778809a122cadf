"""The scene of the Meta Networks story: its pictures have the frame's numbers, and gestures become changes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.scene import Scene
from metascope.scenes.stories.meta_networks import build
from metascope.scenes.stories.meta_networks.embedding import EmbeddingView
from metascope.scenes.stories.meta_networks.memory import RowsView
from metascope.scenes.stories.meta_networks.rule import RuleView
from metascope.scenes.stories.meta_networks.table import TableView
from metascope.scenes.stories.meta_networks.weights import WeightsView, best_across
from metascope.scenes.views.accuracy import EpisodeAccuracyView
from metascope.simulator.stories.meta_networks import lens
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from tests.scenes.shown import shown
from tests.scenes.stories.looks import LIGHT
from tests.simulator.stories.meta_networks import INK, SMALL, meta_network

SETTINGS = MetaNetSettings.parse(SMALL)
V = TypeVar("V")
ROW = 13  # the tick at which the third row is written


@cache
def frame() -> MetaNetFrame:
    made = meta_network()
    made.step()
    return made.step()


@cache
def changed_frame() -> MetaNetFrame:
    made = meta_network()
    made.step()
    made.change("add", {"picture": INK, "to": "query"})
    made.change("disturb", {"before": 0, "row": 1, "how": "erase"})
    return made.look()


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    """Give the scene on the screen."""
    with shown(build(SETTINGS, LIGHT)) as made:
        yield made


def draw(scene: Scene, frame: MetaNetFrame, inner: int = -1) -> None:
    scene.draw(frame, frame.ticks() - 1 if inner < 0 else inner, "meta")
    QApplication.processEvents()


def view_of(scene: Scene, kind: type[V]) -> V:
    return next(view for view in scene.views() if isinstance(view, kind))


def test_weights_are_the_slow_ones_and_the_mixture_of_the_query(scene: Scene) -> None:
    draw(scene, frame())
    table = view_of(scene, WeightsView).table()
    np.testing.assert_allclose(table["slow_2"].astype(float), frame().slow[1].ravel())
    np.testing.assert_allclose(table["fast_2"].astype(float), lens.mixed(frame(), 0)[1].ravel())
    np.testing.assert_allclose(table["overlay"].astype(float), lens.overlay(frame(), 0).ravel())


def test_both_kinds_of_weights_are_seen_fully_while_what_uses_both_is_in_focus(scene: Scene) -> None:
    draw(scene, frame())
    view = view_of(scene, WeightsView)
    seen = {"meta": ("full", "full"), "slow": ("full", "dim"), "fast": ("dim", "full")}
    for focused, levels in seen.items():
        scene.set_emphasis({key: "full" if key == focused else "dim" for key in seen})
        assert (view._slow.emphasis, view._fast.emphasis) == levels
    scene.set_emphasis({"meta": "full", "slow": "hidden", "fast": "dim"})
    assert (view._slow.emphasis, view._fast.emphasis) == ("hidden", "full")


def test_of_many_supports_those_of_a_class_are_one_picture_with_their_attention(qtbot: QtBot) -> None:
    made = meta_network(shots=3).look()
    with shown(build(MetaNetSettings.parse({**SMALL, "shots": 3}), LIGHT)) as scene:
        draw(scene, made)
        view = view_of(scene, WeightsView)
        tiles = {tile.name: tile for tile in view._pictures.tiles}
    picture = tiles["supports_B"].heat.values
    assert picture.shape == (17, 17)
    np.testing.assert_array_equal(picture[:8, 9:], made.table.supports[4] / 255)
    assert np.isnan(picture[9:, 9:]).all()
    assert tiles["supports_B"].text == f"B {made.reply.attention[0, 3:6].sum():.0%}"


def test_while_a_row_is_written_its_weights_are_shown(scene: Scene) -> None:
    draw(scene, frame(), ROW)
    table = view_of(scene, WeightsView).table()
    np.testing.assert_allclose(table["fast_1"].astype(float), lens.row(frame(), 2)[0].ravel())
    assert "overlay" not in table


def test_rows_are_written_one_by_one(scene: Scene) -> None:
    draw(scene, frame(), ROW)
    view = view_of(scene, RowsView)
    memory, keys = (view.table()[name].astype(float).reshape(5, 6) for name in ("memory", "keys"))
    np.testing.assert_allclose(memory[:3], lens.written_factors(frame())[:3])
    np.testing.assert_allclose(keys[:3], frame().memory.keys[:3])
    assert np.isnan(memory[3:]).all()
    assert "row 3" in view.title


def test_the_querys_key_stands_below_those_of_the_rows_in_the_same_colours(scene: Scene) -> None:
    view, ticks = view_of(scene, RowsView), frame().ticks()
    draw(scene, frame(), ticks - 5)
    assert "query" not in view.table()
    draw(scene, frame(), ticks - 4)
    np.testing.assert_allclose(view.table()["query"].astype(float), frame().reply.keys[0])
    keys, asked = (next(one for one in view._cells.strips if one.name == name) for name in ("keys", "query"))
    assert (asked.heat.low, asked.heat.high, asked.heat.scale) == (keys.heat.low, keys.heat.high, keys.heat.scale)
    assert (asked.left, asked.top < keys.bottom) == (keys.left, True)
    assert f"cosine {frame().reply.cosines[0, 1]:.3f}" in keys.rows[1]


def test_it_is_that_of_the_query_that_is_chosen_at_once_and_no_row_of_the_memory(scene: Scene) -> None:
    view = view_of(scene, RowsView)
    draw(scene, frame())
    view_of(scene, TableView).query_chosen.emit(4)
    np.testing.assert_allclose(view.table()["query"].astype(float), frame().reply.keys[4])
    assert "query 5" in [text for _, text in view.panels[0].y.ticks]
    strip = next(one for one in view._cells.strips if one.name == "query")
    view.clicked.emit(0, strip.left + 1, (strip.top + strip.bottom) / 2, "memory")
    assert view._row == -1


def test_every_row_is_labelled_in_a_window_of_1280_by_800(scene: Scene) -> None:
    scene.resize(978, 452)
    draw(scene, frame())
    shown = [text for _, text in view_of(scene, RowsView).panels[0].axes.left._shown or ()]
    assert shown == ["query 1", "5 E", "4 D", "3 C", "2 B", "1 A"]


def test_rows_are_called_anew_when_a_support_moves(scene: Scene) -> None:
    made = meta_network()
    draw(scene, made.look())
    made.change("move", {"support": 0, "to": 3})
    draw(scene, made.look())
    assert view_of(scene, RowsView).panels[0].y.ticks[-1][1] == "1 D"


def test_the_layers_that_follow_are_drawn_slow_and_fast_in_the_same_colours(scene: Scene) -> None:
    draw(scene, frame())
    view = view_of(scene, WeightsView)
    table, (second, third) = view.table(), lens.mixed_units(frame(), 0)
    for name, wanted in (
        ("slow_layer_2", frame().slow_second),
        ("slow_layer_3", frame().slow_third),
        ("fast_layer_2", second),
        ("fast_layer_3", third),
    ):
        np.testing.assert_allclose(table[name].astype(float), wanted.ravel(), rtol=1e-6)
    heats = [tile.heat for item in (view._slow, view._fast) for tile in item.tiles]
    assert len({(heat.low, heat.high, heat.scale) for heat in heats}) == 1
    named = [text for _, text in view.panels[0].x.ticks]
    assert named == ["layer 1, by unit", "layer 2", "layer 3"]
    draw(scene, frame(), ROW)
    for layer, values in zip((2, 3), lens.row_units(frame(), 2), strict=True):
        np.testing.assert_allclose(view.table()[f"fast_layer_{layer}"].astype(float), values.ravel())


def test_in_a_high_and_narrow_picture_fewer_tiles_are_side_by_side(scene: Scene) -> None:
    view = view_of(scene, WeightsView)
    draw(scene, frame())
    scene.resize(1500, 400)
    QApplication.processEvents()
    wide = view._across
    before = {tile.name: (tile.x, tile.y) for tile in view._slow.tiles}
    scene.resize(600, 1400)
    QApplication.processEvents()
    assert view._across < wide
    after = {tile.name: (tile.x, tile.y) for tile in view._slow.tiles}
    assert after["slow_6"] != before["slow_6"]  # drawn again without another frame
    box = view.panels[0].box
    assert view._across == best_across(6, box.width(), box.height())


@pytest.mark.parametrize(("size", "across"), [((315, 150), 11), ((236, 420), 4), ((1000, 100), 32)])
def test_tiles_are_as_large_as_can_be(size: tuple[float, float], across: int) -> None:
    found = best_across(32, *size)
    assert found == across


def test_an_erased_row_is_seen_once_the_query_is_asked(scene: Scene) -> None:
    draw(scene, changed_frame())
    memory = view_of(scene, RowsView).table()["memory"].astype(float).reshape(5, 6)
    assert not memory[1].any()
    draw(scene, changed_frame(), ROW)
    memory = view_of(scene, RowsView).table()["memory"].astype(float).reshape(5, 6)
    np.testing.assert_allclose(memory[1], lens.written_factors(changed_frame())[1])


def test_theta_appears_with_the_first_gradient_that_is_read(scene: Scene) -> None:
    view = view_of(scene, EmbeddingView)
    draw(scene, frame(), 3)
    table = view.table()
    assert "theta_fast" not in table
    strips = table["gradient"].astype(float).reshape(5, 6)
    np.testing.assert_allclose(strips[:3], frame().embedding.gradients[:3, 0])
    assert np.isnan(strips[3:]).all()
    draw(scene, frame(), 7)
    assert "layer 1" in view.title
    tile = next(tile for tile in view._maps.tiles if tile.name == "theta_fast")
    found = tile.heat.values  # units of 8 × 8 pixels, two beside each other, lines between them
    np.testing.assert_allclose(found[9:17, 9:17], lens.theta_pixels(frame(), 2)[3])
    assert np.isnan(found[8]).all()


def test_theta_of_the_second_layer_can_be_chosen(scene: Scene) -> None:
    view = view_of(scene, EmbeddingView)
    draw(scene, frame(), 7)
    view._layer.setCurrentIndex(1)
    view._layer.activated.emit(1)
    assert "layer 2" in view.title
    np.testing.assert_allclose(view.table()["theta_fast"].astype(float), frame().embedding.fast[1].ravel())
    np.testing.assert_allclose(view.table()["theta_slow"].astype(float), frame().embedding.slow.ravel())
    heats = [tile.heat for tile in view._maps.tiles]
    assert len({(heat.low, heat.high, heat.scale) for heat in heats}) == 1


def test_the_curve_of_g_has_a_dot_for_each_unit_of_the_row(scene: Scene) -> None:
    draw(scene, frame(), ROW)
    table = view_of(scene, RuleView).table()
    dots = [table[f"meta.unit_{unit}"].astype(float)[-1] for unit in range(1, 7)]
    np.testing.assert_allclose(dots, frame().memory.written[1, 2])


def test_answers_are_those_of_each_kind_of_weights(scene: Scene) -> None:
    draw(scene, frame())
    table = view_of(scene, TableView).table()
    for method, wanted in frame().reply.probabilities.items():
        found = np.stack([table[f"{method}.probability_{letter}"] for letter in "ABCDE"], 1).astype(float)
        np.testing.assert_allclose(found, wanted, rtol=1e-5)


def test_answers_of_an_untouched_memory_stand_below_those_of_a_disturbed_one(scene: Scene) -> None:
    draw(scene, frame())
    assert "untouched.probability_A" not in view_of(scene, TableView).table()
    draw(scene, changed_frame(), 3)
    assert np.isnan(view_of(scene, TableView).table()["untouched.probability_A"].astype(float)).all()
    draw(scene, changed_frame())
    table, wanted = view_of(scene, TableView).table(), changed_frame().reply.untouched
    assert wanted is not None
    for way, letter in enumerate("ABCDE"):
        np.testing.assert_allclose(table[f"untouched.probability_{letter}"].astype(float), wanted[:, way], rtol=1e-5)


@pytest.mark.parametrize(
    ("pictures", "ways", "shots", "wanted"),
    [
        ("omniglot", 5, 1, 98.9),
        ("omniglot", 20, 1, 97.0),
        ("omniglot", 10, 1, None),
        ("omniglot", 5, 5, None),
        ("glyphs", 5, 1, None),
    ],
)
def test_what_is_published_stands_beside_the_curve_of_as_many_ways(
    qtbot: QtBot, pictures: str, ways: int, shots: int, wanted: float | None
) -> None:
    values = {"pictures": pictures, "folder": "/somewhere", "ways": ways, "shots": shots}
    with shown(build(MetaNetSettings.parse({**SMALL, **values}), LIGHT)) as scene:
        draw(scene, frame())
        view = view_of(scene, EpisodeAccuracyView)
        mark = view._papers["meta", False]
        table = view.table()
        if wanted is None:
            assert "hollow" not in view.title
            return
        assert "hollow" in view.title
        assert f"{ways}-way {shots}-shot" in mark.label
        assert "five blocks of 64 convolutions" in mark.label
        found = [table[name].astype(float) for name in table if name.startswith("meta.published")]
        assert wanted / 100 in np.concatenate(found)


def test_on_how_many_episodes_and_how_accuracy_is_measured_is_told(scene: Scene) -> None:
    draw(scene, frame())
    view = view_of(scene, EpisodeAccuracyView)
    assert f"on {SETTINGS.test_episodes} held-out episodes" in view.explanation
    assert "no query helps another" in view.explanation
    assert scene.words().notes == view.explanation


def test_gestures_become_changes(scene: Scene, qtbot: QtBot) -> None:
    told: list[tuple[str, object]] = []
    scene.changed.connect(lambda name, value, draft: told.append((name, value)))
    draw(scene, frame())
    table, rows = view_of(scene, TableView), view_of(scene, RowsView)
    table.query_chosen.emit(4)
    table.support_moved.emit(1, 3)
    rows.clicked.emit(0, 3.0, -1.0, "memory")
    assert rows._told.text() == f"row {rows.panels[0].y.ticks[-2][1]}" == "row 2 B", "as the axis calls it"
    rows._acts[0].click()
    assert told[:2] == [("query", 4), ("move", {"support": 1, "to": 3})]
    assert told[2][0] == "disturb"
    assert isinstance(told[2][1], dict)
    assert (told[2][1]["row"], told[2][1]["how"]) == (1, "erase")
