"""What training takes is known before anything is built, and refused where this machine has less."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from metascope.simulator.engine import computing
from metascope.simulator.engine.computing import LEAST, MOST, available_memory, budget, require_room
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.story import all_stories
from tests.tiers import first_quick

SMALL: dict[str, dict[str, object]] = {  # settings that are quickly built and decide nothing about the weights
    "bandits": {"updates": 1, "tasks": 1, "draws": 1},
    "landscapes": {},
    "lstm_cell": {},
    "sines": {"tasks": 1, "test_tasks": 4, "updates": 1},
    "mann": {"batch": 1, "test_episodes": 4, "updates": 1, "characters": 60},
    "meta_networks": {"characters": 24, "test_episodes": 4, "batch": 1},
    "metric_learning": {"characters": 24, "test_episodes": 4, "few_episodes": 2},
    "picture_starts": {"characters": 24, "updates": 1, "test_episodes": 4, "layer_episodes": 4, "test_steps": 1},
    "navigation": {"updates": 1, "horizon": 5, "test_goals": 4, "test_paths": 2},
    "ntm": {"batch": 1, "test_sequences": 4, "updates": 1, "length": 2},
    "optimizers": {"problems": 1, "test_problems": 8, "updates": 1, "batch": 4},
}
CASES: list[tuple[str, dict[str, Any]]] = [
    ("landscapes", {}),
    ("landscapes", {"dimension": 2, "family": "wells", "start": [0.0, 0.0], "starts": 3}),
    ("lstm_cell", {}),
    ("lstm_cell", {"dimension": 2, "start": [1.0, 1.0]}),
    ("sines", {}),
    ("sines", {"anil": True, "meta_sgd": True, "oracle": False, "hidden_layers": 4, "hidden_units": 7}),
    ("sines", {"maml": False, "scratch": False, "hidden_layers": 1}),
    ("mann", {}),
    ("mann", {"writes": "key", "heads": 2, "units": 9, "rival_units": 3, "classes": 3, "side": 7}),
    ("meta_networks", {}),
    ("meta_networks", {"shots": 2, "units": 7, "hidden": 5, "side": 9, "ways": 3}),
    ("metric_learning", {"matching": True, "cosine": True, "context": True, "relation": True, "siamese": True}),
    ("metric_learning", {"context_cosine": True, "finetuning": True, "finetuning_steps": 0, "finetuning_rate": 0.0}),
    ("metric_learning", {"distance": "cosine", "imagined": True, "neighbours": True, "side": 20, "width": 8}),
    ("metric_learning", {"siamese": True, "siamese_reading": "triplet", "relation": True, "side": 7, "ways": 2}),
    ("metric_learning", {"finetuning": True, "rotations": "none", "relation": True, "side": 28, "width": 9}),
    ("picture_starts", {"anil": True, "meta_sgd": True, "side": 14, "width": 8}),
    ("picture_starts", {"reptile": True, "shrinking": "stride", "reading": "mean", "side": 11, "width": 9}),
    ("picture_starts", {"shrinking": "stride", "side": 28, "width": 8}),
    ("picture_starts", {"network": "layers", "hidden_layers": 3, "hidden_units": 9, "ways": 3, "side": 8}),
    ("navigation", {"compare": True}),
    ("navigation", {"oracle": True, "reptile": True, "hidden_layers": 3, "hidden_units": 7}),
    ("navigation", {"rl2": True, "memory": 7}),
    ("bandits", {"dice": False}),
    ("ntm", {}),
    ("ntm", {"controller": "feedforward", "heads": 2, "rival_layers": 3, "memory": "learned", "width": 5}),
    ("ntm", {"task": "repeat-copy", "bits": 3}),
    ("ntm", {"task": "associative-recall"}),
    ("ntm", {"task": "n-grams"}),
    ("ntm", {"task": "priority-sort"}),
    ("optimizers", {}),
    ("optimizers", {"variant": "gradient-descent"}),
    ("optimizers", {"variant": "gates", "layers": 0, "sees_theta": True}),
    ("optimizers", {"variant": "gates", "sees_loss": True, "preprocessing": "log-sign", "layers": 1}),
    ("optimizers", {"variant": "combined", "sees_gates": True, "learned_start": True, "layers": 3}),
    ("optimizers", {"problem": "glyphs", "learned_start": True, "side": 7, "hidden_units": 5, "ways": 3}),
]


@pytest.mark.parametrize(("name", "values"), first_quick(CASES))
def test_the_weights_are_known_by_name_and_shape_before_they_are_made(name: str, values: Mapping[str, object]) -> None:
    story = all_stories()[name]
    settings = story.settings.parse({**SMALL[name], **values})
    weights = story.load()(settings).weights()
    assert settings.weight_shapes == {key: tuple(tensor.shape) for key, tensor in weights.items()}
    assert settings.weights_count == sum(tensor.numel() for tensor in weights.values())


def test_every_scenario_has_room_on_any_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computing, "available_memory", lambda: 0)
    assert budget() == LEAST
    for preset in presets.shipped():
        require_room(preset.settings)
        assert preset.settings.weights_count > 0


def test_the_budget_is_half_of_the_memory_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 0 < available_memory() <= 1 << 60
    monkeypatch.setattr(computing, "available_memory", lambda: 6 << 30)
    assert budget() == 3 << 30
    monkeypatch.setattr(computing, "available_memory", lambda: 1 << 50)
    assert budget() == MOST


def test_settings_for_a_larger_machine_are_refused_before_anything_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computing, "available_memory", lambda: 0)
    story = all_stories()["mann"]
    settings = story.settings.parse({"batch": 30, "locations": 512, "width": 128})
    for build in (require_room, story.load()):
        with pytest.raises(UserError, match=r"takes about 1\.5 GB of memory; a run may take 1\.1 GB here"):
            build(settings)


@pytest.mark.parametrize("name", first_quick(list(SMALL)))
def test_every_storys_simulation_is_refused_where_there_is_no_room(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computing, "budget", lambda: 1)
    story = all_stories()[name]
    with pytest.raises(UserError, match="GB of memory"):
        story.load()(story.settings.parse({}))


def test_a_story_that_says_nothing_takes_little() -> None:
    assert Settings().estimated_bytes == 0
