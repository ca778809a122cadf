"""Taking back what a person did to a run, and doing it again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

DEEDS = 200  # that can be taken back


class _Done(QUndoCommand):
    """Something that has happened already when it comes here."""

    def __init__(self, text: str, back: Callable[[], object], again: Callable[[], object]) -> None:
        super().__init__(text)
        self._back, self._again = back, again
        self._pushed = False

    @override
    def undo(self) -> None:
        self._back()

    @override
    def redo(self) -> None:
        """Do it again; the stack calls this once when it takes the command, when it is done already."""
        if self._pushed:
            self._again()
        self._pushed = True


def new_stack() -> QUndoStack:
    """Return an empty stack of the last `DEEDS` deeds."""
    stack = QUndoStack()
    stack.setUndoLimit(DEEDS)
    return stack


def note(stack: QUndoStack, text: str, back: Callable[[], object], again: Callable[[], object]) -> None:
    """Put something that was done on top of the stack: what it is called, and how it is taken back and done again."""
    stack.push(_Done(text, back, again))
