"""Starts Metascope: parses the command line, checks the system before Qt loads, then opens the window or trains."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from metascope.simulator.engine.cli import checks, commandline
from metascope.simulator.engine.cli.commandline import Action, Request, SweepRequest
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.running import threads
from metascope.simulator.engine.text import say

if TYPE_CHECKING:  # imports pydantic and numpy, before which a window is painted
    from metascope.simulator.engine.cli.headless import Outcome
    from metascope.simulator.engine.files.presets import Preset


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit status: 1 for a failed run, 2 for an invalid request."""
    try:
        status = _obey(_parsed(sys.argv[1:] if arguments is None else arguments))
    except UserError as error:
        for problem in error.problems:
            print(" ".join(str(problem).split()), file=sys.stderr)
        status = 2
    _leave_stuck_threads(status)
    return status


def _parsed(arguments: Sequence[str]) -> Request:
    """Return what is asked for. Where it cannot be had, its plug-in may be broken: that is told too."""
    try:
        return commandline.parse(arguments)
    except UserError:
        _warn_of_plugins()
        raise


def _warn_of_plugins() -> None:
    """Name what of plug-ins cannot be used on stderr, one line each; the window has a notice for it."""
    from metascope.simulator.engine.files import presets  # no window waits for it

    for problem in presets.plugin_problems():
        print(f"warning: {' '.join(str(problem).split())}", file=sys.stderr)


def _obey(request: Request) -> int:
    if request.action == "window":
        return _open_window(request)
    if request.action == "prepare":
        return _prepare()
    if request.action == "headless":
        return _train(request)
    if request.action == "replay":
        return _replay(request)
    if request.action == "sweep":
        assert request.sweep is not None, "a sweep was asked for"
        return _sweep(request.sweep, request.out)
    return _tell(request.action, request)


def _tell(action: Action, request: Request) -> int:
    """Print the version, the scenarios, the settings of one, or what this computer has."""
    from metascope.simulator.engine.cli import headless  # no window waits for it
    from metascope.simulator.engine.version import version

    if action == "version":
        print(f"metascope {version()}")
    elif action == "list":
        _warn_of_plugins()
        asked = request.preset
        assert not isinstance(asked, str), "only a window reads it later"
        print(headless.listing() if asked is None else headless.settings_listing(asked), end="")
    else:
        print(headless.information(), end="")
    return 0


def _prepare() -> int:
    """Compile the kernels that are missing, told on stderr, and return 0 if all of them can be used."""
    from metascope.simulator.engine.compiling.preparing import everything, installed, prepare  # needed only here

    if not installed():
        raise refuse("--prepare", say("needs numba, which is not installed"))
    jobs = os.cpu_count() or 1
    whole = prepare(everything(), lambda event: print(event.line, file=sys.stderr, flush=True), jobs, again=True)
    print("the kernels are ready" if whole else "some kernels cannot be used: what needs them uses its reference")
    return 0 if whole else 1


def _leave_stuck_threads(status: int) -> None:
    """Exit at once if a step is still running: a normal exit of the interpreter would abort the process."""
    if any(thread.name == threads.THREAD for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _open_window(request: Request) -> int:
    if request.verbose:
        logging.basicConfig(format="%(message)s", level=logging.INFO)  # on stderr, line by line
    screen = checks.find_screen()
    why = "; ".join(map(str, screen.passed_over))
    if screen.platform is None and request.file is not None:  # which another training would not be
        raise refuse("--follow" if request.follow else str(request.file), say("needs a screen: {why}", why=why))
    if screen.platform is None:
        print(f"{why}: training without a window, results go to {request.out}", file=sys.stderr)
        return _train(request)
    checks.require_qt(screen.platform)
    if screen.passed_over:
        print(f"{why}: the window is shown by {screen.platform}", file=sys.stderr)
        os.environ["QT_QPA_PLATFORM"] = screen.platform
    from metascope.scenes.shell.application import run_window  # imports Qt, so only after the checks

    return run_window(request.preset, request.theme, request.file, request.language, request.linked, request.follow)


def _train(request: Request) -> int:
    from metascope.simulator.engine.cli import headless, results  # no window waits for what training without one needs
    from metascope.simulator.engine.files import presets
    from metascope.simulator.engine.history import allocating
    from metascope.simulator.engine.running import collecting

    preset, folder = request.preset, request.out
    if preset is None or isinstance(preset, str):
        preset = presets.find(preset or presets.DEFAULT)
    _warn_of_plugins()
    allocating.give_back_large_arrays()
    collecting.collect_between_runs()
    with results.claimed(folder, request.overwrite):
        outcome = headless.train(preset, folder, sys.stderr)
        unwritten = outcome.unwritten
        try:
            _draw_plots(preset, outcome, folder)
        except UserError as error:
            unwritten += error.problems
    for problem in unwritten:
        print(f"not written: {problem}", file=sys.stderr)
    if outcome.failure is not None:
        print(f"the run stopped: {outcome.failure}", file=sys.stderr)
    return 0 if outcome.failure is None and not unwritten else 1


def _replay(request: Request) -> int:
    """Replay a session and return 0 if every number was the same."""
    from metascope.simulator.engine.cli import headless, results  # no window waits for it

    assert request.file is not None, "a replay needs a file"
    _warn_of_plugins()
    with results.claimed(request.out, request.overwrite, results.REPLAYED):
        outcome, preset, verdict = headless.replay_session(request.file, request.out, sys.stderr)
        print(verdict.text)
        _draw_plots(preset, outcome, request.out)
    return 0 if verdict.difference is None else 1


def _sweep(asked: SweepRequest, folder: Path) -> int:
    """Do the runs of a sweep and return 0 if all of them are done, 1 if some failed or are still to be done."""
    from metascope.simulator.engine.sweeps import sweep, sweep_files  # no window waits for it
    from metascope.simulator.engine.sweeps.cluster import Where

    _warn_of_plugins()
    where = Where(asked.scheduler, asked.ca, asked.cert, asked.key, asked.workers)
    plan = sweep_files.find(asked.name, where.problems(), confirmed=asked.confirmed)
    doing, rows = sweep.run_sweep(plan, folder, where, sys.stderr)
    failed = sum(row.state == "failed" for row in rows)
    if doing == "interrupted":
        print("stopped: the same command goes on with it", file=sys.stderr)
    elif doing == "out of time":
        print("its seconds are over: the same command goes on with it", file=sys.stderr)
    if failed:
        print(f"{failed} of {len(plan)} runs failed", file=sys.stderr)
    return 0 if doing == "finished" and not failed else 1


def _draw_plots(preset: Preset, outcome: Outcome, folder: Path) -> None:
    """Draw the views of the last frame into `folder`; without Qt's libraries only a note is printed."""
    if outcome.frame is None:
        return
    try:
        checks.require_qt("offscreen")
    except UserError as error:
        print(f"no plots were drawn: {'; '.join(map(str, error.problems))}", file=sys.stderr)
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from metascope.scenes.export.plots import write_plots  # imports Qt, which training does without

    write_plots(preset, outcome.frame, outcome.metrics, folder)


if __name__ == "__main__":
    sys.exit(main())
