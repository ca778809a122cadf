"""Turns the run tree into the rows of the list of runs."""

from __future__ import annotations

from metascope.scenes.desk.run_tree import Group, Node, RunTree, own_differences, told
from metascope.scenes.desk.setting_words import worded
from metascope.scenes.runs.run import Run
from metascope.simulator.engine.settings import declarations
from metascope.widgets.language.speaking import spoken
from metascope.widgets.runs.runs_model import RunRow


class RunRows:
    """Makes the rows of the list of runs. The differences of a run are cached until the run changes."""

    def __init__(self, tree: RunTree) -> None:
        self._tree = tree
        self._differs: dict[
            int, tuple[tuple[object, ...], tuple[str, str]]
        ] = {}  # key of a run or group -> the version it was computed for, the text and the same for the tooltip

    def rows(self, current: Run | None) -> list[RunRow]:
        """Return a row per run and group, each followed by its branches or members."""
        found = [self._row(node, current) for node in self._tree.children(None) if node.group is None]
        groups = [
            [
                self._group_row(group, members[0]),
                *(self._row(node, current, members[0]) for node in members),
            ]
            for group in self._tree.groups
            if (members := self._tree.members(group.key))
        ]
        tops = found + [row for rows in groups for row in rows]
        return [row for top in tops for row in (top, *self._below(top.key, current))]

    def _below(self, key: int, current: Run | None) -> list[RunRow]:
        children = self._tree.children(key)
        return [row for it in children for row in (self._row(it, current), *self._below(it.key, current))]

    def _group_row(self, group: Group, first: Node) -> RunRow:
        differs, also = self._texts(group.key, first, self._tree.came_from(first), but="seed")
        return RunRow(group.key, group.name, differs=differs, also=also, ghost=group.band)

    def _row(self, node: Node, current: Run | None, first: Node | None = None) -> RunRow:
        """Return a run's row; what a member shares with the group's `first` run is shown in the group's row."""
        if first is None or node.parent is not None:
            differs, also = self._texts(node.key, node, self._tree.came_from(node))
        else:
            differs, also = self._texts(node.key, node, first, but="seed")
        return RunRow(
            key=node.key,
            name=node.name,
            parent=node.group if node.parent is None else node.parent,
            differs=differs,
            also=also,
            step=max(node.run.recording.metrics.last_step, 0),
            state=node.run.runner.state.value,
            ghost=node.ghost,
            hidden=node.hidden,
            current=node.run is current,
        )

    def _texts(self, key: int, node: Node, other: Node, but: str = "") -> tuple[str, str]:
        """Return how a run differs from another one, as there is room for it, and in the other words for the tooltip.

        English titles are too long for the list: it has the names, as files have them, and the tooltip the titles;
        in other languages it is the other way round. The setting `but` is left out; cached under `key`.
        """
        version = (node.key, node.run.recording.steered, other.key, other.run.recording.steered)
        known = self._differs.get(key)
        if known is None or known[0] != version:
            differences = {name: value for name, value in own_differences(node, other).items() if name != but}
            named, titled = told(differences), worded(differences, declarations(type(node.run.settings)))
            known = version, (named, titled) if spoken().startswith("en") else (titled, named)
            there = {node.key for node in self._tree.nodes} | {group.key for group in self._tree.groups}
            self._differs = {old: text for old, text in self._differs.items() if old in there}
            self._differs[key] = known
        return known[1]
