"""Keeps how runs were last seen, a picture and a number of each, beside the autosaved runs of a closed window."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QSize

from metascope.scenes.files.slots import LOOKS, closed_last, look_of
from metascope.scenes.unseen.guard import drawn_with_care
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.atomic import atomic_write, read_json
from metascope.simulator.engine.story import catalog
from metascope.simulator.engine.text import readable
from metascope.widgets.look.translation import method_text, translate

if TYPE_CHECKING:
    from metascope.scenes.runs.run import Run
    from metascope.scenes.stage.stage import Stage

SIZE = QSize(480, 270)  # units of a picture, whose side is drawn at a quarter of it
_DPI = 48  # half of the screen's: a pixel for two units
_LONGEST = 80  # characters of a number in words


@dataclass(frozen=True)
class LastRun:
    """A run of the window that was closed last."""

    key: int
    name: str
    step: int  # meta-steps done
    number: str  # what the first method reached, in words; may be empty
    picture: Path | None  # of the main view as it was seen last


@dataclass(frozen=True)
class _Look:
    picture: bytes  # a PNG file's
    number: str


class LastLooks:
    """How the runs of a window were last seen, until it is closed. A run that is gone leaves nothing behind."""

    def __init__(self) -> None:
        self._looks: WeakKeyDictionary[Run, _Look] = WeakKeyDictionary()

    def keep(self, stage: Stage) -> None:
        """Keep how the run on a stage is seen now, which takes some milliseconds; plug-ins' views are not drawn."""
        frame, run = stage.playback.shown, stage.run
        if frame is None or run.preset.story in catalog().plugins or run.recording.newest_step <= run.recording.origin:
            return
        from metascope.widgets.paper import export  # imports pyqtgraph, so not before the first paint

        with suppress(UserError), drawn_with_care(run.recording, frame.step, run.where):
            shown = export.image(stage.scene.views()[0], SIZE, _DPI)
            self._looks[run] = _Look(export.png_bytes(shown), _number(stage))

    def write(self, folder: Path, runs: Mapping[int, Run]) -> None:
        """Write the looks of these runs into the folder in which they are autosaved, as far as the disk allows."""
        looks = {key: self._looks[run] for key, run in runs.items() if run in self._looks}
        with suppress(UserError, OSError):
            for key, look in looks.items():
                atomic_write(look_of(folder, key), look.picture)
            numbers = {str(key): look.number for key, look in looks.items()}
            atomic_write(folder / LOOKS, json.dumps(numbers, ensure_ascii=False).encode())


def last_runs(parent: Path) -> tuple[LastRun, ...]:
    """Return the runs of the window that was closed last, the one on its stage first; none where they are unreadable.

    Only their index and the numbers are read, and nothing is locked: whoever reopens them is told what is wrong.
    """
    try:
        found = closed_last(parent)
        if found is None:
            return ()
        folder, runs = found
        numbers = read_json(folder / LOOKS) if (folder / LOOKS).is_file() else {}
    except (UserError, OSError):
        return ()
    known = numbers if isinstance(numbers, dict) else {}
    ordered = sorted(runs, key=lambda run: (not run.current, run.key))
    return tuple(
        LastRun(
            run.key,
            run.name,
            run.step,
            readable(text[:_LONGEST]) if isinstance(text := known.get(str(run.key)), str) else "",
            picture if (picture := look_of(folder, run.key)).is_file() else None,
        )
        for run in ordered
    )


def _number(stage: Stage) -> str:
    """Return what is told after the name of the first method that has something told."""
    frame = stage.playback.shown
    notes = stage.scene.notes(frame) if frame is not None else {}
    names = dict(stage.scene.methods())
    told = next(((names[key], note) for key, note in notes.items() if note and key in names), None)
    if told is None:
        return ""
    return translate("LastLook", "{method} {number}").format(method=method_text(told[0]), number=told[1])[:_LONGEST]
