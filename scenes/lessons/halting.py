"""Lets a run pause where a step of a lesson is done, so that what the step then says stays true while it is read."""

from __future__ import annotations

from collections.abc import Iterator

from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.lessons.lesson import Action, AnyOf, MetricIs, Reach
from metascope.simulator.engine.running.breakpoints import Breakpoint


def halts(action: Action) -> Iterator[Breakpoint]:
    """Return the breakpoints that an action which is done by training asks for."""
    if isinstance(action, Reach):
        yield Breakpoint("", ">=", float(action.step))
    elif isinstance(action, MetricIs) and not isinstance(action.condition.than, str):
        relation = "<" if action.condition.relation == "below" else ">"
        yield Breakpoint(action.condition.metric, relation, action.condition.than)
    elif isinstance(action, AnyOf):
        for one in action.actions:
            yield from halts(one)


class Halting:
    """The breakpoints of the step, beside a person's own."""

    def __init__(self) -> None:
        self._stage: Stage | None = None
        self._own: tuple[Breakpoint, ...] = ()

    def begin(self, stage: Stage, action: Action) -> None:
        """Let the run on a stage pause where this is done, before its end."""
        self.end()
        runner = stage.run.runner
        wanted = (one for one in halts(action) if one.metric or one.value < runner.planned)
        self._stage, self._own = stage, tuple(one for one in wanted if one not in runner.breakpoints)
        self._set((*runner.breakpoints, *self._own))
        if self._own:
            stage.notice.unsaid |= frozenset(self._own)  # the panel does, and goes on doing so after the step

    def end(self) -> None:
        """Leave a person's own breakpoints alone."""
        stage = self._stage
        if stage is not None:
            self._set(tuple(one for one in stage.run.runner.breakpoints if one not in self._own))
        self._stage, self._own = None, ()

    def _set(self, breakpoints: tuple[Breakpoint, ...]) -> None:
        assert self._stage is not None, "only while there is a stage"
        if self._own:
            self._stage.run.runner.set_breakpoints(breakpoints)
            self._stage.timeline.outer_clock.set_breakpoints(breakpoints)
