"""Computes many episodes of Meta Networks at once, for pictures that are black and white: `reference` is its twin.

Three things make it fast, all exact. Gradients on supports are written by hand: that of a layer is the outer product of
its inputs and of a difference. A first layer's inputs are ink or paper, so its gradient on a support has two values for
each unit: G is asked for these alone, and F for each pattern of which supports have ink at a pixel. And no query's phi+
is ever built: products with the rows of the memory are mixed by attention instead, since a layer is linear before its
ReLU. Pictures are centred, so that what a row has everywhere alike adds nothing.

Axes: B episodes, M supports, N classes, Q queries, P pixels, H units, T gradients that F reads, J pictures of each (1,
or 2 in pairs), C patterns.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from metascope.simulator.learners.metanet.recurrence import last_output
from metascope.simulator.learners.metanet.reference import (
    Design,
    Scales,
    centred,
    layers,
    lstm,
    perceptron,
    sampled_pairs,
)

UNSCALED = Scales()


@dataclass(frozen=True)
class Read:
    """What F reads of each episode: the factors of gradients of f's loss."""

    losses: Tensor  # (B, T)
    which: Tensor  # (B, T, J) supports
    first: Tensor  # (B, T, J, H) differences at the first layer: its gradient is their outer product with the pictures
    units: Tensor  # (B, T, J, H) of the first layer
    second: Tensor  # (B, T, J, H) differences at the second layer


@dataclass(frozen=True)
class Asked:
    """What G is asked of each support: the factors of gradients of g's loss."""

    losses: Tensor  # (B, M)
    first: Tensor  # (B, M, H) differences at the first layer
    units: Tensor  # (B, M, H) of the first layer
    second: Tensor  # (B, M, H) differences at the second layer
    units_2: Tensor  # (B, M, H) of the second layer
    third: Tensor  # (B, M, N) differences at the last layer


@dataclass(frozen=True)
class Theta:
    """The fast weights theta+ of f, alike at all pixels of a pattern."""

    first: Tensor  # (B, C, H)
    where: Tensor | None  # (B, P, C) one-hot, the pattern of each pixel; None: each pixel has its own
    second: Tensor  # (B, H, H)

    def pixels(self) -> Tensor:
        """Return theta+ of the first layer, (B, P, H)."""
        return self.first if self.where is None else self.where @ self.first


@dataclass(frozen=True)
class Rows:
    """The memory: each support's row phi+ of g, whose first layer has `on` where the support has ink, else `off`."""

    ink: Tensor  # (B, M, P)
    off: Tensor  # (B, M, H)
    on: Tensor  # (B, M, H)
    second: Tensor  # (B, M, H, H)
    third: Tensor  # (B, M, H, N)
    keys: Tensor  # (B, M, H)

    def pixels(self) -> Tensor:
        """Return phi+ of the first layer, (B, M, P, H)."""
        off = self.off.unsqueeze(-2)
        return off + self.ink.unsqueeze(-1) * (self.on.unsqueeze(-2) - off)


@dataclass(frozen=True)
class Answered:
    """What is answered to queries, and how it came about."""

    keys: Tensor  # (B, Q, H)
    cosines: Tensor  # (B, Q, M)
    attention: Tensor  # (B, Q, M)
    logits: Tensor  # (B, Q, N)


@torch.no_grad()
def read(design: Design, weights: Mapping[str, Tensor], supports: Tensor, labels: Tensor) -> Read:
    """Return what F reads of supports (B, M, P) with labels (B, M)."""
    first, second, third = layers(weights, "f")
    units, keys = _passed(centred(supports), first, second)
    if design.pairs:
        pairs = [torch.stack(sampled_pairs(each, design.sampled), -1) for each in labels]
        which = torch.stack(pairs)  # (B, T, 2)
        seen = _rows(keys, which).relu()
        gap = seen[:, :, 0] - seen[:, :, 1]
        logit = gap.abs() @ third
        classes = _rows(labels.unsqueeze(-1), which).squeeze(-1)
        same = (classes[..., 0] == classes[..., 1]).to(logit.dtype)
        losses = F.binary_cross_entropy_with_logits(logit, same, reduction="none")
        slope = (logit.sigmoid() - same).unsqueeze(-1) * third * gap.sign()
        at_keys = torch.stack([slope, -slope], 2)  # (B, T, 2, H)
    else:
        count = design.sampled
        which = torch.arange(count, device=labels.device).expand(len(labels), count).unsqueeze(-1)
        losses, differences = _classified(keys[:, :count].relu() @ third, labels[:, :count])
        at_keys = (differences @ third.T).unsqueeze(2)
    mine = _rows(units, which)
    at_keys = at_keys * (_rows(keys, which) > 0)
    return Read(losses, which, (at_keys @ second.T) * (mine > 0), mine, at_keys)


@torch.no_grad()
def asked(weights: Mapping[str, Tensor], supports: Tensor, labels: Tensor) -> Asked:
    """Return what G is asked of supports (B, M, P) with labels (B, M)."""
    first, second, third = layers(weights, "g")
    units, sums = _passed(centred(supports), first, second)
    units_2 = sums.relu()
    losses, at_last = _classified(units_2 @ third, labels)
    at_second = (at_last @ third.T) * (sums > 0)
    return Asked(losses, (at_second @ second.T) * (units > 0), units, at_second, units_2, at_last)


def swallowed(weights: Mapping[str, Tensor], seen: Read, supports: Tensor) -> Theta:
    """Return theta+, what F makes of all that it reads; supports (B, M, P)."""
    episodes, steps, pictures, units = seen.first.shape
    second = torch.einsum("btjh,btjk->tbhk", seen.units, seen.second)
    made = last_output(weights, "units", second.reshape(steps, 1, -1)).view(second.shape[1:])
    ink = _rows(supports, seen.which)  # (B, T, J, P)
    values = 2**pictures  # which of the pictures of a step have ink at a pixel
    if values**steps >= supports.shape[-1]:  # each pixel is a pattern of its own
        first = torch.einsum("btjh,btjp->tbph", seen.first, centred(ink))
        return Theta(last_output(weights, "pixels", first.reshape(steps, 1, -1)).view(first.shape[1:]), None, made)
    powers = 2 ** torch.arange(pictures, device=supports.device)
    inked = (torch.arange(values, device=supports.device).unsqueeze(1) // powers % 2).to(supports.dtype)  # (V, J)
    value = inked.view(values, 1, 1, pictures) - ink.mean(-1)  # of a pixel, (V, B, T, J)
    first = torch.einsum("btjh,vbtj->tvbh", seen.first, value).flatten(2)
    patterns = last_output(weights, "pixels", first).view(values**steps, episodes, units).transpose(0, 1)
    places = values ** torch.arange(steps, device=supports.device)
    number = torch.einsum("btjp,j,t->bp", ink, powers.to(ink.dtype), places.to(ink.dtype)).long()
    return Theta(patterns, F.one_hot(number, values**steps).to(ink.dtype), made)


@torch.no_grad()
def swallowing(weights: Mapping[str, Tensor], seen: Read) -> Tensor:
    """Return theta+ of the second layer after each gradient, (B, T, H, H)."""
    second = torch.einsum("btjh,btjk->tbhk", seen.units, seen.second)
    return lstm(weights, "units", second).transpose(0, 1)


@torch.no_grad()
def swallowing_pixels(weights: Mapping[str, Tensor], seen: Read, supports: Tensor) -> tuple[Tensor, Tensor]:
    """Return theta+ of the first layer after each gradient, for one episode with supports (1, M, P).

    Returns:
        It for each pattern of which pictures have ink at a pixel, (T, C, H), and the pattern of each pixel, (P,).
    """
    ink = _rows(supports, seen.which)[0]  # (T, J, P)
    inked, pattern = torch.unique(ink.flatten(0, 1), dim=1, return_inverse=True)  # (T J, C), (P,)
    value = inked.view(*ink.shape[:2], -1) - ink.mean(-1, keepdim=True)  # (T, J, C)
    return lstm(weights, "pixels", torch.einsum("tjh,tjc->tch", seen.first[0], value)), pattern


def keys(weights: Mapping[str, Tensor], theta: Theta, pictures: Tensor) -> Tensor:
    """Return the keys (B, R, H) of pictures (B, R, P)."""
    first, second, _ = layers(weights, "f")
    pictures = centred(pictures)
    counts = pictures if theta.where is None else pictures @ theta.where  # sums in each pattern
    units = (pictures @ first).relu() + (counts @ theta.first).relu()
    return units @ (second + theta.second)


def remembered(weights: Mapping[str, Tensor], told: Asked, supports: Tensor, known: Tensor) -> Rows:
    """Return the memory of supports (B, M, P) with keys (B, M, H)."""
    second = torch.einsum("bmh,bmk->bmhk", told.units, told.second)
    third = torch.einsum("bmh,bmn->bmhn", told.units_2, told.third)
    share = supports.mean(-1, keepdim=True)
    off, on = perceptron(weights, "pixels", torch.stack([-share * told.first, (1 - share) * told.first]))
    units = perceptron(weights, "units", torch.cat([second.flatten(), third.flatten()]))
    of_second, of_third = torch.split(units, [second.numel(), third.numel()])
    return Rows(
        ink=supports,
        off=off,
        on=on,
        second=of_second.view_as(second),
        third=of_third.view_as(third),
        keys=known,
    )


def answered(
    design: Design, weights: Mapping[str, Tensor], rows: Rows, queries: Tensor, known: Tensor, scales: Scales = UNSCALED
) -> Answered:
    """Return the answers to queries (B, Q, P) with keys (B, Q, H)."""
    alike = F.normalize(known, dim=-1, eps=1e-8) @ F.normalize(rows.keys, dim=-1, eps=1e-8).mT
    shares = (design.temperature * alike).softmax(-1)
    return Answered(known, alike, shares, based(weights, rows, queries, shares, scales))


def based(
    weights: Mapping[str, Tensor], rows: Rows, queries: Tensor, shares: Tensor, scales: Scales = UNSCALED
) -> Tensor:
    """Return g's logits (B, Q, N) of queries (B, Q, P) that attend to the rows by shares (B, Q, M)."""
    first, second, third = layers(weights, "g")
    queries = centred(queries)
    quick = (shares * (queries @ rows.ink.mT)) @ (rows.on - rows.off)
    x = (scales.slow * (queries @ first)).relu() + (scales.phi * quick).relu()
    x = (scales.slow * (x @ second)).relu() + (scales.phi * _mixed(x, shares, rows.second)).relu()
    return scales.slow * (x @ third) + scales.phi * _mixed(x, shares, rows.third)


def answer(
    design: Design,
    weights: Mapping[str, Tensor],
    supports: Tensor,
    labels: Tensor,
    queries: Tensor,
    scales: Scales = UNSCALED,
) -> tuple[Rows, Answered]:
    """Return the memory of supports (B, M, P) with labels (B, M), and the answers to queries (B, Q, P)."""
    theta = swallowed(weights, read(design, weights, supports, labels), supports)
    if scales.theta != 1.0:
        theta = scaled(theta, scales.theta)
    known = keys(weights, theta, torch.cat([supports, queries], 1))
    of_supports, of_queries = torch.split(known, [supports.shape[1], queries.shape[1]], 1)
    rows = remembered(weights, asked(weights, supports, labels), supports, of_supports)
    return rows, answered(design, weights, rows, queries, of_queries, scales)


def scaled(theta: Theta, by: float) -> Theta:
    """Return theta+ times a number."""
    return replace(theta, first=by * theta.first, second=by * theta.second)


def _passed(pictures: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
    """Return the units of the first layer and the sums of the second one, (..., H) each."""
    units = (pictures @ first).relu()
    return units, units @ second


def _classified(logits: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    """Return the cross-entropy (...,) of logits (..., N), and its gradient by them."""
    logarithms = logits.log_softmax(-1)
    losses = -logarithms.gather(-1, labels.unsqueeze(-1)).squeeze(-1)
    return losses, logarithms.exp() - F.one_hot(labels, logits.shape[-1]).to(logits.dtype)


def _rows(values: Tensor, which: Tensor) -> Tensor:
    """Return rows (B, T, J, ...) of values (B, M, ...), by their numbers (B, T, J)."""
    episodes = torch.arange(len(values), device=values.device).view(-1, 1, 1)
    return values[episodes, which]


def _mixed(x: Tensor, shares: Tensor, rows: Tensor) -> Tensor:
    """Return the products of x (B, Q, H) with rows (B, M, H, K), mixed by shares (B, Q, M): (B, Q, K)."""
    spread = (shares.unsqueeze(-1) * x.unsqueeze(-2)).flatten(2)  # (B, Q, M H)
    return spread @ rows.flatten(1, 2)
