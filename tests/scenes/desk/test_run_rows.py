"""The run tree as rows of its list."""

from __future__ import annotations

from metascope.scenes.desk.run_rows import RunRows
from metascope.scenes.desk.run_tree import RunTree
from tests.scenes.recorded import blank, recorded


def test_runs_come_before_what_branched_from_them() -> None:
    tree = RunTree()
    first = tree.add(blank(), "first")
    other = tree.add(blank(), "other")
    branch = tree.add_branch(blank(), "branch", first, 3)
    leaf = tree.add_branch(blank(), "leaf", branch, 5)
    rows = RunRows(tree).rows(None)
    assert [(row.key, row.parent) for row in rows] == [(first, None), (branch, first), (leaf, branch), (other, None)]


def test_a_groups_runs_are_below_it() -> None:
    tree = RunTree()
    group = tree.add_group("seeds")
    member = tree.add(blank(seed=1), "seed 1", group)
    branch = tree.add_branch(blank(seed=1), "branch", member, 3)
    rows = RunRows(tree).rows(None)
    assert [(row.key, row.parent) for row in rows] == [(group, None), (member, group), (branch, member)]
    assert rows[0].step is None
    assert rows[0].ghost


def test_a_row_tells_how_far_the_run_is_and_in_what_it_differs() -> None:
    tree, current = RunTree(), recorded(steps=4)
    first = tree.add(current, "first")
    tree.add_branch(recorded(steps=2, inner_rate=0.3), "branch", first, 1)
    one, other = RunRows(tree).rows(current)
    assert (one.step, one.state, one.current, one.differs) == (4, "finished", True, "")
    assert (other.step, other.current, other.differs) == (2, False, "inner_rate 0.3")
    assert other.also == "Inner learning rate 0.3"


def test_a_setting_changed_meanwhile_is_told() -> None:
    tree, run = RunTree(), blank()
    tree.add(blank(), "first")
    tree.add(run, "second")
    rows = RunRows(tree)
    assert rows.rows(None)[1].differs == ""
    run.recording.steer(0, "inner_rate", 0.3)
    assert rows.rows(None)[1].differs == "inner_rate 0.3"


def test_what_the_runs_of_a_group_share_is_told_of_the_group_alone() -> None:
    tree = RunTree()
    tree.add(blank(), "first")
    group = tree.add_group("seeds")
    for seed in (1, 2):
        tree.add(blank(seed=seed, inner_rate=0.3), f"seed {seed}", group)
    assert [row.differs for row in RunRows(tree).rows(None)] == ["", "inner_rate 0.3", "", ""]
