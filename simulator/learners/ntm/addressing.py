"""Implements the addressing of a Neural Turing Machine's heads (Graves et al. 2014, section 3), step by step.

    content (5, 6) -> interpolation (7) -> shift (8) -> sharpening (9) -> weighting w -> erase, add (3, 4) or read (2)

Axes: ... any leading ones, H heads, N locations, M width of a location. Each function is pure and differentiable.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import reduce

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

OFFSETS = (-1, 0, 1)  # allowed shifts of a head
LIMIT = 20.0  # a controller's raw outputs are clipped to +- this, so that every activation stays finite
SMALL = 1e-8  # added to |k| |M(i)|, so that a row of zeros has similarity 0
TINY = 1e-16  # added to a weighting before its logarithm


def cosine(key: Tensor, memory: Tensor) -> Tensor:
    """Return K[k, M(i)] = k M(i) / (|k| |M(i)| + eps), (..., H, N): equation 6.

    Args:
        key: k, (..., H, M).
        memory: (..., N, M); all heads see the same.
    """
    lengths = key.norm(dim=-1).unsqueeze(-1) * memory.norm(dim=-1).unsqueeze(-2)  # (..., H, N)
    return torch.div(key @ memory.mT, lengths + SMALL)


def content(key: Tensor, strength: Tensor, memory: Tensor) -> Tensor:
    """Return w^c = softmax_i(beta K[k, M(i)]), (..., H, N): equation 5.

    Args:
        key: k, (..., H, M).
        strength: beta >= 0, (..., H).
        memory: (..., N, M).
    """
    return torch.softmax(strength.unsqueeze(-1) * cosine(key, memory), dim=-1)


def interpolate(gate: Tensor, content: Tensor, before: Tensor) -> Tensor:
    """Return w^g = g w^c + (1 - g) w_{t-1}, (..., H, N): equation 7.

    Args:
        gate: g in [0, 1], (..., H).
        content: w^c, (..., H, N).
        before: w_{t-1}, the head's weighting at the previous time step, (..., H, N).
    """
    g = gate.unsqueeze(-1)
    return g * content + (1 - g) * before


def shift(weighting: Tensor, kernel: Tensor) -> Tensor:
    """Return w~(i) = sum_j w^g(j) s(i - j mod N), (..., H, N): equation 8.

    Args:
        weighting: w^g, (..., H, N).
        kernel: s, (..., H, K), K odd: the weights of the offsets -(K - 1) / 2 .. (K - 1) / 2. Offset 1 moves
            what was at location i to i + 1, and from the last location to the first.
    """
    reach = kernel.shape[-1] // 2
    shares = kernel.unsqueeze(-2).unbind(-1)  # K of (..., H, 1)
    return torch.stack(
        [s * weighting.roll(offset, -1) for offset, s in zip(range(-reach, reach + 1), shares, strict=True)]
    ).sum(0)


def kernel_between(offset: Tensor, reach: int) -> Tensor:
    """Return the kernel (..., 2 reach + 1) of a shift by a possibly fractional number (section 3.3.2).

    A shift of 6.7 has weight 0.3 at offset 6 and 0.7 at offset 7.

    Args:
        offset: (...), within +- reach.
        reach: the farthest offset.
    """
    offsets = torch.arange(-reach, reach + 1, dtype=offset.dtype, device=offset.device)
    return (1 - (offsets - offset.unsqueeze(-1)).abs()).clamp(min=0)


def sharpen(weighting: Tensor, sharpness: Tensor) -> Tensor:
    """Return w(i) = w~(i)^gamma / sum_j w~(j)^gamma, (..., H, N): equation 9.

    Computed as softmax(gamma log w~), because powers of small weights would underflow, possibly all of them to 0 / 0.

    Args:
        weighting: w~, (..., H, N).
        sharpness: gamma >= 1, (..., H).
    """
    return torch.softmax(sharpness.unsqueeze(-1) * (weighting + TINY).log(), dim=-1)


def write(memory: Tensor, weighting: Tensor, erase: Tensor, add: Tensor) -> Tensor:
    """Return the memory after all write heads: first each one's erasing, then each one's adding (equations 3 and 4).

    M~(i) = M_{t-1}(i) prod_h [1 - w_h(i) e_h],    M_t(i) = M~(i) + sum_h w_h(i) a_h.

    Args:
        memory: M_{t-1}, (..., N, M).
        weighting: w of the write heads, (..., W, N).
        erase: e in [0, 1], (..., W, M).
        add: a, (..., W, M).
    """
    kept = 1 - weighting.unsqueeze(-1) * erase.unsqueeze(-2)  # (..., W, N, M)
    return reduce(torch.mul, kept.unbind(-3), memory) + weighting.mT @ add


def read(memory: Tensor, weighting: Tensor) -> Tensor:
    """Return r = sum_i w(i) M(i), (..., R, M): equation 2.

    Args:
        memory: (..., N, M).
        weighting: w of the read heads, (..., R, N).
    """
    return weighting @ memory


@dataclass(frozen=True)
class Heads:
    """The controller's parameters for the heads at a time step: W write heads, then R read heads; H = W + R."""

    erase: Tensor  # e in (0, 1), (..., W, M)
    gate: Tensor  # g in (0, 1), (..., H)
    strength: Tensor  # beta > 0, (..., H)
    sharpness: Tensor  # gamma > 1, (..., H)
    kernel: Tensor  # s, sums to 1, (..., H, 3)
    key: Tensor  # k, (..., H, M)
    add: Tensor  # a, (..., W, M)


@dataclass(frozen=True)
class Columns:
    """The positions of the parameters in the controller's raw outputs, grouped by activation.

    sigma: [e, g]; softplus: [beta, gamma]; softmax: s; as they are, or tanh: [k, a].
    """

    write: int  # W
    read: int  # R
    width: int  # M

    @property
    def heads(self) -> int:
        """H."""
        return self.write + self.read

    @property
    def counts(self) -> list[int]:
        """How many columns each activation has."""
        h, w, m = self.heads, self.write, self.width
        return [w * m + h, 2 * h, len(OFFSETS) * h, (h + w) * m]

    @property
    def total(self) -> int:
        """P, the number of columns."""
        return sum(self.counts)

    def places(self) -> dict[str, Tensor]:
        """Return the column of every number, by the fields of `Heads`, each shaped like that field."""
        h, w, m = self.heads, self.write, self.width
        shapes = {"erase": (w, m), "gate": (h,), "strength": (h,), "sharpness": (h,), "kernel": (h, len(OFFSETS))}
        shapes |= {"key": (h, m), "add": (w, m)}
        parts = torch.split(torch.arange(self.total), [math.prod(shape) for shape in shapes.values()])
        return {name: part.view(shape) for (name, shape), part in zip(shapes.items(), parts, strict=True)}


def heads(raw: Tensor, columns: Columns, *, bounded: bool) -> Heads:
    """Return the heads' parameters, each within its range.

    Args:
        raw: the controller's outputs, (..., P), which are clipped to +-20.
        columns: the positions of the parameters.
        bounded: whether keys and adds go through tanh (Collier and Beel, 2018).
    """
    h, w, m, lead = columns.heads, columns.write, columns.width, raw.shape[:-1]
    sigmoids, softpluses, kernels, vectors = torch.split(raw.clamp(-LIMIT, LIMIT), columns.counts, -1)
    erase, gate = torch.split(sigmoids.sigmoid(), [w * m, h], -1)
    strength, sharpness = F.softplus(softpluses).chunk(2, -1)
    key, add = torch.split(vectors.tanh() if bounded else vectors, [h * m, w * m], -1)
    return Heads(
        erase.reshape(*lead, w, m),
        gate,
        strength,
        1 + sharpness,
        kernels.reshape(*lead, h, len(OFFSETS)).softmax(-1),
        key.reshape(*lead, h, m),
        add.reshape(*lead, w, m),
    )
