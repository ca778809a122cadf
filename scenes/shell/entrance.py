"""Makes the start page of a window: its tabs, what they show, and what a choice there does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from metascope.scenes.ideas.page import IdeasPage
from metascope.scenes.lessons.listing import lessons_page
from metascope.scenes.start.choosing import taught
from metascope.scenes.start.start_page import Sources, StartPage
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.widgets.lessons.page import LessonsPage
from metascope.widgets.look.translation import translate

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from metascope.scenes.shell.belongings import Belongings


def start_page(window: Belongings, store: QSettings | None) -> StartPage:
    """Return what a person can begin with: the map of ideas, the lessons and the scenarios."""
    page = StartPage(_sources(window), window.theme, store)
    page.add_tab("ideas", translate("StartPage", "Map of ideas"), lambda: _ideas(window), place=0)
    page.add_tab("lessons", translate("StartPage", "Lessons"), lambda: _lessons(window), place=1)
    page.opened.connect(window.open_named)
    page.back_requested.connect(lambda: window.desk.go_back())
    page.run_chosen.connect(window.reopen_last)
    page.file_chosen.connect(lambda path: window.file_actions.open_recent(path))
    window.calibration.measured.connect(page.set_speed)
    return page


def _sources(window: Belongings) -> Sources:
    """Return where the gallery's contents come from."""
    recovery = window.crash_recovery
    return Sources(
        presets=lambda: _scenarios(window),
        recent=window.recent.names,
        last_runs=lambda: () if recovery is None else recovery.last_runs(),
        files=window.file_actions.recent.paths,
        speed=lambda: window.calibration.speed,
    )


def _scenarios(window: Belongings) -> Sequence[Preset]:
    """Return the scenarios that can be read, and tell what is wrong with the program's others."""
    found, problems = presets.gathered()
    if problems:
        window.tell(UserError(problems))
    return found


def _ideas(window: Belongings) -> IdeasPage:
    """Return the map of ideas, whose doors open scenarios and moments of them."""
    page = IdeasPage(_scenarios(window), window.theme, lessons=taught(), recent=window.recent.names())
    page.opened.connect(window.open_named)
    page.moment_requested.connect(lambda moment: window.attempt(lambda: window.open_moment(moment, page.asked)))
    return page


def _lessons(window: Belongings) -> LessonsPage:
    """Return the list of lessons, as far as a person has done them."""
    page = lessons_page(window.lesson_progress, window.theme)
    page.opened.connect(window.open_lesson_named)
    return page
