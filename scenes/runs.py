"""The run tree as rows of its list."""

from __future__ import annotations

from scenes.run import Run
from scenes.runtree import Node, RunTree, own_differences, told
from widgets.runs_model import RunRow


class RunRows:
    """Makes the rows that the list of runs shows; what a run differs in is found anew only after a change of it."""

    def __init__(self, tree: RunTree) -> None:
        self._tree = tree
        self._differs: dict[int, tuple[tuple[object, ...], str]] = {}  # node -> (what it was found for, the text)

    def rows(self, current: Run | None) -> list[RunRow]:
        """Return a row for each run and group, what branched or belongs to one after it."""
        found = [self._row(node, current) for node in self._tree.children(None) if node.group is None]
        groups = [
            [
                RunRow(group.key, group.name, ghost=group.band),
                *(self._row(node, current) for node in self._tree.members(group.key)),
            ]
            for group in self._tree.groups
        ]
        tops = found + [row for rows in groups for row in rows]
        return [row for top in tops for row in (top, *self._below(top.key, current))]

    def _below(self, key: int, current: Run | None) -> list[RunRow]:
        children = self._tree.children(key)
        return [row for it in children for row in (self._row(it, current), *self._below(it.key, current))]

    def _row(self, node: Node, current: Run | None) -> RunRow:
        return RunRow(
            key=node.key,
            name=node.name,
            parent=node.group if node.parent is None else node.parent,
            differs=self._text(node),
            step=max(node.run.recording.metrics.last_step, 0),
            state=node.run.runner.state.value,
            ghost=node.ghost,
            hidden=node.hidden,
            current=node.run is current,
        )

    def _text(self, node: Node) -> str:
        other = self._tree.came_from(node)
        version = (node.run.recording.steered, other.key, other.run.recording.steered)
        known = self._differs.get(node.key)
        if known is None or known[0] != version:
            known = (version, told(own_differences(node, other)))
            self._differs = {key: value for key, value in self._differs.items() if key in self._tree}
            self._differs[node.key] = known
        return known[1]
