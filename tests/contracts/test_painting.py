"""How often Qt calls Python to paint: what training loses to the window is the Python that a picture costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from statistics import median
from sys import setprofile
from types import FrameType
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QGraphicsItem, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.catalog import build_scene
from metascope.scenes.scene import Scene
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.story import catalog
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.plots.canvas.axes import KeptAxis
from metascope.widgets.plots.canvas.mark import Mark
from tests.contracts.runs import STORIES, light, played
from tests.tiers import first_quick
from tests.waiting import LONGEST

LIMITS = {  # calls for a new frame, and for a tick of the inner clock; of each story at least one scenario
    "two-tasks": (1, 1),
    "two-dimensions": (2, 1),
    "lstm-cell": (3, 1),
    "learned-gates": (4, 4),
    "copy": (8, 8),
    "mann-glyphs": (9, 3),
    "sine-maml": (7, 2),
    "before-meta-learning": (9, 3),
    "three-memories": (3, 3),
    "characters-maml": (8, 2),
    "navigation": (9, 3),
    "two-arms": (9, 0),
}
GLANCES = {  # calls for a new frame while a run plays
    "two-tasks": 1,
    "two-dimensions": 1,
    "lstm-cell": 1,
    "learned-gates": 2,
    "copy": 6,
    "mann-glyphs": 5,
    "sine-maml": 1,
    "before-meta-learning": 6,
    "three-memories": 1,
    "characters-maml": 7,
    "navigation": 2,
    "two-arms": 2,
}
MARKS = {  # marks drawn for a new frame, and for a tick
    "two-tasks": (34, 9),
    "two-dimensions": (20, 12),
    "lstm-cell": (12, 0),
    "learned-gates": (10, 8),
    "copy": (12, 12),
    "mann-glyphs": (25, 9),
    "sine-maml": (8, 3),
    "before-meta-learning": (15, 11),
    "three-memories": (5, 4),
    "characters-maml": (3, 2),
    "navigation": (10, 10),
    "two-arms": (11, 0),
}
WHOLE = {  # calls of any kind for a new frame while a run plays, of Python and from Python
    "two-tasks": 3400,
    "two-dimensions": 2200,
    "lstm-cell": 1050,
    "learned-gates": 2800,
    "copy": 3050,
    "mann-glyphs": 3200,
    "sine-maml": 2350,
    "before-meta-learning": 2300,
    "three-memories": 2700,
    "characters-maml": 1900,
    "navigation": 1250,
    "two-arms": 900,
}
CALLS = ("call", "c_call")
each = pytest.mark.parametrize(
    "preset", first_quick([pytest.param(light(presets.find(name)), id=name) for name in LIMITS], count=3)
)


def _note_calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note every call of a Python function that paints an item, a widget, a mark or an axis, from now on."""
    calls: list[str] = []

    def noted(owner: type, name: str) -> Callable[..., Any]:
        real = owner.__dict__[name]

        def paint(*arguments: Any) -> Any:
            calls.append(f"{owner.__name__}.{name}")
            return real(*arguments)

        return paint

    monkeypatch.setattr(Mark, "paint_in", noted(Mark, "paint_in"))
    monkeypatch.setattr(KeptAxis, "_keep", noted(KeptAxis, "_keep"))
    for owner in _subclasses(QGraphicsItem) | _subclasses(QWidget):
        for name in ("paint", "paintEvent"):
            if name in owner.__dict__ and not owner.__module__.startswith("PySide6"):
                monkeypatch.setattr(owner, name, noted(owner, name))
    return calls


def _subclasses(of: type[Any]) -> set[type[Any]]:
    known: list[type[Any]] = of.__subclasses__()
    return {*known}.union(*map(_subclasses, known))


@pytest.fixture
def shown(preset: Preset, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[tuple[Scene, list[str]]]:
    """Give the scenario's scene on the screen, its first frames drawn, and the calls that paint it from now on."""
    made = build_scene(preset.story, preset.settings, LIGHT)
    calls = _note_calls(monkeypatch)
    made.resize(1000, 700)
    seen, metrics = played(preset.name)
    with qtbot.waitExposed(made, timeout=LONGEST):
        made.show()
    for frame in seen:
        _draw(made, frame, frame.ticks() - 1)
    made.draw_curves(metrics, seen[-1].step)
    QApplication.processEvents()
    calls.clear()
    yield made, calls
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _draw(scene: Scene, frame: Frame, inner: int) -> None:
    scene.draw(frame, inner, scene.methods()[0][0])
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def _calls_of(
    scene: Scene, painted: list[str], pictures: Iterable[tuple[Frame, int]], of: Callable[[str], bool]
) -> float:
    """Return the calls that a picture takes as a rule: where a range changes, axes are drawn too."""
    counts = []
    for frame, inner in pictures:
        painted.clear()
        _draw(scene, frame, inner)
        counts.append(sum(map(of, painted)))
    return median(counts)


def _is_of_qt(call: str) -> bool:
    return call.endswith((".paint", ".paintEvent"))


def _is_of_a_mark(call: str) -> bool:
    return call == "Mark.paint_in"


def test_every_story_is_held() -> None:
    assert {presets.find(name).story for name in LIMITS} == STORIES.keys() - catalog().plugins.keys()
    assert LIMITS.keys() == GLANCES.keys() == MARKS.keys() == WHOLE.keys()


@each
def test_a_new_frame_costs_few_calls_of_python(shown: tuple[Scene, list[str]], preset: Preset) -> None:
    frames = played(preset.name)[0]
    assert _calls_of(*shown, ((frame, frame.ticks() - 1) for frame in frames), _is_of_qt) <= LIMITS[preset.name][0]


@each
def test_at_a_glance_a_new_frame_costs_fewer(shown: tuple[Scene, list[str]], preset: Preset) -> None:
    scene, painted = shown
    counts = []
    for frame in played(preset.name)[0]:
        painted.clear()
        scene.glance(frame, frame.ticks() - 1, scene.methods()[0][0])
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        counts.append(sum(map(_is_of_qt, painted)))
    assert median(counts) <= GLANCES[preset.name]


@each
def test_at_a_glance_a_new_frame_takes_few_calls_at_all(shown: tuple[Scene, list[str]], preset: Preset) -> None:
    scene, _ = shown
    counts, calls = list[int](), list[str]()

    def note(_frame: FrameType, event: str, _given: object) -> None:
        if event in CALLS:
            calls.append(event)

    for frame in played(preset.name)[0]:
        calls.clear()
        setprofile(note)
        try:
            scene.glance(frame, frame.ticks() - 1, scene.methods()[0][0])
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        finally:
            setprofile(None)
        counts.append(len(calls))
    assert median(counts) <= WHOLE[preset.name]


@each
def test_a_tick_costs_few_calls_of_python(shown: tuple[Scene, list[str]], preset: Preset) -> None:
    frame = played(preset.name)[0][-1]
    assert _calls_of(*shown, ((frame, tick) for tick in range(frame.ticks())), _is_of_qt) <= LIMITS[preset.name][1]


@each
def test_only_marks_that_show_something_are_drawn(shown: tuple[Scene, list[str]], preset: Preset) -> None:
    frames = played(preset.name)[0]
    whole = _calls_of(*shown, ((frame, frame.ticks() - 1) for frame in frames), _is_of_a_mark)
    ticks = _calls_of(*shown, ((frames[-1], tick) for tick in range(frames[-1].ticks())), _is_of_a_mark)
    assert whole <= MARKS[preset.name][0]
    assert ticks <= MARKS[preset.name][1]


@each
def test_a_tick_lays_out_no_axis(shown: tuple[Scene, list[str]], preset: Preset) -> None:
    frame = played(preset.name)[0][-1]
    assert _calls_of(*shown, ((frame, tick) for tick in range(frame.ticks())), "KeptAxis._keep".__eq__) == 0
