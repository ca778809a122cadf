"""Builds the copy program of the paper (Graves et al. 2014, section 4.1), with weights set by hand.

while the delimiter is not seen: write the input vector; move on by one location
go back to the start
always: read a vector and emit it; move on by one location
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

from metascope.simulator.learners.ntm.addressing import LIMIT
from metascope.simulator.learners.ntm.reference import MEMORY, Design, Weights, initial

_SURE = 40.0  # saturates a gate of the LSTM
_FULL = 1 / math.tanh(1)  # makes 1 of h = tanh(c) where c = 1


def copy_program(bits: int, locations: int, dtype: torch.dtype = torch.float32) -> tuple[Design, Weights]:
    """Return a machine that copies sequences of up to N = `locations` vectors without error.

    Inputs are the bits and a delimiter after the last vector, then zeros while the machine answers. The LSTM has a unit
    for each bit, one that remembers that the delimiter was seen, and one that sees it now. The heads start at the last
    location, which the read head finds by a mark in a separate column. 1 and 0 are stored as 1 and -1.
    """
    design = Design(bits + 1, bits, units=bits + 2, locations=locations, width=bits + 1, memory="learned")
    weights = {name: torch.zeros_like(weight) for name, weight in initial(design, torch.Generator(), dtype).items()}
    _wire_controller(design, weights)
    _wire_heads(design, weights)
    weights["output.weight"][design.units : design.units + bits] = LIMIT * torch.eye(bits, dtype=dtype)
    weights["initial.weighting"][:, -1] = _SURE * 2
    weights[MEMORY][-1, bits] = 1.0
    return design, weights


def _wire_controller(design: Design, weights: Weights) -> None:
    """Make h = tanh(+-1) for each bit, and tanh(1) or 0 for "seen" and "now"."""
    bits = design.outputs
    z_i, z_f, z_o, z = weights["controller.bias"].view(4, -1)  # (U,)
    from_delimiter = weights["controller.input"][bits].view(4, -1)  # (4, U)
    seen, now = bits, bits + 1
    z_o.fill_(_SURE)
    z_f.fill_(-_SURE)  # all units but "seen" forget
    z_i.fill_(_SURE)
    z_f[seen], z_i[seen], z[seen] = _SURE, -_SURE, _SURE
    from_delimiter[0, seen] = 2 * _SURE
    from_delimiter[3, now] = _SURE
    z[:bits] = -_SURE
    weights["controller.input"][:bits].view(bits, 4, -1)[:, 3, :bits] = 2 * _SURE * torch.eye(bits)


def _wire_heads(design: Design, weights: Weights) -> None:
    """Make the heads depend on "seen" and "now"; the write head is the first, the read head the second."""
    bits, place = design.outputs, design.columns.places()
    bias, weight = weights["heads.bias"], weights["heads.weight"]  # (P,), (U, P)
    seen, now = weight[bits], weight[bits + 1]  # (P,)

    def tell(where: Tensor, otherwise: float, row: Tensor, then: float) -> None:
        """Set a raw output to `then` while the unit of that row is on, and to `otherwise` while it is off."""
        bias[where], row[where] = otherwise, (then - otherwise) * _FULL

    stay, on = place["kernel"][:, 1], place["kernel"][:, 2]  # (H,)
    bias[place["kernel"]] = -LIMIT
    bias[on] = LIMIT
    tell(stay[1], -LIMIT, now, LIMIT)
    tell(on[1], LIMIT, now, -LIMIT)
    bias[place["gate"]] = -LIMIT
    tell(place["gate"][1], -LIMIT, now, LIMIT)
    bias[place["strength"]] = LIMIT
    bias[place["sharpness"]] = LIMIT
    bias[place["key"][:, bits]] = 1.0
    tell(place["erase"][0, :bits], LIMIT, seen, -LIMIT)
    bias[place["erase"][0, bits]] = -LIMIT
    for i in range(bits):
        weight[i, place["add"][0, i]] = _FULL
        seen[place["add"][0, i]] = _FULL  # the bits are 0 from there on: -1 + 1
