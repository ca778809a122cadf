"""Draws the episode on the table with the answers that have come about at an inner tick."""

from __future__ import annotations

import numpy as np

from metascope.scenes.stories.metric_learning.words import short_name
from metascope.scenes.views.episode import EPISODES as EPISODES
from metascope.scenes.views.episode import EpisodeView
from metascope.scenes.views.episode import added as added
from metascope.simulator.stories.metric_learning import lens
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.names import FINETUNING, IMAGINED, IN_CONTEXT, NEIGHBOURS


class TableView(EpisodeView):
    """The episode, with the answers that have come about at the inner tick."""

    def draw(self, frame: MetricFrame, inner: int, method: str, query: int, *, hidden: bool = False) -> None:
        """Show the frame's episode at an inner tick of a method, with `query` in question.

        Args:
            hidden: show no queries and no answers, as while a person is to answer.
        """
        answers = {}
        for key, answer in frame.answers.items():
            found = lens.probabilities(frame, key, inner)
            answers[key] = short_name(key), np.full(answer.probabilities.shape, np.nan) if found is None else found
        self.lay(frame.table, answers, query, looked_at(frame, inner, method, query), hidden=hidden)


def looked_at(frame: MetricFrame, inner: int, method: str, query: int) -> list[int]:
    """Return the numbers of the supports that a method looks at in a tick: fine-tuning always learns from all.

    While examples are imagined these are their originals.
    """
    phase, number = lens.moment(frame, inner)
    if method == FINETUNING:
        return []
    if phase == "support":
        return [] if frame.table.removed[number] else [number]
    if phase == "context" and method in IN_CONTEXT:
        return [int(frame.answers[method].reads[number, query].argmax())]
    if phase == "imagined" and method == IMAGINED:
        originals = frame.answers[method].plane.seeds[lens.newest(frame, method, inner)]
        return sorted({*originals.tolist()})
    if phase in ("scores", "answer") and method == NEIGHBOURS:
        found: list[int] = frame.answers[method].neighbours[query].tolist()
        return found
    return []
