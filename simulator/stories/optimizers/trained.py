"""Packs what meta-training trains into one flat vector: the optimizer's weights and, if learned, the start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import final

import torch
from torch import Tensor

from metascope.simulator.engine.text import Message, say
from metascope.simulator.learners.learned_optimizer.reference import Weights

START = "start"  # theta_0, (n,)
BEST = "best."  # prefix of the weights that were best on the held-out problems


@final
class Layout:
    """The positions of the weights in a flat vector (P,).

    Args:
        weights: an example of all trained weights, by name.
    """

    def __init__(self, weights: Weights) -> None:
        self.shapes = {name: tuple(tensor.shape) for name, tensor in weights.items()}
        self._sizes = [tensor.numel() for tensor in weights.values()]

    def flat(self, weights: Mapping[str, Tensor]) -> Tensor:
        """Return the weights concatenated, (P,)."""
        parts = [weights[name].reshape(-1) for name in self.shapes]
        return torch.cat(parts) if parts else torch.zeros(0)

    def weights(self, flat: Tensor) -> dict[str, Tensor]:
        """Return views of the parts of a flat vector (P,), by name."""
        parts = torch.split(flat, self._sizes) if self._sizes else ()
        shaped = zip(self.shapes.items(), parts, strict=True)
        return {name: part.view(shape) for (name, shape), part in shaped}

    def parts(self, flat: Tensor) -> tuple[Weights, Tensor | None]:
        """Return the optimizer's weights in a flat vector (P,), and the learned start, (n,) or None."""
        weights = self.weights(flat)
        start = weights.pop(START, None)
        return weights, start


def description(weights: Mapping[str, Tensor]) -> Message:
    """Describe the kind of optimizer that has weights with these names and shapes."""
    shapes = {name: tuple(tensor.shape) for name, tensor in weights.items() if not name.startswith(BEST)}
    if {"eta", "decay"} <= shapes.keys():
        return say("gradient descent")
    gates, output = "forget" in shapes, "candidate" in shapes
    kind = {
        (True, False): say("learned gates"),
        (False, True): say("an additive optimizer"),
        (True, True): say("a combined optimizer"),
    }.get((gates, output), say("something else"))
    layers = [shape for name, shape in shapes.items() if name.startswith("lstm") and len(shape) == 2]
    if layers:
        units = layers[0][0] // 4
        kind = say("{kind} with {layers} LSTM layers of {units} units", kind=kind, layers=len(layers), units=units)
    if START in shapes:
        kind = say("{kind} and a learned start of {n} coordinates", kind=kind, n=shapes[START][0])
    return kind
