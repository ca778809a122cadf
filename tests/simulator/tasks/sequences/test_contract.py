"""What every task of sequences promises, and what answers cost."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
import torch

from metascope.simulator.engine.errors import UserError
from metascope.simulator.tasks.sequences.contract import SequenceTask, bits, wrong_bits
from metascope.simulator.tasks.sequences.copying import CopyTask, RepeatCopyTask
from metascope.simulator.tasks.sequences.ngrams import NGramsTask
from metascope.simulator.tasks.sequences.recall import AssociativeRecallTask
from metascope.simulator.tasks.sequences.sorting import PrioritySortTask
from tests.simulator.tasks.sequences.tasks import TASKS, generator, name


@pytest.mark.parametrize("task", TASKS, ids=name)
def test_shapes_are_those_that_the_task_announces(task: SequenceTask) -> None:
    random = generator()
    for batch in (1, 3):
        drawn = task.draw(batch, random)
        steps = task.steps(drawn.sizes)
        assert drawn.inputs.shape == (steps, batch, task.inputs)
        assert drawn.targets.shape == (steps, batch, task.outputs)
        assert drawn.mask.shape == (steps, batch)
        assert steps <= task.longest()


@pytest.mark.parametrize("task", TASKS, ids=name)
def test_targets_are_asked_for_in_the_last_steps(task: SequenceTask) -> None:
    drawn = task.draw(2, generator())
    asked = task.answers(drawn.sizes)
    assert drawn.mask[-asked:].eq(1).all()
    assert not drawn.mask[:-asked].any()
    assert not drawn.targets[:-asked].any()
    assert set(drawn.targets.flatten().tolist()) == {0, 1}


@pytest.mark.parametrize("task", TASKS, ids=name)
def test_draws_depend_on_the_generator_alone(task: SequenceTask) -> None:
    one, same = (task.draw(4, generator(5)) for _ in range(2))
    assert one.sizes == same.sizes
    assert torch.equal(one.inputs, same.inputs)
    assert torch.equal(one.targets, same.targets)
    other = task.draw(4, generator(6), **one.sizes)
    assert not torch.equal(one.inputs, other.inputs)


@pytest.mark.parametrize("task", TASKS, ids=name)
def test_sequences_of_a_batch_differ(task: SequenceTask) -> None:
    drawn = task.draw(2, generator(), **{size.name: size.most for size in task.sizes})
    assert not torch.equal(drawn.inputs[:, 0], drawn.inputs[:, 1])
    assert not torch.equal(drawn.targets[:, 0], drawn.targets[:, 1])


@pytest.mark.slow
@pytest.mark.parametrize("task", TASKS, ids=name)
def test_sizes_are_drawn_uniformly(task: SequenceTask) -> None:
    random, draws = generator(), 600
    drawn = [task.draw(1, random).sizes for _ in range(draws)]
    for size in task.sizes:
        expected = draws / (size.most - size.least + 1)
        for value in range(size.least, size.most + 1):
            count = sum(sizes[size.name] == value for sizes in drawn)
            assert abs(count - expected) < 4.5 * math.sqrt(expected) + 1e-9
        assert {sizes[size.name] for sizes in drawn} == set(range(size.least, size.most + 1))


ANCHORS = [(CopyTask(), 84.0), (AssociativeRecallTask(), 18.0), (PrioritySortTask(), 128.0), (NGramsTask(), 195.0)]


@pytest.mark.slow
@pytest.mark.parametrize(("task", "chance"), ANCHORS, ids=[name(task) for task, _ in ANCHORS])
def test_chance_is_that_of_the_literature_and_of_an_undecided_answer(task: SequenceTask, chance: float) -> None:
    assert task.chance() == chance
    random, paid = generator(), []
    for _ in range(400):
        drawn = task.draw(1, random)
        paid.append(float(bits(torch.zeros_like(drawn.targets), drawn.targets, drawn.mask)))
    assert sum(paid) / len(paid) == pytest.approx(chance, rel=0.1)


def test_chance_of_a_given_size_is_that_size() -> None:
    assert CopyTask().chance(length=50) == 8 * 50
    assert RepeatCopyTask().chance(length=3) == pytest.approx(9 * (3 * 5.5 + 1))


@pytest.mark.parametrize(
    ("task", "sizes", "steps"),
    [
        (CopyTask(), {"length": 120}, 241),
        (RepeatCopyTask(), {"length": 20, "repeats": 10}, 222),
        (RepeatCopyTask(), {"length": 10, "repeats": 20}, 212),
        (AssociativeRecallTask(), {"items": 20}, 88),
        (PrioritySortTask(), {"vectors": 30}, 46),
        (NGramsTask(), {"length": 400}, 399),
    ],
)
def test_sizes_beyond_training_are_drawn_when_asked_for(task: SequenceTask, sizes: dict[str, int], steps: int) -> None:
    assert len(task.draw(2, generator(), **sizes).inputs) == steps
    assert task.longest(**sizes) == steps


def test_numbers_have_the_type_that_was_asked_for() -> None:
    for task in (CopyTask(dtype=torch.float64), PrioritySortTask(dtype=torch.float64)):
        drawn = task.draw(2, generator())
        assert {part.dtype for part in (drawn.inputs, drawn.targets, drawn.mask)} == {torch.float64}


REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: CopyTask().draw(1, generator(), length=0), "length: must be a whole number from 1 to 500, not 0"),
    (lambda: CopyTask().longest(length=501), "length: must be a whole number from 1 to 500, not 501"),
    (lambda: CopyTask().chance(length=True), "length: must be a whole number from 1 to 500, not True"),
    (lambda: CopyTask().draw(1, generator(), items=3), "items: is not a size of this task; it has length"),
    (lambda: CopyTask().draw(0, generator()), "batch: must be at least 1, not 0"),
    (lambda: CopyTask(width=65), "bits: must be from 1 to 64, not 65"),
    (
        lambda: RepeatCopyTask(length=(3, 2), repeats=(0, 4)),
        "length: must be a range within 1 to 100, not 3 to 2\nrepeats: must be a range within 1 to 100, not 0 to 4",
    ),
    (lambda: AssociativeRecallTask(items=(1, 6)), "items: must be at least 2, so that one follows another, not 1"),
    (
        lambda: AssociativeRecallTask().draw(1, generator(), items=1),
        "items: must be at least 2, so that one follows another, not 1",
    ),
    (lambda: AssociativeRecallTask(vectors=0), "vectors: must be from 1 to 20, not 0"),
    (lambda: NGramsTask(context=11), "context: must be from 1 to 10, not 11"),
    (lambda: NGramsTask().longest(length=5), "length: must be more than the 5 bits of a context, not 5"),
    (lambda: PrioritySortTask(vectors=(10, 20)), "highest: must be at most 10, the number of vectors, not 16"),
    (
        lambda: PrioritySortTask().draw(1, generator(), vectors=12),
        "highest: must be at most 12, the number of vectors, not 16",
    ),
]


@pytest.mark.parametrize(("act", "sentence"), REFUSED, ids=[sentence.split(",")[0] for _, sentence in REFUSED])
def test_impossible_sizes_are_refused_with_their_numbers(act: Callable[[], object], sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        act()
    assert str(caught.value) == sentence


def test_bits_are_counted_where_the_mask_is_one() -> None:
    logits = torch.tensor([[[0.0, 0.0], [9.0, 9.0]], [[math.log(3.0), 0.0], [-math.log(3.0), 50.0]]])  # (T, B, Y)
    targets = torch.tensor([[[1.0, 0.0], [0.0, 0.0]], [[1.0, 1.0], [0.0, 1.0]]])
    mask = torch.tensor([[1.0, 0.0], [1.0, 1.0]])
    certain = math.log2(4 / 3)
    torch.testing.assert_close(bits(logits, targets, mask), torch.tensor([3 + certain, certain]))


def test_wrong_bits_are_those_on_the_other_side_of_one_half() -> None:
    logits = torch.tensor([[[2.0, -2.0], [2.0, -2.0]], [[1e-3, -1e-3], [5.0, -5.0]]])
    targets = torch.tensor([[[1.0, 1.0], [1.0, 1.0]], [[0.0, 1.0], [1.0, 0.0]]])
    mask = torch.tensor([[1.0, 0.0], [1.0, 1.0]])
    assert wrong_bits(logits, targets, mask).tolist() == [3, 0]
