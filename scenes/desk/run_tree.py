"""Holds the tree of runs and branches: who branched from whom, how they differ, and each one's share of the memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from metascope.scenes.runs.run import Run
from metascope.simulator.engine.running.runner import RunState

SPARE = 1 << 20  # bytes by which a run at rest may still grow, so that looking at it never exceeds its budget


@dataclass(frozen=True)
class Node:
    """A run in the tree. `hidden`: not listed; `ghost`: drawn behind the current run."""

    key: int
    name: str
    run: Run
    parent: int | None = None  # the run that it branched from
    step: int = 0  # the meta-step at which it branched
    group: int | None = None
    hidden: bool = False
    ghost: bool = False


@dataclass(frozen=True)
class Group:
    """Runs that differ only by their seeds. `band`: their quantiles are drawn behind the current run."""

    key: int
    name: str
    band: bool = True


class RunTree:
    """All open runs, in the order in which they were added. A key of a run or group is never used twice.

    Promises: a node's parent is another node of the tree, and following parents always ends at a root.
    An unknown key raises a `KeyError`.
    """

    def __init__(self) -> None:
        self._nodes: dict[int, Node] = {}
        self._groups: dict[int, Group] = {}
        self._next = 1

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All runs, in the order in which they were added."""
        return tuple(self._nodes.values())

    @property
    def groups(self) -> tuple[Group, ...]:
        """All groups that have runs."""
        filled = {node.group for node in self.nodes}
        return tuple(group for group in self._groups.values() if group.key in filled)

    def __getitem__(self, key: int) -> Node:
        return self._nodes[key]

    def __contains__(self, key: object) -> bool:
        return key in self._nodes

    def knows_group(self, key: int) -> bool:
        """Return whether a group is there, with runs or without."""
        return key in self._groups

    def key_of(self, run: Run) -> int | None:
        """Return the key of a run, None if it is not in the tree."""
        return next((node.key for node in self.nodes if node.run is run), None)

    def node_of(self, run: Run) -> Node:
        """Return a run's place in the tree.

        Raises:
            KeyError: it is not in the tree.
        """
        key = self.key_of(run)
        if key is None:
            raise KeyError(run)
        return self._nodes[key]

    def children(self, key: int | None) -> tuple[Node, ...]:
        """Return the branches of a run; the roots for None."""
        return tuple(node for node in self.nodes if node.parent == key)

    def members(self, group: int) -> tuple[Node, ...]:
        """Return the runs of a group."""
        return tuple(node for node in self.nodes if node.group == group)

    def take_over(self, other: RunTree) -> None:
        """Take all runs and groups of another tree into this empty one, under their keys; the other is left empty."""
        self._nodes, self._groups, self._next = other._nodes, other._groups, other._next
        other._nodes, other._groups = {}, {}

    def add_group(self, name: str) -> int:
        """Add an empty group and return its key."""
        key = self._new_key()
        self._groups[key] = Group(key, name)
        return key

    def add(self, run: Run, name: str, group: int | None = None) -> int:
        """Add a run without a parent and return its key."""
        if group is not None and group not in self._groups:
            raise KeyError(group)
        key = self._new_key()
        self._nodes[key] = Node(key, name, run, group=group)
        return key

    def add_branch(self, run: Run, name: str, parent: int, step: int) -> int:
        """Add a run that continues `parent` from `step`, and return its key."""
        if parent not in self._nodes:
            raise KeyError(parent)
        key = self._new_key()
        self._nodes[key] = Node(key, name, run, parent, step)
        return key

    def set_run(self, key: int, run: Run) -> None:
        """Have another object stand for the same run."""
        self._nodes[key] = replace(self._nodes[key], run=run)

    def rename(self, key: int, name: str) -> None:
        """Rename a run or a group; a blank name is ignored."""
        if not (name := " ".join(name.split())):
            return
        if key in self._groups:
            self._groups[key] = replace(self._groups[key], name=name)
        else:
            self._nodes[key] = replace(self._nodes[key], name=name)

    def set_hidden(self, key: int, hidden: bool) -> None:
        """Hide a run, which also removes its ghost, or show it again."""
        node = self._nodes[key]
        self._nodes[key] = replace(node, hidden=hidden, ghost=node.ghost and not hidden)

    def set_ghost(self, key: int, on: bool) -> None:
        """Draw a run, or the quantiles of a group, behind the current run, or stop drawing it."""
        if key in self._groups:
            self._groups[key] = replace(self._groups[key], band=on)
        else:
            node = self._nodes[key]
            self._nodes[key] = replace(node, ghost=on, hidden=node.hidden and not on)

    def delete(self, key: int) -> tuple[Run, ...]:
        """Remove a run, or a group with all its runs, and return the runs to stop.

        The branches of a removed run move to its parent, at the meta-step where they part from it.
        """
        if key in self._groups:
            gone = [run for node in self.members(key) for run in self.delete(node.key)]
            del self._groups[key]
            return tuple(gone)
        node = self._nodes.pop(key)
        for child in self.children(key):
            step = min(child.step, node.step) if node.parent is not None else 0
            self._nodes[child.key] = replace(child, parent=node.parent, step=step)
        return (node.run,)

    def came_from(self, node: Node) -> Node:
        """Return the run that `node` branched from; for a root, the first run of its story, which may be itself."""
        if node.parent is not None:
            return self._nodes[node.parent]
        return next(other for other in self.nodes if other.run.preset.story == node.run.preset.story)

    def fresh_name(self, stem: str) -> str:
        """Return an unused name: the stem with the next number."""
        taken = {node.name for node in self.nodes}
        return next(name for number in range(1, len(taken) + 2) if (name := f"{stem} {number}") not in taken)

    def unused_name(self, wanted: str) -> str:
        """Return the name, with a number appended if another run already has it."""
        return self.fresh_name(wanted) if wanted in {node.name for node in self.nodes} else wanted

    def ghosts(self, current: Run) -> list[tuple[str, Run]]:
        """Return the runs to draw behind `current`, each with its name."""
        return [(node.name, node.run) for node in self.nodes if node.ghost and node.run is not current]

    def bands(self) -> list[tuple[str, Sequence[Run]]]:
        """Return the groups whose quantiles are drawn, each with its name and its runs."""
        return [
            (group.name, [node.run for node in self.members(group.key)])
            for group in self.groups
            if group.band and len(self.members(group.key)) > 1
        ]

    def shares(self, budget: int, growing: Run | None = None) -> dict[int, int]:
        """Return how many bytes each recording may take, so that all of them together stay within `budget`.

        A run at rest gets what it holds if that is less than an equal share; the runs that train share the rest.
        Call it again when a run starts, stops, is added or removed. `growing` may start to train at any time.
        """
        open_ = {node.key: None if node.run is growing else _need(node.run) for node in self.nodes}
        shares: dict[int, int] = {}
        while open_:
            equal = max(budget - sum(shares.values()), 0) // len(open_)
            content = {key: need for key, need in open_.items() if need is not None and need <= equal}
            if not content:
                return shares | dict.fromkeys(open_, equal)
            shares |= content
            open_ = {key: need for key, need in open_.items() if key not in content}
        return shares

    def _new_key(self) -> int:
        self._next += 1
        return self._next - 1


def differing(nodes: Sequence[Node]) -> tuple[str, ...]:
    """Return the settings that all these runs have with different values, in the order of declaration."""
    values = [settings_of(node) for node in nodes]
    shared = [name for name in (values[0] if values else ()) if all(name in one for one in values)]
    return tuple(name for name in shared if any(one[name] != values[0][name] for one in values))


def own_differences(node: Node, other: Node) -> dict[str, object]:
    """Return the settings of a run that differ from those of another one."""
    mine, its = settings_of(node), settings_of(other)
    return {name: value for name, value in mine.items() if name not in its or its[name] != value}


def settings_of(node: Node) -> dict[str, object]:
    """Return a run's current settings as JSON values."""
    return node.run.settings_now.chosen()


def told(values: Mapping[str, object]) -> str:
    """Return settings as one line of text, such as "inner_rate 0.3, seed 2"."""
    return ", ".join(f"{name} {cell(value)}" for name, value in values.items())


def cell(value: object) -> str:
    """Return a setting's value as a short text that is still exact enough to compare."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, list):
        rows = all(isinstance(part, list) for part in value) and bool(value)
        return "; ".join(map(cell, value)) if rows else " ".join(map(cell, value)) or "–"
    return str(value)


def _need(run: Run) -> int | None:
    """Return the bytes of a run that is not training, None for one that is."""
    learning = not run.follows and run.runner.state in (RunState.RUNNING, RunState.PREPARING)
    return None if learning else run.recording.nbytes + SPARE
