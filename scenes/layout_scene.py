"""A scene that is a layout of views: frames, metrics, emphasis, themes and clicks are passed on by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar, cast, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.scenes.scene import Scene, Words
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.method import Method
from metascope.widgets.look.emphasis import Level
from metascope.widgets.plots.canvas.mark import glancing
from metascope.widgets.plots.views.plot import PlotView
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.view import View

F = TypeVar("F", bound=Frame)
TURNS = 3  # glances in which each view beside the main one is drawn once


@runtime_checkable
class DrawsFrames(Protocol):
    """A view that shows a frame, its story's own, at an inner step of a method."""

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None: ...  # noqa: D102


@runtime_checkable
class DrawsMetrics(Protocol):
    """A view that shows the metrics so far, and where `step` is among them."""

    def draw_metrics(self, metrics: Metrics, step: int) -> None: ...  # noqa: D102


@runtime_checkable
class ShowsMethods(Protocol):
    """A view that draws each method fully, dimmed or not at all."""

    def show_methods(self, levels: Mapping[str, Level]) -> None: ...  # noqa: D102


@runtime_checkable
class Manipulated(Protocol):
    """A view in which a person makes changes: name, value, and whether the gesture goes on."""

    changed: SignalInstance


@runtime_checkable
class MethodClicked(Protocol):
    """A view in which a person clicks a method: its key."""

    method_clicked: SignalInstance


@runtime_checkable
class TickClicked(Protocol):
    """A view in which a person clicks where an inner tick is drawn: the tick."""

    tick_clicked: SignalInstance


class LayoutScene(Scene):
    """Passes on to each view what it can take, and on from it what a person does there.

        def build(settings: MySettings, theme: Theme) -> Scene:
            path, curves = PathView(settings, theme), learning_view(settings, theme)
            return LayoutScene(STORY.methods, row(path, curves, shares=(3, 2)), words=words())

    What a view takes is told by its methods and signals: `draw_frame`, `draw_metrics`, `show_methods`; `changed`,
    `method_clicked`, `tick_clicked` (see the protocols above). A scene that does more is a subclass: it calls
    `super().__init__(methods)`, makes its views, hands them to `set_layout`, and extends `draw`, where it asks `draws`.
    """

    def __init__(
        self,
        methods: Iterable[Method],
        layout: QWidget | None = None,
        *,
        words: Words | None = None,
        note: Callable[[F, str], str] | None = None,
    ) -> None:
        """Make the scene.

        Args:
            methods: those of the story that the run has.
            layout: a view, or rows, columns and pages of views; `set_layout` takes a later one.
            words: its texts; who gives none overrides `words`.
            note: returns, of the story's own frame, a few numbers of a method, to stand behind its name.
        """
        super().__init__(methods)
        self._words, self._note = words, cast("Callable[[Frame, str], str] | None", note)
        self._views: tuple[View, ...] = ()
        self._drawn: list[tuple[View, DrawsFrames]] = []
        self._glancing = self._whole = False
        self._asked: dict[View, None] = {}  # views that draw frames, in the order in which they do
        self._seen: frozenset[View] = frozenset()  # those that are drawn at this glance
        self._glances = 0
        if layout is not None:
            self.set_layout(layout)

    def set_layout(self, layout: QWidget, views: Sequence[View] = ()) -> None:
        """Show this, once; `views` are those in it, the most important first, where that is not as they stand there."""
        self._views = tuple(views) or views_in(layout)
        self._drawn = [(view, view) for view in self._views if isinstance(view, DrawsFrames)]  # slow to tell
        for view in self._views:
            self._connect_view(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(layout)

    @override
    def words(self) -> Words:
        assert self._words is not None, "a scene without texts overrides this"
        return self._words

    @override
    def views(self) -> tuple[View, ...]:
        return self._views

    @override
    def draw(self, frame: Frame, inner: int, method: str) -> None:
        for view, drawn in self._drawn:
            if self.draws(view):
                drawn.draw_frame(frame, inner, method)

    @override
    def glance(self, frame: Frame, inner: int, method: str) -> bool:
        self._glancing = self._whole = True
        self._seen = self._watched()
        try:
            with glancing() as eye:
                self.draw(frame, inner, method)
        finally:
            self._glancing = False
        return self._whole and not eye.missed

    def draws_texts(self) -> bool:
        """Return whether titles and remarks are drawn now: not at a glance."""
        self._whole = self._whole and not self._glancing
        return not self._glancing

    def draws(self, view: View) -> bool:
        """Return whether a view is drawn now: at a glance nobody reads, nor sees what is on another page.

        Nor does anybody watch more than one picture at once: those beside the main one are drawn in turns. A scene that
        draws views itself asks this for each of them.
        """
        self._asked[view] = None
        if not self._glancing or view in self._seen:
            return True
        self._whole = False
        return False

    def _watched(self) -> frozenset[View]:
        """Return the views that are drawn at the next glance."""
        self._glances += 1
        main = next((view for view in self._views if _is_watched(view)), None)
        beside = [view for view in self._asked if view is not main and _is_watched(view)]
        turn = [view for place, view in enumerate(beside) if (self._glances + place) % TURNS == 0]
        return frozenset(turn if main is None else [main, *turn])

    @override
    def draw_curves(self, metrics: Metrics, step: int) -> None:
        for view in self._views:
            if isinstance(view, DrawsMetrics):
                view.draw_metrics(metrics, step)

    @override
    def set_emphasis(self, emphasis: Mapping[str, str]) -> None:
        """Draw each method fully, dimmed or not at all, in every view that shows methods."""
        levels = cast("Mapping[str, Level]", emphasis)
        for view in self._views:
            if isinstance(view, ShowsMethods):
                view.show_methods(levels)

    @override
    def notes(self, frame: Frame) -> Mapping[str, str]:
        return {} if self._note is None else {key: self._note(frame, key) for key, _ in self.methods()}

    def _connect_view(self, view: View) -> None:
        if isinstance(view, Manipulated):
            view.changed.connect(self.changed)
        if isinstance(view, MethodClicked):
            view.method_clicked.connect(self.method_chosen)
        if isinstance(view, TickClicked):
            view.tick_clicked.connect(self.tick_chosen)


def _is_watched(view: View) -> bool:
    return not view.leisurely and view.isVisible()


def unnamed_methods(scene: Scene, view: View, levels: Mapping[str, str] | None = None) -> tuple[tuple[str, str], ...]:
    """Return the methods, as (key, name), that a view of the scene draws without a name: to be named on paper.

    `levels` are the methods' emphasis; who is "hidden" is left out.
    """
    if not (isinstance(view, PlotView) and isinstance(view, ShowsMethods)):
        return ()
    return view.unnamed([one for one in scene.methods() if (levels or {}).get(one[0]) != "hidden"])


def views_in(layout: QWidget) -> tuple[View, ...]:
    """Return the views of rows, columns and pages, in the order in which they stand there."""
    if isinstance(layout, View):
        return (layout,)
    if isinstance(layout, QSplitter):
        parts: Sequence[QWidget | None] = [layout.widget(index) for index in range(layout.count())]
    elif isinstance(layout, Pages):
        parts = layout.pages()
    else:
        raise TypeError(f"a layout is made of views, rows, columns and pages, not of {type(layout).__name__}")
    return tuple(view for part in parts if part is not None for view in views_in(part))
