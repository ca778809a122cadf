"""What is opened and closed in the window, again and again, leaves nothing behind."""

from __future__ import annotations

import ctypes
import gc
import sys
import threading
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import count, pairwise
from pathlib import Path
from types import FunctionType
from weakref import ref

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.files.recovery_dialog import ask_recovery
from metascope.scenes.files.slots import Slot, SlotRun
from metascope.scenes.kept.preferences import Preferences
from metascope.scenes.runs.run import Run
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.running.runner import THREAD
from metascope.simulator.engine.text import say
from metascope.widgets.clock.breakpoints import BreakpointsPopup
from tests.scenes.hands import open_stage, run_steps, the_stage, trigger
from tests.waiting import LONGEST

TIMES = 15
WARM = 3  # times until what is made once is made
TIMES_RUN = 5  # where runs come and go
TIMES_ALL = 10  # where all that is drawn changes, which takes long and would leave much
FEW = 8  # Python objects by which it may grow; one that is left each time would be ten or fifteen
PARTS = 5  # of all times: a leak grows in each of them, the allocator's own room in one or two
MEMORY = 4 << 20  # bytes by which a part may grow; a scene that is left each time would be several times that

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory as Linux tells it")
PACKAGES = ("metascope", "PySide6", "Shiboken", "pyqtgraph", "functools")

Act = Callable[[Window], object]
DIALOGS = (
    "view.palette",
    "edit.preferences",
    "help.keys",
    "save.figure",
    "save.animation",
    "save.page",
    "run.branch",
    "run.seeds",
    "lessons.write",
)
SCENARIOS = (  # one of each story
    *("two-arms", "two-dimensions", "lstm-cell", "mann-glyphs", "fast-weights", "prototypes", "navigation", "copy"),
    *("learned-gates", "characters-maml", "sine-maml"),
)


def resident() -> int:
    """Return the bytes that the process takes, what was freed given back."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def settle() -> None:
    """Let what is due happen, deletions too."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def opened(window: Window, act: Act) -> list[QWidget]:
    """Do something and return the dialogs that came of it."""
    before = set(map(id, dialogs(window)))
    act(window)
    QApplication.processEvents()
    return [dialog for dialog in dialogs(window) if id(dialog) not in before]


def dialogs(window: Window) -> list[QWidget]:
    found = (widget for widget in QApplication.topLevelWidgets() if widget is not window)
    return [widget for widget in found if widget.isVisible()]


def assert_flat(window: Window, once: Callable[[], object], times: int = TIMES) -> None:
    """Do something again and again, and fail if more is there then than before."""
    repeat(once, WARM)
    census(window)  # whose own wrappings are there from now on
    before = census(window)
    room = []
    for _ in range(PARTS):
        repeat(once, times // PARTS)
        room.append(resident())
    after = census(window)
    assert after[0] == before[0], "Qt objects of the window"
    assert after[1].total() <= before[1].total() + FEW, (after[1] - before[1]).most_common(5)
    growth = [later - earlier for earlier, later in pairwise(room)]
    assert min(growth) <= MEMORY, growth


def repeat(once: Callable[[], object], times: int) -> None:
    for _ in range(times):
        once()
        settle()


def census(window: Window) -> tuple[int, Counter[str]]:
    """Return how many Qt objects the window has, and the program's Python objects by kind."""
    gc.collect()
    kinds = Counter(filter(None, map(kind, gc.get_objects())))  # before Qt's objects are asked for, which wraps them
    return len(window.findChildren(QObject)), kinds


def kind(thing: object) -> str:
    """Return what a thing of the program is; nothing of those of Python, and of the tests, which note every message."""
    source = thing if type(thing) is FunctionType else type(thing)
    ours = isinstance(source.__module__, str) and source.__module__.partition(".")[0] in PACKAGES
    return f"{source.__module__}.{source.__qualname__}" if ours else ""


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # a popup, where there is no real screen
def test_dialogs_and_changes_of_the_window_leave_no_object_of_qt_behind(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    run_steps(qtbot, stage, 3)
    acts: dict[str, Act] = {**{id: partial(closed_again, id=id) for id in DIALOGS[:3]}, **CHANGES}
    for act in acts.values():
        act(window)  # what is made once is made
        settle()
    for name, act in acts.items():
        before = census(window)[0]
        act(window)
        settle()
        assert census(window)[0] == before, name


def closed_again(window: Window, id: str) -> None:
    """Open a dialog and close it; fail unless it is gone then."""
    (dialog,) = opened(window, lambda window: trigger(window, id))
    gone = ref(dialog)
    dialog.close()
    del dialog
    settle()
    gc.collect()
    assert gone() is None, id


@pytest.mark.slow
@pytest.mark.parametrize("id", DIALOGS)
def test_a_dialog_leaves_nothing_behind(qtbot: QtBot, window: Window, stage: Stage, id: str) -> None:
    run_steps(qtbot, stage, 3)
    gone: list[ref[QWidget]] = []

    def once() -> None:
        found = opened(window, lambda window: trigger(window, id))
        assert len(found) == 1
        gone.append(ref(found[0]))
        found[0].close()

    assert_flat(window, once)
    assert [dialog() for dialog in gone] == [None] * (TIMES + WARM)


@pytest.mark.slow
def test_the_question_whether_to_recover_leaves_nothing_behind(window: Window, stage: Stage, tmp_path: Path) -> None:
    slot = Slot.new(tmp_path)
    slot.write_index([SlotRun(key=1, name="a", step=3)])
    slot.path(1).write_bytes(b"")
    gone: list[ref[QWidget]] = []

    def once() -> None:
        (box,) = opened(window, lambda window: ask_recovery(window, [slot], lambda yes: None))
        gone.append(ref(box))
        box.close()

    assert_flat(window, once)
    assert [box() for box in gone] == [None] * (TIMES + WARM)
    slot.remove()


@pytest.mark.slow
def test_the_dialog_of_unexpected_errors_leaves_nothing_behind(window: Window, stage: Stage) -> None:
    numbers, gone = count(), list[ref[QWidget]]()

    def once() -> None:
        (dialog,) = opened(window, lambda window: window.errors.report("It failed.", f"{next(numbers)}", window))
        gone.append(ref(dialog))
        dialog.close()

    assert_flat(window, once)
    assert [dialog() for dialog in gone] == [None] * (TIMES + WARM)


def test_the_page_on_writing_lessons_hears_of_no_theme_once_it_is_closed(window: Window) -> None:
    closed_again(window, "lessons.write")
    both_themes(window)


@pytest.mark.slow
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_run_that_is_closed_leaves_nothing_behind(qtbot: QtBot, window: Window, name: str) -> None:
    runs: list[ref[Run]] = []

    def once() -> None:
        runs.append(ref(open_stage(qtbot, window, name).run))
        run_steps(qtbot, the_stage(window), 1)
        trigger(window, "file.gallery")
        window.desk.view.deleted.emit(window.desk.tree.nodes[0].key)
        qtbot.waitUntil(lambda: not workers(), timeout=LONGEST)
        clear_log(window)

    assert_flat(window, once, TIMES_RUN)
    assert [run() for run in runs] == [None] * (TIMES_RUN + WARM)


def workers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == THREAD]


def there_and_back(id: str) -> Act:
    def act(window: Window) -> None:
        for _ in range(2):
            trigger(window, id)
            QApplication.processEvents()

    return act


def breakpoints(window: Window) -> None:
    trigger(window, "run.breakpoints")
    (popup,) = dialogs(window)
    assert isinstance(popup, BreakpointsPopup)
    popup.close()


def floating(name: str, window: Window) -> None:
    dock = window.docks[name]  # type: ignore[index]  # the test's own names
    for floats in (True, False):
        dock.setFloating(floats)
        QApplication.processEvents()


def notice(window: Window) -> None:
    window.tell(refuse("file", say("cannot be read")))
    QApplication.processEvents()
    window._notice.clear()
    clear_log(window)


def clear_log(window: Window) -> None:
    window.log_bridge.look()
    window.log_view.clear()


def both_themes(window: Window) -> None:
    for name in ("dark", "light"):
        window.set_preferences(Preferences(theme=name))
        QApplication.processEvents()


CHANGES: dict[str, Act] = {
    "enlarged view": there_and_back("look.enlarge"),
    "breakpoints": breakpoints,
    "notice": notice,
    "reset layout": lambda window: trigger(window, "view.reset_layout"),
    **{f"dock {name}": there_and_back(f"dock.{name}") for name in ("settings", "runs", "compare", "log")},
    **{f"floating {name}": partial(floating, name) for name in ("settings", "runs", "compare", "log")},
}


@pytest.mark.slow
@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # a popup, where there is no real screen
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_the_window_leaves_nothing_behind(qtbot: QtBot, window: Window, stage: Stage, change: str) -> None:
    run_steps(qtbot, stage, 3)
    assert_flat(window, lambda: CHANGES[change](window))


@pytest.mark.slow
@pytest.mark.parametrize("change", [both_themes, there_and_back("view.presentation")], ids=["theme", "presentation"])
def test_changes_of_all_that_is_drawn_leave_nothing_behind(
    qtbot: QtBot, window: Window, stage: Stage, change: Act
) -> None:
    run_steps(qtbot, stage, 3)
    assert_flat(window, lambda: change(window), TIMES_ALL)


@pytest.mark.slow
def test_ghosts_shown_and_hidden_leave_nothing_behind(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 5)
    key = window.desk.tree.nodes[0].key
    window.desk.branches.continue_from(3)
    qtbot.waitUntil(lambda: window.stage is not None and window.stage.playback.shown is not None, timeout=LONGEST)

    def once() -> None:
        for on in (False, True):
            window.desk.view.ghost_toggled.emit(key, on)
            QApplication.processEvents()

    assert_flat(window, once)
