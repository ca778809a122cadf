"""Sessions saved by earlier versions: whatever the format has become, they open whole."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from metascope.simulator.engine.files.session import Journal, open_session, save
from metascope.simulator.engine.history.replay import replay
from metascope.simulator.engine.history.travel import travel
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories
from tests.simulator.engine.files.session_format.runs import assert_same

FILES = Path(__file__).parents[3] / "files"
OLDER = {  # the newest meta-step
    "two-tasks": 12,
    "dragged": 12,
    "lstm-cell": 5,
    "format_2/two-tasks": 12,
    "format_2/lstm-cell": 5,
}


def simulation_of(name: str) -> Simulation:
    session = open_session(FILES / f"{name}.metascope")
    session.close()
    return all_stories()[session.head.preset.story].load()(session.head.settings)


@pytest.mark.parametrize("name", OLDER)
def test_an_older_session_opens_with_every_frame_and_state(name: str) -> None:
    session = open_session(FILES / f"{name}.metascope")
    recording = session.recording
    assert session.notice is None
    assert recording.kept_steps() == tuple(range(OLDER[name] + 1))
    for step in recording.kept_steps():
        assert recording.at(step).step == step
        assert recording.at(step).ticks() > 1
    assert len(recording.metrics) == OLDER[name] + 1
    assert recording.checkpoints[0].state
    session.close()


def test_an_older_session_knows_what_a_person_did() -> None:
    session = open_session(FILES / "dragged.metascope")
    assert [(one.step, one.name) for one in session.recording.steering] == [(4, "phi"), (4, "phi"), (7, "start")]
    assert session.recording.bookmarks == (8,)
    session.close()


@pytest.mark.parametrize("name", OLDER)
def test_an_older_session_goes_on_from_any_of_its_meta_steps(name: str) -> None:
    session = open_session(FILES / f"{name}.metascope")
    simulation = simulation_of(name)
    frame = travel(simulation, session.recording, OLDER[name] - 1)
    assert frame.step == OLDER[name] - 1
    then, now = session.recording.at(OLDER[name]).metrics, simulation.step().metrics
    assert {metric: now[metric] for metric in then} == pytest.approx(dict(then), rel=1e-6)
    session.close()


@pytest.mark.parametrize("name", OLDER)
def test_an_older_session_is_replayed_and_what_it_held_beside_is_not_missed(name: str) -> None:
    session = open_session(FILES / f"{name}.metascope")
    again, verdict = replay(simulation_of(name), session.recording.snapshot())
    assert (verdict.rows, verdict.frames) == (OLDER[name] + 1, OLDER[name] + 1)
    for metric in session.recording.metrics.names:  # another machine may round in another way
        np.testing.assert_allclose(again.metrics.column(metric), session.recording.metrics.column(metric), rtol=1e-6)
    assert "trail" not in str(verdict.difference)
    session.close()


@pytest.mark.parametrize("write", ["whole", "along"])
@pytest.mark.parametrize("name", OLDER)
def test_an_older_session_is_saved_again_without_loss(name: str, write: str, tmp_path: Path) -> None:
    session = open_session(FILES / f"{name}.metascope")
    if write == "whole":
        save(tmp_path / "again", session.head, session.recording.snapshot())
    else:
        journal = Journal(tmp_path / "again", session.head)
        journal.write(session.recording.snapshot())
        journal.close()
    again = open_session(tmp_path / "again")
    assert_same(session.recording, again.recording)
    session.close()
    again.close()
