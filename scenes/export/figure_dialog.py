"""Asks how to lay out views on a page for a talk or a paper, with a preview, and saves the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QMenu,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from metascope.scenes.export.export_dialog import ExportDialog, checked_views, describe, emphasis_of, fill_views, told
from metascope.scenes.unseen.hidden_scene import HiddenScene
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.settings import Declaration, Settings, declarations
from metascope.widgets.form.fields import NumberBox
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.plain import Label
from metascope.widgets.look.text import enumerated, in_turn, number
from metascope.widgets.look.theme import GRID, LIGHT
from metascope.widgets.look.translation import choice_text, localized_declaration, preset_text, translate
from metascope.widgets.paper.figure import DPI, MOST_COLUMNS, PAPERS, SIDES, TYPE, Page, copy, preview, save
from metascope.widgets.views.view import View
from metascope.widgets.window.file_dialogs import ask_where_to_save

if TYPE_CHECKING:
    from metascope.scenes.stage.host import Host
    from metascope.scenes.stage.stage import Stage

SHOWN = QSize(68 * GRID, 60 * GRID)  # size of the preview
CALM = 120  # ms without a change before the preview is redrawn
PROPOSED = 4  # views selected at first, the most important ones
NEW_PAPER: Literal["double"] = "double"


def ask_figure(window: Host, stage: Stage) -> None:
    """Ask for the layout of a figure of the frame on the screen, and save it."""
    if stage.playback.shown is None:
        return
    dialog = FigureDialog(stage, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class FigureDialog(ExportDialog):
    """Lays out views in a chosen order on a page of an exact size, drawn from the frame shown when it opened."""

    def __init__(self, stage: Stage, window: Host) -> None:
        super().__init__(stage, window)
        self._twin = HiddenScene(stage.run, stage.scene, LIGHT)
        self._views = QListWidget()
        self._paper, self._width, self._height = ComboBox(), NumberBox(), NumberBox()
        self._type, self._dpi, self._columns = NumberBox(), NumberBox(whole=True), NumberBox(whole=True)
        self._lead, self._letters, self._legend, self._caption = QCheckBox(), QCheckBox(), QCheckBox(), QCheckBox()
        self._cursor = QCheckBox()
        self._picture = Label()
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self.setWindowTitle(self.tr("Save figure"))
        self._draw_twin()
        self._fill()
        self._name()
        self._lay_out()
        self._connect()
        self._choose_paper()

    def page(self) -> Page:
        """Return the chosen page."""
        return Page(
            width=self._width.number(),
            height=self._height.number(),
            type=self._type.number(),
            dpi=int(self._dpi.number()),
            columns=int(self._columns.number()),
            lead=self._lead.isChecked(),
            letters=self._letters.isChecked(),
            methods=self._methods() if self._legend.isChecked() else (),
            caption=self._told() if self._caption.isChecked() else "",
            cursor=self._cursor.isChecked(),
        )

    def chosen(self) -> list[View]:
        """Return the checked views, in the order of the list."""
        by_name = {view.name: view for view in self._twin.views}
        return [by_name[name] for name in checked_views(self._views)]

    def save(self) -> None:
        """Ask for a file and write the figure to it; problems are shown in the dialog."""
        path = ask_where_to_save(self, f"{self._stage.run.preset.name}-figure", "pdf", "svg", "png")
        if path is None:
            return
        try:
            save(path, self.chosen(), self.page())
        except UserError as error:
            self._said.setText(told(error))
            return
        self._window.say(self.tr("Saved {path}").format(path=path))
        self.accept()

    def copy(self) -> None:
        """Copy the figure to the clipboard; problems are shown in the dialog."""
        try:
            copy(self.chosen(), self.page())
        except UserError as error:
            self._said.setText(told(error))
            return
        self._window.say(self.tr("Figure copied to the clipboard"))

    @override
    def done(self, result: int) -> None:
        self._close_twin()
        super().done(result)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._close_twin()
        super().closeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the current view in the list with Alt and an arrow key."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move_view(by)
                return True
        return super().eventFilter(watched, event)

    def _move_view(self, by: int) -> None:
        row = self._views.currentRow()
        if 0 <= row + by < self._views.count() and row >= 0:
            self._views.insertItem(row + by, self._views.takeItem(row))
            self._views.setCurrentRow(row + by)
            self._soon()

    def _close_twin(self) -> None:
        self._calm.stop()
        self._twin.close()

    def _draw_twin(self) -> None:
        """Draw what the stage shows: frame, inner step, emphasis and zoom."""
        stage = self._stage
        frame = stage.playback.shown
        assert frame is not None, "a figure needs a frame on the screen"
        tick = min(stage.playback.clocks.inner.position, frame.ticks() - 1)
        self._twin.draw(frame, tick, stage.playback.method, stage.run.recording.metrics)
        self._twin.set_emphasis(emphasis_of(stage))

    def _methods(self) -> tuple[tuple[str, str], ...]:
        levels = emphasis_of(self._stage)
        return tuple(one for one in self._stage.scene.methods() if levels.get(one[0]) != "hidden")

    def _told(self) -> str:
        """Return the caption: scenario, settings that differ from their defaults, seed and meta-step."""
        frame, run = self._stage.playback.shown, self._stage.run
        moment = self.tr("meta-step {step:,}") if run.seed is None else self.tr("seed {seed}; meta-step {step:,}")
        moment = moment.format(seed=run.seed, step=0 if frame is None else frame.step)
        details = in_turn(filter(None, (told_settings(self._stage.settings), moment)))
        return self.tr("{title}: {details}.").format(title=preset_text(run.preset.title), details=details)

    def _fill(self) -> None:
        fill_views(self._views, self._twin.views, self._twin.views[:PROPOSED])
        self._views.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        names = {
            "single": self.tr("Paper, one column"),
            "double": self.tr("Paper, two columns"),
            "slide": self.tr("Slide, 16:9"),
        }
        for paper, width, height, type in PAPERS:
            self._paper.addItem(names[paper], (width, height, type))
            if paper == NEW_PAPER:
                self._paper.setCurrentIndex(self._paper.count() - 1)
        for box in (self._width, self._height):
            box.setRange(*SIDES)
            box.setSuffix(self.tr(" mm"))
        self._type.setRange(*TYPE)
        self._type.setSuffix(self.tr(" pt"))
        self._dpi.setRange(*DPI)
        self._dpi.setValue(300)
        self._columns.setRange(1, MOST_COLUMNS)
        self._columns.setValue(2)
        for tick in (self._lead, self._letters, self._legend, self._caption):
            tick.setChecked(True)

    def _name(self) -> None:
        """Give each control its accessible name and tooltip."""
        describe(
            (
                self._views,
                self.tr("Views"),
                self.tr("Check the views to show; drag them, or press Alt and an arrow key, to change the order"),
            ),
            (self._paper, self.tr("Page"), self.tr("Common page sizes, each with a suitable font size")),
            (self._width, self.tr("Width"), self.tr("Width of the page")),
            (self._height, self.tr("Height"), self.tr("Height of the page")),
            (
                self._type,
                self.tr("Font size"),
                self.tr("Font size of the axes; lines and marks scale with it"),
            ),
            (self._dpi, self.tr("Dots per inch"), self.tr("Resolution of a PNG; SVG and PDF are vector graphics")),
            (self._columns, self.tr("Columns"), self.tr("Number of views side by side")),
            (self._lead, self.tr("First view large"), self.tr("The first view takes half of the page")),
            (self._letters, self.tr("Letters (a), (b)…"), self.tr("Letters before the titles, for references")),
            (self._legend, self.tr("Legend of methods"), self.tr("One legend for all views")),
            (
                self._caption,
                self.tr("Caption"),
                self.tr("Scenario, settings that differ from their defaults, seed and meta-step"),
            ),
            (self._cursor, self.tr("Cursor line"), self.tr("Line in curves at the step that is shown")),
        )
        self._picture.setAccessibleName(self.tr("Preview"))

    def _lay_out(self) -> None:
        rows = self._rows
        for control in (self._views, self._paper, self._width, self._height, self._type, self._dpi, self._columns):
            rows.addRow(control.accessibleName(), control)
        for tick in (self._lead, self._letters, self._legend, self._caption, self._cursor):
            rows.addRow("", tick)
        self._offer_save(QDialogButtonBox.ButtonRole.ActionRole, QDialogButtonBox.StandardButton.Close)
        self._copy = self._buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.setToolTip(self.tr("Copy the figure to the clipboard, as pixels and as SVG and PDF (Ctrl+C)"))
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        for button in (self._save, self._copy, self._buttons.button(QDialogButtonBox.StandardButton.Close)):
            button.setAutoDefault(False)  # Enter ends the typing of a number, no more
        self._picture.setFixedSize(SHOWN)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        side, left = QVBoxLayout(), QWidget()
        left.setFixedWidth(44 * GRID)
        left.setLayout(side)
        side.addLayout(rows)
        side.addWidget(self._said)
        side.addStretch(1)
        side.addWidget(self._buttons)
        whole = QHBoxLayout(self)
        whole.addWidget(left)
        whole.addWidget(self._picture)

    def _connect(self) -> None:
        self._calm.timeout.connect(self._show)
        self._paper.activated.connect(self._choose_paper)
        self._hear(self._soon)
        for tick in (self._lead, self._letters, self._legend, self._caption, self._cursor):
            tick.toggled.connect(self._soon)
        self._views.itemChanged.connect(self._soon)
        self._views.installEventFilter(self)
        for changed in (self._views.model().rowsMoved, self._views.model().rowsInserted):
            changed.connect(self._soon)
        self._save.clicked.connect(self.save)
        self._copy.clicked.connect(self.copy)
        self._picture.customContextMenuRequested.connect(self._open_menu)

    def _open_menu(self, at: QPoint) -> None:
        """Open the menu of the preview: what its buttons do."""
        menu = QMenu(self._picture)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self._copy, self._save):
            entry = menu.addAction(button.text())
            entry.setEnabled(button.isEnabled())
            entry.triggered.connect(button.click)
        menu.popup(self._picture.mapToGlobal(at))

    @override
    def _boxes(self) -> tuple[NumberBox, ...]:
        return self._width, self._height, self._type, self._dpi, self._columns

    def _choose_paper(self) -> None:
        width, height, type = self._paper.currentData()
        self._width.setValue(width)
        self._height.setValue(height)
        self._type.setValue(type)
        self._calm.start()

    def _soon(self, *_: object) -> None:
        """Redraw the preview once changes pause."""
        self._calm.start()

    def _show(self) -> None:
        """Draw the preview, or show why there is none."""
        views = self.chosen()
        wrong = self._wrong()
        for button in (self._save, self._copy):
            button.setEnabled(bool(views) and not wrong)
        if wrong:
            self._said.setText(wrong)
            return
        try:
            self.page().check()
        except UserError as error:
            self._said.setText(told(error))
            return
        self._said.setText("" if views else self.tr("Check at least one view"))
        ratio = self.devicePixelRatioF()
        made = preview(views, self.page(), round(SHOWN.width() * ratio), round(SHOWN.height() * ratio))
        made.setDevicePixelRatio(ratio)
        self._picture.setPixmap(QPixmap.fromImage(made))


def told_settings(settings: Settings) -> str:
    """Return the settings that differ from their defaults as one line, without seed and number of meta-steps."""
    differing = settings.differences()
    text = translate("FigureDialog", "{name} = {value}")
    listed = [
        text.format(
            name=declared.symbol or declared.title,
            value=f"{_value(differing[declared.name], declared)} {declared.unit}".strip(),
        )
        for declared in map(localized_declaration, declarations(type(settings)))
        if declared.name in differing and declared.name not in ("seed", "steps")
    ]
    return enumerated(listed)


def _value(value: object, declared: Declaration) -> str:
    """Return a setting's value as readable text."""
    if isinstance(value, list):
        return "(" + ", ".join(_value(it, declared) for it in value) + ")"
    if isinstance(value, bool):
        return translate("FigureDialog", "yes") if value else translate("FigureDialog", "no")
    if isinstance(value, int | float):
        return number(value, 6)
    return choice_text(value) if value in declared.choices else str(value)
