"""What a scene is: the middle of the stage, drawn from a frame and an inner tick and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.engine.frame import Frame
from simulator.engine.history.metrics import Metrics
from simulator.engine.text import Message
from widgets.look.theme import Theme
from widgets.views.view import View


@dataclass(frozen=True)
class Words:
    """The texts of a scene: its name, the formulas over the stage and what the mouse can do in it."""

    title: str
    formulas: tuple[tuple[str, str], ...]  # (LaTeX, the same in words for a screen reader), one a line
    gestures: tuple[tuple[str, str], ...]  # (gesture, what it does)


class Scene(QWidget):
    """The views of one story. Draws what it is given; knows no runner, no recording and no live model.

    Signals:
        changed: a person manipulated the picture: the name and value of a `Simulation.change`, and whether the
            gesture is still under way.
        method_chosen: a person clicked a method's mark: its key.
        tick_chosen: a person clicked where an inner tick is drawn: the tick.
    """

    changed = Signal(str, object, bool)
    method_chosen = Signal(str)
    tick_chosen = Signal(int)

    def words(self) -> Words:
        """Return the scene's texts in the person's language."""
        raise NotImplementedError

    def methods(self) -> tuple[tuple[str, str], ...]:
        """Return the methods as (key, name), in the order in which they are listed."""
        raise NotImplementedError

    def views(self) -> tuple[View, ...]:
        """Return the views that have something to show in this run, the most important first."""
        raise NotImplementedError

    def all_views(self) -> tuple[View, ...]:
        """Return the views and those that may come while the run goes on."""
        return self.views()

    def draw(self, frame: Frame, inner: int, method: str) -> None:
        """Show the frame at this inner tick of `method`'s course."""
        raise NotImplementedError

    def draw_curves(self, metrics: Metrics, step: int) -> None:
        """Show the metrics so far, and where `step` is among them.

        They may grow afterwards; `draw` may look at what was measured before its frame.
        """
        raise NotImplementedError

    def set_emphasis(self, emphasis: Mapping[str, str]) -> None:
        """Draw each method "full", "dim" or "hidden"."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        for view in self.all_views():
            view.set_theme(theme)

    def notes(self, frame: Frame) -> Mapping[str, str]:
        """Return a few numbers of each method, to stand behind its name."""
        raise NotImplementedError

    def notices(self, frame: Frame) -> tuple[Message, ...]:
        """Return what the frame has to say beside its picture, such as why a path diverges."""
        raise NotImplementedError
