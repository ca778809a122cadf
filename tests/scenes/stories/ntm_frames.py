"""Frames of the NTM story without its learning: a hand-made copying machine in numpy, with its heads' real numbers."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.stories.ntm import lens
from metascope.simulator.stories.ntm.frame import Disturbed, Generalization, HeadsCourse, NtmFrame, Shown
from metascope.simulator.stories.ntm.settings import NtmSettings

Array = NDArray[np.float64]
BITS = 6
FIRST = 5  # the location to which the heads go at first


def single(values: Array) -> NDArray[np.float32]:
    return values.astype(np.float32)


@cache
def shown(length: int, seed: int = 1) -> Shown:
    """Return a copy sequence: vectors, a delimiter, and as many answers; T = 2 length + 1."""
    vectors = np.random.default_rng(seed).integers(0, 2, (length, BITS)).astype(float)
    steps = 2 * length + 1
    inputs, targets = np.zeros((steps, BITS + 1)), np.zeros((steps, BITS))
    inputs[:length, :BITS], inputs[length, BITS] = vectors, 1
    targets[length + 1 :] = vectors
    return Shown(
        inputs=single(inputs),
        targets=single(targets),
        mask=np.arange(steps) > length,
        input_names=(*(f"bit {n + 1}" for n in range(BITS)), "end"),
        target_names=tuple(f"bit {n + 1}" for n in range(BITS)),
        optimum=0.0,
    )


def offsets(steps: int, head: int, length: int) -> tuple[Array, Array]:
    """Return gate (T,) and kernel (T, 3) of a head: it goes to its key at first, and then on row by row.

    The writing head stays where it is after the last vector; the reading head begins again after the delimiter.
    """
    gate, kernel = np.full(steps, 0.01), np.tile([0.01, 0.01, 0.98], (steps, 1))
    begins, stays = ([0], slice(length, None)) if head == 0 else ([0, length + 1], slice(1, length + 1))
    gate[begins] = 0.99
    kernel[begins] = kernel[stays] = [0.01, 0.98, 0.01]
    return gate, kernel


def told(length: int, memory: Array, pairs: int, trained: bool) -> HeadsCourse:
    """Return what the heads are told; before any training: hardly anything."""
    sequence, width = shown(length), memory.shape[1]
    steps, count = len(sequence.inputs), 2 * pairs
    courses = [offsets(steps, head // pairs, length) for head in range(count)]
    gate, kernel = (np.stack(parts, axis=1) for parts in zip(*courses, strict=True))  # (T, H), (T, H, 3)
    erase, add = np.zeros((steps, pairs, width)), np.zeros((steps, pairs, width))
    erase[:length, :, : BITS + 1] = 0.95
    add[:length, :, :BITS] = 2 * sequence.inputs[:length, None, :BITS] - 1
    share = 1.0 if trained else 0.05
    return HeadsCourse(
        key=single(np.tile(memory[FIRST], (steps, count, 1))),
        strength=single(np.full((steps, count), 60 * share)),
        gate=single(gate if trained else np.full_like(gate, 0.5)),
        kernel=single(kernel if trained else np.full_like(kernel, 1 / 3)),
        sharpness=single(np.full((steps, count), 1 + 11 * share)),
        erase=single(erase * share),
        add=single(add * share),
    )


def course(
    heads: HeadsCourse, memory: Array, before: Array, change: tuple[int, int] | None = None
) -> tuple[Array, Array, Array]:
    """Return weightings (T, H, N), reads (T, R, M) and memories (T + 1, N, M) from M_0 and w_0.

    A row may be erased before a time step.
    """
    weightings, reads, memories, pairs = [], [], [], heads.erase.shape[1]
    for t in range(len(heads.gate)):
        if change is not None and t == change[0]:
            memory = memory.copy()
            memory[change[1]] = 0
        memories.append(memory)
        now = []
        for head in range(2 * pairs):
            one = lens.HeadParameters(
                heads.key[t, head].astype(float),
                float(heads.strength[t, head]),
                float(heads.gate[t, head]),
                heads.kernel[t, head].astype(float),
                float(heads.sharpness[t, head]),
            )
            now.append(lens.address(one, memory, before[head]).weighting)
        before = np.stack(now)  # (H, N)
        for w, e in zip(before[:pairs], heads.erase[t], strict=True):
            memory = memory * (1 - np.outer(w, e))
        memory = memory + before[:pairs].T @ heads.add[t]
        weightings.append(before)
        reads.append(before[pairs:] @ memory)
    return np.stack(weightings), np.stack(reads), np.stack([*memories, memory])


def answers(reads: Array) -> Array:
    """Return the probabilities of 1 that the first head's reads (T, R, M) come to, (T, Y)."""
    return np.asarray(1 / (1 + np.exp(-6 * reads[:, 0, :BITS])))


@cache
def frame(settings: NtmSettings, step: int = 40, *, disturbed: bool = False, measured: bool = True) -> NtmFrame:
    """Return the frame of a training step: at 0 of a machine that knows nothing, later of one that copies."""
    length, rng = settings.shown_size, np.random.default_rng(3)
    sequence = shown(length)
    memory = 0.05 * rng.normal(size=(settings.locations, settings.width))
    memory[FIRST, -1] = 8.0  # the key of the first location
    heads = told(length, memory, settings.heads, trained=step > 0)
    before = np.full((2 * settings.heads, settings.locations), 1 / settings.locations)
    weighting, reads, _ = course(heads, memory, before)
    outputs = answers(reads)
    rival = np.clip(sequence.targets + rng.normal(size=outputs.shape) * 0.5, 0.02, 0.98)
    both = [cost(outputs, sequence), cost(rival, sequence)]
    return NtmFrame(
        step=step,
        metrics=metrics(both[0], both[1]),
        sequences=step * 200,
        shown=sequence,
        outputs=single(outputs),
        rival=single(rival),
        bits=(both[0][0], both[1][0]),
        wrong=(both[0][1], both[1][1]),
        initial_memory=single(memory),
        initial_weighting=single(before),
        weighting=single(weighting),
        heads=heads,
        reads=single(reads),
        disturbed=disturb(heads, memory, before, length) if disturbed else None,
        generalization=generalization(step) if measured else None,
        best_step=step if measured else -1,
        notices=(),
    )


def disturb(heads: HeadsCourse, memory: Array, before: Array, length: int) -> Disturbed:
    """Return what comes of the second written row being erased before the answers begin."""
    weighting, reads, memories = course(heads, memory, before, (length + 1, FIRST + 1))
    return Disturbed(
        before=length + 1,
        row=FIRST + 1,
        how="erase",
        other=-1,
        outputs=single(answers(reads)),
        weighting=single(weighting),
        memory=single(memories[length + 1 :]),
    )


def cost(outputs: Array, sequence: Shown) -> tuple[float, int]:
    """Return bits and wrong bits of answers (T, Y)."""
    asked = sequence.mask
    right = np.where(sequence.targets[asked] > 0.5, outputs[asked], 1 - outputs[asked])
    return float(-np.log2(right).sum()), int((right < 0.5).sum())


def metrics(ntm: tuple[float, int], lstm: tuple[float, int]) -> dict[str, float]:
    """Return what a frame measures."""
    found: dict[str, float] = {}
    for name, (bits, wrong) in (("ntm", ntm), ("lstm", lstm)):
        found |= {f"{name}.bits": bits, f"{name}.wrong_bits": float(wrong), f"{name}.loss": bits / 100}
    return found


def generalization(step: int) -> Generalization:
    """Return percentages that grow with the size, the LSTM's sooner."""
    sizes = np.array([10, 20, 40, 80, 120])
    return Generalization(
        step=step,
        sizes=tuple(map(str, sizes.tolist())),
        beyond=sizes > 20,
        ntm=single(np.array([0.0, 0.0, 0.4, 2.5, 11.0])),
        lstm=single(np.array([1.0, 9.5, 31.0, 44.0, 48.0])),
    )
