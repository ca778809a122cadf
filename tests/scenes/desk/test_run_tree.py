"""The run tree stays a tree whatever is done to it, and shares memory within the budget."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from metascope.scenes.desk.run_tree import SPARE, RunTree, differing, own_differences, told
from metascope.scenes.runs.run import Run
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.running.runner import RunState
from tests.scenes.recorded import StillRunner, blank, recorded

MB = 1 << 20


class Sized:
    """A run that takes so many bytes."""

    follows = False

    def __init__(self, nbytes: int, state: RunState = RunState.FINISHED) -> None:
        self.recording = cast(Recording, self)
        self.runner = StillRunner(state=state)
        self.nbytes = nbytes


def sized(nbytes: int, state: RunState = RunState.FINISHED) -> Run:
    return cast(Run, Sized(nbytes, state))


def test_a_branch_hangs_below_its_run() -> None:
    tree = RunTree()
    root = tree.add(blank(), "first")
    branch = tree.add_branch(blank(), "branch 1", root, 40)
    assert [node.key for node in tree.children(None)] == [root]
    assert [(node.key, node.step) for node in tree.children(root)] == [(branch, 40)]


def test_a_branch_of_an_unknown_run_is_refused() -> None:
    with pytest.raises(KeyError):
        RunTree().add_branch(blank(), "branch", 7, 0)


def test_branches_of_a_deleted_run_go_to_where_it_came_from() -> None:
    tree = RunTree()
    root = tree.add(blank(), "first")
    middle = tree.add_branch(run := blank(), "middle", root, 40)
    early, late = (tree.add_branch(blank(), "leaf", middle, step) for step in (30, 60))
    assert tree.delete(middle) == (run,)
    assert {node.key: (node.parent, node.step) for node in tree.children(root)} == {early: (root, 30), late: (root, 40)}


def test_branches_of_a_deleted_root_are_roots() -> None:
    tree = RunTree()
    root = tree.add(blank(), "first")
    branch = tree.add_branch(blank(), "branch", root, 40)
    tree.delete(root)
    assert [(node.key, node.parent) for node in tree.children(None)] == [(branch, None)]


def test_a_group_is_deleted_with_its_runs() -> None:
    tree = RunTree()
    group = tree.add_group("seeds")
    runs = tuple(blank(seed=seed) for seed in range(3))
    for run in runs:
        tree.add(run, "seed", group)
    assert tree.delete(group) == runs
    assert tree.nodes == ()
    assert tree.groups == ()


def test_a_hidden_run_is_no_ghost_and_a_ghost_is_not_hidden() -> None:
    tree = RunTree()
    key = tree.add(blank(), "first")
    tree.set_ghost(key, True)
    tree.set_hidden(key, True)
    assert not tree[key].ghost
    tree.set_ghost(key, True)
    assert not tree[key].hidden


def test_the_current_run_is_not_its_own_ghost() -> None:
    tree, one, other = RunTree(), blank(), blank()
    for run, name in ((one, "one"), (other, "other")):
        tree.set_ghost(tree.add(run, name), True)
    assert tree.ghosts(one) == [("other", other)]


def test_a_band_needs_two_runs() -> None:
    tree = RunTree()
    group = tree.add_group("seeds")
    tree.add(one := blank(), "seed 1", group)
    assert tree.bands() == []
    tree.add(other := blank(), "seed 2", group)
    assert tree.bands() == [("seeds", [one, other])]
    tree.set_ghost(group, False)
    assert tree.bands() == []


def test_a_name_of_spaces_changes_nothing() -> None:
    tree = RunTree()
    key = tree.add(blank(), "first")
    tree.rename(key, "  ")
    assert tree[key].name == "first"
    tree.rename(key, " a  name ")
    assert tree[key].name == "a name"


def test_a_fresh_name_is_not_taken() -> None:
    tree = RunTree()
    for _ in range(3):
        tree.add(blank(), tree.fresh_name("branch"))
    assert [node.name for node in tree.nodes] == ["branch 1", "branch 2", "branch 3"]


def test_a_name_is_numbered_where_another_run_has_it() -> None:
    tree = RunTree()
    tree.add(blank(), "first")
    assert tree.unused_name("second") == "second"
    assert tree.unused_name("first") == "first 1"


def test_a_run_has_a_place_until_it_is_deleted() -> None:
    tree, run = RunTree(), blank()
    key = tree.add(run, "first")
    assert tree.node_of(run).key == key
    tree.delete(key)
    with pytest.raises(KeyError):
        tree.node_of(run)


def test_only_settings_that_differ_are_told() -> None:
    tree = RunTree()
    root = tree[tree.add(blank(), "first")]
    other = tree[tree.add_branch(blank(inner_rate=0.3, seed=2), "branch", root.key, 5)]
    assert differing(tree.nodes) == ("seed", "inner_rate")
    assert told(own_differences(other, root)) == "seed 2, inner_rate 0.3"
    assert own_differences(root, tree.came_from(root)) == {}


def test_a_setting_changed_on_the_way_counts() -> None:
    tree, run = RunTree(), blank()
    tree.add(blank(), "first")
    tree.add(run, "second")
    run.recording.steer(3, "inner_rate", 0.125)
    assert differing(tree.nodes) == ("inner_rate",)
    assert told(own_differences(tree.nodes[1], tree.nodes[0])) == "inner_rate 0.125"


def test_runs_of_other_scenes_are_compared_with_their_own_kind() -> None:
    tree = RunTree()
    first = tree[tree.add(recorded(steps=1), "first")]
    assert tree.came_from(first) is first


def test_a_run_at_rest_leaves_its_share_to_those_that_learn() -> None:
    tree = RunTree()
    rest = tree.add(sized(MB), "at rest")
    learning = [tree.add(sized(0, RunState.RUNNING), "learning") for _ in range(2)]
    shares = tree.shares(100 * MB)
    assert shares[rest] == MB + SPARE
    assert [shares[key] for key in learning] == [49 * MB] * 2


@pytest.mark.parametrize("budget", [0, 1, 10 * MB, 256 * MB])
def test_shares_stay_within_the_budget(budget: int) -> None:
    tree = RunTree()
    for nbytes in (0, MB, 30 * MB, 500 * MB):
        for state in (RunState.RUNNING, RunState.FINISHED):
            tree.add(sized(nbytes, state), "run")
    shares = tree.shares(budget)
    assert shares.keys() == {node.key for node in tree.nodes}
    assert sum(shares.values()) <= budget


class Trees(RuleBasedStateMachine):
    """Whatever a person does, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.tree = RunTree()
        self.alive: set[int] = set()  # ids of runs that nobody has been told to stop
        self.seen: set[int] = set()  # keys

    def _key(self, data: Any) -> int | None:
        keys = [node.key for node in self.tree.nodes] + [group.key for group in self.tree.groups]
        return cast(int, data.draw(st.sampled_from(keys))) if keys else None

    def _new(self, key: int, run: Run) -> None:
        assert key not in self.seen, "a key was used twice"
        self.seen.add(key)
        self.alive.add(id(run))

    @rule(data=st.data(), in_group=st.booleans())
    def add(self, data: Any, in_group: bool) -> None:
        groups = [group.key for group in self.tree.groups]
        run = sized(data.draw(st.integers(0, 100 * MB)), data.draw(st.sampled_from(list(RunState))))
        group = (groups[0] if groups else self.tree.add_group("group")) if in_group else None
        self._new(self.tree.add(run, "run", group), run)

    @rule(data=st.data(), step=st.integers(0, 100))
    def branch(self, data: Any, step: int) -> None:
        if self.tree.nodes:
            run = sized(0, RunState.RUNNING)
            parent = data.draw(st.sampled_from([node.key for node in self.tree.nodes]))
            self._new(self.tree.add_branch(run, "branch", parent, step), run)

    @rule(data=st.data(), name=st.text(max_size=3))
    def rename(self, data: Any, name: str) -> None:
        if (key := self._key(data)) is not None:
            self.tree.rename(key, name)

    @rule(data=st.data(), on=st.booleans())
    def hide(self, data: Any, on: bool) -> None:
        if (key := self._key(data)) is not None and key in self.tree:
            self.tree.set_hidden(key, on)

    @rule(data=st.data(), on=st.booleans())
    def ghost(self, data: Any, on: bool) -> None:
        if (key := self._key(data)) is not None:
            self.tree.set_ghost(key, on)

    @rule(data=st.data())
    def delete(self, data: Any) -> None:
        if (key := self._key(data)) is not None:
            gone = self.tree.delete(key)
            assert gone
            self.alive -= {id(run) for run in gone}
            assert key not in self.tree

    @invariant()
    def every_way_up_ends_at_a_root(self) -> None:
        for node in self.tree.nodes:
            seen = set()
            while node.parent is not None:
                assert node.key not in seen, "a circle"
                seen.add(node.key)
                node = self.tree[node.parent]

    @invariant()
    def every_run_is_in_the_tree_once_or_was_given_back_to_be_stopped(self) -> None:
        runs = [id(node.run) for node in self.tree.nodes]
        assert len(runs) == len(set(runs))
        assert set(runs) == self.alive

    @invariant()
    def names_are_never_empty(self) -> None:
        assert all(node.name.strip() for node in self.tree.nodes)

    @invariant()
    def shares_stay_within_the_budget(self) -> None:
        shares = self.tree.shares(64 * MB)
        assert shares.keys() == {node.key for node in self.tree.nodes}
        assert sum(shares.values()) <= 64 * MB


TestTrees = Trees.TestCase
TestTrees.settings = settings(max_examples=15)
