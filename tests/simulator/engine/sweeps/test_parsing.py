from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.sweeps import parsing
from metascope.simulator.engine.sweeps.parsing import checked, parse, read
from tests.simulator.engine.sweeps.small import document, plan


def mistakes(given: object, confirmed: bool = False) -> list[str]:
    """Return what is told of a file, without its name."""
    with pytest.raises(UserError) as caught:
        parse(given, "small", "small.json", confirmed=confirmed)
    return [str(problem).removeprefix("small.json: ") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"preset": "unseen-task"}, "preset: unseen-task: is not a scenario; did you mean unseen-tasks"),
        ({"preset": 3}, "preset: must be a scenario's name, its file, or the scenario itself"),
        ({"presets": "a"}, "presets: is not a key of a sweep; did you mean preset?"),
        ({"steps": 1.5}, "steps: must be a whole number, not 1.5"),
        ({"steps": 0}, "steps: must be at least 1, not 0"),
        ({"settings": {"steps": 3}}, 'settings.steps: must not be given beside "steps"'),
        ({"settings": {"inner_rat": 1}}, "settings.inner_rat: is not a setting; did you mean inner_rate?"),
        ({"axes": 3}, "axes: must be a list, not 3"),
        ({"axes": [3]}, "axes.0: must be an object, not 3"),
        ({"axes": [{"setting": "rate_inner", "grid": [1]}]}, "axes.0.setting: rate_inner is not a setting"),
        ({"axes": [{"setting": "inner_rate"}]}, "axes.0: must have exactly one of grid, log, linear, seeds, list"),
        ({"axes": [{"grid": [0.1]}]}, 'axes.0: must have "setting" beside "grid"'),
        ({"axes": [{"setting": "seed", "seeds": {"count": 2}}]}, 'axes.0: must not have "setting" beside "seeds"'),
        (
            {"axes": [{"setting": "inner_rate", "gird": [1]}]},
            "axes.0.gird: is not a key of a sweep; did you mean grid?",
        ),
        ({"axes": [{"setting": "inner_rate", "grid": []}]}, "axes.0.grid: must have at least 1 entries, not 0"),
        ({"axes": [{"setting": "inner_rate", "grid": [0.1, 0.1]}]}, "axes.0: has the value 0.1 more than once"),
        (
            {"axes": [{"setting": "inner_rate", "log": {"from": 0.0, "to": 1, "count": 3}}]},
            "axes.0.log: must go from a number above 0 to another",
        ),
        (
            {"axes": [{"setting": "inner_rate", "linear": {"from": 1, "to": 1, "count": 3}}]},
            "axes.0.linear: must go from a number to another one",
        ),
        (
            {"axes": [{"setting": "inner_rate", "linear": {"from": 1, "to": 2, "counts": 3}}]},
            "axes.0.linear.counts: is not a key of a sweep; did you mean count?",
        ),
        (
            {"axes": [{"setting": "engine", "linear": {"from": 1, "to": 2, "count": 3}}]},
            "axes.0.linear: needs a setting that is a number: engine is none",
        ),
        ({"axes": [{"list": [{}]}]}, "axes.0.list: must name at least one setting"),
        ({"axes": [{"list": [{"inner_rat": 1}]}]}, "axes.0.list: inner_rat is not a setting; did you mean inner_rate?"),
        (
            {"axes": [{"list": [{"inner_rate": 0.1}, {"inner_steps": 2}]}]},
            "axes.0.list.1: must have the settings inner_rate, as the first has",
        ),
        (
            {"axes": [{"setting": "inner_rate", "grid": [0.1], "labels": ["a", "b"]}]},
            "axes.0.labels: must be 1 texts, one for each value",
        ),
        (
            {"axes": [{"setting": "inner_rate", "grid": [0.1]}, {"setting": "inner_rate", "grid": [0.2]}]},
            "axes.1: inner_rate is on another axis too",
        ),
        (
            {"settings": {"inner_rate": 0.3}, "axes": [{"setting": "inner_rate", "grid": [0.1]}]},
            "axes.0: inner_rate is among the settings of all runs, too",
        ),
        (
            {"axes": [{"setting": "zzz", "grid": [1]}]},
            "axes.0.setting: zzz is not a setting of this story; --list --preset NAME lists them",
        ),
        ({"axes": [{"seeds": {"count": 2}}]}, "repeats: cannot be combined with an axis of seeds"),
        ({"repeats": 0}, "repeats.count: must be at least 1, not 0"),
        ({"repeats": {"count": 2, "from": 2**31 - 1}}, "repeats: must end below 2147483648"),
        ({"metrics": ["mamel.loss"]}, "metrics.0: must be a metric <subject>.<quantity>, not mamel.loss"),
        ({"metrics": ["maml.loss_now", "maml.loss_now"]}, "metrics.1: must be named once: maml.loss_now"),
        ({"budget": {"total": 0}}, "budget.total: must be more than 0.0, not 0"),
        ({"table": "xls"}, "table: must be 'csv' or 'parquet', not \"xls\""),
        ({"title": ""}, "title: must have at least 1 characters"),
        (
            {"axes": [{"setting": "inner_rate", "grid": [0.1, -1]}]},
            "inner_rate: must be at least 0.0, not -1 (run 2: inner_rate=-1, seed=0)",
        ),
    ],
)
def test_each_mistake_is_named_where_it_is(changes: dict[str, Any], told: str) -> None:
    found = mistakes(document(**changes))
    assert any(line.startswith(told) for line in found), found


def test_all_mistakes_are_named_at_once() -> None:
    found = mistakes(
        document(
            preset="unseen-tasks",
            steps=0,
            axes=[{"setting": "inner_rat", "grid": [1]}, {"grid": [1], "log": 3}],
            repeats=-1,
            metrics=["a.b"],
            budgett=3,
            budget={"per_run": -1},
        )
    )
    where = [line.split(":")[0] for line in found]
    assert sorted(set(where)) == [
        "axes.0.setting",
        "axes.1.log",
        "budget.per_run",
        "budgett",
        "metrics.0",
        "repeats.count",
        "steps",
    ]


def test_every_kind_of_axis_gives_its_values_in_order() -> None:
    axes = plan(
        axes=[
            {"setting": "inner_rate", "log": {"from": 0.001, "to": 0.1, "count": 3}},
            {"setting": "outer_rate", "linear": {"from": 0, "to": 0.3, "count": 4}},
            {"setting": "inner_steps", "log": {"from": 1, "to": 4, "count": 5}},
            {
                "list": [{"outer_optimizer": "adam", "epsilon": 0.5}, {"outer_optimizer": "sgd", "epsilon": 0.1}],
                "name": "update",
            },
        ],
        repeats={"count": 2, "from": 7},
    ).axes
    assert [axis.values for axis in axes] == [
        ((0.001,), (0.01,), (0.1,)),
        ((0.0,), (0.1,), (0.2,), (0.3,)),
        ((1,), (2,), (3,), (4,)),  # 1, 1.41, 2, 2.83 and 4, rounded
        (("adam", 0.5), ("sgd", 0.1)),
        ((7,), (8,)),
    ]
    assert [axis.name for axis in axes] == ["inner_rate", "outer_rate", "inner_steps", "update", "seed"]
    assert axes[3].labels == ("adam, 0.5", "sgd, 0.1")
    assert [axis.repeats for axis in axes] == [False, False, False, False, True]
    assert axes[0].numbers == (0.001, 0.01, 0.1)
    assert axes[3].numbers is None


@pytest.mark.parametrize(
    ("points", "labels"),
    [
        ([{"maml": True, "reptile": False}, {"maml": False, "reptile": True}], ("maml", "reptile")),
        ([{"maml": True, "epsilon": 0.5}, {"maml": False, "epsilon": 0.1}], ("maml, 0.5", "0.1")),
        ([{"maml": True, "reptile": True}, {"maml": False, "reptile": False}], ("true, true", "false, false")),
    ],
)
def test_points_with_switches_are_called_by_those_that_are_on(points: list[object], labels: tuple[str, str]) -> None:
    document = {"metascope_sweep": 1, "preset": "sine-maml", "axes": [{"list": points, "name": "method"}]}
    assert parse(document, "small", "small.json").axes[0].labels == labels


def test_repeats_begin_with_the_scenarios_own_seed() -> None:
    assert plan(settings={"seed": 5, "engine": "reference"}, repeats=3).axes[-1].values == ((5,), (6,), (7,))


def test_what_a_plan_writes_is_read_back() -> None:
    one = plan(metrics=["maml.loss_now"], budget={"total": 5}, table="parquet", title="A sweep")
    again = parse(json.loads(json.dumps(one.document())), "small", "small.json")
    assert again == replace(one, preset=again.preset)
    assert again.preset.settings == one.preset.settings
    assert again.identity == one.identity


def test_a_scenarios_file_lies_next_to_the_sweeps(tmp_path: Path) -> None:
    preset = presets.find("unseen-tasks")
    (tmp_path / "own.json").write_text(presets.dumps(replace(preset, title="Mine")))
    (tmp_path / "sweep.json").write_text(json.dumps(document(preset="own.json")))
    assert read(tmp_path / "sweep.json").preset.title == "Mine"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], 'must be a sweep of Metascope: an object with "metascope_sweep": 1'),
        ({"metascope": 2}, 'must be a sweep of Metascope: an object with "metascope_sweep": 1'),
        ({"metascope_sweep": 2}, "the sweep's format must be 1, not 2: it is from a newer Metascope"),
    ],
)
def test_another_programs_file_or_a_newer_one_is_refused_with_one_line(given: object, told: str) -> None:
    assert mistakes(given) == [told]


def test_more_than_100_000_runs_are_done_only_if_they_are_meant() -> None:
    many = document(axes=[{"setting": "inner_rate", "linear": {"from": 0, "to": 1, "count": 1001}}], repeats=101)
    assert mistakes(many) == ["axes: make 101,101 runs, more than 100,000: if that is meant, confirm it with --yes"]
    assert len(parse(many, "small", "small.json", confirmed=True)) == 101_101
    most = document(axes=[{"setting": "inner_rate", "linear": {"from": 0, "to": 1, "count": 1001}}], repeats=10_000)
    assert mistakes(most, confirmed=True) == ["axes: must make at most 10,000,000 runs, not 10,010,000"]


def test_each_value_of_each_axis_is_checked_where_there_are_many_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_CHECKED", 60)
    made = plan(axes=[{"setting": "inner_rate", "linear": {"from": 0, "to": 1, "count": 50}}], repeats=100)
    assert {index // 100 for index in checked(made)} == set(range(50))
    values = [*(place / 100 for place in range(49)), -1]
    assert (
        "inner_rate: must be at least"
        in mistakes(document(axes=[{"setting": "inner_rate", "grid": values}], repeats=100))[0]
    )


def test_seeds_that_decide_nothing_are_refused() -> None:
    still = document(preset="two-tasks")
    assert mistakes(still) == ["seed: decides nothing with these settings: leave out the seeds"]


def test_a_scenario_without_its_data_is_refused() -> None:
    assert mistakes(document(preset="one-shot-omniglot", settings={}, axes=[])) == [
        "folder: must name a folder, as the scenario needs its data"
    ]
