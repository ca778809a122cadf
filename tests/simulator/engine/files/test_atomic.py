from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.atomic import (
    atomic_write,
    check_writable,
    parse_json,
    read_bytes,
    read_json,
    read_text,
    replacing,
    tidy,
)

posix = pytest.mark.skipif(os.name != "posix", reason="modes, links and pipes as POSIX has them")


@contextmanager
def full_disk(limit: int) -> Iterator[None]:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def problems(text: str) -> list[str]:
    with pytest.raises(UserError) as caught:
        parse_json(text, "here")
    return [str(problem) for problem in caught.value.problems]


@posix
def test_a_new_file_gets_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        atomic_write(tmp_path / "new", b"data")
    finally:
        os.umask(before)
    assert (tmp_path / "new").read_bytes() == b"data"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


@posix
def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    path.chmod(0o604)
    atomic_write(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


@posix
def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "folder" / "target")
    atomic_write(link, b"data")
    assert link.is_symlink()
    assert (tmp_path / "folder" / "target").read_bytes() == b"data"


@posix
@pytest.mark.parametrize("kind", ["folder", "pipe", "loop"])
def test_what_is_no_file_is_refused_and_left_alone(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "thing"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(path)
    with pytest.raises(UserError, match="thing: cannot be written"):
        atomic_write(path, b"data")
    assert os.listdir(tmp_path) == ["thing"]
    assert not stat.S_ISREG(path.lstat().st_mode)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    with full_disk(1000), pytest.raises(UserError, match="old: cannot be written: File too large"):
        atomic_write(path, bytes(5000))
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["old"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nowhere/file: cannot be written: No such file or directory"):
        atomic_write(tmp_path / "nowhere" / "file", b"")


def test_a_file_larger_than_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(bytes(101))
    assert len(read_bytes(path, 101)) == 101
    with pytest.raises(UserError, match="must be at most 100 bytes"):
        read_bytes(path, 100)


@posix
def test_reading_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match="must be a file"):
        read_bytes(tmp_path / "pipe", 100)


def test_reading_what_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read: No such file or directory"):
        read_text(tmp_path / "nothing")


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_text(Path("a\0b"))
    with pytest.raises(UserError, match="cannot be written"):
        atomic_write(Path("a\0b"), b"")


def test_text_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes("Schürf".encode("latin-1"))
    with pytest.raises(UserError, match="must be UTF-8 text"):
        read_text(tmp_path / "latin")


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "windows.json").write_bytes(b'\xef\xbb\xbf{"a": 1}')
    assert read_json(tmp_path / "windows.json") == {"a": 1}


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_are_not_finite_are_refused(number: str) -> None:
    assert problems(f'{{"a": {number}}}') == [
        f"here: numbers must be finite, not {number}",
    ]


def test_every_problem_of_a_document_is_told_at_once() -> None:
    found = problems(f'{{"a": 1, "a": NaN, "b": {"9" * 5000}}}')
    assert found == [
        "here: numbers must be finite, not NaN",
        "here: a whole number must have at most 20 digits",
        'here: the name "a" must appear only once',
    ]


@pytest.mark.parametrize("depth", [40, 100_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    assert problems("[" * depth + "]" * depth) == ["here: lists and objects must be at most 32 levels deep"]


def test_nesting_up_to_the_limit_is_read() -> None:
    parse_json("[" * 32 + "]" * 32, "here")


def test_what_is_no_json_is_refused_with_its_line() -> None:
    assert problems('{"a": 1,\n"b" 2}') == ["here: must be JSON: Expecting ':' delimiter (line 2)"]


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ('{"a": 1,\n}', 1, "no comma stands behind the last entry"),
        ("[\n1, \n]", 2, "no comma stands behind the last entry"),
        ('{"a": 1, // one\n"b": 2}', 1, "there are no comments in JSON"),
        ("{\n“a”: 1}", 2, "names and texts stand between straight quotation marks"),
        ("{'a': 1}", 1, "names and texts stand between straight quotation marks"),
        ('{"a": "one\ntwo"}', 1, "a line break within a text is written \\n"),
        ('{"a": "\\alpha"}', 1, "a backslash within a text is written twice"),
        ('{"a": 1 "b": 2}', 1, "a comma or a bracket is missing before"),
    ],
)
def test_what_people_write_by_hand_is_told_in_their_words(text: str, line: int, hint: str) -> None:
    (problem,) = problems(text)
    assert f"(line {line}): {hint}" in problem


@pytest.mark.parametrize("text", ['"\\ud800"', '["a", {"b": "\\uDFFFx"}]', '{"\\ud83d": 1}', '"\ud800"'])
def test_half_of_a_surrogate_pair_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="half of a surrogate pair"):
        parse_json(text, "file")


def test_a_whole_surrogate_pair_is_read() -> None:
    assert parse_json('"\\ud83d\\ude00"', "file") == "😀"


def test_whether_a_place_can_be_written_to_is_found_without_a_trace(tmp_path: Path) -> None:
    check_writable(tmp_path / "new")
    assert list(tmp_path.iterdir()) == []
    for path in (tmp_path / "no" / "new", tmp_path):
        with pytest.raises(UserError, match="cannot be written"):
            check_writable(path)
    assert list(tmp_path.iterdir()) == []


_KILLED = """
import os
import signal
import sys
from pathlib import Path
from metascope.simulator.engine.files.atomic import replacing
with replacing(Path(sys.argv[1])) as temporary:
    temporary.write_bytes(b"half of it")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@posix
def test_what_a_killed_process_left_goes_with_the_first_write_of_the_next_one(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path / "new")], check=False)
    (left,) = tmp_path.iterdir()
    assert left.read_bytes() == b"half of it"
    os.utime(left)
    assert tidy(tmp_path) == 0  # so soon after its last write
    os.utime(left, (time.time() - 10, time.time() - 10))
    atomic_write(tmp_path / "new", b"data")
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


@posix
def test_temporary_files_of_the_living_of_strangers_and_of_people_stay(tmp_path: Path) -> None:
    with replacing(tmp_path / "mine") as living:
        here = living.name.split(".")[2].split("-")[0]
        names = {
            living.name: 10,  # its process lives
            f".0123456789abcdef.{here}-{os.getpid()}.tmp": 10,
            ".0123456789abcdef.00000000-1.tmp": 10,  # of another machine
            ".0123456789abcdef.tmp": 10,  # of an older program
            ".0123456789abcdeg.tmp": 1e6,
            "0123456789abcdef.tmp": 1e6,
            ".0123456789abcdef.tmp.txt": 1e6,
            f".0123456789abcdef.{here}-0.tmp": 1e6,
            "notes.tmp": 1e6,
        }
        (tmp_path / ".fedcba9876543210.tmp").mkdir()
        (tmp_path / ".aaaaaaaaaaaaaaaa.tmp").symlink_to(tmp_path / "notes.tmp")
        for name, age in names.items():
            (tmp_path / name).write_bytes(b"")
            os.utime(tmp_path / name, (time.time() - age, time.time() - age))
        before = set(os.listdir(tmp_path))
        assert tidy(tmp_path) == 0
        assert set(os.listdir(tmp_path)) == before


@posix
def test_temporary_files_that_nobody_wrote_to_for_an_hour_go(tmp_path: Path) -> None:
    names = [".0123456789abcdef.tmp", ".0123456789abcdef.00000000-1.tmp", f".0123456789abcdef.00000000-{1 << 33}.tmp"]
    for name in names:
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (time.time() - 4000, time.time() - 4000))
    assert tidy(tmp_path) == len(names)
    assert tidy(tmp_path / "nowhere") == 0
