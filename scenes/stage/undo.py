"""Undoes and redoes a person's changes to a run."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

EDITS = 200  # that can be undone


class _Done(QUndoCommand):
    """A change that has already been made when it is pushed."""

    def __init__(self, text: str, back: Callable[[], object], again: Callable[[], object]) -> None:
        super().__init__(text)
        self._back, self._again = back, again
        self._pushed = False

    @override
    def undo(self) -> None:
        self._back()

    @override
    def redo(self) -> None:
        """Redo the change; the stack also calls this when the command is pushed, which does nothing."""
        if self._pushed:
            self._again()
        self._pushed = True


def new_stack(parent: QObject) -> QUndoStack:
    """Return an empty stack of at most `EDITS` changes, which goes with its parent.

    It must not be left to Python's garbage collection, which may delete its commands first (PySide6 6.11.3): the stack
    then deletes them again, and the program ends.
    """
    stack = QUndoStack(parent)
    stack.setUndoLimit(EDITS)
    return stack


def note(stack: QUndoStack, text: str, back: Callable[[], object], again: Callable[[], object]) -> None:
    """Push a change that was made: its name, and how to undo and redo it."""
    stack.push(_Done(text, back, again))
