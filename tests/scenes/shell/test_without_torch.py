"""Without torch the gallery opens, one sentence says so, and no traceback is shown."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from metascope.scenes.shell import first_opening
from metascope.scenes.shell.first_opening import load_stories
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.running.failures import explained
from metascope.simulator.engine.story import catalog
from tests.waiting import LONGEST

SENTENCE = "torch cannot be loaded (No module named 'torch'), and nothing is trained without it: pip install torch"


@pytest.fixture
def told() -> list[str]:
    return []


def loads_with(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Have every story of the program's own raise this when it is loaded."""

    def load() -> object:
        raise error

    monkeypatch.setattr(first_opening, "import_module", lambda name: None)
    for name, story in catalog().stories.items():
        if name not in catalog().plugins:
            monkeypatch.setitem(story.__dict__, "load", load)


@pytest.fixture(autouse=True)
def _loaders_end() -> Iterator[None]:
    yield
    for thread in threading.enumerate():
        if thread.name == "metascope-loader":
            thread.join()


def test_it_is_told_once_in_one_sentence(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, told: list[str]) -> None:
    loads_with(monkeypatch, ModuleNotFoundError("No module named 'torch'", name="torch"))
    load_stories(lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: bool(told), timeout=LONGEST)
    qtbot.wait(50)
    assert told == [SENTENCE]


def test_a_defect_of_a_story_is_still_reported_as_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    loads_with(monkeypatch, ZeroDivisionError("a defect"))
    with qtbot.captureExceptions() as exceptions:
        load_stories(lambda error: told.append(str(error)))
        qtbot.waitUntil(lambda: bool(exceptions), timeout=LONGEST)
    assert exceptions[0][0] is ZeroDivisionError
    assert told == []


def test_a_run_says_it_without_a_traceback() -> None:
    reason, details = explained(ModuleNotFoundError("No module named 'torch'", name="torch"))
    assert (str(reason), details) == (SENTENCE, "")
    reason, details = explained(ModuleNotFoundError("No module named 'other'", name="other"))
    assert "the meta-step failed" in str(reason)
    assert details


def test_nothing_is_told_where_torch_is(qtbot: QtBot, told: list[str]) -> None:
    def tell(error: UserError) -> None:
        told.append(str(error))

    load_stories(tell)
    qtbot.waitUntil(lambda: not any(it.name == "metascope-loader" for it in threading.enumerate()), timeout=LONGEST)
    qtbot.wait(50)
    assert told == []
