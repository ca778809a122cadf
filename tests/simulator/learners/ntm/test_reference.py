"""The readable machine: its equations, its beginning, and going on from any time step."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
import torch

from metascope.simulator.learners.ntm.reference import MEMORY, Design, State, begin, initial, learned, resume, run, step
from tests.simulator.learners.ntm.cases import by_autograd, copies, generator, sequences, small, weights_of
from tests.simulator.learners.ntm.equations import one_step

every_kind = pytest.mark.parametrize("kind", [{}, {"heads": 3}, {"controller": "feedforward", "heads": 2}])


def random_state(design: Design, batch: int) -> State:
    """Return the state after two time steps: nothing in it is special."""
    return run(design, weights_of(design), sequences(design, 2, batch).inputs).after(1)


@every_kind
def test_a_time_step_is_that_of_the_equations(kind: dict[str, Any]) -> None:
    design = small(**kind)
    weights, state = weights_of(design), random_state(design, 2)
    x = sequences(design, 1, 2, seed=3).inputs[0]
    course = step(design, weights, state, x)
    arrays = {name: weight.numpy() for name, weight in weights.items()}
    for b in range(2):
        before = {field.name: getattr(state, field.name)[b].numpy() for field in fields(State)}
        after = one_step(design, arrays, before, x[b].numpy())
        np.testing.assert_allclose(course.outputs[b], after["outputs"], rtol=1e-12, atol=1e-13)
        for field in fields(State):
            found = getattr(course.state, field.name)[b]
            np.testing.assert_allclose(found, after[field.name], rtol=1e-12, atol=1e-13, err_msg=field.name)


def test_cost_of_an_untrained_machine_is_that_of_guessing() -> None:
    design = Design(9, 8)
    given = copies(10, 16)
    bits, _ = by_autograd(design, weights_of(design, torch.float32), given)
    assert bits.mean() == pytest.approx(8 * 10, rel=0.1)


@every_kind
def test_going_on_from_a_time_step_is_like_never_having_stopped(kind: dict[str, Any]) -> None:
    design = small(**kind)
    weights, inputs = weights_of(design), sequences(design, 8, 2).inputs
    whole = run(design, weights, inputs)
    rest = resume(design, weights, whole.after(4), inputs[5:])
    assert torch.equal(rest.outputs, whole.outputs[5:])
    assert torch.equal(rest.state.memory, whole.state.memory[5:])


def test_a_row_that_a_person_overwrites_changes_what_comes_out_after() -> None:
    design = small()
    weights, inputs = weights_of(design), sequences(design, 8, 2).inputs
    whole = run(design, weights, inputs)
    state = whole.after(4)
    memory = state.memory.clone()
    memory[0, 3] = 5.0
    rest = resume(design, weights, replace(state, memory=memory), inputs[5:])
    assert (rest.outputs[:, 0] - whole.outputs[5:, 0]).abs().max() > 1e-4
    assert torch.equal(rest.outputs[:, 1], whole.outputs[5:, 1])


def test_where_all_rows_and_weightings_begin_the_same_all_rows_have_the_same_gradient() -> None:
    design = small(memory="learned")
    weights, given = weights_of(design), sequences(design, 6, 2)
    even = {**weights, MEMORY: weights[MEMORY] * 0 + 0.1, "initial.weighting": weights["initial.weighting"] * 0}
    _, gradient = by_autograd(design, even, given)
    spread = (gradient[MEMORY] - gradient[MEMORY][0]).abs().max()
    assert gradient[MEMORY].abs().max() > 1e-4
    assert spread < 1e-15
    _, gradient = by_autograd(design, {**even, "initial.weighting": weights["initial.weighting"]}, given)
    assert (gradient[MEMORY] - gradient[MEMORY][0]).abs().max() > 1e-5


@pytest.mark.parametrize("memory", ["random", "constant", "learned"])
def test_initial_weightings_differ_from_location_to_location(memory: Any) -> None:
    design = small(memory=memory)
    state = begin(design, weights_of(design), 1)
    assert state.weighting.std(-1).min() > 0.01
    assert (state.memory[0].std(0) > 0).all() == (memory != "constant")


@pytest.mark.parametrize("controller", ["lstm", "feedforward"])
def test_only_a_learned_memory_is_among_the_learned_weights(controller: Any) -> None:
    names = {memory: learned(small(memory=memory, controller=controller)) for memory in ("random", "learned")}
    assert names["learned"] == tuple(initial(small(controller=controller), generator()))
    assert set(names["learned"]) - set(names["random"]) == {MEMORY}


def test_weights_depend_on_the_generator_alone() -> None:
    design = small()
    one, other = weights_of(design, seed=1), weights_of(design, seed=1)
    assert all(torch.equal(one[name], other[name]) for name in one)
    assert not torch.equal(one["heads.weight"], weights_of(design, seed=2)["heads.weight"])
