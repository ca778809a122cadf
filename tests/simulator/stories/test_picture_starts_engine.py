"""Good starts for pictures by compiled kernels: where there are any, and that frames are those of the readable twin."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.engine.computing import ENGINE
from metascope.simulator.learners.kernels import PICTURE_MAML
from metascope.simulator.learners.picture_maml import reference
from metascope.simulator.stories.picture_starts.names import METHODS
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.simulator.stories.picture_starts.showing import tasks_of
from metascope.simulator.stories.picture_starts.simulation import StartsSimulation
from metascope.simulator.stories.picture_starts.teaching import kind_of, plan_of
from tests.simulator.stories.picture_starts import EVERY, starts


def test_only_convolutions_of_all_pixels_have_kernels() -> None:
    def kernels(**given: object) -> tuple[object, ...]:
        return StartsSimulation.kernels(StartsSettings.parse(given))

    assert kernels(network="convolution") == (PICTURE_MAML,)
    assert kernels(network="layers") == ()
    assert kernels(network="convolution", shrinking="stride") == ()


@pytest.mark.usefixtures("kernels")
def test_a_compiled_run_shows_what_the_readable_learner_makes_of_the_episode() -> None:
    made = starts(**EVERY, network="convolution", engine="compiled")
    assert made.state()[ENGINE] == "compiled"
    made.step()
    frame, tasks = made.look(), tasks_of(made._on_table())
    for index, method in enumerate(METHODS):
        weights, plan = made._starts[method].weights, plan_of(made.settings, method, 3)
        moments = list(reference.walk(made._network, kind_of(method), weights, tasks, plan))
        wanted = np.stack([moment.query[0].softmax(-1).numpy() for moment in moments])
        np.testing.assert_allclose(frame.course.probabilities[:, index], wanted, atol=1e-4)
