"""Which runs hold something that would be lost with them."""

from __future__ import annotations

from metascope.scenes.desk.run_tree import RunTree
from metascope.scenes.desk.worth_keeping import is_untouched, kept_nodes, leaves_no_trace
from metascope.simulator.engine.text import say
from tests.scenes.recorded import blank, recorded


def test_a_run_is_touched_by_training_by_a_change_and_by_a_failure() -> None:
    steered, failed = blank(), blank()
    steered.recording.steer(0, "inner_rate", 0.2)
    failed.recording.note_incident(0, say("is damaged"))
    assert is_untouched(blank())
    assert not any(map(is_untouched, (recorded(), steered, failed)))


def test_an_untouched_run_leaves_a_trace_where_it_is_a_branch_or_has_one() -> None:
    tree = RunTree()
    alone, root = tree.add(blank(), "alone"), tree.add(blank(), "root")
    branch = tree.add_branch(blank(), "branch", root, 0)
    assert [leaves_no_trace(tree, key) for key in (alone, root, branch)] == [True, False, False]


def test_an_untouched_run_is_kept_for_a_branch_that_was_trained() -> None:
    tree = RunTree()
    tree.add(blank(), "alone")
    root = tree.add(blank(), "root")
    branch = tree.add_branch(recorded(), "branch", root, 0)
    assert [node.key for node in kept_nodes(tree)] == [root, branch]
