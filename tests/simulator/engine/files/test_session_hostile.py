from __future__ import annotations

import json
import os
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save as tensors_as_bytes

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.session import open_session
from metascope.simulator.engine.files.session_format import logs, reading
from tests.simulator.engine.files.session_format.parts import members, packed, refusal, zipped
from tests.simulator.engine.files.session_format.runs import saved_bytes, saved_run


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b"step,maml.loss\n0,1\n", "is not a session"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "is a picture"),
        (presets.dumps(presets.find("two-tasks")).encode(), "is it a scenario"),
        (tensors_as_bytes({"maml.phi": np.zeros(3)}), "holds weights"),
        (zipped({"notes.txt": b"hello"}), "is a ZIP file, but not a complete session"),
        (zipped({}), "is a ZIP file, but not a complete session"),
        (b"PK\x03\x04", "is a ZIP file, but not a complete session"),
    ],
    ids=["empty", "table", "picture", "preset", "weights", "zip", "empty zip", "beginning"],
)
def test_foreign_files_are_named(tmp_path: Path, data: bytes, what: str) -> None:
    assert what in refusal(tmp_path / "file", data)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_what_another_program_packs_opens(tmp_path: Path, method: int) -> None:
    (tmp_path / "run").write_bytes(zipped(members(), method))
    session = open_session(tmp_path / "run")
    assert session.notice is None
    assert session.recording.kept_steps() == saved_run().kept_steps()
    session.close()


@pytest.mark.slow
def test_parts_packed_by_an_unusual_method_are_refused(tmp_path: Path) -> None:
    data = zipped(members(), zipfile.ZIP_LZMA)
    assert "must be deflated or stored" in refusal(tmp_path / "run", data)


def test_a_part_that_unpacks_to_more_than_a_session_may_hold_is_refused_without_unpacking(tmp_path: Path) -> None:
    data = zipped({**members(), "frames/00000000.safetensors": bytes(100 << 20)}, zipfile.ZIP_DEFLATED)
    assert len(data) < 4 << 20
    assert "must have at most 67108864 bytes, not 104857600" in refusal(tmp_path / "run", data)


@pytest.mark.parametrize("flag", [0x1, 0x8, 0x40, 0x2000])
def test_encrypted_and_streamed_parts_are_refused(tmp_path: Path, flag: int) -> None:
    data = bytearray(saved_bytes())
    struct.pack_into("<H", data, 6, flag)
    assert "deflated or stored, and not encrypted" in refusal(tmp_path / "run", bytes(data))


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
    assert "a session has no part named" in message
    assert os.listdir(tmp_path) == ["run"]


def test_logs_that_unpack_to_more_than_may_be_held_are_refused_without_unpacking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = sum(len(content) for name, content in members().items() if name.startswith("log/"))
    monkeypatch.setattr(reading, "LOGS_LIMIT", held - 1)
    monkeypatch.setattr(logs, "loads", None)  # nothing of them is read
    assert f"its logs must have at most {held - 1} bytes" in refusal(tmp_path / "run", saved_bytes())


@pytest.mark.parametrize("name", ["log/00000000.safetensors", "frames/00000000.safetensors"])
def test_a_part_that_stands_twice_is_refused(tmp_path: Path, name: str) -> None:
    parts = members()
    data = packed([(key, content) for key, content in parts.items() for _ in range(1 + (key == name))])
    assert "is in the wrong place" in refusal(tmp_path / "run", data)


def test_parts_in_another_order_are_refused(tmp_path: Path) -> None:
    head, *others = members().items()
    assert "is in the wrong place" in refusal(tmp_path / "run", packed([head, *reversed(others)]))


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
    assert "is a ZIP file, but not a complete session" in refusal(tmp_path / "run", bytes(data))


def test_a_head_that_was_changed_is_refused(tmp_path: Path) -> None:
    data = bytearray(saved_bytes())
    data[100] ^= 1
    assert "session.json is damaged" in refusal(tmp_path / "run", bytes(data))


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"metascope_session": 4}, "format must be 3, not 4: it is from a newer Metascope"),
        ({"metascope_session": True}, "format must be 3, not True"),
        ({"name": 7}, "session's name must be"),
        ({"threads": 0}, "session's threads must be"),
        ({"parent": {"name": "x"}}, "session's parent must be"),
        ({"versions": {"torch": 2}}, "session's versions must be"),
        ({"settings": {"inner_rate": -1}}, "settings must be valid"),
        ({"extra": 1}, "must not have extra"),
        ({"preset": {}}, "story: is missing"),
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


def test_parts_with_extensions_are_refused(tmp_path: Path) -> None:
    data = bytearray(saved_bytes())
    struct.pack_into("<H", data, 28, 4)
    assert "must have the names of a session's parts" in refusal(tmp_path / "run", bytes(data))


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
