"""What Qt has written of docks is known again, in whatever way they stand; what it cannot have written is not."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.dock_state import is_whole
from metascope.scenes.shell.docks import CLOSABLE, VERSION, Docks, Layout
from metascope.simulator.engine.errors import UserError
from metascope.widgets.look.theme import LIGHT
from tests.fuzz.mutations import bytes_changed

NAMES = [f"dock.{name}" for name in (*CLOSABLE, "timeline")]
SIDES = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)
WAYS = (Qt.Orientation.Horizontal, Qt.Orientation.Vertical)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def docks(window: QMainWindow) -> Docks:
    made = Docks(window, LIGHT)
    for name in (*CLOSABLE, "timeline"):
        made.put(name, QWidget())
    window.show()
    made.show("everything")
    return made


def moved(window: QMainWindow, docks: Docks, random: Random) -> None:
    """Do what a person does with docks."""
    one, other = random.sample(CLOSABLE, 2)
    match random.randrange(5):
        case 0:
            docks[one].setFloating(not docks[one].isFloating())
        case 1:
            window.addDockWidget(random.choice(SIDES), docks[one])
        case 2:
            window.splitDockWidget(docks[one], docks[other], random.choice(WAYS))
        case 3:
            window.tabifyDockWidget(docks[one], docks[other])
        case 4:
            docks[one].setVisible(docks[one].isHidden())


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 20))])
def test_every_arrangement_of_docks_is_known_again(window: QMainWindow, docks: Docks, seed: int) -> None:
    random = Random(seed)
    for _ in range(20):
        moved(window, docks, random)
        kept = docks.layout_kept()
        assert is_whole(bytes(kept.docks.data()), VERSION, NAMES)
        docks.restore(kept)


def test_what_qt_cannot_have_written_never_reaches_it(
    window: QMainWindow, docks: Docks, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytes(docks.layout_kept().docks.data())
    wrong = [data[:end] for end in range(len(data))]
    wrong += [data + b"\0", data.replace("log".encode("utf-16-be"), "lob".encode("utf-16-be"))]
    wrong += [data.replace("log".encode("utf-16-be"), "run".encode("utf-16-be"))]
    wrong += [made for seed in range(300) if len(made := bytes_changed(data, Random(seed))) != len(data)]
    assert not [made for made in wrong if made != data and is_whole(made, VERSION, NAMES)]
    assert not is_whole(data, VERSION + 1, NAMES)
    assert not is_whole(data, VERSION, NAMES[1:])
    reached = list[bytes]()

    def note(self: QMainWindow, state: QByteArray, version: int = 0) -> bool:
        reached.append(bytes(state.data()))
        return True

    monkeypatch.setattr(QMainWindow, "restoreState", note)
    with pytest.raises(UserError, match="default layout"):
        docks.restore(Layout(window.saveGeometry(), QByteArray(wrong[100])))
    assert wrong[100] not in reached
