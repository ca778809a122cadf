"""Declares, once for all stories, the settings that say which few-shot episodes are drawn, measured on and shown."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from metascope.simulator.engine.settings import Conflict, setting
from metascope.simulator.engine.text import say
from metascope.simulator.tasks.images.settings import DRAWINGS, PictureSettings, too_few_characters

Rotations = Literal["classes", "class", "episode", "none"]
JudgedOn = Literal["validation", "test"]


def ways_setting(default: int, *, help: str = "Classes of an episode") -> Any:
    """Declare `ways`."""
    return setting(default, "Ways", help=help, symbol="N", group="Task", low=2, high=20)


def shots_setting(default: int, *, help: str = "Supports of each class", high: int = 15) -> Any:
    """Declare `shots`."""
    return setting(default, "Shots", help=help, symbol="K", group="Task", low=1, high=high)


def train_queries_setting(default: int, *, group: str = "Training") -> Any:
    """Declare `train_queries`."""
    return setting(
        default, "Training queries", help="Queries of each class of a training episode", group=group, low=1, high=15
    )


def judged_on_setting(help: str = "Held-out characters to show and to measure on") -> Any:
    """Declare `judged_on`."""
    return setting("validation", "Judged on", help=help, group="Measuring")


def held_out_episodes_setting(default: int, *, high: int = 1000) -> Any:
    """Declare `test_episodes`."""
    return setting(
        default,
        "Held-out episodes",
        help="Episodes over which accuracy is averaged",
        group="Measuring",
        low=4,
        high=high,
    )


def shown_setting() -> Any:
    """Declare `shown`, the number of the held-out episode on the table."""
    return setting(
        0, "Episode shown", help="Which held-out episode lies on the table", group="Shown", live=True, low=0, high=999
    )


def query_setting(highest: int) -> Any:
    """Declare `query`, at most the place of the last query that there can be, those of a person too."""
    return setting(
        0,
        "Query",
        help="The query in question, by its place on the table",
        group="Shown",
        live=True,
        low=0,
        high=highest,
    )


_COMPARING = 4.5e-9  # seconds of processor time for a pair of pixels, where pairs no longer fit into a cache; measured


class EpisodeSettings(PictureSettings):
    """Settings of a story whose episodes have supports and queries of each of some classes."""

    looked_at: ClassVar[frozenset[str]] = frozenset({"shown", "query"})

    rotations: Rotations = setting(
        "classes",
        "Rotations",
        help="In training, classes: a character turned by a right angle is a class of its own; class: each class of an"
        " episode is turned at random; episode: the whole episode is; none. Held-out characters stand upright",
        group="Task",
    )
    ways: int = ways_setting(5)
    shots: int = shots_setting(1)
    queries: int = setting(
        5, "Queries", help="Queries of each class of a held-out episode", symbol="Q", group="Task", low=1, high=15
    )

    @property
    @abstractmethod
    def training_sizes(self) -> tuple[int, int, int]:
        """Classes of a training episode, and supports and queries of each."""

    def pixels_seconds(self, episodes: int) -> float:
        """About how long it takes to compare pixels in held-out episodes, which outlasts all else where that is long.

        Each pixel of every query is compared with that of every support, and drawn before where the program draws it.
        """
        pairs = self.ways**2 * self.shots * self.queries
        return self.drawing_seconds + _COMPARING * episodes * pairs * self.side**2


def episode_conflicts(settings: EpisodeSettings) -> Iterator[Conflict]:
    """Yield every conflict between pictures and the sizes of episodes; the training queries are `train_queries`."""
    yield from too_few_characters(settings, settings.ways)
    if settings.pictures not in ("glyphs", "omniglot"):
        return
    _, train_shots, train_queries = settings.training_sizes
    sizes = (("queries", settings.shots, settings.queries), ("train_queries", train_shots, train_queries))
    for name, shots, queries in sizes:
        if shots + queries > DRAWINGS:
            text = "must be at most {most}, since a character has {drawings} drawings for shots and queries, not {got}"
            yield name, say(text, most=DRAWINGS - shots, drawings=DRAWINGS, got=queries)
