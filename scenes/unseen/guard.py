"""Frames from files: what in them cannot be drawn is told like what cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scenes.catalog import build_scene
from scenes.scene import Scene
from simulator.engine.errors import UserError, refuse
from simulator.engine.frame import Frame
from simulator.engine.history.recording import Recording
from simulator.engine.story import Telling, all_stories
from simulator.engine.text import say
from widgets.look.text import localized
from widgets.look.theme import Theme

if TYPE_CHECKING:
    from simulator.engine.files.session import Session

# What drawing stumbles over where arrays do not fit each other, though each of them is as it was written.
_UNFIT = (ValueError, IndexError, TypeError, KeyError, AttributeError, ArithmeticError)


@contextmanager
def drawn_with_care(recording: Recording, step: int, session: Session | None = None) -> Iterator[None]:
    """Draw a frame of `step` that may lie in a file, whoever wrote that.

    Raises:
        UserError: it cannot be drawn, and this recording has frames from a file, or from that of `session`; a defect
            elsewhere stays what it is.
    """
    try:
        yield
    except _UNFIT as error:
        if not recording.reads_files:
            raise
        where = str(session.file.path) if session is not None else ""
        reason = " ".join(str(error).split())[:160] or type(error).__name__
        message = say("the frame of meta-step {step} cannot be drawn: {reason}", step=step, reason=reason)
        raise refuse(where, message) from error


def look_through(scene: Scene, captions: Telling, frame: Frame, method: str) -> None:
    """Look at everything that is read of a frame beside its picture, so that it fails here if it does."""
    sentences = captions(frame, method)
    for tick in range(frame.ticks()):  # a sequence that is walked through would take an IndexError for its end
        localized(sentences[tick])
    for notice in scene.notices(frame):
        localized(notice)
    scene.notes(frame)


def try_out(session: Session, theme: Theme) -> None:
    """Draw what a session opens with, in a scene that nobody sees. One that cannot be read is told when looked at.

    Raises:
        UserError: the newest frame or the metrics cannot be drawn.
    """
    recording, head = session.recording, session.head
    try:
        frame = recording.newest
    except UserError:
        return
    if frame is None:
        return
    scene = build_scene(head.preset.story, head.settings, theme)
    captions = all_stories()[head.preset.story].captions
    try:
        with drawn_with_care(recording, frame.step, session):
            for method, _ in scene.methods():
                look_through(scene, captions, frame, method)
                scene.draw(frame, frame.ticks() - 1, method)
            scene.draw_curves(recording.metrics, frame.step)
    finally:
        scene.deleteLater()
