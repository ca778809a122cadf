"""Implements Meta Networks (Munkhdalai and Yu 2017) densely and readably, for one episode at a time.

Four networks: the embedding f and the base learner g, each with slow weights that are learned over episodes, and the
makers of their fast weights, which are made anew for each episode: F, an LSTM that reads gradients of f's loss one
after the other, makes theta+; G, a perceptron, makes phi+_i of the gradient of g's loss on support i. Both work weight
by weight, with the same parameters for all. Gradients are what F and G are told; nothing is differentiated through
them, so f's last layer, whose gradients alone matter, stays as it was drawn.

As in the authors' program: no biases; logarithm and sign of gradients with p = 7; f's key is its second layer without
ReLU; the last output of F counts; the first layer, of pixels, has an F and a G of its own, as convolutions have there,
and the layers of units share theirs. Ours: full layers instead of convolutions; pictures without their mean,
for else what is alike in all fast weights of a unit, times the amount of ink, soon silences it for good; and a
temperature (as published: 1).

Axes: M supports, N classes, Q queries, P pixels, H units, T gradients that F reads.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor

Weights = dict[str, Tensor]
Part = Literal["pixels", "units"]  # of the layers: each has an F and a G

PARTS: tuple[Part, Part, Part] = ("pixels", "units", "units")  # of the three layers
LSTM = ("input", "hidden", "bias", "output", "shift")  # names of the weights of F
P = 7.0  # of the preprocessing of gradients
_LAST = 0.1  # of the last layers of F and G at the start: fast weights are small then
_TINY = 1e-8  # length under which a key has no direction


@dataclass(frozen=True)
class Design:
    """The sizes of the four networks, and what F reads."""

    pixels: int = 196  # P
    units: int = 32  # H of each of two hidden layers of f and of g
    ways: int = 5  # N
    sampled: int = 5  # T
    pairs: bool = False  # f's loss is of T pairs of supports, same or not, instead of T classified supports
    hidden: int = 20  # units of F and of G
    temperature: float = 1.0  # of the attention


@dataclass(frozen=True)
class Scales:
    """By what fast weights are multiplied: 0 leaves the slow ones alone."""

    theta: float = 1.0
    phi: float = 1.0
    slow: float = 1.0  # the base learner's slow weights: 0 leaves the fast ones alone


@dataclass(frozen=True)
class Memory:
    """What is kept of an episode: a row of fast weights for each support, and its key."""

    fast: tuple[Tensor, Tensor, Tensor]  # phi+ of g's three layers, (M, P, H), (M, H, H), (M, H, N)
    keys: Tensor  # (M, H)


def initial(design: Design, draws: Generator, dtype: torch.dtype = torch.float32) -> Weights:
    """Return weights to begin with: variance 1 / inputs, and small last layers of F and G."""
    p, h, n, k = design.pixels, design.units, design.ways, design.hidden

    def drawn(*shape: int, scale: float = 1.0) -> Tensor:
        found = torch.randn(*shape, generator=draws, dtype=torch.float64)
        return (found * (scale / math.sqrt(shape[0]))).to(dtype)

    forget = torch.zeros(4 * k, dtype=dtype)
    forget[k : 2 * k] = 1.0  # so that F remembers what it has read
    networks = {
        "f.first": drawn(p, h),
        "f.second": drawn(h, h),
        "f.third": drawn(h) if design.pairs else drawn(h, n),
        "g.first": drawn(p, h),
        "g.second": drawn(h, h),
        "g.third": drawn(h, n),
    }
    for part in ("pixels", "units"):
        networks |= {
            f"F.{part}.input": drawn(2, 4 * k),
            f"F.{part}.hidden": drawn(k, 4 * k),
            f"F.{part}.bias": forget.clone(),
            f"F.{part}.output": drawn(k, scale=_LAST),
            f"F.{part}.shift": torch.zeros(1, dtype=dtype),
            f"G.{part}.first": drawn(2, k),
            f"G.{part}.first_bias": torch.zeros(k, dtype=dtype),
            f"G.{part}.second": drawn(k, k),
            f"G.{part}.second_bias": torch.zeros(k, dtype=dtype),
            f"G.{part}.third": drawn(k, scale=_LAST),
            f"G.{part}.third_bias": torch.zeros(1, dtype=dtype),
        }
    return networks


def told(gradient: Tensor) -> Tensor:
    """Return logarithm and sign of gradients (...), as F and G are told them, (..., 2).

    (log |g| / p, sign g) where |g| is at least e^-p, and (-1, e^p g) below (Andrychowicz et al. 2016, appendix A).
    """
    size, small = gradient.abs(), math.exp(-P)
    large = size >= small
    logarithm = torch.where(large, size.clamp(min=small).log() / P, -1.0)
    sign = torch.where(large, gradient.sign(), gradient * math.exp(P))
    return torch.stack([logarithm, sign], -1)


def lstm(weights: Mapping[str, Tensor], part: Part, gradients: Tensor) -> Tensor:
    """Return what F makes of each weight's gradients after each of them, (T, ...), of gradients (T, ...)."""
    of_x, of_h, bias, out, shift = (weights[f"F.{part}.{name}"] for name in LSTM)
    k = len(out)
    h = c = gradients.new_zeros(*gradients.shape[1:], k)
    found = []
    for x in told(gradients):
        i, f, o, z = torch.split(x @ of_x + h @ of_h + bias, k, -1)
        c = f.sigmoid() * c + i.sigmoid() * z.tanh()
        h = o.sigmoid() * c.tanh()
        found.append(h @ out + shift)
    return torch.stack(found)


def perceptron(weights: Mapping[str, Tensor], part: Part, gradients: Tensor) -> Tensor:
    """Return the weights that G makes of gradients (...)."""
    x = told(gradients)
    for layer in ("first", "second"):
        x = (x @ weights[f"G.{part}.{layer}"] + weights[f"G.{part}.{layer}_bias"]).relu()
    return x @ weights[f"G.{part}.third"] + weights[f"G.{part}.third_bias"]


def centred(pictures: Tensor) -> Tensor:
    """Return pictures (..., P) minus the mean of each."""
    return pictures - pictures.mean(-1, keepdim=True)


def layers(weights: Mapping[str, Tensor], network: str) -> list[Tensor]:
    """Return the three layers of f or g."""
    return [weights[f"{network}.{layer}"] for layer in ("first", "second", "third")]


def sampled_pairs(labels: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """Return `count` pairs of supports, (count,) each: by turns two of one class, and two of different ones.

    Pairs depend on the labels (M,) alone: classes are in random order.
    """
    each = labels.tolist()
    first, second = [], []
    for turn in range(count):
        way = turn // 2 % (max(each) + 1)
        mine = [index for index, label in enumerate(each) if label == way] or [0]
        others = [index for index, label in enumerate(each) if label != way] or [0]
        a = mine[turn // 2 // (max(each) + 1) % len(mine)]
        same = [index for index in mine if index != a] or [a]
        among = same if turn % 2 == 0 else others
        first.append(a)
        second.append(among[turn // 2 % len(among)])
    return labels.new_tensor(first), labels.new_tensor(second)


def embedding_losses(design: Design, f: list[Tensor], supports: Tensor, labels: Tensor) -> list[Tensor]:
    """Return f's loss of each of the T gradients that F reads, of supports (M, P)."""
    units = (supports @ f[0]).relu()
    keys = units @ f[1]
    if not design.pairs:
        logits = keys.relu() @ f[2]
        return list(F.cross_entropy(logits[: design.sampled], labels[: design.sampled], reduction="none"))
    first, second = sampled_pairs(labels, design.sampled)
    alike = (keys.relu()[first] - keys.relu()[second]).abs() @ f[2]  # the logit of "same"
    same = (labels[first] == labels[second]).to(alike.dtype)
    return list(F.binary_cross_entropy_with_logits(alike, same, reduction="none"))


def fast_embedding(
    design: Design, weights: Mapping[str, Tensor], supports: Tensor, labels: Tensor
) -> tuple[Tensor, Tensor]:
    """Return theta+ of f's first and second layer, (P, H) and (H, H): the third one's would never be used."""
    with torch.enable_grad():
        f = [layer.detach().requires_grad_() for layer in layers(weights, "f")]
        losses = embedding_losses(design, f, supports, labels)
        gradients = [torch.autograd.grad(loss, f[:2], retain_graph=True) for loss in losses]
    first, second = (torch.stack(each).detach() for each in zip(*gradients, strict=True))  # (T, P, H), (T, H, H)
    return lstm(weights, "pixels", first)[-1], lstm(weights, "units", second)[-1]


def keys(weights: Mapping[str, Tensor], theta: tuple[Tensor, Tensor], pictures: Tensor) -> Tensor:
    """Return the keys (R, H) of pictures (R, P), by slow and fast weights of f."""
    first, second, _ = layers(weights, "f")
    units = (pictures @ first).relu() + (pictures @ theta[0]).relu()
    return units @ second + units @ theta[1]


def remembered(
    design: Design,
    weights: Mapping[str, Tensor],
    supports: Tensor,
    labels: Tensor,
    theta: tuple[Tensor, Tensor],
) -> Memory:
    """Return the memory of an episode: of each support the fast weights that G makes of the loss's gradient."""
    rows = []
    for picture, label in zip(supports, labels, strict=True):
        with torch.enable_grad():
            g = [layer.detach().requires_grad_() for layer in layers(weights, "g")]
            logits = ((picture @ g[0]).relu() @ g[1]).relu() @ g[2]
            gradients = torch.autograd.grad(F.cross_entropy(logits, label), g)
        told_of = zip(PARTS, gradients, strict=True)
        rows.append([perceptron(weights, part, gradient.detach()) for part, gradient in told_of])
    first, second, third = (torch.stack(each) for each in zip(*rows, strict=True))
    return Memory((first, second, third), keys(weights, theta, supports))


def attention(design: Design, memory: Memory, queries: Tensor) -> Tensor:
    """Return the softmax of the cosines of keys (Q, H) with the memory's, (Q, M)."""
    known, asked = (x / x.norm(dim=-1, keepdim=True).clamp(min=_TINY) for x in (memory.keys, queries))
    shares: Tensor = (design.temperature * asked @ known.T).softmax(-1)
    return shares


def base(weights: Mapping[str, Tensor], fast: tuple[Tensor, ...], picture: Tensor, scales: Scales) -> Tensor:
    """Return g's logits (N,) of a picture (P,), by slow weights and fast ones, of one query's."""
    x = picture
    slow = [scales.slow * layer for layer in layers(weights, "g")]
    quick = [scales.phi * layer for layer in fast]
    for layer in range(2):
        x = (x @ slow[layer]).relu() + (x @ quick[layer]).relu()
    return x @ slow[2] + x @ quick[2]


def answer(
    design: Design,
    weights: Mapping[str, Tensor],
    supports: Tensor,
    labels: Tensor,
    queries: Tensor,
    scales: Scales = Scales(),
) -> Tensor:
    """Return the logits (Q, N) of queries (Q, P), given supports (M, P) with labels (M,)."""
    supports, queries = centred(supports), centred(queries)
    made = fast_embedding(design, weights, supports, labels)
    theta = scales.theta * made[0], scales.theta * made[1]
    memory = remembered(design, weights, supports, labels, theta)
    attended = attention(design, memory, keys(weights, theta, queries))
    logits = []
    for query, shares in zip(queries, attended, strict=True):
        mixed = tuple(torch.einsum("m,mij->ij", shares, rows) for rows in memory.fast)  # phi+ of this query
        logits.append(base(weights, mixed, query, scales))
    return torch.stack(logits)


def loss(
    design: Design, weights: Mapping[str, Tensor], supports: Tensor, labels: Tensor, queries: Tensor, asked: Tensor
) -> Tensor:
    """Return the mean cross-entropy () of the answers to queries of classes `asked` (Q,)."""
    return F.cross_entropy(answer(design, weights, supports, labels, queries), asked)
