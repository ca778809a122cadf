"""Meta Networks: what their definition promises, and that the fast twin computes what the dense one says."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
import torch
from torch import Tensor

from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners.metanet import fast, reference
from metascope.simulator.learners.metanet.reference import Design, Scales, Weights
from metascope.simulator.learners.metanet.training import MetaTraining, accuracies
from metascope.simulator.learners.picture_maml.products import Grouped, Product
from metascope.simulator.learners.picture_maml.tiled import Tiled

LABELS = Design(pixels=49, units=8)
PAIRS = Design(pixels=49, units=8, sampled=6, pairs=True)
FEW = Design(pixels=49, units=8, sampled=3)
FEW_PAIRS = Design(pixels=49, units=8, sampled=2, pairs=True)
EVERY = pytest.mark.parametrize("design", [LABELS, PAIRS, FEW, FEW_PAIRS], ids=["labels", "pairs", "few", "few pairs"])
FIVE = 5  # shots


def weights_of(design: Design, dtype: torch.dtype = torch.float64, larger: float = 10.0) -> Weights:
    """Return weights whose fast weights are as large as after training."""
    found = reference.initial(design, generator(1), dtype)
    for part in ("pixels", "units"):
        found[f"F.{part}.output"] *= larger
        found[f"G.{part}.third"] *= larger
        found[f"G.{part}.third_bias"] += 0.02
    return found


def episode(
    design: Design, seed: int = 0, queries: int = 7, shots: int | None = None
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return supports, labels, queries and their classes; pictures are black and white."""
    draws = generator(2, seed)
    shots = shots or (2 if design.pairs else 1)
    labels = torch.arange(design.ways).repeat_interleave(shots)
    ink = [(torch.rand(n, design.pixels, generator=draws) < 0.3).double() for n in (len(labels), queries)]
    return ink[0], labels, ink[1], torch.randint(design.ways, (queries,), generator=draws)


def mixed(memory: reference.Memory, shares: Tensor) -> tuple[Tensor, ...]:
    """Return one query's fast weights: the rows of the memory, mixed by its attention (M,)."""
    return tuple(torch.einsum("m,mij->ij", shares, rows) for rows in memory.fast)


def slow_logits(weights: Weights, queries: Tensor) -> Tensor:
    first, second, third = (weights[f"g.{layer}"] for layer in ("first", "second", "third"))
    return ((reference.centred(queries) @ first).relu() @ second).relu() @ third


@EVERY
def test_the_fast_twin_answers_as_the_dense_network(design: Design) -> None:
    weights, (supports, labels, queries, _) = weights_of(design), episode(design)
    for scales in (Scales(), Scales(theta=0.5, phi=2.0), Scales(slow=0.0)):
        dense = reference.answer(design, weights, supports, labels, queries, scales)
        _, found = fast.answer(design, weights, supports[None], labels[None], queries[None], scales)
        torch.testing.assert_close(found.logits[0], dense, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("design", [PAIRS, FEW_PAIRS], ids=["pairs", "few pairs"])
def test_with_five_shots_too_and_so_do_the_meta_gradients(design: Design) -> None:
    supports, labels, queries, asked = episode(design, shots=FIVE)
    followed = {name: weight.requires_grad_() for name, weight in weights_of(design).items()}
    dense = reference.answer(design, followed, supports, labels, queries)
    _, found = fast.answer(design, followed, supports[None], labels[None], queries[None])
    torch.testing.assert_close(found.logits[0], dense, rtol=1e-12, atol=1e-12)
    names = [name for name in followed if name != "f.third"]
    trained = [followed[name] for name in names]
    one, other = (
        torch.autograd.grad(torch.nn.functional.cross_entropy(logits, asked), trained)
        for logits in (found.logits[0], dense)
    )
    for name, mine, its in zip(names, one, other, strict=True):
        torch.testing.assert_close(mine, its, rtol=1e-9, atol=1e-12, msg=name)


def test_a_pair_is_told_by_the_distance_of_its_keys_weighted_by_unit() -> None:
    """The loss of a pair is -log sigmoid(w |f(a) - f(b)|) where they are of one class, and of 1 - sigmoid elsewhere."""
    weights, (supports, labels, _, _) = weights_of(PAIRS), episode(PAIRS, shots=FIVE)
    pictures, f = reference.centred(supports), reference.layers(weights, "f")
    losses = reference.embedding_losses(PAIRS, f, pictures, labels)
    keys = ((pictures @ f[0]).relu() @ f[1]).relu()
    first, second = reference.sampled_pairs(labels, PAIRS.sampled)
    for loss, a, b in zip(losses, first.tolist(), second.tolist(), strict=True):
        alike = torch.sigmoid((keys[a] - keys[b]).abs() @ f[2])
        wanted = -torch.log(alike if labels[a] == labels[b] else 1 - alike)
        torch.testing.assert_close(loss, wanted, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("count", [1, 3, 10])
def test_pairs_are_of_one_class_and_of_two_by_turns_and_never_of_a_picture_with_itself(count: int) -> None:
    labels = torch.arange(5).repeat_interleave(FIVE)
    first, second = reference.sampled_pairs(labels, count)
    assert len(first) == len(second) == count
    assert (labels[first] == labels[second]).tolist() == [turn % 2 == 0 for turn in range(count)]
    assert not (first == second).any()


def test_in_single_precision_they_differ_by_rounding() -> None:
    weights, (supports, labels, queries, _) = weights_of(LABELS), episode(LABELS)
    dense = reference.answer(LABELS, weights, supports, labels, queries)
    single = {name: weight.float() for name, weight in weights.items()}
    _, found = fast.answer(LABELS, single, supports.float()[None], labels[None], queries.float()[None])
    torch.testing.assert_close(found.logits[0].double(), dense, rtol=1e-5, atol=1e-6)


@EVERY
def test_meta_gradients_are_those_of_autograd_through_the_dense_network(design: Design) -> None:
    supports, labels, queries, asked = episode(design)
    followed = {name: weight.requires_grad_() for name, weight in weights_of(design).items()}
    dense = reference.loss(design, followed, supports, labels, queries, asked)
    wanted = torch.autograd.grad(dense, list(followed.values()), allow_unused=True)
    _, found = fast.answer(design, followed, supports[None], labels[None], queries[None])
    loss = torch.nn.functional.cross_entropy(found.logits[0], asked)
    gradients = torch.autograd.grad(loss, list(followed.values()), allow_unused=True)
    for name, one, other in zip(followed, gradients, wanted, strict=True):
        if other is None:
            assert name == "f.third"  # it is only there for its gradients
            assert one is None
        else:
            torch.testing.assert_close(one, other, rtol=1e-9, atol=1e-12, msg=name)


@EVERY
def test_nothing_is_differentiated_through_gradients(design: Design) -> None:
    """Scaling what F and G are told by a weight would reach that weight if it were."""
    supports, labels, queries, _ = episode(design)
    weights = {name: weight.requires_grad_() for name, weight in weights_of(design).items()}
    told = fast.asked(weights, supports[None], labels[None])
    seen = fast.read(design, weights, supports[None], labels[None])
    assert not any(part.requires_grad for part in (told.first, told.second, told.third, seen.first, seen.second))
    logits = reference.answer(design, weights, supports, labels, queries)
    (last,) = torch.autograd.grad(logits.sum(), weights["f.third"], allow_unused=True)
    assert last is None


@EVERY
def test_without_fast_weights_it_is_the_slow_network(design: Design) -> None:
    weights, (supports, labels, queries, _) = weights_of(design), episode(design)
    for name in ("F.{}.output", "F.{}.shift", "G.{}.third", "G.{}.third_bias"):
        for part in ("pixels", "units"):
            weights[name.format(part)] = torch.zeros_like(weights[name.format(part)])
    _, found = fast.answer(design, weights, supports[None], labels[None], queries[None])
    torch.testing.assert_close(found.logits[0], slow_logits(weights, queries), rtol=0, atol=1e-14)
    torch.testing.assert_close(found.attention.sum(-1), torch.ones(1, len(queries), dtype=torch.float64))


def test_scales_of_zero_are_the_slow_network_too() -> None:
    weights, (supports, labels, queries, _) = weights_of(LABELS), episode(LABELS)
    _, found = fast.answer(LABELS, weights, supports[None], labels[None], queries[None], Scales(phi=0.0))
    torch.testing.assert_close(found.logits[0], slow_logits(weights, queries), rtol=0, atol=1e-14)


def test_of_one_support_the_row_is_what_every_query_gets() -> None:
    design = replace(LABELS, sampled=1)
    weights, (supports, labels, queries, _) = weights_of(design), episode(design)
    rows, found = fast.answer(design, weights, supports[None, :1], labels[None, :1], queries[None])
    assert found.attention.eq(1).all()
    fast_weights = rows.pixels()[0, 0], rows.second[0, 0], rows.third[0, 0]
    wanted = [reference.base(weights, fast_weights, query, Scales()) for query in reference.centred(queries)]
    torch.testing.assert_close(found.logits[0], torch.stack(wanted), rtol=1e-12, atol=1e-12)


def test_a_query_like_a_support_retrieves_its_row_at_high_temperature() -> None:
    design = replace(LABELS, temperature=1e8)
    weights, (supports, labels, _, _) = weights_of(design), episode(design)
    _, found = fast.answer(design, weights, supports[None], labels[None], supports[None])
    torch.testing.assert_close(found.attention[0], torch.eye(5, dtype=torch.float64), rtol=0, atol=1e-6)


def test_without_temperature_attention_is_a_mixture_of_all() -> None:
    """Of five supports, the mean of -log attention on a query's own cannot fall below log(1 + 4 e^-1.25)."""
    for seed in range(10):
        weights, (supports, labels, _, _) = weights_of(LABELS), episode(LABELS, seed)
        _, found = fast.answer(LABELS, weights, supports[None], labels[None], supports[None])
        right = found.attention[0].diagonal()
        assert float(-right.log().mean()) >= math.log(1 + 4 * math.exp(-1.25)) - 1e-9 > 0.763


@pytest.mark.parametrize(("stride", "tasks"), [(1, 1), (2, 1), (1, 3)])
def test_convolutions_with_a_mixture_are_mixtures_of_convolutions(stride: int, tasks: int) -> None:
    """The identity by which no query's phi+ is built holds of the convolutions that pictures go through."""
    assert_linear(Grouped(tasks, 7, stride), tasks, torch.float64, 1e-12)


@pytest.mark.parametrize("tasks", [1, 3])
@pytest.mark.usefixtures("kernels")
def test_so_are_compiled_ones_to_rounding(tasks: int) -> None:
    assert_linear(Tiled(tasks, 7), tasks, torch.float32, 5e-6)


def assert_linear(product: Product, tasks: int, dtype: torch.dtype, within: float) -> None:
    """Fail unless filters mixed in float64 give the mixture of what each gives, relative to its length."""
    draws = generator(3)
    filters = torch.randn(5, tasks, 4, 3, 3, 3, generator=draws, dtype=torch.float64)  # five rows of a memory
    maps = torch.randn(1, 2 * 7 * 7, tasks * 3, generator=draws, dtype=torch.float64).to(dtype)
    shares = torch.randn(5, generator=draws, dtype=torch.float64).softmax(0)
    together = product.of(maps, torch.einsum("m,m...->...", shares, filters).to(dtype)).double()
    each = torch.stack([product.of(maps, one.to(dtype)).double() for one in filters])
    assert float((torch.einsum("m,m...->...", shares, each) - together).norm()) < within * float(together.norm())


def test_the_order_of_supports_orders_rows_and_keys_and_changes_no_answer() -> None:
    weights, (supports, labels, queries, _) = weights_of(LABELS), episode(LABELS)
    supports, queries = reference.centred(supports), reference.centred(queries)
    order = torch.tensor([3, 0, 4, 1, 2])
    theta = reference.fast_embedding(LABELS, weights, supports, labels)
    one = reference.remembered(LABELS, weights, supports, labels, theta)
    other = reference.remembered(LABELS, weights, supports[order], labels[order], theta)
    torch.testing.assert_close(other.keys, one.keys[order], rtol=0, atol=1e-14)
    for mine, its in zip(one.fast, other.fast, strict=True):
        torch.testing.assert_close(its, mine[order], rtol=0, atol=1e-14)
    asked = reference.keys(weights, theta, queries)
    shares = [reference.attention(LABELS, memory, asked) for memory in (one, other)]
    torch.testing.assert_close(shares[1], shares[0][:, order], rtol=0, atol=1e-14)
    logits = [
        [reference.base(weights, mixed(memory, row), query, Scales()) for row, query in zip(by, queries, strict=True)]
        for memory, by in zip((one, other), shares, strict=True)
    ]
    torch.testing.assert_close(logits[1], logits[0], rtol=0, atol=1e-13)
    assert float(mixed(one, shares[0][0])[0].abs().max()) > 0.01  # fast weights have a part in them


def test_the_order_of_gradients_matters_to_the_lstm() -> None:
    weights, (supports, labels, _, _) = weights_of(LABELS), episode(LABELS)
    order = torch.tensor([3, 0, 4, 1, 2])
    one = reference.fast_embedding(LABELS, weights, supports, labels)[1]
    other = reference.fast_embedding(LABELS, weights, supports[order], labels[order])[1]
    assert float((one - other).abs().max()) > 1e-6


def test_weights_with_other_places_get_the_same_fast_weights() -> None:
    weights, draws = weights_of(LABELS), generator(4)
    gradients = torch.randn(5, 30, generator=draws, dtype=torch.float64)
    order = torch.randperm(30, generator=draws)
    torch.testing.assert_close(
        reference.lstm(weights, "units", gradients)[:, order], reference.lstm(weights, "units", gradients[:, order])
    )
    torch.testing.assert_close(
        reference.perceptron(weights, "units", gradients)[:, order],
        reference.perceptron(weights, "units", gradients[:, order]),
    )


@pytest.mark.parametrize(
    ("gradient", "wanted"),
    [
        (0.0, (-1.0, 0.0)),
        (1e-4, (-1.0, 0.1097)),
        (math.exp(-7), (-1.0, 1.0)),
        (-0.01, (-0.6579, -1.0)),
        (0.1, (-0.3289, 1.0)),
        (1.0, (0.0, 1.0)),
        (-20.0, (0.4280, -1.0)),
    ],
)
def test_gradients_are_told_by_logarithm_and_sign(gradient: float, wanted: tuple[float, float]) -> None:
    found = reference.told(torch.tensor(gradient, dtype=torch.float64)).tolist()
    assert found == pytest.approx(wanted, abs=1e-4)


def test_first_layer_weights_of_a_support_are_its_picture_times_one_number_per_unit() -> None:
    weights, (supports, labels, _, _) = weights_of(LABELS), episode(LABELS)
    given = reference.centred(supports)
    theta = reference.fast_embedding(LABELS, weights, given, labels)
    dense = reference.remembered(LABELS, weights, given, labels, theta).fast[0]  # (M, P, H)
    for picture, row in zip(supports, dense, strict=True):
        for pixels in (row[picture > 0], row[picture == 0]):
            torch.testing.assert_close(pixels, pixels[:1].expand_as(pixels), rtol=0, atol=1e-15)


@EVERY
def test_what_f_swallows_ends_with_its_theta(design: Design) -> None:
    weights, (supports, labels, _, _) = weights_of(design), episode(design)
    seen = fast.read(design, weights, supports[None], labels[None])
    theta = fast.swallowed(weights, seen, supports[None])
    course = fast.swallowing(weights, seen)
    assert course.shape == (1, design.sampled, 8, 8)
    torch.testing.assert_close(course[:, -1], theta.second, rtol=1e-10, atol=1e-12)
    first, second = reference.fast_embedding(design, weights, reference.centred(supports), labels)
    torch.testing.assert_close(theta.pixels()[0], first, rtol=1e-10, atol=1e-12)
    torch.testing.assert_close(theta.second[0], second, rtol=1e-10, atol=1e-12)


@EVERY
def test_so_does_what_it_swallows_of_pixels_after_each_gradient(design: Design) -> None:
    weights, (supports, labels, _, _) = weights_of(design), episode(design)
    seen = fast.read(design, weights, supports[None], labels[None])
    made, pattern = fast.swallowing_pixels(weights, seen, supports[None])
    assert made.shape[1] <= min(2 ** seen.which[0].numel(), design.pixels)
    for read in range(1, design.sampled + 1):  # of the gradients so far alone, F makes the same
        first, _ = reference.fast_embedding(replace(design, sampled=read), weights, reference.centred(supports), labels)
        torch.testing.assert_close(made[read - 1][pattern], first, rtol=1e-10, atol=1e-12)


@EVERY
def test_accuracies_of_many_episodes_are_those_of_each_by_the_dense_network(design: Design) -> None:
    weights, count = weights_of(design), 53  # more than are measured together
    parts = tuple(torch.stack(each) for each in zip(*(episode(design, seed) for seed in range(count)), strict=True))
    found = accuracies(design, weights, *parts)
    for kind, scales in (("meta", Scales()), ("fast", Scales(slow=0.0)), ("slow", Scales(phi=0.0))):
        wanted = []
        for supports, labels, queries, asked in zip(*parts, strict=True):
            logits = reference.answer(design, weights, supports, labels, queries, scales)
            wanted.append((logits.argmax(-1) == asked).double().mean())
        torch.testing.assert_close(found[kind], torch.stack(wanted), rtol=0, atol=1e-12, msg=kind)
    assert float(found["meta"].std()) > 0


@EVERY
def test_training_lowers_the_loss_of_an_episode(design: Design) -> None:
    training = MetaTraining(design, reference.initial(design, generator(5), torch.float64))
    supports, labels, queries, asked = (
        torch.stack(parts) for parts in zip(*(episode(design, seed) for seed in range(2)), strict=True)
    )
    losses = [training.step(supports, labels, queries, asked, 5e-3).loss for _ in range(30)]
    assert losses[-1] < losses[0]


def test_slow_weights_alone_know_no_classes_whose_labels_are_drawn_anew() -> None:
    """Relabelling an episode does not change what slow weights answer: over all labels they are right once in N."""
    weights, (supports, labels, queries, asked) = weights_of(LABELS), episode(LABELS)
    turned = [(labels + turn) % 5 for turn in range(5)]
    found = accuracies(
        LABELS,
        weights,
        supports.expand(5, -1, -1),
        torch.stack(turned),
        queries.expand(5, -1, -1),
        torch.stack([(asked + turn) % 5 for turn in range(5)]),
    )
    assert float(found["slow"].mean()) == pytest.approx(0.2)
