"""Tells in a banner above the picture what a person should know of the run: its way back, warnings, why it stopped."""

from __future__ import annotations

import math
import time

from metascope.scenes.runs.followed import FollowedRunner
from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.scenes.stage.stopped import Stopped, news_of
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.running.breakpoints import Breakpoint
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.look.text import duration, in_turn, localized
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate
from metascope.widgets.window.notice import Level, Notice

PATIENCE = 1.0  # seconds of getting ready that nothing is said of
_MEASURED = 60.0  # seconds that a part still takes, which are told instead of those expected of the whole
_OVER = (RunState.FAILED, RunState.FINISHED)  # states of a run elsewhere that are told until a person closes that


class RunNotice(Notice):
    """The notice of a run; a warning that a person has closed stays closed until there is another one.

    Args:
        run: of which it tells.
        scene: turns its frames' warnings into text.
        theme: the theme.
    """

    def __init__(self, run: Run, scene: Scene, theme: Theme) -> None:
        super().__init__(theme)
        self._run, self._scene = run, scene
        self._said: tuple[Level, str] = "warning", ""  # of the frame, or of the breakpoint that paused the run
        self.unsaid: frozenset[Breakpoint] = frozenset()  # pauses that somebody else tells of
        self._stopped: Stopped | None = None
        self._closed = ""  # a warning that a person has closed
        self.undrawable = ""  # what is said of the frame that should be on the screen, and could not be drawn
        self.expected = ""  # how long the run takes to get ready, where that is long and known before
        self._preparing = -math.inf  # when the run was seen to get ready
        self.dismissed.connect(self._keep_closed)

    @property
    def stopped(self) -> Stopped | None:
        """Why the run has stopped, and what can be done; None where it has not."""
        return self._stopped

    @stopped.setter
    def stopped(self, stopped: Stopped | None) -> None:
        self._stopped = stopped
        if stopped is not None:
            self.tell(stopped.level, stopped.text, stopped.button)

    def follow(self, frame: Frame | None) -> None:
        """Say what is to be said of the run and of the frame on the screen; what is said of a failure stays."""
        if self._run.runner.state in (_OVER if self._run.follows else _OVER[:1]):
            return
        self._said = self._worth_saying(frame)
        if self._run.runner.state is not RunState.PREPARING:
            self._preparing = -math.inf
        if on_the_way := self._way_text():
            self.tell("info", on_the_way, translate("Stage", "Cancel"), translate("Stage", "Stop training again"))
            return
        if preparing := self._preparing_text():
            self.tell("info", preparing, translate("Stage", "Cancel"), translate("Stage", "Stop getting ready"))
            return
        level, text = self._said
        if text and text != self._closed:
            self.tell(level, text)
        elif not text:
            self.clear()
            self._closed = ""

    def _keep_closed(self) -> None:
        self._closed = self._said[1]

    def _worth_saying(self, frame: Frame | None) -> tuple[Level, str]:
        """Return that the frame could not be drawn, a warning of it, or the breakpoint that paused the run."""
        if self.undrawable:
            return "failure", self.undrawable
        runner = self._run.runner
        if isinstance(runner, FollowedRunner) and (news := news_of(runner))[1]:
            return news
        warning = "" if frame is None else in_turn(map(localized, self._scene.notices(frame)))
        hit = runner.hit
        if not warning and runner.state is RunState.PAUSED and hit is not None and hit not in self.unsaid:
            return "info", pause_text(hit)
        return "warning", warning

    def _way_text(self) -> str:
        """Return how far the run is on its way to where it goes on, "" if it is not on its way."""
        way = self._run.way
        if self._run.runner.state is not RunState.PREPARING or way is None or not 0 < way.done < way.total:
            return ""
        text = translate("Stage", "Training again up to meta-step {step:,}: {done:,} of {total:,}, {time} left")
        return text.format(step=way.step, done=way.done, total=way.total, time=duration(way.seconds_left))

    def _preparing_text(self) -> str:
        """Return how far the run is in getting ready, "" if it is not or has begun a moment ago."""
        runner, now = self._run.runner, time.monotonic()
        if runner.state is not RunState.PREPARING:
            return ""
        if self._preparing < 0:
            self._preparing = now
        progress = runner.building.progress
        if progress is None or now - self._preparing < PATIENCE:
            return self.expected
        text = translate("Stage", "Getting ready: {what}, {done:,} of {total:,}")
        if self.expected and progress.seconds_left < _MEASURED:  # another part than the one that takes long
            text = translate("Stage", "{expected}: {what}, {done:,} of {total:,}")
        elif progress.seconds_left:
            text = translate("Stage", "Getting ready: {what}, {done:,} of {total:,}, {time} left")
        left = duration(progress.seconds_left)
        found = {"what": localized(progress.what), "done": progress.done, "total": progress.total}
        return text.format(expected=self.expected, time=left, **found)


def pause_text(breakpoint: Breakpoint) -> str:
    """Return in words that a breakpoint has paused the run."""
    return translate("Stage", "Paused at breakpoint: {condition}").format(condition=localized(breakpoint.text))
