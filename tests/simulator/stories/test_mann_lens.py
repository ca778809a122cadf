"""The microscope of the MANN story, compared with the network itself and with a computation cell by cell."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.stories.mann import lens
from metascope.simulator.stories.mann.captions import captions_of
from metascope.simulator.stories.mann.frame import MannFrame
from tests.simulator.stories.mann import KINDS, simulation
from tests.simulator.stories.played import after
from tests.simulator.stories.test_mann_run import again, near

each_kind = pytest.mark.parametrize("values", KINDS, ids=lambda values: "-".join(map(str, values)) or "plain")


def shares(frame: MannFrame) -> np.ndarray:
    """Return what share of each reading each time step wrote, one cell at a time."""
    heads = frame.heads
    steps, count, rows = heads.write_weights.shape
    found = np.zeros((steps, count, steps))
    for t in range(steps):
        for h in range(count):
            for s in range(t + 1):
                for i in range(rows):
                    erased = any(heads.least_used[later, 0] == i for later in range(s + 1, t + 1))
                    if not erased:
                        written = sum(float(heads.write_weights[s, w, i]) for w in range(count))
                        found[t, h, s] += float(heads.read_weights[t, h, i]) * written
            found[t, h] /= found[t, h].sum()
    return found


@each_kind
def test_memories_are_those_of_the_network(values: dict[str, object]) -> None:
    made = simulation(**values)
    frame = after(made, 1)
    found = lens.memories(frame)
    near(found[1:], again(made, frame).memory[:, 0])
    assert (found[0] == lens.BEGINNING).all()


@each_kind
def test_sources_are_the_writings_that_are_still_there(values: dict[str, object]) -> None:
    frame = after(simulation(**values), 1)
    found = lens.sources(frame)
    np.testing.assert_allclose(found, shares(frame), atol=1e-6)
    assert not np.triu(found.transpose(1, 0, 2), 1).any(), "nothing is read before it is written"


def test_the_sentence_of_a_tick_tells_the_largest_source() -> None:
    frame = after(simulation(), 1)
    found = lens.sources(frame)[7, 0]
    assert f"{found.max():.0%} was written at t = {found.argmax() + 1}" in str(captions_of(frame, "mann")[8])
