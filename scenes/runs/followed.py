"""Stands in for the runner of a run that another process trains and writes into a file."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar, final

from metascope.simulator.engine.errors import Problem, refuse
from metascope.simulator.engine.files.following import Following
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.history.travel import settings_after
from metascope.simulator.engine.running.breakpoints import Breakpoint
from metascope.simulator.engine.running.building import Building
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.steering import Edit
from metascope.simulator.engine.story import RECORDED, all_stories
from metascope.simulator.engine.text import Message, say

T = TypeVar("T")

ELSEWHERE = say("the run is trained elsewhere: continue from here, or branch, to train on in a run of your own")


@final
class FollowedRunner:
    """Offers what `Runner` does, as far as it can: to play is to read on, to pause is not to; nothing is trained.

    Args:
        following: which has read a first frame.
    """

    hit: Breakpoint | None = None
    traceback = ""
    engine = ""
    changing = False

    def __init__(self, following: Following) -> None:
        self.following = following
        self.recording = following.recording
        self.building = Building()  # of which nothing is ever told: there is no simulation to get ready
        self._known: tuple[int, Settings, Settings] | None = None  # changes, the first settings, those after them
        self._problems: list[Problem] = []

    @property
    def state(self) -> RunState:
        """What is known of the run: while its file may grow, it is running."""
        stage = self.following.stage
        if stage == "failed" or self._stopped is not None:
            return RunState.FAILED
        if stage == "ended":
            return RunState.FINISHED
        return RunState.PAUSED if self.following.paused else RunState.RUNNING

    @property
    def reason(self) -> Message | None:
        """Why the file cannot be followed, or why the run stopped by itself."""
        problem = self.following.problem
        return self._stopped if problem is None else problem.problems[0].message

    @property
    def settings(self) -> Settings:
        """The settings with the changes so far; the same object until there is another change."""
        count, head = self.recording.steered, self.following.head
        assert head is not None, "what is shown has been read"
        if self._known is None or self._known[0] != count or self._known[1] is not head.settings:
            self._known = count, head.settings, settings_after(head.settings, self.recording.steering)
        return self._known[2]

    @property
    def newest(self) -> Frame | None:
        """The last frame that was read."""
        return self.following.newest

    @property
    def planned(self) -> int:
        """The meta-step at which the run is to end, as far as its settings say."""
        return max(self.settings.steps, self.recording.newest_step)

    @property
    def steps_per_second(self) -> float:
        """The rate between the last two writes; 0 where it is not followed."""
        return self.following.rate if self.state is RunState.RUNNING and not self.following.overdue else 0.0

    @property
    def breakpoints(self) -> tuple[Breakpoint, ...]:
        """None: a run that is trained elsewhere cannot be paused."""
        return ()

    @property
    def recorded(self) -> bool:
        """Whether another program, which is not this one, learns what is in the file."""
        head = self.following.head
        return head is not None and all_stories()[head.preset.story].recorded is not None

    @property
    def why(self) -> Message:
        """Why nothing is trained here, and what can be done instead."""
        return RECORDED if self.recorded else ELSEWHERE

    def set_breakpoints(self, breakpoints: tuple[Breakpoint, ...]) -> None:
        """Do nothing."""

    def play(self) -> None:
        """Read on."""
        self.following.paused = False

    def pause(self) -> None:
        """Do not read on."""
        self.following.paused = True

    def step_once(self) -> None:
        """Do nothing: a meta-step is done when the other process does one."""

    def run(self, count: int) -> None:
        """Do nothing."""

    def throttle(self, rate: float | None) -> None:
        """Do nothing."""

    def change(self, name: str, value: object, draft: bool = False, *, undoable: bool = True) -> None:
        """Refuse a change; `take_problems` returns why."""
        if not draft:
            self._problems.append(Problem(name, self.why))

    def ask(self, function: Callable[[Simulation], T]) -> Future[T]:
        """Return a future that says why there is no simulation to ask."""
        future: Future[T] = Future()
        future.set_exception(refuse("", self.why))
        return future

    def snapshot(self, patience: float) -> Snapshot:
        """Return what was read so far."""
        return self.recording.snapshot()

    def take_problems(self) -> tuple[Problem, ...]:
        """Return why changes were refused since the last call."""
        problems, self._problems = self._problems, []
        return tuple(problems)

    def take_edits(self) -> tuple[Edit, ...]:
        """Return nothing."""
        return ()

    def rest(self) -> None:
        """Do nothing: nobody competes for the interpreter."""

    def resume(self) -> None:
        """Do nothing."""

    def stop(self, timeout: float = 2.0) -> bool:
        """Follow the file no longer; return whether its thread ended within `timeout` seconds."""
        return self.following.stop(timeout)

    @property
    def _stopped(self) -> Message | None:
        """Return why the run stopped by itself at its newest meta-step, after which nothing was trained."""
        incidents = self.recording.incidents
        ended = self.following.stage == "ended"
        return (
            incidents[-1].reason if ended and incidents and incidents[-1].step >= self.recording.newest_step else None
        )
