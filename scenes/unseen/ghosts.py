"""Draws other runs dimmed behind the one on the stage, each with a hidden scene of its own."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, QTimer

from metascope.scenes.catalog import build_scene
from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.scenes.unseen.counterparts import counterpart, follow, kinds_of, named
from metascope.scenes.unseen.guard import drawn_with_care
from metascope.scenes.unseen.seed_bands import Bands
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.frame import Frame
from metascope.widgets.look.text import in_turn
from metascope.widgets.look.theme import Theme
from metascope.widgets.plots.views.curves import CurvesView
from metascope.widgets.plots.views.plot import PlotView
from metascope.widgets.views.view import View

EVERY = 0.1  # seconds between two redraws of ghosts while a run plays; in between they are cached as pictures


@dataclass(frozen=True)
class ClockPosition:
    """The position of both clocks of the run on the stage."""

    step: int
    inner: int
    method: str
    at_end: bool  # at the last inner step: then other runs are shown at theirs


class GhostScene:
    """A hidden scene that draws another run: its frames and curves, or its curves alone if it is of another story."""

    def __init__(self, run: Run, theme: Theme, *, foreign: bool = False) -> None:
        self.run, self.foreign = run, foreign
        self.scene = build_scene(run.preset.story, run.settings, theme)
        self.views = {view.name: view for view in self.scene.views() if isinstance(view, PlotView)}
        self.present = False  # whether there is a frame to show
        self._asked: tuple[int, Frame | None] | None = None  # the step that was looked up, and the newest frame then
        self._frame: Frame | None = None
        self._drawn: tuple[Frame | None, int, str] | None = None
        self._rows = 0  # number of metric rows that are drawn

    def draw(self, moment: ClockPosition) -> bool:
        """Draw the run's frame at this moment; return whether the picture has changed."""
        if self.foreign:
            return False
        self._look_up(moment.step)
        if self._frame is None:
            was, self.present, self._drawn = self.present, False, None
            return was
        try:
            with drawn_with_care(self.run.recording, self._frame.step):
                return self._draw(self._frame, moment)
        except UserError:  # reported when that run itself is on the stage
            was, self.present, self._drawn, self._frame = self.present, False, None, None
            return was

    def _draw(self, frame: Frame, moment: ClockPosition) -> bool:
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
        """Draw the run's metrics so far; return whether there are new ones."""
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
        except (LookupError, UserError):  # no frame yet, or a damaged file: nothing to show
            self._frame = None


class Ghosts(QObject):
    """Draws chosen runs, and the quantiles of groups of runs, dimmed behind a scene's own picture.

    It needs only the views of the scene. Each run has a hidden scene, built with that run's settings and drawn at the
    same meta-step and inner step. Its plots are painted into the visible ones of the same name and class, and follow
    the choices in their title bars. Of a run of another story curves of the same kind are drawn (see `Kind`), and it is
    said which of the conditions are other ones. Unchanged ghosts cost nothing. Ends with `close`.
    """

    def __init__(self, scene: Scene, theme: Theme, story: str, parent: QObject | None = None) -> None:
        """Draw behind a scene of this story."""
        super().__init__(parent)
        self._scene, self._theme, self._story = scene, theme, story
        self._apart: WeakSet[Run] = WeakSet()  # of other stories, whose scenes show nothing of the same kind
        self._twins: list[tuple[str, GhostScene]] = []
        self._bands: list[Bands] = []
        self._emphasis: dict[str, str] = {}
        self._moment: ClockPosition | None = None
        self._due = 0.0
        self._timer = QTimer(self, interval=round(1000 * EVERY))
        self._timer.timeout.connect(self.settle)
        for view in self._views():
            view.control_used.connect(self._follow, Qt.ConnectionType.QueuedConnection)  # after the scene's own slots

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs that are drawn."""
        return tuple(twin.run for _, twin in self._twins)

    def shares(self, run: Run) -> bool:
        """Return whether something of a run that was to be drawn can be, now or when other curves are chosen."""
        return run not in self._apart

    def set_runs(self, runs: Sequence[tuple[str, Run]]) -> None:
        """Draw these runs with their names; runs drawn before keep their scenes.

        Left out are those of stories that show nothing of the same kind.
        """
        known = {id(twin.run): twin for _, twin in self._twins}
        found = ((label, known[id(run)] if id(run) in known else self._twin(run)) for label, run in runs)
        self._twins = [(label, twin) for label, twin in found if twin is not None]
        self._place()
        for twin in known.values():
            if twin.run not in self.runs:
                twin.scene.deleteLater()
        self._watch()

    def set_groups(
        self, groups: Sequence[tuple[str, Sequence[Run]]], quantiles: Sequence[float] = (0.25, 0.5, 0.75)
    ) -> None:
        """Draw the quantiles of these groups of runs; groups drawn before keep their scenes.

        Args:
            groups: the name of each group, and at least one run.
            quantiles: an odd number of them, ascending, from 0 to 1.
        """
        known = {id(bands.first): bands for bands in self._bands}
        self._bands = []
        for label, runs in groups:
            if runs[0] in self._apart:
                continue
            if (bands := known.pop(id(runs[0]), None)) is not None:
                bands.set_group(label, runs, quantiles)
            else:
                bands = Bands(label, runs, quantiles, self._theme, foreign=self._is_foreign(runs[0]))
                if bands.foreign and not kinds_of(self._views()) & kinds_of(bands.views.values()):
                    self._apart.update(runs)
                    bands.close()
                    continue
                self._let_follow(bands.views.values(), foreign=bands.foreign)
            self._bands.append(bands)
        for gone in known.values():
            gone.close()
        self._watch()
        self._show_bands(force=True)

    def draw(self, step: int, inner: int, method: str, at_end: bool = False) -> None:
        """Draw the ghosts at meta-step `step` and this inner step, at most once every `EVERY` seconds.

        Args:
            step: the meta-step on the stage.
            inner: the inner step on the stage; a run with fewer is shown at its last one.
            method: the method whose inner steps the inner clock shows.
            at_end: the stage shows its last inner step, so that a run with more of them is shown at its last one, too.
        """
        self._moment = ClockPosition(step, inner, method, at_end)
        if self._twins and time.perf_counter() >= self._due:
            self._draw_frames()

    def draw_curves(self, step: int) -> None:
        """Draw the curves of the ghosts up to now."""
        for _, twin in self._twins:
            if twin.draw_curves(step):
                if not twin.foreign and set(self._emphasis.values()) - {
                    "full"
                }:  # a method measured for the first time is not dimmed
                    twin.scene.set_emphasis(self._emphasis)
                self._changed(twin, curves=True)
        self._show_bands()

    def settle(self) -> None:
        """Draw what is due, such as new frames and metrics of other runs."""
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
            if not twin.foreign:  # another story's methods are others
                twin.scene.set_emphasis(self._emphasis)
        self._place()

    def close(self) -> None:
        """Remove all ghosts and release their runs."""
        self.set_runs([])
        self.set_groups([])
        for view in self._views():
            view.control_used.disconnect(self._follow)

    def _is_foreign(self, run: Run) -> bool:
        return run.preset.story != self._story

    def _twin(self, run: Run) -> GhostScene | None:
        """Return the hidden scene of a run; None for one of a story that shows nothing of the same kind."""
        foreign = self._is_foreign(run)
        if foreign and (run in self._apart or not kinds_of(self._views())):
            self._apart.add(run)
            return None
        twin = GhostScene(run, self._theme, foreign=foreign)
        if foreign and not kinds_of(self._views()) & kinds_of(twin.views.values()):
            self._apart.add(run)
            twin.scene.deleteLater()
            return None
        self._let_follow(twin.views.values(), foreign=foreign)
        if self._moment is not None:
            twin.draw(self._moment)
            twin.draw_curves(self._moment.step)
        if not foreign:
            twin.scene.set_emphasis(self._emphasis)
        return twin

    def _views(self) -> Iterator[PlotView]:
        return (view for view in self._scene.views() if isinstance(view, PlotView))

    def _place(self) -> None:
        """Update the ghosts of every view."""
        for view in self._views():
            shown, others = [], []
            for label, twin in self._twins:
                its = counterpart(view, twin.views.values(), foreign=twin.foreign)
                if its is None or not (twin.present or isinstance(its, CurvesView)):
                    continue
                told = named(label, view, its) if twin.foreign else label
                others += [told] if twin.foreign else []
                shown.append((told, its))
            view.set_ghosts(shown)
            if isinstance(view, CurvesView):
                text = self.tr("dimmed: {runs}").format(runs=in_turn(others)) if others else ""
                view.tell_ghosts(text)

    def _draw_frames(self) -> None:
        if self._moment is None:
            return
        self._due = time.perf_counter() + EVERY
        for _, twin in self._twins:
            was = twin.present
            if twin.draw(self._moment):
                self._place() if twin.present != was else self._changed(twin, curves=False)

    def _changed(self, twin: GhostScene, *, curves: bool) -> None:
        """Repaint the views whose ghosts have changed."""
        for view in self._views():
            if counterpart(view, twin.views.values(), foreign=twin.foreign) and isinstance(view, CurvesView) is curves:
                view.ghosts_changed()

    def _show_bands(self, force: bool = False) -> None:
        fresh = [bands.refresh() for bands in self._bands]
        if not (force or any(fresh)):
            return
        for view in self._views():
            if isinstance(view, CurvesView):
                view.set_bands([found for bands in self._bands if (found := bands.of(view))])

    def _follow(self) -> None:
        """Apply the person's choices in the visible views to the hidden ones."""
        for _, twin in self._twins:
            self._let_follow(twin.views.values(), foreign=twin.foreign)
        for bands in self._bands:
            self._let_follow(bands.views.values(), foreign=bands.foreign)
            bands.forget()
        self.set_emphasis(self._emphasis)
        self._show_bands(force=True)

    def _let_follow(self, views: Iterable[View], *, foreign: bool) -> None:
        for view in self._views():
            follow(view, views, foreign=foreign)

    def _watch(self) -> None:
        """Poll the other runs while there are any."""
        if not (self._twins or self._bands):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
