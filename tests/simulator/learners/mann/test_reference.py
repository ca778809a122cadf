"""The memory-augmented network: its time step, its courses, and that it learns to learn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.mann import reference
from metascope.simulator.learners.mann.reference import Design, Trajectory, begin, initial, lesson, resume, run
from metascope.simulator.tasks.images.pictures import Pictures
from metascope.simulator.tasks.label_episodes import LabelEpisodes, accuracy_by_instance, ceiling
from tests.simulator.learners.mann.networks import (
    DESIGNS,
    SMALL,
    generator,
    lively,
    name,
    normal,
    numpy_state,
    numpy_step,
)


def course(design: Design = SMALL, steps: int = 9, batch: int = 3) -> Trajectory:
    return run(design, lively(design), normal(steps, batch, design.inputs, seed=7))


@pytest.mark.parametrize("design", DESIGNS, ids=name)
def test_time_steps_are_the_equations_evaluated_in_numpy(design: Design) -> None:
    weights, inputs = lively(design), normal(9, 3, design.inputs, seed=7)
    found = run(design, weights, inputs)
    for at in range(3):
        state = numpy_state(begin(design, 3, torch.float64), at)
        for t in range(9):
            state, outputs = numpy_step(design, weights, state, inputs[t, at].numpy())
            for key, value in numpy_state(found.after(t), at).items():
                np.testing.assert_allclose(value, state[key], rtol=1e-10, atol=1e-12, err_msg=f"{key} at step {t}")
            np.testing.assert_allclose(found.outputs[t, at].numpy(), outputs, rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("design", DESIGNS, ids=name)
def test_a_course_is_told_with_its_axes(design: Design) -> None:
    found, (t, b, h, n, m) = course(design), (9, 3, design.heads, design.locations, design.width)
    u, wide = design.units, (9, 3, design.heads, design.locations)
    shapes = {
        "gates": (t, b, 4, u), "key": (t, b, h, m), "add": (t, b, h, m), "gate": (t, b, h), "least_used": (t, b, h),
        "write_weights": wide, "read_weights": wide, "usage": (t, b, n), "reads": (t, b, h, m), "memory": (t, b, n, m),
        "hidden": (t, b, u), "cell": (t, b, u), "outputs": (t, b, design.outputs),
    }  # fmt: skip
    assert {key: tuple(part.shape) for key, part in vars(found).items()} == shapes


def test_what_a_course_tells_fits_together() -> None:
    found, first = course(), begin(SMALL, 3, torch.float64)
    i, f, o, z = found.gates.unbind(2)
    before = torch.cat([first.cell.unsqueeze(0), found.cell[:-1]])
    torch.testing.assert_close(found.cell, f * before + i * z)
    torch.testing.assert_close(found.hidden, o * found.cell.tanh())
    torch.testing.assert_close(found.write_weights.sum(-1), torch.ones(9, 3, 2).double())
    memories = torch.cat([first.memory.unsqueeze(0), found.memory[:-1]])
    for t in range(9):
        for b in range(3):
            memory = memories[t, b].clone()
            memory[found.least_used[t, b, 0]] = 0
            torch.testing.assert_close(found.memory[t, b], memory + found.write_weights[t, b].T @ found.add[t, b])


@pytest.mark.parametrize("bias", [-40.0, 40.0])
def test_gates_held_shut_or_open_choose_between_the_two_ways_of_writing(bias: float) -> None:
    weights = lively(SMALL)
    weights["heads"][:, -SMALL.heads :] = 0
    weights["heads.bias"][-SMALL.heads :] = bias
    found = run(SMALL, weights, normal(6, 2, 5, seed=1))
    before = torch.cat([begin(SMALL, 2, torch.float64).read_weights.unsqueeze(0), found.read_weights[:-1]])
    wanted = before if bias > 0 else torch.nn.functional.one_hot(found.least_used, SMALL.locations).double()
    torch.testing.assert_close(found.write_weights, wanted, rtol=0, atol=1e-15)


def test_usage_of_a_run_is_what_its_heads_used() -> None:
    design = Design(inputs=3, outputs=2, units=5)
    usage = run(design, lively(design), normal(50, 1, 3)).usage
    assert float(usage[-1].sum()) == pytest.approx(147.77, abs=0.005)


def test_episodes_do_not_know_of_each_other() -> None:
    weights, inputs = lively(SMALL), normal(9, 4, 5, seed=2)
    together = run(SMALL, weights, inputs)
    for b in range(4):
        alone = run(SMALL, weights, inputs[:, b : b + 1])
        torch.testing.assert_close(alone.outputs, together.outputs[:, b : b + 1], rtol=1e-12, atol=1e-12)
        torch.testing.assert_close(alone.memory, together.memory[:, b : b + 1], rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("t", [0, 4, 8])
def test_a_course_goes_on_from_any_of_its_states(t: int) -> None:
    weights, inputs = lively(SMALL), normal(10, 3, 5, seed=2)
    whole = run(SMALL, weights, inputs)
    rest = resume(SMALL, weights, whole.after(t), inputs[t + 1 :])
    for key, part in vars(rest).items():
        torch.testing.assert_close(part, getattr(whole, key)[t + 1 :], rtol=1e-12, atol=1e-12)


def test_a_row_that_a_person_overwrites_changes_what_comes_after() -> None:
    weights, inputs = lively(SMALL), normal(10, 2, 5, seed=2)
    whole = run(SMALL, weights, inputs)
    state = whole.after(4)
    memory = state.memory.clone()
    row = int(whole.read_weights[4, 0, 0].argmax())
    memory[0, row] = -memory[0, row]
    other = resume(SMALL, weights, replace(state, memory=memory), inputs[5:])
    assert not torch.equal(other.outputs[:, 0], whole.outputs[5:, 0])
    torch.testing.assert_close(other.outputs[:, 1], whole.outputs[5:, 1], rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("design", DESIGNS, ids=name)
def test_the_gradient_of_a_lesson_is_the_slope_of_its_cost(design: Design) -> None:
    weights, inputs = lively(design), normal(7, 2, design.inputs, seed=5)
    labels = torch.randint(design.outputs, (7, 2), generator=generator())
    outputs, gradient = lesson(design, weights, inputs, labels)
    torch.testing.assert_close(outputs, run(design, weights, inputs).outputs, rtol=1e-12, atol=1e-12)
    assert list(gradient) == list(weights)
    for i, key in enumerate(weights):
        along, small = normal(*weights[key].shape, seed=i), 1e-6

        def moved(by: float, key: str = key, along: Tensor = along) -> float:
            changed = weights | {key: weights[key] + by * along}
            return float(reference.cost(run(design, changed, inputs).outputs, labels))

        slope = (moved(small) - moved(-small)) / (2 * small)
        assert float((gradient[key] * along).sum()) == pytest.approx(slope, rel=1e-5, abs=1e-8)


def test_weights_begin_the_same_with_the_same_generator_and_only_then() -> None:
    one, same, other = (initial(SMALL, generator(seed)) for seed in (0, 0, 1))
    assert all(torch.equal(one[key], same[key]) for key in one)
    assert not torch.equal(one["heads"], other["heads"])
    assert one["controller.bias"].tolist() == [0] * 6 + [1] * 6 + [0] * 12


def dots() -> Pictures:
    """Return nine classes that are easily told: one white pixel each, every drawing of a class the same."""
    images = 255 * np.eye(9, dtype=np.uint8).reshape(9, 1, 3, 3)
    return Pictures(images.repeat(3, 1), tuple("abcdefghi"))


@pytest.mark.slow
def test_after_a_little_training_second_instances_are_known_and_first_ones_cannot_be() -> None:
    family = LabelEpisodes(dots(), 2, 3, turned=False)
    design = Design(family.inputs, 2, units=32, heads=1, locations=16, width=12)
    weights, random = initial(design, generator(1)), generator(2)
    adam = torch.optim.Adam(weights.values(), lr=0.03, fused=True)
    for _ in range(350):
        episodes = family.draw(16, random)
        for key, gradient in lesson(design, weights, episodes.inputs, episodes.labels)[1].items():
            weights[key].grad = gradient
        adam.step()
    episodes = family.draw(500, generator(3))
    outputs = run(design, weights, episodes.inputs).outputs
    accuracy = accuracy_by_instance(outputs.argmax(-1), episodes.labels, episodes.instances)
    assert float(accuracy[0]) < ceiling(2) + 0.05
    assert float(accuracy[1]) > float(accuracy[0]) + 0.15
