"""Declares the actions that go to meta-steps and inner steps of the run on the stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from metascope.scenes.stage.host import Host
from metascope.widgets.clock.markers import MarkerKind
from metascope.widgets.look.translation import translate
from metascope.widgets.window.actions import ActionSpec

if TYPE_CHECKING:
    from metascope.scenes.stage.stage import Stage
    from metascope.widgets.clock.inner_clock import InnerClock
    from metascope.widgets.clock.outer_clock import OuterClock

_SHIFTED = {  # the signs that Shift makes of these keys: English and Dvorak, then German, Spanish, Italian and Nordic
    "Shift+,": ("Shift+<", "Shift+;"),
    "Shift+.": ("Shift+>", "Shift+:"),
}
MARKERS: tuple[MarkerKind, ...] = ("bookmark", "steering", "failure", "best", "pause", "branch")  # to step through


def spec_of(category: str, id: str, text: str, run: Callable[[], object], *keys: str, icon: str = "") -> ActionSpec:
    """Declare an action that is done once."""
    return ActionSpec(id=id, text=text, category=category, run=lambda _: run(), shortcuts=keys, icon=icon)


def on_stage(host: Host, act: Callable[[Stage], object]) -> Callable[[], None]:
    """Return what does something with the stage, if there is one."""

    def run() -> None:
        if host.stage is not None:
            act(host.stage)

    return run


def clock_actions(host: Host) -> tuple[ActionSpec, ...]:
    """Return what moves the clocks of the run on the stage, and enlarges its main view."""

    def outer(id: str, text: str, keys: str, act: Callable[[OuterClock], object], *more: str) -> ActionSpec:
        on_clock = on_stage(host, lambda stage: act(stage.timeline.outer_clock))
        return spec_of(translate("Menus", "Navigate"), f"look.{id}", text, on_clock, keys, *more)

    def inner(id: str, text: str, keys: str, act: Callable[[InnerClock], object], *more: str) -> ActionSpec:
        on_clock = on_stage(host, lambda stage: act(stage.timeline.inner_clock))
        spec = spec_of(translate("Menus", "Navigate"), f"look.{id}", text, on_clock, keys, *more)
        return replace(spec, aliases=_SHIFTED.get(keys, ()))

    loop = on_stage(host, lambda stage: stage.timeline.toggle_loop())
    enlarge = on_stage(host, lambda stage: stage.enlarger.toggle(stage.enlarger.enlarged or stage.scene.views()[0]))
    return (
        outer("before", translate("Menus", "&Previous meta-step"), ",", lambda clock: clock.nudge(-1), "Alt+Left"),
        outer("after", translate("Menus", "Next me&ta-step"), ".", lambda clock: clock.nudge(1), "Alt+Right"),
        outer("first", translate("Menus", "&First meta-step"), "Home", lambda clock: clock.go(0)),
        outer("live", translate("Menus", "&Live: follow the newest meta-step"), "End", lambda clock: clock.go_live()),
        outer("bookmark", translate("Menus", "Book&mark"), "B", lambda clock: clock.toggle_bookmark()),
        outer("next_marker", translate("Menus", "&Next marker"), "N", lambda clock: clock.go_next_marker(MARKERS, 1)),
        outer(
            "marker_before",
            translate("Menus", "Previous mark&er"),
            "Shift+N",
            lambda clock: clock.go_next_marker(MARKERS, -1),
        ),
        spec_of(translate("Menus", "Navigate"), "look.loop", translate("Menus", "L&oop"), loop, "L"),
        outer("range_begin", translate("Menus", "Set ran&ge start"), "[", lambda clock: clock.mark_begin()),
        outer("range_end", translate("Menus", "Set range en&d"), "]", lambda clock: clock.mark_end()),
        inner(
            "inner_before",
            translate("Menus", "Previo&us inner step"),
            "Shift+,",
            lambda clock: clock.nudge(-1),
            "Shift+Left",
        ),
        inner(
            "inner_after",
            translate("Menus", "Ne&xt inner step"),
            "Shift+.",
            lambda clock: clock.nudge(1),
            "Shift+Right",
        ),
        inner("inner_first", translate("Menus", "First &inner step"), "Shift+Home", lambda clock: clock.go(0)),
        inner(
            "inner_last",
            translate("Menus", "L&ast inner step"),
            "Shift+End",
            lambda clock: clock.go_last(),
        ),
        inner("slow_motion", translate("Menus", "&Slow motion"), "Shift+Space", lambda clock: clock.toggle()),
        spec_of(
            translate("Menus", "Navigate"),
            "look.enlarge",
            translate("Menus", "Enlarge the main &view, or show all views"),
            enlarge,
            "E",
        ),
    )
