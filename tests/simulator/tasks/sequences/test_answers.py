"""Programs without a network that solve the tasks from what is shown, and so check the targets."""

from __future__ import annotations

import pytest
import torch

from metascope.simulator.tasks.sequences.copying import CopyTask, RepeatCopyTask
from metascope.simulator.tasks.sequences.recall import AssociativeRecallTask
from metascope.simulator.tasks.sequences.sorting import PrioritySortTask
from tests.simulator.tasks.sequences.tasks import Rows, generator, rows


def copied(shown: Rows) -> Rows:
    end = [row[8] for row in shown].index(1)
    assert not any(map(any, shown[end + 1 :]))
    return [row[:8] for row in shown[:end]]


def repeated(shown: Rows) -> Rows:
    end = [row[8] for row in shown].index(1)
    count = round(shown[end][9] * 8.25**0.5 + 5.5)
    once: Rows = [[*row[:8], 0] for row in shown[:end]]
    return [*once * count, [0] * 8 + [1]]


def recalled(shown: Rows) -> Rows:
    """Return the item after the one that stands between the query delimiters."""
    items: list[Rows] = []
    queries = [t for t, row in enumerate(shown) if row[7] == 1]
    for row in shown[: queries[0]]:
        if row[6] == 1:
            items.append([])
        else:
            items[-1].append(row[:6])
    query = [row[:6] for row in shown[queries[0] + 1 : queries[1]]]
    assert not any(map(any, shown[queries[1] + 1 :]))
    return items[items.index(query) + 1]


def ordered(shown: Rows) -> Rows:
    return [row[:8] for row in sorted(shown[:20], key=lambda row: -row[8])][:16]


@pytest.mark.parametrize("sizes", [{}, {"length": 1}, {"length": 120}])
def test_copies_are_asked_for(sizes: dict[str, int]) -> None:
    drawn = CopyTask().draw(3, generator(), **sizes)
    for at in range(3):
        shown, asked = rows(drawn, at)
        assert copied(shown) == asked


@pytest.mark.parametrize(
    "sizes", [{"length": 1, "repeats": 1}, {"repeats": 10}, {"length": 10, "repeats": 20}, {"length": 20}]
)
def test_as_many_copies_are_asked_for_as_the_count_says(sizes: dict[str, int]) -> None:
    drawn = RepeatCopyTask().draw(3, generator(), **sizes)
    for at in range(3):
        shown, asked = rows(drawn, at)
        assert repeated(shown) == asked


def test_repeat_counts_have_mean_0_and_variance_1() -> None:
    counts = torch.tensor([RepeatCopyTask().normalized(repeats) for repeats in range(1, 11)])
    assert float(counts.mean()) == pytest.approx(0, abs=1e-6)
    assert float(counts.var(correction=0)) == pytest.approx(1)
    assert RepeatCopyTask(repeats=(4, 4)).normalized(4) == 0


@pytest.mark.parametrize("sizes", [{}, {"items": 2}, {"items": 20}])
def test_the_item_after_the_query_is_asked_for(sizes: dict[str, int]) -> None:
    drawn = AssociativeRecallTask().draw(10, generator(), **sizes)
    for at in range(10):
        shown, asked = rows(drawn, at)
        assert recalled(shown) == asked


def test_every_item_but_the_last_is_a_query() -> None:
    drawn = AssociativeRecallTask(width=20, vectors=1).draw(200, generator(), items=4)
    shown = drawn.inputs[..., :20].transpose(0, 1).tolist()
    assert {[steps[1], steps[3], steps[5], steps[7]].index(steps[9]) for steps in shown} == {0, 1, 2}


def test_vectors_of_highest_priority_are_asked_for_in_order() -> None:
    drawn = PrioritySortTask().draw(5, generator())
    for at in range(5):
        shown, asked = rows(drawn, at)
        assert ordered(shown) == asked


def test_priorities_are_uniform_from_minus_1_to_1() -> None:
    priorities = PrioritySortTask().draw(500, generator()).inputs[:20, :, 8]
    assert priorities.abs().max() <= 1
    shares = torch.histc(priorities, 4, -1, 1) / priorities.numel()
    torch.testing.assert_close(shares, torch.full((4,), 0.25), rtol=0, atol=0.02)
