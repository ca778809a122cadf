from __future__ import annotations

from itertools import product

import pytest

from tests.simulator.engine.sweeps.small import plan


def test_runs_are_the_ordered_product_of_the_axes_and_the_last_varies_fastest() -> None:
    made = plan(
        axes=[{"setting": "inner_rate", "grid": [0.3, 0.1, 0.2]}, {"setting": "inner_steps", "grid": [2, 1]}],
        repeats=2,
    )
    wanted = list(product([0.3, 0.1, 0.2], [2, 1], [0, 1]))
    points = list(made.points())
    assert len(made) == 12
    assert [tuple(point.changes.values()) for point in points] == wanted
    assert [point.index for point in points] == list(range(12))
    assert points[7].places == (1, 1, 1)
    assert made.settings(points[7]).model_dump(include={"inner_rate", "inner_steps", "seed"}) == {
        "inner_rate": 0.1,
        "inner_steps": 1,
        "seed": 1,
    }


def test_without_axes_there_is_one_run() -> None:
    made = plan(axes=[], repeats=None)
    assert [point.changes for point in made.points()] == [{}]
    assert made.point(0).seed == made.preset.settings.seed


@pytest.mark.parametrize("index", [-1, 4])
def test_there_is_no_run_outside_the_product(index: int) -> None:
    with pytest.raises(IndexError):
        plan().point(index)


def test_auto_is_one_engine_in_all_runs_and_what_is_chosen_stays() -> None:
    auto = plan(settings={})
    assert auto.settings(auto.point(0), "compiled").model_dump()["engine"] == "compiled"
    assert auto.settings(auto.point(0)).model_dump()["engine"] == "auto"
    chosen = plan(settings={"engine": "reference"})
    assert chosen.settings(chosen.point(0), "compiled").model_dump()["engine"] == "reference"


def test_plans_are_the_same_whose_runs_are() -> None:
    one = plan()
    assert plan(title="Another", budget={"total": 3}, table="parquet").identity == one.identity
    others = [plan(steps=31), plan(repeats=3), plan(metrics=["maml.loss_now"]), plan(preset="two-tasks", repeats=None)]
    assert one.identity not in {other.identity for other in others}
