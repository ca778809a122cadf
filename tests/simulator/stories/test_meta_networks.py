"""The Meta Networks story: what a person changes is answered at once, undone exactly, and bad input is refused."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from metascope.simulator.engine.errors import UserError
from metascope.simulator.learners.metanet import reference
from metascope.simulator.learners.metanet.reference import Scales, Weights
from metascope.simulator.stories.meta_networks import lens
from metascope.simulator.stories.meta_networks.captions import captions_of
from metascope.simulator.stories.meta_networks.names import META, SLOW
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.simulator.stories.meta_networks.simulation import MetaNetSimulation
from metascope.simulator.stories.meta_networks.tasks import design_of
from tests.simulator.stories.meta_networks import INK, meta_network


@pytest.fixture
def made() -> MetaNetSimulation:
    """Give a run after two meta-steps, whose fast weights are as large as after training."""
    found = meta_network()
    found.step()
    found.step()
    weights = found.weights()
    for part in ("pixels", "units"):
        weights[f"G.{part}.third"] *= 20
        weights[f"F.{part}.output"] *= 20
    found.load_weights(weights)
    return found


def undo(made: MetaNetSimulation, name: str, value: object) -> None:
    """Make a change and take it back; the frame must be as before."""
    before, back = made.look(), made.inverse(name, value)
    made.change(name, value)
    for each, old in back:
        made.change(each, old)
    after = made.look()
    np.testing.assert_array_equal(after.reply.probabilities[META], before.reply.probabilities[META])
    assert after.table.edited == before.table.edited
    assert after.memory.touched == before.memory.touched


def test_scale_zero_leaves_slow_weights_alone(made: MetaNetSimulation) -> None:
    assert not np.allclose(made.look().reply.probabilities[META], made.look().reply.probabilities[SLOW])
    made.change("phi_scale", 0.0)
    reply = made.look().reply
    np.testing.assert_allclose(reply.probabilities[META], reply.probabilities[SLOW], atol=1e-6)
    assert not lens.mixed(made.look(), 0).any()


def test_scaling_theta_changes_keys_and_not_what_is_learned(made: MetaNetSimulation) -> None:
    before = made.look().reply.keys
    weights = made.weights()
    made.change("theta_scale", 0.0)
    assert not np.allclose(made.look().reply.keys, before)
    assert not made.look().embedding.fast.any()
    assert all(torch.equal(weights[name], weight) for name, weight in made.weights().items())


def test_a_label_lives_in_its_row_alone(made: MetaNetSimulation) -> None:
    before = made.look()
    made.change("move", {"support": 0, "to": 3})
    after = made.look()
    np.testing.assert_array_equal(after.memory.on[1:], before.memory.on[1:])
    assert not np.allclose(after.memory.on[0], before.memory.on[0])
    assert not np.allclose(after.reply.probabilities[META], before.reply.probabilities[META])
    np.testing.assert_array_equal(after.reply.probabilities[SLOW], before.reply.probabilities[SLOW])


def test_an_erased_row_makes_no_weights_and_keeps_its_key(made: MetaNetSimulation) -> None:
    before = made.look()
    made.change("disturb", {"before": 20, "row": 1, "how": "erase", "other": -1})
    after = made.look()
    assert not after.memory.on[1].any()
    np.testing.assert_array_equal(after.memory.written, before.memory.written)
    np.testing.assert_array_equal(after.reply.attention, before.reply.attention)
    assert after.memory.touched == (1,)


def test_swapped_rows_take_their_pictures_with_them(made: MetaNetSimulation) -> None:
    before = made.look()
    made.change("disturb", {"before": 0, "row": 0, "how": "swap", "other": 2})
    after = made.look()
    for mine, its in ((0, 2), (2, 0)):
        np.testing.assert_array_equal(after.memory.on[mine], before.memory.on[its])
        np.testing.assert_array_equal(after.memory.ink[mine], before.table.supports[its])
    np.testing.assert_array_equal(after.memory.keys, before.memory.keys)


def dense_memory(made: MetaNetSimulation) -> tuple[Weights, list[Tensor], Tensor, Tensor, Tensor]:
    """Return weights, the rows of three layers, keys, and keys and pictures of queries, all by the dense network."""
    frame, design = made.look(), design_of(made.settings)
    weights = {name: weight.double() for name, weight in made.weights().items()}
    pictures = [
        reference.centred(torch.from_numpy(each.reshape(len(each), -1) / 255.0))
        for each in (frame.table.supports, frame.table.queries)
    ]
    labels = torch.from_numpy(frame.table.labels.astype(np.int64))
    theta = reference.fast_embedding(design, weights, pictures[0], labels)
    memory = reference.remembered(design, weights, pictures[0], labels, theta)
    asked = reference.keys(weights, theta, pictures[1])
    return weights, [layer.clone() for layer in memory.fast], memory.keys, asked, pictures[1]


def dense_answers(made: MetaNetSimulation, change: Callable[[list[Tensor]], None]) -> NDArray[np.float64]:
    """Return the probabilities (Q, N) that the dense network answers with, after `change` of its rows."""
    weights, rows, known, asked, queries = dense_memory(made)
    change(rows)
    memory = reference.Memory((rows[0], rows[1], rows[2]), known)
    shares = reference.attention(design_of(made.settings), memory, asked)
    logits = [
        reference.base(weights, tuple(torch.tensordot(share, layer, 1) for layer in rows), query, Scales())
        for share, query in zip(shares, queries, strict=True)
    ]
    return torch.stack(logits).softmax(-1).numpy()


def erase(rows: list[Tensor]) -> None:
    for layer in rows:
        layer[1] = 0


def swap(rows: list[Tensor]) -> None:
    for layer in rows:
        layer[[0, 2]] = layer[[2, 0]]


def copy(rows: list[Tensor]) -> None:
    for layer in rows:
        layer[3] = layer[4]


@pytest.mark.parametrize(
    ("value", "change"),
    [
        ({"before": 20, "row": 1, "how": "erase"}, erase),
        ({"before": 0, "row": 0, "how": "swap", "other": 2}, swap),
        ({"before": 0, "row": 3, "how": "overwrite", "other": 4}, copy),
        (None, lambda rows: None),
    ],
    ids=["erase", "swap", "overwrite", "nothing"],
)
def test_a_disturbed_memory_answers_as_the_dense_network_with_these_rows(
    made: MetaNetSimulation, value: object, change: Callable[[list[Tensor]], None]
) -> None:
    wanted = dense_answers(made, change)
    made.change("disturb", value)
    frame = made.look()
    np.testing.assert_allclose(frame.reply.probabilities[META], wanted, atol=2e-5)
    _, rows, *_ = dense_memory(made)
    change(rows)
    np.testing.assert_allclose(frame.memory.second, rows[1], atol=1e-5)
    np.testing.assert_allclose(frame.memory.third, rows[2], atol=1e-5)
    ink = frame.memory.ink.reshape(5, -1, 1) / 255
    first = frame.memory.off[:, None] + ink * (frame.memory.on - frame.memory.off)[:, None]  # (M, P, H)
    np.testing.assert_allclose(first, rows[0], atol=1e-5)


def test_the_change_is_seen_in_the_answers_and_not_in_slow_weights(made: MetaNetSimulation) -> None:
    unchanged = dense_answers(made, lambda rows: None)
    for change in (erase, swap, copy):
        assert np.abs(dense_answers(made, change) - unchanged).max() > 1e-3
    before = made.look()
    made.change("disturb", {"before": 0, "row": 1, "how": "erase"})
    np.testing.assert_array_equal(made.look().reply.probabilities[SLOW], before.reply.probabilities[SLOW])


def test_a_row_filled_with_random_numbers_is_so_in_all_layers_and_no_other_row_is(made: MetaNetSimulation) -> None:
    before = made.look().memory
    made.change("disturb", {"before": 0, "row": 3, "how": "overwrite"})
    after = made.look().memory
    others = [0, 1, 2, 4]
    size = np.concatenate([part.ravel() for part in (before.off, before.on, before.second, before.third)]).std()
    for name in ("off", "on", "second", "third"):
        one, other = getattr(before, name), getattr(after, name)
        np.testing.assert_array_equal(other[others], one[others])
        assert 0.3 * size < other[3].std() < 2 * size
        assert not np.isclose(other[3], one[3]).any()
    np.testing.assert_array_equal(after.written_second, before.second)
    np.testing.assert_array_equal(after.written_third, before.third)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("disturb", {"before": 0, "row": 1, "how": "erase"}),
        ("disturb", {"before": 0, "row": 0, "how": "swap", "other": 2}),
        ("phi_scale", 0.3),
        ("theta_scale", 1.7),
    ],
)
def test_the_untouched_answer_is_kept_beside_what_a_person_changes(
    made: MetaNetSimulation, name: str, value: object
) -> None:
    before = made.look()
    assert before.reply.untouched is None
    assert "untouched" not in str(captions_of(before, META)[-1])
    made.change(name, value)
    after = made.look()
    np.testing.assert_array_equal(after.reply.untouched, before.reply.probabilities[META])
    assert not np.allclose(after.reply.probabilities[META], before.reply.probabilities[META])
    right = lens.right(before, META)[0]
    assert str(captions_of(after, META)[-1]).endswith(f"{right} right")
    assert "untouched" not in str(captions_of(after, SLOW)[-1])


def test_of_a_moved_support_nothing_is_untouched(made: MetaNetSimulation) -> None:
    made.change("move", {"support": 0, "to": 3})
    assert made.look().reply.untouched is None


def test_the_layers_that_follow_are_mixed_by_attention_too(made: MetaNetSimulation) -> None:
    made.change("phi_scale", 0.5)
    frame = made.look()
    second, third = lens.mixed_units(frame, 3)
    wanted = [np.stack(layer) for layer in zip(*(lens.row_units(frame, row) for row in range(5)), strict=True)]
    shares = frame.reply.attention[3].astype(np.float64)
    np.testing.assert_allclose(second, np.einsum("m,mhk->hk", shares, wanted[0]), atol=1e-7)
    np.testing.assert_allclose(third, np.einsum("m,mhn->hn", shares, wanted[1]), atol=1e-7)
    np.testing.assert_allclose(lens.row_units(frame, 2)[1], 0.5 * frame.memory.third[2], atol=1e-7)


@pytest.mark.parametrize("shots", [1, 2])
def test_theta_of_pixels_is_what_the_dense_network_makes_less_what_does_nothing(shots: int) -> None:
    made = meta_network(shots=shots)
    frame, design = made.look(), design_of(made.settings)
    weights = {name: weight.double() for name, weight in made.weights().items()}
    supports = reference.centred(torch.from_numpy(frame.table.supports.reshape(len(frame.table.labels), -1) / 255.0))
    labels = torch.from_numpy(frame.table.labels.astype(np.int64))
    dense = reference.fast_embedding(design, weights, supports, labels)[0].T.reshape(6, 8, 8).numpy()
    wanted = dense - dense.mean((-2, -1), keepdims=True)
    np.testing.assert_allclose(lens.theta_pixels(frame, len(frame.embedding.losses)), wanted, atol=1e-6)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("move", {"support": 1, "to": 0}),
        ("add", {"picture": INK, "to": "query"}),
        ("add", {"picture": INK, "to": 2}),
        ("disturb", {"before": 3, "row": 4, "how": "overwrite"}),
        ("disturb", None),
        ("reset", None),
        ("shown", 5),
        ("theta_scale", 0.5),
    ],
)
def test_every_change_is_taken_back(made: MetaNetSimulation, name: str, value: object) -> None:
    made.change("disturb", {"before": 0, "row": 2, "how": "erase"})
    made.change("add", {"picture": INK, "to": 1})
    undo(made, name, value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("move", {"support": 5, "to": 0}),
        ("move", {"support": True, "to": 0}),
        ("move", {"support": 0, "to": 5}),
        ("move", [0, 1]),
        ("add", {"picture": "ff", "to": "query"}),
        ("add", {"picture": INK.upper(), "to": "query"}),
        ("add", {"picture": INK, "to": "elsewhere"}),
        ("disturb", {"before": 0, "row": 5, "how": "erase"}),
        ("disturb", {"before": 0, "row": 0, "how": "burn"}),
        ("disturb", "erase"),
        ("table", {"moved": []}),
        ("table", {"moved": [[0]], "added": [], "done": []}),
        ("table", {"moved": [], "added": 3, "done": []}),
        ("table", {"moved": [], "added": [], "done": [None]}),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(made: MetaNetSimulation, name: str, value: object) -> None:
    before = made.look()
    with pytest.raises(UserError):
        made.change(name, value)
    np.testing.assert_array_equal(made.look().reply.probabilities[META], before.reply.probabilities[META])


def test_an_added_query_is_asked_and_has_no_class(made: MetaNetSimulation) -> None:
    made.change("add", {"picture": INK, "to": "query"})
    made.change("query", 10)
    frame = made.look()
    assert frame.query == 10
    assert frame.table.asked[-1] == -1
    assert frame.table.queries[-1].sum() == 255 * 32
    assert "of the others" in str(captions_of(frame, META)[-1])


def test_weights_of_other_sizes_are_refused_with_both_shapes() -> None:
    with pytest.raises(UserError, match=r"must be real numbers of shape \(64, 6\), not \(64, 7\)"):
        meta_network().load_weights(meta_network(units=7).weights())


def test_weights_of_pairs_are_refused_by_a_run_that_classifies_supports_with_both_shapes() -> None:
    with pytest.raises(UserError, match=r"f.third: must be real numbers of shape \(6, 5\), not \(6,\)"):
        meta_network().load_weights(meta_network(shots=2).weights())


def test_refused_weights_change_nothing() -> None:
    made, other = meta_network(), meta_network(ways=4, sampled=4).weights()
    before = made.weights()
    with pytest.raises(UserError, match=r"g.third: must be real numbers of shape \(6, 5\), not \(6, 4\)"):
        made.load_weights(other)
    assert all(torch.equal(before[name], weight) for name, weight in made.weights().items())


def test_without_training_weights_stay() -> None:
    made = meta_network(learn=False)
    before = made.weights()
    assert "meta.loss" not in made.step().metrics
    assert all(torch.equal(before[name], weight) for name, weight in made.weights().items())


def test_a_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(UserError) as refused:
        meta_network(pictures="omniglot", folder="/nowhere/omniglot")
    assert refused.value.problems[0].where == "folder"
    assert "/nowhere/omniglot" in str(refused.value)


def test_more_gradients_than_supports_are_refused() -> None:
    with pytest.raises(UserError, match="sampled"):
        MetaNetSettings.parse({"sampled": 6})
    MetaNetSettings.parse({"sampled": 6, "shots": 2})


def test_pairs_of_supports_are_told_by_whether_they_are_alike() -> None:
    frame = meta_network(shots=2).look()
    assert frame.embedding.which.shape == (5, 2)
    told = [str(captions_of(frame, META)[tick]) for tick in (1, 2)]
    assert "are of one class" in told[0]
    assert "are of different classes" in told[1]


def test_ticks_are_gradients_readings_rows_and_the_query() -> None:
    frame = meta_network().look()
    phases = [lens.moment(frame, tick).phase for tick in range(frame.ticks())]
    assert phases == ["before", *["gradient"] * 5, *["read"] * 5, *["row"] * 5, "key", "attention", "mixture", "answer"]


def test_the_mixture_is_the_rows_mixed_by_attention(made: MetaNetSimulation) -> None:
    frame = made.look()
    rows = np.stack([lens.row(frame, number) for number in range(5)])
    shares = frame.reply.attention[3].astype(np.float64)
    np.testing.assert_allclose(lens.mixed(frame, 3), np.tensordot(shares, rows, 1), atol=1e-6)
