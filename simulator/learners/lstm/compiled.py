"""Calls compiled LSTM layers: outputs of sequences, and the gradient from the derivatives by these outputs."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Generator, Tensor

from metascope.simulator.engine.compiling.kernel import Call
from metascope.simulator.engine.compiling.linear.lists import lists
from metascope.simulator.learners.kernels import LSTM

# Weights of inputs (4U, X or U), of what was put out before (4U, U), and biases (4U,).
Layer = tuple[Tensor, Tensor, Tensor]

_STEPS, _GOES_BACK = 0, 6  # which sizes of the kernel say how many time steps there are, and whether it goes back
_BEFORE, _EACH = 6, 11  # arrays before those of the layers, and how many each has
_SEEN, _DERIVATIVE, _GRADIENT = 3, 7, 8  # where these are among a layer's arrays


class Workspace:
    """Buffers that the next sequences reuse, if they are as many and no longer. Used by one thread at a time."""

    def __init__(self) -> None:
        self._made: tuple[object, _Stack] | None = None

    def forward(self, layers: Sequence[Layer], inputs: Tensor) -> Tensor:
        """Return what the last layer puts out, (T, B, U), on inputs (T, B, X), from zeros: a view.

        All in single precision, in one piece each, on the CPU.
        """
        shape = inputs.shape[1:], layers[0][1].shape, len(layers)
        if self._made is None or self._made[0] != shape or self._made[1].steps < len(inputs):
            self._made = None  # frees the old buffers before the new ones are allocated
            self._made = shape, _Stack(len(layers), inputs, layers[0][1].shape[1])
        return self._made[1].forward(layers, inputs)

    def backward(self, outputs: Tensor, gradient: Sequence[Layer]) -> None:
        """Write the gradient of what `forward` did last, shaped as its layers.

        Args:
            outputs: the derivatives by what it returned, (T, B, U).
            gradient: where it is written to.
        """
        assert self._made is not None, "it goes forward first"
        self._made[1].backward(outputs, gradient)


class _Stack:
    """Buffers of all layers, and the call that fills them."""

    def __init__(self, count: int, inputs: Tensor, units: int) -> None:
        steps, batch, width = inputs.shape
        self.steps, self._last = steps, steps
        turned = torch.empty(max(4 * units * max(width, units), batch * units, inputs.numel()))
        listed = lists(steps * batch, width)
        arrays = [inputs, turned, torch.empty(steps, batch, 4 * units), *listed]
        self._arrays: list[list[Tensor]] = []
        for wide in (width, *[units] * (count - 1)):
            weights = [torch.zeros(4 * units, wide), torch.zeros(4 * units, units), torch.zeros(4 * units)]
            kept = [torch.empty(steps + more, batch, size) for more, size in ((1, units), (1, units), (0, units))]
            kept += [torch.empty(steps, batch, 4 * units), torch.empty(steps + 1, batch, units)]
            self._arrays.append([*weights, *kept, *weights])
        arrays += [array for layer in self._arrays for array in layer]
        given = [(array, tuple(array.shape)) for array in arrays]
        self._call = Call(LSTM, given, [steps, batch, width, units, count, len(listed[1]), 0])

    def forward(self, layers: Sequence[Layer], inputs: Tensor) -> Tensor:
        self._call.put(0, inputs, tuple(inputs.shape))
        self._place(layers, 0)
        self._last = len(inputs)
        self._call.sizes[_STEPS], self._call.sizes[_GOES_BACK] = self._last, 0
        self._call()
        return self._arrays[-1][_SEEN][1 : self._last + 1]

    def backward(self, outputs: Tensor, gradient: Sequence[Layer]) -> None:
        self._arrays[-1][_DERIVATIVE][1 : self._last + 1] = outputs
        self._place(gradient, _GRADIENT)
        self._call.sizes[_GOES_BACK] = 1
        self._call()

    def _place(self, layers: Sequence[Layer], first: int) -> None:
        """Let the call take these for the arrays of each layer from `first` on."""
        for i, (layer, arrays) in enumerate(zip(layers, self._arrays, strict=True)):
            for j, (array, like) in enumerate(zip(layer, arrays[first : first + 3], strict=True)):
                self._call.put(_BEFORE + _EACH * i + first + j, array, tuple(like.shape))


def check() -> None:
    """Raise an AssertionError if compiled layers are not torch's."""
    for count, steps, batch, width, units, seen in (
        (1, 5, 3, 7, 9, 1.0),
        (3, 4, 1, 4, 16, 1.0),
        (2, 6, 5, 19, 33, 0.2),
    ):
        draws = Generator().manual_seed(0)
        lstm = torch.nn.LSTM(width, units, count)
        torch.nn.utils.vector_to_parameters(
            torch.randn(sum(p.numel() for p in lstm.parameters()), generator=draws) / units**0.5, lstm.parameters()
        )
        inputs = torch.randn(steps, batch, width, generator=draws)
        inputs *= torch.rand(inputs.shape, generator=draws) < seen
        derivatives = torch.randn(steps, batch, units, generator=draws)
        wanted, _ = lstm(inputs)
        gradient = torch.autograd.grad((wanted * derivatives).sum(), list(lstm.parameters()))
        parts = [weight.detach() for weight in lstm.parameters()]
        layers = [(parts[i], parts[i + 1], parts[i + 2] + parts[i + 3]) for i in range(0, len(parts), 4)]
        workspace = Workspace()
        found = workspace.forward(layers, inputs)
        assert float((found - wanted).abs().max()) < 1e-5, "the outputs differ"
        given = [tuple(torch.empty_like(part) for part in layer) for layer in layers]
        workspace.backward(derivatives, [(a, b, c) for a, b, c in given])
        for i, layer in enumerate(given):
            for part, right in zip(layer, gradient[4 * i :], strict=False):
                assert float((part - right).norm() / right.norm()) < 1e-5, "the gradient differs"
