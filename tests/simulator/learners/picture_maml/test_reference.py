"""The readable methods against torch's layers, finite differences and what theory says of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from metascope.simulator.learners.picture_maml.networks import Convolutional, Network, Perceptron, Weights
from metascope.simulator.learners.picture_maml.plan import KINDS, RATE, Examples, Kind, Plan, Tasks, mean_rate
from metascope.simulator.learners.picture_maml.reference import answers, lesson, rates_of, scores, walk
from tests.simulator.learners.picture_maml.cases import (
    CONVOLUTION,
    TWO_STEPS,
    UNITS,
    close,
    drawn,
    flat,
    generator,
    modules,
    rates_in,
    start,
)

NETWORKS: tuple[Network, ...] = (CONVOLUTION, UNITS)


def gradient_at(network: Network, weights: Weights, examples: Examples, t: int = 0) -> Weights:
    """Return the gradient of the mean cross-entropy of one task's pictures."""
    leaves = {name: weight.clone().requires_grad_() for name, weight in weights.items()}
    found = F.cross_entropy(scores(network, leaves, examples.pictures[t]), examples.labels[t])
    return dict(zip(leaves, torch.autograd.grad(found, list(leaves.values())), strict=True))


@pytest.mark.parametrize("network", [*NETWORKS, Convolutional(9, 3, 2, 4, "stride"), Convolutional(5, 3, 1, 2)])
def test_scores_are_those_of_torchs_modules_in_training(network: Network) -> None:
    pictures, weights = drawn(network).support.pictures[0], start(network)
    wanted = modules(network, weights)(pictures.unsqueeze(1))
    assert close(scores(network, weights, pictures), wanted)


def test_the_mean_of_the_last_map_is_read_as_published() -> None:
    network = Convolutional(8, 4, 2, 3, "stride", "mean")
    weights, pictures = start(network), drawn(network).query.pictures[0]
    body = modules(replace(network, reading="flat"), start(replace(network, reading="flat")))[:-2]
    for parameter, weight in zip(body.parameters(), weights.values(), strict=False):
        parameter.data.copy_(weight)
    features = body(pictures.unsqueeze(1)).mean((2, 3))
    assert close(scores(network, weights, pictures), F.linear(features, weights["head.weights"], weights["head.bias"]))


@pytest.mark.parametrize("kind", ["maml", "anil", "meta_sgd"])
@pytest.mark.parametrize("network", NETWORKS)
def test_the_meta_gradient_agrees_with_finite_differences(network: Network, kind: Kind) -> None:
    tasks, weights = drawn(network, 1), start(network, kind)
    slopes, step = lesson(network, kind, weights, tasks, TWO_STEPS).slopes, 1e-6
    for name in weights:
        direction = torch.randn(weights[name].shape, generator=generator(3), dtype=torch.float64)
        there, back = (
            lesson(network, kind, weights | {name: weights[name] + sign * step * direction}, tasks, TWO_STEPS).loss
            for sign in (1, -1)
        )
        assert float((there - back) / (2 * step)) == pytest.approx(
            float((slopes[name] * direction).sum()), rel=1e-4, abs=1e-7
        )


@pytest.mark.parametrize("kind", ["maml", "fomaml", "anil"])
def test_with_a_rate_of_zero_every_method_trains_on_the_queries(kind: Kind) -> None:
    tasks, weights = drawn(CONVOLUTION, 1), start(CONVOLUTION)
    found = lesson(CONVOLUTION, kind, weights, tasks, Plan(2, 0.0)).slopes
    assert close(flat(found), flat(gradient_at(CONVOLUTION, weights, tasks.query)))


def test_first_order_is_the_gradient_where_adaptation_ends() -> None:
    tasks, weights = drawn(CONVOLUTION, 1), start(CONVOLUTION)
    *_, last = walk(CONVOLUTION, "fomaml", weights, tasks, TWO_STEPS)
    wanted = gradient_at(CONVOLUTION, {name: weight[0] for name, weight in last.weights.items()}, tasks.query)
    assert close(flat(lesson(CONVOLUTION, "fomaml", weights, tasks, TWO_STEPS).slopes), flat(wanted))


def test_first_and_second_order_differ() -> None:
    tasks, weights = drawn(CONVOLUTION), start(CONVOLUTION)
    first, second = (flat(lesson(CONVOLUTION, kind, weights, tasks, TWO_STEPS).slopes) for kind in KINDS[1::-1])
    assert float((first - second).norm()) > 0.01 * float(second.norm())


def test_learned_rates_that_are_all_alike_are_maml() -> None:
    tasks, weights = drawn(UNITS), start(UNITS)
    rates = rates_of(UNITS, TWO_STEPS.rate, weights["head.bias"])
    found = lesson(UNITS, "meta_sgd", weights | rates, tasks, TWO_STEPS).slopes
    wanted = lesson(UNITS, "maml", weights, tasks, TWO_STEPS).slopes
    assert close(flat({name: found[name] for name in wanted}), flat(wanted))
    assert set(rates_in(found)) == set(wanted)


def test_rates_are_drawn_as_published() -> None:
    drawn_rates = flat(rates_of(UNITS, generator(), torch.zeros(())))
    assert 0.005 <= float(drawn_rates.min()) < 0.01
    assert 0.095 < float(drawn_rates.max()) <= 0.1


def test_anil_leaves_the_body_as_it_is() -> None:
    weights = start(CONVOLUTION)
    *_, last = walk(CONVOLUTION, "anil", weights, drawn(CONVOLUTION), TWO_STEPS)
    kept = [name for name in weights if torch.equal(last.weights[name][1], weights[name])]
    assert kept == [name for name in weights if not name.startswith("head.")]


def test_reptile_moves_by_the_sum_of_the_inner_gradients() -> None:
    tasks, weights = drawn(UNITS, 1), start(UNITS)
    every, theta, total = tasks.support.joined(tasks.query), dict(weights), torch.zeros(())
    for _ in range(3):
        slopes = gradient_at(UNITS, theta, every)
        theta, total = {name: theta[name] - 0.2 * slopes[name] for name in theta}, total + flat(slopes)
    assert close(flat(lesson(UNITS, "reptile", weights, tasks, Plan(3, 0.2)).slopes), 0.2 * total)


def test_reptile_takes_the_minibatches_that_it_is_given() -> None:
    tasks, weights = drawn(UNITS, 1), start(UNITS)
    every, places = tasks.support.joined(tasks.query), torch.tensor([[[0, 7, 3, 12]]])
    some = Examples(every.pictures[:, places[0, 0]], every.labels[:, places[0, 0]])
    found = lesson(UNITS, "reptile", weights, tasks, Plan(1, 0.2), places)
    assert close(flat(found.slopes), 0.2 * flat(gradient_at(UNITS, weights, some)))


@pytest.mark.parametrize("kind", KINDS)
def test_a_batch_teaches_the_mean_of_its_tasks(kind: Kind) -> None:
    tasks, weights = drawn(UNITS, 3), start(UNITS, kind)
    each = [lesson(UNITS, kind, weights, tasks.part(slice(t, t + 1)), TWO_STEPS) for t in range(3)]
    found = lesson(UNITS, kind, weights, tasks, TWO_STEPS)
    assert close(flat(found.slopes), torch.stack([flat(one.slopes) for one in each]).mean(0))
    assert close(found.loss, torch.stack([one.loss for one in each]).mean())


def query_of(tasks: Tasks, rows: Tensor) -> Tasks:
    return Tasks(tasks.support, Examples(tasks.query.pictures[:, rows], tasks.query.labels[:, rows]))


@pytest.mark.parametrize("network", NETWORKS)
def test_a_query_is_answered_by_itself_only_with_the_statistics_of_the_supports(network: Network) -> None:
    tasks, weights, rows = drawn(network, 1), start(network), torch.tensor([0, 4])
    for plan, alone in ((replace(TWO_STEPS, statistics="support"), True), (TWO_STEPS, False)):
        whole, part = (answers(network, weights, given, plan) for given in (tasks, query_of(tasks, rows)))
        assert close(whole[rows], part) is alone


def test_supports_are_normalized_alike_whatever_queries_are() -> None:
    tasks, weights = drawn(UNITS, 1), start(UNITS)
    both = torch.cat([tasks.support.pictures[0], tasks.query.pictures[0]])
    found = scores(UNITS, weights, both, len(tasks.support.pictures[0]))[: len(tasks.support.pictures[0])]
    assert close(found, scores(UNITS, weights, tasks.support.pictures[0]))


@pytest.mark.parametrize(("label", "rate"), [("mean", 0.4), ("class", 2.0), ("sum", 4.0)])
def test_rates_of_other_losses_are_turned_into_those_of_the_mean(label: str, rate: float) -> None:
    ways, shots = 5, 2
    logits, labels = torch.randn(10, 5, generator=generator()), torch.arange(5).repeat_interleave(2)
    losses = F.cross_entropy(logits.requires_grad_(), labels, reduction="none")
    loss = {"mean": losses.mean(), "class": losses.view(ways, shots).mean(1).sum(), "sum": losses.sum()}[label]
    (by_label,) = torch.autograd.grad(loss, logits, retain_graph=True)
    (by_mean,) = torch.autograd.grad(losses.mean(), logits)
    turned = mean_rate(0.4, label, ways, shots)  # type: ignore[arg-type]
    assert turned == pytest.approx(rate)
    assert torch.allclose(0.4 * by_label, turned * by_mean)


def test_what_nobody_trained_answers_by_chance() -> None:
    network = Perceptron(6, (8,), 5)
    tasks = drawn(network, 300, 1, 2)
    first = next(walk(network, "maml", network.initial(generator(), torch.float64), tasks, Plan(0)))
    right = first.accuracies(tasks)
    assert float(right.mean()) == pytest.approx(0.2, abs=4 * float(right.std()) / 300**0.5)


def test_a_step_down_lowers_the_loss_of_the_supports() -> None:
    tasks = drawn(CONVOLUTION, 4)
    losses = [moment.losses(tasks)[0] for moment in walk(CONVOLUTION, "maml", start(CONVOLUTION), tasks, Plan(1, 1e-3))]
    assert bool((losses[1] < losses[0]).all())


def test_sizes_are_those_of_the_weights() -> None:
    for network in (*NETWORKS, Convolutional(28, 64, 4), Convolutional(28, 64, 4, shrinking="stride", reading="mean")):
        weights = network.initial(generator())
        assert {name: tuple(weight.shape) for name, weight in weights.items()} == network.shapes()
        assert network.parameters == sum(weight.numel() for weight in weights.values())
    assert Convolutional(28, 64, 4, shrinking="stride").features == 256
    assert not any(name.startswith(RATE) for name in weights)
