"""The view of a gated cell at one inner step: the chain of substitutions, the flow with its numbers, the equations."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from metascope.widgets.cell import words
from metascope.widgets.cell.flow import Flow
from metascope.widgets.cell.ink import Still, Typesetter, draw_text
from metascope.widgets.cell.picture import CellPicture, Stage
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.views.view import Table, View

WIDTH, FLOW_HEIGHT = 540, 216  # pixels: the least room for the cell at its own size


class CellView(View):
    """Draws a `CellPicture`; before the first one, a sentence about what will appear.

    The tooltip of a quantity or an equation says what it is for.

    Signals:
        stage_clicked(key): a person clicked a stage of the chain.
    """

    stage_clicked = Signal(str)

    def __init__(self, name: str, title: str, theme: Theme) -> None:
        super().__init__(name, title, theme)
        self._picture: CellPicture | None = None
        self._symbols = Typesetter()
        self._flow = Flow(self._symbols)
        self._still = Still()
        self._stages: list[tuple[QRectF, Stage]] = []
        self._equations: list[tuple[QRectF, str]] = []
        self._placing = QTransform()  # from where these were drawn to pixels of the picture
        self._canvas = _Canvas(self)
        self._show(self._canvas)

    @property
    def picture(self) -> CellPicture | None:
        """What is drawn."""
        return self._picture

    def set_picture(self, picture: CellPicture) -> None:
        """Draw this cell. Setting the same picture again costs nothing."""
        if picture is not self._picture:
            self._picture = picture
            self._canvas.setAccessibleDescription("\n".join([*(e.plain for e in picture.equations), *picture.updates]))
            self._canvas.update()

    @override
    def table(self) -> Table:
        """Return the numbers of every stage that is not hidden, "<stage>.<quantity>"."""
        if self._picture is None:
            return {}
        hidden = self._picture.hidden()
        return {name: column for name, column in self._picture.columns.items() if name.partition(".")[0] not in hidden}

    @override
    def reset_range(self) -> None:
        """Do nothing: the picture always shows all of the cell."""

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._canvas.update()

    @override
    def draw_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the chain on top, the flow in the middle, equations and update below."""
        self.draw(painter, rect, 0.0)

    def draw(self, painter: QPainter, rect: QRectF, ratio: float) -> None:
        """Draw as `draw_picture`; on a screen with `ratio` pixels per unit, what seldom changes is cached."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._picture is None:
            text = self.tr("The cell's numbers appear with the first meta-step")
            draw_text(painter, rect, text, self.theme, colour=self.theme.muted)
        else:
            self._draw(painter, rect.adjusted(GRID, GRID / 2, -GRID, -GRID / 2), self._picture, ratio)
        painter.restore()

    def stage_at(self, at: QPointF) -> Stage | None:
        """Return the stage of the chain at a pixel of the picture."""
        place = self._inside(at)
        return next((stage for rect, stage in self._stages if rect.contains(place)), None)

    def help_at(self, at: QPointF) -> str:
        """Return what the thing at a pixel of the picture is for, empty where there is none."""
        place, stages = self._inside(at), [(rect, stage.help) for rect, stage in self._stages]
        found = (*stages, *self._flow.places, *self._equations)
        return next((text for rect, text in found if rect.contains(place)), "")

    def stage_place(self, key: str) -> QRectF:
        """Return where a stage was drawn last, in pixels of the picture."""
        return self._placing.mapRect(next(rect for rect, stage in self._stages if stage.key == key))

    def canvas(self) -> QWidget:
        """Return the widget that receives the mouse over the picture."""
        return self._canvas

    def _inside(self, at: QPointF) -> QPointF:
        return self._placing.inverted()[0].map(at)

    def _draw(self, painter: QPainter, rect: QRectF, picture: CellPicture, ratio: float) -> None:
        """Draw everything; in a low picture without equations, in a small one scaled down."""
        theme = self.theme
        fixed = theme.room(words.LADDER) + words.updates_height(picture, theme) + 2 * GRID + theme.room(FLOW_HEIGHT)
        equations = words.equations_height(picture, theme)
        if rect.height() < fixed + equations:
            equations = 0.0
        zoom = min(1.0, rect.width() / theme.room(WIDTH), rect.height() / (fixed + equations))
        self._placing = QTransform(zoom, 0, 0, zoom, rect.left(), rect.top())
        painter.setTransform(self._placing, True)
        whole = QRectF(0, 0, rect.width() / zoom, rect.height() / zoom)
        self._draw_parts(painter, whole, picture, equations, ratio * zoom)

    def _draw_parts(
        self, painter: QPainter, rect: QRectF, picture: CellPicture, equations: float, ratio: float
    ) -> None:
        theme, symbols = self.theme, self._symbols
        ladder = QRectF(rect.left(), rect.top(), rect.width(), theme.room(words.LADDER))
        tall = words.updates_height(picture, theme)
        updates = QRectF(rect.left(), rect.bottom() - tall, rect.width(), tall)
        foot = QRectF(rect.left(), updates.top() - equations, rect.width(), equations)
        flow = QRectF(rect.left(), ladder.bottom() + GRID, rect.width(), foot.top() - ladder.bottom() - 2 * GRID)

        def still(on: QPainter) -> None:
            words.draw_ladder(on, ladder, picture, theme, symbols)
            self._flow.draw_still(on, flow, picture, theme)
            if equations:
                words.draw_equations(on, foot, picture, theme, symbols)

        key = (*picture.still(), theme.name, theme.font_scale)
        self._still.draw(painter, rect.adjusted(-GRID, 0, GRID, 0), ratio, key, still)
        words.draw_notes(painter, ladder, picture, theme)
        self._flow.draw_numbers(painter, flow, picture, theme)
        if equations:
            words.draw_told(painter, foot, picture, theme, symbols)
        words.draw_updates(painter, updates, picture, theme)
        self._stages = words.stage_places(ladder, picture)
        found = words.equation_places(foot, picture, theme) if equations else []
        self._equations = [(place, equation.plain) for place, equation in found]


class _Canvas(QWidget):
    """The picture on the screen."""

    def __init__(self, view: CellView) -> None:
        super().__init__(view)
        self._view = view
        self.setMouseTracking(True)
        self.setMinimumSize(QSize(40 * GRID, 40 * GRID))
        self.setAccessibleName(view.title)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._view.theme.panel))
            self._view.draw(painter, QRectF(self.rect()), self.devicePixelRatioF())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        stage = self._view.stage_at(event.position())
        if stage is not None and event.button() == Qt.MouseButton.LeftButton:
            self._view.stage_clicked.emit(stage.key)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._view.stage_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    @override
    def event(self, event: QEvent) -> bool:
        """Show what the thing under the pointer is for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self._view.help_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)
