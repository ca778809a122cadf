"""Small plots to test on, and what is seen in a picture."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.canvas.mark import Reading
from metascope.widgets.plots.maps.surface import ColorBar, SurfaceItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from tests.waiting import LONGEST
from tests.widgets.looks import LIGHT

AXIS = np.linspace(-2, 2, 33)
X, Y = np.meshgrid(AXIS, AXIS)
BOWL = X**2 + Y**2


def plane(equal: bool = False) -> PlotView:
    """Return a plot of x and y from -2 to 2, 400 by 400."""
    view = PlotView("plane", "A plane", LIGHT, Axis("start", "φ₀"), [Axis("start", "φ₁")], equal=equal)
    view.set_range((-2, 2), (-2, 2))
    view.resize(400, 400)
    return view


def surface(view: PlotView) -> SurfaceItem:
    """Put a bowl with its colour bar on a plot."""
    bar = ColorBar("loss")
    view.add_bar(bar)
    item = SurfaceItem("loss", "loss", bar)
    view.add(item)
    item.set(AXIS, AXIS, BOWL)
    return item


def seen(qtbot: QtBot, view: PlotView) -> QImage:
    """Show the view and return the picture of its plots."""
    if not view.isVisible():
        qtbot.addWidget(view)
        with qtbot.waitExposed(view, timeout=LONGEST):
            view.show()
    QCoreApplication.processEvents()
    return view.viewport().grab().toImage()


def read_at(qtbot: QtBot, view: PlotView, place: QPoint) -> Reading | None:
    """Return what is read under the pointer at a place of the view's `viewport()`."""
    view._canvas.scene().sigMouseMoved.emit(view._canvas.mapToScene(place))
    seen(qtbot, view)
    return view._hovers[0].shown


def count(image: QImage, colour: str, tolerance: int = 40) -> int:
    """Return how many pixels have about this colour."""
    read = QColor(colour)
    wanted = np.array([read.red(), read.green(), read.blue()])
    return int((np.abs(rgb(image).astype(int) - wanted).max(axis=-1) <= tolerance).sum())


def rgb(image: QImage) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    """Return the picture as (height, width, 3)."""
    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 4 * plain.width()].reshape(plain.height(), plain.width(), 4)[..., :3].copy()
