"""Computes losses and gradients of many fully connected networks at once, each one flat parameter vector."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Literal, final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor

from metascope.simulator.tasks.problems import Group

Activation = Literal["sigmoid", "tanh", "relu"]
Criterion = Literal["cross-entropy", "squares"]
Start = float | Literal["scaled"]

_BELOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_ACTIVATIONS = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
_ACTIVATIONS_IN_PLACE = {"sigmoid": torch.sigmoid_, "tanh": torch.tanh_, "relu": torch.relu_}


@final
class Layout:
    """The layout of a fully connected network's parameters in its flat vector: W₁, b₁, W₂, b₂ and so on.

    Args:
        sizes: units of each layer, the inputs first, such as (784, 20, 10).
    """

    def __init__(self, sizes: tuple[int, ...]) -> None:
        self.sizes = sizes
        self._shapes = [(h, d) for d, h in pairwise(sizes)]
        self._lengths = [length for h, d in self._shapes for length in (h * d, h)]
        self.size = sum(self._lengths)  # n
        self.groups = self._groups()

    def layers(self, theta: Tensor) -> list[tuple[Tensor, Tensor]]:
        """Return each layer's W (..., h, d) and b (..., h, 1), views of theta (..., n)."""
        parts = theta.split_with_sizes(self._lengths, -1)
        weights = [part.view(*part.shape[:-1], *shape) for part, shape in zip(parts[::2], self._shapes, strict=True)]
        return list(zip(weights, [part.unsqueeze(-1) for part in parts[1::2]], strict=True))

    def _groups(self) -> tuple[Group, ...]:
        groups, begin = [], 0
        for i, length in enumerate(self._lengths):
            name = "Wb"[i % 2] + str(i // 2 + 1).translate(_BELOW)
            groups.append(Group(name, begin, begin + length))
            begin += length
        return tuple(groups)


@final
class Network:
    """Fully connected networks of one layout: their outputs, losses, gradients and starts.

    Each of B networks has its own parameters, theta (..., B, n), and its own examples, inputs (B, N, d). Targets are
    class numbers (B, N) for the cross-entropy of a softmax, or outputs (B, N, o) for squared errors. The loss is the
    mean over the examples and, for squared errors, over the outputs.

    Args:
        sizes: units of each layer, the inputs first.
        activation: of the hidden layers.
        criterion: the kind of loss.
    """

    def __init__(self, sizes: tuple[int, ...], activation: Activation, criterion: Criterion) -> None:
        self.layout = Layout(sizes)
        self.activation, self.criterion = activation, criterion

    def start(self, count: int, spread: Start, generator: Generator, dtype: torch.dtype) -> Tensor:
        """Return starts (B, n): N(0, spread²) throughout, or "scaled" weights N(0, 1 / fan-in) and biases of 0.

        Scaled weights of a network with rectified units are N(0, 2 / fan-in) (He et al. 2015).
        """
        theta = torch.randn(count, self.layout.size, generator=generator, dtype=dtype)
        if spread != "scaled":
            return theta.mul_(spread)
        gain = 2 if self.activation == "relu" else 1
        for weight, bias in self.layout.layers(theta):
            weight.mul_(math.sqrt(gain / weight.shape[-1]))
            bias.zero_()
        return theta

    def outputs(self, theta: Tensor, inputs: Tensor) -> Tensor:
        """Return the networks' outputs for `inputs` (B, N, d): (..., B, N, o), before any softmax."""
        activate = _ACTIVATIONS[self.activation]
        *hidden, (weight, bias) = self.layout.layers(theta)
        for w, b in hidden:
            inputs = activate(inputs @ w.mT + b.mT)  # (..., B, N, h)
        return inputs @ weight.mT + bias.mT

    def loss(self, theta: Tensor, inputs: Tensor, targets: Tensor) -> Tensor:
        """Return the losses (..., B), twice differentiable by autograd."""
        outputs = self.outputs(theta, inputs)  # (..., B, N, o)
        if self.criterion == "squares":
            return (outputs - targets).square().mean((-1, -2))
        right = targets.unsqueeze(-1).expand(*outputs.shape[:-1], 1)
        return -F.log_softmax(outputs, -1).gather(-1, right).mean((-1, -2))

    @torch.no_grad()
    def loss_and_gradient(self, theta: Tensor, inputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """Return the losses (..., B) and their gradients (..., B, n), by hand-written back-propagation."""
        if theta.dim() == 2:
            return self._of_each(theta, inputs, targets)
        points = theta.flatten(0, -3)  # (L, B, n)
        loss, gradient = self._of_many(points, inputs, targets)
        return loss.view(theta.shape[:-1]), gradient.view(theta.shape)

    def _of_many(self, points: Tensor, inputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """Return the losses (L, B) and gradients (L, B, n) at several points of each network."""
        if inputs[0].numel() > points.shape[-1]:  # repeating the examples would cost more than a loop
            each = [self._of_each(theta, inputs, targets) for theta in points]
            return torch.stack([loss for loss, _ in each]), torch.stack([gradient for _, gradient in each])
        repeated = (part.expand(len(points), *part.shape).flatten(0, 1) for part in (inputs, targets))
        return self._of_each(points.flatten(0, 1), *repeated)

    def _of_each(self, theta: Tensor, inputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """Return the losses (B,) and gradients (B, n) at one point of each network."""
        if len(theta) > 1:
            return self._back(theta, inputs, targets)
        loss, gradient = self._back(theta[0], inputs[0], targets[0])  # unbatched products cost less than a batch of one
        return loss.unsqueeze(0), gradient.unsqueeze(0)

    def _back(self, theta: Tensor, inputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """Return losses and gradients, with the axis B or, for a single network, without it."""
        activate = _ACTIVATIONS_IN_PLACE[self.activation]
        layers = self.layout.layers(theta)
        seen = [inputs]  # each layer's inputs
        for w, b in layers[:-1]:
            seen.append(activate(_affine(seen[-1], w, b)))
        loss, delta = self._criterion(_affine(seen[-1], *layers[-1]), targets)  # delta: derivatives by the outputs
        slopes: list[Tensor] = []  # by the last layer's biases, its weights, and so on to the first
        for depth in range(len(layers) - 1, -1, -1):
            slopes += delta.sum(-2), (delta.mT @ seen[depth]).flatten(-2)
            if depth:
                delta = self._through(delta @ layers[depth][0], seen[depth])
        return loss, torch.cat(slopes[::-1], -1)

    def _through(self, delta: Tensor, y: Tensor) -> Tensor:
        """Turn derivatives by an activation's output y into those by its input; y is overwritten."""
        if self.activation == "relu":
            return delta.mul_(y > 0)
        if self.activation == "tanh":
            return delta.mul_(y.square_().neg_().add_(1))
        return delta.mul_(torch.addcmul(y, y, y, value=-1))

    def _criterion(self, outputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """Return the losses (...) and their derivatives by the outputs (..., N, o), which are overwritten."""
        if self.criterion == "squares":
            error = outputs.sub_(targets)
            share = 1 / (error.shape[-1] * error.shape[-2])
            return error.square().sum((-1, -2)).mul_(share), error.mul_(2 * share)
        share = 1 / outputs.shape[-2]
        log = torch.log_softmax(outputs.mT, -2)  # (..., o, N): along a short last axis it takes four times as long
        right = targets.unsqueeze(-2)  # (..., 1, N)
        loss = log.gather(-2, right).sum((-1, -2)).mul_(-share)
        slope = log.exp_().mul_(share)
        return loss, slope.scatter_add_(-2, right, slope.new_full((), -share).expand_as(right)).mT


def _affine(x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    """Return x W' + b, (N, h) or (B, N, h), stored with the longer of the last two axes last, for faster products."""
    add = torch.addmm if w.dim() == 2 else torch.baddbmm
    if x.shape[-2] > w.shape[-2]:
        return add(b, w, x.mT).mT
    return add(b.mT, x, w.mT)
