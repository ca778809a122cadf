"""Settings of the optimizers story that do not go together: each is named, with the number that would do."""

from __future__ import annotations

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.stories.optimizers.settings import OptimizersSettings

REFUSED: list[tuple[dict[str, object], str, str]] = [
    ({"problem": "mnist", "ways": 11, "truncation": 1}, "ways", "at most 10 for MNIST, not 11"),
    ({"problem": "glyphs", "batch": 0, "truncation": 1}, "batch", "at least 1 .* not 0"),
    ({"problem": "mnist", "batch": 0, "truncation": 1}, "batch", "at least 1 .* not 0"),
    ({"problem": "episodes", "batch": 0, "shots": 21, "truncation": 1}, "shots", "at most 20 .* not 21"),
    ({"problem": "episodes", "ways": 5, "shots": 3, "batch": 16, "truncation": 1}, "batch", "at most the 15 .* not 16"),
    ({"variant": "additive", "layers": 0}, "layers", "at least 1 .* not 0"),
    ({"variant": "combined", "layers": 0}, "layers", "at least 1 .* not 0"),
    ({"variant": "additive", "sees_gradient": False, "sees_loss": True}, "sees_gradient", "must be true"),
    ({"variant": "combined", "sees_gradient": False, "sees_loss": True}, "sees_gradient", "must be true"),
    ({"variant": "gates", "sees_gradient": False, "layers": 1}, "layers", "must be 0"),
    ({"variant": "gradient-descent", "eta": 0.5, "decay": 2.5}, "decay", "at most 1 / η = 2, not 2.5"),
    ({"objective": "final", "updates": 30, "truncation": 29}, "truncation", "at least the 30 updates .* not 29"),
    ({"learned_start": True, "updates": 30, "truncation": 29}, "truncation", "at least the 30 updates"),
    (
        {"second_derivatives": True, "dimension": 100, "problems": 41},
        "second_derivatives",
        "at most 4000 .* 41 problems of 100 have 4100",
    ),
    ({"updates": 1000, "test_problems": 201}, "test_problems", "at most 200 with 1000 updates, not 201"),
    (
        {"problem": "glyphs", "side": 7, "batch": 100, "problems": 101, "updates": 1000, "truncation": 1},
        "problems",
        "101 problems with 1000 minibatches of 100 take 1e\\+07 pictures, over the limit of 1e\\+07",
    ),
    (
        {"dimension": 200, "units": 50, "layers": 2, "updates": 200, "truncation": 200, "problems": 101},
        "problems",
        "101 problems of 200 .* 200 updates with 50 units in 2 layers .* use at most 100 problems",
    ),
    (
        {"problem": "sine", "hidden_units": 100, "hidden_layers": 3, "units": 50, "updates": 196, "truncation": 200},
        "truncation",
        "at most 195, not 196: one problem of 20501 coordinates with 50 units in 2 layers",
    ),
]
ALLOWED: list[dict[str, object]] = [
    {},
    {"problem": "mnist", "ways": 10, "problems": 16, "truncation": 1},
    {"problem": "glyphs", "batch": 1, "truncation": 1},
    {"problem": "glyphs", "ways": 20, "truncation": 1, "problems": 16},
    {"problem": "episodes", "batch": 0, "shots": 20, "truncation": 1},
    {"problem": "episodes", "ways": 5, "shots": 3, "batch": 15, "truncation": 1},
    {"variant": "additive", "layers": 1},
    {"variant": "gates", "layers": 0, "sees_gradient": False},
    {"variant": "gates", "layers": 1, "sees_gradient": False, "sees_loss": True},
    {"variant": "gates", "sees_theta": True, "sees_gates": True},
    {"variant": "combined", "sees_theta": True, "sees_gates": True},
    {"variant": "gradient-descent", "eta": 0.5, "decay": 2.0},
    {"variant": "gradient-descent", "eta": 0.0, "decay": 10.0},
    {"variant": "gradient-descent", "learned_start": True, "objective": "final", "truncation": 1},
    {"variant": "additive", "sees_theta": True, "sees_gates": True, "eta": 0.5, "decay": 2.5},
    {"objective": "final", "updates": 30, "truncation": 30},
    {"learned_start": True, "updates": 30, "truncation": 30},
    {"second_derivatives": True, "dimension": 100, "problems": 40},
    {"updates": 1000, "test_problems": 200},
    {"problem": "glyphs", "side": 7, "batch": 100, "problems": 100, "updates": 1000, "truncation": 1},
    {"dimension": 200, "units": 50, "layers": 2, "updates": 200, "truncation": 200, "problems": 100},
    {"variant": "gradient-descent", "dimension": 200, "updates": 1000, "truncation": 1000, "problems": 256},
]


@pytest.mark.parametrize(("values", "where", "told"), REFUSED)
def test_settings_that_do_not_go_together_are_refused(values: dict[str, object], where: str, told: str) -> None:
    with pytest.raises(UserError, match=told) as refused:
        OptimizersSettings.parse(values)
    assert [problem.where for problem in refused.value.problems] == [where]


@pytest.mark.parametrize("values", ALLOWED, ids=str)
def test_settings_at_the_edge_of_the_rules_are_allowed(values: dict[str, object]) -> None:
    made = OptimizersSettings.parse(values)
    assert made.differences().items() <= values.items()


def test_all_rules_that_are_broken_are_told_at_once() -> None:
    values: dict[str, object] = {"problem": "mnist", "ways": 11, "batch": 0, "layers": 0, "truncation": 1}
    with pytest.raises(UserError) as refused:
        OptimizersSettings.parse(values)
    assert [problem.where for problem in refused.value.problems] == ["ways", "batch", "layers"]


@pytest.mark.parametrize(
    ("values", "coordinates"),
    [
        ({"dimension": 7}, 7),
        ({"problem": "landscape", "landscape": "lecture"}, 1),
        ({"problem": "landscape", "landscape": "wells"}, 2),
        ({"problem": "sine", "hidden_units": 40, "hidden_layers": 2}, 1761),
        ({"problem": "glyphs"}, 15910),
    ],
)
def test_settings_know_how_many_coordinates_a_problem_has(values: dict[str, object], coordinates: int) -> None:
    assert OptimizersSettings.parse({**values, "truncation": 1}).coordinates == coordinates
