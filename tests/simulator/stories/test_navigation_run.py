"""The run of the navigation story: training, adaptation to the goals shown, measurements, estimators."""

from __future__ import annotations

import re

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners.policy_gradient import fast
from metascope.simulator.learners.policy_gradient.advantages import Judging
from metascope.simulator.learners.policy_gradient.comparing import Estimates
from metascope.simulator.learners.policy_gradient.recurrent import RecurrentTraining, tried
from metascope.simulator.learners.policy_gradient.sampling import noise
from metascope.simulator.learners.policy_gradient.training import PolicyTraining
from metascope.simulator.stories.navigation.captions import captions_of
from metascope.simulator.stories.navigation.names import ESTIMATES, MAML, METHODS, ORACLE, RL2, SCRATCH
from metascope.simulator.stories.navigation.settings import NavigationSettings
from metascope.simulator.tasks.navigation.plane import Plane, drawn_goals
from tests.simulator.stories.navigation import EVERY, GOALS, SMALL, navigation


def test_returns_of_a_policy_that_hardly_moves_are_those_of_standing_still() -> None:
    made = navigation(horizon=100, test_goals=200, test_paths=2, test_steps=1)
    with torch.no_grad():
        made._starts[MAML].start.zero_()[-2:] = -20.0  # no mean, no noise
    made._measure()
    mean, half = float(made._test.returns[0, 0]), float(made._test.half[0, 0])
    assert abs(mean + 38.26) < half
    assert half < 3


def test_what_is_shown_is_what_the_learner_makes_of_the_goals() -> None:
    made = navigation()
    made.step()
    frame, training = made.look(), made._starts[MAML]
    assert isinstance(training, PolicyTraining)
    plane, goals, draws = Plane(12), torch.tensor(GOALS), generator(0, 22)
    drawn = [noise(16, 4, plane, draws)[:, :3] for _ in range(3)]
    found = fast.learned(training.policy, training.start, plane, goals, drawn[:1], Judging(), 0.1)
    after = fast.lesson(training.policy, found.reached, plane, goals, drawn[1], Judging())
    np.testing.assert_allclose(frame.course.returns[0, 0], found.lessons[0].paths.returns.mean(1), rtol=1e-5)
    np.testing.assert_allclose(frame.course.returns[1, 0], after.paths.returns.mean(1), rtol=1e-5)
    np.testing.assert_allclose(frame.course.walks[1, 0, :, :, 1], after.paths.places[:, :3, 1], rtol=1e-5)
    np.testing.assert_allclose(frame.course.moved[0, 0], 0.1 * frame.course.slope[0, 0], rtol=1e-4)
    np.testing.assert_allclose(frame.course.moved[1, 0], 0.05 * frame.course.slope[1, 0], rtol=1e-4)


def test_what_others_learn_changes_nothing_for_a_method() -> None:
    alone, together = navigation(), navigation(**EVERY)
    for made in (alone, together):
        made.step()
    for name, weight in alone.weights().items():
        torch.testing.assert_close(weight, together.weights()[name], rtol=0, atol=0)


def test_scratch_stays_and_the_oracle_does_not_adapt() -> None:
    made = navigation(**EVERY)
    before = made.weights()
    frame = made.step()
    after = made.weights()
    moved = {name.partition(".")[0] for name in before if not torch.equal(before[name], after[name])}
    assert moved == {*METHODS} - {SCRATCH}
    assert not frame.course.moved[:, METHODS.index(ORACLE)].any()
    assert "does not adapt" in str(captions_of(frame, ORACLE)[0])


def test_a_moved_goal_is_adapted_to_and_undo_brings_the_picture_back() -> None:
    made = navigation()
    made.step()
    before = made.look().course
    rows = [[-0.3, -0.3], *GOALS[1:]]
    undo = made.inverse("goals", rows)
    made.change("goals", rows)
    after = made.look().course
    assert not np.allclose(after.returns[:, :, 0], before.returns[:, :, 0])
    np.testing.assert_allclose(after.returns[:, :, 1:], before.returns[:, :, 1:], rtol=1e-5)  # the others stay
    for name, value in undo:
        made.change(name, value)
    np.testing.assert_array_equal(made.look().course.walks, before.walks)


def test_a_gesture_is_followed_on_fewer_paths_and_ends_with_all() -> None:
    made = navigation(test_paths=14)
    made.change("goals", GOALS[:2], draft=True)
    assert made.look().course.paths == 10
    made.change("goals", GOALS[:2])
    assert made.look().course.paths == 14


def test_goals_outside_the_plane_and_too_many_are_refused() -> None:
    made = navigation()
    before = made.look()
    wrong: list[tuple[list[list[float]], str]] = [
        ([[0.1, 1.5]], "plane"),
        ([[0.1, 0.2]] * 17, "1 to 16"),
        ([], "1 to 16"),
        ([[0.1]], "two numbers"),
    ]
    for rows, told in wrong:
        with pytest.raises(UserError, match=told):
            made.change("goals", rows)
    assert made.look() is before


def test_what_takes_too_much_is_refused_with_its_estimate() -> None:
    huge = {"tasks": 64, "paths": 64, "horizon": 200, "hidden_units": 128, "updates": 100}
    with pytest.raises(UserError, match="over the limit of 1e"):
        NavigationSettings.parse({**SMALL, **huge})
    with pytest.raises(UserError, match="one must take part"):
        NavigationSettings.parse({"maml": False, "pretraining": False})
    with pytest.raises(UserError) as caught:
        NavigationSettings.parse({"estimator": "exact", "rule": "trpo"})
    assert {problem.where for problem in caught.value.problems} == {"ends", "rule"}


WIDE = {"tasks": 64, "paths": 64, "horizon": 200, "hidden_units": 128, "hidden_layers": 3}


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"updates": 100, "tasks": 64, "paths": 64, "horizon": 200}, "updates"),
        ({"updates": 1, "rule": "trpo", "directions": 50, **WIDE}, "paths"),
        ({"updates": 1, "rule": "trpo", "directions": 50, "inner_steps": 3, **EVERY, **WIDE}, "paths"),
        ({"updates": 1, "compare": True, "draws": 16, "tasks": 30, "paths": 30, "hidden_units": 128}, "draws"),
        ({"updates": 100, "compare": True, "draws": 3, "tasks": 30, "paths": 30, "hidden_units": 128}, "updates"),
    ],
)
def test_where_it_takes_too_much_what_is_told_to_do_instead_is_enough(values: dict[str, object], where: str) -> None:
    with pytest.raises(UserError) as caught:
        NavigationSettings.parse(values)
    (problem,) = caught.value.problems
    assert problem.where == where
    told = str(problem)
    if where == "paths":
        goals, paths = map(int, re.findall(r"on (\d+) goals with (\d+) paths would fit", told)[0])
        fitting, more = {"tasks": goals, "paths": paths}, {"tasks": goals, "paths": paths + 1}
    else:
        (most,) = map(int, re.findall(r"at most (\d+)", told))
        fitting, more = {where: most}, {where: most + 1}
    NavigationSettings.parse({**values, **fitting})
    with pytest.raises(UserError):
        NavigationSettings.parse({**values, **more})


def test_exact_gradients_and_comparisons_count_as_work() -> None:
    big = {"updates": 40, "tasks": 64, "paths": 26, "hidden_units": 48, "ends": False, "pretraining": False}
    NavigationSettings.parse(big)
    for more in ({"estimator": "exact"}, {"compare": True, "draws": 16}):
        with pytest.raises(UserError, match="over the limit"):
            NavigationSettings.parse({**big, **more})


def test_trusted_steps_are_told_with_their_divergence() -> None:
    frame = navigation(rule="trpo").step()
    assert 0 < frame.metrics["maml.kl"] <= 0.01
    assert 0 < frame.metrics["maml.accepted"] <= 1


def test_estimates_are_of_one_start_until_the_next_window() -> None:
    made = navigation(compare=True)
    assert made.look().comparison is None
    begun = [
        (frame.comparison.step, frame.comparison.draws) for frame in (made.step() for _ in range(4)) if frame.comparison
    ]
    assert begun == [(0, 2), (0, 4), (2, 2), (2, 4)]


def test_angles_lengths_and_spreads_are_those_of_plain_arithmetic() -> None:
    draws = torch.Generator().manual_seed(0)
    rows = torch.randn(6, len(ESTIMATES), 4, generator=draws) + torch.tensor([2.0, 0, 0, 0])
    kept = Estimates(torch.zeros(4))
    kept.begin_anew(torch.zeros(4), 3)
    for row in rows:
        kept.take(row)
    found = kept.comparison()
    assert found is not None
    assert (found.step, found.draws, found.counts.tolist()) == (3, 6, [1, 2, 4])
    means = rows.double().mean(0)
    truth = means[-1]
    for place in range(len(ESTIMATES)):
        for index, count in enumerate((1, 2, 4)):
            part = rows[:count, place].double().mean(0)
            cosine = float(part @ truth / part.norm() / truth.norm())
            assert found.angles[index, place] == pytest.approx(np.degrees(np.arccos(min(cosine, 1))), abs=0.1)
        assert found.length[place] == pytest.approx(float(means[place].norm() / truth.norm()), rel=1e-5)
        gaps = rows[:, place].double() - means[place]
        spread = float(gaps.square().sum(1).mean().sqrt() / truth.norm())
        assert found.spread[place] == pytest.approx(spread, rel=1e-4)


def test_captions_have_the_frames_numbers() -> None:
    frame = navigation().step()
    told = [str(caption) for caption in captions_of(frame, MAML)]
    assert len(told) == frame.ticks() == 9
    assert f"{float(frame.course.returns[0, 0].mean()):.3g}" in told[0]
    assert f"{float(frame.course.slope[1, 0, 0]):.3g}" in told[6]
    assert told[7].startswith("Update 2")
    assert told[8].startswith("Collect again, after 2 of 2")


def test_goals_of_training_are_those_of_the_family() -> None:
    ring = navigation(family="ring")
    assert ring._judge._goals.norm(dim=1).numpy() == pytest.approx(0.5)
    assert drawn_goals("ring", 3, generator(0, 20)).shape == (3, 2)


def test_a_policy_that_remembers_is_shown_episode_by_episode() -> None:
    made = navigation(rl2=True)
    frame, training = made.step(), made._starts[RL2]
    assert isinstance(training, RecurrentTraining)
    plane, goals, draws = Plane(12), torch.tensor(GOALS), generator(0, 22)
    drawn = [noise(16, 4, plane, draws)[:, :3] for _ in range(3)]
    episodes = list(tried(training.policy, training.start, plane, goals, drawn))
    index = frame.methods.index(RL2)
    for stage, episode in enumerate(episodes):
        np.testing.assert_allclose(frame.course.returns[stage, index], episode.paths.returns.mean(1), rtol=1e-5)
    memories = [episode.before.view(3, 4, -1).mean(1) for episode in episodes]
    np.testing.assert_allclose(frame.course.moved[0, index], (memories[1] - memories[0]).norm(dim=1), rtol=1e-4)
    assert not frame.course.slope[:, index].any()
    assert frame.course.moved[:, index].all()
    weights = training.policy.first_action(training.start, torch.zeros(1, 2), episodes[1].before[:4])  # goal A
    middle = len(frame.course.places) // 2
    np.testing.assert_allclose(frame.course.arrows[1, index, middle], 0.1 * weights[0], atol=1e-6)


def test_captions_of_a_policy_that_remembers_tell_of_episodes() -> None:
    frame = navigation(rl2=True).step()
    told = [str(caption) for caption in captions_of(frame, RL2)]
    assert told[0].startswith("Collect: episode 1 of 3")
    assert told[2].startswith("No gradient")
    assert f"{float(frame.course.moved[0, frame.methods.index(RL2), 0]):.3g}" in told[2]
    assert told[3].startswith("Remembered, after episode 1")
    assert told[8].startswith("Collect: episode 3 of 3")


def test_a_policy_that_remembers_learns_alone_as_it_does_beside_others() -> None:
    alone, together = navigation(maml=False, rl2=True), navigation(**EVERY)
    for made in (alone, together):
        made.step()
    for name, weight in alone.weights().items():
        torch.testing.assert_close(weight, together.weights()[name], rtol=0, atol=0)
    assert sum(weight.numel() for weight in alone.weights().values()) == alone.settings.weights_count
