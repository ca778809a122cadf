"""A person who tries everything in the window: every action, the form, docks, the mouse on views, damaged files."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from pathlib import Path
from random import Random
from weakref import WeakKeyDictionary

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.runs.run import Run
from metascope.scenes.shell.docks import CLOSABLE
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.form.rows import SettingRow
from metascope.widgets.window.notice import ErrorDialog
from tests.fuzz.mutations import bytes_changed
from tests.scenes.shell.test_leaks import kind
from tests.scenes.shell.walk import MOST_STEPS, PICKS, Walk
from tests.waiting import LONGEST

LEFT_OUT = {"quit.quit", "file.last", "run.play"}  # they end the walk, or have rules of their own
ANOTHER = {"run.restart", "run.continue"}  # they make another run
WHERE = {  # modules that ask for a file, and what they ask with
    "metascope.scenes.files.open_and_save": (
        "ask_where_to_save",
        "ask_what_to_open",
        "ask_what_to_follow",
        "ask_for_data",
    ),
    "metascope.scenes.desk.compare": ("ask_where_to_save",),
    "metascope.scenes.export.figure_dialog": ("ask_where_to_save",),
    "metascope.scenes.export.animation_dialog": ("ask_where_to_save",),
}
TEXTS = ("5", "-1", "0,3", "1e9", "abc", "", "1, 2; 3, 4", "<b>", "9" * 40)
SIDES = tuple(getattr(Qt.DockWidgetArea, f"{side}DockWidgetArea") for side in ("Left", "Right", "Bottom"))


class WildWalk(Walk):
    """What a person may do anywhere in the window, in any order."""

    def __init__(self, qtbot: QtBot, folder: Path, wrong: list[Exception]) -> None:
        self.answers = pytest.MonkeyPatch()  # of this walk alone: they hold it, and all that it has seen
        for module, names in WHERE.items():
            for name in names:
                self.answers.setattr(f"{module}.{name}", self._answered)
        self.typed: WeakKeyDictionary[Run, dict[str, object]] = WeakKeyDictionary()  # what waits in a run's form
        self.seen: Run | None = None  # the run that was on the stage after the step before
        super().__init__(qtbot, folder, wrong)

    def _answered(self, parent: object, *asked: str) -> Path:
        """Answer a file dialog: what is saved is written, in its format; what is opened was saved before."""
        if len(asked) > 1 and asked[0] not in ("json", "metascope", "safetensors"):
            return self.folder / f"asked.{asked[1]}"
        return self.saved[-1] if self.saved else self.folder / "asked.json"

    @rule(number=PICKS)
    def choose_an_action(self, number: int) -> None:
        actions, before = self.window.actions_, self.window.stage
        enabled = [id for id in actions.ids() if actions[id].isEnabled() and id not in LEFT_OUT]
        if not self.may_have_another():
            enabled = [id for id in enabled if id not in ANOTHER and not id.startswith("file.open")]
        if before is not None and before.run.recording.newest_step > MOST_STEPS:
            enabled = [id for id in enabled if id not in ("run.hundred", "run.step")]
        chosen = enabled[number % len(enabled)]
        if chosen == "run.restart":
            self.typed.pop(self.stage.run, None)
        actions[chosen].trigger()
        self._after(before)

    @precondition(Walk.on_stage)
    @rule(number=PICKS, text=st.sampled_from(TEXTS))
    def type_in_the_form(self, number: int, text: str) -> None:
        rows = [row for row in self.stage.form.findChildren(SettingRow) if not row.isHidden()]
        row = rows[number % len(rows)]
        row.control.retype("abc" if row.declared.live else text)  # what can be read would steer
        self.cursor_moved()

    @rule(number=PICKS, how=st.sampled_from(["float", "close", "show", "side", "tabs"]))
    def move_a_dock(self, number: int, how: str) -> None:
        docks, one = self.window.docks, CLOSABLE[number % len(CLOSABLE)]
        other = CLOSABLE[(number + 1) % len(CLOSABLE)]
        if how == "float":
            docks[one].setFloating(not docks[one].isFloating())
        elif how == "side":
            self.window.addDockWidget(SIDES[number % len(SIDES)], docks[one])
        elif how == "tabs":
            self.window.tabifyDockWidget(docks[other], docks[one])
        elif docks.can_show(one):
            docks[one].setVisible(how == "show")

    @rule(width=st.sampled_from([700, 1000, 1400]), height=st.sampled_from([500, 800]))
    def resize_the_window(self, width: int, height: int) -> None:
        self.window.resize(width, height)

    @precondition(Walk.on_stage)
    @rule(seed=PICKS)
    def use_the_mouse_on_a_view(self, seed: int) -> None:
        random, before = Random(seed), self.window.stage
        views = [view for view in self.stage.scene.all_views() if view.isVisible()]
        if not views:
            return
        under: QWidget = random.choice(views)
        places = [
            QPoint(random.randrange(max(under.width(), 1)), random.randrange(under.height() or 1)) for _ in range(4)
        ]
        under = under.childAt(places[0]) or under
        if seed % 3:
            button = Qt.MouseButton.LeftButton if seed % 2 else Qt.MouseButton.MiddleButton
            QTest.mousePress(under, button, pos=places[0])
            for place in places[1:]:
                QTest.mouseMove(under, place)
            QTest.mouseRelease(under, button, pos=places[-1])
        else:
            QTest.mouseDClick(under, Qt.MouseButton.LeftButton, pos=places[0])
        self._after(before)

    @rule(
        key=st.sampled_from(["Space", "Esc", "Tab", "Left", "Right", "Home", "End", "Return", "Ctrl+Z", "F", "L", "M"])
    )
    def press_a_key(self, key: str) -> None:
        before, combination = self.window.stage, QKeySequence(key)[0]  # type: ignore[index]
        at = QApplication.focusWidget() or self.window
        QTest.keyClick(at, combination.key(), combination.keyboardModifiers())
        self._after(before)

    @precondition(lambda self: bool(self.saved))
    @rule(seed=st.integers(0, 10_000))
    def open_a_damaged_session(self, seed: int) -> None:
        if not self.may_have_another():
            return
        before, path = self.window.stage, self.folder / "damaged.metascope"
        path.write_bytes(bytes_changed(self.saved[-1].read_bytes(), Random(seed)))
        self.window.open_path(path)
        self._after(before)

    def _after(self, before: object) -> None:
        """Close what has opened, and go on with the run that is on the stage now."""
        QApplication.processEvents()
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window and widget.isVisible() and not isinstance(widget, ErrorDialog):
                widget.close()
        if self.on_stage() and self.window.stage is not before:
            self.staged()
        self.cursor_moved()

    @invariant()
    def what_is_typed_comes_back_with_its_run(self) -> None:
        run = self.stage.run if self.on_stage() else None
        if run is not None:
            pending = dict(self.stage.form.edits().values)
            if run is not self.seen and run in self.typed:
                assert pending == self.typed[run]
            self.typed[run] = pending
        self.seen = run

    @invariant()
    def nothing_unexpected_happened(self) -> None:
        """A mouse may drag a start to where training diverges, which is told; anything else is an error."""
        assert not self.window.findChildren(ErrorDialog)
        failed = [node.run.runner for node in self.nodes if node.run.runner.state is RunState.FAILED]
        assert not [runner.traceback for runner in failed if runner.traceback]

    def end(self) -> None:
        try:
            self._after(self.window.stage)
            super().end()
        finally:
            self.answers.undo()
        self.qtbot.waitUntil(lambda: not lasting(), timeout=LONGEST)


def lasting() -> list[str]:
    """Return the names of the program's threads that have not ended."""
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("metascope")]


def objects() -> Counter[str]:
    """Return how many Python objects of the program there are, by kind, but for what caches of a fixed size hold."""
    gc.collect()
    found = Counter(filter(None, map(kind, gc.get_objects())))
    del found["PySide6.QtGui.QImage"]  # of marks and icons
    return found
