"""Shares scenarios as a line of text: copies one to the clipboard, and asks for one to open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.link import Linked, link_of, read_link
from metascope.simulator.engine.files.link_text import At, LessonPlace, is_link
from metascope.simulator.engine.files.moment import Moment
from metascope.simulator.engine.lessons import lesson_files
from metascope.simulator.engine.lessons.resuming import resumed
from metascope.simulator.engine.settings import declarations
from metascope.widgets.form.rows import ProblemLine
from metascope.widgets.look.plain import Label
from metascope.widgets.look.text import enumerated, localized, told_together
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.look.translation import lesson_text, preset_text, setting_text, translate

if TYPE_CHECKING:
    from metascope.scenes.stage.host import Host
    from metascope.scenes.stage.stage import Stage
    from metascope.simulator.engine.lessons.lesson import Lesson

_SIZE = (64 * GRID, 30 * GRID)


def copy_link(window: Host) -> None:
    """Copy the scenario on the stage as a line: with its present settings, and with where a person has put the clocks.

    What the line cannot carry is told: folders on this computer, and changes by hand.

    Raises:
        UserError: the line would be too long.
    """
    stage = window.stage
    if stage is None:
        return
    lesson, index = window.lesson_on_stage or (None, 0)
    place = LessonPlace(lesson.name, lesson.steps[index].name) if lesson is not None and lesson.shipped else None
    link = link_of(stage.run.preset, stage.settings, _looked_at(stage), place)
    QGuiApplication.clipboard().setText(link.text)
    missing = [stage.steering.title(name) for name in link.left_out]
    if _changed_by_hand(stage):
        missing.append(translate("Links", "changes by hand"))
    if stage.run.preset.beside:
        missing.append(translate("Links", "changed settings of the runs beside it"))
    if lesson is not None and place is None:
        missing.append(translate("Links", "the lesson, which is a file on this computer"))
    if missing:
        text = translate("Links", "Link copied to the clipboard. Not in it: {missing}.")
        window.inform(text.format(missing=enumerated(missing)))
    else:
        window.say(translate("Links", "Link copied to the clipboard"))


def open_link(window: Host, text: str) -> None:
    """Open the scenario that a line of text holds, ready to play or on its way to the moment that was shared.

    Raises:
        UserError: says what is wrong with the line; the run on the stage goes on.
    """
    open_linked(window, read_link(text))


def open_linked(window: Host, linked: Linked) -> None:
    """Open what a line holds: ready to play, on its way to the moment that was shared, or in the lesson it names.

    Raises:
        UserError: it cannot be opened; the run on the stage goes on.
    """
    if (place := _step_of(linked)) is not None:
        window.open_shared_lesson(*place, linked)
        return
    if linked.at is not None:
        step, inner = linked.at
        moment = Moment(preset=linked.preset.name, settings=linked.settings, step=step, inner=inner)
        window.open_moment(moment, preset=linked.preset)
    else:
        window.open_preset(linked.preset, linked.settings)
    if linked.lesson is not None:
        text = translate("Links", "This version has no such step of a lesson: {name}. Its scenario was opened alone.")
        window.inform(text.format(name=":".join(linked.lesson)))


def ask_link(window: Host) -> None:
    """Ask for a line of text and open it; the dialog begins with the clipboard's text if that is one."""
    dialog = LinkDialog(lambda text: open_link(window, text), window.theme, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    pasted = QGuiApplication.clipboard().text()
    if is_link(pasted):
        dialog.show_text(pasted.strip())
    dialog.show()


class LinkDialog(QDialog):
    """A field for a line of text, with what it would open. What is wrong with it is told below. Not modal."""

    def __init__(self, open: Callable[[str], object], theme: Theme, parent: QWidget | None = None) -> None:
        """Make a dialog for which `open` opens a text, or raises a `UserError` that it shows."""
        super().__init__(parent)
        self._open_text = open
        self._field = QPlainTextEdit()
        self._told = Label()
        self._problem = ProblemLine(theme)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        self.setWindowTitle(self.tr("Open text"))
        self.setModal(False)
        self._lay_out()
        self._look()
        self.resize(theme.room(_SIZE[0]), theme.room(_SIZE[1]))

    @property
    def told(self) -> str:
        """What the text would open, empty where it opens nothing."""
        return self._told.text()

    @property
    def problem(self) -> str:
        """What is wrong with the text."""
        return self._problem.text()

    def show_text(self, text: str) -> None:
        """Show a text."""
        self._field.setPlainText(text)
        self._field.selectAll()

    @override
    def accept(self) -> None:
        """Open the text and close; a problem is shown, and the dialog stays."""
        try:
            self._open_text(self._field.toPlainText())
        except UserError as error:
            self._problem.say(_lines(error))
            return
        super().accept()

    def _look(self) -> None:
        """Say what the text would open, or what is wrong with it."""
        text = self._field.toPlainText()
        told, problem = "", ""
        try:
            told = described(read_link(text)) if text.strip() else ""
        except UserError as error:
            problem = _lines(error)
        self._told.setText(told)
        self._problem.say(problem)
        self._buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(bool(told))

    def _lay_out(self) -> None:
        above = Label(
            self.tr("A line that begins with metascope:// opens a scenario or a lesson with its settings, and no more.")
        )
        above.setWordWrap(True)
        self._field.setPlaceholderText(self.tr("Paste the line here"))
        self._field.setAccessibleName(self.tr("Shared line"))
        self._field.setTabChangesFocus(True)
        self._field.textChanged.connect(self._look)
        self._told.setWordWrap(True)
        self._buttons.button(QDialogButtonBox.StandardButton.Open).setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(above)
        column.addWidget(self._field, 1)
        column.addWidget(self._told)
        column.addWidget(self._problem)
        column.addWidget(self._buttons)


def described(linked: Linked) -> str:
    """Return what a line opens, in words."""
    place = _step_of(linked)
    begun = None if place is None else resumed(*place)
    base = linked.preset.settings if begun is None else begun.settings
    own, now = base.model_dump(mode="json"), linked.settings.model_dump(mode="json")
    titles = (setting_text(it.title) for it in declarations(type(linked.settings)) if own[it.name] != now[it.name])
    changed = enumerated(titles)
    told = [translate("Links", "Opens: {title}.").format(title=preset_text(linked.preset.title))]
    if place is not None:
        lesson, index = place
        text = translate("Links", "Opens the lesson {title} at step {step} of {count}.")
        told = [text.format(title=lesson_text(lesson.title), step=index + 1, count=len(lesson.steps))]
    elif linked.lesson is not None:
        text = translate("Links", "This version has no such step of a lesson: {name}.")
        told.append(text.format(name=":".join(linked.lesson)))
    if changed:
        told.append(translate("Links", "Changed settings: {settings}.").format(settings=changed))
    if linked.at is not None and linked.at.step:
        told.append(translate("Links", "Trains to meta-step {step} and shows it.").format(step=f"{linked.at.step:,}"))
    if linked.at is not None and linked.at.inner is not None:
        told.append(translate("Links", "Shows inner step {inner}.").format(inner=f"{linked.at.inner:,}"))
    return told_together(told)


def _step_of(linked: Linked) -> tuple[Lesson, int] | None:
    """Return the lesson that a line leads to and the index of its step; None where there is none of that scenario."""
    if linked.lesson is None:
        return None
    lesson = next((one for one in lesson_files.shipped() if one.name == linked.lesson.lesson), None)
    index = None if lesson is None else lesson.place_of(linked.lesson.step)
    if lesson is None or index is None:
        return None
    begun = resumed(lesson, index)
    return (lesson, index) if begun is not None and begun.preset.name == linked.preset.name else None


def _looked_at(stage: Stage) -> At | None:
    """Return where a person has put the clocks, None where both are left to the run.

    A frame that is followed live is shared by its inner step alone where it is the first one: else the run would be
    trained to where it happens to be.
    """
    frame, clocks = stage.playback.shown, stage.playback.clocks
    if frame is None or (clocks.outer.live and frame.step > 0):
        return None
    inner = clocks.inner.position
    moved = None if inner == stage.run.opening(frame) else inner
    step = 0 if clocks.outer.live else clocks.outer.position
    return None if step == 0 and moved is None else At(step, moved)


def _changed_by_hand(stage: Stage) -> bool:
    """Return whether anything other than a setting was changed in the run."""
    names = type(stage.settings).model_fields
    return any(change.name not in names for change in stage.run.recording.steering)


def _lines(error: UserError) -> str:
    return "\n".join(": ".join(filter(None, (problem.where, localized(problem.message)))) for problem in error.problems)
