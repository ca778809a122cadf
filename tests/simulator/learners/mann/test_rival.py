"""The LSTM without a memory."""

from __future__ import annotations

import torch

from metascope.simulator.learners.mann.reference import cost
from metascope.simulator.learners.mann.rival import RivalDesign, initial, lesson, run
from tests.simulator.learners.mann.networks import generator, normal

DESIGN = RivalDesign(inputs=5, outputs=3, units=6)


def test_outputs_are_those_of_torchs_lstm_with_a_linear_layer() -> None:
    weights, inputs = initial(DESIGN, generator(), torch.float64), normal(7, 2, 5)
    lstm = torch.nn.LSTM(5, 6, dtype=torch.float64)
    given = [weights["input"], weights["hidden"], weights["bias"], torch.zeros(24).double()]
    lstm.load_state_dict(dict(zip(lstm.state_dict(), given, strict=True)))
    with torch.no_grad():
        wanted = lstm(inputs)[0] @ weights["output"] + weights["output.bias"]
    torch.testing.assert_close(run(DESIGN, weights, inputs), wanted, rtol=1e-12, atol=1e-12)


def test_forget_gates_begin_open() -> None:
    assert initial(DESIGN, generator())["bias"].tolist() == [0] * 6 + [1] * 6 + [0] * 12


def test_the_gradient_of_a_lesson_is_the_slope_of_its_cost() -> None:
    weights, inputs = initial(DESIGN, generator(), torch.float64), normal(7, 2, 5)
    labels = torch.randint(3, (7, 2), generator=generator())
    outputs, gradient = lesson(DESIGN, weights, inputs, labels)
    torch.testing.assert_close(outputs, run(DESIGN, weights, inputs))
    for i, key in enumerate(weights):
        along, small = normal(*weights[key].shape, seed=i), 1e-6
        ends = [
            float(cost(run(DESIGN, weights | {key: weights[key] + by * along}, inputs), labels))
            for by in (small, -small)
        ]
        slope = (ends[0] - ends[1]) / (2 * small)
        torch.testing.assert_close(float((gradient[key] * along).sum()), slope, rtol=1e-6, atol=1e-9)
