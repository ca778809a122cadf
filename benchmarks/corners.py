"""Builds every scenario's simulation with its settings at their largest: `python -m benchmarks.corners [STORY ...]`.

Each number at its largest alone, in the first scenario in which it matters, and all of them together in every scenario:
what is refused then is left as it is. Each is built in a process of its own, which is ended after some seconds of
processor time; a table of those that take long says where they were.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import os
import resource
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from metascope.simulator.engine.computing import prepare_thread
from metascope.simulator.engine.errors import Diverged, UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.running.building import Building, Ended, watched
from metascope.simulator.engine.settings import Settings, declarations, missing_data
from metascope.simulator.engine.story import all_stories

LONG = 10.0  # seconds of processor time
_DEPTH = 14  # lines of a stack that are told


@dataclass(frozen=True)
class Corner:
    """A scenario with one number at its largest, or with all of them."""

    preset: Preset
    what: str
    settings: Settings


@dataclass(frozen=True)
class Built:
    """What came of building a simulation and looking at it."""

    outcome: str  # "built", "refused", "long" or what went wrong
    seconds: float  # of processor time
    megabytes: float  # the most that the process had
    told: str  # why it was refused, or where it was


def corners(story: str, most: int | None = None) -> Iterator[Corner | str]:
    """Yield the corners of a story, and the names of settings whose largest value no scenario takes.

    Args:
        story: its name.
        most: scenarios, the first ones, in which all numbers are the largest together; None: every one.
    """
    shipped = [
        preset for preset in presets.shipped() if preset.story == story and missing_data(preset.settings) is None
    ]
    for declared in declarations(all_stories()[story].settings):
        if declared.kind not in ("whole", "real") or declared.high is None or declared.name in ("steps", "seed"):
            continue
        value = int(declared.high) if declared.kind == "whole" else float(declared.high)
        fitting = [it for it in shipped if declared.matters(it.settings.model_dump(mode="json"))]
        for preset in fitting or shipped:
            if settings := _replaced(preset.settings, {declared.name: value}):
                yield Corner(preset, f"{declared.name}={value:g}", settings)
                break
        else:
            yield declared.name
    for preset in shipped[:most]:
        settings = preset.settings
        for declared in declarations(type(settings)):
            if declared.kind == "whole" and declared.high is not None and declared.name not in ("steps", "seed"):
                settings = _replaced(settings, {declared.name: int(declared.high)}) or settings
        yield Corner(preset, "all", settings)


def _replaced(settings: Settings, values: Mapping[str, object]) -> Settings | None:
    try:
        return settings.replaced(**values)
    except UserError:
        return None


def build(corner: Corner, limit: float, patience: float | None = None) -> Built:
    """Build the simulation in a process of its own, for at most `limit` seconds of processor time.

    Args:
        corner: what is built.
        limit: seconds of processor time.
        patience: cancel it after so many; the seconds until it has ended are those after that.
    """
    load = all_stories()[corner.preset.story].load()
    with tempfile.TemporaryFile() as told:
        if not (child := os.fork()):
            faulthandler.register(signal.SIGXCPU, told, all_threads=False, chain=True)
            resource.setrlimit(resource.RLIMIT_CPU, (int(limit), int(limit) + 2))
            building = Building()
            if patience is not None:
                threading.Thread(target=_cancel, args=(building, patience), daemon=True).start()
            try:
                with watched(building):
                    load(corner.settings).look()
                text = "built"
            except Ended:
                text = f"ended {time.process_time() - _cancelled[0]:.2f} s after it was cancelled: {_where[0]}"
            except (UserError, Diverged) as error:
                text = f"refused {error if isinstance(error, UserError) else error.reason}"
            except BaseException as error:
                text = f"{type(error).__name__} {error}"
            os.write(told.fileno(), " ".join(text.split()).encode())
            os._exit(0)
        _, status, used = os.wait4(child, 0)
        told.seek(0)
        text = told.read().decode(errors="replace")
    seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    if status:
        lines = [line.strip() for line in text.splitlines() if "File" in line and "benchmarks" not in line]
        places = " < ".join(_place(line) for line in lines[:_DEPTH])
        ended = "long" if os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL) else f"signal {os.WTERMSIG(status)}"
        return Built(ended, seconds, megabytes, places)
    outcome, _, rest = text.partition(" ")
    return Built(outcome, seconds, megabytes, rest)


_cancelled, _where = [0.0], [""]


def _cancel(building: Building, patience: float) -> None:
    """Cancel after so many seconds of the process's processor time, and note when, and what was done then."""
    while time.process_time() < patience:
        time.sleep(0.01)
    if (progress := building.progress) is not None:
        told = f"{progress.what}, {progress.done:,} of {progress.total:,}, {progress.seconds_left:.0f} s left"
        _where[0] = told
    _cancelled[0] = time.process_time()
    building.cancel()


def _place(line: str) -> str:
    """Return "module:line function" of a line of a stack."""
    _, path, rest = line.split('"', 2)
    number, _, function = rest.removeprefix(", line ").partition(" in ")
    return f"{Path(path).parent.name}/{Path(path).stem}:{number} {function}"


def main() -> int:
    """Build the corners of the stories that are named, or of all, and print a line for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corners", description=__doc__)
    parser.add_argument("--limit", type=float, default=LONG, help="seconds of processor time (default %(default)s)")
    parser.add_argument(
        "--most", type=int, help="scenarios of a story in which all are the largest (default: every one)"
    )
    parser.add_argument("--cancel", type=float, metavar="S", help="cancel each after so many seconds")
    parser.add_argument("--only", default="", help="of the corners that have this in their line")
    parser.add_argument("--json", type=Path, help="write what came of each here too")
    parser.add_argument("stories", nargs="*", choices=[[], *all_stories()])
    given = parser.parse_args()
    prepare_thread(1)
    found = []
    for story in given.stories or all_stories():
        for corner in corners(story, given.most):
            if isinstance(corner, str):
                print(f"{story:<16} no scenario takes {corner} at its largest")
                continue
            if given.only not in f"{story} {corner.preset.name} {corner.what}":
                continue
            begin = time.monotonic()
            built = build(corner, given.limit, given.cancel)
            found.append({"story": story, "preset": corner.preset.name, "what": corner.what, **vars(built)})
            line = f"{story:<16} {corner.preset.name:<22} {corner.what:<28} {built.outcome:<8} {built.seconds:6.1f} s "
            print(f"{line}{built.megabytes:6.0f} MB ({time.monotonic() - begin:.0f}) {built.told}", flush=True)
    for outcome in sorted({str(it["outcome"]) for it in found}):
        print(f"{outcome}: {sum(it['outcome'] == outcome for it in found)} of {len(found)}")
    if given.json:
        given.json.write_text(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
