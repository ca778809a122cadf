"""Frames of the MANN story without its learning: a hand-made network in numpy that finds by picture what it was told.

At each time step its first head writes the code of the picture before, with the label that it is told now, to the row
least used; the others write nothing there. All read with the code of the picture that is shown, and the labels that
come back are the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.stories.mann.frame import Accuracy, Disturbed, Episode, Heads, MannFrame
from metascope.simulator.stories.mann.settings import MannSettings

Array = NDArray[np.float64]
GATE = 0.05  # what the network writes to rows that it read before
STRENGTH = 6.0  # by which cosines are multiplied, so that readings are clear
FAINT = 0.05  # under the root: rows with less are like nothing
CERTAIN = 12.0  # from labels read to answers


@dataclass(frozen=True)
class Change:
    """A row that is erased before a time step."""

    before: int
    row: int


@cache
def episode(settings: MannSettings, seed: int = 3) -> Episode:
    """Return an episode whose pictures are strokes, alike within a class."""
    classes, images, side = settings.classes, settings.images, settings.side
    rng = np.random.default_rng(seed)
    labels = rng.permutation(np.repeat(np.arange(classes), images))
    instances = np.zeros(len(labels), np.int32)
    for label in range(classes):
        instances[labels == label] = np.arange(1, images + 1)
    corners = rng.uniform(0.15, 0.85, (classes, 4, 2))  # of each class's strokes
    pictures = np.stack([stroke(corners[label] + rng.normal(0, 0.03, (4, 2)), side) for label in labels])
    names = tuple(f"Alphabet/character{label + 1:02}" for label in range(classes))
    return Episode(pictures=pictures, labels=labels.astype(np.int32), instances=instances, names=names)


def stroke(corners: Array, side: int) -> NDArray[np.uint8]:
    """Return the picture of a line through corners (n, 2), from 0 to 1."""
    along = np.linspace(0, len(corners) - 1, 80)
    places = np.stack([np.interp(along, range(len(corners)), corners[:, axis]) for axis in (0, 1)], axis=1)
    grid = (np.indices((side, side)).reshape(2, -1).T + 0.5) / side  # (side * side, 2)
    gaps = np.linalg.norm(grid[:, None] - places, axis=-1).min(axis=1) * side
    return np.asarray(np.clip(1.5 - gaps, 0, 1) * 255, np.uint8).reshape(side, side)


def codes(shown: Episode, trained: bool) -> Array:
    """Return the code of each picture (T, C): that of its class, before any training anything."""
    rng, classes = np.random.default_rng(7), len(shown.names)
    if not trained:
        return np.asarray(rng.normal(size=(len(shown.labels), classes)))
    return np.asarray(np.eye(classes)[shown.labels] + rng.normal(0, 0.05, (len(shown.labels), classes)))


def course(
    settings: MannSettings, shown: Episode, trained: bool, change: Change | None = None
) -> tuple[Heads, Array, Array]:
    """Return what the heads do, answers (T, C) and memories (T + 1, N, M); a row may be erased before a time step."""
    heads, classes, count = settings.heads, settings.classes, settings.locations
    code, told = codes(shown, trained), np.eye(classes)[shown.labels]
    memory, usage = np.full((count, settings.width), 1e-6), np.zeros(count)
    before = np.full((heads, count), 1 / count)
    found: dict[str, list[Array]] = {name: [] for name in ("key", "add", "least", "write", "read", "usage", "answers")}
    memories = []
    for t in range(len(shown.labels)):
        if change is not None and t == change.before:
            memory[change.row] = 0
        memories.append(memory.copy())
        add, key = np.zeros((heads, settings.width)), np.zeros((heads, settings.width))
        if t:
            add[0, :classes], add[0, classes : 2 * classes] = told[t - 1], code[t - 1]
        key[:, classes : 2 * classes] = code[t]
        least = np.argsort(usage, kind="stable")[:heads]
        write = GATE * before
        write[np.arange(heads), least] += 1 - GATE
        memory[least[0]] = 0
        memory = memory + write.T @ add
        lengths = np.sqrt((key**2).sum(1)[:, None] * (memory**2).sum(1) + FAINT)  # (H, N)
        weights = np.exp(STRENGTH * (key @ memory.T) / lengths)
        before = weights / weights.sum(1, keepdims=True)
        usage = settings.decay * usage + before.sum(0) + write.sum(0)
        read = (before @ memory)[:, :classes].mean(0)
        answer = np.exp(CERTAIN * read)
        now = (key, add, least, write, before, usage, answer / answer.sum())
        for name, value in zip(found, now, strict=True):
            found[name].append(value)
    stacked = {name: np.stack(values) for name, values in found.items()}
    told_heads = Heads(
        key=stacked["key"].astype(np.float32),
        add=stacked["add"].astype(np.float32),
        gate=np.full((len(shown.labels), heads), GATE, np.float32),
        least_used=stacked["least"].astype(np.int32),
        write_weights=stacked["write"].astype(np.float32),
        read_weights=stacked["read"].astype(np.float32),
        usage=stacked["usage"].astype(np.float32),
    )
    return told_heads, stacked["answers"], np.stack([*memories, memory])


@cache
def frame(settings: MannSettings, step: int = 40, *, disturbed: bool = False, measured: bool = True) -> MannFrame:
    """Return the frame of a training step: at 0 of a network that knows nothing, later of one that remembers."""
    shown = episode(settings)
    heads, answers, _ = course(settings, shown, step > 0)
    rng = np.random.default_rng(5)
    rival = rng.dirichlet(np.ones(settings.classes), len(shown.labels))
    rival[:, :] = 0.6 * rival + 0.4 * np.eye(settings.classes)[shown.labels]
    rival[shown.instances == 1] = 1 / settings.classes
    right = [int((one.argmax(1) == shown.labels).sum()) for one in (answers, rival)]
    cost = [cross_entropy(one, shown) for one in (answers, rival)]
    return MannFrame(
        step=step,
        metrics={"mann.cost": cost[0], "lstm.cost": cost[1], "mann.loss": 1.1 * cost[0], "lstm.loss": 1.1 * cost[1]},
        episodes=step * 160,
        shown=shown,
        answers=answers.astype(np.float32),
        rival=rival.astype(np.float32),
        cost=(cost[0], cost[1]),
        right=(right[0], right[1]),
        heads=heads,
        disturbed=disturb(settings, shown) if disturbed else None,
        accuracy=accuracy(settings, step) if measured else None,
        best_step=step if measured else -1,
        notices=(),
    )


def disturb(settings: MannSettings, shown: Episode) -> Disturbed:
    """Return what comes of a class being forgotten that was shown once, before it is shown again."""
    heads, _, _ = course(settings, shown, True)
    again = np.flatnonzero((shown.instances == 2) & (np.diff(shown.labels, prepend=-1) != 0))[0]
    first = np.flatnonzero(shown.labels == shown.labels[again])[0]
    change = Change(int(again), int(heads.least_used[first + 1, 0]))
    other, answers, memories = course(settings, shown, True, change)
    return Disturbed(
        before=change.before,
        row=change.row,
        how="erase",
        other=-1,
        answers=answers.astype(np.float32),
        read_weights=other.read_weights,
        memory=memories[change.before :].astype(np.float32),
    )


def cross_entropy(answers: Array, shown: Episode) -> float:
    """Return the mean cost of answers (T, C) in nats."""
    return float(-np.log(answers[np.arange(len(answers)), shown.labels]).mean())


def accuracy(settings: MannSettings, step: int) -> Accuracy:
    """Return shares that grow with the instance, the LSTM's slowly."""
    classes, at = settings.classes, np.arange(settings.images)
    return Accuracy(
        step=step,
        episodes=settings.test_episodes,
        judged_on=settings.judged_on,
        mann=(1 - (1 - 1 / classes) * np.exp(-1.5 * at)).astype(np.float32),
        lstm=(1 - (1 - 1 / classes) * np.exp(-0.15 * at)).astype(np.float32),
        mann_half=np.full(len(at), 0.05, np.float32),
        lstm_half=np.full(len(at), 0.08, np.float32),
        ceiling=sum(1 / left for left in range(1, classes + 1)) / classes,
    )
