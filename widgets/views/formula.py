"""A typeset formula, sharp at any size, in the colour of the text around it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from metascope.widgets.look.fonts import HAN
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import LIGHT, Theme
from metascope.widgets.look.translation import formula_text

SIZE = 18.0  # pixels: the formula's em
_TEXT = re.compile(r"\\text\{([^{}]*)\}")
_SPACE = re.compile(r"\\(qquad|quad|;|,)\s*|\s+|\{\}")
_WIDTHS = {"qquad": 2.0, "quad": 1.0, ";": 5 / 18, ",": 3 / 18}  # in em
_TYPE = 0.8  # size of words as a share of the em


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


def typeset(latex: str, size: float, colour: str) -> bytes:
    r"""Return the formula as SVG, its words (`\text`, but for those in indices) in the person's language.

    Raises:
        ValueError: the LaTeX cannot be read.
    """
    return _composed("".join(_spoken(part) for part in _parts(latex)), size, colour)


@lru_cache(maxsize=256)
def _composed(latex: str, size: float, colour: str) -> bytes:
    """Return a formula as SVG, its Chinese words set apart: the formulas' typeface has no characters for them."""
    parts = list(_parts(latex))
    if not any(map(HAN.search, parts)):
        return _set(latex, size, colour)
    drawn, right, top, bottom = [], 0.0, 0.0, 0.0
    for part in _joined(parts):
        if gap := _SPACE.fullmatch(part):
            right += _WIDTHS.get(gap[1] or "", 0.0) * size
            continue
        inside, (left, up, width, height) = (
            _words(part, size, colour) if HAN.search(part) else _math(part, size, colour)
        )
        drawn.append(f'<g transform="translate({right - left:.3f},0)">{inside}</g>')
        right, top, bottom = right + width, min(top, up), max(bottom, up + height)
    box = f'width="{right:.3f}" height="{bottom - top:.3f}" viewBox="0 {top:.3f} {right:.3f} {bottom - top:.3f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{"".join(drawn)}</svg>'.encode()


def _parts(latex: str) -> Iterator[str]:
    r"""Return the formula in pieces: each `\text` that stands in no other braces, and what is between them."""
    begun = depth = place = 0
    while place < len(latex):
        found = _TEXT.match(latex, place) if depth == 0 else None
        if found is not None:
            yield from filter(None, (latex[begun:place], found[0]))
            begun = place = found.end()
            continue
        depth += {"{": 1, "}": -1}.get(latex[place], 0)
        place += 1
    yield from filter(None, (latex[begun:],))


def _spoken(part: str) -> str:
    found = _TEXT.fullmatch(part)
    return part if found is None else rf"\text{{{formula_text(found[1])}}}"


def _joined(parts: list[str]) -> Iterator[str]:
    """Return Chinese words, what is set between them as one piece, and the spaces at its ends."""
    held = ""
    for part in (*parts, None):
        if part is not None and not HAN.search(part):
            held += part
            continue
        before, after = [], list[str]()
        while gap := _SPACE.match(held):
            before.append(gap[0])
            held = held[gap.end() :]
        while gap := re.search(rf"(?:{_SPACE.pattern})$", held):
            after.insert(0, gap[0])
            held = held[: gap.start()]
        yield from filter(None, (*before, held, *after, part))
        held = ""


def _math(latex: str, size: float, colour: str) -> tuple[str, tuple[float, ...]]:
    """Return a piece of SVG with its box: left, top, width, height, from the base line."""
    svg = _set(latex, size, colour).decode()
    found = re.search(r'viewBox="([^"]*)"', svg)
    assert found is not None, "ziamath writes one"
    return svg[svg.index(">") + 1 : svg.rindex("</svg>")], tuple(map(float, found[1].split()))


def _words(part: str, size: float, colour: str) -> tuple[str, tuple[float, ...]]:
    """Return words as outlines, with their box."""
    text, font = _TEXT.sub(r"\1", part), LIGHT.font()
    font.setPixelSize(max(round(size * _TYPE), 1))
    metrics, path = QFontMetricsF(font), QPainterPath()
    path.addText(0, 0, font, text)
    box = (0.0, -metrics.ascent(), metrics.horizontalAdvance(text), metrics.height())
    return f'<path fill="{colour}" d="{_outlines(path)}"/>', box


def _outlines(path: QPainterPath) -> str:
    """Return a path as SVG writes it."""
    kinds = QPainterPath.ElementType
    names = {kinds.MoveToElement: "M", kinds.LineToElement: "L", kinds.CurveToElement: "C"}
    steps = (path.elementAt(place) for place in range(path.elementCount()))
    return " ".join(f"{names.get(it.type, '')}{it.x:.2f} {it.y:.2f}" for it in steps)


def _set(latex: str, size: float, colour: str) -> bytes:
    """Return the formula as SVG, as it is written."""
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
