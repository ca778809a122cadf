"""Other runs behind the one on the stage: each drawn by a scene of its own that nobody sees, then shown dimmed."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

from scenes.catalog import build_scene
from scenes.runs.run import Run
from scenes.scene import Scene
from scenes.unseen.guard import drawn_with_care
from scenes.unseen.seed_bands import Bands
from simulator.engine.errors import UserError
from simulator.engine.frame import Frame
from widgets.look.theme import Theme
from widgets.plots.views.curves import CurvesView
from widgets.plots.views.plot import PlotView
from widgets.views.view import View

EVERY = 0.1  # seconds between two redraws of ghosts in the rush of a run; they are kept as pictures meanwhile


@dataclass(frozen=True)
class Moment:
    """Where the clocks of the run on the stage stand."""

    step: int
    inner: int
    method: str
    at_end: bool  # of its inner course: then other runs are seen at the end of theirs


class Twin:
    """The scene of another run, never on the screen, in which that run's frames are drawn."""

    def __init__(self, run: Run, theme: Theme) -> None:
        self.run = run
        self.scene = build_scene(run.preset.scene, run.settings, theme)
        self.views = {view.name: view for view in self.scene.views() if isinstance(view, PlotView)}
        self.present = False  # whether there is a frame to be seen
        self._asked: tuple[int, Frame | None] | None = None  # for which step the frame was looked up, and when
        self._frame: Frame | None = None
        self._drawn: tuple[Frame | None, int, str] | None = None
        self._rows = 0  # of metrics that are drawn

    def draw(self, moment: Moment) -> bool:
        """Draw the run's frame of that step at that tick; tell whether that is something new."""
        self._look_up(moment.step)
        if self._frame is None:
            was, self.present, self._drawn = self.present, False, None
            return was
        try:
            with drawn_with_care(self.run.recording, self._frame.step):
                return self._draw(self._frame, moment)
        except UserError:  # whoever looks at that run itself is told
            was, self.present, self._drawn, self._frame = self.present, False, None, None
            return was

    def _draw(self, frame: Frame, moment: Moment) -> bool:
        last = frame.ticks() - 1
        inner = last if moment.at_end else min(moment.inner, last)
        if self._drawn is not None and self._drawn[0] is frame and self._drawn[1:] == (inner, moment.method):
            return False
        if self._drawn is None:
            self.draw_curves(moment.step)  # a picture may show what came before the frame
        self.scene.draw(frame, inner, moment.method)
        self.present, self._drawn = True, (frame, inner, moment.method)
        return True

    def draw_curves(self, step: int) -> bool:
        """Draw the run's metrics so far; tell whether there are new ones."""
        metrics = self.run.recording.metrics
        rows = len(metrics)
        if rows == self._rows:
            return False
        self._rows = rows
        self.scene.draw_curves(metrics, step)
        return True

    def _look_up(self, step: int) -> None:
        asked, newest = self._asked, self.run.runner.newest
        if asked is not None and asked[0] == step and asked[1] is newest:
            return
        self._asked = (step, newest)
        try:
            self._frame = self.run.recording.at(step)
        except (LookupError, UserError):  # nothing yet, or damaged in its file: there is nothing to be seen here
            self._frame = None


class Ghosts(QObject):
    """Draws chosen runs, and the quantiles of groups of runs, dimmed behind a scene's own picture.

    It needs nothing of the scene but its views: each run has a scene of its own, built with that run's settings and
    drawn at the same step and tick; the plots of the same name and class are painted into the real ones, and follow
    the choices in their heads. What has not changed costs nothing. Ends with `close`.
    """

    def __init__(self, scene: Scene, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene, self._theme = scene, theme
        self._twins: list[tuple[str, Twin]] = []
        self._bands: list[Bands] = []
        self._emphasis: dict[str, str] = {}
        self._moment: Moment | None = None
        self._due = 0.0
        self._timer = QTimer(self, interval=round(1000 * EVERY))
        self._timer.timeout.connect(self.settle)
        for view in self._views():
            view.control_used.connect(self._follow, Qt.ConnectionType.QueuedConnection)  # after the scene's own slots

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs that are drawn."""
        return tuple(twin.run for _, twin in self._twins)

    def set_runs(self, runs: Sequence[tuple[str, Run]]) -> None:
        """Draw these runs, each under a name; those that were drawn already keep their scenes."""
        known = {id(twin.run): twin for _, twin in self._twins}
        self._twins = [(label, known[id(run)] if id(run) in known else self._twin(run)) for label, run in runs]
        self._place()
        for twin in known.values():
            if twin.run not in self.runs:
                twin.scene.deleteLater()
        self._watch()

    def set_groups(
        self, groups: Sequence[tuple[str, Sequence[Run]]], quantiles: Sequence[float] = (0.25, 0.5, 0.75)
    ) -> None:
        """Draw the quantiles of these groups of runs, each under a name; one that was drawn already keeps its scene.

        Args:
            groups: names, and at least one run each.
            quantiles: an odd number of them, rising, 0 to 1.
        """
        known = {id(bands.first): bands for bands in self._bands}
        self._bands = []
        for label, runs in groups:
            if (bands := known.pop(id(runs[0]), None)) is not None:
                bands.set_group(label, runs, quantiles)
            else:
                bands = Bands(label, runs, quantiles, self._theme)
                self._let_follow(bands.views)
            self._bands.append(bands)
        for gone in known.values():
            gone.close()
        self._watch()
        self._show_bands(force=True)

    def draw(self, step: int, inner: int, method: str, at_end: bool = False) -> None:
        """Draw the ghosts as they were at `step`, at this inner tick; in a rush at most every tenth of a second.

        Args:
            step: the meta-step on the stage.
            inner: the inner tick on the stage; a run with fewer is seen at its last.
            method: whose course the inner clock goes through.
            at_end: the stage shows its last tick, so that a run with more of them is seen at its last, too.
        """
        self._moment = Moment(step, inner, method, at_end)
        if self._twins and time.perf_counter() >= self._due:
            self._draw_frames()

    def draw_curves(self, step: int) -> None:
        """Draw the ghosts' curves, as far as they have come."""
        for _, twin in self._twins:
            if twin.draw_curves(step):
                if set(self._emphasis.values()) - {"full"}:  # a method measured for the first time is in full
                    twin.scene.set_emphasis(self._emphasis)
                self._changed(twin, curves=True)
        self._show_bands()

    def settle(self) -> None:
        """Draw now what is due, such as what other runs have learned since."""
        self._draw_frames()
        self.draw_curves(self._moment.step if self._moment is not None else 0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        for _, twin in self._twins:
            twin.scene.set_theme(theme)
        self._place()

    def set_emphasis(self, emphasis: Mapping[str, str]) -> None:
        """Draw each method "full", "dim" or "hidden", as the stage does."""
        self._emphasis = dict(emphasis)
        for _, twin in self._twins:
            twin.scene.set_emphasis(self._emphasis)
        self._place()

    def close(self) -> None:
        """Take everything off and let go of the runs."""
        self.set_runs([])
        self.set_groups([])
        for view in self._views():
            view.control_used.disconnect(self._follow)

    def _twin(self, run: Run) -> Twin:
        twin = Twin(run, self._theme)
        self._let_follow(twin.views)
        if self._moment is not None:
            twin.draw(self._moment)
            twin.draw_curves(self._moment.step)
        twin.scene.set_emphasis(self._emphasis)
        return twin

    def _views(self) -> Iterator[PlotView]:
        return (view for view in self._scene.views() if isinstance(view, PlotView))

    def _place(self) -> None:
        """Bring every view's ghosts up to what there is."""
        for view in self._views():
            shown = [
                (label, its)
                for label, twin in self._twins
                if (its := same(view, twin.views)) and (twin.present or isinstance(its, CurvesView))
            ]
            view.set_ghosts(shown)

    def _draw_frames(self) -> None:
        if self._moment is None:
            return
        self._due = time.perf_counter() + EVERY
        for _, twin in self._twins:
            was = twin.present
            if twin.draw(self._moment):
                self._place() if twin.present != was else self._changed(twin, curves=False)

    def _changed(self, twin: Twin, *, curves: bool) -> None:
        """Have the views painted anew behind which a twin has drawn."""
        for view in self._views():
            if same(view, twin.views) and isinstance(view, CurvesView) is curves:
                view.ghosts_changed()

    def _show_bands(self, force: bool = False) -> None:
        fresh = [bands.refresh() for bands in self._bands]
        if not (force or any(fresh)):
            return
        for view in self._views():
            if isinstance(view, CurvesView):
                view.set_bands([found for bands in self._bands if (found := bands.of(view))])

    def _follow(self) -> None:
        """Choose in the ghosts' views what a person has chosen in the real ones."""
        for _, twin in self._twins:
            self._let_follow(twin.views)
        for bands in self._bands:
            self._let_follow(bands.views)
            bands.forget()
        self.set_emphasis(self._emphasis)
        self._show_bands(force=True)

    def _let_follow(self, views: Mapping[str, View]) -> None:
        for view in self._views():
            if its := same(view, views):
                its.follow(view)

    def _watch(self) -> None:
        """Look for news of other runs while there are any."""
        if not (self._twins or self._bands):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()


def same(view: PlotView, among: Mapping[str, View]) -> PlotView | None:
    """Return the view that shows the same of another run: of the same name and class."""
    found = among.get(view.name)
    return found if isinstance(found, PlotView) and type(found) is type(view) else None
