"""Draws episodes, also held-out ones, of the pictures that the settings name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from metascope.simulator.engine.computing import chosen_device
from metascope.simulator.engine.randomness import generator
from metascope.simulator.engine.running.building import counted
from metascope.simulator.engine.text import say
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.simulator.tasks.images.pictures import Pictures, Split
from metascope.simulator.tasks.label_episodes import Episodes, LabelEpisodes, Plan

Part = Literal["train", "validation", "test"]

_DRAWING = say("drawing held-out episodes")
_STREAMS = {"validation": 3, "test": 4}  # of random numbers


def pictures_of(split: Split, part: Part) -> Pictures:
    """Return one of the parts."""
    return {"train": split.train, "validation": split.validation, "test": split.test}[part]


def episodes_of(settings: MannSettings, pictures: Pictures) -> LabelEpisodes:
    """Return what draws episodes of such pictures, on the device of the settings.

    Raises:
        UserError: there are too few characters, or drawings of each; or there is no such device.
    """
    device = chosen_device(settings.device, settings.work)
    return LabelEpisodes(pictures, settings.classes, settings.images, settings.turned, device=device)


def held_out(task: LabelEpisodes, part: Part, seed: int, number: int) -> Episodes:
    """Return the held-out episode with this number, as a batch of one."""
    return task.show(_plan(task, part, seed, number))


@final
class HeldOut:
    """The held-out episodes on which the networks are measured, drawn once; as many at a time as in an update.

    Args:
        task: what shows them.
        part: the one that its pictures are from.
        settings: how many there are, and of which seed.
    """

    def __init__(self, task: LabelEpisodes, part: Part, settings: MannSettings) -> None:
        self._task = task
        drawn = [
            _plan(task, part, settings.seed, number) for number in counted(_DRAWING, range(settings.test_episodes))
        ]
        size = settings.batch
        self._plans = [Plan.joined(drawn[first : first + size]) for first in range(0, len(drawn), size)]

    def __iter__(self) -> Iterator[Episodes]:
        return map(self._task.show, counted(say("measuring on held-out episodes"), self._plans))


def _plan(task: LabelEpisodes, part: Part, seed: int, number: int) -> Plan:
    return task.plan(1, generator(seed, _STREAMS[part], number))
