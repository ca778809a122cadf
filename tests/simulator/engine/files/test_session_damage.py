from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.session import open_session
from metascope.simulator.engine.files.session_format.container import scan
from tests.simulator.engine.files.session_format.parts import members, packed, refusal
from tests.simulator.engine.files.session_format.runs import assert_same_frame, saved_bytes, saved_run

PLACES = st.integers(0, 2**40)  # in the file, once around and again
SOME = settings(max_examples=25, deadline=None)


def _first_end() -> int:
    """Return where the first segment ends: a file cut before there holds no part of the run."""
    found = list(scan(io.BytesIO(saved_bytes()), len(saved_bytes())))
    return next(member.end for member in found if member.name.startswith("frames"))


@given(where=PLACES)
@SOME
def test_a_file_cut_anywhere_opens_up_to_there_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, where: int
) -> None:
    path = tmp_path_factory.mktemp("cut") / "run"
    cut = where % len(saved_bytes())
    path.write_bytes(saved_bytes()[:cut])
    if cut < _first_end():
        refusal(path, path.read_bytes())
        return
    session = open_session(path)
    opened, past = session.recording, saved_run()
    kept = opened.kept_steps()
    assert kept == past.kept_steps()[: len(kept)]
    assert opened.metrics.csv() == past.metrics.until(kept[-1]).csv()
    assert opened.steering == tuple(event for event in past.steering if event.step <= kept[-1])
    assert str(session.notice) == f"the file ends early: opened up to meta-step {kept[-1]}"
    assert not session.damaged  # by what a write leaves that did not come to its end
    for step in (0, kept[-1]):
        assert_same_frame(past.at(step), opened.at(step))
    session.close()


def test_a_file_that_lost_its_end_keeps_most(tmp_path: Path) -> None:
    (tmp_path / "run").write_bytes(saved_bytes()[:-100])
    session = open_session(tmp_path / "run")
    assert session.recording.kept_steps() == saved_run().kept_steps()
    session.close()


@given(where=PLACES, bit=st.integers(0, 7))
@SOME
def test_a_flipped_bit_is_told_and_never_shown(tmp_path_factory: pytest.TempPathFactory, where: int, bit: int) -> None:
    data = bytearray(saved_bytes())
    data[where % len(data)] ^= 1 << bit
    check_changed(tmp_path_factory.mktemp("flip") / "run", bytes(data))


@pytest.mark.slow
@given(where=PLACES, junk=st.binary(min_size=1, max_size=64))
@SOME
def test_bytes_written_over_are_told_and_never_shown(
    tmp_path_factory: pytest.TempPathFactory, where: int, junk: bytes
) -> None:
    data = saved_bytes()
    place = where % len(data)
    check_changed(tmp_path_factory.mktemp("junk") / "run", data[:place] + junk + data[place + len(junk) :])


def check_changed(path: Path, data: bytes) -> None:
    """Fail where a changed file shows another number than was saved, or something else than a UserError."""
    path.write_bytes(data)
    try:
        session = open_session(path)
    except UserError:
        return
    opened, past = session.recording, saved_run()
    kept = opened.kept_steps()
    assert session.notice is not None or kept == past.kept_steps()
    assert opened.metrics.csv() == past.metrics.until(kept[-1]).csv()
    for step in kept[::20]:
        with suppress(UserError):
            assert_same_frame(past.at(step), opened.at(step))
    for checkpoint in opened.checkpoints[::4]:
        with suppress(UserError):
            assert checkpoint.state["step"] == checkpoint.step
    session.close()


@pytest.mark.parametrize("part", ["header", "contents"])
def test_what_follows_a_damaged_part_is_missing_but_not_for_want_of_an_end(tmp_path: Path, part: str) -> None:
    data = bytearray(packed(members()))
    logs = [one for one in scan(io.BytesIO(data), len(data)) if one.name.startswith("log/")]
    assert len(logs) > 2
    middle = logs[len(logs) // 2]
    data[middle.offset - len(middle.name) - 30 if part == "header" else middle.offset + middle.packed // 2] ^= 255
    (tmp_path / "run").write_bytes(data)
    session = open_session(tmp_path / "run")
    assert session.damaged
    assert session.notice is not None
    session.close()


def test_the_end_of_a_file_that_never_reached_the_disk_is_left_out(tmp_path: Path) -> None:
    data = packed(members())
    end = list(scan(io.BytesIO(data), len(data)))[-1].end
    (tmp_path / "run").write_bytes(data[: end - 1000] + bytes(1000))
    session = open_session(tmp_path / "run")
    kept = session.recording.kept_steps()
    assert 100 < len(kept) < len(saved_run().kept_steps())
    assert str(session.notice) == f"the file ends early: opened up to meta-step {kept[-1]}"
    assert not session.damaged
    session.close()
