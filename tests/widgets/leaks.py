"""Whether a widget is really gone after it was deleted."""

from __future__ import annotations

import gc
from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def is_freed(make: Callable[[], QWidget]) -> bool:
    """Make a widget, show it, delete it, and return whether nothing holds it any more."""
    widget = make()
    gone = ref(widget)
    widget.show()
    QCoreApplication.processEvents()
    widget.close()
    widget.deleteLater()
    del widget
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    gc.collect()
    return gone() is None
