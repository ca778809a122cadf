"""The compiled kernel's cost, gradient, answers and updates are the readable machine's, to single precision."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
import torch
from torch import Tensor

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.learners.moving.moved import Moved
from metascope.simulator.learners.ntm import bptt, compiled
from metascope.simulator.learners.ntm.compiled import CompiledMachine
from metascope.simulator.learners.ntm.reference import MEMORY, Design, Weights, learned, run
from metascope.simulator.learners.rules import RULES, Clip, clip
from metascope.simulator.learners.trained import Trained
from tests.simulator.learners.ntm.cases import Sequences, by_autograd, copies, sequences, small, weights_of

pytestmark = pytest.mark.usefixtures("kernels")

KINDS = [
    {"controller": controller, "heads": heads, "bounded": bounded, "memory": memory}
    for controller, heads, (bounded, memory) in product(
        ("lstm", "feedforward"), (1, 2, 4), ((False, "random"), (True, "learned"))
    )
]
SIZES = [(1, 1, 3, 1), (3, 20, 16, 5), (12, 2, 40, 2), (33, 17, 61, 30)]  # units, width, locations, time steps


def single(given: Weights) -> Weights:
    return {name: weight.float() for name, weight in given.items()}


def given_as_single(given: Sequences) -> Sequences:
    return Sequences(given.inputs.float(), given.targets.float(), given.mask.float())


def compare(
    design: Design, steps: int, batch: int, weights: Weights | None = None, machine: CompiledMachine | None = None
) -> None:
    """Compare with autograd in double precision, each weight's derivatives with the largest of them."""
    weights, given = weights or weights_of(design), sequences(design, steps, batch)
    bits, gradient = by_autograd(design, weights, given)
    found, vector = (machine or CompiledMachine(design)).lesson(single(weights), given_as_single(given))
    torch.testing.assert_close(found.double(), bits, rtol=1e-5, atol=1e-5)
    parts = torch.split(vector.double(), [part.numel() for part in gradient.values()])
    for (name, wanted), part in zip(gradient.items(), parts, strict=True):
        scale = float(wanted.abs().max())
        assert float((part.view_as(wanted) - wanted).abs().max()) < 2e-5 * scale + 1e-9, name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: "-".join(map(str, kind.values())))
@pytest.mark.parametrize("batch", [1, 3, 16])
def test_gradient_is_that_of_autograd(kind: dict[str, Any], batch: int) -> None:
    compare(small(**kind), 7, batch)


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("controller", ["lstm", "feedforward"])
def test_gradient_is_that_of_autograd_at_other_sizes(controller: Any, sizes: tuple[int, int, int, int]) -> None:
    units, width, locations, steps = sizes
    compare(small(controller=controller, units=units, width=width, locations=locations), steps, 11)


def test_wide_controllers_whose_matrices_exceed_a_cache() -> None:
    compare(small(units=300, heads=2, width=9), 4, 5)


def test_raw_outputs_that_are_clipped_and_rows_of_zeros() -> None:
    design = small(memory="learned")
    weights = weights_of(design)
    weights["heads.weight"] *= 20
    weights[MEMORY][2:5] = 0
    compare(design, 6, 2, weights)


def test_buffers_that_are_used_again_leave_nothing_behind() -> None:
    design = small(heads=2)
    machine, weights = CompiledMachine(design), single(weights_of(design))
    for steps, batch, seed in [(9, 2, 1), (3, 5, 2), (9, 1, 3), (14, 17, 4), (2, 2, 5)]:
        given = given_as_single(sequences(design, steps, batch, seed=seed))
        fresh, again = CompiledMachine(design).lesson(weights, given), machine.lesson(weights, given)
        assert torch.equal(fresh[0], again[0])
        assert torch.equal(fresh[1], again[1])


@pytest.mark.parametrize("kind", KINDS[::3], ids=lambda kind: "-".join(map(str, kind.values())))
@pytest.mark.parametrize("batch", [1, 11])
def test_answers_are_the_readable_machines(kind: dict[str, Any], batch: int) -> None:
    design = small(**kind)
    weights, given = weights_of(design), sequences(design, 12, batch)
    made = Trained(single(weights), () if design.memory == "learned" else (MEMORY,), RULES["adam"])
    found = CompiledMachine(design).answers(made.weights, made.vector, given.inputs.float())
    torch.testing.assert_close(found.double(), run(design, weights, given.inputs).outputs, rtol=1e-5, atol=1e-5)


def test_time_steps_that_do_not_count_have_no_gradient_of_their_own() -> None:
    design = small()
    weights, given = single(weights_of(design)), given_as_single(sequences(design, 6, 2))
    changed = torch.where(given.mask.bool().unsqueeze(-1), given.targets, 1 - given.targets)
    machine = CompiledMachine(design)
    other = machine.lesson(weights, replace(given, targets=changed))
    assert torch.equal(other[1], machine.lesson(weights, given)[1])


@pytest.mark.parametrize("rule", list(RULES))
@pytest.mark.parametrize("by", [("elements", 0.01), ("norm", 0.05), ("norm", 1e6)])
def test_updates_of_several_batches_are_those_of_the_rule(rule: str, by: tuple[Clip, float]) -> None:
    design = Design(9, 8, units=12, locations=10, width=6)
    batches = [copies(length, 3, seed=length) for length in (3, 1, 5, 2)]
    mine, theirs = (Trained(weights_of(design, torch.float32), (MEMORY,), RULES[rule]) for _ in range(2))
    machine = CompiledMachine(design)
    for _ in range(2):  # the second time with a rule that has moved
        bits = machine.teach(mine.weights, mine.vector, batches, Moved(mine.rule), 1e-3, (by[1], by[0]))
        wanted = [_reference(design, theirs, batch, by) for batch in batches]
        torch.testing.assert_close(bits, torch.stack(wanted), rtol=1e-4, atol=1e-4)
    close = {"rtol": 1e-4, "atol": 2e-5 if rule != "rmsprop" else 2e-4}  # which divides by the size of noise
    torch.testing.assert_close(mine.vector, theirs.vector, **close)
    for name, value in theirs.rule.state().items():
        if name == "count":
            assert float(value) == float(mine.rule.state()[name]) == 8


def _reference(design: Design, made: Trained, batch: Sequences, by: tuple[Clip, float]) -> Tensor:
    lesson = bptt.lesson(design, made.weights, batch.inputs, batch.targets, batch.mask)
    clip(lesson.vector, by[1], by[0])
    made.rule.step(made.vector, lesson.vector, 1e-3)
    return lesson.bits


def test_updates_in_one_call_are_those_of_several_bit_for_bit() -> None:
    design = Design(9, 8, units=12, locations=10, width=6)
    batches = [copies(length, 3, seed=length) for length in (3, 1, 5, 2)]
    one, other = (Trained(weights_of(design, torch.float32), (MEMORY,), RULES["graves"]) for _ in range(2))
    machine = CompiledMachine(design)
    machine.teach(one.weights, one.vector, batches, Moved(one.rule), 1e-3, (10.0, "elements"))
    for batch in batches:
        machine.teach(other.weights, other.vector, [batch], Moved(other.rule), 1e-3, (10.0, "elements"))
    assert torch.equal(one.vector, other.vector)


@pytest.mark.parametrize("name", learned(small()))
@pytest.mark.parametrize("wrong", [math.nan, math.inf])
def test_weights_that_are_no_numbers_are_told_as_by_the_reference(name: str, wrong: float) -> None:
    design = small()
    weights, given = single(weights_of(design)), given_as_single(sequences(design, 3, 2))
    weights[name].view(-1)[-1] = wrong
    told = _told(lambda: bptt.lesson(design, weights, given.inputs, given.targets, given.mask))
    assert _told(lambda: CompiledMachine(design).lesson(weights, given)) == told


def _told(taught: Callable[[], object]) -> str:
    try:
        taught()
    except Diverged as error:
        return str(error)
    return ""


def test_the_kernels_own_check_passes_and_notices_a_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled.check()
    monkeypatch.setattr(bptt, "lesson", lambda *given: _scaled(bptt_lesson(*given)))
    with pytest.raises(AssertionError, match="gradient"):
        compiled.check()


bptt_lesson = bptt.lesson


def _scaled(lesson: bptt.Lesson) -> bptt.Lesson:
    return replace(lesson, vector=lesson.vector * 1.01)
