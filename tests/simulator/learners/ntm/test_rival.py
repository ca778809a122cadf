"""The LSTM without a memory is torch's, and its gradient that of the same cost."""

from __future__ import annotations

import torch

from metascope.simulator.learners.ntm import rival
from metascope.simulator.learners.ntm.bptt import cost
from metascope.simulator.learners.ntm.rival import RivalDesign
from tests.simulator.learners.ntm.cases import generator, sequences, small

DESIGN = RivalDesign(5, 4, units=6, layers=3)


def test_outputs_are_those_of_torchs_lstm() -> None:
    weights = rival.initial(DESIGN, generator(), torch.float64)
    theirs = torch.nn.LSTM(5, 6, 3, dtype=torch.float64)
    *lstm, weight, bias = weights.values()
    with torch.no_grad():
        for parameter, value in zip(theirs.parameters(), lstm, strict=True):
            parameter.copy_(value)
        inputs = sequences(small(), 7, 2).inputs
        expected = theirs(inputs)[0] @ weight.T + bias
        torch.testing.assert_close(rival.run(DESIGN, weights, inputs), expected, rtol=1e-12, atol=1e-13)


def test_gradient_is_the_slope_of_the_mean_cost() -> None:
    weights, given = rival.initial(DESIGN, generator(), torch.float64), sequences(small(), 5, 3)
    bits, gradient = rival.lesson(DESIGN, weights, given.inputs, given.targets, given.mask)
    torch.testing.assert_close(bits, cost(rival.run(DESIGN, weights, given.inputs), given.targets, given.mask))
    assert list(gradient) == list(weights)
    way = {name: torch.randn(w.shape, generator=generator(1), dtype=w.dtype) for name, w in weights.items()}
    step = 1e-6
    means = []
    for sign in (1, -1):
        moved = {name: weights[name] + sign * step * way[name] for name in weights}
        means.append(float(cost(rival.run(DESIGN, moved, given.inputs), given.targets, given.mask).mean()))
    slope = sum(float((gradient[name] * way[name]).sum()) for name in weights)
    torch.testing.assert_close((means[0] - means[1]) / (2 * step), slope, rtol=1e-6, atol=0)
    assert not any(w.requires_grad for w in weights.values())


def test_weights_depend_on_the_generator_alone_and_are_small() -> None:
    one, other = (rival.initial(DESIGN, generator(1)) for _ in range(2))
    assert all(torch.equal(one[name], other[name]) for name in one)
    assert 0.3 < max(float(w.abs().max()) for w in one.values()) <= 6**-0.5
