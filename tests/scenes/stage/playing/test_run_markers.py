"""What is marked on the timeline of a run."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from metascope.scenes.stage.playing.run_markers import BestValues, Goal, RunMarks
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.running.breakpoints import parse
from metascope.simulator.engine.text import say
from tests.simulator.engine.toy import frame

VALUES = st.floats(-100, 100) | st.just(math.inf)


def texts(marks: RunMarks) -> dict[tuple[int, str], str]:
    return {(marker.step, marker.kind): marker.text for marker in marks.gathered()}


def test_the_best_value_is_marked_with_name_and_value() -> None:
    recording = Recording()
    for step, value in enumerate((0.5, -0.0071, 0.2)):
        recording.append(frame(step, metrics={"maml.loss_after": value, "maml.loss_now": -value}))
    assert texts(RunMarks(recording, {"loss_after": "least"})) == {(1, "best"): "best maml.loss_after −0.0071"}


@given(st.lists(VALUES, min_size=1, max_size=30), st.sampled_from(["least", "most"]), st.lists(st.booleans()))
def test_the_best_is_found_however_often_it_is_looked_for(values: list[float], goal: Goal, looks: list[bool]) -> None:
    metrics, best = Metrics(), BestValues({"score": goal})
    for step, value in enumerate(values):
        metrics.append(step, {"a.score": value, "other": 0.0})
        if step < len(looks) and looks[step]:
            best.of(metrics)
    finite = [value for value in values if math.isfinite(value)]
    if not finite:
        assert best.of(metrics) == {}
        return
    wanted = min(finite) if goal == "least" else max(finite)
    assert best.of(metrics) == {"a.score": (values.index(wanted), wanted)}


def test_a_last_row_that_is_measured_again_is_no_longer_the_best() -> None:
    metrics, best = Metrics(), BestValues({"score": "most"})
    metrics.append(0, {"a.score": 1.0})
    metrics.append(1, {"a.score": 9.0})
    assert best.of(metrics) == {"a.score": (1, 9.0)}
    metrics.append(1, {"a.score": 0.5})
    assert best.of(metrics) == {"a.score": (0, 1.0)}


def test_changes_are_marked_where_their_gestures_ended() -> None:
    recording = Recording()
    recording.append(frame(3))
    recording.steer(3, "place", 0.1, draft=True)
    marks = RunMarks(recording, {})
    assert texts(marks) == {}
    recording.steer(3, "place", 0.25)
    recording.steer(3, "phi", {"method": None, "to": [1.0]})
    assert [marker.text for marker in marks.gathered()] == ["place = 0.25", "phi changed"]


def test_changes_of_a_run_that_begins_anew_are_forgotten() -> None:
    recording = Recording()
    recording.append(frame(3))
    recording.steer(3, "place", 0.25)
    marks = RunMarks(recording, {})
    marks.gathered()
    recording.begin_anew(3, {})
    assert texts(marks) == {}


def test_failures_pauses_bookmarks_and_branches_are_marked() -> None:
    recording = Recording()
    for step in range(5):
        recording.append(frame(step))
    recording.bookmark(1)
    recording.note_incident(2, say("alpha is too large"))
    marks = RunMarks(recording, {})
    marks.note_pause(3, parse("at 3", (), 0))
    marks.set_branches(((4, "run 2"),))
    assert texts(marks) == {
        (1, "bookmark"): "bookmark",
        (2, "failure"): "stopped: alpha is too large",
        (3, "pause"): "paused: at 3",
        (4, "branch"): "run 2 branches off",
    }
