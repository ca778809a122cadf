"""Which cards stand in which groups, for each way to arrange them; without Qt's widgets."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.ideas.content import Arrangement, Card, Group, Ideas
from metascope.widgets.look.translation import idea_text, method_text, preset_text
from metascope.widgets.window.filtering import Described


def groups_of(ideas: Ideas, arrangement: Arrangement) -> tuple[Group, ...]:
    """Return the groups of an arrangement: those that it names, or one for each year of a paper."""
    if arrangement.by != "year":
        return arrangement.groups
    years: dict[int, list[str]] = {}
    for card in ideas.cards:
        if card.year is not None:
            years.setdefault(card.year, []).append(card.key)
    return tuple(Group(str(year), "", None, tuple(years[year])) for year in sorted(years))


def undated(ideas: Ideas) -> tuple[str, ...]:
    """Return the cards that belong to no single paper."""
    return tuple(card.key for card in ideas.cards if card.year is None)


def described(
    ideas: Ideas, presets: Mapping[str, Preset], lessons: Collection[str] = (), used: Sequence[str] = ()
) -> list[Described]:
    """Return what can be looked for in each card.

    Args:
        ideas: the map.
        presets: the scenarios, by name.
        lessons: scenarios that a lesson is about.
        used: scenarios that were used recently, the latest first.
    """
    return [_described(card, presets, lessons, used) for card in ideas.cards]


def _described(card: Card, presets: Mapping[str, Preset], lessons: Collection[str], used: Sequence[str]) -> Described:
    doors = [presets[name] for name in card.scenarios if name in presets]
    places = [used.index(name) for name in card.scenarios if name in used]
    about = [
        idea_text(card.says),
        idea_text(card.source),
        str(card.year or ""),
        *(text for it in doors for text in dict.fromkeys((preset_text(it.title), it.title))),
    ]
    return Described(
        id=card.key,
        title=idea_text(card.title),
        about=" ".join([card.title, *about, *(method_text(key) for _, key in card.methods)]),
        levels=frozenset({card.level}),
        seconds=min((preset.expected_seconds for preset in doors), default=None),
        has_lesson=any(name in lessons for name in card.scenarios),
        used=min(places, default=None),
    )
