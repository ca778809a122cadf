"""Computes activations, their derivatives and their tangents, writing into given memory."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import final

import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.tasks.networks import Activation

_relu_backward = torch.ops.aten.threshold_backward.grad_input  # d where a > 0
_tanh_backward = torch.ops.aten.tanh_backward.grad_input  # d (1 - a²)
_sigmoid_backward = torch.ops.aten.sigmoid_backward.grad_input  # d a (1 - a)

_FEW = 2000


class Bend(ABC):
    """An activation a = s(z), element by element. Abstract. `out` may be `d`, and need not be contiguous."""

    curved = True  # whether s'' is anything but 0

    @abstractmethod
    def forth(self, z: Tensor, out: Tensor) -> None:
        """Write s(z), overwriting z."""

    @abstractmethod
    def back(self, d: Tensor, a: Tensor, out: Tensor) -> None:
        """Write d s'(z), where a = s(z): derivatives on the way back, or a tangent on the way forward."""

    @abstractmethod
    def turn(self, a: Tensor, moved: Tensor, out: Tensor) -> None:
        """Write the change s''(z) dz of s'(z) when a changes by `moved`. Only for curved activations."""


@final
class Relu(Bend):
    """Rectified units: s' is 1 or 0 (0 at 0), and never changes."""

    curved = False

    @override
    def forth(self, z: Tensor, out: Tensor) -> None:
        torch.clamp_min(z, 0, out=out)

    @override
    def back(self, d: Tensor, a: Tensor, out: Tensor) -> None:
        _relu_backward(d, a, 0, grad_input=out)

    @override
    def turn(self, a: Tensor, moved: Tensor, out: Tensor) -> None:
        out.zero_()


@final
class Tanh(Bend):
    """Hyperbolic tangents: s' = 1 - a²."""

    @override
    def forth(self, z: Tensor, out: Tensor) -> None:
        """Write tanh z = 2 sigmoid(2 z) - 1, which takes a third of the time of `torch.tanh` except for few numbers."""
        if z.numel() < _FEW:
            torch.tanh(z, out=out)
        else:
            torch.sub(z.mul_(2).sigmoid_().mul_(2), 1, out=out)

    @override
    def back(self, d: Tensor, a: Tensor, out: Tensor) -> None:
        """Write d (1 - a²)."""
        _tanh_backward(d, a, grad_input=out)

    @override
    def turn(self, a: Tensor, moved: Tensor, out: Tensor) -> None:
        torch.mul(a, moved, out=out).mul_(-2)


@final
class Sigmoid(Bend):
    """Logistic units: s' = a (1 - a)."""

    @override
    def forth(self, z: Tensor, out: Tensor) -> None:
        torch.sigmoid(z, out=out)

    @override
    def back(self, d: Tensor, a: Tensor, out: Tensor) -> None:
        _sigmoid_backward(d, a, grad_input=out)

    @override
    def turn(self, a: Tensor, moved: Tensor, out: Tensor) -> None:
        torch.mul(a, moved, out=out).mul_(-2).add_(moved)


BENDS: dict[Activation, Bend] = {"relu": Relu(), "tanh": Tanh(), "sigmoid": Sigmoid()}
