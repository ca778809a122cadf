"""Builds the scene of the LSTM cell: the cell at work, its path on the loss, its losses, and its training."""

from __future__ import annotations

from typing_extensions import override

from metascope.scenes.layout_scene import LayoutScene
from metascope.scenes.scene import Scene, Words
from metascope.scenes.stories.lstm_cell.losses import LossesView, training_view
from metascope.scenes.stories.lstm_cell.paths import PathsView
from metascope.scenes.stories.lstm_cell.stages import StagesView
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.stories.lstm_cell.names import STORY_METHODS
from metascope.simulator.stories.lstm_cell.settings import CellSettings
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.views.splitters import column, row


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, CellSettings), "the scene needs the settings of its own story"
    return CellScene(settings, theme)


class CellScene(LayoutScene):
    """Five cells, from the plain LSTM to gradient descent, one of them in detail."""

    def __init__(self, settings: CellSettings, theme: Theme) -> None:
        super().__init__(STORY_METHODS, note=note)
        sizes = (200, 140, 140) if settings.dimension == 1 else (250, 115, 125)
        views = PathsView(settings, theme), LossesView(settings, theme), training_view(settings, theme)
        self.set_layout(row(StagesView(theme), column(*views, sizes=sizes), shares=(5, 3), sizes=(620, 340)))

    @override
    def words(self) -> Words:
        return Words(
            title=self.tr("The LSTM cell that becomes gradient descent"),
            formulas=(
                (
                    r"c^t = z^f \odot c^{t-1} + z^i \odot z, \quad h^t = z^o \odot \tanh(c^t),"
                    r" \quad y^t = \sigma(W' h^t)",
                    self.tr("The LSTM's memory c, its output h and its answer y"),
                ),
                (
                    r"c \to \theta, \quad z \to -\nabla l, \quad z^f \to 1, \quad z^i \to \eta",
                    self.tr("Four substitutions: theta for c, the negative gradient for z, 1 and eta for the gates"),
                ),
                (
                    r"\theta^t = \theta^{t-1} - \eta\, \nabla l(\theta^{t-1})",
                    self.tr("The result is gradient descent"),
                ),
            ),
            gestures=(
                (self.tr("Click a stage of the chain"), self.tr("Show that cell in detail, and dim the others")),
                (self.tr("Play the inner clock"), self.tr("Show gates, memory and output of each step in turn")),
                (self.tr("Drag the dark mark on the curve"), self.tr("Move the start θ⁰ of all five cells")),
                (self.tr("Hover over a quantity"), self.tr("Show what it is")),
                (self.tr("Wheel, drag the plot, double click"), self.tr("Zoom, pan, reset the range")),
            ),
        )


def note(frame: Frame, method: str) -> str:
    """Return a cell's mean loss at the last time step, on starts and tasks that it was not trained on."""
    return number(frame.metrics.get(f"{method}.loss_last", float("nan")), 2)
