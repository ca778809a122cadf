from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.session import Parent, SessionHead, open_session, save
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.travel import travel
from metascope.simulator.engine.text import say
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.simulator.stories.landscapes.simulation import LandscapesSimulation
from tests.simulator.engine.files.session_format.runs import (
    DRAWN,
    HOT,
    PLANE,
    assert_same,
    assert_same_frame,
    head,
    recorded,
    saved_bytes,
    saved_run,
)
from tests.simulator.engine.files.test_atomic import full_disk
from tests.waiting import SECONDS

EDITS = st.lists(
    st.tuples(
        st.integers(0, 40),
        st.sampled_from(["bookmark", "inner_rate", "inner_steps", "noise"]),
        st.integers(1, 5),
    ),
    max_size=6,
)


@given(values=st.sampled_from([{}, DRAWN, PLANE, HOT]), steps=st.integers(0, 40), edits=EDITS, seed=st.integers(0, 99))
@settings(max_examples=10, deadline=None)
def test_any_run_comes_back_bit_for_bit(
    tmp_path_factory: pytest.TempPathFactory,
    values: Mapping[str, Any],
    steps: int,
    edits: list[tuple[int, str, int]],
    seed: int,
) -> None:
    path = tmp_path_factory.mktemp("any") / "run.metascope"
    plan = [(step, name, value / 10 if name in ("inner_rate", "noise") else value) for step, name, value in edits]
    past = recorded(steps, plan, seed=seed, **values)
    save(path, head(seed=seed, **values), past.snapshot())
    session = open_session(path)
    assert session.notice is None
    assert_same(past, session.recording)
    session.close()


def test_a_run_of_several_segments_comes_back(tmp_path: Path) -> None:
    (tmp_path / "run").write_bytes(saved_bytes())
    session = open_session(tmp_path / "run")
    assert_same(saved_run(), session.recording, every=7)
    session.close()


def test_a_run_that_diverged_comes_back_with_its_reason(tmp_path: Path) -> None:
    past = recorded(40, **HOT)
    past.note_incident(past.snapshot().step, say("stopped: {why}", why=say("alpha = {alpha:.2f}", alpha=0.5)))
    assert past.incidents
    save(tmp_path / "run", head(**HOT), past.snapshot())
    session = open_session(tmp_path / "run")
    assert list(map(str, session.recording.incidents[-1:])) == list(map(str, past.incidents[-1:]))
    assert_same(past, session.recording)
    session.close()


def test_the_head_tells_where_a_run_comes_from(tmp_path: Path) -> None:
    told = head(inner_rate=0.25)
    told = SessionHead(told.preset, told.settings, "Brânch", Parent("first", 12), {"torch": "9"}, 3, fresh=False)
    save(tmp_path / "run", told, recorded(2).snapshot())
    session = open_session(tmp_path / "run")
    session.close()
    assert session.head == told


def test_frames_that_share_a_picture_still_share_it(tmp_path: Path) -> None:
    (tmp_path / "run").write_bytes(saved_bytes())
    session = open_session(tmp_path / "run")
    first, last = session.recording.at(41), session.recording.at(560)
    before = session.recording.at(39)
    assert first.surfaces is last.surfaces  # type: ignore[attr-defined]  # over many segments
    assert first.surfaces is not before.surfaces  # type: ignore[attr-defined]  # alpha changed at 40
    assert first.surfaces.tasks is before.surfaces.tasks  # type: ignore[attr-defined]  # which they do not depend on
    session.close()


@pytest.mark.slow
def test_a_frame_of_a_long_run_takes_no_more_than_one_of_a_short_run(tmp_path: Path) -> None:
    sizes = []
    for steps in (60, 120, 180):
        save(tmp_path / "run", head(starts=32), recorded(steps, starts=32).snapshot())
        sizes.append((tmp_path / "run").stat().st_size)
    assert sizes[2] - sizes[1] < 1.2 * (sizes[1] - sizes[0])


def test_an_opened_session_is_saved_again_without_loss(tmp_path: Path) -> None:
    (tmp_path / "run").write_bytes(saved_bytes())
    session = open_session(tmp_path / "run")
    save(tmp_path / "again", session.head, session.recording.snapshot())
    session.close()
    again = open_session(tmp_path / "again")
    assert_same(saved_run(), again.recording, every=7)
    again.close()
    assert (tmp_path / "again").stat().st_size < 1.1 * len(saved_bytes())


def test_an_opened_session_can_be_saved_over_itself(tmp_path: Path) -> None:
    (tmp_path / "run").write_bytes(saved_bytes())
    session = open_session(tmp_path / "run")
    save(tmp_path / "run", session.head, session.recording.snapshot())
    assert_same_frame(saved_run().at(300), session.recording.at(300))  # of the file that it was opened from
    session.close()


def test_an_opened_session_goes_on_where_it_was(tmp_path: Path) -> None:
    (tmp_path / "run").write_bytes(saved_bytes())
    session = open_session(tmp_path / "run")
    simulation = LandscapesSimulation(LandscapesSettings())
    frame = travel(simulation, session.recording, 333)
    assert_same_frame(saved_run().at(333), frame)
    session.close()


def test_what_is_saved_while_a_run_goes_on_ends_at_the_snapshot(tmp_path: Path) -> None:
    past = recorded(20)
    shot = past.snapshot()
    past.append(recorded(30).at(30))
    save(tmp_path / "run", head(), shot)
    session = open_session(tmp_path / "run")
    assert session.recording.metrics.last_step == 20
    assert session.recording.kept_steps() == tuple(range(21))
    session.close()


def test_nothing_is_told_of_a_closed_session(tmp_path: Path) -> None:
    (tmp_path / "run").write_bytes(saved_bytes())
    session = open_session(tmp_path / "run")
    session.close()
    with pytest.raises(UserError, match="run: "):
        session.recording.at(5)


@pytest.mark.slow
def test_opening_and_looking_need_no_torch(tmp_path: Path) -> None:
    (tmp_path / "run").write_bytes(saved_bytes())
    program = (
        "import sys; from pathlib import Path\n"
        "from metascope.simulator.engine.files.session import open_session, save\n"
        "session = open_session(Path(sys.argv[1])); session.recording.at(7)\n"
        "save(Path(sys.argv[2]), session.head, session.recording.snapshot())\n"
        "sys.exit('torch' in sys.modules)"
    )
    arguments = [sys.executable, "-c", program, str(tmp_path / "run"), str(tmp_path / "again")]
    assert subprocess.run(arguments, timeout=SECONDS, check=False).returncode == 0


def test_the_share_done_is_told_and_can_end_the_saving(tmp_path: Path) -> None:
    told: list[float] = []
    save(tmp_path / "run", head(), saved_run().snapshot(), told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 1

    def enough(share: float) -> None:
        raise InterruptedError

    (tmp_path / "run").write_bytes(b"old")
    with pytest.raises(UserError):
        save(tmp_path / "run", head(), saved_run().snapshot(), enough)
    assert (tmp_path / "run").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["run"]


@pytest.mark.parametrize("limit", [100, 100_000, 500_000])
def test_a_full_disk_leaves_the_old_session_and_nothing_else(tmp_path: Path, limit: int) -> None:
    path = tmp_path / "run"
    path.write_bytes(b"old")
    shot = saved_run().snapshot()
    with full_disk(limit), pytest.raises(UserError, match="run: cannot be written: File too large"):
        save(path, head(), shot)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["run"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nowhere/run: cannot be written: No such file or directory"):
        save(tmp_path / "nowhere" / "run", head(), recorded(1).snapshot())


@pytest.mark.skipif(os.name != "posix", reason="modes and links as POSIX has them")
def test_a_link_is_followed_and_the_mode_kept(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "target").chmod(0o604)
    (tmp_path / "link").symlink_to(tmp_path / "target")
    save(tmp_path / "link", head(), recorded(1).snapshot())
    assert (tmp_path / "link").is_symlink()
    assert stat.S_IMODE((tmp_path / "target").stat().st_mode) == 0o604
    open_session(tmp_path / "target").close()


@pytest.mark.slow
def test_a_thinned_recording_comes_back_as_thin(tmp_path: Path) -> None:
    simulation, past = LandscapesSimulation(LandscapesSettings()), Recording(600_000)
    past.append(simulation.look())
    for _ in range(300):
        past.append(simulation.step())
    save(tmp_path / "run", head(), past.snapshot())
    session = open_session(tmp_path / "run")
    assert len(past.kept_steps()) < 300
    assert session.recording.kept_steps() == past.kept_steps()
    assert len(session.recording.metrics) == 301
    session.close()


def test_a_run_whose_name_no_file_can_hold_is_written_with_another_sign(tmp_path: Path) -> None:
    names = replace(head(), name="a\udcff", parent=Parent("b\ud800", 0))
    save(tmp_path / "run", names, saved_run().snapshot())
    session = open_session(tmp_path / "run")
    session.close()
    assert (session.head.name, session.head.parent) == ("a?", Parent("b?", 0))
