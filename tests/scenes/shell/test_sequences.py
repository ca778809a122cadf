"""Whatever a person does with runs and timeline, in whatever order: no run is lost, mixed up or changed by itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.errors import FlakyStrategyDefinition
from hypothesis.stateful import run_state_machine_as_test
from pytestqt.qtbot import QtBot

from scenes.kept.preferences import Preferences
from tests.scenes.shell.walk import Walk
from widgets.look.theme import LIGHT

WALKS = int(os.environ.get("METASCOPE_WALKS", "1"))
SMALL = 6 << 20  # bytes: so that frames have to give way


def test_any_sequence_of_actions_keeps_the_promises(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    wrong: list[Exception] = []

    class Here(Walk):
        def __init__(self) -> None:
            super().__init__(qtbot, tmp_path, wrong)

    monkeypatch.setattr(Preferences, "budget", property(lambda self: SMALL))
    try:
        run_state_machine_as_test(
            Here,
            settings=settings(
                max_examples=WALKS,
                stateful_step_count=20,
                deadline=None,
                derandomize="METASCOPE_WALKS" not in os.environ,
                database=None,
                phases=(Phase.generate,),  # smaller ones take minutes to find
                suppress_health_check=list(HealthCheck),
            ),
        )
    except FlakyStrategyDefinition as error:
        if wrong:  # else only the time that things took was another
            raise wrong[0] from error
    LIGHT.apply(qapp)  # type: ignore[arg-type]
