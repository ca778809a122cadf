"""Every setting at its bounds runs, or is refused clearly: from the first meta-step on, and changed while it runs."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from metascope.simulator.engine.errors import Diverged, UserError, refuse
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.settings import declarations
from metascope.simulator.engine.story import Story, all_stories
from metascope.simulator.engine.text import say
from metascope.simulator.learners.fewshot.tuning import GRID as RATES
from metascope.simulator.learners.learned_optimizer.tuning import GRID
from metascope.simulator.stories.ntm.settings import LONGER
from metascope.simulator.stories.optimizers import arena
from metascope.simulator.stories.sines import surface, training
from tests.contracts.bounds import TOGETHER, Bound, attempt, bounds, changed, groups, try_everywhere, try_in
from tests.contracts.runs import each_kind, each_story, light, mattering, scenarios

pytestmark = pytest.mark.usefixtures("kernels")  # one of the settings asks for them


@pytest.fixture(autouse=True)
def quick_measuring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Search few rates of rivals on few problems, and try few longer sequences: what comes of it is not the matter."""
    monkeypatch.setattr(arena, "TUNED_ON", 1)
    monkeypatch.setattr(arena, "GRID", {rule: rates[:1] for rule, rates in GRID.items()})
    monkeypatch.setattr(training, "GRID", RATES[4:7])
    monkeypatch.setattr(surface, "_FINE", 5)
    monkeypatch.setattr(surface, "_COARSE", 3)
    for kind, sizes in LONGER.items():
        monkeypatch.setitem(LONGER, kind, sizes[:1])


@pytest.fixture
def some() -> list[Bound]:
    """Give the bounds of a few settings."""
    return [bound for declared in declarations(all_stories()["landscapes"].settings)[:8] for bound in bounds(declared)]


def test_groups_hold_each_bound_once_and_no_setting_twice(some: list[Bound]) -> None:
    made = groups(some, 3)
    assert len(made) < len(some) / 2
    assert all(1 <= len({bound.declared.name for bound in group}) == len(group) <= 3 for group in made)
    assert all(sum(bound.lengthens for bound in group) <= 1 for group in made)
    held = [bound for group in made for bound in group]
    assert len(held) == len(some)
    assert all(bound in held for bound in some)


def test_the_one_that_is_refused_is_found_among_others(some: list[Bound]) -> None:
    group = groups(some, 6)[0]
    bad = group[3].declared.name

    def act(values: Mapping[str, object]) -> None:
        if bad in values:
            raise refuse(bad, say("must be something else"))

    assert attempt(group, act) == [group[3]]


@pytest.mark.parametrize("wrong", ["refused", "broken"])
def test_what_goes_wrong_behind_a_divergence_is_found_and_named(some: list[Bound], wrong: str) -> None:
    group = groups(some, 6)[0]
    first, last = group[0].declared.name, group[-1].declared.name

    def act(values: Mapping[str, object]) -> None:
        if first in values:
            raise Diverged(say("training cannot go on"))
        if last in values:
            raise UserError([]) if wrong == "refused" else ZeroDivisionError

    with pytest.raises(AssertionError if wrong == "refused" else ZeroDivisionError) as found:
        attempt(group, act)
    assert last in "".join([str(found.value), *getattr(found.value, "__notes__", [])])


@each_story
def test_every_setting_at_its_bounds_runs_or_is_refused_clearly(story: Story) -> None:
    try_everywhere(story.name, TOGETHER)


@pytest.mark.slow
@each_story
def test_every_number_of_things_at_its_most_runs_or_is_refused_clearly(story: Story) -> None:
    try_everywhere(story.name, TOGETHER, long=True)


@each_story
def test_every_live_setting_changes_to_its_bounds_or_is_refused_clearly(story: Story) -> None:
    preset = light(scenarios(story.name)[0])
    live = [bound for declared in declarations(story.settings) if declared.live for bound in bounds(declared)]
    for group in groups(live, TOGETHER):
        attempt(group, changed(preset))


@pytest.mark.slow
@each_kind
def test_settings_at_their_bounds_run_or_are_refused_clearly_with_every_kind_of_task(preset: Preset) -> None:
    try_in(preset, TOGETHER, seed=1)


@pytest.mark.slow
@each_kind
def test_live_settings_change_to_their_bounds_or_are_refused_clearly_with_every_kind_of_task(preset: Preset) -> None:
    for declared in mattering(preset):
        for bound in bounds(declared) if declared.live else ():
            attempt([bound], changed(preset))
