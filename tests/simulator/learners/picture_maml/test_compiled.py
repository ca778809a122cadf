"""Compiled convolutions against torch's, and lessons by them against the twin in double precision."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.picture_maml import compiled, fast, reference
from metascope.simulator.learners.picture_maml.networks import Convolutional, Network, Perceptron
from metascope.simulator.learners.picture_maml.plan import KINDS, Kind, Plan, Statistics
from metascope.simulator.learners.picture_maml.products import Grouped
from metascope.simulator.learners.picture_maml.tiled import Tiled
from metascope.simulator.learners.picture_maml.training import minibatches
from tests.simulator.learners.picture_maml.cases import TWO_STEPS, drawn, flat, generator, narrow, start

pytestmark = pytest.mark.usefixtures("kernels")

SIZES: list[tuple[Network, int, int, Statistics]] = [  # network, tasks, shots
    (Convolutional(8, 4, 2, 3), 3, 2, "batch"),
    (Convolutional(9, 5, 2, 3), 1, 1, "support"),
    (Convolutional(28, 8, 4, 2), 2, 1, "batch"),  # the last block is given maps of 3 pixels
    (Convolutional(13, 16, 2, 2), 2, 3, "support"),
    (Convolutional(14, 64, 3, 3), 2, 1, "batch"),
    (Convolutional(19, 33, 3, 2), 1, 2, "batch"),
]
BLOCKS = [  # T, M, S, D, C
    (1, 1, 1, 1, 1),
    (2, 3, 14, 64, 64),
    (3, 2, 7, 17, 16),
    (2, 7, 3, 8, 32),
    (4, 5, 13, 33, 20),
    (1, 40, 7, 16, 48),  # more maps than are convolved together
]


def apart(found: Tensor, wanted: Tensor) -> float:
    return float((found.double() - wanted).norm() / wanted.norm())


def normal(seed: int, *shape: int) -> Tensor:
    return torch.randn(shape, generator=generator(seed), dtype=torch.float64)


@pytest.mark.parametrize(("tasks", "maps", "side", "given", "made"), BLOCKS)
def test_products_and_their_derivatives_are_torchs(tasks: int, maps: int, side: int, given: int, made: int) -> None:
    pixels = maps * side**2
    x, dx = (normal(seed, 1, pixels, tasks * given) for seed in (0, 1))
    w, dw = (normal(seed, tasks, made, 3, 3, given) for seed in (2, 3))
    g, dg = (normal(seed, 1, pixels, tasks * made) for seed in (4, 5))
    exact, found = Grouped(tasks, side, 1), Tiled(tasks, side)
    one, other = x.float(), dx.float()
    assert apart(found.of(one, w.float()), exact.of(x, w)) < 5e-6
    assert apart(found.moved(one, w.float(), None, dw.float()), exact.moved(x, w, None, dw)) < 5e-6
    assert apart(found.moved(one, w.float(), other, dw.float()), exact.moved(x, w, dx, dw)) < 5e-6
    back = found.back(g.float(), one, w.float())
    pairs = ((g.float(), dg.float()), (one, other), (w.float(), dw.float()))
    moved = found.back_moved(*pairs, further=True)
    unmoved = found.back_moved(pairs[0], (one, None), pairs[2], further=True)
    wanted = exact.back(g, x, w), exact.back_moved((g, dg), (x, dx), (w, dw), further=True)
    wanted_unmoved = exact.back_moved((g, dg), (x, None), (w, dw), further=True)
    for ours, theirs in zip((*back, *moved, *unmoved), (*wanted[0], *wanted[1], *wanted_unmoved), strict=True):
        assert ours is not None
        assert theirs is not None
        assert apart(ours, theirs) < 5e-6


def test_a_task_is_the_same_to_the_bit_whatever_is_beside_it() -> None:
    x, w, g = normal(0, 1, 5 * 49, 3 * 8).float(), normal(1, 3, 16, 3, 3, 8).float(), normal(2, 1, 245, 48).float()
    together, alone = Tiled(3, 7), Tiled(1, 7)
    own_x, own_w, own_g = x[..., 8:16].contiguous(), w[1:2].contiguous(), g[..., 16:32].contiguous()
    assert torch.equal(together.of(x, w)[..., 16:32], alone.of(own_x, own_w))
    by_x, by_w = together.back(g, x, w)
    by_own_x, by_own_w = alone.back(own_g, own_x, own_w)
    assert torch.equal(by_x[..., 8:16], by_own_x)
    assert torch.equal(by_w[1:2], by_own_w)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("network", "tasks", "shots", "statistics"), SIZES)
def test_lessons_are_near_the_twin_in_double_precision(
    network: Network, tasks: int, shots: int, statistics: Statistics, kind: Kind
) -> None:
    given, weights = drawn(network, tasks, shots), start(network, kind)
    plan = Plan(2, 0.1, statistics)
    wanted = reference.lesson(network, kind, weights, given, plan)
    single, pictures = narrow(weights, given)
    found = compiled.lesson(network, kind, single, pictures, plan)
    assert set(found.slopes) == set(wanted.slopes)
    assert apart(flat({name: found.slopes[name] for name in wanted.slopes}), flat(wanted.slopes)) < 2e-4
    assert abs(float(found.loss) - float(wanted.loss)) < 1e-4
    assert float(found.accuracy) == pytest.approx(float(wanted.accuracy))


@pytest.mark.parametrize("statistics", ["batch", "support"])
@pytest.mark.parametrize("kind", KINDS)
def test_walks_are_near_the_twin_in_double_precision(kind: Kind, statistics: Statistics) -> None:
    network = SIZES[2][0]
    tasks, weights = drawn(network), start(network, kind)
    plan = Plan(2, 0.1, statistics)
    moments = list(reference.walk(network, kind, weights, tasks, plan))
    for found, wanted in zip(compiled.walk(network, kind, *narrow(weights, tasks), plan), moments, strict=True):
        assert apart(found.support, wanted.support) < 1e-4
        assert apart(found.query, wanted.query) < 1e-4
        assert all(apart(found.weights[name], weight) < 1e-4 for name, weight in wanted.weights.items())


def test_reptile_takes_the_same_minibatches() -> None:
    network = SIZES[0][0]
    tasks, weights = drawn(network), start(network)
    order = minibatches(2, network.ways * 5, 3, 4, generator())
    wanted = reference.lesson(network, "reptile", weights, tasks, Plan(3, 0.1), order)
    found = compiled.lesson(network, "reptile", *narrow(weights, tasks), Plan(3, 0.1), order)
    assert apart(flat({name: found.slopes[name] for name in wanted.slopes}), flat(wanted.slopes)) < 1e-4


def test_the_same_lesson_gives_the_same_bits() -> None:
    network = SIZES[2][0]
    weights, tasks = narrow(start(network), drawn(network))
    one = flat(compiled.lesson(network, "maml", weights, tasks, TWO_STEPS).slopes)
    compiled.lesson(network, "maml", weights, narrow(weights, drawn(network, seed=7))[1], TWO_STEPS)  # same buffers
    assert torch.equal(flat(compiled.lesson(network, "maml", weights, tasks, TWO_STEPS).slopes), one)


@pytest.mark.parametrize("network", [Convolutional(8, 4, 2, 3, "stride", "mean"), Perceptron(6, (5, 7), 3)])
def test_what_no_kernel_does_torch_does(network: Network) -> None:
    weights, tasks = narrow(start(network), drawn(network))
    found, wanted = (
        flat(engine.lesson(network, "maml", weights, tasks, TWO_STEPS).slopes) for engine in (compiled, fast)
    )
    assert torch.equal(found, wanted)


def test_double_precision_is_torchs() -> None:
    network = SIZES[0][0]
    tasks, weights = drawn(network), start(network)
    found, wanted = (
        flat(engine.lesson(network, "maml", weights, tasks, TWO_STEPS).slopes) for engine in (compiled, fast)
    )
    assert torch.equal(found, wanted)
