"""Implements an LSTM without external memory, with which a memory-augmented network is compared."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Generator, Tensor

from metascope.simulator.learners.lstm.compiled import Layer, Workspace
from metascope.simulator.learners.mann.reference import Weights, cost, mistakes


@dataclass(frozen=True)
class RivalDesign:
    """The sizes of an LSTM of one layer."""

    inputs: int  # X, including the label of the previous step
    outputs: int  # Y
    units: int = 200  # U


def initial(design: RivalDesign, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
    """Return initial weights, uniform within 1 / sqrt U; biases are 0, but 1 for the forget gates.

    By name, in the shapes of `torch.nn.LSTM`: "input" (4U, X), "hidden" (4U, U) and "bias" (4U,), with rows for z^i,
    z^f, z and z^o; then "output" (U, Y) and "output.bias" (Y,).
    """
    x, y, u = design.inputs, design.outputs, design.units
    widest = 1 / math.sqrt(u)
    weights = {
        name: torch.rand(shape, generator=generator, dtype=dtype).mul_(2 * widest).sub_(widest)
        for name, shape in [("input", (4 * u, x)), ("hidden", (4 * u, u)), ("output", (u, y))]
    }
    bias = torch.zeros(4 * u, dtype=dtype)
    bias[u : 2 * u] = 1
    return {
        "input": weights["input"],
        "hidden": weights["hidden"],
        "bias": bias,
        "output": weights["output"],
        "output.bias": torch.zeros(y, dtype=dtype),
    }


def run(design: RivalDesign, weights: Weights, inputs: Tensor, compiled: Workspace | None = None) -> Tensor:
    """Return the outputs before the softmax, (T, B, Y), of episodes `inputs` (T, B, X), starting from zeros.

    Args:
        design: the sizes.
        weights: as in `initial`.
        inputs: (T, B, X).
        compiled: what runs the LSTM; None: torch.
    """
    if compiled is not None:
        return _answers(weights, compiled.forward([_layer(weights)], inputs))
    nothing = inputs.new_zeros(1, inputs.shape[1], design.units)
    lstm = [weights["input"], weights["hidden"], weights["bias"], torch.zeros_like(weights["bias"])]
    train = inputs.device.type == "cuda"  # cuDNN can only differentiate runs in training mode
    seen, _, _ = torch.lstm(inputs, (nothing, nothing), lstm, True, 1, 0.0, train, False, False)  # (T, B, U)
    return seen @ weights["output"] + weights["output.bias"]


def lesson(
    design: RivalDesign, weights: Weights, inputs: Tensor, labels: Tensor, compiled: Workspace | None = None
) -> tuple[Tensor, Weights]:
    """Return the outputs (T, B, Y) and the gradient of their cost; arguments as in `run`, and labels (T, B)."""
    if compiled is not None:
        return _compiled_lesson(weights, inputs, labels, compiled)
    with torch.enable_grad():
        traced = {name: weight.detach().requires_grad_() for name, weight in weights.items()}
        outputs = run(design, traced, inputs)
        gradient = torch.autograd.grad(cost(outputs, labels), list(traced.values()))
    return outputs.detach(), dict(zip(traced, gradient, strict=True))


@torch.no_grad()
def _compiled_lesson(weights: Weights, inputs: Tensor, labels: Tensor, compiled: Workspace) -> tuple[Tensor, Weights]:
    seen = compiled.forward([_layer(weights)], inputs)
    outputs = _answers(weights, seen)
    wrong = mistakes(outputs, labels)
    gradient = {name: torch.empty_like(weight) for name, weight in weights.items()}
    compiled.backward(wrong @ weights["output"].T, [_layer(gradient)])
    gradient["output"].copy_(
        torch.mm(wrong.flatten(0, 1).T, seen.flatten(0, 1)).T
    )  # a third of the time, this way round
    torch.sum(wrong, (0, 1), out=gradient["output.bias"])
    return outputs, gradient


def _answers(weights: Weights, seen: Tensor) -> Tensor:
    """Return the outputs; `seen @ output` takes torch three times as long, whose products of short rows are slow."""
    return torch.nn.functional.linear(seen, weights["output"].T.contiguous(), weights["output.bias"])


def _layer(weights: Weights) -> Layer:
    return weights["input"], weights["hidden"], weights["bias"]
