"""Builds the optimizers scene: gates, losses and the update written out, and the path if there is a surface."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from metascope.scenes.layout_scene import LayoutScene
from metascope.scenes.scene import Scene
from metascope.scenes.stories.optimizers.gatemap import GateMapView
from metascope.scenes.stories.optimizers.gates import GatesView
from metascope.scenes.stories.optimizers.glyphs import GlyphsView
from metascope.scenes.stories.optimizers.laboratory import LaboratoryCurves, LaboratoryTable
from metascope.scenes.stories.optimizers.losses import LossesView
from metascope.scenes.stories.optimizers.meta import MetaView
from metascope.scenes.stories.optimizers.path import PathView
from metascope.scenes.stories.optimizers.tuning import TuningView
from metascope.scenes.stories.optimizers.words import method_name, short_name, words
from metascope.scenes.stories.optimizers.written import UpdateView
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.stories.optimizers.frame import OptimizersFrame, Spread
from metascope.simulator.stories.optimizers.names import LEARNED, METHODS, RIVALS, STORY_METHODS
from metascope.simulator.stories.optimizers.settings import FIXED, PICTURES, OptimizersSettings
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.splitters import column, row
from metascope.widgets.views.view import View

NAMED, NAMED_BESIDE = 240, 400  # pixels of height from which gates have legends: as the main view, next to a path
LABORATORY = 0  # index of the table's page


def build(settings: Settings, theme: Theme) -> Scene:
    """Return the scene for these settings."""
    assert isinstance(settings, OptimizersSettings), "the scene needs the settings of its own story"
    return OptimizersScene(settings, theme)


class OptimizersScene(LayoutScene):
    """A learned optimizer at work on a held-out problem, update by update, next to hand-made ones."""

    def __init__(self, settings: OptimizersSettings, theme: Theme) -> None:
        super().__init__(STORY_METHODS, words=words(settings))
        self._settings = settings
        self._frame: OptimizersFrame | None = None
        self._inner = 0
        self._coordinate: int | None = None  # of the problem; None: the one with the largest first gradient
        self._path = PathView(settings, theme) if settings.problem == "landscape" else None
        self._glyphs = GlyphsView(settings, theme) if settings.problem in PICTURES else None
        self._fixed = settings.variant in FIXED
        large = self._path is None and self._glyphs is None and not self._fixed
        self._gates = GatesView(settings, theme, NAMED if large else NAMED_BESIDE)
        self._map = GateMapView(settings.updates, settings.variant, theme)
        self._update = UpdateView(settings.variant, theme)
        self._losses = LossesView(settings, theme)
        self._tuning, self._meta = TuningView(theme), MetaView(settings, theme)
        self._table, self._curves = LaboratoryTable(settings, theme), LaboratoryCurves(settings, theme)
        self._laboratory: list[tuple[Pages, int]] = []  # its pages, offered only if there is a laboratory
        self._works = settings.laboratory  # whether there is one
        self._connect()
        main = (self._losses, self._gates) if self._fixed else (self._gates, self._losses)
        found = (self._path, self._glyphs, *main, self._map, self._update, self._tuning, self._meta)
        views = (*(view for view in found if view is not None), self._table, self._curves)
        self.set_layout(self._layout(), views)
        self._offer_laboratory()

    @override
    def methods(self) -> tuple[tuple[str, str], ...]:
        rivals = ((key, short_name(key)) for key in RIVALS)
        return ((LEARNED, method_name(LEARNED, self._settings.variant)), *rivals)

    @override
    def views(self) -> tuple[View, ...]:
        """Return the views, with those of the laboratory if there is one."""
        return super().views() if self._works else super().views()[:-2]

    @override
    def all_views(self) -> tuple[View, ...]:
        return super().views()

    @override
    def draw(self, frame: Frame, inner: int, method: str) -> None:
        assert isinstance(frame, OptimizersFrame), "the scene needs frames of its own story"
        before, self._frame, self._inner = self._frame, frame, inner
        for picture in (self._path, self._glyphs, self._losses):
            if picture is not None and self.draws(picture):
                picture.draw(frame, inner)
        self._draw_coordinate()
        if self.draws(self._tuning):
            self._tuning.draw(frame)
        if self.draws(self._meta):
            self._meta.draw(frame.best_step)
        for page in (self._table, self._curves):
            if self.draws(page):
                page.draw(frame.laboratory)
        if frame.laboratory is not None and not self._works:
            self._begin_laboratory(asked_for=before is not None)

    @override
    def notes(self, frame: Frame) -> Mapping[str, str]:
        """Return each method's final median loss on the held-out problems, or its accuracy where there are classes."""
        assert isinstance(frame, OptimizersFrame), "the scene needs frames of its own story"
        tested = (frame.tested, *(rival.tested for rival in frame.rivals))
        return {name: final(found) for name, found in zip(METHODS, tested, strict=True)}

    @override
    def noted_at(self, frame: Frame) -> tuple[int, int] | None:
        assert isinstance(frame, OptimizersFrame), "the scene needs frames of its own story"
        if frame.tested is None or frame.tested.step < 0:
            return None
        every = self._settings.test_every
        return frame.tested.step, max(frame.step // every, frame.tested.step // every) * every + every

    def _draw_coordinate(self) -> None:
        """Draw the views of the chosen coordinate."""
        frame = self._frame
        if frame is None:
            return
        chosen = self._chosen(frame)
        for view in (self._gates, self._map, self._update):
            if self.draws(view):
                view.draw(frame, self._inner, chosen)

    def _chosen(self, frame: OptimizersFrame) -> int:
        """Return the chosen drawn coordinate: the person's choice if it is drawn, else the steepest one."""
        if self._coordinate in frame.coordinates.index:
            return int(np.flatnonzero(frame.coordinates.index == self._coordinate)[0])
        steep = np.abs(frame.gradient[0]) if len(frame.gradient) else np.zeros(1)
        return int(np.nan_to_num(steep, nan=-1.0).argmax())

    def _choose_cell(self, coordinate: int, update: int) -> None:
        if self._frame is not None:
            self._coordinate = int(self._frame.coordinates.index[coordinate])
            self._draw_coordinate()
            self.tick_chosen.emit(update)

    def _choose_trial(self, row: int) -> None:
        self._table.set_chosen(row)
        self._curves.choose(row)

    def _connect(self) -> None:
        self._map.cell_chosen.connect(self._choose_cell)
        self._table.row_clicked.connect(self._choose_trial)
        self._curves.trial_chosen.connect(self._choose_trial)
        self._choose_trial(0)

    def _layout(self) -> QWidget:
        if self._path is not None:
            parts = self._beside_path(self._path)
        elif self._glyphs is not None:
            parts = self._beside_glyphs(self._glyphs)
        else:
            parts = self._around_answers()
        return row(*parts, shares=(3, 2), sizes=(605, 345))

    def _around_answers(self) -> tuple[QWidget, QWidget]:
        """Return what answers above single coordinates, and what is behind it above the other pages.

        Gates answer where they are learned, else the losses.
        """
        large, small = (self._losses, self._gates) if self._fixed else (self._gates, self._losses)
        below = self._below()
        left = column(large, below, sizes=(215, 215) if self._works else (262, 168))
        return left, column(small, self._behind(), sizes=(230, 200))

    def _beside_glyphs(self, glyphs: GlyphsView) -> tuple[QWidget, QWidget]:
        """Return the pictures above gates and coordinates, and losses above the other pages."""
        gates = (self.tr("Output") if self._settings.variant == "additive" else self.tr("Gates"), self._gates)
        left = column(glyphs, self._below() if self._fixed else self._below(gates), sizes=(250, 200))
        behind = self._behind(gates) if self._fixed else self._behind()
        return left, column(self._losses, behind, sizes=(230, 200))

    def _below(self, *first: tuple[str, QWidget]) -> Pages:
        """Return the laboratory's table, `first` and single coordinates."""
        single = row(self._map, self._update, sizes=(300, 280))
        found = Pages([(self.tr("Laboratory"), self._table), *first, (self.tr("Coordinates"), single)])
        self._laboratory.append((found, LABORATORY))
        return found

    def _beside_path(self, path: PathView) -> tuple[QWidget, QWidget]:
        """Return the path, and what answers above everything else: gates, or the update where they are fixed."""
        left = Pages([(self.tr("Laboratory"), self._table), (self.tr("Path"), path)])
        left.show_page(1)
        self._laboratory.append((left, LABORATORY))
        losses, gates = (self.tr("Losses"), self._losses), (self.tr("Gates"), self._gates)
        update, coordinates = (self.tr("Update"), self._update), (self.tr("Map"), self._map)
        if self._settings.variant == "additive":
            return left, column(self._losses, self._behind(gates, update, coordinates), sizes=(220, 210))
        if self._fixed:  # then the lesson is that the update equals gradient descent's
            return left, column(self._update, self._behind(losses, gates, coordinates), sizes=(190, 240))
        return left, column(self._gates, self._behind(losses, update, coordinates), sizes=(220, 210))

    def _behind(self, *first: tuple[str, QWidget]) -> Pages:
        """Return the pages that are needed less often, after `first`."""
        pages = [*first, (self.tr("Meta-training"), self._meta), (self.tr("Tuning"), self._tuning)]
        found = Pages([*pages, (self.tr("Laboratory"), self._curves)])
        self._laboratory.append((found, len(pages)))
        return found

    def _begin_laboratory(self, *, asked_for: bool) -> None:
        """Offer the laboratory, turned on during the run; show it if a person did so."""
        self._works = True
        self._offer_laboratory()
        if asked_for:
            pages, index = self._laboratory[0] if self._path is None else self._laboratory[-1]
            pages.show_page(index)

    def _offer_laboratory(self) -> None:
        for pages, index in self._laboratory:
            pages.offer(index, self._works)


def final(tested: Spread | None) -> str:
    """Return the accuracy where there are classes, else the final median loss; a dash if nothing is measured."""
    if tested is not None and tested.accuracy is not None:
        return translate("OptimizersScene", "{share} %").format(share=f"{100 * tested.accuracy.mean:.0f}")
    return number(float("nan") if tested is None else tested.end, 2)
