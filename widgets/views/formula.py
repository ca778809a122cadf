"""A typeset formula, sharp at any size, in the colour of the text around it."""

from __future__ import annotations

import warnings
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.look.plain import plain_tip
from widgets.look.theme import Theme

SIZE = 18.0  # pixels: the formula's em


class FormulaLabel(QWidget):
    """One formula in LaTeX, drawn as outlines. `plain` is what a screen reader says.

    Raises:
        ValueError: the LaTeX cannot be read, which is a defect of the program.
    """

    def __init__(self, latex: str, plain: str, theme: Theme, size: float = SIZE) -> None:
        super().__init__()
        self._latex = latex
        self._size = size
        self._colour, self._scale = theme.text, theme.font_scale
        self._drawing = QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_formula(latex, plain)

    def set_formula(self, latex: str, plain: str) -> None:
        """Show another formula."""
        self._latex = latex
        self.setAccessibleName(plain)
        self.setToolTip(plain_tip(plain))
        self._typeset()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._colour, self._scale = theme.text, theme.font_scale
        self._typeset()

    @override
    def sizeHint(self) -> QSize:
        return self._drawing.viewBoxF().size().toSize() + QSize(2, 2)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which it can be read."""
        return self.sizeHint() * 0.6

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as large as there is room, never larger than its size, at the left."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            whole = self._drawing.viewBoxF().size()
            size = whole.scaled(self.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
            if size.width() > whole.width():
                size = whole
            self._drawing.render(painter, QRectF(0, (self.height() - size.height()) / 2, size.width(), size.height()))

    def _typeset(self) -> None:
        self._drawing.load(QByteArray(typeset(self._latex, self._size * self._scale, self._colour)))
        self.updateGeometry()
        self.update()


@lru_cache(maxsize=256)
def typeset(latex: str, size: float, colour: str) -> bytes:
    """Return the formula as SVG.

    Raises:
        ValueError: the LaTeX cannot be read.
    """
    # Imported here: reading the font takes a sixth of a second, better spent when the window is on the screen.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # ziamath 0.13 opens its font in a way that is going away
        from latex2mathml import converter, exceptions
        from ziamath.config import config
        from ziamath.zmath import Latex

    config.svg2 = False  # QtSvg draws no glyphs that are <use>d as SVG 2 does
    unreadable = tuple(
        kind for kind in vars(exceptions).values() if isinstance(kind, type) and issubclass(kind, Exception)
    )
    try:
        if "\\" in converter.convert(latex):  # an unknown command would be set as it is written
            raise ValueError(f"{latex!r} must have known commands only")
        return Latex(latex, size=size, color=colour).svg().encode()
    except unreadable as error:
        raise ValueError(f"{latex!r} must be LaTeX: {type(error).__name__}") from error
