"""Shows the page that a scenario is about, or that a view is on; both are named by what is on them."""

from __future__ import annotations

from difflib import get_close_matches

from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say
from metascope.widgets.views.pages import Pages


def show_first_page(scene: Scene, run: Run) -> str:
    """Show the page that the run's scenario names and return its name, empty where there is none.

    A run with other settings than its scenario's may not have the page; then the scene chooses, as where none is named.

    Raises:
        UserError: the scenario names nothing that is on a page of its scene.
    """
    wanted = run.preset.page
    if not wanted:
        return ""
    found = show_page_of(scene, wanted)
    if not found and run.settings == run.preset.settings:
        known = names_of_pages(scene)
        near = get_close_matches(wanted, known, n=1, cutoff=0.4) or [", ".join(known)]
        text = "must name what is on a page, not {page}; did you mean {near}?"
        if not known:
            text = "must be absent: this scene has no pages"
        raise refuse(f"{run.preset.name}: page", say(text, page=wanted, near=near[0]))
    return wanted if found else ""


def show_page_of(scene: Scene, name: str) -> bool:
    """Show the page that has this name or on which the view with this name is; return whether there is one."""
    found = [(pages, places[name]) for pages in _pages(scene) if name in (places := pages.named())]
    for pages, index in found:
        pages.show_page(index)
    return bool(found)


def names_of_pages(scene: Scene) -> tuple[str, ...]:
    """Return the names of what is on the pages of a scene."""
    return tuple(dict.fromkeys(name for pages in _pages(scene) for name in pages.named()))


def _pages(scene: Scene) -> list[Pages]:
    return [pages for pages in scene.findChildren(Pages) if isinstance(pages, Pages)]
