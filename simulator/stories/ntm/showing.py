"""Runs the machine on the shown sequence, with its own memory or a disturbed one."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
import torch

from metascope.simulator.engine.arrays import Single, frozen, single
from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners.disturbing import Disturbance, disturb
from metascope.simulator.learners.ntm import reference
from metascope.simulator.learners.ntm.forward import Tape
from metascope.simulator.learners.ntm.reference import Design, State, Weights
from metascope.simulator.stories.ntm.frame import Disturbed, HeadsCourse, Shown
from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.simulator.stories.ntm.tasks import shown_sizes
from metascope.simulator.tasks.sequences.contract import Sequences, SequenceTask

_Kind = TypeVar("_Kind", bound=np.generic)

_SHOWN = 5  # stream of random numbers


class ShownSequence:
    """The shown sequence, as the settings choose it."""

    def __init__(self, settings: NtmSettings, task: SequenceTask) -> None:
        draws = generator(settings.seed, _SHOWN, settings.shown)
        self.sequence: Sequences = task.draw(1, draws, **shown_sizes(settings))
        optimum = float(task.optimum(self.sequence)[0])
        self.shown = Shown(
            inputs=single(self.sequence.inputs[:, 0]),
            targets=single(self.sequence.targets[:, 0]),
            mask=frozen(self.sequence.mask[:, 0].cpu().numpy() > 0.5),
            input_names=task.input_names,
            target_names=task.target_names,
            optimum=optimum,
        )
        self._seed = settings.seed
        self._tape: Tape | None = None

    @property
    def steps(self) -> int:
        """T, the number of time steps of the shown sequence."""
        return len(self.sequence.inputs)

    def course(self, design: Design, weights: Weights) -> Tape:
        """Return what the machine does; the next call overwrites it."""
        if self._tape is None:
            like = self.sequence.inputs
            self._tape = Tape(design, 1, self.steps, like.dtype, like.device)
        with torch.no_grad():
            self._tape.forward(weights, self.sequence.inputs)
        return self._tape

    def disturbed(self, tape: Tape, weights: Weights, done: Disturbance) -> Disturbed:
        """Return the result of a disturbance of the course on the tape."""
        design, t, u = tape.design, done.before, tape.design.units
        memory = tape.memory[t].mT.clone()  # (1, N, M)
        disturb(memory[0], done, self._seed)
        hidden, reads = tape.state[t, :, :u], tape.state[t, :, u:].view(1, design.heads, design.width)
        state = State(hidden, tape.cell[t], reads, tape.weighting[t], memory)
        with torch.no_grad():
            then = reference.resume(design, weights, state, self.sequence.inputs[t:])
        outputs = torch.cat([tape.outputs[:t], then.outputs])[:, 0].sigmoid()
        weighting = torch.cat([tape.weighting[1 : t + 1], then.state.weighting])[:, 0]
        return Disturbed(
            before=t,
            row=done.row,
            how=done.how,
            other=done.other,
            outputs=single(outputs),
            weighting=single(weighting),
            memory=single(torch.cat([memory, then.state.memory[:, 0]])),
        )


def heads_course(tape: Tape) -> HeadsCourse:
    """Return the heads' parameters on a tape of one sequence."""
    columns, m = tape.design.columns, tape.design.width
    h, w = columns.heads, columns.write
    sigmoids, softpluses, vectors = (part[:, 0] for part in (tape.sigmoids, tape.softpluses, tape.vectors))
    return HeadsCourse(
        key=single(vectors[:, : h * m].view(-1, h, m)),
        strength=single(softpluses[:, :h]),
        gate=single(sigmoids[:, w * m :]),
        kernel=single(tape.kernel[:, 0]),
        sharpness=single(tape.sharpness[:, 0]),
        erase=single(sigmoids[:, : w * m].view(-1, w, m)),
        add=single(vectors[:, h * m :].view(-1, w, m)),
    )


def reads(tape: Tape) -> Single:
    """Return r at every time step, (T, R, M), from a tape of one sequence."""
    design = tape.design
    return single(tape.state[1:, 0, design.units :].view(-1, design.heads, design.width))
