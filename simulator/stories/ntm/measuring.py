"""Measures both networks on held-out sequences and on longer ones, which depend only on the seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from metascope.simulator.engine.arrays import Single, frozen
from metascope.simulator.engine.randomness import generator
from metascope.simulator.engine.running.building import counted
from metascope.simulator.engine.text import say
from metascope.simulator.learners.trained import Trained
from metascope.simulator.stories.ntm.frame import Generalization
from metascope.simulator.stories.ntm.names import LSTM, METHODS, NTM
from metascope.simulator.stories.ntm.settings import LONG_ONES, LONGER, NtmSettings
from metascope.simulator.stories.ntm.tasks import held_out, label
from metascope.simulator.stories.ntm.training import Teacher
from metascope.simulator.tasks.sequences.contract import Sequences, SequenceTask, bits, wrong_bits

_HELD_OUT, _LONGER = 3, 4  # streams of random numbers


class Examination:
    """The sequences on which both networks are measured.

    Args:
        settings: the number of held-out sequences, and the seed.
        task: draws the sequences.
    """

    def __init__(self, settings: NtmSettings, task: SequenceTask) -> None:
        self._task = task
        self._held_out = held_out(task, settings.test_sequences, generator(settings.seed, _HELD_OUT))
        draws = generator(settings.seed, _LONGER)
        self._longer = [task.draw(LONG_ONES, draws, **sizes) for sizes in LONGER[settings.task]]

    def measured(self, teacher: Teacher, trained: Mapping[str, Trained]) -> tuple[dict[str, float], dict[str, Single]]:
        """Return metrics, and each method's percentage of wrong bits at each longer size, (sizes,).

        The longest come first: their workspace serves the others.
        """
        shares = [_wrong_percent(teacher, trained, longer) for longer in self._counted()][::-1]
        found = dict[str, float]()
        for name, outputs in teacher.answers(trained, self._held_out.inputs).items():
            found[f"{name}.bits"] = float(bits(outputs, self._held_out.targets, self._held_out.mask).mean())
            wrong = wrong_bits(outputs, self._held_out.targets, self._held_out.mask)
            found[f"{name}.wrong_bits"] = float(wrong.mean())
        for told, longer in zip(shares, self._longer, strict=True):
            size = "_".join(str(value) for value in longer.sizes.values())
            found |= {f"{name}.wrong_percent_{size}": share for name, share in told.items()}
        return found, {name: frozen(np.array([told[name] for told in shares], np.float32)) for name in METHODS}

    def _counted(self) -> Iterator[Sequences]:
        return counted(say("measuring on longer sequences"), list(reversed(self._longer)))

    def told(self, wrong: Mapping[str, Single], step: int) -> Generalization:
        """Return what was `measured` on the longer sequences at this step."""
        longest = self._task.longest()
        return Generalization(
            step=step,
            sizes=tuple(label(longer.sizes) for longer in self._longer),
            beyond=frozen(np.array([len(longer.inputs) > longest for longer in self._longer])),
            ntm=wrong[NTM],
            lstm=wrong[LSTM],
        )


def _wrong_percent(teacher: Teacher, trained: Mapping[str, Trained], sequences: Sequences) -> dict[str, float]:
    asked = float(sequences.mask.sum()) * sequences.targets.shape[2]
    answers = teacher.answers(trained, sequences.inputs)
    return {
        name: 100 * float(wrong_bits(outputs, sequences.targets, sequences.mask).sum()) / asked
        for name, outputs in answers.items()
    }
