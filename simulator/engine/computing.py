"""How a thread computes: with so many torch threads, and without numbers that are nearly nothing."""

from __future__ import annotations

import torch


def prepare_thread(threads: int) -> None:
    """Let the calling thread compute with `threads` torch threads; call it before the first step of a run.

    Denormal numbers, below 1.2e-38 in single precision, become 0: processors compute with them in microcode, and the
    first meta-gradients of a learned optimizer, which vanish on their way back, took four times as long.
    """
    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)
