"""Writes the captions of the learned optimizers story: what a method does at each update, with its numbers."""

from __future__ import annotations

from functools import partial

import numpy as np

from metascope.simulator.engine.frame import Captions, Frame
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.text import Message, say
from metascope.simulator.episodes.baseline import nearest_on_pixels
from metascope.simulator.stories.optimizers.frame import OptimizersFrame, Rival
from metascope.simulator.stories.optimizers.names import LEARNED, METHOD_NAMES, RIVALS
from metascope.simulator.stories.optimizers.settings import OptimizersSettings


def captions_of(frame: Frame, method: str) -> Captions:
    """Return a caption for each of the T + 2 ticks of `method`, created when it is looked up."""
    assert isinstance(frame, OptimizersFrame), "the frame must be of this story"
    course = _Learned(frame) if method == LEARNED else _HandMade(frame, method)
    updates = range(1, len(frame.loss))
    return Captions([course.start, *(partial(course.update, t) for t in updates), course.outcome])


def baseline_of(frame: Frame, settings: Settings) -> Message | None:
    """Return what the nearest neighbour on pixels answers to unseen pictures, where updates see one of each class."""
    assert isinstance(frame, OptimizersFrame), "the frame must be of this story"
    assert isinstance(settings, OptimizersSettings), "the settings must be of this story"
    shown = frame.classified
    if shown is None or (settings.problem, settings.shots) != ("episodes", 1):
        return None
    classes = np.arange(len(shown.examples), dtype=np.int32)
    return nearest_on_pixels(shown.examples, classes, shown.pictures, shown.labels)


class _Learned:
    def __init__(self, frame: OptimizersFrame) -> None:
        self._frame = frame

    def start(self) -> Message:
        return say("The learned optimizer starts on a held-out problem: loss {loss}", loss=number(self._frame.loss[0]))

    def update(self, t: int) -> Message:
        frame = self._frame
        return say(
            "Update {t} of {updates}: mean forget gate {forget}, mean input gate {input}, loss {before} → {after}",
            t=t,
            updates=len(frame.loss) - 1,
            forget=number(frame.forget[t - 1].mean()),
            input=number(frame.input[t - 1].mean()),
            before=number(frame.loss[t - 1]),
            after=number(frame.loss[t]),
        )

    def outcome(self) -> Message:
        frame = self._frame
        gap = frame.metrics.get("learned.gap_to_sgd")
        if gap is not None:
            text = "After the last update: loss {loss}. Plain SGD with the same η and λ stayed within {gap} of it"
            return say(text, loss=number(frame.test_loss), gap=number(gap))
        if frame.guesses is not None and frame.classified is not None:
            return say(
                "After the last update: loss {loss}; {right} of {all} unseen drawings are classified correctly",
                loss=number(frame.test_loss),
                right=int((frame.guesses[-1] == frame.classified.labels).sum()),
                all=len(frame.classified.labels),
            )
        if frame.step == 0:
            return say("After the last update: loss {loss}; not meta-trained yet", loss=number(frame.test_loss))
        if not np.isfinite(frame.meta_loss):
            text = "After the last update: loss {loss}. The last meta-step taught it nothing"
            return say(text, loss=number(frame.test_loss))
        return say(
            "After the last update: loss {loss}. Last meta-step: meta-loss {meta}, meta-gradient norm {norm}",
            loss=number(frame.test_loss),
            meta=number(frame.meta_loss),
            norm=number(frame.meta_gradient),
        )


class _HandMade:
    def __init__(self, frame: OptimizersFrame, method: str) -> None:
        self._name = METHOD_NAMES[method]
        self._rival: Rival = frame.rivals[RIVALS.index(method)]

    def start(self) -> Message:
        if not self._rival.rate:
            return self._untuned()
        loss = number(self._rival.loss[0])
        return say("{method} starts at the problem's start: loss {loss}", method=self._name, loss=loss)

    def update(self, t: int) -> Message:
        if not self._rival.rate:
            return self._untuned()
        return say(
            "Update {t} of {updates}: {method} with learning rate {rate}, loss {before} → {after}",
            t=t,
            updates=len(self._rival.loss) - 1,
            method=self._name,
            rate=number(self._rival.rate),
            before=number(self._rival.loss[t - 1]),
            after=number(self._rival.loss[t]),
        )

    def outcome(self) -> Message:
        if not self._rival.rate:
            return self._untuned()
        return say(
            "{method} learns nothing from problem to problem; its learning rate {rate} is the best of {count} tried",
            method=self._name,
            rate=number(self._rival.rate),
            count=len(self._rival.tuning.rates),
        )

    def _untuned(self) -> Message:
        return say("{method} is not tuned yet: its learning rate is being searched", method=self._name)


def number(value: float | np.floating[np.generic]) -> str:  # type: ignore[type-var]
    """Return a number with three significant digits."""
    return f"{float(value):.3g}"
