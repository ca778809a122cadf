"""How long runs take to get ready, as their settings estimate it: against what is really computed then."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

import pytest
from torch import Tensor

from metascope.simulator.engine.files import presets
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.story import all_stories
from metascope.simulator.learners.fewshot.tuning import GRID
from metascope.simulator.stories.mann.training import Teacher as MannTeacher
from metascope.simulator.stories.navigation import adapting
from metascope.simulator.stories.ntm.training import Teacher as NtmTeacher
from metascope.simulator.stories.sines.settings import RATES
from metascope.simulator.tasks.images import source


def settings_of(name: str, values: Mapping[str, object]) -> Settings:
    return presets.find(name).settings.replaced(**values)


def spent(settings: Settings, story: str) -> float:
    """Return the seconds of processor time in which a run gets ready, the least of two."""
    found = []
    for _ in range(2):
        source._glyphs.cache_clear()
        begun = time.thread_time()
        all_stories()[story].load()(settings).look()
        found.append(time.thread_time() - begun)
    return min(found)


SMALL: dict[str, dict[str, object]] = {  # what takes next to nothing, by scenario
    "copy": {"test_sequences": 8, "length": 10, "rival_units": 16, "units": 16},
    "mann-glyphs": {"test_episodes": 16, "characters": 60, "rival_units": 16, "units": 16},
    "sine-maml": {"test_tasks": 10, "test_steps": 2},
    "fast-weights": {"test_episodes": 8, "characters": 40},
    "navigation": {"test_goals": 4, "test_paths": 4},
    "glyphs-20-sigmoid": {"updates": 5, "truncation": 5, "batch": 16},
}
PARTS: list[tuple[str, dict[str, object], dict[str, object]]] = [  # two that take longer by different parts of the work
    ("copy", {"rival_units": 400, "rival_layers": 2}, {"heads": 8, "locations": 256, "width": 64}),
    ("copy", {"length": 60, "test_sequences": 200, "rival_units": 128}, {"units": 400, "test_sequences": 60}),
    ("mann-glyphs", {"characters": 300}, {"test_episodes": 100, "rival_units": 400, "images": 20}),
    ("sine-maml", {"test_tasks": 600, "test_steps": 20}, {"hidden_units": 80, "test_steps": 20}),
    ("fast-weights", {"test_episodes": 60}, {"units": 64, "sampled": 5, "shots": 2}),
    ("fast-weights", {"test_episodes": 60}, {"ways": 10, "queries": 15, "test_episodes": 20}),
    ("glyphs-20-sigmoid", {"updates": 150}, {"updates": 60, "units": 40}),
    ("glyphs-20-sigmoid", {"updates": 150}, {"batch": 400}),
    ("navigation", {"test_goals": 40, "test_paths": 12}, {"hidden_units": 128, "test_goals": 12, "test_paths": 12}),
]


@pytest.mark.slow
@pytest.mark.usefixtures("kernels")
@pytest.mark.parametrize(("name", "one", "other"), PARTS)
def test_the_estimate_follows_what_getting_ready_takes(
    name: str, one: dict[str, object], other: dict[str, object]
) -> None:
    """Compares what two parts of the work add: that does not depend on how fast the machine is."""
    story = presets.find(name).story
    small, *more = (settings_of(name, {**SMALL[name], **values}) for values in ({}, one, other))
    spent(small, story)  # what the first run of a process loads
    least = spent(small, story)
    measured = [spent(settings, story) - least for settings in more]
    estimated = [settings.preparing_seconds - small.preparing_seconds for settings in more]
    assert min(*measured, *estimated) > 0.0
    assert 1 / 3 < (measured[0] / measured[1]) / (estimated[0] / estimated[1]) < 3


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("copy", {}),
        ("copy", {"length": 9, "test_sequences": 100}),
        ("repeat-copy", {"repeated": 3, "repeats": 4}),
        ("associative-recall", {"items": 4}),
        ("n-grams", {"stream": 50}),
        ("priority-sort", {"vectors": 7}),
    ],
)
def test_the_sequences_that_are_counted_are_those_that_both_networks_go_through(
    monkeypatch: pytest.MonkeyPatch, name: str, values: dict[str, object]
) -> None:
    settings = settings_of(name, {"units": 4, "rival_units": 1, "heads": 1, **values})
    answers, steps = NtmTeacher.answers, list[int]()

    def counted(teacher: NtmTeacher, trained: Mapping[str, object], inputs: Tensor) -> dict[str, Tensor]:
        steps.append(inputs.shape[0] * inputs.shape[1])
        return answers(teacher, trained, inputs)  # type: ignore[arg-type]

    monkeypatch.setattr(NtmTeacher, "answers", counted)
    all_stories()["ntm"].load()(settings)
    assert 0.9 * settings.measured_steps <= sum(steps) <= settings.measured_steps  # type: ignore[attr-defined]


@pytest.mark.parametrize("judged_on", ["validation", "test"])
def test_the_episodes_that_are_counted_are_those_that_both_networks_go_through(
    monkeypatch: pytest.MonkeyPatch, judged_on: str
) -> None:
    given = {"units": 4, "rival_units": 1, "heads": 1, "test_episodes": 20, "characters": 40, "judged_on": judged_on}
    settings = settings_of("mann-glyphs", given)
    answers, steps = MannTeacher._answers, list[int]()

    def counted(teacher: MannTeacher, trained: Mapping[str, object], batch: object) -> dict[str, Tensor]:
        found = answers(teacher, trained, batch)  # type: ignore[arg-type]
        steps.append(next(iter(found.values())).shape[:2].numel())
        return found

    monkeypatch.setattr(MannTeacher, "_answers", counted)
    all_stories()["mann"].load()(settings)
    assert sum(steps) == settings.measured_steps  # type: ignore[attr-defined]


def test_as_many_rates_are_counted_as_are_tried() -> None:
    assert len(GRID) == RATES


def test_the_steps_that_are_counted_are_those_of_walks_to_held_out_goals_and_to_those_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = settings_of("navigation", SMALL["navigation"])
    stages, steps = adapting.stages, list[int]()

    def counted(
        made: object, method: str, one: object, plane: object, goals: Tensor, drawn: Sequence[Tensor]
    ) -> object:
        steps.append(sum(numbers.shape[:3].numel() for numbers in drawn))
        return stages(made, method, one, plane, goals, drawn)  # type: ignore[arg-type]

    monkeypatch.setattr(adapting, "stages", counted)
    all_stories()["navigation"].load()(settings).look()
    assert sum(steps) == settings.measured_steps * len(settings.methods)  # type: ignore[attr-defined]
