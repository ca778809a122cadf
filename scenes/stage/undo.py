"""Undoes and redoes a person's changes to a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

EDITS = 200  # that can be undone


@dataclass(frozen=True)
class History:
    """What was changed, in its order and as whoever noted it knows it, and how much of it is done."""

    changes: Sequence[object] = ()
    done: int = 0


class _Done(QUndoCommand):
    """A change that has already been made when it is pushed."""

    def __init__(self, text: str, back: Callable[[], object], again: Callable[[], object], change: object) -> None:
        super().__init__(text)
        self._back, self._again = back, again
        self.change = change
        self.asleep = True  # while it is pushed, or goes to another stack

    @override
    def undo(self) -> None:
        if not self.asleep:
            self._back()

    @override
    def redo(self) -> None:
        """Redo the change; the stack also calls this when the command is pushed, which does nothing."""
        if not self.asleep:
            self._again()


def new_stack(parent: QObject) -> QUndoStack:
    """Return an empty stack of at most `EDITS` changes, which goes with its parent.

    It must not be left to Python's garbage collection, which may delete its commands first (PySide6 6.11.3): the stack
    then deletes them again, and the program ends.
    """
    stack = QUndoStack(parent)
    stack.setUndoLimit(EDITS)
    return stack


def note(
    stack: QUndoStack, text: str, back: Callable[[], object], again: Callable[[], object], change: object = None
) -> None:
    """Push a change that was made: its name, how to undo and redo it, and what is told of it by `history`."""
    done = _Done(text, back, again, change)
    stack.push(done)
    done.asleep = False


def history(stack: QUndoStack) -> History:
    """Return what is on a stack."""
    return History([it.change for it in _commands(stack)], stack.index())


def go_to(stack: QUndoStack, done: int) -> None:
    """Let only the first `done` changes on a stack be done, without undoing the others: they are undone already."""
    commands = _commands(stack)
    for command in commands:
        command.asleep = True
    stack.setIndex(done)
    for command in commands:
        command.asleep = False


def _commands(stack: QUndoStack) -> list[_Done]:
    found = [stack.command(place) for place in range(stack.count())]
    return [it for it in found if isinstance(it, _Done)]
