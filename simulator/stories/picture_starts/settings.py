"""Defines the settings of the picture starts story: pictures, network, methods, training, measurements."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from pydantic import JsonValue
from typing_extensions import override

from metascope.simulator.engine.computing import DeviceKind, EngineKind, device_setting, engine_setting
from metascope.simulator.engine.settings import Conflict, Shapes, prefixed, rules_for, setting, steps_setting
from metascope.simulator.engine.text import say
from metascope.simulator.learners import settings as learning
from metascope.simulator.stories.picture_starts.names import METHODS
from metascope.simulator.tasks import episode_settings as episodes

Focus = Literal["maml", "fomaml", "reptile", "anil", "meta_sgd"]
_CONVOLUTION: dict[str, list[JsonValue]] = {"network": ["convolution"]}
_LAYERS: dict[str, list[JsonValue]] = {"network": ["layers"]}

DRAWN = 1000  # held-out episodes that are drawn; the first ones are measured, the same whatever their number
_ADAPTING = 4e-11  # seconds of processor time for a multiplication of an inner step; measured


class StartsSettings(episodes.EpisodeSettings):
    """Settings of the picture starts story."""

    looked_at = episodes.EpisodeSettings.looked_at | {"surface_method"}

    steps: int = steps_setting(200, "some")
    updates: int = learning.updates_setting(
        10, help="Updates of every start in one meta-step, each on a meta-batch of its own", group="Run", high=1000
    )
    device: DeviceKind = device_setting()
    engine: EngineKind = engine_setting()

    ways: int = episodes.ways_setting(5, help="Classes of an episode, in training too")
    shots: int = episodes.shots_setting(1, help="Supports of each class, in training too")
    train_queries: int = episodes.train_queries_setting(5, group="Task")

    maml: bool = setting(True, "MAML", help="Differentiates through the inner steps, exactly", group="Methods")
    fomaml: bool = setting(False, "FOMAML", help="MAML without second derivatives", group="Methods")
    reptile: bool = setting(
        False, "Reptile", help="Moves the start part of the way to the adapted networks", group="Methods"
    )
    anil: bool = setting(False, "ANIL", help="MAML that adapts only the head", group="Methods")
    meta_sgd: bool = setting(False, "Meta-SGD", help="MAML that learns a rate for each weight", group="Methods")

    network: Literal["convolution", "layers"] = setting(
        "convolution",
        "Network",
        help="convolution: blocks of 3 × 3 convolution, each halving the side; layers: layers of units, faster and less"
        " accurate in the end",
        group="Network",
    )
    width: int = setting(
        32,
        "Width",
        help="Channels of each block of convolution: 3 blocks at a picture side of 14, 4 at 28, which take longer",
        group="Network",
        low=8,
        high=64,
        only_for=_CONVOLUTION,
    )
    shrinking: Literal["pool", "stride"] = setting(
        "pool",
        "Halving",
        help="pool: the largest of 2 × 2 pixels; stride: every second pixel is convolved, as MAML's program has it",
        group="Network",
        only_for=_CONVOLUTION,
    )
    reading: Literal["flat", "mean"] = setting(
        "flat",
        "Head reads",
        help="flat: every pixel of the last map; mean: the mean of each channel, as MAML's program has it",
        group="Network",
        only_for=_CONVOLUTION,
    )
    hidden_units: int = learning.hidden_units_setting(64, low=8, high=256, only_for=_LAYERS)
    hidden_layers: int = learning.hidden_layers_setting(only_for=_LAYERS)
    statistics: Literal["batch", "support"] = setting(
        "batch",
        "Statistics",
        help="Of batch normalization for queries. batch: those of all queries together, so that they help each other"
        " (transductive), as in the programs of MAML and Reptile; support: those of the supports, each query by itself",
        group="Network",
    )

    inner_steps: int = learning.inner_steps_setting(3)
    inner_rate: float = setting(
        0.5,
        "Inner learning rate",
        help="Step size of the inner steps, of the loss that is named next to it",
        symbol="α",
        live=True,
        low=0.0,
        high=20.0,
    )
    rate_of: Literal["mean", "class", "sum"] = setting(
        "mean",
        "Inner rate is of",
        help="The same step has three numbers in papers. mean: rate of the mean loss over all N K supports, as most"
        " programs have it; class: of the sum of their losses divided by K alone, N times as large a step (0.4 in"
        " MAML's program for 5 ways is 2.0 of the mean); sum: of the sum over all, N K times as large a step",
        live=True,
    )
    tasks: int = setting(4, "Meta-batch", help="Episodes per update", group="Training", low=1, high=64)
    outer_optimizer: learning.OuterOptimizer = learning.outer_optimizer_setting()
    outer_rate: float = learning.outer_rate_setting(5e-3)
    clip: float = learning.clip_setting()
    meta_sgd_start: learning.MetaSgdStart = learning.meta_sgd_start_setting()
    learn: bool = learning.starts_learn_setting()

    reptile_steps: int = learning.reptile_steps_setting(
        "Inner steps in training, each on a minibatch of supports and queries alike"
    )
    reptile_batch: int = learning.reptile_batch_setting(help="Pictures per inner step", high=100)
    reptile_rate: float = learning.reptile_rate_setting(
        0.1,
        help="Step size of Reptile's inner steps, of the mean loss, in training and on held-out episodes",
        high=20.0,
    )
    reptile_rule: Literal["interpolation", "adam"] = setting(
        "interpolation",
        "Reptile's rule",
        help="interpolation: goes a fraction of the way; adam: the way is the gradient of Adam with the outer rate",
        group="Reptile",
        only_for=learning.REPTILE_ONLY,
    )
    epsilon: float = learning.epsilon_setting(
        0.5, only_for={**learning.REPTILE_ONLY, "reptile_rule": ["interpolation"]}
    )

    judged_on: episodes.JudgedOn = episodes.judged_on_setting()
    test_steps: int = learning.adaptation_steps_setting("Inner steps on held-out episodes and on the one on the table")
    test_every: int = learning.measured_every_setting(20)
    test_episodes: int = episodes.held_out_episodes_setting(100)
    layer_episodes: int = setting(
        16,
        "Episodes for layers",
        help="Episodes over which is averaged what the layers do: how they move, and accuracy with some frozen",
        group="Measuring",
        low=4,
        high=1000,
    )
    surface_every: int = learning.surface_every_setting(group="Measuring")
    shown: int = episodes.shown_setting()
    query: int = episodes.query_setting(359)
    surface_method: Focus = setting(
        "maml",
        "Surface of",
        help="The method through whose start the loss surface goes; one that takes no part: the first one",
        group="Shown",
        live=True,
    )

    @property
    def methods(self) -> tuple[str, ...]:
        """The keys of the methods that take part."""
        return tuple(key for key in METHODS if getattr(self, key))

    @property
    @override
    def training_sizes(self) -> tuple[int, int, int]:
        return self.ways, self.shots, self.train_queries  # the head has one output for each class

    @property
    def blocks(self) -> int:
        """Blocks of convolution, each of which halves the side: 3 for 14 pixels, 4 for 28."""
        return self.side.bit_length() - 1

    @property
    def units(self) -> tuple[int, ...]:
        """Units of each hidden layer."""
        return (self.hidden_units,) * self.hidden_layers

    @property
    def layers(self) -> int:
        """Blocks or layers of units, and the head."""
        return (self.blocks if self.network == "convolution" else self.hidden_layers) + 1

    @property
    def parameters(self) -> int:
        """How many weights a start has."""
        return sum(math.prod(shape) for shape in self._start.values())

    @property
    def _start(self) -> Shapes:
        """The shapes of a start's weights."""
        found: dict[str, tuple[int, ...]] = {}
        if self.network == "layers":
            features = self.units[-1]
            for layer, (given, units) in enumerate(pairwise((self.side**2, *self.units)), start=1):
                found |= {f"layer{layer}.weights": (units, given)}
                found |= {f"layer{layer}.scale": (units,), f"layer{layer}.shift": (units,)}
        else:
            side, width = self.side, self.width
            for block in range(1, self.blocks + 1):
                side = (side + (self.shrinking == "stride")) // 2
                found |= {f"block{block}.filters": (width, 1 if block == 1 else width, 3, 3)}
                found |= {f"block{block}.scale": (width,), f"block{block}.shift": (width,)}
            features = width * (side**2 if self.reading == "flat" else 1)
        return found | {"head.weights": (self.ways, features), "head.bias": (self.ways,)}

    @property
    @override
    def weight_shapes(self) -> Shapes:
        rates = {f"rate.{name}": shape for name, shape in self._start.items()}
        starts = {key: {**self._start, **(rates if key == "meta_sgd" else {})} for key in self.methods}
        return prefixed(**starts)

    @property
    def episode(self) -> int:
        """Pictures of a training episode."""
        return self.ways * (self.shots + self.train_queries)

    @property
    @override
    def preparing_seconds(self) -> float:
        learned, asked = 3 * self.shots * self.test_steps, self.queries * (self.test_steps + 1)  # forth and back
        each = self.ways * (learned + asked) * self._multiplications
        return self.pixels_seconds(DRAWN) + _ADAPTING * len(self.methods) * self.test_episodes * each

    @property
    def _multiplications(self) -> int:
        """Multiplications of the network for a picture, but for its head's."""
        if self.network == "layers":
            return sum(given * units for given, units in pairwise((self.side**2, *self.units)))
        found, side = 0, self.side
        for block in range(self.blocks):
            halved = (side + (self.shrinking == "stride")) // 2
            seen = halved if self.shrinking == "stride" else side
            found, side = found + 9 * (self.width if block else 1) * self.width * seen**2, halved
        return found

    @property
    @override
    def working_bytes(self) -> int:
        wide = self.width * self.side**2 * 6 if self.network == "convolution" else 6 * sum(self.units)
        passes = self.inner_steps + 1
        kept = self.tasks * passes * (self.episode * wide + 2 * self.parameters)
        tested = 2000 * wide + 2 * (2000 // self.episode + 1) * self.parameters
        return 4 * max(kept, tested)

    @property
    def work(self) -> int:
        """Multiplications of a layer for all episodes of an update, which decide whether a GPU is worth it."""
        each = 9 * self.width**2 * (self.side // 2) ** 2 if self.network == "convolution" else self.hidden_units**2
        return each * self.episode * self.tasks


@rules_for(StartsSettings)
def _conflicts(settings: StartsSettings) -> Iterator[Conflict]:
    if not settings.methods:
        yield "maml", say("must be on where all other methods are off: one must take part")
    yield from episodes.episode_conflicts(settings)
    if settings.reptile and settings.reptile_batch > settings.episode:
        text = "must be at most {most}, the pictures of a training episode, not {got}"
        yield "reptile_batch", say(text, most=settings.episode, got=settings.reptile_batch)
