"""Asks what a web page of a run shows, tells how large it becomes, and makes it as a job in the status bar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QListWidget
from typing_extensions import override

from metascope.scenes.export.export_dialog import (
    ExportDialog,
    ask,
    beside,
    checked_views,
    describe,
    emphasis_of,
    fill_views,
    told,
)
from metascope.scenes.export.page_contents import LIMIT, MEGABYTE, Choice, PageOptions, chosen_steps, language_name
from metascope.scenes.export.page_estimate import Sample, Sampling, estimate, fits, fitting
from metascope.scenes.export.page_job import PageJob, PageReport
from metascope.scenes.export.sliced_job import show_progress
from metascope.simulator.engine.cli.languages import PSEUDO, languages
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.text import say
from metascope.widgets.form.fields import NumberBox
from metascope.widgets.language.speaking import spoken
from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.fonts import chinese_families
from metascope.widgets.look.text import duration
from metascope.widgets.look.theme import DARK, GRID, LIGHT, Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.window.file_dialogs import ask_where_to_save

if TYPE_CHECKING:
    from metascope.scenes.stage.host import Host
    from metascope.scenes.stage.stage import Stage

PROPOSED_VIEWS = 6
PROPOSED_STEPS, PROPOSED_TICKS = 60, 6
WIDTHS, PROPOSED_WIDTH = (320, 2400), 960  # pixels
LIMITS = (0.5, 200)  # megabytes
CALM = 250  # ms without a change before a sample is drawn again


def ask_page(window: Host, stage: Stage) -> None:
    """Ask what to show and where to save it, then start making it; one page is made at a time."""
    if stage.playback.shown is None:
        return
    dialog = PageDialog(stage, window)

    def save() -> None:
        options = dialog.options()
        path = ask_where_to_save(window, f"{stage.run.preset.name}-page", "html")
        if path is not None:
            start_page(window, stage, options, path)

    ask(dialog, window, save)


def start_page(window: Host, stage: Stage, options: PageOptions, path: Path) -> PageJob:
    """Start making a web page, with its progress in the window's status bar.

    Raises:
        UserError: another one is being made, or there is nothing to show.
    """
    if is_making_page(window):
        raise refuse("", say("another web page is being made; try again when it is done"))
    job = PageJob(stage.run, stage.scene, emphasis_of(stage), options, path, window)
    show_progress(window, job, translate("PageDialog", "Web page"))
    job.finished.connect(lambda report: _report(window, report))
    return job


def is_making_page(window: Host) -> bool:
    """Return whether a web page is being made."""
    return any(job.busy for job in window.findChildren(PageJob))


def _report(window: Host, report: PageReport) -> None:
    """Tell what was saved; where not everything fitted, until the person closes it."""
    if report.whole:
        text = translate("PageDialog", "Saved {path}, {size:.1f} MB")
        window.say(text.format(path=report.path, size=report.size / MEGABYTE))
        return
    text = translate(
        "PageDialog",
        "Saved {path}, {size:.1f} MB: {steps} of {wanted} meta-steps fit into the limit, {ticks} inner steps of each.",
    )
    window.inform(
        text.format(
            path=report.path,
            size=report.size / MEGABYTE,
            steps=report.steps,
            wanted=report.wanted,
            ticks=report.ticks,
        )
    )


class PageDialog(ExportDialog):
    """Asks for views, moments, looks and a limit; `options` returns the choice. Training continues meanwhile."""

    def __init__(self, stage: Stage, window: Host) -> None:
        super().__init__(stage, window)
        self._recording = stage.run.recording
        self._views = QListWidget()
        self._choice, self._count = ComboBox(), NumberBox(whole=True)
        self._method, self._ticks = ComboBox(), NumberBox(whole=True)
        self._themes, self._labels = ComboBox(), ComboBox()
        self._width, self._limit = NumberBox(whole=True), NumberBox()
        self._exact = QCheckBox()
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._sampling: Sampling | None = None
        self._sample: Sample | None = None
        self.setWindowTitle(self.tr("Save web page"))
        self._fill()
        self._fill_looks()
        self._name()
        self._lay_out()
        self._connect()
        self._choose()
        self._calm.start()  # a sample is drawn once the dialog is seen

    def options(self) -> PageOptions:
        """Return what was chosen; of the meta-steps, as many as may fit into the limit.

        Raises:
            UserError: a part of the recording is in a damaged file.
        """
        options = self._chosen()
        return options if self._sample is None else fitting(self._sample, options)

    @override
    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    def _stop(self) -> None:
        self._calm.stop()
        sampling, self._sampling = self._sampling, None
        if sampling is not None:
            sampling.cancel()

    def _chosen(self) -> PageOptions:
        kept, marks = self._recording.kept_steps(), self._recording.bookmarks
        choice: Choice = self._choice.currentData()
        return PageOptions(
            steps=chosen_steps(kept, choice, int(self._count.number()), marks),
            ticks=int(self._ticks.number()),
            method=self._method.currentData(),
            views=checked_views(self._views),
            themes=self._themes.currentData(),
            languages=_languages(),
            labels=self._labels.currentData(),
            width=int(self._width.number()),
            limit=round(self._limit.number() * MEGABYTE),
            exact=self._exact.isChecked(),
        )

    def _fill(self) -> None:
        """Offer the views, meta-steps and methods of the run."""
        views = self._stage.scene.views()
        fill_views(self._views, views, [view for view in views if not view.interactive][:PROPOSED_VIEWS])
        steps = self._recording.kept_steps() or (0,)
        choices: list[tuple[str, Choice]] = [
            (self.tr("Evenly spaced"), "spread"),
            (self.tr("Logarithmically spaced"), "log"),
            (self.tr("Every n-th recorded"), "every"),
        ]
        if self._recording.bookmarks:
            choices.append((self.tr("Bookmarks"), "marked"))
        for text, choice in choices:
            self._choice.addItem(text, choice)
        self._count.setRange(1, len(steps))
        for key, name in self._stage.scene.methods():
            self._method.addItem(name, key)
        self._method.setCurrentIndex(self._method.findData(self._stage.playback.method))
        frame = self._stage.playback.shown
        self._ticks.setRange(1, 1 if frame is None else frame.ticks())
        self._ticks.setValue(PROPOSED_TICKS)

    def _fill_looks(self) -> None:
        both: tuple[Theme, ...] = (LIGHT, DARK)
        for text, themes in (
            (self.tr("Light and dark"), both),
            (self.tr("Light"), (LIGHT,)),
            (self.tr("Dark"), (DARK,)),
        ):
            self._themes.addItem(text, themes)
        spoken_ones = _languages()
        for language in spoken_ones:
            self._labels.addItem(language_name(language), (language,))
        if len(spoken_ones) > 1:
            self._labels.addItem(self.tr("All languages"), spoken_ones)
        self._width.setRange(*WIDTHS)
        self._width.setValue(PROPOSED_WIDTH)
        self._width.setSuffix(self.tr(" px"))
        self._limit.setRange(*LIMITS)
        self._limit.setValue(LIMIT / MEGABYTE)
        self._limit.setSuffix(self.tr(" MB"))

    def _name(self) -> None:
        """Give each control its accessible name and tooltip."""
        describe(
            (
                self._views,
                self.tr("Views"),
                self.tr("Check the views to show; curves over the run are one drawing each"),
            ),
            (self._choice, self.tr("Meta-steps"), self.tr("Which recorded meta-steps a reader can go to")),
            (self._count, self.tr("Number"), self.tr("How many meta-steps, or every how many-th")),
            (self._method, self.tr("Method"), self.tr("The method whose inner steps are shown and captioned")),
            (self._ticks, self.tr("Inner steps"), self.tr("At most so many of each meta-step, evenly spaced")),
            (
                self._themes,
                self.tr("Pictures in"),
                self.tr("The page itself can always be light or dark; pictures in both take twice the room"),
            ),
            (
                self._labels,
                self.tr("Labels in"),
                self.tr("Texts are in all languages; labels within pictures in several take as many times the room"),
            ),
            (
                self._exact,
                self.tr("Exact pictures"),
                self.tr(
                    "Keep every pixel as it is. Otherwise pictures full of crossing lines, shades or noise, and no "
                    "others, are kept as photographs are, where that takes much less room"
                ),
            ),
            (self._width, self.tr("Picture width"), self.tr("Width of a picture in pixels; text scales with it")),
            (self._limit, self.tr("Limit"), self.tr("Largest file: where more is chosen, fewer meta-steps are shown")),
        )

    def _lay_out(self) -> None:
        for group in (
            (self._views,),
            (self._choice, self._count),
            (self._ticks, self._method),
            (self._themes,),
            (self._labels,),
            (self._width,),
            (self._limit,),
        ):
            self._rows.addRow(group[0].accessibleName(), group[0] if len(group) == 1 else beside(*group))
        self._rows.addRow("", self._exact)
        self._rows.setRowVisible(self._labels, self._labels.count() > 1)
        self._said.setMinimumHeight(self._window.theme.room(10 * GRID))
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_below_each_other()

    def _connect(self) -> None:
        self._choice.activated.connect(self._choose)
        self._views.itemChanged.connect(self._tell)
        for box in (self._themes, self._labels):
            box.activated.connect(self._tell)
        self._method.activated.connect(self._again)
        self._exact.toggled.connect(self._again)
        self._calm.timeout.connect(self._draw_sample)
        self._hear(self._tell)
        self._width.valueChanged.connect(self._again)

    @override
    def _boxes(self) -> tuple[NumberBox, ...]:
        return self._count, self._ticks, self._width, self._limit

    def _choose(self) -> None:
        """Propose a number for a choice of meta-steps."""
        kept, choice = len(self._recording.kept_steps()), self._choice.currentData()
        self._count.setVisible(choice != "marked")
        self._count.setValue(-(-kept // PROPOSED_STEPS) if choice == "every" else min(kept, PROPOSED_STEPS))
        self._tell()

    def _again(self, *_: object) -> None:
        """Forget the sample, and draw another one once changes pause."""
        self._stop()
        self._sample = None
        self._calm.start()
        self._tell()

    def _draw_sample(self) -> None:
        """Draw some pictures of all views, whichever are checked."""
        if self._wrong():
            return
        options = self._chosen()
        views = tuple(view.name for view in self._stage.scene.views())
        try:
            self._sampling = Sampling(
                self._stage.run,
                self._stage.scene,
                emphasis_of(self._stage),
                PageOptions(**{**vars(options), "views": views}),
                self,
            )
        except UserError as error:
            self._fail(error)
            return
        self._sampling.finished.connect(self._sampled)
        self._sampling.failed.connect(self._fail)

    def _sampled(self, sample: Sample) -> None:
        self._sampling, self._sample = None, sample
        self._tell()

    def _fail(self, error: UserError) -> None:
        self._sampling = None
        self._tell_whether(told(error), False)

    def _tell(self, *_: object) -> None:
        """Show how large the page will be, or what is missing for it."""
        if wrong := self._wrong():
            self._tell_whether(wrong, False)
        elif is_making_page(self._window):
            self._tell_whether(self.tr("Another web page is being made; try again when it is done."), False)
        elif not checked_views(self._views):
            self._tell_whether(self.tr("Check at least one view"), False)
        elif self._sample is None:
            self._tell_whether(self.tr("Drawing a few pictures to see how large the page will be…"), False)
        else:
            self._tell_whether("\n".join(filter(None, (self._size(self._sample), self._typeface()))), True)

    def _size(self, sample: Sample) -> str:
        """Return how large the page will be, and what is left out where that is too large."""
        options = self._chosen()
        guess = estimate(sample, options)
        text = self.tr(
            "About {size:.1f} MB: {steps} meta-steps, {pictures:,} pictures; drawing them takes about {time}."
        )
        whole = text.format(
            size=guess.size / MEGABYTE,
            steps=len(options.steps),
            pictures=guess.pictures,
            time=duration(guess.seconds),
        )
        if guess.size <= options.limit:
            return whole
        kept = fits(sample, options)
        text = self.tr(
            "More than the limit of {limit:g} MB: about {kept} meta-steps, evenly chosen, will be in the page. Fewer "
            "views or inner steps, one theme or narrower pictures leave room for more."
        )
        return f"{whole}\n{text.format(limit=options.limit / MEGABYTE, kept=kept)}"

    def _typeface(self) -> str:
        """Return a warning where labels in pictures would be boxes."""
        chosen: tuple[str, ...] = self._labels.currentData()
        if not any(language.startswith("zh") for language in chosen) or chinese_families():
            return ""
        return self.tr(
            "No typeface with Chinese characters is installed: Chinese labels in pictures would be boxes. Choose other "
            "labels, or install one (Debian, Ubuntu: fonts-noto-cjk)."
        )


def _languages() -> tuple[str, ...]:
    """Return the languages that a page speaks: all that the program does, the one that it speaks now first."""
    return tuple(sorted((one for one in languages() if one != PSEUDO), key=lambda one: one != spoken()))
