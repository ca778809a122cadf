"""What every story promises, on every scenario that ships: played through the abstract interface only."""

from __future__ import annotations

import itertools
import math
import re
from functools import cache

import pytest
import torch

from metascope.scenes.catalog import build_scene
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.settings import declarations
from metascope.simulator.engine.story import Story, all_stories, catalog
from metascope.widgets.look.theme import LIGHT
from tests.contracts.bounds import assert_shapes_told
from tests.contracts.runs import (
    STEPS,
    arrays,
    assert_same,
    captions_of,
    each_preset,
    each_story,
    each_task,
    frames,
    light,
    played,
    simulation,
)


@pytest.fixture
def methods(preset: Preset, qtbot: object) -> tuple[str, ...]:
    """Give the keys of the methods that the scenario's scene shows."""
    return methods_of(preset.name)


@cache
def methods_of(name: str) -> tuple[str, ...]:
    preset = light(presets.find(name))
    scene = build_scene(preset.story, preset.settings, LIGHT)
    found = tuple(key for key, _ in scene.methods())
    scene.deleteLater()
    return found


@each_preset
def test_a_scenario_plays_with_finite_metrics(preset: Preset) -> None:
    seen, _ = played(preset.name)
    assert [frame.step for frame in seen] == list(range(STEPS + 1))
    for frame in seen:
        assert frame.metrics
        assert all(math.isfinite(value) for value in frame.metrics.values())


@each_preset
def test_the_settings_tell_the_shapes_of_the_weights(preset: Preset) -> None:
    made = simulation(preset)
    assert_shapes_told(made)
    if preset.story not in catalog().plugins:  # which may leave it: their weights are compared once they are built
        assert made.settings.weight_shapes or not made.weights(), "weights are compared before anything is built"


@each_preset
def test_metrics_are_named_by_method_or_subject_and_quantity(preset: Preset, methods: tuple[str, ...]) -> None:
    seen, _ = played(preset.name)
    for name in {name for frame in seen for name in frame.metrics if not name.startswith("_")}:  # those are not shown
        method, _, quantity = name.partition(".")
        assert method in (*methods, *all_stories()[preset.story].subjects), name
        assert re.fullmatch(r"[a-z][a-z0-9_]*", quantity), name


@each_task
def test_the_same_seed_gives_the_same_frames(preset: Preset, methods: tuple[str, ...]) -> None:
    seen, _ = played(preset.name)
    torch.rand(3)  # global randomness decides nothing
    for frame, again in zip(seen[:5], frames(simulation(preset), 4), strict=True):
        assert_same(frame, again, methods)


@each_preset
def test_frames_cannot_be_written_to(preset: Preset) -> None:
    seen, _ = played(preset.name)
    writeable = [name for frame in seen for name, array in arrays(frame) if array.flags.writeable]
    assert not writeable


@each_task
def test_a_state_restores_bit_for_bit(preset: Preset, methods: tuple[str, ...]) -> None:
    made = simulation(preset)
    list(frames(made, 3))
    state = made.state()
    expected = list(frames(made, 3))
    weights = made.weights()
    other = simulation(preset)
    other.restore(state)
    for one, again in zip(expected, frames(other, 3), strict=True):
        assert_same(one, again, methods)
    made.restore(state)  # also the simulation itself goes back
    assert_same(expected[0], made.look(), methods)
    assert all(torch.equal(weights[name], tensor) for name, tensor in other.weights().items())


@each_task
def test_weights_are_copies_and_load_again(preset: Preset) -> None:
    made, other = simulation(preset), simulation(preset)
    list(frames(made, 2))
    kept = {name: tensor.clone() for name, tensor in made.weights().items()}
    for tensor in made.weights().values():
        tensor.fill_(7.0)
    assert all(torch.equal(made.weights()[name], tensor) for name, tensor in kept.items())
    other.load_weights(kept)
    assert all(torch.equal(other.weights()[name], tensor) for name, tensor in kept.items())


@each_task
def test_weights_that_do_not_fit_change_nothing(preset: Preset, methods: tuple[str, ...]) -> None:
    made = simulation(preset)
    before = made.look()
    name, tensor = next(iter(made.weights().items()))
    bad = {**made.weights(), name: torch.full_like(tensor, math.nan), "stranger": torch.zeros(1)}
    with pytest.raises(UserError) as refused:
        made.load_weights(bad)
    assert {problem.where for problem in refused.value.problems} == {name, "stranger"}
    assert_same(before, made.look(), methods)


@each_preset
def test_captions_are_sentences_for_every_tick_of_every_method(preset: Preset, methods: tuple[str, ...]) -> None:
    for frame in (played(preset.name)[0][0], played(preset.name)[0][-1]):
        for method in methods:
            sentences = list(map(str, captions_of(frame, method)))
            assert len(sentences) == frame.ticks() >= 1
            assert all(sentence and not re.search(r"[{}]|nan", sentence) for sentence in sentences)


@each_task
def test_every_live_setting_is_taken_back(preset: Preset) -> None:
    made = simulation(preset)
    made.step()
    for declared in declarations(type(preset.settings)):
        if not declared.live or declared.low is None:
            continue
        before = made.settings
        back = made.inverse(declared.name, declared.low)
        try:
            made.change(declared.name, declared.low)
        except UserError:
            continue
        assert made.settings != before or getattr(before, declared.name) == declared.low
        for name, value in back:
            made.change(name, value)
        assert made.settings == before, declared.name


@each_story
def test_the_defaults_of_a_story_are_within_its_bounds(story: Story) -> None:
    for declared in declarations(story.settings):
        low = -math.inf if declared.low is None else declared.low
        high = math.inf if declared.high is None else declared.high
        if isinstance(declared.default, int | float):
            assert low <= declared.default <= high, declared.name


@each_story
def test_what_is_declared_reads_well_in_a_form(story: Story) -> None:
    for declared in declarations(story.settings):
        assert declared.title.strip(), declared.name
        assert declared.help.strip(), declared.name
        if declared.kind in ("whole", "real"):
            assert declared.low is not None, f"{declared.name} needs a lower bound"
            assert declared.high is not None, f"{declared.name} needs an upper bound"


@each_story
def test_what_a_setting_matters_for_can_be_chosen(story: Story) -> None:
    declared = {one.name: one for one in declarations(story.settings)}
    for one in declared.values():
        for name, values in ((name, values) for names, values in one.only_for for name in names):
            possible = (True, False) if declared[name].kind == "flag" else declared[name].choices
            assert set(values) < set(possible), one.name


@each_story
def test_methods_of_a_story_differ_by_dash_and_symbol_too(story: Story) -> None:
    assert story.methods
    for one, other in itertools.combinations(story.methods, 2):
        assert one.key != other.key
        assert one.style.dash != other.style.dash
        assert one.style.symbol != other.style.symbol


@each_preset
def test_the_methods_of_a_scene_are_among_its_storys(preset: Preset, methods: tuple[str, ...]) -> None:
    assert methods
    assert set(methods) <= {method.key for method in all_stories()[preset.story].methods}


@each_task
def test_an_unknown_change_is_refused_by_its_name(preset: Preset) -> None:
    with pytest.raises(UserError) as refused:
        simulation(preset).change("no-such-thing", 1.0)
    assert refused.value.problems[0].where == "no-such-thing"
