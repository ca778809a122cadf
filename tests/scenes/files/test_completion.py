"""What ends on another thread is told in the GUI thread, once, and never before it has ended."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor

from pytestqt.qtbot import QtBot

from metascope.scenes.files.completion import when_done
from tests.scenes.hands import settle
from tests.waiting import LONGEST


def test_the_end_is_told_in_the_gui_thread(qtbot: QtBot) -> None:
    told: list[tuple[int, threading.Thread]] = []
    with ThreadPoolExecutor(1) as worker:
        when_done(worker.submit(lambda: 7), lambda done: told.append((done.result(), threading.current_thread())))
        qtbot.waitUntil(lambda: told != [], timeout=LONGEST)
    assert told == [(7, threading.main_thread())]


def test_what_has_ended_already_is_told_later_and_not_at_once(qtbot: QtBot) -> None:
    future: Future[int] = Future()
    future.set_result(7)
    told: list[int] = []
    when_done(future, lambda done: told.append(done.result()))
    assert told == []
    settle()
    assert told == [7]


def test_what_was_cancelled_is_told_too(qtbot: QtBot) -> None:
    future: Future[int] = Future()
    told: list[bool] = []
    when_done(future, lambda done: told.append(done.cancelled()))
    settle()
    assert told == []
    future.cancel()
    settle()
    assert told == [True]


def test_many_that_end_on_many_threads_are_all_told_once(qtbot: QtBot) -> None:
    told: list[int] = []
    with ThreadPoolExecutor(8) as workers:
        for number in range(200):
            when_done(workers.submit(int, number), lambda done: told.append(done.result()))
    qtbot.waitUntil(lambda: len(told) == 200, timeout=LONGEST)
    settle()
    assert sorted(told) == list(range(200))


def test_a_defect_in_what_is_told_reaches_the_error_dialog(qtbot: QtBot) -> None:
    future: Future[int] = Future()
    future.set_exception(ZeroDivisionError("one over nought"))
    with qtbot.captureExceptions() as caught:
        when_done(future, lambda done: done.result())
        settle()
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
