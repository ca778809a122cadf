"""The rate and the steps of fine-tuning are those that are best on validation classes, and go with the run."""

from __future__ import annotations

import json
from functools import cache

import numpy as np
import pytest
import torch

from metascope.simulator.learners.baselines.classifier import Classifier
from metascope.simulator.learners.baselines.finetuning import FineTuning
from metascope.simulator.learners.embedding import reference
from metascope.simulator.learners.embedding.reference import Blocks
from metascope.simulator.stories.metric_learning import tuning
from metascope.simulator.stories.metric_learning.captions import captions_of
from metascope.simulator.stories.metric_learning.frame import MetricFrame, Plan, Tuned
from metascope.simulator.stories.metric_learning.names import FINETUNING
from metascope.simulator.stories.metric_learning.settings import TRIED_STEPS
from metascope.simulator.stories.metric_learning.simulation import MetricSimulation
from metascope.simulator.stories.metric_learning.tuning import RATES, plan_of
from metascope.simulator.tasks.held_out import all_pixels
from tests.simulator.stories.metric_learning import metric

BOTH, RATE, STEPS = (0.0, 0), (0.0, 4), (0.03, 0)  # settings of rate and steps; 0: chosen


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Choose by fewer episodes than a run does."""
    monkeypatch.setattr(tuning, "EPISODES", 3)


@cache
def run(rate: float, steps: int) -> MetricSimulation:
    """Return a run at its start, whose classifier knows nothing yet; a test leaves it there."""
    return metric(finetuning=True, finetuning_rate=rate, finetuning_steps=steps)


def tuned_in(frame: MetricFrame) -> Tuned:
    found = frame.answers[FINETUNING].tuned
    assert found is not None
    return found


def plan_in(frame: MetricFrame) -> Plan:
    found = tuned_in(frame).plan
    assert found is not None
    return found


def by_hand(made: MetricSimulation) -> dict[tuple[float, int], float]:
    """Return the accuracy on the validation episodes of each rate and each number of steps, each one tried alone."""
    settings, base = made.settings, made._base
    weights = {name: weight.double() for name, weight in made._networks["classifier"].weights.items()}
    classifier = Classifier(Blocks(settings.side, settings.width, settings.blocks), base.classes, reference.embed)
    rates = (settings.finetuning_rate,) if settings.finetuning_rate else RATES
    numbers = (settings.finetuning_steps,) if settings.finetuning_steps else range(1, TRIED_STEPS + 1)
    found: dict[tuple[float, int], float] = {}
    for episode in tuning._episodes(settings, made._validation, torch.device("cpu")):
        pictures = (episode.supports.double(), episode.labels, episode.queries.double(), episode.ways)
        for rate in rates:
            answer = FineTuning(classifier, rate, max(numbers), "all").answer(weights, *pictures)
            for steps in numbers:
                right = (answer.among_new[steps].argmax(-1) == episode.asked).double().mean()
                found[rate, steps] = found.get((rate, steps), 0.0) + float(right) / tuning.EPISODES
    return found


@pytest.mark.parametrize(("given", "chosen"), [(BOTH, "both"), (RATE, "rate"), (STEPS, "steps")])
def test_what_is_chosen_is_the_best_on_validation_classes(given: tuple[float, int], chosen: str) -> None:
    made = run(*given)
    plan, every = plan_in(made.look()), by_hand(made)
    best = max(every.values())
    assert plan.chosen == chosen
    assert every[plan.rate, plan.steps] == pytest.approx(best, abs=1e-9)
    assert plan.validation[plan.steps] == pytest.approx(best, abs=1e-9)
    assert len(plan.validation) == (given[1] or TRIED_STEPS) + 1
    assert plan.steps == min(steps for (_, steps), share in every.items() if share > best - 1e-9)
    for steps, share in enumerate(plan.validation):
        assert share == pytest.approx(every.get((plan.rate, steps), share), abs=0.05)  # in single precision


def test_validation_classes_are_neither_trained_on_nor_measured() -> None:
    made, cpu = metric(side=14, judged_on="test"), torch.device("cpu")
    tasks = made._base.task, made._validation, made._task
    train, validation, test = ({one.numpy().tobytes() for one in all_pixels(task, cpu)} for task in tasks)
    assert min(map(len, (train, validation, test))) > 20
    assert not validation & (train | test)


def test_a_choice_on_the_classes_that_all_are_judged_on_is_told() -> None:
    def told(**values: object) -> bool:
        return any("the same characters" in str(notice) for notice in metric(**values).look().notices)

    assert told(finetuning=True, finetuning_rate=0.0)
    assert not told(finetuning=True, finetuning_rate=0.0, judged_on="test")
    assert not told(finetuning=True)
    assert not told(finetuning_rate=0.0)


def test_updates_end_with_the_chosen_one_and_are_what_it_costs() -> None:
    made = run(*BOTH)
    frame = made.look()
    plan, tuned = plan_in(frame), tuned_in(frame)
    assert len(tuned.losses) == len(tuned.base) == plan.steps + 1
    assert tuned.rate == plan.rate
    fixed = run(plan.rate, plan.steps)
    same = tuned_in(fixed.look())
    np.testing.assert_array_equal(same.among_new, tuned.among_new)
    np.testing.assert_array_equal(frame.costs[FINETUNING].multiply_adds, fixed.look().costs[FINETUNING].multiply_adds)
    assert made.look().metrics["finetuning.accuracy"] == fixed.look().metrics["finetuning.accuracy"]


def test_settings_that_are_not_0_are_taken_as_they_are() -> None:
    plan = plan_in(run(0.02, 3).look())
    assert plan == Plan(rate=0.02, steps=3)


def test_the_first_caption_tells_what_was_chosen_and_where() -> None:
    for given, told in (
        (BOTH, "a rate of {rate} and {steps} updates were the best on validation classes: {share} right"),
        (RATE, "of the rates tried, {rate} was the best on validation classes: {share} right"),
        (STEPS, "at a rate of {rate}, {steps} updates were the best on validation classes: {share} right"),
    ):
        frame = run(*given).look()
        plan = plan_in(frame)
        share = f"{plan.validation[plan.steps]:.0%}"
        wanted = told.format(rate=f"{plan.rate:.3g}", steps=plan.steps, share=share)
        captions = captions_of(frame, FINETUNING)
        assert str(captions[0]).endswith(wanted)
        assert str(captions[-1]).startswith(f"After update {plan.steps} of {plan.steps} the supports' loss is ")
    assert "validation" not in str(captions_of(run(0.02, 3).look(), FINETUNING)[0])


def test_a_choice_goes_with_the_state() -> None:
    made, again = (
        run(*BOTH),
        metric(finetuning=True, finetuning_rate=0.0, finetuning_steps=0, updates=4),
    )
    again.restore(made.state())
    assert plan_in(again.look()) == plan_in(made.look())
    assert plan_in(again.step()) == plan_in(made.step())


def test_a_state_of_an_earlier_version_has_the_rate_alone() -> None:
    made = metric(finetuning=True, finetuning_rate=0.0)
    state = dict(made.state())
    state |= {"measured": json.dumps(json.loads(str(state["measured"]))[:3]), "rate": 0.07}
    made.restore(state)
    assert plan_in(made.look()) == Plan(rate=0.07, steps=3)


@pytest.mark.parametrize(
    "damaged", [[0, "both", [0.5]], [1e9, "", []], [3, "neither", []], [3, "", [{}]], [3, "both", []]]
)
def test_a_damaged_choice_is_refused(damaged: list[object]) -> None:
    made = metric(finetuning=True)
    state = dict(made.state())
    state["measured"] = json.dumps([*json.loads(str(state["measured"]))[:3], *damaged])
    with pytest.raises(ValueError, match="fine-tuning's rate and steps"):
        made.restore(state)


def test_nothing_is_chosen_where_nothing_is_fine_tuned() -> None:
    made = metric(finetuning_rate=0.0, finetuning_steps=0)
    assert made._plan.chosen == ""
    settings = made.settings
    assert plan_of(
        settings.replaced(finetuning_rate=0.01, finetuning_steps=2), {}, made._base, made._validation
    ) == Plan(rate=0.01, steps=2)
