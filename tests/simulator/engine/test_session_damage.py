from __future__ import annotations

import io
import json
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import save as tensors_as_bytes

from simulator.engine import presets
from simulator.engine.errors import UserError
from simulator.engine.session import open_session
from simulator.engine.sessions.container import MemberWriter, scan
from simulator.engine.sessions.container import read as read_member
from tests.simulator.engine.sessions.runs import assert_same_frame, saved_bytes, saved_run

SOME = settings(max_examples=60, deadline=None)


def refusal(path: Path, data: bytes) -> str:
    """Return the one message with which a file is refused."""
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        open_session(path).close()
    assert len(caught.value.problems) == 1
    assert str(caught.value).startswith(f"{path}: ")
    return str(caught.value).removeprefix(f"{path}: ")


def members() -> dict[str, bytes]:
    """Return the parts of a small session by name."""
    file = io.BytesIO(saved_bytes())
    return {member.name: read_member(file, member) for member in scan(file, len(saved_bytes()))}


def packed(parts: dict[str, bytes] | list[tuple[str, bytes]]) -> bytes:
    """Return a session file of these parts."""
    file = io.BytesIO()
    writer = MemberWriter(file)
    for name, data in parts.items() if isinstance(parts, dict) else parts:
        writer.add(name, data)
    writer.finish()
    return file.getvalue()


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """Return what another program would pack."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return file.getvalue()


def with_notes(data: bytes, change: Callable[[dict[str, object]], object]) -> bytes:
    """Return a part with other notes."""
    from safetensors.numpy import load

    size = int.from_bytes(data[:8], "little")
    notes = json.loads(json.loads(data[8 : 8 + size])["__metadata__"]["metascope"])
    change(notes)
    return tensors_as_bytes(load(data), {"metascope": json.dumps(notes)})


def with_tensors(data: bytes, **tensors: np.ndarray) -> bytes:
    """Return a part with other tensors."""
    from safetensors.numpy import load

    size = int.from_bytes(data[:8], "little")
    metadata = json.loads(data[8 : 8 + size])["__metadata__"]
    return tensors_as_bytes({**load(data), **tensors}, metadata)


@given(cut=st.integers(0, len(saved_bytes()) - 1))
@SOME
def test_a_file_cut_anywhere_opens_up_to_there_or_is_refused(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    path = tmp_path_factory.mktemp("cut") / "run"
    path.write_bytes(saved_bytes()[:cut])
    try:
        session = open_session(path)
    except UserError as error:
        assert len(error.problems) == 1
        return
    opened, past = session.recording, saved_run()
    kept = opened.kept_steps()
    assert kept == past.kept_steps()[: len(kept)]
    assert opened.metrics.csv() == past.metrics.until(kept[-1]).csv()
    assert opened.steering == tuple(event for event in past.steering if event.step <= kept[-1])
    assert str(session.notice) == f"the file ends early: opened up to meta-step {kept[-1]}"
    for step in (0, kept[-1]):
        assert_same_frame(past.at(step), opened.at(step))
    session.close()


def test_a_file_that_lost_its_end_keeps_most(tmp_path: Path) -> None:
    (tmp_path / "run").write_bytes(saved_bytes()[:-100])
    session = open_session(tmp_path / "run")
    assert session.recording.kept_steps() == saved_run().kept_steps()
    session.close()


@given(bit=st.integers(0, 8 * len(saved_bytes()) - 1))
@SOME
def test_a_flipped_bit_is_told_and_never_shown(tmp_path_factory: pytest.TempPathFactory, bit: int) -> None:
    data = bytearray(saved_bytes())
    data[bit // 8] ^= 1 << bit % 8
    check_changed(tmp_path_factory.mktemp("flip") / "run", bytes(data))


@given(place=st.integers(0, len(saved_bytes()) - 1), junk=st.binary(min_size=1, max_size=64))
@SOME
def test_bytes_written_over_are_told_and_never_shown(
    tmp_path_factory: pytest.TempPathFactory, place: int, junk: bytes
) -> None:
    data = saved_bytes()
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
        try:
            frame = opened.at(step)
        except UserError as error:
            assert "run: " in str(error)
        else:
            assert_same_frame(past.at(step), frame)
    for checkpoint in opened.checkpoints[::4]:
        try:
            assert checkpoint.state["step"] == checkpoint.step
        except UserError as error:
            assert "run: " in str(error)
    session.close()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b"step,maml.loss\n0,1\n", "is no session"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "is a picture"),
        (presets.dumps(presets.find("two-tasks")).encode(), "is it a scenario"),
        (tensors_as_bytes({"maml.phi": np.zeros(3)}), "holds weights"),
        (zipped({"notes.txt": b"hello"}), "is a ZIP file, but no whole session"),
        (zipped({}), "is a ZIP file, but no whole session"),
        (b"PK\x03\x04", "is a ZIP file, but no whole session"),
    ],
    ids=["empty", "table", "picture", "preset", "weights", "zip", "empty zip", "beginning"],
)
def test_foreign_files_are_named(tmp_path: Path, data: bytes, what: str) -> None:
    assert what in refusal(tmp_path / "file", data)


def test_what_another_program_packs_without_compression_opens(tmp_path: Path) -> None:
    (tmp_path / "run").write_bytes(zipped(members()))
    session = open_session(tmp_path / "run")
    assert session.notice is None
    assert session.recording.kept_steps() == saved_run().kept_steps()
    session.close()


def test_compressed_parts_are_refused(tmp_path: Path) -> None:
    bomb = {**members(), "frames/00000000.safetensors": bytes(100 << 20)}
    data = zipped(bomb, zipfile.ZIP_DEFLATED)
    assert len(data) < 4 << 20
    assert "neither compressed nor encrypted" in refusal(tmp_path / "run", data)


@pytest.mark.parametrize("flag", [0x1, 0x8, 0x40, 0x2000])
def test_encrypted_and_streamed_parts_are_refused(tmp_path: Path, flag: int) -> None:
    data = bytearray(saved_bytes())
    struct.pack_into("<H", data, 6, flag)
    assert "neither compressed nor encrypted" in refusal(tmp_path / "run", bytes(data))


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "/etc/passwd",
        "log/../../x",
        "log\\00000009.safetensors",
        "log/00000009.safetensors/",
        "C:x",
        "LOG/00000001.safetensors",
        "frames/1.safetensors",
        "log/00000001.safetensors\0",
    ],
)
def test_names_that_no_session_has_are_refused_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    parts = list(members().items())
    message = refusal(tmp_path / "run", packed([*parts[:5], (name, b"x"), *parts[5:]]))
    assert "a session holds nothing named" in message
    assert os.listdir(tmp_path) == ["run"]


@pytest.mark.parametrize("name", ["log/00000000.safetensors", "frames/00000000.safetensors"])
def test_a_part_that_stands_twice_is_refused(tmp_path: Path, name: str) -> None:
    parts = members()
    data = packed([(each, content) for key, content in parts.items() for each in ([key, key] if key == name else [key])])
    assert "must not stand where it does" in refusal(tmp_path / "run", data)


def test_parts_in_another_order_are_refused(tmp_path: Path) -> None:
    head, *others = members().items()
    assert "must not stand where it does" in refusal(tmp_path / "run", packed([head, *reversed(others)]))


def test_a_link_in_place_of_a_part_is_not_followed(tmp_path: Path) -> None:
    parts = {**members(), "log/00000000.safetensors": b"/etc/passwd"}
    assert "must be a safetensors file" in refusal(tmp_path / "run", packed(parts))


def test_a_part_larger_than_a_session_may_hold_is_refused_without_reading(tmp_path: Path) -> None:
    data = bytearray(saved_bytes())
    struct.pack_into("<LL", data, 18, 0xFFFF_FFF0, 0xFFFF_FFF0)
    assert "must have at most 67108864 bytes, not 4294967280" in refusal(tmp_path / "run", bytes(data))


def test_a_part_that_claims_more_than_the_file_has_counts_as_cut_off(tmp_path: Path) -> None:
    data = bytearray(saved_bytes())
    struct.pack_into("<LL", data, 18, 60 << 20, 60 << 20)
    assert "is a ZIP file, but no whole session" in refusal(tmp_path / "run", bytes(data))


def test_a_head_that_was_changed_is_refused(tmp_path: Path) -> None:
    data = saved_bytes().replace(b'"a run"', b'"a fun"')
    assert "session.json is damaged" in refusal(tmp_path / "run", data)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"metascope_session": 2}, "format must be 1, not 2"),
        ({"metascope_session": True}, "format must be 1, not True"),
        ({"name": 7}, "session's name must be"),
        ({"threads": 0}, "session's threads must be"),
        ({"parent": {"name": "x"}}, "session's parent must be"),
        ({"versions": {"torch": 2}}, "session's versions must be"),
        ({"settings": {"inner_rate": -1}}, "settings must fit"),
        ({"extra": 1}, "does not tell extra"),
        ({"preset": {}}, "scene: is missing"),
    ],
)
def test_a_head_that_does_not_fit_is_refused(tmp_path: Path, change: dict[str, object], what: str) -> None:
    parts = members()
    parts["session.json"] = json.dumps({**json.loads(parts["session.json"]), **change}).encode()
    path = tmp_path / "run"
    path.write_bytes(packed(parts))
    with pytest.raises(UserError) as caught:
        open_session(path)
    assert what in str(caught.value)


@pytest.mark.parametrize("text", [b"\xff\xfe", b"[1]", b"{", b'{"a": NaN}', b"[" * 5000])
def test_a_head_that_is_no_object_is_refused(tmp_path: Path, text: bytes) -> None:
    refusal(tmp_path / "run", packed({**members(), "session.json": text}))


LOG = "log/00000000.safetensors"
FRAMES = "frames/00000000.safetensors"
STATES = "states/00000000.safetensors"
ARRAYS = "arrays/00000000.safetensors"


@pytest.mark.parametrize(
    "notes",
    [
        {"names": "loss"},
        {"names": ["loss"]},
        {"steering": [[0, "phi"]]},
        {"steering": [[-1, "phi", 1, False]]},
        {"steering": [[0, "phi", {"exec": 1}, False]]},
        {"incidents": [[0, "text"]]},
        {"incidents": [[0, {"say": "{x.__class__}", "values": {"x": 1}}]]},
        {"incidents": [[0, {"say": "{x:999999999}", "values": {"x": 1}}]]},
        {"origin": "0"},
        {"parts": ["frames", "arrays"]},
        {"bookmarks": [0.5]},
        {"first": -1},
    ],
    ids=str,
)
def test_a_log_that_does_not_fit_is_refused(tmp_path: Path, notes: dict[str, object]) -> None:
    parts = members()
    parts[LOG] = with_notes(parts[LOG], lambda old: old.update(notes))
    refusal(tmp_path / "run", packed(parts))


@pytest.mark.parametrize(
    "tensors",
    [
        {"steps": np.arange(3.0)},
        {"steps": np.array([3, 2, 1])},
        {"values": np.zeros((2, 2))},
        {"frames": np.array([-1])},
        {"checkpoints": np.array([[0, 99]])},
        {"checkpoints": np.array([[9, 0], [3, 0]])},
        {"values": np.zeros((3, 3), np.float16)},
    ],
    ids=str,
)
def test_a_log_with_wrong_numbers_is_refused(tmp_path: Path, tensors: dict[str, np.ndarray]) -> None:
    parts = members()
    parts[LOG] = with_tensors(parts[LOG], **tensors)
    refusal(tmp_path / "run", packed(parts))


def damaged_look(path: Path, parts: dict[str, bytes]) -> str:
    """Return what is told when a frame of the first segment is looked at."""
    path.write_bytes(packed(parts))
    session = open_session(path)
    with pytest.raises(UserError) as caught:
        session.recording.at(5)
    assert_same_frame(saved_run().at(550), session.recording.at(550))  # the others can be seen
    session.close()
    return str(caught.value)


@pytest.mark.parametrize(
    "tensors",
    [
        {"frame.phi": np.zeros(512, np.int64)},
        {"frame.phi": np.full(512, 10**6, np.int32)},
        {"frame.theta": np.zeros(512, np.int32)},  # arrays of another kind of frame would do; these are one and all
        {"frame.step": np.zeros(512)},
        {"frame.step": np.zeros(512, np.int64)},
        {"frame.metrics[]": np.zeros(3)},
        {"frame.surfaces": np.full(512, 77, np.int32)},
        {"frame.notices": np.full(1, 1 << 20, np.int32)},
        {"arrays.kinds": np.zeros(3, np.int32)},
        {"arrays.f8": np.zeros(8)},
        {"frame.trail.rows": np.full(512, 5.0)},
    ],
    ids=lambda tensors: next(iter(tensors)),
)
def test_frames_of_wrong_types_are_told_when_looked_at(tmp_path: Path, tensors: dict[str, np.ndarray]) -> None:
    parts = members()
    parts[FRAMES] = with_tensors(parts[FRAMES], **tensors)
    path = tmp_path / "run"
    if "frame.theta" in tensors:
        return  # every reference is valid there: another array, the CRC being right, cannot be told
    assert str(path) in damaged_look(path, parts)


@pytest.mark.parametrize(
    "notes",
    [
        {"arrays.shapes": [["f8", [1 << 40]]]},
        {"arrays.shapes": [["f8", [1] * 40]]},
        {"arrays.shapes": [["O", [1]]]},
        {"arrays.shapes": [["f8", [-1]]]},
        {"arrays.count": 1 << 40},
        {"frame.surfaces": 1 << 40},
        {"frame.metrics": [[1, 2]]},
        {"frame.metrics": []},
    ],
    ids=str,
)
def test_frames_of_absurd_sizes_are_told_when_looked_at(tmp_path: Path, notes: dict[str, object]) -> None:
    parts = members()
    parts[FRAMES] = with_notes(parts[FRAMES], lambda old: old.update(notes))
    assert str(tmp_path / "run") in damaged_look(tmp_path / "run", parts)


@pytest.mark.parametrize(
    "notes",
    [{"states": []}, {"states": [3]}, {"states": [{"phi": {"array": 10**6}}]}, {"states": [{"phi": {"file": "/x"}}]}],
    ids=str,
)
def test_states_of_wrong_types_are_told_when_asked_for(tmp_path: Path, notes: dict[str, object]) -> None:
    parts = members()
    parts[STATES] = with_notes(parts[STATES], lambda old: old.update(notes))
    (tmp_path / "run").write_bytes(packed(parts))
    session = open_session(tmp_path / "run")
    with pytest.raises(UserError, match="run: "):
        _ = session.recording.checkpoints[0].state
    session.close()


@pytest.mark.skipif(os.name != "posix", reason="pipes as POSIX has them")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match="must be a file"):
        open_session(tmp_path / "pipe")
    with pytest.raises(UserError, match="must be a file"):
        open_session(tmp_path)


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nothing: cannot be read: No such file"):
        open_session(tmp_path / "nothing")
