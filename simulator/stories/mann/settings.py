"""Defines the settings of the memory-augmented network story: episodes, network, training and rival."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal

from typing_extensions import override

from metascope.simulator.engine.computing import DeviceKind, EngineKind, device_setting, engine_setting
from metascope.simulator.engine.settings import Conflict, Shapes, prefixed, rules_for, setting, steps_setting
from metascope.simulator.engine.text import say
from metascope.simulator.learners import settings as learning
from metascope.simulator.tasks.episode_settings import JudgedOn, held_out_episodes_setting, judged_on_setting
from metascope.simulator.tasks.images.settings import (
    DRAWINGS,
    PictureSettings,
    Variation,
    characters_setting,
    too_few_characters,
    variation_setting,
)

_MULTIPLYING = 3.2e-11  # seconds of processor time for a multiplication by a weight; measured, for layers of 128 to 512
_REMEMBERING = 3e-10  # and for all that a head does in a time step with a number of the memory
KEPT_LIMIT = 100_000_000  # numbers of memory that back-propagation through time keeps: about 1.5 GB with all else


class MannSettings(PictureSettings):
    """Settings of the memory-augmented network story: pictures, network and training."""

    optional_weights = "best."

    steps: int = steps_setting(100, "several")
    device: DeviceKind = device_setting()
    engine: EngineKind = engine_setting()
    characters: int = characters_setting(400)
    variation: Variation = variation_setting("calm")
    classes: int = setting(5, "Classes", help="Classes per episode", symbol="C", group="Task", low=2, high=15)
    images: int = setting(
        10,
        "Images per class",
        help="Times each class is shown in an episode",
        symbol="K",
        group="Task",
        low=2,
        high=DRAWINGS,
    )
    turned: bool = setting(
        True, "Rotated classes", help="Rotate each class of an episode by 0, 90, 180 or 270 degrees", group="Task"
    )

    units: int = setting(
        200, "Controller units", help="Units of the LSTM that controls the heads", group="Network", low=4, high=512
    )
    heads: int = setting(
        4, "Heads", help="Heads, each of which reads and writes", symbol="H", group="Network", low=1, high=8
    )
    locations: int = setting(
        128, "Memory locations", help="Rows of the memory", symbol="N", group="Network", low=8, high=512
    )
    width: int = setting(
        40, "Memory width", help="Numbers per row of the memory", symbol="M", group="Network", low=1, high=128
    )
    decay: float = setting(
        0.95,
        "Usage decay",
        help="Factor per time step on how much a row counts as used",
        symbol="γ",
        group="Network",
        low=0.0,
        high=1.0,
    )
    sharpness: float = setting(
        10.0,
        "Read sharpness",
        help="Factor on the similarity of row and key when reading; 1: the paper's equations",
        group="Network",
        low=1.0,
        high=100.0,
        logarithmic=True,
    )
    writes: Literal["own", "key"] = setting(
        "own",
        "Written vector",
        help="own: a separate vector, as in public programs; key: the read key itself, as in the paper",
        group="Network",
    )

    optimizer: Literal["adam", "rmsprop", "graves"] = setting(
        "rmsprop",
        "Optimizer",
        help="adam; rmsprop: decay 0.95, momentum 0.9; graves: centred, as published",
        group="Training",
    )
    rate: float = learning.rate_setting(5e-4)
    clipping: learning.Clipping = learning.clipping_setting("norm")
    clip: float = learning.clip_setting(help=learning.CLIPPED)
    batch: int = setting(16, "Batch", help="Episodes per update", group="Training", low=1, high=64)
    updates: int = learning.updates_setting(10, group="Training", high=200)
    learn: bool = setting(
        True, "Train", help="Off: the weights of both networks stay fixed", group="Training", live=True
    )
    rival: bool = setting(
        True, "Train the LSTM", help="Train the rival without memory on the same episodes", group="Rival", live=True
    )
    rival_units: int = setting(200, "LSTM units", help="Units in its single layer", group="Rival", low=1, high=512)

    judged_on: JudgedOn = judged_on_setting(
        "Held-out characters to measure on; the best weights are always chosen on validation"
    )
    test_episodes: int = held_out_episodes_setting(64, high=512)
    test_every: int = learning.measured_every_setting(5)
    shown: int = setting(
        0, "Episode shown", help="Which of the held-out episodes is shown", group="Measuring", live=True, low=0, high=99
    )

    @property
    def time_steps(self) -> int:
        """T, the number of time steps of an episode."""
        return self.classes * self.images

    @property
    @override
    def weight_shapes(self) -> Shapes:
        x, y, u, h = self.side**2 + self.classes, self.classes, self.units, self.rival_units
        f = u + self.heads * self.width  # what the answers are made of: the controller's state, and what is read
        vectors = 2 if self.writes == "own" else 1  # a head's: its key, and what it writes
        told = self.heads * (vectors * self.width + 1)
        machine = {"controller.input": (x, 4 * u), "controller.state": (f, 4 * u), "controller.bias": (4 * u,)}
        machine |= {"heads": (u, told), "heads.bias": (told,), "output": (f, y), "output.bias": (y,)}
        rival = {"input": (4 * h, x), "hidden": (4 * h, h), "bias": (4 * h,), "output": (h, y), "output.bias": (y,)}
        return prefixed(mann=machine, best=machine, lstm=rival)

    @property
    @override
    def working_bytes(self) -> int:
        return 15 * self.kept  # with all else that back-propagation needs; as measured

    @property
    def kept(self) -> int:
        """Numbers of memory that back-propagation through time keeps."""
        return self.time_steps * self.batch * self.locations * self.width

    @property
    @override
    def preparing_seconds(self) -> float:
        """As `Settings.preparing_seconds`: pictures are drawn, and both networks go through all held-out episodes."""
        used = {name: shape for name, shape in self.weight_shapes.items() if not name.startswith("best.")}
        weights = sum(math.prod(shape) for shape in used.values() if len(shape) == 2)
        cells = self.heads * self.locations * self.width
        return self.drawing_seconds + self.measured_steps * (_MULTIPLYING * weights + _REMEMBERING * cells)

    @property
    def measured_steps(self) -> int:
        """The time steps of all episodes on which both networks are measured."""
        return self.test_episodes * self.time_steps * (1 if self.judged_on == "validation" else 2)

    @property
    def work(self) -> int:
        """Multiplications of the controller per time step, which decide whether a GPU is worth it."""
        return self.batch * (self.units + self.heads * self.width) * 4 * self.units


@rules_for(MannSettings)
def _conflicts(settings: MannSettings) -> Iterator[Conflict]:
    yield from too_few_characters(settings, settings.classes)
    if settings.locations < settings.heads:
        text = "must be at least {heads}, one for each head to write to, not {got}"
        yield "locations", say(text, heads=settings.heads, got=settings.locations)
    cells = settings.locations * settings.width
    kept = settings.kept
    if kept > KEPT_LIMIT:
        yield (
            "batch",
            say(
                "{batch} episodes of {steps} time steps with {cells} numbers of memory need {kept:.2g} numbers, over"
                " the limit of {limit:.0e}; use at most {most} episodes",
                batch=settings.batch,
                steps=settings.time_steps,
                cells=cells,
                kept=kept,
                limit=KEPT_LIMIT,
                most=KEPT_LIMIT // (settings.time_steps * cells),
            ),
        )
