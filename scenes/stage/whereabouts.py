"""Where a person looks on a stage, so that another stage of the same run can show the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSplitter, QWidget

from metascope.scenes.stage.stage import Stage
from metascope.scenes.stage.undo import History
from metascope.widgets.clock.clocks import Clocks
from metascope.widgets.look.emphasis import Level
from metascope.widgets.methods.chips import MethodChips

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True)
class Whereabouts:
    """Both clocks, the method and the views that are looked at, what is chosen in them, and what can be undone.

    Example:
        place = Whereabouts.of(stage)
        place.go_to(other)  # a new stage of the same run
    """

    clocks: Clocks
    method: str
    plays: bool  # the inner clock
    levels: Mapping[str, Level]  # how far each method stands out
    enlarged: int | None  # the place of the enlarged view among all views
    everything: bool  # all controls are shown
    chosen: tuple[int, ...]  # of each list
    checked: tuple[bool, ...]  # each button that can be
    shares: tuple[QByteArray, ...]  # of each splitter
    tried: tuple[Mapping[str, float], ...]  # in each view
    history: History

    @classmethod
    def of(cls, stage: Stage) -> Whereabouts:
        """Return where a person looks now."""
        views, enlarged = stage.scene.all_views(), stage.enlarger.enlarged
        return cls(
            clocks=replace(stage.timeline.clocks),
            method=stage.playback.method,
            plays=stage.timeline.inner_clock.playing,
            levels=_chips(stage).emphasis(),
            enlarged=None if enlarged is None else list(views).index(enlarged),
            everything=stage.shows_everything,
            chosen=tuple(box.currentIndex() for box in _lists(stage)),
            checked=tuple(button.isChecked() for button in _buttons(stage)),
            shares=tuple(splitter.saveState() for splitter in _within(stage, QSplitter)),
            tried=tuple(view.tried() for view in views),
            history=stage.steering.history(),
        )

    def in_time(self) -> Whereabouts:
        """Return the same without what is chosen in the views, for a stage that has others."""
        return replace(self, enlarged=None, chosen=(), checked=(), shares=(), tried=())

    def go_to(self, stage: Stage) -> None:
        """Show the same on another stage of the same run."""
        stage.playback.refresh()  # the first picture chooses an inner tick and fills lists
        self._choose(stage)
        chips = _chips(stage)
        chips.set_emphasis(self.levels)
        chips.emphasis_changed.emit(chips.emphasis())
        stage.timeline.inner_clock.method_chosen.emit(self.method)
        stage.enlarger.shrink()  # a scenario beside others begins with one of its views
        if self.enlarged is not None:
            stage.enlarger.toggle(stage.scene.all_views()[self.enlarged])
        self._set(stage.timeline.clocks)
        stage.timeline.show_clocks()
        stage.timeline.inner_clock.moved.emit(self.clocks.inner.position)
        for view, tried in zip(stage.scene.all_views(), self.tried, strict=False):
            view.try_out(tried)
        if self.plays:
            stage.timeline.inner_clock.toggle()
        stage.steering.take_history(self.history)

    def _set(self, clocks: Clocks) -> None:
        """Set the clocks of a run that may have gone on meanwhile."""
        newest, ticks = clocks.outer.newest, clocks.inner.newest
        clocks.outer, clocks.inner = self.clocks.outer.grown(newest), self.clocks.inner.grown(ticks)
        clocks.pace, clocks.loop_pace, clocks.inner_pace = (
            self.clocks.pace,
            self.clocks.loop_pace,
            self.clocks.inner_pace,
        )

    def _choose(self, stage: Stage) -> None:
        """Choose in lists and with buttons as a person has; where there are others than there were, the rest stays."""
        for button, checked in zip(_buttons(stage), self.checked, strict=False):
            if button.isChecked() != checked and (checked or not button.group()):
                button.click()
        for box, index in zip(_lists(stage), self.chosen, strict=False):
            if box.currentIndex() != index and 0 <= index < box.count():
                box.setCurrentIndex(index)
                box.activated.emit(index)
        if self.enlarged is None:
            for splitter, state in zip(_within(stage, QSplitter), self.shares, strict=False):
                splitter.restoreState(state)


def _chips(stage: Stage) -> MethodChips:
    chips = stage.findChild(MethodChips)
    assert isinstance(chips, MethodChips), "a stage has a row of methods"
    return chips


def _lists(stage: Stage) -> list[QComboBox]:
    return _within(stage, QComboBox)


def _buttons(stage: Stage) -> list[QAbstractButton]:
    return [button for button in _within(stage, QAbstractButton) if button.isCheckable()]


def _within(stage: Stage, kind: type[W]) -> list[W]:
    """Return the widgets of a kind in the picture of the run on the stage, in the order in which they were made."""
    return [it for it in stage.scene.findChildren(kind) if isinstance(it, kind)]
