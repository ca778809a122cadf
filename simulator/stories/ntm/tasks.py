"""Creates the task that the settings describe, and the sequences on which machines are measured."""

from __future__ import annotations

import torch
from torch import Generator, Tensor

from metascope.simulator.engine.computing import chosen_device
from metascope.simulator.engine.running.building import counted
from metascope.simulator.engine.text import say
from metascope.simulator.stories.ntm.settings import CONTEXT, VECTORS, NtmSettings, highest
from metascope.simulator.tasks.sequences.contract import Sequences, SequenceTask, Sizes
from metascope.simulator.tasks.sequences.copying import CopyTask, RepeatCopyTask
from metascope.simulator.tasks.sequences.ngrams import NGramsTask
from metascope.simulator.tasks.sequences.recall import AssociativeRecallTask
from metascope.simulator.tasks.sequences.sorting import PrioritySortTask


def task_of(settings: NtmSettings) -> SequenceTask:
    """Return the task with its training sizes, on its device.

    Raises:
        UserError: there is no such device.
    """
    device = chosen_device(settings.device, settings.work)
    if settings.task == "copy":
        return CopyTask(settings.bits, (1, settings.length), device=device)
    if settings.task == "repeat-copy":
        return RepeatCopyTask(settings.bits, (1, settings.repeated), (1, settings.repeats), device=device)
    if settings.task == "associative-recall":
        return AssociativeRecallTask(vectors=VECTORS, items=(2, settings.items), device=device)
    if settings.task == "n-grams":
        return NGramsTask(CONTEXT, (settings.stream, settings.stream), device=device)
    asked = highest(settings.vectors)
    return PrioritySortTask(settings.bits, (settings.vectors, settings.vectors), (asked, asked), device=device)


def shown_sizes(settings: NtmSettings) -> Sizes:
    """Return the sizes of the shown sequence, as close to the wanted size as the task allows."""
    wanted = settings.shown_size
    return {
        "copy": {"length": wanted},
        "repeat-copy": {"length": min(wanted, 20), "repeats": min(settings.repeats, 10)},
        "associative-recall": {"items": min(max(wanted, 2), 20)},
        "n-grams": {"length": settings.stream},
        "priority-sort": {"vectors": settings.vectors, "highest": highest(settings.vectors)},
    }[settings.task]


def held_out(task: SequenceTask, count: int, generator: Generator) -> Sequences:
    """Return `count` sequences of training sizes, drawn independently; shorter ones are padded with zeros."""
    return _joined([task.draw(1, generator) for _ in counted(say("drawing held-out sequences"), range(count))])


def label(sizes: Sizes) -> str:
    """Return a label for sizes, such as "40" or "20 × 10"."""
    return " × ".join(str(size) for size in list(sizes.values())[:2])


def _joined(drawn: list[Sequences]) -> Sequences:
    steps = max(len(one.inputs) for one in drawn)

    def padded(parts: list[Tensor]) -> Tensor:
        return torch.cat([torch.cat([part, part.new_zeros(steps - len(part), *part.shape[1:])]) for part in parts], 1)

    inputs, targets, mask = (padded([getattr(one, name) for one in drawn]) for name in ("inputs", "targets", "mask"))
    return Sequences(inputs, targets, mask, {})
