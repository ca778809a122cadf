from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metascope.simulator.engine.files.session_format import container
from metascope.simulator.engine.files.session_format.container import MemberWriter, finished, read, scan
from metascope.simulator.engine.files.session_format.malformed import Malformed


def written(parts: list[bytes], *, finish: bool = True) -> io.BytesIO:
    file = io.BytesIO()
    writer = MemberWriter(file)
    for number, data in enumerate(parts):
        writer.add(f"part{number}", data)
    if finish:
        writer.finish()
    return file


def is_finished(data: bytes) -> bool:
    members = list(scan(io.BytesIO(data), len(data)))
    return finished(members, data[-container.ENDING :], len(data))


@given(st.lists(st.binary(max_size=200), max_size=5))
def test_what_is_written_is_read_with_and_without_a_directory(parts: list[bytes]) -> None:
    for finish in (True, False):
        file = written(parts, finish=finish)
        members = list(scan(file, len(file.getvalue())))
        assert [read(file, member) for member in members] == parts
        assert is_finished(file.getvalue()) is finish


@given(st.lists(st.binary(max_size=200), max_size=5))
def test_another_program_reads_it_and_finds_nothing_wrong(parts: list[bytes]) -> None:
    with zipfile.ZipFile(written(parts)) as archive:
        assert archive.testzip() is None
        assert [archive.read(name) for name in archive.namelist()] == parts


def test_a_part_is_deflated_where_that_makes_it_smaller() -> None:
    with zipfile.ZipFile(written([bytes(1000), b"one"])) as archive:
        small, stored = archive.infolist()
    assert (small.compress_type, stored.compress_type) == (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)
    assert small.compress_size < small.file_size == 1000


@pytest.mark.parametrize("claimed", [999, 1001, 4000])
def test_a_part_that_unpacks_to_another_size_than_it_claims_is_damaged(claimed: int) -> None:
    data = bytearray(written([bytes(1000)]).getvalue())
    struct.pack_into("<L", data, 22, claimed)
    member = next(scan(io.BytesIO(data), len(data)))
    with pytest.raises(Malformed, match="part0 is damaged"):
        read(io.BytesIO(data), member)


@given(st.binary(min_size=1, max_size=30), st.integers(0, 40))
def test_a_damaged_part_is_refused_whatever_is_damaged(other: bytes, place: int) -> None:
    data = bytearray(written([b"abcd" * 100]).getvalue())
    member = next(scan(io.BytesIO(data), len(data)))
    place = member.offset + min(place, member.packed - 1)
    before = bytes(data)
    data[place : place + len(other)] = other
    if bytes(data[: member.end]) == before[: member.end]:
        return
    with pytest.raises(Malformed, match="part0 is damaged"):
        read(io.BytesIO(data), member)


def test_writing_goes_on_where_the_directory_was(tmp_path: Path) -> None:
    file = written([b"one", b"two"])
    writer = MemberWriter(file, list(scan(file, len(file.getvalue()))))
    file.truncate(writer.end)
    file.seek(writer.end)
    writer.add("part2", b"three")
    writer.finish()
    assert file.getvalue() == written([b"one", b"two", b"three"]).getvalue()


def test_anything_after_the_directory_is_no_finished_file() -> None:
    data = written([b"one"]).getvalue()
    assert is_finished(data)
    assert not is_finished(data + b"x")
    assert not is_finished(data[:-1])


def test_what_has_changed_is_told_by_its_name() -> None:
    file = written([b"one", b"two"])
    first = next(scan(file, len(file.getvalue())))
    file.seek(first.offset)
    file.write(b"0")
    with pytest.raises(Malformed, match="part0 is damaged"):
        read(file, first)


def test_a_part_larger_than_the_limit_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MEMBER_LIMIT", 10)
    with pytest.raises(Malformed, match="at most 10 bytes"):
        written([bytes(11)])


def test_a_file_larger_than_a_zip_can_tell_of_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "FILE_LIMIT", 100)
    with pytest.raises(Malformed, match="at most 4 GB"):
        written([bytes(range(60)), bytes(range(60))])


def test_unzip_of_the_standard_library_lists_it(tmp_path: Path) -> None:
    (tmp_path / "file.zip").write_bytes(written([b"one"]).getvalue())
    command = [sys.executable, "-m", "zipfile", "--list", str(tmp_path / "file.zip")]
    assert "part0" in subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_part_that_would_unpack_to_far_more_than_it_takes_is_refused_and_never_written() -> None:
    data = bytearray(written([bytes(4000)]).getvalue())
    struct.pack_into("<L", data, 22, 1 << 20)
    with pytest.raises(Malformed, match="deflated or stored"):
        list(scan(io.BytesIO(data), len(data)))
    file = written([bytes(1 << 20)])
    assert read(file, next(scan(file, len(file.getvalue())))) == bytes(1 << 20)
