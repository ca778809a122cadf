"""What the scenario of the LSTM cell tells in words is true in numbers."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.engine.frame import Frame
from metascope.simulator.stories.lstm_cell.frame import CellFrame
from metascope.simulator.stories.lstm_cell.names import DESCENT, LEARNING, METHODS
from tests.contracts.runs import finished, played


def cells(frame: Frame) -> CellFrame:
    assert isinstance(frame, CellFrame)
    return frame


@pytest.mark.slow
@pytest.mark.parametrize("method", LEARNING)
def test_trained_cells_end_lower_than_gradient_descent_on_bowls_that_none_has_seen(method: str) -> None:
    frame, _ = finished("lstm-cell")
    for quantity in ("loss_last", "loss_mean"):
        assert frame.metrics[f"{method}.{quantity}"] < 0.5 * frame.metrics[f"descent.{quantity}"]


def test_the_last_cell_is_gradient_descent() -> None:
    frame = cells(played("lstm-cell")[0][-1])
    theta, gradient = (part[METHODS.index(DESCENT)] for part in (frame.theta, frame.gradient))
    np.testing.assert_allclose(theta[1:], theta[:-1] - frame.eta * gradient[:-1], rtol=0, atol=1e-12)
