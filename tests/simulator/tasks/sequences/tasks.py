"""All tasks of sequences, and sequences as plain lists."""

from __future__ import annotations

import torch

from metascope.simulator.tasks.sequences.contract import Sequences, SequenceTask
from metascope.simulator.tasks.sequences.copying import CopyTask, RepeatCopyTask
from metascope.simulator.tasks.sequences.ngrams import NGramsTask
from metascope.simulator.tasks.sequences.recall import AssociativeRecallTask
from metascope.simulator.tasks.sequences.sorting import PrioritySortTask

TASKS: list[SequenceTask] = [CopyTask(), RepeatCopyTask(), AssociativeRecallTask(), NGramsTask(), PrioritySortTask()]
Rows = list[list[float]]


def name(task: SequenceTask) -> str:
    return type(task).__name__


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def rows(sequences: Sequences, at: int) -> tuple[Rows, Rows]:
    """Return one sequence's inputs, and its targets where they are asked for, a list for each time step."""
    asked = sequences.mask[:, at] == 1
    return sequences.inputs[:, at].tolist(), sequences.targets[asked, at].tolist()
