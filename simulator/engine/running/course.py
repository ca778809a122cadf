"""Where a run goes and when: how far it is planned, where the current play ends, at what pace and in what portions."""

from __future__ import annotations

import time
from typing import final

from metascope.simulator.engine.running.portions import Portion
from metascope.simulator.engine.running.rate import Rate


@final
class Course:
    """The meta-steps that a run has begun and is to do. The runner's lock guards it, except where it says otherwise.

    Args:
        steps: meta-steps of a play from the beginning.
    """

    def __init__(self, steps: int) -> None:
        self.begun = 0  # meta-steps
        self.planned = steps  # where play finishes
        self.rest_until = 0.0  # written by the painter without the lock
        self.portion = Portion()  # the worker's own
        self._length = steps
        self._goal = 0  # where the current play ends
        self._counted = (
            False  # the goal was counted from `begun` during the steps under way, of which fewer may be done
        )
        self._interval = 0.0  # least seconds between two steps
        self._due = 0.0  # when the next step may begin
        self._rate = Rate()
        self._done = 1  # meta-steps that were done last

    @property
    def rate(self) -> float:
        """Meta-steps per second, as achieved recently."""
        return self._rate.value

    @property
    def throttled(self) -> bool:
        """Whether there is a pace to keep; any thread may ask."""
        return self._interval > 0.0

    @property
    def arrived(self) -> bool:
        """Whether the current play is at its end."""
        return self.begun >= self._goal

    @property
    def finished(self) -> bool:
        """Whether the run is at its planned end."""
        return self.begun >= self.planned

    @property
    def wait(self) -> float:
        """Seconds until the next step may begin."""
        return max(max(self._due, self.rest_until) - time.perf_counter(), 0.0)

    def to_end(self) -> None:
        """Go to the planned end."""
        self._goal, self._counted = self.planned, False

    def plan_more(self) -> None:
        """Plan as many meta-steps again, beyond a planned end that is reached."""
        if self.finished:
            self.planned = self.begun + self._length

    def stop(self) -> None:
        """Go no further than what is under way."""
        self._goal, self._counted = self.begun, True

    def add(self, count: int, running: bool) -> None:
        """Go `count` meta-steps beyond what is under way; beyond the goal, if a run of so many is under way."""
        if not running or self._goal == self.planned:
            self.stop()
        self._goal += count

    def throttle(self, rate: float | None) -> None:
        """Begin at most `rate` meta-steps per second; None: as many as possible."""
        self._interval = 0.0 if rate is None else 1.0 / rate
        self._due = min(self._due, time.perf_counter() + self._interval)
        self._rate = Rate()

    def start_at(self, step: int) -> None:
        """Count from `step`: what was requested before it was known applies from there on."""
        wants_all = self._goal == self.planned
        if step >= self.planned:
            self.planned = step + self._length
        self._goal = self.planned if wants_all else step + self._goal
        self.begun = step

    def set_out(self) -> None:
        """Begin after a pause: at once."""
        self._due = 0.0
        self._rate = Rate()

    def take(self, most: int) -> int:
        """Count the next steps as begun, at most `most` in one go, and return how many they are, at least one.

        They are twice a portion: so many may be done while the window draws.
        """
        count = 1 if self.throttled else max(1, min(2 * self.portion.steps, self._goal - self.begun, most))
        self.begun, self._counted = self.begun + count, False
        now = time.perf_counter()
        behind = now - self._due >= self._interval  # missed steps are not caught up on
        self._due = (now if behind else self._due) + self._interval
        self._rate.count(now, self._done)
        return count

    def end(self, taken: int, done: int) -> None:
        """Note that of the steps taken so many were done: what was counted from the others is corrected."""
        self._done = done
        self.begun -= taken - done
        if self._counted:
            self._goal -= taken - done
