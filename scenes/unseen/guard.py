"""Validates frames from untrusted files: what cannot be drawn is reported like what cannot be read."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, final

from metascope.scenes.catalog import build_scene
from metascope.scenes.scene import Scene
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.story import Telling, all_stories
from metascope.simulator.engine.text import say
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import Theme
from metascope.widgets.look.translation import translate

if TYPE_CHECKING:
    from metascope.simulator.engine.files.session import SessionHead

# Errors of drawing frames whose arrays are valid one by one but do not fit each other.
_UNFIT = (ValueError, IndexError, TypeError, KeyError, AttributeError, ArithmeticError)


@contextmanager
def drawn_with_care(recording: Recording, step: int, where: str = "") -> Iterator[None]:
    """Turn errors of drawing the frame of `step` into a UserError if it may come from an untrusted file, `where`.

    Raises:
        UserError: it cannot be drawn, and the recording reads frames from a file. Other errors pass unchanged.
    """
    try:
        yield
    except _UNFIT as error:
        if not recording.reads_files:
            raise
        reason = " ".join(str(error).split())[:160] or type(error).__name__
        message = say("the frame of meta-step {step} cannot be drawn: {reason}", step=step, reason=reason)
        raise refuse(where, message) from error


@final
class Reported:
    """Knows which errors of drawing were reported: a picture that fails does so again with every frame."""

    def __init__(self) -> None:
        self._places: set[tuple[type[BaseException], str, int]] = set()

    def is_new(self, error: Exception) -> bool:
        """Return whether no such error has come from that line before, and remember it."""
        frames = traceback.extract_tb(error.__traceback__)
        place = (type(error), frames[-1].filename, frames[-1].lineno or 0)
        new = place not in self._places
        self._places.add(place)
        return new


def not_drawn(step: int, error: Exception) -> str:
    """Return what is said in place of the picture of a meta-step that could not be drawn."""
    reason = " ".join(str(error).split())[:160] or type(error).__name__
    text = translate("Stage", "Meta-step {step} cannot be drawn: {reason}. The picture is an earlier one.")
    return text.format(step=f"{step:,}", reason=reason)


def look_through(scene: Scene, captions: Telling, frame: Frame, method: str) -> None:
    """Read everything that is shown of a frame next to its picture, so that an error is raised here."""
    sentences = captions(frame, method)
    for tick in range(frame.ticks()):  # iterating over a sequence would take an IndexError for its end
        localized(sentences[tick])
    for notice in scene.notices(frame):
        localized(notice)
    scene.notes(frame)


def try_out(head: SessionHead, recording: Recording, where: str, theme: Theme) -> None:
    """Draw the newest frame of a run from the file `where` in a hidden scene; an unreadable one is told when shown.

    Raises:
        UserError: the newest frame or the metrics cannot be drawn.
    """
    try:
        frame = recording.newest
    except UserError:
        return
    if frame is None:
        return
    scene = build_scene(head.preset.story, head.settings, theme)
    captions = all_stories()[head.preset.story].captions
    try:
        with drawn_with_care(recording, frame.step, where):
            for method, _ in scene.methods():
                look_through(scene, captions, frame, method)
                scene.draw(frame, frame.ticks() - 1, method)
            scene.draw_curves(recording.metrics, frame.step)
    finally:
        scene.deleteLater()
