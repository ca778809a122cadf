"""Puts runs from session files among a window's runs, each file once."""

from __future__ import annotations

from pathlib import Path

from metascope.scenes.desk.run_tree import RunTree
from metascope.scenes.runs.run import Run, open_run
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.session import open_session
from metascope.widgets.look.theme import Theme


def run_of(path: Path, theme: Theme, budget: int, threads: int) -> Run:
    """Return the run in a session file, which can be drawn.

    Raises:
        UserError: what is wrong with the file.
    """
    from metascope.scenes.unseen.guard import try_out  # imports pyqtgraph, so not before the first paint

    session = open_session(path, budget)
    try:
        try_out(session.head, session.recording, str(path), theme)
    except UserError:
        session.close()
        raise
    return open_run(session, threads)


def key_of_file(tree: RunTree, path: Path) -> int | None:
    """Return the key of the run that was opened from a file and is as it was then, None where there is none."""
    for node in tree.nodes:
        run = node.run
        here = run.session is not None and run.session.file.path == path
        if here and (run.recording.newest_step, run.recording.steered) == run.opened_at:
            return node.key
    return None
