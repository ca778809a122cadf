"""Whatever a person does with runs and timeline, in whatever order: no run is lost, mixed up or changed by itself."""

from __future__ import annotations

import os
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.errors import FlakyStrategyDefinition
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test
from pytestqt.qtbot import QtBot

from metascope.scenes.kept.preferences import Preferences
from metascope.widgets.look.theme import LIGHT
from tests.scenes.shell.meeting_walk import DONE, MeetingWalk
from tests.scenes.shell.walk import Walk
from tests.scenes.shell.wild_walk import objects

WALKS = int(os.environ.get("METASCOPE_WALKS", "1"))
MINUTES = float(os.environ.get("METASCOPE_WINDOW_MINUTES", "0"))
SMALL = 6 << 20  # bytes: so that frames have to give way
WARM = 2  # counts after which everything has been imported and drawn once
FEW = 4  # walks after which objects are counted
Make = type[RuleBasedStateMachine]


@pytest.fixture(autouse=True)
def little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Preferences, "budget", property(lambda self: SMALL))


def walk(make: Make, wrong: list[Exception], walks: int, steps: int, by_chance: bool) -> None:
    """Take so many walks of so many steps; by chance they are others each time."""

    try:
        run_state_machine_as_test(
            make,
            settings=settings(
                max_examples=walks + 1,  # the first one does the simplest thing again and again
                stateful_step_count=steps,
                deadline=None,
                derandomize=not by_chance,
                database=None,
                phases=(Phase.generate,),  # smaller ones take minutes to find
                suppress_health_check=list(HealthCheck),
            ),
        )
    except FlakyStrategyDefinition as error:
        if wrong:  # else only the time that things took was another
            raise wrong[0] from error


def test_any_sequence_of_actions_keeps_the_promises(qtbot: QtBot, tmp_path: Path, qapp: object) -> None:
    wrong: list[Exception] = []

    class Here(Walk):
        def __init__(self) -> None:
            super().__init__(qtbot, tmp_path, wrong)

    by_chance = "METASCOPE_WALKS" in os.environ
    walk(Here, wrong, WALKS, 20 if by_chance else 10, by_chance)
    LIGHT.apply(qapp)  # type: ignore[arg-type]


@pytest.mark.slow
@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # a popup, where there is no real screen
def test_anything_done_in_the_window_leaves_it_whole(qtbot: QtBot, tmp_path: Path, qapp: object) -> None:
    wrong: list[Exception] = []
    end, left = time.monotonic() + 60 * MINUTES, list[Counter[str]]()

    class Here(MeetingWalk):
        def __init__(self) -> None:
            super().__init__(qtbot, tmp_path, wrong)

    while not left or time.monotonic() < end:
        walk(Here, wrong, FEW, 40, MINUTES > 0)
        left.append(objects())
    LIGHT.apply(qapp)  # type: ignore[arg-type]
    print(f"{sum(DONE.values())} acts with other programs: {dict(DONE)}")
    print(f"{FEW * len(left)} walks; objects of the program after them: {[counted.total() for counted in left]}")
    grown = [later - earlier for earlier, later in pairwise(left[WARM:])]
    if len(grown) > 2:
        always = grown[0]
        for one in grown[1:]:
            always &= one  # the kinds of which each part left more, as a leak does
        assert not always, always.most_common(5)
