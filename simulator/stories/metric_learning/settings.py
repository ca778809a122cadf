"""Defines the settings of the metric learning story: pictures, episodes, methods, network and training."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import JsonValue
from typing_extensions import override

from metascope.simulator.engine.computing import DeviceKind, EngineKind, device_setting, engine_setting
from metascope.simulator.engine.settings import ANY_SIZE, Conflict, Shapes, prefixed, rules_for, setting, steps_setting
from metascope.simulator.engine.text import say
from metascope.simulator.learners.settings import measured_every_setting, rate_setting, updates_setting
from metascope.simulator.stories.metric_learning import shapes
from metascope.simulator.stories.metric_learning.names import METHODS
from metascope.simulator.tasks import episode_settings as episodes

_CLASSES = 700  # about as many as Omniglot has to train on
FINETUNING_STEPS = 50  # at most
TRIED_STEPS = 30  # of fine-tuning, at most, where the best number is looked for
_SUPPORTS = 100  # of an episode of which answers are timed at least, where the run's own is smaller


def _only(*methods: str) -> dict[tuple[str, ...], list[JsonValue]]:
    """Return for which values of the others a setting of these methods alone matters."""
    return {methods: [True]}


class MetricSettings(episodes.EpisodeSettings):
    """Settings of the metric learning story."""

    steps: int = steps_setting(400, "some")
    updates: int = updates_setting(
        2, help="Updates of every method in one meta-step, each on an episode of its own", group="Run", high=100
    )
    device: DeviceKind = device_setting()
    engine: EngineKind = engine_setting()

    ways: int = episodes.ways_setting(3, help="Classes of a held-out episode, shown or measured")
    shots: int = episodes.shots_setting(1, help="Supports of each class of a held-out episode")

    prototypes: bool = setting(
        True, "Prototypical Network", help="Compares with the mean of each class", group="Methods"
    )
    matching: bool = setting(
        False, "Matching Network", help="Attends to the supports, with a learned temperature", group="Methods"
    )
    cosine: bool = setting(
        False,
        "Matching without temperature",
        help="The same as published: its largest possible probability is small",
        group="Methods",
    )
    context: bool = setting(
        False,
        "Matching with full context",
        help="The same with temperature, each picture embedded again given all supports (FCE)",
        group="Methods",
    )
    context_cosine: bool = setting(
        False,
        "Full context, no temperature",
        help="FCE and cosines alone: the largest possible probability is small, too",
        group="Methods",
    )
    relation: bool = setting(
        False, "Relation Network", help="Learns the comparison, too, by squared errors", group="Methods"
    )
    siamese: bool = setting(
        False, "Siamese network", help="Judges for each pair of pictures whether they are of one class", group="Methods"
    )
    imagined: bool = setting(
        False,
        "With imagined examples",
        help="Adds examples that a generator makes of the supports",
        group="Methods",
    )
    neighbours: bool = setting(
        False,
        "Nearest neighbours",
        help="Without meta-learning: a classifier of all characters at once, whose features are compared",
        group="Methods",
    )
    finetuning: bool = setting(
        False,
        "Fine-tuning",
        help="Without meta-learning: the same classifier, trained on with the episode's few supports",
        group="Methods",
    )

    width: int = setting(
        32,
        "Width",
        help="Channels of each block of convolution. 3 blocks at a picture side of 14 let one watch it learn; 4 blocks"
        " at 28 take longer, and get the best",
        group="Network",
        low=8,
        high=64,
    )
    statistics: Literal["running", "episode"] = setting(
        "running",
        "Statistics",
        help="Of batch normalization when answering. running: each picture by itself; episode: those of all pictures of"
        " the episode, so that the queries help each other (transductive)",
        group="Network",
    )

    train_ways: int = setting(
        20, "Training ways", help="Classes of a training episode", group="Training", low=2, high=60
    )
    train_shots: int = setting(
        1, "Training shots", help="Supports of each class of a training episode", group="Training", low=1, high=10
    )
    train_queries: int = episodes.train_queries_setting(5)
    rate: float = rate_setting(3e-3, help="Step size of Adam, of all methods")
    halve_every: int = setting(
        0,
        "Halve the rate every",
        help="Meta-steps after which the learning rate is halved, again and again; 0: never",
        unit="meta-steps",
        group="Training",
        low=0,
        high=1_000_000,
    )
    annealing: int = setting(
        0,
        "Annealed over",
        help="Meta-steps over which the rate falls evenly to 0; 0: it stays",
        group="Training",
        low=0,
        high=10_000_000,
    )
    learn: bool = setting(True, "Train", help="Off: all weights stay fixed", group="Training", live=True)

    distance: Literal["euclidean", "cosine"] = setting(
        "euclidean",
        "Distance",
        help="euclidean: squared, as published; cosine: times a learned temperature",
        group="Options",
        only_for=_only("prototypes"),
    )
    temperature: float = setting(
        10.0,
        "First temperature",
        help="Factor of the cosines before training; it is learned",
        symbol="τ",
        group="Options",
        low=0.1,
        high=100.0,
        logarithmic=True,
        only_for=_only("matching"),
    )
    reads: int = setting(
        5,
        "Steps of reading",
        help="How often a query reads from the supports in context",
        group="Options",
        low=1,
        high=10,
        only_for=_only("context", "context_cosine"),
    )
    siamese_reading: Literal["verification", "triplet"] = setting(
        "verification",
        "Siamese reading",
        help="verification: a probability of being the same class, of weighted differences; triplet: distances alone,"
        " learned so that other classes are farther by a margin",
        group="Options",
        only_for=_only("siamese"),
    )
    relation_start: Literal["default", "published"] = setting(
        "default",
        "Relation start",
        help="Initial weights. published: as in the authors' program, from which training may stay where it is",
        group="Options",
        only_for=_only("relation"),
    )
    imagined_examples: int = setting(
        4,
        "Imagined examples",
        help="How many are added to the supports of each class",
        group="Options",
        live=True,
        low=0,
        high=20,
        only_for=_only("imagined"),
    )
    neighbours_k: int = setting(
        1,
        "Neighbours",
        help="How many of the nearest supports vote",
        symbol="k",
        group="Options",
        low=1,
        high=15,
        only_for=_only("neighbours"),
    )
    neighbours_metric: Literal["cosine", "euclidean"] = setting(
        "cosine", "Nearness", help="By which neighbours are near", group="Options", only_for=_only("neighbours")
    )
    finetuning_parts: Literal["all", "head"] = setting(
        "all",
        "Fine-tuned weights",
        help="all: every weight moves; head: those of the last layer alone",
        group="Options",
        only_for=_only("finetuning"),
    )
    finetuning_rate: float = setting(
        0.01,
        "Fine-tuning rate",
        help="Step size of gradient descent on the supports; 0: the best of 0.1, 0.03, 0.01 and 0.003 on validation"
        " characters, found at each measurement",
        group="Options",
        low=0.0,
        high=1.0,
        only_for=_only("finetuning"),
    )
    finetuning_steps: int = setting(
        10,
        "Fine-tuning steps",
        help="Updates on the supports; 0: the best number up to 30 on validation characters, found at each measurement",
        group="Options",
        low=0,
        high=FINETUNING_STEPS,
        only_for=_only("finetuning"),
    )

    judged_on: episodes.JudgedOn = episodes.judged_on_setting()
    test_every: int = measured_every_setting(20)
    test_episodes: int = episodes.held_out_episodes_setting(1000, high=2000)
    few_episodes: int = setting(
        20,
        "Costly episodes",
        help="The same where an episode takes long: for relation networks, fine-tuning and statistics of the episode",
        group="Measuring",
        low=2,
        high=200,
    )
    shown: int = episodes.shown_setting()
    query: int = episodes.query_setting(359)

    @property
    def methods(self) -> tuple[str, ...]:
        """The keys of the methods that take part."""
        return tuple(key for key in METHODS if getattr(self, key))

    @property
    def blocks(self) -> int:
        """Blocks of convolution, each of which halves the side: 3 for 14 pixels, 4 for 28."""
        return self.side.bit_length() - 1

    @property
    def related(self) -> int:
        """Pixels along an edge of the maps that a relation network compares."""
        return self.side >> max(self.blocks - 2, 0)

    @property
    def context_steps(self) -> int:
        """Inner ticks in which queries read from the supports."""
        return self.reads if self.context or self.context_cosine else 0

    @property
    def tunes(self) -> bool:
        """Whether the rate or the steps of fine-tuning are chosen on validation characters."""
        return self.finetuning and not (self.finetuning_rate and self.finetuning_steps)

    @property
    def trained(self) -> tuple[str, ...]:
        """The methods that have weights of their own; fine-tuning and nearest neighbours share the classifier's."""
        own = tuple(key for key in self.methods if key not in ("neighbours", "finetuning"))
        return (*own, "classifier") if self.neighbours or self.finetuning else own

    @property
    @override
    def training_sizes(self) -> tuple[int, int, int]:
        return self.train_ways, self.train_shots, self.train_queries

    @property
    def episode(self) -> int:
        """Pictures of a training episode."""
        return self.train_ways * (self.train_shots + self.train_queries)

    @property
    def most_supports(self) -> int:
        """Supports of an episode of which answers are timed, at most."""
        return max(self.episode, _SUPPORTS)

    @property
    @override
    def weight_shapes(self) -> Shapes:
        return prefixed(**{network: self._shapes(network) for network in self.trained})

    def _shapes(self, network: str) -> Shapes:
        e, width = self.features, self.width
        found: dict[str, tuple[int, ...]] = {}
        for block in range(1, self.blocks + 1):
            found |= shapes.block(f"block{block}", 1 if block == 1 else width, width)
        if network == "relation":
            return found | shapes.relation(width, self._compared)
        if network == "classifier":
            return found | shapes.linear("classifier", e, self._base_classes)
        if (network == "prototypes" and self.distance == "cosine") or network in ("matching", "context"):
            found |= {"log_temperature": ()}
        if network in ("context", "context_cosine"):
            found |= shapes.in_context(e)
        if network == "siamese" and self.siamese_reading == "verification":
            found |= {"alpha": (e,), "bias": ()}
        return found | (shapes.imagined(e) if network == "imagined" else {})

    @property
    def _compared(self) -> int:
        """Pixels along an edge of what a relation network's last layers are given: a single one is not halved."""
        first = max(self.related // 2, 1)
        return max(first // 2, 1)

    @property
    @override
    def weights_count(self) -> int:
        guessed = "classifier" in self.trained and self.pictures != "glyphs"
        return super().weights_count + guessed * _CLASSES * self._turned * (self.features + 1)

    @property
    def _base_classes(self) -> int:
        """Classes that are trained on."""
        return self._turned * self.characters if self.pictures == "glyphs" else ANY_SIZE

    @property
    def _turned(self) -> int:
        """Classes that are made of one by turning it."""
        return 1 if self.rotations == "none" else 4

    @property
    def features(self) -> int:
        """Numbers by which all methods but relation networks know a picture."""
        return self.width * (self.side >> self.blocks) ** 2

    @property
    @override
    def preparing_seconds(self) -> float:
        return self.pixels_seconds(self.test_episodes)

    @property
    @override
    def working_bytes(self) -> int:
        maps = self.width * self.side**2 * 4 * 6  # of the first block and of what follows it, forth and back
        pairs = self.train_ways**2 * self.train_queries
        compared = 12 * pairs * self.width * self.related**2 * 4 if self.relation else 8 * pairs * self.features * 4
        triplets = 16 * pairs * self.train_ways * self.train_shots**2 if self.siamese_reading == "triplet" else 0
        return (
            (self.most_supports if self.finetuning else self.episode) * maps
            + self.siamese * triplets
            + compared * (1 if self.relation else self.train_shots)
        )

    @property
    def work(self) -> int:
        """Multiplications of the second block for an episode, which decide whether a GPU is worth it."""
        return 9 * self.width**2 * (self.side // 2) ** 2 * self.episode


@rules_for(MetricSettings)
def _conflicts(settings: MetricSettings) -> Iterator[Conflict]:
    if not settings.methods:
        yield "prototypes", say("must be on where all other methods are off: one must take part")
    yield from episodes.episode_conflicts(settings)
    turned = 4 if settings.rotations == "classes" else 1
    if settings.pictures == "glyphs" and settings.characters * turned < settings.train_ways:
        text = "must be at most {most}, the number of classes to train on, not {got}"
        yield "train_ways", say(text, most=settings.characters * turned, got=settings.train_ways)
