"""What the tests of the MANN story share: a network that is small enough to be trained within a second."""

from __future__ import annotations

from metascope.simulator.stories.mann.settings import MannSettings
from metascope.simulator.stories.mann.simulation import MannSimulation

SMALL: dict[str, object] = {
    "characters": 20,
    "side": 7,
    "classes": 3,
    "images": 4,
    "units": 8,
    "heads": 2,
    "locations": 9,
    "width": 4,
    "batch": 4,
    "updates": 2,
    "rival_units": 6,
    "test_episodes": 6,
    "test_every": 2,
}
KINDS: list[dict[str, object]] = [
    {},
    {"heads": 1, "locations": 8, "turned": False},
    {"writes": "key", "sharpness": 5.0, "decay": 0.9},
    {"judged_on": "test", "batch": 5, "clipping": "elements"},
]


def simulation(**values: object) -> MannSimulation:
    return MannSimulation(MannSettings.parse({**SMALL, **values}))
