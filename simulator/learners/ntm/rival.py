"""Implements an LSTM without external memory, with which the Neural Turing Machine is compared."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Generator, Tensor

from metascope.simulator.learners.lstm.compiled import Layer, Workspace
from metascope.simulator.learners.ntm.bptt import cost, mistakes
from metascope.simulator.learners.ntm.reference import Weights


@dataclass(frozen=True)
class RivalDesign:
    """The sizes of a stacked LSTM; Graves et al. (2014) used three layers of 128 to 512 units."""

    inputs: int  # X
    outputs: int  # Y
    units: int = 256  # U of each layer
    layers: int = 3


def initial(design: RivalDesign, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
    """Return initial weights from U(-1 / sqrt U, 1 / sqrt U), in the shapes and order of `torch.nn.LSTM`.

    By name, for each layer i from 1: "lstm{i}.input" (4U, X or U), "lstm{i}.hidden" (4U, U), "lstm{i}.input_bias" and
    "lstm{i}.hidden_bias" (4U,), with rows for z^i, z^f, z, z^o; then "output.weight" (Y, U) and "output.bias" (Y,).
    """
    u, widest = design.units, 1 / math.sqrt(design.units)
    shapes: dict[str, tuple[int, ...]] = {}
    for i in range(1, design.layers + 1):
        shapes[f"lstm{i}.input"] = (4 * u, design.inputs if i == 1 else u)
        shapes[f"lstm{i}.hidden"] = (4 * u, u)
        shapes |= {f"lstm{i}.input_bias": (4 * u,), f"lstm{i}.hidden_bias": (4 * u,)}
    shapes |= {"output.weight": (design.outputs, u), "output.bias": (design.outputs,)}

    def drawn(shape: tuple[int, ...]) -> Tensor:
        return torch.rand(*shape, generator=generator, dtype=dtype).mul_(2 * widest).sub_(widest)

    return {name: drawn(shape) for name, shape in shapes.items()}


def run(design: RivalDesign, weights: Weights, inputs: Tensor, compiled: Workspace | None = None) -> Tensor:
    """Return the outputs before the sigmoid, (T, B, Y), of sequences `inputs` (T, B, X), starting from zeros.

    Args:
        design: the sizes.
        weights: as in `initial`.
        inputs: (T, B, X).
        compiled: what runs the LSTM; None: torch.
    """
    *lstm, weight, bias = weights.values()
    if compiled is not None:
        return torch.nn.functional.linear(compiled.forward(_layers(design, weights), inputs), weight, bias)
    nothing = inputs.new_zeros(design.layers, inputs.shape[1], design.units)
    train = inputs.device.type == "cuda"  # cuDNN can only differentiate runs in training mode
    seen, _, _ = torch.lstm(inputs, (nothing, nothing), lstm, True, design.layers, 0.0, train, False, False)
    return torch.nn.functional.linear(seen, weight, bias)


def lesson(
    design: RivalDesign,
    weights: Weights,
    inputs: Tensor,
    targets: Tensor,
    mask: Tensor,
    compiled: Workspace | None = None,
) -> tuple[Tensor, Weights]:
    """Return the cost (B,) of sequences in bits, and the gradient of its mean.

    Arguments as in `bptt.lesson`; `compiled` as in `run`.
    """
    if compiled is not None:
        return _compiled_lesson(design, weights, inputs, targets, mask, compiled)
    with torch.enable_grad():
        traced = {name: weight.detach().requires_grad_() for name, weight in weights.items()}
        bits = cost(run(design, traced, inputs), targets, mask)
        gradient = torch.autograd.grad(bits.mean(), list(traced.values()))
    return bits.detach(), dict(zip(traced, gradient, strict=True))


@torch.no_grad()
def _compiled_lesson(
    design: RivalDesign, weights: Weights, inputs: Tensor, targets: Tensor, mask: Tensor, compiled: Workspace
) -> tuple[Tensor, Weights]:
    seen = compiled.forward(_layers(design, weights), inputs)
    outputs = torch.nn.functional.linear(seen, weights["output.weight"], weights["output.bias"])
    wrong = mistakes(outputs, targets, mask)
    gradient = {name: torch.empty_like(weight) for name, weight in weights.items()}
    compiled.backward(
        wrong @ weights["output.weight"],
        [_layer(gradient, i, gradient[f"lstm{i}.input_bias"]) for i in range(1, design.layers + 1)],
    )
    for i in range(1, design.layers + 1):
        gradient[f"lstm{i}.hidden_bias"].copy_(gradient[f"lstm{i}.input_bias"])
    torch.mm(wrong.flatten(0, 1).T, seen.flatten(0, 1), out=gradient["output.weight"])
    torch.sum(wrong, (0, 1), out=gradient["output.bias"])
    return cost(outputs, targets, mask), gradient


def _layers(design: RivalDesign, weights: Weights) -> list[Layer]:
    """Return each layer's weights, with the sum of its biases."""
    numbers = range(1, design.layers + 1)
    return [_layer(weights, i, weights[f"lstm{i}.input_bias"] + weights[f"lstm{i}.hidden_bias"]) for i in numbers]


def _layer(weights: Weights, i: int, bias: Tensor) -> Layer:
    return weights[f"lstm{i}.input"], weights[f"lstm{i}.hidden"], bias
