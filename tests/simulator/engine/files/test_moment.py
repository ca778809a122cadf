"""Moments of scenarios: what is written is read again, and everything that is wrong is told at once."""

from __future__ import annotations

import json

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.moment import Moment, document, parse

WHOLE = {
    "preset": "two-tasks",
    "settings": {"seed": 3},
    "step": 60,
    "inner": 2,
    "method": "maml",
    "view": "path",
    "enlarge": True,
}


def test_a_moment_has_the_scenarios_settings_but_for_those_that_are_changed() -> None:
    moment = parse(WHOLE, "here")
    assert moment.settings == presets.find("two-tasks").settings.replaced(seed=3)
    assert (moment.step, moment.inner, moment.method, moment.view, moment.enlarge) == (60, 2, "maml", "path", True)


def test_a_scenario_by_itself_is_a_moment() -> None:
    own = presets.find("copy")
    assert parse({"preset": "copy"}, "here") == Moment(preset="copy", settings=own.settings)


@pytest.mark.parametrize("given", [WHOLE, {"preset": "copy"}, {"preset": "two-tasks", "step": 5, "inner": 0}])
def test_what_is_written_is_read_again_and_says_nothing_twice(given: dict[str, object]) -> None:
    moment = parse(given, "here")
    assert document(moment) == given
    assert parse(json.loads(json.dumps(document(moment))), "there") == moment


def test_everything_wrong_is_told_at_once_with_where_it_stands() -> None:
    wrong = {"preset": "two-task", "step": -1, "inner": True, "view": 3, "enlarge": 1, "stepp": 2}
    with pytest.raises(UserError) as caught:
        parse(wrong, "lesson.json: 4")
    assert [str(problem) for problem in caught.value.problems[:-1]] == [
        "lesson.json: 4: step: must be a meta-step, a whole number from 0, not -1",
        "lesson.json: 4: inner: must be an inner tick, a whole number from 0, not True",
        "lesson.json: 4: view: must be the name of a view, at most 40 characters, not 3",
        "lesson.json: 4: enlarge: must be true or false, not 1",
        "lesson.json: 4: stepp: is not a key of a moment; did you mean step?",
    ]
    last = str(caught.value.problems[-1])
    assert last.startswith("lesson.json: 4: preset: must name a scenario of the gallery; did you mean two-tasks")


def test_what_the_scenario_does_not_have_is_refused() -> None:
    last = presets.find("two-tasks").settings.steps
    with pytest.raises(UserError) as caught:
        parse({"preset": "two-tasks", "step": last + 1, "method": "mamel"}, "here")
    assert [problem.where for problem in caught.value.problems] == ["here: step", "here: method"]
    assert "did you mean maml?" in str(caught.value)
    with pytest.raises(UserError, match="here: seed: "):
        parse({"preset": "two-tasks", "settings": {"seed": -1}}, "here")


def test_a_longer_run_has_later_moments() -> None:
    last = presets.find("two-tasks").settings.steps
    assert parse({"preset": "two-tasks", "settings": {"steps": last + 9}, "step": last + 9}, "").step == last + 9


def test_where_nothing_trains_there_is_one_meta_step() -> None:
    preset = next(one for one in presets.shipped() if not one.settings.trains)
    with pytest.raises(UserError, match="step: must be at most 0, not 1"):
        parse({"preset": preset.name, "step": 1}, "")


def test_a_view_to_enlarge_must_be_named() -> None:
    with pytest.raises(UserError, match="view: must name the view to enlarge"):
        parse({"preset": "copy", "enlarge": True}, "")


@pytest.mark.parametrize("given", [None, 3, "copy", ["copy"], {}])
def test_what_is_no_moment_is_refused(given: object) -> None:
    with pytest.raises(UserError, match="must"):
        parse(given, "here")
