"""Splits a scene into parts whose shares of the room a person can change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from metascope.widgets.look.theme import GRID


def split(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    """Return the parts next to or above each other, with shares that a person can change."""
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(GRID)
    for part in parts:
        splitter.addWidget(part)
    return splitter


def row(*parts: QWidget, shares: Sequence[int] = (), sizes: Sequence[int] = ()) -> QSplitter:
    """Return the parts from left to right.

    Args:
        parts: views, or rows, columns and pages of them.
        shares: of the width; Qt's own where neither these nor sizes are given.
        sizes: of the parts in pixels to begin with, where they are not in proportion to the shares.
    """
    return _shared(split(Qt.Orientation.Horizontal, *parts), shares, sizes)


def column(*parts: QWidget, shares: Sequence[int] = (), sizes: Sequence[int] = ()) -> QSplitter:
    """Return the parts from top to bottom; the rest is as in `row`."""
    return _shared(split(Qt.Orientation.Vertical, *parts), shares, sizes)


def _shared(splitter: QSplitter, shares: Sequence[int], sizes: Sequence[int]) -> QSplitter:
    for index, share in enumerate(shares):
        splitter.setStretchFactor(index, share)
    if sizes or shares:
        splitter.setSizes([*sizes] or [100 * share for share in shares])
    return splitter
