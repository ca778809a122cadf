"""Runs the network on the shown episode, with its own memory or a disturbed one."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.arrays import frozen, single
from metascope.simulator.learners.disturbing import Disturbance, disturb
from metascope.simulator.learners.mann import reference
from metascope.simulator.learners.mann.forward import Tape
from metascope.simulator.learners.mann.reference import State, Weights
from metascope.simulator.stories.mann.frame import Disturbed, Episode, Heads, Whole
from metascope.simulator.tasks.label_episodes import Episodes


class ShownEpisode:
    """The shown episode.

    Args:
        episode: a batch of one.
        names: of all classes.
        side: of the pictures, in pixels.
    """

    def __init__(self, episode: Episodes, names: tuple[str, ...], side: int) -> None:
        self.episode = episode
        pixels = episode.inputs[:, 0, : side * side].view(-1, side, side) * 255
        labels = episode.labels[:, 0]
        classes = dict(zip(labels.tolist(), episode.classes[:, 0].tolist(), strict=True))
        self.shown = Episode(
            pictures=frozen(np.rint(pixels.cpu().numpy()).astype(np.uint8)),
            labels=_whole(labels),
            instances=_whole(episode.instances[:, 0]),
            names=tuple(names[classes[label]] for label in sorted(classes)),
        )

    @property
    def steps(self) -> int:
        """T, the number of time steps of the shown episode."""
        return len(self.episode.labels)

    def disturbed(self, tape: Tape, weights: Weights, done: Disturbance, seed: int) -> Disturbed:
        """Return the result of a disturbance of the course on the tape."""
        design, t, u = tape.design, done.before, tape.design.units
        memory = tape.memory[t].mT.clone()  # (1, N, M)
        disturb(memory[0], done, seed)
        hidden, reads = tape.state[t, :, :u], tape.state[t, :, u:].view(1, design.heads, design.width)
        state = State(hidden, tape.cell[t], reads, tape.read_weights[t], tape.usage[t, :, 0], memory)
        with torch.no_grad():
            then = reference.resume(design, weights, state, self.episode.inputs[t:])
        outputs = torch.cat([tape.outputs[:t], then.outputs])[:, 0].softmax(-1)
        read_weights = torch.cat([tape.read_weights[1 : t + 1], then.read_weights])[:, 0]
        return Disturbed(
            before=t,
            row=done.row,
            how=done.how,
            other=done.other,
            answers=single(outputs),
            read_weights=single(read_weights),
            memory=single(torch.cat([memory, then.memory[:, 0]])),
        )


def heads_of(tape: Tape) -> Heads:
    """Return the heads' part of a tape of one episode."""
    h, m = tape.design.heads, tape.design.width
    told = tape.told[:, 0]  # (T, P): keys, adds where they are not the keys, gates
    return Heads(
        key=single(told[:, : h * m].view(-1, h, m)),
        add=single(told[:, -h * m - h : -h].view(-1, h, m)),
        gate=single(told[:, -h:]),
        least_used=_whole(tape.least_used[:, 0]),
        write_weights=single(tape.write_weights[:, 0]),
        read_weights=single(tape.read_weights[1:, 0]),
        usage=single(tape.usage[1:, 0, 0]),
    )


def _whole(values: Tensor) -> Whole:
    return frozen(values.cpu().numpy().astype(np.int32))
