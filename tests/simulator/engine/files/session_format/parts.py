"""Session files taken apart and put together again, wrong in one thing."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from numpy.typing import NDArray
from safetensors.numpy import load
from safetensors.numpy import save as tensors_as_bytes

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.session import open_session
from metascope.simulator.engine.files.session_format.container import MemberWriter, scan
from metascope.simulator.engine.files.session_format.container import read as read_member
from tests.simulator.engine.files.session_format.runs import saved_bytes


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


def with_notes(data: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """Return a part with other notes."""
    size = int.from_bytes(data[:8], "little")
    notes = json.loads(json.loads(data[8 : 8 + size])["__metadata__"]["metascope"])
    change(notes)
    return tensors_as_bytes(load(data), {"metascope": json.dumps(notes)})


def with_tensors(data: bytes, **tensors: NDArray[Any]) -> bytes:
    """Return a part with other tensors."""
    size = int.from_bytes(data[:8], "little")
    metadata = json.loads(data[8 : 8 + size])["__metadata__"]
    return tensors_as_bytes({**load(data), **tensors}, metadata)
