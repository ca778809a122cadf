"""Slots: a folder for each process, never shared, and what dead ones left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from metascope.scenes.files.recovery_dialog import _told
from metascope.scenes.files.slots import (
    ABANDONED,
    CLOSED,
    CLOSED_KEPT,
    INDEX,
    LOCK,
    Slot,
    SlotRun,
    forget_closed,
    last_closed,
    leftovers,
)
from metascope.simulator.engine.errors import UserError

RUN = SlotRun(key=1, name="Two tasks", step=12, current=True)


def filled(parent: Path, *runs: SlotRun) -> Slot:
    """Return a slot with an index and (empty) files of these runs."""
    slot = Slot.new(parent)
    slot.write_index(runs)
    for run in runs:
        slot.path(run.key).write_bytes(b"")
    return slot


@pytest.mark.slow
def test_two_processes_do_not_share_a_slot(tmp_path: Path) -> None:
    slot = filled(tmp_path, RUN)
    imports = "from pathlib import Path; from metascope.scenes.files.slots import *;"
    code = f"{imports} print(len(leftovers(Path({str(tmp_path)!r}))))"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == "0"
    with pytest.raises(UserError, match="in use by another instance"):
        Slot(slot.folder)
    slot.remove()


def test_what_a_dead_process_left_is_found_and_locked(tmp_path: Path) -> None:
    code = (
        "import os; from pathlib import Path; from metascope.scenes.files.slots import *;"
        f"slot = Slot.new(Path({str(tmp_path)!r})); slot.write_index([SlotRun(key=1, name='a', step=2)]);"
        "slot.path(1).write_bytes(b''); print(slot.folder); os.kill(os.getpid(), 9)"
    )
    dead = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert dead.returncode == -9
    (found,) = leftovers(tmp_path)
    assert str(found.folder) == dead.stdout.strip()
    assert found.runs() == (SlotRun(key=1, name="a", step=2),)
    assert leftovers(tmp_path) == ()  # it is this process's now
    found.remove()
    assert os.listdir(tmp_path) == []


def test_a_slot_that_another_has_taken_over_is_removed_without_a_question(tmp_path: Path) -> None:
    slot = filled(tmp_path, RUN)
    slot.say_taken_over()
    slot.release()
    assert leftovers(tmp_path) == ()
    assert os.listdir(tmp_path) == []


def test_an_empty_slot_is_removed(tmp_path: Path) -> None:
    Slot.new(tmp_path).release()
    assert leftovers(tmp_path) == ()
    assert os.listdir(tmp_path) == []


def test_the_index_comes_back_parents_first_without_runs_that_have_no_file(tmp_path: Path) -> None:
    branch = SlotRun(key=2, name="branch", step=9, parent=1, branched=4)
    slot = filled(tmp_path, branch, RUN)
    slot.write_index([branch, RUN, SlotRun(key=3, name="never written", step=0)])
    assert slot.runs() == (RUN, branch)
    slot.remove()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "JSON"),
        ("[]", "list at most 256 runs"),
        ('{"runs": 3}', "list at most 256 runs"),
        ('{"runs": [1]}', "for each run"),
        (json.dumps({"runs": [{"key": 1}]}), "for each run"),
        (
            json.dumps(
                {"runs": [{"key": "../x", "name": "", "step": 0, "parent": None, "branched": 0, "current": True}]}
            ),
            "key must not be '../x'",
        ),
        (json.dumps({"runs": [{}] * 300}), "at most 256"),
    ],
)
def test_an_index_of_a_stranger_is_refused(tmp_path: Path, text: str, told: str) -> None:
    slot = Slot.new(tmp_path)
    (slot.folder / INDEX).write_text(text)
    with pytest.raises(UserError, match=told):
        slot.runs()
    slot.remove()


def test_a_link_in_the_place_of_a_slot_is_left_alone(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "run-1.metascope").write_bytes(b"mine")
    slots = tmp_path / "slots"
    slots.mkdir()
    (slots / "slot-0").symlink_to(elsewhere)
    assert leftovers(slots) == ()
    assert (elsewhere / "run-1.metascope").read_bytes() == b"mine"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be created"):
        Slot.new(tmp_path / "file")


def test_a_lock_that_lives_is_not_broken_by_its_age(tmp_path: Path) -> None:
    slot = filled(tmp_path, RUN)
    os.utime(slot.folder / LOCK, (0, 0))
    other = QLockFile(str(slot.folder / LOCK))
    other.setStaleLockTime(0)
    assert not other.tryLock(0)
    slot.remove()


LOCK_OF_ANOTHER = (
    "13953\npython3.11\nlab-pc-07\n0123456789abcdef0123456789abcdef\n11111111-2222-3333-4444-555555555555\n"
)


@pytest.mark.parametrize(("lock", "machine"), [(LOCK_OF_ANOTHER, "lab-pc-07"), ("", ""), ("garbage", "")])
def test_what_a_process_of_another_machine_left_is_offered_with_its_name_after_an_hour(
    tmp_path: Path, lock: str, machine: str
) -> None:
    slot = filled(tmp_path, RUN)
    slot.release()
    (slot.folder / LOCK).write_text(lock)
    assert leftovers(tmp_path) == ()  # it may be alive
    written = time.time() - ABANDONED - 60.0
    for path in slot.folder.iterdir():
        os.utime(path, (written, written))
    (slot.folder / INDEX).touch()
    assert leftovers(tmp_path) == ()  # it is
    os.utime(slot.folder / INDEX, (written, written))
    for _ in range(2):  # and at the next start, if the person decides later
        (found,) = leftovers(tmp_path)
        assert found.runs() == (RUN,)
        assert found.machine == machine
        found.release()
    assert slot.machine == machine
    (found,) = leftovers(tmp_path)
    assert machine in _told([found])[0]
    assert _told([found])[0].startswith("Two tasks: meta-step 12, ")
    found.remove()
    assert os.listdir(tmp_path) == []


def test_of_closed_slots_the_last_one_stays_and_dead_ones_are_left_alone(tmp_path: Path) -> None:
    first, second, dead = (filled(tmp_path, RUN) for _ in range(3))
    for slot, written in ((first, 100), (second, 200), (dead, 300)):
        os.utime(slot.path(1), (written, written))
    first.say_closed()
    second.say_closed()
    for slot in (first, second, dead):
        slot.release()
    last = last_closed(tmp_path)
    assert last is not None
    assert last.folder == second.folder
    assert first.folder.exists()
    (found,) = leftovers(tmp_path)
    assert found.folder == dead.folder
    for slot in (last, found):
        slot.remove()


def test_of_many_closed_slots_the_last_ones_stay_and_those_of_windows_open_at_once(tmp_path: Path) -> None:
    slots = [filled(tmp_path, RUN) for _ in range(CLOSED_KEPT + 3)]
    for age, slot in enumerate(slots):
        os.utime(slot.path(1), (1000 - age, 1000 - age))
        slot.say_closed()
        os.utime(slot.folder / CLOSED, (1000 - age, 1000 - age))
        slot.release()
    forget_closed(tmp_path, began=0.0)
    assert all(slot.folder.exists() for slot in slots)
    forget_closed(tmp_path, began=1000.0 - CLOSED_KEPT - 0.5)
    assert [slot.folder.exists() for slot in slots] == [True] * (CLOSED_KEPT + 1) + [False] * 2


def test_runs_that_the_index_does_not_name_are_found_by_their_files(tmp_path: Path) -> None:
    slot = filled(tmp_path, RUN)
    odd = ("run-x.metascope", "run-\u0663.metascope", "run-12345678901.metascope", "run-007.metascope", "9.metascope")
    for name in ("run-7.metascope", *odd):
        (slot.folder / name).write_bytes(b"")
    runs, problems = slot.all_runs()
    assert [(run.key, run.name) for run in runs] == [(1, "Two tasks"), (7, "")]
    assert problems == ()
    (slot.folder / INDEX).unlink()
    assert [run.key for run in slot.all_runs()[0]] == [1, 7]
    assert slot.all_runs()[1] == ()
    (slot.folder / INDEX).write_text('{"format": 9, "runs": {}}')
    runs, problems = slot.all_runs()
    assert [run.key for run in runs] == [1, 7]
    assert len(problems) == 1
    slot.remove()


def test_a_name_that_no_file_can_hold_is_written_with_another_sign(tmp_path: Path) -> None:
    slot = filled(tmp_path, replace(RUN, name="a\udcff"))
    assert slot.runs() == (replace(RUN, name="a?"),)
    slot.remove()


@pytest.mark.parametrize("name", ["run-1.v2.metascope", "runs/one", "windows.db", "run-x.metascope"])
def test_a_slot_with_nothing_but_files_that_it_does_not_know_is_kept_and_named(tmp_path: Path, name: str) -> None:
    """A newer program may name its runs otherwise: what nobody has read back is not deleted as empty."""
    slot = Slot.new(tmp_path)
    (slot.folder / name).parent.mkdir(exist_ok=True)
    (slot.folder / name).write_bytes(b"of another kind")
    slot.release()
    (left,) = leftovers(tmp_path)
    (line,) = _told([left])
    assert line.startswith(f"{Path(name).parts[0]}: meta-step ?, ")
    left.release()
    assert (slot.folder / name).exists()
    left.say_closed()
    forget_closed(tmp_path, began=0.0)
    assert (slot.folder / name).exists()


def test_what_is_told_of_runs_and_what_is_hidden_is_no_run(tmp_path: Path) -> None:
    slot = filled(tmp_path)
    for name in (
        "machine",
        "looks.json",
        "look-12.png",
        "lock.rmlock",
        ".DS_Store",
        ".nfs0000a1",
        ".0123456789abcdef.tmp",
    ):
        (slot.folder / name).write_bytes(b"")
    slot.release()
    assert leftovers(tmp_path) == ()
    assert not slot.folder.exists()
