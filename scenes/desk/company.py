"""Draws other runs with the one on the stage: ghosts behind it, and beside it the pictures of its comparison."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, final

from PySide6.QtCore import QObject, Qt, Signal

from metascope.scenes.desk.run_tree import RunTree
from metascope.scenes.desk.together import Together
from metascope.scenes.runs.run import Run
from metascope.widgets.look.theme import Theme

if TYPE_CHECKING:
    from metascope.scenes.desk.side_by_side import SideBySide
    from metascope.scenes.stage.stage import Stage
    from metascope.scenes.unseen.ghosts import Ghosts


@final
class Company(QObject):
    """The runs that are seen with the one on the stage; it comes and goes with that.

        company = Company(tree)
        company.together.add({run: "", other: "surface"})
        company.join(stage, theme)
        company.leave(stage)

    Signals:
        chosen: a person wants a run on the stage that stands beside it: the `Run`.
    """

    chosen = Signal(object)

    def __init__(self, tree: RunTree, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tree = tree
        self.together = Together()  # which runs stand side by side when one of them is on the stage
        self.ghosts: Ghosts | None = None
        self.beside: SideBySide | None = None

    def join(self, stage: Stage, theme: Theme) -> None:
        """Draw other runs with the one that came on the stage, which is in the tree."""
        from metascope.scenes.unseen.ghosts import Ghosts  # imports pyqtgraph, so not before the first paint

        self.ghosts = Ghosts(stage.scene, theme, stage.run.preset.story, stage)
        stage.set_ghosts(self.ghosts)
        self._put_beside(stage, theme)

    def leave(self, stage: Stage) -> None:
        """Draw none with the run that leaves the stage."""
        self._close_ghosts(stage)
        if self.beside is not None:
            self.beside.close()
            self.beside = None

    def stop(self, stage: Stage | None) -> None:
        """Draw none any more on a stage that goes on elsewhere."""
        if stage is not None:
            self._close_ghosts(stage)
        if self.beside is not None:
            self.beside.stop()
            self.beside = None

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        for part in (self.ghosts, self.beside):
            if part is not None:
                part.set_theme(theme)

    def look(self, current: Run) -> None:
        """Draw the ghosts and the bands that are on in the tree, behind the run on the stage."""
        if self.ghosts is not None:
            self.ghosts.set_runs(self._tree.ghosts(current))
            self.ghosts.set_groups(self._tree.bands())

    def draws_none_of(self, runs: Sequence[Run]) -> bool:
        """Return whether nothing of these runs can be drawn behind the one on the stage."""
        return self.ghosts is not None and not any(map(self.ghosts.shares, runs))

    def drop(self, runs: Sequence[Run]) -> None:
        """Take runs out of their comparisons, and their pictures from beside the stage."""
        self.together.drop(runs)
        if self.beside is not None:
            self.beside.drop(runs)

    def take_over(self, other: Company) -> None:
        """Take all comparisons of another desk, which keeps none."""
        self.together, other.together = other.together, Together()

    def _close_ghosts(self, stage: Stage) -> None:
        if self.ghosts is not None:
            stage.set_ghosts(None)
            self.ghosts.close()
            self.ghosts = None

    def _put_beside(self, stage: Stage, theme: Theme) -> None:
        """Show the runs of a comparison next to the one that came on the stage."""
        others = self.together.others(stage.run)
        if not others:
            return
        from metascope.scenes.desk.pane import Pane  # these import pyqtgraph, as above
        from metascope.scenes.desk.side_by_side import SideBySide

        panes = [Pane(self._name(run), run, self.together.view(run), theme) for run in others]
        self.beside = SideBySide(stage, self._name(stage.run), self.together.view(stage.run), panes, theme)
        self.beside.chosen.connect(self.chosen, Qt.ConnectionType.QueuedConnection)

    def _name(self, run: Run) -> str:
        return self._tree.node_of(run).name
