"""What the map of ideas says: the boxes of the lecture's picture, a card per method, and other ways to arrange them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from metascope.simulator.engine.files.moment import Moment

Box = Literal[
    "data", "weights", "exploration", "start", "architecture", "update", "rate", "memory", "distance", "whole"
]
Test = Literal["none", "examples", "steps", "many"]  # gradients that a new task costs
By = Literal["", "year"]  # what an arrangement without groups of its own is made by


@dataclass(frozen=True)
class Counted:
    """How many gradients a meta-step takes, with the numbers of a scenario: for each task a·k + b, and c·k products.

    A product is one of second derivatives with a vector, about as dear as two gradients.
    """

    scenario: str
    k: int  # steps of adaptation
    tasks: int  # at one update of what is learned
    a: int
    b: int
    c: int

    @property
    def gradients(self) -> int:
        """Gradients per update of what is learned."""
        return self.tasks * (self.a * self.k + self.b)

    @property
    def products(self) -> int:
        """Products with second derivatives per update of what is learned."""
        return self.tasks * self.c * self.k


@dataclass(frozen=True)
class Cost:
    """What a method costs: for a new task, per meta-step in words, and counted where there is such a scenario."""

    test: Test
    brief: str  # what meta-training takes for a task, in a few signs
    told: str
    counted: Counted | None


@dataclass(frozen=True)
class Statement:
    """What is said somewhere on the map, and the moment of a scenario in which it is seen.

    Without a moment it is only named: this program does not show it.
    """

    title: str
    says: str
    see: Moment | None


@dataclass(frozen=True)
class BoxOfPicture(Statement):
    """A red box of the lecture's picture: what people design, and which methods learn it."""

    key: Box
    cards: tuple[str, ...]


@dataclass(frozen=True)
class Card(Statement):
    """A method, or several that are one idea; `says` is what it learns."""

    key: str
    year: int | None  # of the paper; None: no single one
    source: str  # authors
    level: str
    methods: tuple[tuple[str, str], ...]  # (story, key)
    scenarios: tuple[str, ...]  # its doors, the best first; none: only named
    cost: Cost | None


@dataclass(frozen=True)
class Group(Statement):
    """One place of an arrangement, with the cards that stand there."""

    cards: tuple[str, ...]


@dataclass(frozen=True)
class Arrangement:
    """A way to arrange the cards."""

    key: str
    title: str
    says: str
    groups: tuple[Group, ...]  # none where it is made `by` a property of the cards
    by: By = ""


@dataclass(frozen=True)
class Ideas:
    """The whole map. Cards and boxes are in the order in which a person comes to them."""

    boxes: tuple[BoxOfPicture, ...]
    cards: tuple[Card, ...]
    arrangements: tuple[Arrangement, ...]
    unplaced_methods: tuple[tuple[str, str], ...]  # (story, key), deliberately on no card
    unplaced_scenarios: tuple[str, ...]

    def card(self, key: str) -> Card:
        """Return the card with this key."""
        return next(card for card in self.cards if card.key == key)

    def box(self, key: str) -> BoxOfPicture:
        """Return the box with this key."""
        return next(box for box in self.boxes if box.key == key)

    def learned_by(self, card: str) -> tuple[BoxOfPicture, ...]:
        """Return the boxes of the picture that a card's method learns."""
        return tuple(box for box in self.boxes if card in box.cards)

    def statements(self) -> Iterator[Statement]:
        """Return everything that is said."""
        yield from self.boxes
        yield from self.cards
        for arrangement in self.arrangements:
            yield from arrangement.groups

    def texts(self) -> Iterator[str]:
        """Return every text that a person reads, to be translated."""
        for statement in self.statements():
            yield from (statement.title, statement.says)
        for card in self.cards:
            yield card.source
            if card.cost is not None:
                yield from (card.cost.brief, card.cost.told)
        for arrangement in self.arrangements:
            yield from (arrangement.title, arrangement.says)
