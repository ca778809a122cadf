"""Defines the settings of the Meta Networks story: pictures, episodes, networks and training."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from typing_extensions import override

from simulator.engine.computing import DeviceKind, device_setting
from simulator.engine.settings import Conflict, Settings, rules_for, setting
from simulator.engine.text import say
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


class MetaNetSettings(Settings):
    """Settings of the Meta Networks story."""

    looked_at = frozenset({"shown", "query", "theta_scale", "phi_scale"})

    steps: int = setting(
        400,
        "Meta-steps",
        help="Meta-steps until the run finishes; each is one or several updates",
        group="Run",
        low=1,
        high=10_000_000,
        logarithmic=True,
    )
    updates: int = setting(
        2,
        "Updates per meta-step",
        help="Updates in one meta-step, each on episodes of its own",
        group="Run",
        low=1,
        high=100,
        logarithmic=True,
    )
    device: DeviceKind = device_setting()

    pictures: PictureKind = pictures_setting()
    folder: str = folder_setting()
    characters: int = characters_setting(200)
    variation: Variation = variation_setting("calm")
    transposed: bool = transposed_setting()
    side: int = side_setting(14)
    threshold: float = setting(
        0.4,
        "Ink threshold",
        help="Pixels that are at least so dark, from 0 to 1, are ink, all others paper: networks see black and white",
        group="Task",
        low=0.05,
        high=0.95,
    )
    rotations: Literal["classes", "class", "episode", "none"] = setting(
        "classes",
        "Rotations",
        help="In training, classes: a character turned by a right angle is a class of its own; class: each class of an"
        " episode is turned at random; episode: the whole episode is; none. Held-out characters stand upright",
        group="Task",
    )
    ways: int = setting(5, "Ways", help="Classes of an episode", symbol="N", group="Task", low=2, high=10)
    shots: int = setting(
        1,
        "Shots",
        help="Supports of each class. With one, the embedding's loss is that of classifying supports; with more, that"
        " of telling whether two supports are of one class",
        symbol="K",
        group="Task",
        low=1,
        high=5,
    )
    queries: int = setting(
        5, "Queries", help="Queries of each class of a held-out episode", symbol="Q", group="Task", low=1, high=15
    )

    units: int = setting(
        32,
        "Units",
        help="Units of each of two hidden layers of the embedding and of the base learner",
        symbol="H",
        group="Networks",
        low=4,
        high=64,
    )
    hidden: int = setting(
        20,
        "Units of F and G",
        help="Hidden units of the networks that make fast weights",
        group="Networks",
        low=2,
        high=40,
    )
    sampled: int = setting(
        5,
        "Sampled supports",
        help="Gradients of the embedding's loss that F reads: of so many supports, or pairs of them",
        symbol="T",
        group="Networks",
        low=1,
        high=10,
    )
    temperature: float = setting(
        1.0,
        "Temperature",
        help="Factor of the cosines before the softmax of attention; 1: as published, where attention is always a"
        " mixture of all rows",
        symbol="τ",
        group="Networks",
        live=True,
        low=0.1,
        high=100.0,
        logarithmic=True,
    )

    batch: int = setting(8, "Episodes", help="Episodes of an update", group="Training", low=1, high=32)
    train_queries: int = setting(
        10, "Training queries", help="Queries of each class of a training episode", group="Training", low=1, high=15
    )
    rate: float = setting(
        2e-3,
        "Learning rate",
        help="Step size of Adam, of all slow weights and of F and G",
        group="Training",
        live=True,
        low=1e-6,
        high=0.1,
        logarithmic=True,
    )
    learn: bool = setting(True, "Train", help="Off: all weights stay fixed", group="Training", live=True)

    judged_on: Literal["validation", "test"] = setting(
        "validation", "Judged on", help="Held-out characters to show and to measure on", group="Measuring"
    )
    test_every: int = setting(
        25,
        "Measure every",
        help="Meta-steps between measurements on held-out episodes",
        unit="meta-steps",
        group="Measuring",
        low=1,
        high=1000,
    )
    test_episodes: int = setting(
        200, "Held-out episodes", help="Episodes over which accuracy is averaged", group="Measuring", low=4, high=1000
    )
    theta_scale: float = setting(
        1.0,
        "Scale of θ⁺",
        help="Factor of the embedding's fast weights on the table; 0: its slow weights alone. Training has 1",
        group="Shown",
        live=True,
        low=0.0,
        high=2.0,
    )
    phi_scale: float = setting(
        1.0,
        "Scale of φ⁺",
        help="Factor of the base learner's fast weights on the table; 0: its slow weights alone. Training has 1",
        group="Shown",
        live=True,
        low=0.0,
        high=2.0,
    )
    shown: int = setting(
        0, "Episode shown", help="Which held-out episode lies on the table", group="Shown", live=True, low=0, high=999
    )
    query: int = setting(
        0, "Query", help="The query in question, by its place on the table", group="Shown", live=True, low=0, high=199
    )

    @property
    def supports(self) -> int:
        """M, the supports of an episode."""
        return self.ways * self.shots

    @property
    def pairs(self) -> bool:
        """Whether the embedding's loss is of pairs of supports."""
        return self.shots > 1

    @property
    @override
    def weights_count(self) -> int:
        p, h, n, k = self.side**2, self.units, self.ways, self.hidden
        embedding = p * h + h * h + (h if self.pairs else h * n)
        base = p * h + h * h + h * n
        makers = 2 * (4 * k * (k + 3) + k + 1 + 2 * k + k + k * k + k + k + 1)
        return embedding + base + makers

    @property
    @override
    def working_bytes(self) -> int:
        rows = self.supports * self.units * (self.units + self.ways + 1)  # weights of the base learner that G makes
        read = self.sampled * self.units * (self.units + self.side**2)
        mixed = self.ways * self.train_queries * self.supports * (self.units + self.ways)
        return 4 * self.batch * (6 * rows * self.hidden + 4 * read + 3 * mixed)

    @property
    def work(self) -> int:
        """Multiplications of a layer of G for all weights of an update, which decide whether a GPU is worth it."""
        return self.batch * self.supports * self.units * (self.units + self.ways) * self.hidden**2


@rules_for(MetaNetSettings)
def _conflicts(settings: MetaNetSettings) -> Iterator[Conflict]:
    if settings.pictures == "glyphs" and settings.characters // 4 < settings.ways:
        text = "must be at least {least}, since an episode takes {ways} of the held-out quarter, not {got}"
        yield "characters", say(text, least=4 * settings.ways, ways=settings.ways, got=settings.characters)
    if not settings.pairs and settings.sampled > settings.ways:
        text = "must be at most {most}, the supports of an episode, not {got}"
        yield "sampled", say(text, most=settings.ways, got=settings.sampled)
    for queries in ("queries", "train_queries"):
        needed = settings.shots + getattr(settings, queries)
        if settings.pictures in ("glyphs", "omniglot") and needed > DRAWINGS:
            text = "must be at most {most}, since a character has {drawings} drawings for shots and queries, not {got}"
            most = DRAWINGS - settings.shots
            yield queries, say(text, most=most, drawings=DRAWINGS, got=getattr(settings, queries))
