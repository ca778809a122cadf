"""Compiled embeddings against the readable twin in double precision: features, derivatives, measured statistics."""

from __future__ import annotations

from threading import Thread

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.baselines.classifier import Classifier
from metascope.simulator.learners.baselines.finetuning import FineTuning
from metascope.simulator.learners.embedding import chain, compiled, fast, machines, reference
from metascope.simulator.learners.embedding.machines import CALLS, Sizes
from metascope.simulator.learners.embedding.passes import Compiled, Traced
from metascope.simulator.learners.embedding.reference import Blocks, Statistics, Weights, initial
from tests.simulator.learners.embedding.test_fast import SIZES, STATISTICS, drawn, farthest, made, signed
from tests.simulator.learners.metric.episodes import generator, normal, pictures

pytestmark = pytest.mark.usefixtures("kernels")

MORE = [(Blocks(28, 64, 4), 20), (Blocks(14, 32, 3), 60), (Blocks(14, 16, 3, pooled=1), 50), (Blocks(30, 5, 2), 3)]


def single(weights: Weights) -> Weights:
    return {name: weight.float() for name, weight in weights.items()}


@pytest.mark.parametrize("statistics", STATISTICS)
@pytest.mark.parametrize(("blocks", "count"), [*SIZES, *MORE])
def test_it_is_near_the_readable_twin_in_double_precision(blocks: Blocks, count: int, statistics: Statistics) -> None:
    weights, given = signed(blocks), drawn(blocks.side, count)
    wanted = made(reference.embed, blocks, weights, given, statistics)
    assert farthest(made(compiled.embed, blocks, single(weights), given.float(), statistics), wanted) < 2e-5


@pytest.mark.parametrize("count", [1, chain.TOGETHER, 2 * chain.TOGETHER + 3])
def test_without_derivatives_any_number_of_pictures_passes(count: int) -> None:
    blocks = Blocks(14, 8, 3)
    weights, given = signed(blocks), drawn(14, count)
    wanted = reference.embed(weights, given)
    found = compiled.embed(single(weights), given.float())
    assert farthest({"features": found}, {"features": wanted}) < 1e-5
    alone = torch.cat([compiled.embed(single(weights), one.float()) for one in torch.split(given, 1)])
    assert torch.equal(found, alone)  # bit for bit, however many others there are


def test_buffers_that_wait_for_the_next_pass_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "_free", [])
    monkeypatch.setattr(chain, "_FREE", 10_000_000)
    weights = single(signed(Blocks(14, 8, 3)))
    for count in range(20, 60, 2):  # a room of its own each
        compiled.embed(weights, drawn(14, count).float(), "episode")
    assert 5_000_000 < sum(machine.nbytes for machine in chain._free) <= 10_000_000
    monkeypatch.setattr(chain, "_FREE", 0)
    compiled.embed(weights, drawn(14, 60).float(), "episode")
    assert len(chain._free) == 1  # the last one


def test_the_same_pictures_give_the_same_bits() -> None:
    blocks = Blocks(14, 8, 3)
    weights, given = single(signed(blocks)), drawn(14, 20).float()
    first = made(compiled.embed, blocks, weights, given, "episode")
    made(compiled.embed, blocks, weights, drawn(14, 20).flip(0).float(), "episode")  # in the same buffers
    again = made(compiled.embed, blocks, weights, given, "episode")
    assert all(torch.equal(again[name], value) for name, value in first.items())


def test_two_passes_at_a_time_do_not_share_buffers() -> None:
    blocks = Blocks(8, 4, 2)
    weights = {name: w.requires_grad_(w.dim() > 1) for name, w in single(signed(blocks)).items()}
    one, other = drawn(8, 6).float(), drawn(8, 6).flip(0).float()
    learned = [weight for weight in weights.values() if weight.requires_grad]
    alone = torch.autograd.grad(compiled.embed(weights, one, "episode").sum(), learned)
    first = compiled.embed(weights, one, "episode")
    compiled.embed(weights, other, "episode")
    assert all(map(torch.equal, torch.autograd.grad(first.sum(), learned), alone))


def test_threads_embed_beside_each_other() -> None:
    weights, given = single(signed(Blocks(14, 8, 3))), [drawn(14, 40).float().roll(by, 0) for by in range(4)]
    wanted, found = [compiled.embed(weights, each) for each in given], dict[int, list[Tensor]]()

    def work(place: int) -> None:
        found[place] = [compiled.embed(weights, given[place]) for _ in range(20)]

    threads = [Thread(target=work, args=(place,)) for place in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(torch.equal(each, wanted[place]) for place, many in found.items() for each in many)


@pytest.mark.parametrize("statistics", STATISTICS)
@pytest.mark.parametrize("pools", [True, False])
def test_pairs_are_those_of_the_readable_twin(statistics: Statistics, pools: bool) -> None:
    weights = signed(Blocks(8, 4, 2))
    weights["block2.filters"] = normal(4, 7, 3, 3)
    one, other = (normal(2, count, c, 5, 5, seed=count) for count, c in ((3, 4), (2, 3)))
    found = list[Weights]()
    for each, kind in ((compiled, torch.float32), (reference, torch.float64)):
        given = [part.to(kind).requires_grad_() for part in (one, other)]
        now: Weights = {name: weight.to(kind) for name, weight in weights.items()}
        parts = [now[f"block2.{part}"].requires_grad_() for part in ("filters", "scale", "shift")]
        measured: Weights = {}
        result = each.convolve_pairs(now, "block2", *given, pools, statistics, measured)
        slopes = torch.autograd.grad((result * normal(*result.shape).to(kind)).sum(), (*given, *parts))
        found.append({"made": result.detach(), **{str(i): slope for i, slope in enumerate(slopes)}, **measured})
    assert farthest(*found) < 1e-5


@pytest.mark.parametrize("statistics", STATISTICS)
@pytest.mark.parametrize("pools", [True, False])
def test_a_block_alone_is_that_of_the_readable_twin(statistics: Statistics, pools: bool) -> None:
    weights, maps = signed(Blocks(8, 4, 2)), normal(3, 4, 6, 6)
    found = list[Weights]()
    for each, kind in ((compiled, torch.float32), (reference, torch.float64)):
        given, now = maps.to(kind).requires_grad_(), {name: weight.to(kind) for name, weight in weights.items()}
        parts = [now[f"block2.{part}"].requires_grad_() for part in ("filters", "scale", "shift")]
        result = each.convolve(now, "block2", given, pools, statistics)
        slopes = torch.autograd.grad((result * normal(*result.shape).to(kind)).sum(), (given, *parts))
        found.append({"made": result.detach(), **{str(i): slope for i, slope in enumerate(slopes)}})
    assert farthest(*found) < 1e-5


@pytest.mark.parametrize("blocks", [Blocks(8, 6, 3), Blocks(14, 6, 3), Blocks(27, 6, 4), Blocks(3, 6, 1)])
def test_passes_are_those_of_the_readable_twin(blocks: Blocks) -> None:
    batches = [drawn(blocks.side, 9)[first:last] for first, last in ((0, 4), (4, 5), (5, 9))]
    twin, passes = Traced(reference.embed, batches), Compiled([batch.float() for batch in batches], blocks)
    for seed in range(2):  # other weights on the same pictures
        weights = {name: weight + 0.1 * seed for name, weight in signed(blocks).items()}
        found = list[Weights]()
        for each, now in ((passes, single(weights)), (twin, weights)):
            features = each.features(now)
            slopes = each.slopes(normal(*features[0].shape).to(features[0].dtype))
            found.append({f"features {place}": part for place, part in enumerate(features)} | slopes)
        assert farthest(*found) < 1e-5


def test_fine_tuning_is_that_of_the_other_twin() -> None:
    blocks, answers = Blocks(14, 8, 3), []
    for embed in (compiled.embed, fast.embed):
        classifier = Classifier(blocks, 6, embed)
        weights = classifier.initial(generator())
        supports, queries = pictures(4, 14, 14).float(), pictures(7, 14, 14, seed=1).float()
        base = pictures(5, 14, 14, seed=2).float(), torch.arange(5)
        labels = torch.tensor([0, 1, 0, 1])
        answers.append(FineTuning(classifier, 0.1, 4).answer(weights, supports, labels, queries, 2, base))
    one, other = answers
    for name in ("logits", "among_all", "losses", "heads", "supports_then", "queries_then"):
        assert torch.allclose(getattr(one, name), getattr(other, name), rtol=1e-3, atol=1e-4), name


def test_what_it_cannot_do_others_do() -> None:
    blocks = Blocks(8, 4, 2)
    weights, given = signed(blocks), drawn(8, 3)
    assert torch.equal(compiled.embed(weights, given), fast.embed(weights, given))  # double precision
    assert compiled.embed(weights, pictures(0, 8, 8)).shape == (0, 16)
    zero = single(weights)
    zero["block1.scale"][1] = 0
    assert torch.equal(compiled.embed(zero, given.float()), fast.embed(zero, given.float()))


def test_one_number_per_channel_has_no_variance() -> None:
    with pytest.raises(ValueError, match="more than 1 value"):
        compiled.embed(single(signed(Blocks(2, 4, 2, pooled=1))), drawn(2, 1).float(), "episode", pooled=1)


def test_nothing_that_it_is_given_changes() -> None:
    weights, given = single(initial(Blocks(8, 4, 2), generator())), drawn(8, 3).float()
    before = {name: weight.clone() for name, weight in weights.items()}
    compiled.embed(weights, given, "episode", {})
    compiled.embed(weights, given)
    assert all(torch.equal(weights[name], before[name]) for name in before)
    assert torch.equal(given, drawn(8, 3).float())


def test_tensors_of_other_sizes_are_refused() -> None:
    sizes = Sizes(2, 6, 3, 4, pools=False, own=True)
    rows, filters, scale = torch.rand(2, 6, 6, 3), torch.rand(4, 3, 3, 3), torch.ones(4)
    made = torch.empty(4), torch.empty(2, 6, 6, 4), torch.empty(sizes.seen(False)), torch.empty(sizes.turned)
    CALLS.run(machines.convolving, sizes, (rows, filters, scale, scale, *made), False)
    for wrong in (rows[:1], rows.transpose(1, 3).contiguous().transpose(1, 3)):
        with pytest.raises(ValueError, match="in one piece"):
            CALLS.run(machines.convolving, sizes, (wrong, filters, scale, scale, *made), False)
