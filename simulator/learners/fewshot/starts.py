"""Draws the initial start, which all compared methods share."""

from __future__ import annotations

import math
from typing import Literal

import torch
from torch import Generator, Tensor

from metascope.simulator.tasks.networks import Network

Init = Literal["uniform", "truncated", "scaled"]
_DEVIATION = 0.01


def start(
    network: Network,
    init: Init,
    generator: Generator,
    device: torch.device | None = None,
    dtype: torch.dtype = torch.float32,
) -> Tensor:
    """Draw a start (n,) on the generator's device.

    Args:
        network: gives the layout.
        init: "uniform": all within +-1 / sqrt(fan-in), as `torch.nn.Linear` does; "truncated": weights N(0, 0.01²)
            but none beyond 0.02, biases 0 (Finn et al., 2017); "scaled": as in `Network.start`.
        generator: for the random numbers.
        device: of the start; None: the generator's.
        dtype: of the start.
    """
    if init == "scaled":
        phi = network.start(1, "scaled", generator, dtype)[0]
    else:
        phi = torch.empty(network.layout.size, device=generator.device, dtype=dtype)
        for weight, bias in network.layout.layers(phi):
            if init == "uniform":
                bound = 1 / math.sqrt(weight.shape[-1])
                weight.uniform_(-bound, bound, generator=generator)
                bias.uniform_(-bound, bound, generator=generator)
            else:
                torch.nn.init.trunc_normal_(weight, 0, _DEVIATION, -2 * _DEVIATION, 2 * _DEVIATION, generator=generator)
                bias.zero_()
    return phi.to(device or generator.device)
