"""Small networks with lively weights, and a time step of them in plain numpy."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from metascope.simulator.learners.mann.reference import Design, State, Weights, initial

Real = NDArray[np.float64]
SMALL = Design(inputs=5, outputs=3, units=6, heads=2, locations=8, width=4)
DESIGNS = [
    SMALL,
    Design(inputs=5, outputs=3, units=6, heads=2, locations=8, width=4, adds_key=True),
    Design(inputs=4, outputs=2, units=3, heads=1, locations=5, width=3, decay=0.9),
    Design(inputs=3, outputs=5, units=7, heads=4, locations=4, width=6, decay=0.99),
    Design(inputs=4, outputs=3, units=5, heads=2, locations=6, width=3, sharpness=7.0),
]


def name(design: Design) -> str:
    return f"{design.heads} heads{' add their keys' if design.adds_key else ''}, {design.locations} rows"


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def lively(design: Design, seed: int = 0) -> Weights:
    """Return weights large enough that gates, keys and reads differ from step to step."""
    weights = initial(design, generator(seed), torch.float64)
    return {key: w + 0.7 * normal(*w.shape, seed=seed + i) for i, (key, w) in enumerate(weights.items())}


def normal(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(*shape, generator=generator(seed), dtype=torch.float64)


def numpy_state(state: State, at: int) -> dict[str, Real]:
    """Return one episode's part of a state."""
    return {key: part[at].numpy() for key, part in vars(state).items()}


def numpy_step(design: Design, weights: Weights, before: dict[str, Real], x: Real) -> tuple[dict[str, Real], Real]:
    """Return one episode's state after a time step, and its outputs: section 6.1's equations, one number at a time."""
    w = {key: value.numpy() for key, value in weights.items()}
    u, heads, n, m = design.units, design.heads, design.locations, design.width
    seen = np.concatenate([before["hidden"], *before["reads"]])
    raw = x @ w["controller.input"] + seen @ w["controller.state"] + w["controller.bias"]
    cell = _sigmoid(raw[u : 2 * u]) * before["cell"] + _sigmoid(raw[:u]) * np.tanh(raw[3 * u :])
    hidden = _sigmoid(raw[2 * u : 3 * u]) * np.tanh(cell)
    told = hidden @ w["heads"] + w["heads.bias"]
    order = sorted(range(n), key=lambda i: (before["usage"][i], i))
    memory = before["memory"].copy()
    memory[order[0]] = 0
    usage = design.decay * before["usage"]
    for h in range(heads):
        gate = _sigmoid(told[-heads + h])
        weight = gate * before["read_weights"][h]
        weight[order[h]] += 1 - gate
        begin = (0 if design.adds_key else heads * m) + h * m
        memory += np.outer(weight, np.tanh(told[begin : begin + m]))
        usage = usage + weight
    read_weights, reads = np.empty((heads, n)), np.empty((heads, m))
    for h in range(heads):
        key = np.tanh(told[h * m : h * m + m])
        cosine = [key @ row / np.sqrt((key @ key) * (row @ row) + 1e-6) for row in memory]
        likeness = np.exp(design.sharpness * np.array(cosine))
        read_weights[h] = likeness / likeness.sum()
        reads[h] = read_weights[h] @ memory
    outputs = np.concatenate([hidden, *reads]) @ w["output"] + w["output.bias"]
    after = {"hidden": hidden, "cell": cell, "reads": reads, "read_weights": read_weights, "memory": memory}
    return after | {"usage": usage + read_weights.sum(0)}, outputs


def _sigmoid(x: Real) -> Real:
    return np.asarray(1 / (1 + np.exp(-x)))
