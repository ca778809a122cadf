"""Defines a scene: the middle of the stage, drawn from a frame and an inner step and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.method import Method
from metascope.simulator.engine.text import Message
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import method_text
from metascope.widgets.views.view import View


@dataclass(frozen=True)
class Words:
    """The texts of a scene: its title, the formulas above the picture and the gestures that it understands."""

    title: str
    formulas: tuple[tuple[str, str], ...]  # (LaTeX, the same in words for a screen reader), one per line
    gestures: tuple[tuple[str, str], ...]  # (gesture, what it does)
    notes: str = ""  # what the numbers behind the methods' names are, where that is to be explained
    alike: str = ""  # what all these numbers have in common, in a word or two, to stand behind the last name


class Scene(QWidget):
    """The views of one story. Draws what it is given; knows no runner, no recording and no live model.

    Example:
        scene = build_scene("landscapes", settings, theme)
        scene.draw(frame, frame.ticks() - 1, scene.methods()[0][0])
        scene.draw_curves(metrics, frame.step)

    Signals:
        changed: a person manipulated the picture: name and value of a `Simulation.change`, and whether the gesture
            is still in progress.
        method_chosen: a person clicked a mark of a method: its key.
        tick_chosen: a person clicked where an inner step is drawn: its index.
    """

    changed = Signal(str, object, bool)
    method_chosen = Signal(str)
    tick_chosen = Signal(int)

    def __init__(self, methods: Iterable[Method] = ()) -> None:
        """Make a scene of these methods, those of its story's that the run has."""
        super().__init__()
        self._methods = tuple((method.key, method_text(method.name)) for method in methods)

    def words(self) -> Words:
        """Return the scene's texts in the person's language."""
        raise NotImplementedError

    def methods(self) -> tuple[tuple[str, str], ...]:
        """Return the methods as (key, name), in the order in which they are listed."""
        return self._methods

    def first_method(self) -> str:
        """Return the key of the method whose inner clock is seen at first: the first one that is listed."""
        return self.methods()[0][0]

    def views(self) -> tuple[View, ...]:
        """Return the views that have something to show in this run, the most important one first."""
        raise NotImplementedError

    def view_named(self, name: str) -> View:
        """Return the view with this name, or the main view where there is none."""
        views = self.views()
        return next((view for view in views if view.name == name), views[0])

    def all_views(self) -> tuple[View, ...]:
        """Return the views, including those that may only appear later in the run."""
        return self.views()

    def draw(self, frame: Frame, inner: int, method: str) -> None:
        """Show the frame at this inner step of `method`."""
        raise NotImplementedError

    def glance(self, frame: Frame, inner: int, method: str) -> bool:
        """Show the frame where it is on the screen for a moment only; return whether that is all of it.

        What is read rather than watched, and what nobody sees, may be left for the next `draw`: one follows a few times
        per second, and once the frames stop.
        """
        self.draw(frame, inner, method)
        return True

    def draw_curves(self, metrics: Metrics, step: int) -> None:
        """Show the metrics recorded so far, with a cursor at meta-step `step`.

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

    def styled(self, theme: Theme) -> Theme:
        """Return the theme with the styles of the scene's methods, for what is drawn beside the views."""
        return theme.with_styles(self.views()[0].theme.styles)

    def notes(self, frame: Frame) -> Mapping[str, str]:
        """Return a few numbers per method, to be shown after its name; by default none."""
        return {}

    def noted_at(self, frame: Frame) -> tuple[int, int] | None:
        """Return when the numbers of `notes` were measured and will be again, None if they are the frame's."""
        return None

    def notices(self, frame: Frame) -> tuple[Message, ...]:
        """Return the frame's messages, such as why a path diverges."""
        return frame.notices
