"""A run of the sines story: frames that tell the truth, the same run from the same seed, going on from any state."""

from __future__ import annotations

import math
from dataclasses import fields

import numpy as np
import pytest
import torch

from metascope.simulator.learners.fewshot import reference
from metascope.simulator.learners.fewshot.tuning import GRID
from metascope.simulator.stories.sines import measuring, notices, shown_task
from metascope.simulator.stories.sines.anchors import anchors
from metascope.simulator.stories.sines.captions import captions_of
from metascope.simulator.stories.sines.frame import MetaTest, SinesFrame
from metascope.simulator.stories.sines.names import ANIL, METHODS, ORACLE, REPTILE, SCRATCH
from metascope.simulator.stories.sines.settings import SinesSettings
from metascope.simulator.tasks.networks import Network
from metascope.simulator.tasks.waves import CPU
from tests.contracts.runs import assert_same
from tests.simulator.devices import There, pretended_gpu
from tests.simulator.stories.played import after
from tests.simulator.stories.sines import EVERYBODY, simulation
from tests.tiers import first_quick

NETWORK = Network((1, 5, 5, 1), "tanh", "squares")
LAYERS = [slice(0, 10), slice(10, 40), slice(40, 46)]  # of the parameters: weights and biases


def place(name: str) -> int:
    return METHODS.index(name)


def support(frame: SinesFrame) -> tuple[torch.Tensor, torch.Tensor]:
    points = torch.from_numpy(frame.task.support.copy())
    return points[:, :1], points[:, 1:]


@pytest.mark.parametrize("method", first_quick(["maml", "fomaml", "reptile", "pretraining", "scratch"], 2))
def test_what_is_shown_is_gradient_descent_from_the_exported_start(method: str) -> None:
    made = simulation()
    frame = after(made, 2)
    index, rate = place(method), float(frame.rates[place(method)])
    theta = start = made.weights()[f"{method}.phi"]
    x = torch.from_numpy(frame.task.x.copy()).view(1, -1, 1)
    for j in range(frame.ticks()):
        fit = NETWORK.outputs(theta.view(1, -1), x)[0, :, 0].numpy()
        np.testing.assert_allclose(frame.adaptation.fits[j, index], fit, atol=1e-5)
        loss = float(reference.loss(NETWORK, theta, support(frame)))
        assert frame.adaptation.support_loss[j, index] == pytest.approx(loss, rel=1e-5)
        error = float(np.mean((fit - frame.task.truth) ** 2))
        assert frame.adaptation.error[j, index] == pytest.approx(error, rel=1e-4)
        for layer, part in enumerate(LAYERS):
            way = float((theta[part] - start[part]).norm() / start[part].norm())
            assert frame.adaptation.moved[j, index, layer] == pytest.approx(way, abs=1e-5)
            cosine = float(theta[part].double() @ start[part].double() / theta[part].norm() / start[part].norm())
            turned = math.degrees(math.acos(min(1.0, cosine)))
            assert frame.adaptation.turned[j, index, layer] == pytest.approx(turned, abs=0.05)
        if j + 1 < frame.ticks():
            before = theta
            theta = reference.adapted(
                NETWORK, theta.clone().requires_grad_(), rate, support(frame), 1, first=True
            ).detach()
            norm = float((theta - before.detach()).norm()) / rate
            assert frame.adaptation.gradient_norm[j, index] == pytest.approx(norm, rel=1e-3)


def test_anil_moves_nothing_but_its_last_layer() -> None:
    told = after(simulation(), 2).adaptation
    assert (told.moved[:, place(ANIL), :-1] == 0).all()
    assert (told.turned[:, place(ANIL), :-1] == 0).all()
    assert told.moved[-1, place(ANIL), -1] > 0
    assert (told.moved[-1, place("maml")] > 0).all()


def test_the_meta_test_is_what_adapting_to_each_wave_costs() -> None:
    made = simulation()
    frame = after(made, 2)
    assert frame.test is not None
    given, asked = shown_task.held_out(made.settings, CPU)
    phi = made.weights()["maml.phi"]
    costs = []
    for x, y, far, there in zip(given.x, given.y, asked.x, asked.y, strict=True):
        theta = reference.adapted(NETWORK, phi.clone().requires_grad_(), 0.01, (x, y), 3, first=True).detach()
        costs.append(float(reference.loss(NETWORK, theta, (far, there))))
    assert frame.metrics["maml.mse_3"] == pytest.approx(np.mean(costs), rel=1e-4)
    half = 1.96 * np.std(costs, ddof=1) / math.sqrt(len(costs))
    assert frame.metrics["maml.ci_3"] == pytest.approx(half, rel=1e-4)
    assert frame.test.mse[3, 0] == pytest.approx(np.mean(costs), rel=1e-4)
    assert frame.test.tasks == len(costs) == 6
    waves = frame.test.waves
    assert waves is not None
    np.testing.assert_allclose(waves.quartiles[:, 3, 0], np.quantile(costs, (0.25, 0.5, 0.75)), rtol=1e-4)
    assert frame.metrics["maml.median_3"] == pytest.approx(np.median(costs), rel=1e-4)
    assert waves.largest[3, 0] == pytest.approx(max(costs) / sum(costs), rel=1e-4)
    assert not waves.lost.any()


def spread_of(errors: list[float]) -> MetaTest:
    """Give the measurement of one method on these waves."""
    found = torch.tensor([errors, errors], dtype=torch.float32)[:, None]  # (J + 1, M, T)
    one = np.zeros((2, 1), np.float32)
    mse, waves = found.mean(-1).numpy(), measuring.spread(found)
    return MetaTest(step=0, tasks=len(errors), mse=mse, half=one, moved=one, turned=one, waves=waves)


@pytest.mark.parametrize(
    ("errors", "told"),
    [
        ([1.0] * 30, []),
        ([*([1.0] * 18), 3.0, math.nan, math.inf], ["diverges on 2 of 21 held-out waves", "median error is 1"]),
        ([*([1.0] * 29), 71.0], ["one of 30 held-out waves makes up 71%", "median error is 1"]),
    ],
)
def test_a_mean_that_says_little_is_noticed_and_the_median_stands_beside_it(
    errors: list[float], told: list[str]
) -> None:
    frame = simulation().look()
    settings = SinesSettings.parse({name: name == "maml" for name in METHODS})
    found = notices.notices(settings, frame.task, frame.adaptation, spread_of(errors))
    assert len(found) == bool(told)
    assert all(part in str(found[0]) for part in told)


def test_most_waves_lost_leave_no_median() -> None:
    waves = measuring.spread(torch.tensor([1.0, 2.0, math.nan, math.inf, math.nan]).expand(1, 1, 5))
    assert waves.quartiles[0, 0, 0] == 2.0
    assert np.isnan(waves.quartiles[1:, 0, 0]).all()
    assert waves.lost[0, 0] == 3


@pytest.mark.slow
def test_rivals_adapt_with_the_rate_that_serves_them_best_on_other_waves() -> None:
    made = simulation(test_steps=10, shots=10, hidden_units=20)
    network = Network((1, 20, 20, 1), "tanh", "squares")
    given, asked = shown_task.validation(made.settings, CPU)
    held = shown_task.held_out(made.settings, CPU)[0]
    assert not set(given.amplitude.flatten().tolist()) & set(held.amplitude.flatten().tolist())

    def cost(phi: torch.Tensor, rate: float) -> float:
        theta = phi.expand(len(given.x), -1)
        for _ in range(10):
            theta = theta - rate * network.loss_and_gradient(theta, given.x, given.y)[1]
        return float(network.loss(theta, asked.x, asked.y).mean().nan_to_num(torch.inf))

    grid = tuple(GRID)
    for steps in (0, 2):  # all rates are tried at first, then those beside the last one
        frame = after(made, steps)
        phi, chosen = made.weights()["pretraining.phi"], float(frame.rates[place("pretraining")])
        costs = {rate: cost(phi, rate) for rate in grid}
        at = min(range(len(grid)), key=lambda index: abs(grid[index] - chosen))
        assert costs[grid[at]] == pytest.approx(min(costs.values()), rel=1e-4)
        grid = grid[max(0, at - 1) : at + 2]


def test_a_sentence_tells_the_numbers_of_its_step() -> None:
    frame = after(simulation(), 2)
    loss, error = frame.adaptation.support_loss[:, 0], frame.adaptation.error[:, 0]
    first, _, second, _ = map(str, captions_of(frame, "maml"))
    assert (
        first == f"Before adapting, MAML's loss on the 4 points is {loss[0]:.3g}; error against the wave {error[0]:.3g}"
    )
    assert f"Inner step 2 of 3 (rate 0.01): loss on 4 points {loss[1]:.3g} → {loss[2]:.3g}" in second
    assert f"error against the wave {error[1]:.3g} → {error[2]:.3g}" in second
    shares = ", ".join(f"{share:.1%}" for share in frame.adaptation.moved[2, 0])
    assert second.endswith(f"the layers have moved by {shares}")


@pytest.mark.slow
def test_a_measurement_is_a_metric_at_its_step_and_is_shown_until_the_next() -> None:
    made = simulation()
    seen = [after(made, 1) for _ in range(4)]
    assert ["maml.mse_3" in frame.metrics for frame in seen] == [False, True, False, True]
    assert [frame.test.step for frame in seen if frame.test] == [0, 2, 2, 4]
    assert seen[1].test is seen[2].test
    assert all("maml.loss" in frame.metrics for frame in seen)
    assert all(f"{SCRATCH}.loss" not in frame.metrics for frame in seen)


def test_a_step_is_several_meta_iterations_on_new_waves() -> None:
    frame = after(simulation(updates=3), 2)
    assert (frame.step, frame.iterations) == (2, 6)


def test_all_begin_with_one_network_and_scratch_stays_there() -> None:
    made = simulation(meta_sgd_start="drawn")
    begun = made.weights()
    plain_ones = [begun[f"{name}.phi"] for name in METHODS if name != ORACLE]
    assert all(torch.equal(phi, plain_ones[0]) for phi in plain_ones)
    after(made, 2)
    moved = {name for name in METHODS if not torch.equal(made.weights()[f"{name}.phi"], begun[f"{name}.phi"])}
    assert moved == set(METHODS) - {SCRATCH}
    assert float(begun["meta_sgd.rates"].std()) > 0.01


@pytest.mark.slow
def test_a_person_may_run_any_set_of_methods() -> None:
    none = dict.fromkeys(EVERYBODY, False)
    for alone in METHODS:
        frame = after(simulation(**none | {alone: True}), 2)
        assert frame.methods == (alone,)
        assert (frame.plane is None) == (alone == ORACLE)


@pytest.mark.slow
def test_a_method_learns_the_same_alone_and_in_company() -> None:
    alone = simulation(**dict.fromkeys(EVERYBODY, False) | {REPTILE: True})
    company = simulation()
    after(alone, 2)
    after(company, 2)
    torch.testing.assert_close(alone.weights()["reptile.phi"], company.weights()["reptile.phi"])


@pytest.mark.slow
def test_the_same_seed_gives_the_same_run_and_another_one_another() -> None:
    one, other = after(simulation(), 3), after(simulation(), 3)
    assert_same(one, other, METHODS)
    assert not np.array_equal(one.adaptation.fits, after(simulation(seed=1), 3).adaptation.fits)


@pytest.mark.parametrize("plane", first_quick(["pca", "starts", "random"]))
def test_a_run_goes_on_from_its_state_as_if_nothing_had_come_since(plane: str) -> None:
    made = simulation(plane=plane)
    after(made, 3)
    made.change("points", [[0.0, 1.0], [1.0, 2.0]], draft=True)
    state, there, wanted = made.state(), made.look(), after(made, 2)
    other = simulation(plane=plane)
    other.restore(state)
    assert_same(other.look(), there, METHODS)
    assert_same(after(other, 2), wanted, METHODS)


@pytest.mark.slow
@pytest.mark.parametrize("plane", ["pca", "starts", "random"])
def test_a_run_on_a_gpu_is_the_same_and_its_states_are_of_the_cpu(plane: str) -> None:
    wanted = after(simulation(plane=plane), 3)
    with pretended_gpu() as pretended:
        made = simulation(plane=plane, device="cuda")
        assert_same(after(made, 3), wanted, METHODS)
        state, weights = made.state(), made.weights()
        made.restore(state)
        made.load_weights(weights)
    assert not any(isinstance(value, There) for value in (*state.values(), *weights.values()))
    assert pretended.products["cuda"] > 0
    assert pretended.products["cpu"] == 0


def test_arrays_that_did_not_change_are_the_same_objects() -> None:
    made = simulation(test_every=9, plane_every=9)
    one, other = after(made, 1), after(made, 1)
    assert one.task is other.task
    assert one.test is other.test
    assert one.plane is not None
    assert other.plane is not None
    same = {field.name for field in fields(one.plane)} - {"inner", "inner_residual"}
    assert all(getattr(one.plane, name) is getattr(other.plane, name) for name in same)


@pytest.mark.parametrize(("phases", "zero", "joint"), [(math.pi, 4.2517, 3.0057), (2 * math.pi, 4.2517, 4.2517)])
def test_the_anchors_are_those_of_the_closed_form(phases: float, zero: float, joint: float) -> None:
    found = anchors(phases)
    assert [found.zero, found.joint] == pytest.approx([zero, joint], abs=1e-4)


@pytest.mark.slow
def test_the_published_table_stands_beside_its_own_settings_only() -> None:
    only = {"hidden_units": 40, "activation": "relu", "shots": 5, "tasks": 25, "updates": 1}
    told = after(simulation(**only), 0).published
    assert [(row.method, row.steps, row.mse) for row in told] == [
        ("maml", (1, 5, 10), (0.67, 0.38, 0.35)),
        ("pretraining", (1, 5, 10), (2.41, 2.23, 2.19)),
    ]
    assert not after(simulation(**only | {"shots": 10}), 0).published


def test_truncated_initial_weights_are_those_of_the_published_code() -> None:
    phi = simulation(init="truncated", hidden_units=40).weights()["scratch.phi"]
    weights = phi[phi != 0]
    assert len(weights) == 40 + 1600 + 40, "biases are 0"
    assert float(weights.abs().max()) <= 0.02
    assert 0.008 < float(weights.std()) < 0.01, "truncated at two standard deviations"


def test_settings_name_the_run_for_a_form() -> None:
    made = SinesSettings.parse({"hidden_units": 64, "hidden_layers": 3})
    assert made.hidden == (64, 64, 64)
    assert made.parameters == 128 + 2 * 4160 + 65
