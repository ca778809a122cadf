"""The scene of the Meta Networks story: its pictures have the frame's numbers, and gestures become changes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scenes.scene import Scene
from scenes.stories.meta_networks import build
from scenes.stories.meta_networks.embedding import EmbeddingView
from scenes.stories.meta_networks.memory import RowsView
from scenes.stories.meta_networks.rule import RuleView
from scenes.stories.meta_networks.table import TableView
from scenes.stories.meta_networks.weights import WeightsView
from simulator.stories.meta_networks import lens
from simulator.stories.meta_networks.frame import MetaNetFrame
from simulator.stories.meta_networks.settings import MetaNetSettings
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
    np.testing.assert_allclose(view.table()["theta_fast"].astype(float), frame().embedding.fast[1].ravel())


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


def test_gestures_become_changes(scene: Scene, qtbot: QtBot) -> None:
    told: list[tuple[str, object]] = []
    scene.changed.connect(lambda name, value, draft: told.append((name, value)))
    draw(scene, frame())
    table, rows = view_of(scene, TableView), view_of(scene, RowsView)
    table.query_chosen.emit(4)
    table.support_moved.emit(1, 3)
    rows.clicked.emit(0, 3.0, -1.0, "memory")
    rows._acts[0].click()
    assert told[:2] == [("query", 4), ("move", {"support": 1, "to": 3})]
    assert told[2][0] == "disturb"
    assert isinstance(told[2][1], dict)
    assert (told[2][1]["row"], told[2][1]["how"]) == (1, "erase")
