"""One time step of a Neural Turing Machine in numpy, one sequence, one head and one location at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.learners.ntm.reference import Design

Array = NDArray[np.float64]
Arrays = dict[str, Array]


def sigmoid(x: Array) -> Array:
    return 1 / (1 + np.exp(-x))


def softmax(x: Array) -> Array:
    powers = np.exp(x - x.max())
    result: Array = powers / powers.sum()
    return result


def one_step(design: Design, weights: Arrays, state: Arrays, x: Array) -> Arrays:
    """Return the state after a time step and its outputs; `state` is of one sequence, by the names of `State`."""
    u, n, m, heads = design.units, design.locations, design.width, design.heads
    reads = state["reads"].reshape(-1)
    seen = np.concatenate([state["hidden"], reads]) if design.gated else reads
    rows = weights["controller.input"].T @ x + weights["controller.state"].T @ seen + weights["controller.bias"]
    if design.gated:
        cell = sigmoid(rows[u : 2 * u]) * state["cell"] + sigmoid(rows[:u]) * np.tanh(rows[3 * u :])
        hidden = sigmoid(rows[2 * u : 3 * u]) * np.tanh(cell)
    else:
        cell, hidden = state["cell"], np.tanh(rows)
    raw = np.clip(weights["heads.weight"].T @ hidden + weights["heads.bias"], -20, 20)
    place = {name: indices.numpy() for name, indices in design.columns.places().items()}
    weighting = np.empty((2 * heads, n))
    for h in range(2 * heads):
        key, memory = raw[place["key"][h]], state["memory"]
        beta, gamma = (np.log1p(np.exp(raw[place[name][h]])) for name in ("strength", "sharpness"))
        g, s = sigmoid(raw[place["gate"][h]]), softmax(raw[place["kernel"][h]])
        similar = [key @ row / (np.sqrt(key @ key) * np.sqrt(row @ row) + 1e-8) for row in memory]
        gated = g * softmax(beta * np.array(similar)) + (1 - g) * state["weighting"][h]
        shifted = np.zeros(n)
        for i in range(n):
            for k, offset in enumerate((-1, 0, 1)):
                shifted[i] += gated[(i - offset) % n] * s[k]
        weighting[h] = shifted ** (1 + gamma) / (shifted ** (1 + gamma)).sum()
    memory = state["memory"].copy()
    for h in range(heads):
        memory *= 1 - np.outer(weighting[h], sigmoid(raw[place["erase"][h]]))
    for h in range(heads):
        memory += np.outer(weighting[h], raw[place["add"][h]])
    read = np.stack([sum(weighting[heads + h, i] * memory[i] for i in range(n)) for h in range(heads)])
    assert read.shape == (heads, m)
    outputs = weights["output.weight"].T @ np.concatenate([hidden, read.reshape(-1)]) + weights["output.bias"]
    return {
        "hidden": hidden,
        "cell": cell,
        "reads": read,
        "weighting": weighting,
        "memory": memory,
        "outputs": outputs,
    }
