"""Measures how long a mouse move of a drag takes until its result is painted."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import cos, pi, sin

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks.playing import endless
from benchmarks.screen import PaintClock, application, live, opened, picture
from benchmarks.table import Effort, Row
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files.presets import Preset, find
from metascope.simulator.engine.frame import Frame
from metascope.simulator.episodes.names import MOVE, REMOVE
from metascope.simulator.stories.landscapes.frame import LandscapesFrame
from metascope.simulator.stories.metric_learning.names import METHODS, POINT, PROTOTYPES

MOVES, RELEASES = 80, 10
WANTED = 50.0  # ms at most, the median
PAUSE = 0.02  # seconds between two mouse moves of a person
Change = Callable[[float], tuple[str, object]]  # position on its circle (0..1) -> name and value


def rows(_: Effort) -> list[Row]:
    """Return the rows: median, 95th percentile and maximum of the moves, of drags in two landscapes and an episode."""
    app = application()
    cases = (
        ("two-tasks", endless(find("two-tasks")), 1),
        ("4 wells, k = 20", endless(find("two-dimensions"), tasks=4, inner_steps=20), 2),
    )
    return [row for name, preset, dimension in cases for row in _rows(app, name, preset, dimension)] + _episode(app)


def _episode(app: QApplication) -> list[Row]:
    """Return the rows of a hand on an episode of 5 ways and 5 shots that all methods answer, with untrained weights."""
    preset = endless(find("memory-grows"), **dict.fromkeys(METHODS, True), finetuning_parts="all")

    def point(share: float) -> tuple[str, object]:
        place = [0.5 * cos(2 * pi * share), 0.5 * sin(2 * pi * share)]
        return POINT, {"method": PROTOTYPES, "support": 2, "to": place}

    def classes(share: float) -> tuple[str, object]:
        return MOVE, {"support": 2, "to": round(share * MOVES) % 5}

    def away(share: float) -> tuple[str, object]:
        return REMOVE, {"support": round(share * MOVES) // 2 % 25}  # another one each time

    gestures = (
        (("drag an embedded support",), point, True),
        (("put a support's picture into another class",), classes, False),
        (("take a support away", "put it back"), away, False),
    )
    found = []
    with opened(app, preset) as stage:
        hand = _Hand(stage)
        for names, change, draft in gestures:
            begun = hand.worked(), hand.painted
            took = [hand.move(*change(move / MOVES), draft=draft) for move in range(MOVES)]
            worker, window = (1000 * spent / MOVES for spent in (hand.worked() - begun[0], hand.painted - begun[1]))
            spent = f"; processor time of the worker {worker:.0f} ms, of the window's thread {window:.0f} ms"
            for place, what in enumerate(names):  # in turn
                times = took[place :: len(names)]
                slow = f"95th percentile {np.percentile(times, 95):.0f} ms, at most {max(times):.0f} ms{spent}"
                told = f"{what}, {len(METHODS)} methods, 5 ways, 5 shots"
                found.append(Row(told, slow, ours=float(np.median(times)), unit="ms", most=WANTED))
    return found


def _rows(app: QApplication, name: str, preset: Preset, dimension: int) -> list[Row]:
    def round_trip(of: str) -> Change:
        def change(share: float) -> tuple[str, object]:
            to = [1.5 * cos(2 * pi * share), 1.5 * sin(2 * pi * share)][:dimension]
            return of, {"task": 0, "to": to} if of == "task" else {"method": None, "to": to}

        return change

    with opened(app, preset) as stage:
        hand = _Hand(stage)
        return [
            row
            for of, what in (("phi", "the start"), ("task", "a task's optimum"))
            for row in _drag(hand, f"drag {what}, {name}", round_trip(of))
        ]


def _drag(hand: _Hand, what: str, change: Change) -> list[Row]:
    took = [hand.move(*change(move / MOVES), draft=True) for move in range(MOVES)]
    released = [hand.move(*change(move / RELEASES), draft=False) for move in range(RELEASES)]
    return [
        Row(
            what,
            f"median {np.median(took):.0f} ms, 95th percentile {np.percentile(took, 95):.0f} ms,"
            f" at most {max(took):.0f} ms per move",
        ),
        Row(
            f"{what}, release", f"median {np.median(released):.0f} ms, at most {max(released):.0f} ms ({hand.points()})"
        ),
    ]


class _Hand:
    """Simulates dragging in the picture of a scenario that does not train."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._clock = PaintClock(picture(stage))
        self._drawn = float("inf")  # time at which the first frame after the move was drawn
        self.painted = 0.0  # seconds of processor time that the window's thread spent until changes were painted
        stage.playback.drawn.connect(self._note)

    def move(self, name: str, value: object, *, draft: bool) -> float:
        """Return the milliseconds until the change's own frame has been painted."""
        self._drawn = float("inf")
        self._clock.stamps.clear()
        begin, busy = time.perf_counter(), time.thread_time()
        self._stage.scene.changed.emit(name, value, draft)
        self._clock.wait(lambda: self._drawn)
        took = time.perf_counter() - begin  # a stamp is the start of painting; here it has ended
        self.painted += time.thread_time() - busy
        live(PAUSE)
        return took * 1000

    def worked(self) -> float:
        """Return the seconds of processor time that the worker has spent so far."""
        return self._stage.run.runner.ask(lambda _: time.thread_time()).result()

    def points(self) -> str:
        """Return the size of the last picture."""
        frame = self._stage.playback.shown
        assert isinstance(frame, LandscapesFrame), "the scenarios are landscapes"
        return " x ".join(map(str, frame.surfaces.after.shape)) + " points"

    def _note(self, _: Frame) -> None:
        self._drawn = min(self._drawn, time.perf_counter())
