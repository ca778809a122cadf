"""Defines the settings of the picture starts story: pictures, network, methods, training, measurements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import JsonValue
from typing_extensions import override

from simulator.engine.computing import DeviceKind, device_setting
from simulator.engine.settings import Conflict, Settings, rules_for, setting
from simulator.engine.text import say
from simulator.stories.picture_starts.names import METHODS
from simulator.tasks.images.settings import (
    DRAWINGS,
    PictureKind,
    Variation,
    characters_setting,
    folder_setting,
    pictures_setting,
    side_setting,
    transposed_setting,
    variation_setting,
)

Focus = Literal["maml", "fomaml", "reptile", "anil", "meta_sgd"]
MOST_STEPS = 50  # of adaptation
_CONVOLUTION: dict[str, list[JsonValue]] = {"network": ["convolution"]}
_LAYERS: dict[str, list[JsonValue]] = {"network": ["layers"]}
_REPTILE: dict[str, list[JsonValue]] = {"reptile": [True]}


class StartsSettings(Settings):
    """Settings of the picture starts story."""

    looked_at = frozenset({"shown", "query", "surface_method"})

    steps: int = setting(
        200,
        "Meta-steps",
        help="Meta-steps until the run finishes; each is one or several updates",
        group="Run",
        low=1,
        high=10_000_000,
        logarithmic=True,
    )
    updates: int = setting(
        10,
        "Updates per meta-step",
        help="Updates of every start in one meta-step, each on a meta-batch of its own",
        group="Run",
        low=1,
        high=1000,
        logarithmic=True,
    )
    device: DeviceKind = device_setting()

    pictures: PictureKind = pictures_setting()
    folder: str = folder_setting()
    characters: int = characters_setting(200)
    variation: Variation = variation_setting("hard")
    transposed: bool = transposed_setting()
    side: int = side_setting(14)
    rotations: Literal["classes", "class", "episode", "none"] = setting(
        "classes",
        "Rotations",
        help="In training, classes: a character turned by a right angle is a class of its own; class: each class of an"
        " episode is turned at random; episode: the whole episode is; none. Held-out characters stand upright",
        group="Task",
    )
    ways: int = setting(
        5, "Ways", help="Classes of an episode, in training too", symbol="N", group="Task", low=2, high=20
    )
    shots: int = setting(
        1, "Shots", help="Supports of each class, in training too", symbol="K", group="Task", low=1, high=15
    )
    queries: int = setting(
        5, "Queries", help="Queries of each class of a held-out episode", symbol="Q", group="Task", low=1, high=15
    )
    train_queries: int = setting(
        5, "Training queries", help="Queries of each class of a training episode", group="Task", low=1, high=15
    )

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
        help="Channels of each block of convolution",
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
    hidden_units: int = setting(
        64, "Hidden units", help="Units per hidden layer", group="Network", low=8, high=256, only_for=_LAYERS
    )
    hidden_layers: int = setting(
        2, "Hidden layers", help="Number of hidden layers", group="Network", low=1, high=4, only_for=_LAYERS
    )
    statistics: Literal["batch", "support"] = setting(
        "batch",
        "Statistics",
        help="Of batch normalization for queries. batch: those of all queries together, so that they help each other"
        " (transductive), as in the programs of MAML and Reptile; support: those of the supports, each query by itself",
        group="Network",
    )

    inner_steps: int = setting(3, "Inner steps", help="Inner steps in training", symbol="k", low=1, high=10)
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
    outer_optimizer: Literal["adam", "sgd"] = setting(
        "adam", "Outer optimizer", help="Moves the start; Reptile has its own rule"
    )
    outer_rate: float = setting(
        5e-3,
        "Outer learning rate",
        help="Step size of the outer optimizer",
        symbol="β",
        live=True,
        low=1e-6,
        high=1.0,
        logarithmic=True,
    )
    clip: float = setting(
        10.0,
        "Gradient clip",
        help="Largest norm of a meta-gradient",
        low=0.001,
        high=1e6,
        logarithmic=True,
    )
    meta_sgd_start: Literal["alpha", "drawn"] = setting(
        "alpha",
        "Meta-SGD's initial rates",
        help="alpha: the inner learning rate; drawn: from 0.005 to 0.1, as in the paper",
        only_for={"meta_sgd": [True]},
    )
    learn: bool = setting(True, "Train", help="Off: every start stays fixed", live=True)

    reptile_steps: int = setting(
        5,
        "Reptile's inner steps",
        help="Inner steps in training, each on a minibatch of supports and queries alike",
        group="Reptile",
        low=1,
        high=50,
        only_for=_REPTILE,
    )
    reptile_batch: int = setting(
        10, "Minibatch", help="Pictures per inner step", group="Reptile", low=1, high=100, only_for=_REPTILE
    )
    reptile_rate: float = setting(
        0.1,
        "Reptile's inner rate",
        help="Step size of Reptile's inner steps, of the mean loss, in training and on held-out episodes",
        symbol="α",
        group="Reptile",
        live=True,
        low=0.0,
        high=20.0,
        only_for=_REPTILE,
    )
    reptile_rule: Literal["interpolation", "adam"] = setting(
        "interpolation",
        "Reptile's rule",
        help="interpolation: goes a fraction of the way; adam: the way is the gradient of Adam with the outer rate",
        group="Reptile",
        only_for=_REPTILE,
    )
    epsilon: float = setting(
        0.5,
        "Reptile step size",
        help="Fraction of the way to the mean adapted network",
        symbol="ε",
        group="Reptile",
        live=True,
        low=0.0,
        high=1.0,
        only_for={"reptile": [True], "reptile_rule": ["interpolation"]},
    )

    judged_on: Literal["validation", "test"] = setting(
        "validation", "Judged on", help="Held-out characters to show and to measure on", group="Measuring"
    )
    test_steps: int = setting(
        10,
        "Adaptation steps",
        help="Inner steps on held-out episodes and on the one on the table",
        symbol="J",
        group="Measuring",
        low=1,
        high=MOST_STEPS,
    )
    test_every: int = setting(
        20,
        "Measure every",
        help="Meta-steps between measurements on held-out episodes",
        unit="meta-steps",
        group="Measuring",
        low=1,
        high=1000,
    )
    test_episodes: int = setting(
        100, "Held-out episodes", help="Episodes over which accuracy is averaged", group="Measuring", low=4, high=1000
    )
    layer_episodes: int = setting(
        16,
        "Episodes for layers",
        help="Episodes over which is averaged what the layers do: how they move, and accuracy with some frozen",
        group="Measuring",
        low=4,
        high=1000,
    )
    surface_every: int = setting(
        20,
        "Surface every",
        help="Meta-steps between computations of the loss surface",
        unit="meta-steps",
        group="Measuring",
        low=1,
        high=1000,
    )
    shown: int = setting(
        0, "Episode shown", help="Which held-out episode lies on the table", group="Shown", live=True, low=0, high=999
    )
    query: int = setting(
        0, "Query", help="The query in question, by its place on the table", group="Shown", live=True, low=0, high=359
    )
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
    def train_ways(self) -> int:
        """Classes of a training episode: the head has one output for each."""
        return self.ways

    @property
    def train_shots(self) -> int:
        """Supports of each class of a training episode."""
        return self.shots

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
        if self.network == "layers":
            given = (self.side**2, *self.units[:-1])
            body = sum((inputs + 2) * units for inputs, units in zip(given, self.units, strict=True))
            return body + (self.units[-1] + 1) * self.ways
        side = self.side
        for _ in range(self.blocks):
            side = (side + (self.shrinking == "stride")) // 2
        body = 11 * self.width + (self.blocks - 1) * (9 * self.width + 2) * self.width
        return body + (self.width * (side**2 if self.reading == "flat" else 1) + 1) * self.ways

    @property
    @override
    def weights_count(self) -> int:
        return (len(self.methods) + self.meta_sgd) * self.parameters

    @property
    def episode(self) -> int:
        """Pictures of a training episode."""
        return self.ways * (self.shots + self.train_queries)

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
    if settings.pictures == "glyphs" and settings.characters // 4 < settings.ways:
        text = "must be at least {least}, since an episode takes {ways} of the held-out quarter, not {got}"
        yield "characters", say(text, least=4 * settings.ways, ways=settings.ways, got=settings.characters)
    for queries in ("queries", "train_queries"):
        if settings.pictures in ("glyphs", "omniglot") and settings.shots + getattr(settings, queries) > DRAWINGS:
            text = "must be at most {most}, since a character has {drawings} drawings for shots and queries, not {got}"
            most = DRAWINGS - settings.shots
            yield queries, say(text, most=most, drawings=DRAWINGS, got=getattr(settings, queries))
    if settings.reptile and settings.reptile_batch > settings.episode:
        text = "must be at most {most}, the pictures of a training episode, not {got}"
        yield "reptile_batch", say(text, most=settings.episode, got=settings.reptile_batch)
