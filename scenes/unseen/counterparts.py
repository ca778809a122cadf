"""Which of another run's views shows the same as one on the stage."""

from __future__ import annotations

from collections.abc import Iterable

from metascope.scenes.views.kinds import Kind
from metascope.scenes.views.learning_curves import LearningView
from metascope.widgets.look.text import enumerated
from metascope.widgets.look.translation import translate
from metascope.widgets.plots.views.plot import PlotView
from metascope.widgets.views.view import View


def counterpart(view: PlotView, among: Iterable[View], *, foreign: bool) -> PlotView | None:
    """Return the other run's view of the same name and class, or, of another story's, that which shows the same kind.

    The latter is the one that `follow` has chosen.
    """
    if not foreign:
        return next((it for it in among if isinstance(it, PlotView) and _twins(it, view)), None)
    return next((it for it in among if isinstance(it, PlotView) and _alike(it, view)), None)


def follow(view: PlotView, among: Iterable[View], *, foreign: bool) -> None:
    """Let the other run's counterpart show what is chosen in a view."""
    if foreign:
        if isinstance(view, LearningView):
            for its in among:
                if isinstance(its, LearningView) and its.show_like(view) is not None:
                    return
    elif (found := counterpart(view, among, foreign=False)) is not None:
        found.follow(view)


def kinds_of(views: Iterable[View]) -> frozenset[str]:
    """Return the names of the kinds that views show, now or when other curves are chosen."""
    return frozenset(kind.name for view in views if isinstance(view, LearningView) for kind in view.kinds)


def named(label: str, view: PlotView, its: PlotView) -> str:
    """Return a run's name with the conditions of its curves that are other ones than in a view."""
    mine, other = view_kind(view), view_kind(its)
    if mine is None or other is None or not (differences := mine.differences(other)):
        return label
    text = translate("Ghosts", "{run} ({differences})")
    return text.format(run=label, differences=enumerated(differences))


def view_kind(view: View) -> Kind | None:
    """Return the kind of what a view shows now."""
    return view.kind if isinstance(view, LearningView) else None


def _twins(one: View, other: View) -> bool:
    return one.name == other.name and type(one) is type(other)


def _alike(one: View, other: View) -> bool:
    mine, its = view_kind(one), view_kind(other)
    return mine is not None and its is not None and mine.name == its.name
