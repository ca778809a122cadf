"""Makes the handles that a person drags on the landscapes: the methods' starts and the tasks' optima."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from metascope.simulator.stories.landscapes.names import METHOD_NAMES, TASK_LETTERS
from metascope.widgets.look.translation import method_text, translate
from metascope.widgets.plots.handles.handle import Handle

DRAWN = ("reptile", "fomaml", "pretraining", "maml")  # the methods in drawing order, the last one on top
Changed = Callable[[str, object, bool], object]  # name, value and whether the gesture continues, as in `Scene.changed`


def start_handle(key: str, dimension: int, changed: Changed) -> Handle:
    """Return the handle of a method's start. Dragging it moves all methods' starts, with Shift only this one."""

    def dragged(x: float, y: float, draft: bool, modifiers: Qt.KeyboardModifier) -> None:
        alone = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        changed("phi", {"method": key if alone else None, "to": [x, y][:dimension]}, draft)

    handle = Handle(
        f"{key}.start", key, translate("Grips", "{method}: start φ").format(method=method_text(METHOD_NAMES[key]))
    )
    handle.dragged.connect(dragged)
    return handle


def optimum_handle(task: int, dimension: int, lift: tuple[float, float], changed: Changed) -> Handle:
    """Return the letter of a task, `lift` pixels from its optimum. Dragging it moves the task's whole surface."""

    def dragged(x: float, y: float, draft: bool, _: Qt.KeyboardModifier) -> None:
        changed("task", {"task": task, "to": [x, y][:dimension]}, draft)

    letter = TASK_LETTERS[task]
    label = translate("Grips", "optimum of task {letter}").format(letter=letter)
    handle = Handle(f"optimum.{letter}", f"task.{letter}", label, letter, lift=lift)
    handle.dragged.connect(dragged)
    return handle
