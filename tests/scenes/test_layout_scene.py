"""A scene that is a layout of views: each gets what it can take, and what a person does in one is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from metascope.scenes.layout_scene import TURNS, LayoutScene, views_in
from metascope.scenes.scene import Words
from metascope.scenes.views.learning_curves import LearningView, Quantity, series_of
from metascope.scenes.views.lines import LinesView
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.method import Method, Style
from metascope.simulator.engine.text import say
from metascope.widgets.look import theme
from metascope.widgets.look.emphasis import Level
from metascope.widgets.look.theme import DARK
from metascope.widgets.paper.export import image
from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.series.lines import Line
from metascope.widgets.plots.views.plot import Axis, PlotView
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.splitters import column, row
from tests.waiting import LONGEST
from tests.widgets.plots.pictures import count

METHODS = (Method("one", "First", Style("blue")), Method("two", "Second", Style("orange", "dashed", "square")))
LIGHT = theme.LIGHT.with_styles({method.key: method.style for method in METHODS})
WORDS = Words("A scene", ((r"\theta", "theta"),), (("Click", "Look at it"),))


@dataclass(frozen=True, kw_only=True)
class LossFrame(Frame):
    loss: tuple[float, ...]

    def ticks(self) -> int:
        return len(self.loss)


FRAME = LossFrame(step=4, metrics={"one.loss": 0.25, "two.loss": 4.0}, loss=(1.0, 0.1, 0.01), notices=(say("hm"),))


def lines(frame: LossFrame, inner: int) -> list[Line]:
    x, y = np.arange(inner + 1.0), np.array(frame.loss[: inner + 1])
    return [Line("one.loss", "one", "First", x, y), Line("two.loss", "two", "Second", x, 10 * y)]


class HandView(PlotView):
    """Keeps what it is given, and has every signal."""

    changed = Signal(str, object, bool)
    method_clicked = Signal(str)
    tick_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__("hand", "By hand", LIGHT, Axis("x"), [Axis("y")])
        self.given: list[object] = []

    def draw_frame(self, frame: Frame, inner: int, method: str) -> None:
        self.given.append((frame.step, inner, method))

    def show_methods(self, levels: Mapping[str, Level]) -> None:
        self.given.append(dict(levels))


class StillView(PlotView):
    """Takes nothing."""

    def __init__(self) -> None:
        super().__init__("still", "Still", LIGHT, Axis("x"), [Axis("y")])


def lines_view() -> LinesView:
    log = Axis("loss", "l", "", Scale("log"))
    return LinesView("losses", "Losses", LIGHT, Axis("step"), log, lines, ((0.0, 2.0), (0.01, 10.0)))


def learning_view() -> LearningView:
    return LearningView({"loss": Quantity("Loss", Axis("loss"), series_of("loss", METHODS))}, 10, "", LIGHT)


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[LayoutScene]:
    pages = Pages([("Curves", learning_view()), ("Still", StillView())])
    layout = row(lines_view(), column(pages, HandView()), shares=(3, 2))
    made = LayoutScene(METHODS, layout, words=WORDS, note=lambda frame, key: str(frame.metrics[f"{key}.loss"]))
    made.resize(900, 600)
    yield made
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def hand(scene: LayoutScene) -> HandView:
    found = scene.findChild(HandView)
    assert found is not None
    return found


def test_its_views_are_those_of_the_layout_in_their_order(scene: LayoutScene) -> None:
    assert [view.name for view in scene.views()] == ["losses", "learning", "still", "hand"]


def test_it_tells_what_it_was_given(scene: LayoutScene) -> None:
    assert scene.words() is WORDS
    assert scene.methods() == (("one", "First"), ("two", "Second"))
    assert scene.notes(FRAME) == {"one": "0.25", "two": "4.0"}
    assert [str(notice) for notice in scene.notices(FRAME)] == ["hm"]


def test_views_get_frames_metrics_and_emphasis(scene: LayoutScene) -> None:
    metrics = Metrics()
    metrics.append(0, FRAME.metrics)
    metrics.append(4, FRAME.metrics)
    scene.draw(FRAME, 1, "two")
    scene.draw_curves(metrics, 4)
    scene.set_emphasis({"one": "full", "two": "hidden"})
    assert hand(scene).given == [(4, 1, "two"), {"one": "full", "two": "hidden"}]
    losses, learning, *_ = scene.views()
    assert {name for name in losses.table() if "." in name} == {"x.x", "one.loss"}
    assert "one.loss" in learning.table()
    assert "two.loss" not in learning.table()


def test_at_a_glance_what_is_read_and_what_nobody_sees_is_left_out(qtbot: QtBot, scene: LayoutScene) -> None:
    scene.draw(FRAME, 0, "one")
    assert not scene.glance(FRAME, 1, "one")  # nothing is on the screen
    with qtbot.waitExposed(scene, timeout=LONGEST):
        scene.show()
    hand(scene).leisurely = True
    assert not any(scene.glance(FRAME, 1, "two") for _ in range(TURNS))
    assert hand(scene).given == [(4, 0, "one")]


def test_at_a_glance_the_views_beside_the_first_one_are_drawn_in_turns(qtbot: QtBot, scene: LayoutScene) -> None:
    with qtbot.waitExposed(scene, timeout=LONGEST):
        scene.show()
    scene.draw(FRAME, 0, "one")
    losses, whole = scene.views()[0], []
    assert isinstance(losses, LinesView)
    for tick in range(2 * TURNS):
        whole.append(scene.glance(FRAME, tick % 3, "one"))
        assert len(losses._item.lines[0].x) == tick % 3 + 1
    assert sum(whole) == len(hand(scene).given) - 1 == 2


def test_what_a_person_does_in_a_view_is_told(scene: LayoutScene) -> None:
    told: list[tuple[object, ...]] = []
    for signal in (scene.changed, scene.method_chosen, scene.tick_chosen):
        signal.connect(lambda *values: told.append(values))
    view = hand(scene)
    view.changed.emit("rate", 0.5, True)
    view.method_clicked.emit("two")
    view.tick_clicked.emit(2)
    learning = scene.findChild(LearningView)
    assert learning is not None
    learning.series_clicked.emit("one.loss")
    assert told == [("rate", 0.5, True), ("two",), (2,), ("one",)]


def test_views_keep_the_styles_of_the_methods_in_another_theme(scene: LayoutScene) -> None:
    scene.draw(FRAME, 2, "one")
    scene.set_theme(DARK)
    losses = scene.views()[0]
    assert losses.theme.name == "dark"
    assert scene.styled(DARK) is losses.theme
    assert count(image(losses, losses.size(), 96), DARK.colours["blue"], 20) > 50


def test_a_scene_may_choose_which_view_is_first(qtbot: QtBot) -> None:
    first, second = StillView(), HandView()
    made = LayoutScene(METHODS)
    qtbot.addWidget(made)
    made.set_layout(row(first, second), (second, first))
    assert made.views() == (second, first)


def test_a_layout_is_made_of_views_alone(qtbot: QtBot) -> None:
    label = QLabel("no view")
    qtbot.addWidget(label)
    with pytest.raises(TypeError, match="not of QLabel"):
        views_in(label)


def test_lines_lie_along_the_axis_and_tell_their_own_numbers(qtbot: QtBot) -> None:
    view = lines_view()
    qtbot.addWidget(view)
    view.draw_frame(FRAME, 2, "one")
    np.testing.assert_array_equal(view.table()["one.loss"], FRAME.loss)
    np.testing.assert_allclose(view._item.lines[0].y, [0, -1, -2])
    assert view.panels[0].home == ((0.0, 2.0), (-2.0, 1.0))
    view.show_methods({"one": "dim", "two": "full"})
    assert [line.emphasis for line in view._item.lines] == ["dim", "full"]
