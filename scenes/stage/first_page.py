"""Shows the page that a scenario is about, which it names by what is on it."""

from __future__ import annotations

from difflib import get_close_matches

from scenes.runs.run import Run
from scenes.scene import Scene
from simulator.engine.errors import refuse
from simulator.engine.text import say
from widgets.views.pages import Pages


def show_first_page(scene: Scene, run: Run) -> str:
    """Show the page that the run's scenario names and return its name, empty where there is none.

    A run with other settings than its scenario's may not have the page; then the scene chooses, as where none is named.

    Raises:
        UserError: the scenario names nothing that is on a page of its scene.
    """
    wanted = run.preset.page
    if not wanted:
        return ""
    named = {pages: pages.named() for pages in scene.findChildren(Pages) if isinstance(pages, Pages)}
    found = [(pages, places[wanted]) for pages, places in named.items() if wanted in places]
    for pages, index in found:
        pages.show_page(index)
    if not found and run.settings == run.preset.settings:
        known = list(dict.fromkeys(name for places in named.values() for name in places))
        near = get_close_matches(wanted, known, n=1, cutoff=0.4) or [", ".join(known)]
        text = "must name what is on a page, not {page}; did you mean {near}?"
        if not known:
            text = "must be absent: this scene has no pages"
        raise refuse(f"{run.preset.name}: page", say(text, page=wanted, near=near[0]))
    return wanted if found else ""
