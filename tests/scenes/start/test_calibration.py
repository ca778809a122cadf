"""When the computer is measured: once, while nothing else is to be done, and again where it has changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings
from pytestqt.qtbot import QtBot

from metascope.scenes.kept.machine_speed import read_speed, write_speed
from metascope.scenes.start.calibration import Calibration
from metascope.simulator.engine.cli.calibrating import Speed, machine
from tests.waiting import LONGEST


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def parent() -> Iterator[QObject]:
    yield (made := QObject())
    for child in made.findChildren(Calibration):
        child.stop()
    made.deleteLater()


def made(store: QSettings | None, parent: QObject, busy: bool = False) -> Calibration:
    return Calibration(store, lambda: busy, parent, soon=0)


def test_a_computer_that_is_not_known_is_measured_and_kept(qtbot: QtBot, store: QSettings, parent: QObject) -> None:
    calibration = made(store, parent)
    assert calibration.speed is None
    with qtbot.waitSignal(calibration.measured, timeout=LONGEST):
        calibration.start()
    assert calibration.speed is not None
    assert read_speed(store) == (calibration.speed, machine())
    assert made(store, parent).speed == calibration.speed


def test_the_same_computer_is_not_measured_again(qtbot: QtBot, store: QSettings, parent: QObject) -> None:
    write_speed(store, Speed(1.5, 0.1), machine())
    calibration = made(store, parent)
    calibration.start()
    qtbot.wait(50)
    assert not calibration.working
    assert calibration.speed == Speed(1.5, 0.1)


def test_another_computer_is_measured_again(qtbot: QtBot, store: QSettings, parent: QObject) -> None:
    write_speed(store, Speed(50.0), "another one")
    calibration = made(store, parent)
    assert calibration.speed == Speed(50.0), "better than nothing until then"
    with qtbot.waitSignal(calibration.measured, timeout=LONGEST):
        calibration.start()
    assert calibration.speed != Speed(50.0)


def test_nothing_is_measured_while_something_runs(qtbot: QtBot, store: QSettings, parent: QObject) -> None:
    calibration = made(store, parent, busy=True)
    calibration.start()
    qtbot.wait(50)
    assert not calibration.working


def test_a_run_that_begins_ends_the_measurement(qtbot: QtBot, store: QSettings, parent: QObject) -> None:
    calibration = made(store, parent)
    calibration.start()
    qtbot.waitUntil(lambda: calibration.working, timeout=LONGEST)
    calibration.yield_to_run()
    assert not calibration.working
    assert calibration.speed is None
    with qtbot.waitSignal(calibration.measured, timeout=LONGEST):
        pass  # later


@pytest.mark.parametrize("value", ["", "3", '{"factor": 1}', '{"factor": 0.0, "spread": 0.0, "machine": "a"}', "{"])
def test_what_the_store_holds_is_read_with_mistrust(store: QSettings, value: str) -> None:
    store.setValue("speed/measured", value)
    assert read_speed(store) is None
