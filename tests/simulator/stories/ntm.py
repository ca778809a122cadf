"""What the tests of the NTM story share: a machine that is small enough to be trained within a second."""

from __future__ import annotations

from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.simulator.stories.ntm.simulation import NtmSimulation

SMALL: dict[str, object] = {
    "bits": 3,
    "length": 3,
    "units": 8,
    "locations": 6,
    "width": 4,
    "batch": 4,
    "updates": 2,
    "rival_units": 6,
    "test_sequences": 6,
    "test_every": 2,
    "shown_size": 4,
}
TASKS: list[dict[str, object]] = [
    {"task": "copy"},
    {"task": "copy", "controller": "feedforward", "heads": 2, "memory": "learned"},
    {"task": "repeat-copy", "repeated": 2, "repeats": 2},
    {"task": "associative-recall", "items": 2},
    {"task": "n-grams", "stream": 12},
    {"task": "priority-sort", "vectors": 4},
]


def simulation(**values: object) -> NtmSimulation:
    return NtmSimulation(NtmSettings.parse({**SMALL, **values}))
