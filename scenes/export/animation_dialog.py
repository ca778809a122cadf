"""Asks for the content and the file of an animation, and makes it as a job in the status bar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from metascope.scenes.export.animation_job import AnimationJob, Film, Shot, inner_shots, outer_shots
from metascope.scenes.export.composition import PictureOptions
from metascope.scenes.export.export_dialog import ExportDialog, ask, beside, describe, emphasis_of, told
from metascope.scenes.export.sliced_job import show_progress
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.text import say
from metascope.widgets.form.fields import NumberBox
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.look.translation import translate
from metascope.widgets.paper.film_encoder import FASTEST, KINDS, LARGEST, SLOWEST, SMALLEST, Kind, missing
from metascope.widgets.window.file_dialogs import ask_where_to_save

if TYPE_CHECKING:
    from metascope.scenes.stage.host import Host
    from metascope.scenes.stage.stage import Stage

SIZES = ((1280, 720), (1920, 1080), (960, 540), (640, 480))
ENOUGH = 200  # frames proposed at most
OUTER_RATE, INNER_RATE = 20, 4  # frames per second that are proposed


def ask_animation(window: Host, stage: Stage) -> None:
    """Ask what to show and where to save it, then start making it; one animation is made at a time."""
    dialog = AnimationDialog(stage, window)

    def save() -> None:
        film = dialog.film()
        kinds = (film.kind, *(kind for kind in KINDS if kind != film.kind and not missing(kind)))
        path = ask_where_to_save(window, f"{stage.run.preset.name}-animation", *kinds)
        if path is not None:
            start_animation(window, stage, film.saved_as(path), path)

    ask(dialog, window, save)


def start_animation(window: Host, stage: Stage, film: Film, path: Path) -> AnimationJob:
    """Start making an animation, with its progress in the window's status bar.

    Raises:
        UserError: another one is being made, or this one is impossible.
    """
    if is_filming(window):
        raise refuse("", say("another animation is being made; try again when it is done"))
    job = AnimationJob(stage.run, stage.scene, emphasis_of(stage), film, path, window)
    show_progress(window, job, translate("AnimationDialog", "Animation"))
    job.finished.connect(lambda path: window.say(translate("AnimationDialog", "Saved {path}").format(path=path)))
    return job


def is_filming(window: Host) -> bool:
    """Return whether an animation is being made."""
    return any(job.busy for job in window.findChildren(AnimationJob))


class AnimationDialog(ExportDialog):
    """Asks for clock, range, views, file and size; `film` returns the choice. Training continues meanwhile."""

    def __init__(self, stage: Stage, window: Host) -> None:
        super().__init__(stage, window)
        self._clock, self._first, self._last, self._every = (
            ComboBox(),
            NumberBox(whole=True),
            NumberBox(whole=True),
            NumberBox(whole=True),
        )
        self._step, self._method = NumberBox(whole=True), ComboBox()
        self._view, self._kind, self._theme = ComboBox(), ComboBox(), ComboBox()
        self._size, self._width, self._height, self._rate = (
            ComboBox(),
            NumberBox(whole=True),
            NumberBox(whole=True),
            NumberBox(whole=True),
        )
        self._row: dict[QWidget, QWidget] = {}  # the controls next to a name, by the first of them
        self.setWindowTitle(self.tr("Save animation"))
        self._fill()
        self._fill_file()
        self._name()
        self._lay_out()
        self._connect()
        self._show_clock()

    def film(self) -> Film:
        """Return what was chosen.

        Raises:
            UserError: the frame whose inner steps were chosen cannot be read.
        """
        return Film(
            shots=self._shots(),
            options=PictureOptions(
                self._theme.currentData(), self._method.currentData(), self._inner, self._view.currentData()
            ),
            kind=self._kind.currentData(),
            width=int(self._width.number()),
            height=int(self._height.number()),
            rate=int(self._rate.number()),
        )

    @property
    def _inner(self) -> bool:
        return bool(self._clock.currentData())

    def _shots(self) -> tuple[Shot, ...]:
        recording = self._stage.run.recording
        if self._inner:
            return inner_shots(recording.at(int(self._step.number())))
        return outer_shots(recording, int(self._first.number()), int(self._last.number()), int(self._every.number()))

    def _fill(self) -> None:
        """Offer the meta-steps, methods and views of the run."""
        steps = self._stage.run.recording.kept_steps() or (0,)
        self._clock.addItem(self.tr("Outer clock: the run's meta-steps"), False)
        self._clock.addItem(self.tr("Inner clock: the inner steps of one meta-step"), True)
        for box in (self._first, self._last, self._step):
            box.setRange(steps[0], steps[-1])
        self._last.setValue(steps[-1])
        self._step.setValue(self._stage.playback.clocks.outer.position)
        self._every.setRange(1, max(1, len(steps)))
        self._every.setValue(-(-len(steps) // ENOUGH))
        for key, name in self._stage.scene.methods():
            self._method.addItem(name, key)
        self._method.setCurrentIndex(self._method.findData(self._stage.playback.method))
        self._view.addItem(self.tr("Whole stage"), "")
        for view in self._stage.scene.views():
            self._view.addItem(view.title, view.name)

    def _fill_file(self) -> None:
        for kind in KINDS:
            self._kind.addItem(kind.upper(), kind)
        self._kind.setCurrentIndex(next((at for at, kind in enumerate(KINDS) if not missing(kind)), 0))
        for theme, name in ((LIGHT, self.tr("Light")), (DARK, self.tr("Dark"))):
            self._theme.addItem(name, theme)
        self._theme.setCurrentIndex(int(self._window.theme.name == DARK.name))
        for width, height in SIZES:
            self._size.addItem(self.tr("{width} × {height}").format(width=width, height=height), (width, height))
        for box in (self._width, self._height):
            box.setRange(SMALLEST, LARGEST)
            box.setSuffix(self.tr(" px"))
        self._rate.setRange(SLOWEST, FASTEST)
        self._rate.setSuffix(self.tr(" frames/s"))
        self._choose_size()

    def _name(self) -> None:
        """Give each control its accessible name and tooltip."""
        describe(
            (self._clock, self.tr("Clock"), self.tr("The clock that advances from frame to frame")),
            (self._first, self.tr("From meta-step"), self.tr("First meta-step shown")),
            (self._last, self.tr("To meta-step"), self.tr("Last meta-step shown")),
            (self._every, self.tr("Every n-th frame"), self.tr("1 uses every recorded frame, 2 every second one")),
            (self._step, self.tr("Meta-step"), self.tr("The meta-step whose inner steps are shown")),
            (self._method, self.tr("Method"), self.tr("The method whose inner steps are shown and captioned")),
            (self._view, self.tr("Show"), self.tr("The whole stage with its title, or one of its views")),
            (self._theme, self.tr("Theme"), self.tr("Theme of the animation; the window keeps its own")),
            (self._kind, self.tr("File"), self.tr("GIF plays everywhere and repeats; MP4 is sharper in motion")),
            (self._size, self.tr("Size"), self.tr("Common sizes; text scales with the picture")),
            (self._width, self.tr("Width"), self.tr("Width in pixels")),
            (self._height, self.tr("Height"), self.tr("Height in pixels")),
            (self._rate, self.tr("Speed"), self.tr("Frames per second")),
        )

    def _lay_out(self) -> None:
        for group in (
            (self._clock,),
            (self._first,),
            (self._last,),
            (self._every,),
            (self._step,),
            (self._method,),
            (self._view,),
            (self._theme,),
            (self._kind,),
            (self._size, self._width, self._height),
            (self._rate,),
        ):
            self._row[group[0]] = beside(*group)
            self._rows.addRow(group[0].accessibleName(), self._row[group[0]])
        self._lay_below_each_other()

    def _connect(self) -> None:
        self._clock.activated.connect(self._show_clock)
        self._size.activated.connect(self._choose_size)
        self._kind.activated.connect(self._tell)
        self._hear(self._tell)

    @override
    def _boxes(self) -> tuple[NumberBox, ...]:
        return self._first, self._last, self._every, self._step, self._width, self._height, self._rate

    def _choose_size(self) -> None:
        width, height = self._size.currentData()
        self._width.setValue(width)
        self._height.setValue(height)

    def _show_clock(self) -> None:
        """Show only the rows that the chosen clock needs."""
        asked = {self._first: False, self._last: False, self._every: False, self._step: True, self._method: True}
        for control, inner in asked.items():
            self._rows.setRowVisible(self._row[control], inner is self._inner)
        self._rate.setValue(INNER_RATE if self._inner else OUTER_RATE)
        self._tell()

    def _tell(self) -> None:
        """Show how long the animation will be, or what is missing for it."""
        kind: Kind = self._kind.currentData()
        said, possible = self._length()
        if command := missing(kind):
            text = self.tr("{kind} needs a library that is not installed. Install it with: {command}")
            said, possible = text.format(kind=kind.upper(), command=command), False
        if is_filming(self._window):
            said, possible = self.tr("Another animation is being made; try again when it is done."), False
        if wrong := self._wrong():
            said, possible = wrong, False
        self._tell_whether(said, possible)

    def _length(self) -> tuple[str, bool]:
        try:
            count = len(self._shots())
        except UserError as error:
            return told(error), False
        text = self.tr("{count} frames, {seconds:.1f} seconds")
        return text.format(count=count, seconds=count / int(self._rate.number())), count > 0
