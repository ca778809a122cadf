"""What the panel says of a box, a card or an arrangement of the map."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from metascope.scenes.catalog import picture_of
from metascope.simulator.engine.files.moment import Moment
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.ideas.content import Arrangement, BoxOfPicture, Card, Cost, Ideas, Statement
from metascope.widgets.ideas.panel import Link, Told
from metascope.widgets.look.text import number
from metascope.widgets.look.translation import idea_text, preset_text, translate

_NAME = r"[A-Z][\w-]+"
_SEVERAL = re.compile(rf"(?P<first>{_NAME})(?: and others|(?:, {_NAME})+ and {_NAME})")  # three authors or more


def named_only() -> str:
    """Return what stands where something is not shown."""
    return translate("IdeasPage", "Named only: not in this program")


class Teller:
    """Puts what the map says into words.

    Args:
        ideas: the map.
        presets: the scenarios there are, by name.
    """

    def __init__(self, ideas: Ideas, presets: Mapping[str, Preset]) -> None:
        self._ideas, self._presets = ideas, presets

    def seen(self, moment: Moment | None) -> str:
        """Return where something is seen, in words; empty where it is not."""
        if moment is None:
            return ""
        title = preset_text(self._presets[moment.preset].title)
        if not moment.step:
            return translate("IdeasPage", "In “{title}”").format(title=title)
        text = translate("IdeasPage", "In “{title}”, trained to meta-step {step}")
        return text.format(title=title, step=f"{moment.step:,}")

    def named(self, statement: Statement) -> str:
        """Return that something is only named; empty where it can be seen."""
        return "" if statement.see is not None else named_only()

    def detail(self, card: Card) -> str:
        """Return the line below a card's title, where of three authors and more only the first has room."""
        source = idea_text(card.source) if card.scenarios else translate("IdeasPage", "named only")
        if card.scenarios and (several := _SEVERAL.fullmatch(card.source)):
            source = translate("IdeasPage", "{name} et al.").format(name=several["first"])
        return source if card.year is None else f"{card.year} · {source}"

    def cost(self, card: Card) -> str:
        """Return what meta-training takes for a task, in a few signs, as the line below a card's title."""
        return self.detail(card) if card.cost is None else idea_text(card.cost.brief)

    def _origin(self, card: Card) -> str:
        source = idea_text(card.source)
        return source if card.year is None else f"{card.year} · {source}"

    def count(self, box: BoxOfPicture) -> str:
        """Return how many methods of the program learn what stands in a box."""
        count = sum(bool(self._ideas.card(key).scenarios) for key in box.cards)
        if not count:
            return translate("IdeasPage", "No method here learns it")
        return translate("IdeasPage", "Methods here that learn it: {count}").format(count=count)

    def arrangement(self, arrangement: Arrangement | None, theme: str) -> Told:
        """Return what is said where nothing is chosen; None is the lecture's picture."""
        if arrangement is None:
            says = translate(
                "IdeasPage",
                "A learning algorithm turns training data into a network. What stands in the red boxes is designed by "
                "people. Meta-learning learns it: click a box, and the methods that do so light up.",
            )
            return self._whole(translate("IdeasPage", "The lecture's picture"), says)
        return self._whole(idea_text(arrangement.title), idea_text(arrangement.says))

    def box(self, box: BoxOfPicture, theme: str) -> Told:
        """Return what is said of a red box."""
        links = tuple(
            Link(f"card {card.key}", idea_text(card.title), idea_text(card.says))
            for card in map(self._ideas.card, box.cards)
        )
        return Told(
            kind=translate("IdeasPage", "What people design"),
            title=idea_text(box.title),
            says=idea_text(box.says),
            see=self.seen(box.see),
            named=self.named(box),
            picture=self._picture(box.see, theme),
            links_title=translate("IdeasPage", "Methods that learn it"),
            links=links,
        )

    def card(self, card: Card, theme: str) -> Told:
        """Return what is said of a method."""
        links = tuple(
            Link(f"box {box.key}", idea_text(box.title), idea_text(box.says))
            for box in self._ideas.learned_by(card.key)
        )
        doors = tuple(self._door(self._presets[name]) for name in card.scenarios if name in self._presets)
        return Told(
            kind=self._origin(card),
            title=idea_text(card.title),
            says=translate("IdeasPage", "What it learns: {learns}").format(learns=idea_text(card.says)),
            see=self.seen(card.see),
            named=self.named(card),
            picture=self._picture(card.see, theme),
            facts=self._facts(card.cost),
            links_title=translate("IdeasPage", "Its boxes in the lecture's picture"),
            links=links,
            doors_title=translate("IdeasPage", "Its scenarios"),
            doors=doors,
        )

    def _whole(self, title: str, says: str) -> Told:
        hints = (
            translate("IdeasPage", "Click a card to read what the method learns, what it costs and where to see it."),
            translate("IdeasPage", "A double click, or Ctrl+Enter, opens its first scenario."),
            translate("IdeasPage", "A dashed frame: named only, not in this program."),
        )
        return Told(kind=translate("IdeasPage", "Map of ideas"), title=title, says=says, facts=hints)

    def _door(self, preset: Preset) -> Link:
        time = translate("IdeasPage", "about {seconds} s").format(seconds=number(preset.expected_seconds))
        return Link(preset.name, preset_text(preset.title), f"{preset_text(preset.description)} ({time})")

    def _picture(self, moment: Moment | None, theme: str) -> Path | None:
        return None if moment is None else picture_of(self._presets[moment.preset], theme)

    def _facts(self, cost: Cost | None) -> tuple[str, ...]:
        """Return what a method costs: for a new task, and per meta-step, counted in a scenario where that is known."""
        if cost is None:
            return ()
        tests = {
            "none": translate("IdeasPage", "A new task costs no gradient."),
            "examples": translate("IdeasPage", "A new task costs a gradient for each example."),
            "steps": translate("IdeasPage", "A new task costs a gradient for each step of adaptation."),
            "many": translate("IdeasPage", "A new task costs as many gradients as it takes."),
        }
        training = translate("IdeasPage", "Meta-training: {told}").format(told=idea_text(cost.told))
        if cost.counted is None:
            return (tests[cost.test], training)
        it = cost.counted
        text = translate(
            "IdeasPage",
            "Counted in “{title}”, with {tasks} tasks and k = {k}: {gradients} gradients and {products} products with "
            "second derivatives per update.",
        )
        title = preset_text(self._presets[it.scenario].title)
        counted = text.format(title=title, tasks=it.tasks, k=it.k, gradients=it.gradients, products=it.products)
        return (tests[cost.test], training, counted)
