"""Defines the settings of the Meta Networks story: pictures, episodes, networks and training."""

from __future__ import annotations

from collections.abc import Iterator

from typing_extensions import override

from metascope.simulator.engine.computing import DeviceKind, device_setting
from metascope.simulator.engine.settings import Conflict, Shapes, rules_for, setting, steps_setting
from metascope.simulator.engine.text import say
from metascope.simulator.learners.settings import measured_every_setting, rate_setting, updates_setting
from metascope.simulator.tasks import episode_settings as episodes
from metascope.simulator.tasks.images.settings import Variation, variation_setting

# Seconds of processor time, as measured: of a unit's four gates in F, of a unit of G, of a multiplication in either,
_READING, _MAKING, _MULTIPLYING = 1.6e-8, 4e-9, 1e-10
_MIXING = 1e-9  # and of a fast weight in the answer to a query


class MetaNetSettings(episodes.EpisodeSettings):
    """Settings of the Meta Networks story."""

    looked_at = episodes.EpisodeSettings.looked_at | {"theta_scale", "phi_scale"}

    steps: int = steps_setting(400, "some")
    updates: int = updates_setting(
        2, help="Updates in one meta-step, each on episodes of its own", group="Run", high=100
    )
    device: DeviceKind = device_setting()

    variation: Variation = variation_setting("calm")
    threshold: float = setting(
        0.4,
        "Ink threshold",
        help="Pixels that are at least so dark, from 0 to 1, are ink, all others paper: networks see black and white",
        group="Task",
        low=0.05,
        high=0.95,
    )
    shots: int = episodes.shots_setting(
        1,
        help="Supports of each class. With one, the embedding's loss is that of classifying supports; with more, that"
        " of telling whether two supports are of one class",
        high=5,
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
    train_queries: int = episodes.train_queries_setting(10)
    rate: float = rate_setting(2e-3, help="Step size of Adam, of all slow weights and of F and G")
    learn: bool = setting(True, "Train", help="Off: all weights stay fixed", group="Training", live=True)

    judged_on: episodes.JudgedOn = episodes.judged_on_setting()
    test_every: int = measured_every_setting(25)
    test_episodes: int = episodes.held_out_episodes_setting(200)
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
    shown: int = episodes.shown_setting()
    query: int = episodes.query_setting(359)

    @property
    @override
    def training_sizes(self) -> tuple[int, int, int]:
        return self.ways, self.shots, self.train_queries

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
    def weight_shapes(self) -> Shapes:
        p, h, n, k = self.side**2, self.units, self.ways, self.hidden
        found: dict[str, tuple[int, ...]] = {"f.first": (p, h), "f.second": (h, h)}
        found |= {"f.third": (h,) if self.pairs else (h, n)}
        found |= {"g.first": (p, h), "g.second": (h, h), "g.third": (h, n)}
        makers: dict[str, dict[str, tuple[int, ...]]] = {
            "F": {"input": (2, 4 * k), "hidden": (k, 4 * k), "bias": (4 * k,), "output": (k,), "shift": (1,)},
            "G": {"first": (2, k), "first_bias": (k,), "second": (k, k), "second_bias": (k,)},
        }
        makers["G"] |= {"third": (k,), "third_bias": (1,)}
        for part in ("pixels", "units"):
            found |= {f"{maker}.{part}.{name}": shape for maker in makers for name, shape in makers[maker].items()}
        return found

    @property
    @override
    def working_bytes(self) -> int:
        rows = self.supports * self.units * (self.units + self.ways + 1)  # weights of the base learner that G makes
        read = self.sampled * self.units * (self.units + self.side**2)
        mixed = self.ways * self.train_queries * self.supports * (self.units + self.ways)
        return 4 * self.batch * (6 * rows * self.hidden + 4 * read + 3 * mixed)

    @property
    @override
    def preparing_seconds(self) -> float:
        """As `Settings.preparing_seconds`: F reads gradients, G makes fast weights, and queries mix them."""
        k, patterns = self.hidden, min(1 << self.sampled * (2 if self.pairs else 1), self.side**2)
        read = self.sampled * self.units * (self.units + patterns) * k * (_READING + _MULTIPLYING * 2 * (k + 2))
        made = self.supports * self.units * (self.units + self.ways + 2) * k * (_MAKING + _MULTIPLYING * k)
        mixed = _MIXING * self.ways * self.queries * self.supports * self.units * (self.units + self.ways)
        return self.pixels_seconds(self.test_episodes) + self.test_episodes * (read + made + mixed)

    @property
    def work(self) -> int:
        """Multiplications of a layer of G for all weights of an update, which decide whether a GPU is worth it."""
        return self.batch * self.supports * self.units * (self.units + self.ways) * self.hidden**2


@rules_for(MetaNetSettings)
def _conflicts(settings: MetaNetSettings) -> Iterator[Conflict]:
    yield from episodes.episode_conflicts(settings)
    if not settings.pairs and settings.sampled > settings.ways:
        text = "must be at most {most}, the supports of an episode, not {got}"
        yield "sampled", say(text, most=settings.ways, got=settings.sampled)
