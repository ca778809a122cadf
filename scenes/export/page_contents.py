"""What a web page shows of a run: which moments of both clocks, and what is read beside the pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from metascope.scenes.runs.run import Run
from metascope.simulator.engine.cli.languages import NAMES
from metascope.simulator.engine.settings import Declaration, Settings, declarations
from metascope.simulator.engine.version import version
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import choice_text, described, localized_declaration, preset_text, translate
from metascope.widgets.paper.page_model import Page, Row, Shown, Words

Choice = Literal["every", "spread", "log", "marked"]  # every n-th, n evenly, n logarithmically spaced, bookmarks
MEGABYTE = 1_000_000
LIMIT = 10 * MEGABYTE  # bytes of a page, as proposed


@dataclass(frozen=True, kw_only=True)
class PageOptions:
    """What a web page shows, and how large it may become."""

    steps: tuple[int, ...]  # meta-steps, ascending
    ticks: int  # inner ticks of each, at most
    method: str  # whose inner ticks they are
    views: tuple[str, ...]
    themes: tuple[Theme, ...]  # of the pictures
    languages: tuple[str, ...]  # of the texts; the first is that of a reader without scripts
    labels: tuple[str, ...]  # those of them that there are pictures in
    width: int  # pixels of a picture
    limit: int = LIMIT  # bytes
    exact: bool = False  # whether every pixel stays as it is, also in pictures that are much smaller otherwise
    wanted: int = 0  # meta-steps, where `steps` are only those of them that are expected to fit; 0: all of them


def chosen_steps(kept: Sequence[int], choice: Choice, count: int, bookmarks: Sequence[int] = ()) -> tuple[int, ...]:
    """Return meta-steps among those that were kept, always the last one too: every `count`-th, `count`, or bookmarks.

    Logarithmically spaced ones are as many as differ.
    """
    if not kept:
        return ()
    if choice == "marked":
        return tuple(step for step in kept if step in set(bookmarks))
    if choice == "every":
        return tuple(sorted({*kept[:: max(count, 1)], kept[-1]}))
    if choice == "spread":
        return tuple(kept[place] for place in spread(len(kept), count))
    wanted = np.geomspace(1, max(kept[-1] - kept[0], 1), max(count - 1, 1)) + kept[0]
    steps = np.asarray(kept)
    places = np.abs(steps[None] - wanted[:, None]).argmin(axis=1)
    return tuple(sorted({kept[0], *steps[places].tolist(), kept[-1]}))


def spread(length: int, count: int) -> tuple[int, ...]:
    """Return at most `count` places of a sequence, evenly spaced, with the first and the last; if one, the last."""
    if count <= 1:
        return (length - 1,)
    return tuple(sorted(set(np.linspace(0, length - 1, min(count, length)).round().astype(int).tolist())))


def thinned(page: Page, steps: int, ticks: int) -> Page:
    """Return the page with at most so many of its meta-steps, and inner ticks of each."""
    rows = spread(len(page.steps), steps)
    columns = {row: spread(len(page.ticks[row]), ticks) for row in rows}

    def cut(table: Sequence[Sequence[int]]) -> list[list[int]]:
        return [[table[row][column] for column in columns[row]] for row in rows]

    cuts = [replace(view, pictures=[cut(look) for look in view.pictures]) for view in page.views]
    texts = {
        language: replace(it, captions=[[it.captions[row][column] for column in columns[row]] for row in rows])
        for language, it in page.texts.items()
    }
    laid = {index for view in cuts for look in view.pictures for row in look for index in row}
    used = sorted(laid | {index for view in cuts for index in view.grounds})
    places = {index: place for place, index in enumerate(used)}
    return replace(
        page,
        steps=[page.steps[row] for row in rows],
        ticks=[[page.ticks[row][column] for column in columns[row]] for row in rows],
        opening=(len(rows) - 1, len(columns[rows[-1]]) - 1),
        texts=texts,
        views=[_renumbered(view, places) for view in cuts],
        pictures=[page.pictures[index] for index in used],
    )


def _renumbered(view: Shown, places: dict[int, int]) -> Shown:
    grounds = [places[index] for index in view.grounds]
    return replace(
        view, grounds=grounds, pictures=[[[places[index] for index in row] for row in look] for look in view.pictures]
    )


def language_name(code: str) -> str:
    """Return what a language is called in itself."""
    return NAMES.get(code, code)


def words(run: Run) -> Words:
    """Return what stands on a page of any run, in the language that is spoken."""
    about = translate("WebPage", "Pictures and numbers are those of one run of Metascope {version}, seed {seed}.")
    if run.recorded:
        about = translate("WebPage", "Another program recorded the numbers; Metascope {version} drew the pictures.")
    return Words(
        language=translate("WebPage", "Language"),
        theme=translate("WebPage", "Theme"),
        light=translate("WebPage", "Light"),
        dark=translate("WebPage", "Dark"),
        outer=translate("WebPage", "Meta-step"),
        inner=translate("WebPage", "Inner step"),
        step=translate("WebPage", "meta-step {value}"),
        tick=translate("WebPage", "inner step {value}"),
        play_outer=translate("WebPage", "Play the meta-steps"),
        play_inner=translate("WebPage", "Play the inner steps"),
        pictures=translate("WebPage", "Pictures"),
        curves=translate("WebPage", "Curves"),
        formulas=translate("WebPage", "Formulas"),
        settings=translate("WebPage", "Settings"),
        setting=translate("WebPage", "Setting"),
        value=translate("WebPage", "Value"),
        keys=translate("WebPage", "Keys"),
        keys_told=translate(
            "WebPage",
            "Left and right: meta-steps, with Shift inner steps. Space plays and pauses. On a slider: arrows, Page up "
            "and Page down, Home and End. Drag across a picture: meta-steps, with Shift inner steps.",
        ),
        scriptless=translate("WebPage", "Both clocks move where JavaScript is allowed; this is the last moment."),
        footer=about.format(version=version(), seed=run.seed),
    )


def settings_rows(settings: Settings) -> list[tuple[str, list[Row]]]:
    """Return the settings that have an effect, in groups with their titles, in the language that is spoken."""
    values, differing = settings.model_dump(mode="json"), settings.differences()
    groups: dict[str, list[Row]] = {}
    for declared in map(localized_declaration, declarations(type(settings))):
        if not declared.matters(values):
            continue
        title = f"{declared.title} {declared.symbol}".strip()
        value = f"{_value(values[declared.name], declared)} {declared.unit}".strip()
        row = Row(title=title, value=value, changed=declared.name in differing)
        groups.setdefault(declared.group or translate("WebPage", "Settings"), []).append(row)
    return list(groups.items())


def _value(value: object, declared: Declaration) -> str:
    if isinstance(value, bool):
        return translate("WebPage", "yes") if value else translate("WebPage", "no")
    if isinstance(value, list):
        return ", ".join(
            f"({_value(one, declared)})" if isinstance(one, list) else _value(one, declared) for one in value
        )
    if isinstance(value, int | float):
        return number(value, 6)
    if value is None:
        return "–"
    return choice_text(value) if declared.kind == "choice" else str(value)


def texts_of_run(run: Run) -> tuple[str, str]:
    """Return the scenario's title and description in the language that is spoken."""
    return preset_text(run.preset.title), described(run.preset.description)
