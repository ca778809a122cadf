"""A scene by itself on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from metascope.scenes.scene import Scene


@contextmanager
def shown(made: Scene) -> Iterator[Scene]:
    """Show a scene, and delete it afterwards."""
    made.resize(1000, 700)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
