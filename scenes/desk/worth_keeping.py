"""Tells which runs are worth keeping: in which of them something has happened that no saved file has."""

from __future__ import annotations

from metascope.scenes.desk.run_tree import Node, RunTree
from metascope.scenes.runs.run import Run


def kept_nodes(tree: RunTree) -> tuple[Node, ...]:
    """Return the runs worth keeping: they hold something that no saved file has, or such a run branched off them."""
    kept = {node.key for node in tree.nodes if not (is_untouched(node.run) or _is_as_opened(node.run))}
    for node in reversed(tree.nodes):  # parents come before their branches
        if node.key in kept and node.parent is not None:
            kept.add(node.parent)
    return tuple(node for node in tree.nodes if node.key in kept)


def leaves_no_trace(tree: RunTree, key: int) -> bool:
    """Return whether nothing would be lost with a run: nothing has happened in it, and none is related to it."""
    node = tree[key]
    return is_untouched(node.run) and node.parent is None and not tree.children(key)


def is_untouched(run: Run) -> bool:
    """Return whether nothing has happened in a run: no training, no change and no failure."""
    recording = run.recording
    happened = recording.steered or recording.incidents
    return recording.newest_step <= recording.origin and not happened and run.fresh


def _is_as_opened(run: Run) -> bool:
    """Return whether a run is unchanged since its session file was opened, or is in one that is followed."""
    as_opened = (run.recording.newest_step, run.recording.steered) == run.opened_at
    return run.follows or (run.session is not None and as_opened)
