"""Runs the learned optimizer on a strip of coordinates, in buffers that are allocated once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor

from metascope.simulator.learners.learned_optimizer.reference import Design, Memory, Weights, logsign_into

_NARROW = 64  # below this many coordinates, one call of tanh is cheaper than three other calls


@dataclass(frozen=True)
class Packed:
    """The weights in the form that strips use: one matrix per layer, and one for both gates and z."""

    layers: tuple[Tensor, ...]  # W of each layer, (4H, X + H + 1)
    doubled: tuple[Tensor, ...]  # the same with the rows of z doubled: tanh(v) = 2 sigma(2 v) - 1
    head: Tensor  # P, (R, E + 1): rows for those of z^f, z^i, z that are learned; columns [h; theta; z^f; z^i; 1]


@dataclass(frozen=True)
class Sums:
    """Derivatives by the packed weights, accumulated in place.

    Those of the layers are transposed, which makes the product that computes them a third to two thirds faster.
    """

    layers: tuple[Tensor, ...]  # (X + H + 1, 4H)
    head: Tensor  # (R, E + 1)


def packed(design: Design, weights: Weights) -> Packed:
    """Return `weights` in packed form. Each gate sees only its own previous value: the other's column is 0."""
    layers = tuple(weights[f"lstm{i + 1}"] for i in range(design.layers))
    like = next(iter(weights.values()))
    head = like.new_zeros(_heads(design), _head_rows(design))
    for name, row, columns in _places(design):
        head[row, columns] = weights[name]
    if design.proposes:
        head[-1] *= design.scale
    doubled = tuple(torch.cat([w[: -design.units], 2 * w[-design.units :]]) for w in layers)
    return Packed(layers, doubled, head)


def no_sums(weights: Packed) -> Sums:
    """Return zero sums in the shapes of `weights`."""
    return Sums(tuple(w.new_zeros(w.shape[::-1]) for w in weights.layers), torch.zeros_like(weights.head))


def unpacked(design: Design, gradient: Sums, share: float) -> Weights:
    """Convert derivatives by the packed weights into those by the weights, times `share`."""
    found = {f"lstm{i + 1}": w.t() * share for i, w in enumerate(gradient.layers)}
    for name, row, columns in _places(design):
        found[name] = gradient.head[row, columns] * (share * design.scale if name == "candidate" else share)
    return found


def _heads(design: Design) -> int:
    return 2 * design.gated + design.proposes


def _head_rows(design: Design) -> int:
    return design.features + design.sees_theta + 2 * design.sees_gates + 1


def _places(design: Design) -> list[tuple[str, int, list[int]]]:
    """Return the positions of the head's weights: (name, row, columns)."""
    last = _head_rows(design) - 1
    shared = list(range(design.features + design.sees_theta))
    own = {name: [len(shared) + k] if design.sees_gates else [] for k, name in enumerate(("forget", "input"))}
    gates = [(name, row, [*shared, *own[name], last]) for row, name in enumerate(own)] if design.gated else []
    candidate = [("candidate", _heads(design) - 1, [*range(design.features), last])] if design.proposes else []
    return gates + candidate


class LayerTick:
    """Views of one layer of a strip at one update. Axes: X inputs, H units, N coordinates."""

    __slots__ = ("above", "c", "c_before", "next_own", "rows", "sigmoids", "tanh_c", "z", "z_f", "z_i", "z_o", "zz")

    def __init__(self, zz: Tensor, rows: Tensor, cells: tuple[Tensor, Tensor], tanh_c: Tensor) -> None:
        units = len(tanh_c)
        self.zz = zz  # Z = [x; h; 1], (X + H + 1, N)
        self.rows = rows  # (4H, N), of which are:
        self.sigmoids = rows[: 3 * units]  # (3H, N)
        self.z_i, self.z_f, self.z_o, self.z = rows.chunk(4)  # (H, N)
        self.c_before, self.c = cells  # (H, N)
        self.tanh_c = tanh_c  # (H, N)
        # Destinations of h, (H, N): the layer above and this layer's next update. Set when these exist.
        self.above = self.next_own = tanh_c


class HeadTick:
    """Views of the head of a strip at one update: [h; theta; gates; 1] and its results."""

    __slots__ = ("candidate", "features", "forget", "gates", "input", "next_seen_gates", "rows", "seen_theta", "zz")

    def __init__(self, design: Design, zz: Tensor, next_zz: Tensor, rows: Tensor) -> None:
        self.zz = zz  # (E + 1, N)
        self.features = zz[: design.features]  # h of the last layer, (H, N)
        self.seen_theta = zz[design.features]  # (N,); only valid if theta is seen
        start = design.features + design.sees_theta
        self.next_seen_gates = next_zz[start : start + 2]  # (2, N); only valid if gates are seen
        self.rows = rows  # (R, N)
        self.gates = rows[:2]  # (2, N); only valid if gates are learned
        self.forget, self.input, self.candidate = rows[0], rows[min(1, len(rows) - 1)], rows[-1]  # (N,)


class Strip:
    """N neighbouring coordinates and what the optimizer computes for them, at S moments.

    Moment s leads to moment (s + 1) % S. With S = K + 1 the results of K updates are all kept for the backward pass;
    with S = 2 a run of any length uses the same memory. Coordinates are the columns of every buffer, so that the gates
    are blocks and a layer is one product that includes the bias. Buffers have the dtype and device of `like`.
    """

    def __init__(self, design: Design, where: slice, moments: int, like: Tensor) -> None:
        self.design, self.where = design, where
        width, units = where.stop - where.start, design.units
        below = [design.inputs, *[units] * (design.layers - 1)][: design.layers]
        head_zz = _with_ones(moments, _head_rows(design), width, like)
        head_rows = like.new_empty(moments, _heads(design), width)
        nexts = [(s + 1) % moments for s in range(moments)]
        self.heads = [HeadTick(design, head_zz[s], head_zz[nexts[s]], head_rows[s]) for s in range(moments)]
        self.layers = [self._layer(rows, units, nexts, width, like) for rows in below]
        for i, (rows, layer) in enumerate(zip(below, self.layers, strict=True)):
            for s, tick in enumerate(layer):
                over = self.layers[i + 1][s].zz[:units] if i + 1 < len(below) else self.heads[s].features
                tick.above, tick.next_own = over, layer[nexts[s]].zz[rows : rows + units]
        first = [layer.zz for layer in self.layers[0]] if self.layers else [head.zz for head in self.heads]
        self.x = [zz[: design.inputs] for zz in first]  # (X, N) each
        self._minus_one = like.new_full((), -1)
        self.tanh = torch.tanh if width < _NARROW else partial(_tanh, self._minus_one)

    @staticmethod
    def _layer(inputs: int, units: int, nexts: list[int], width: int, like: Tensor) -> list[LayerTick]:
        zz = _with_ones(len(nexts), inputs + units + 1, width, like)
        rows = like.new_empty(len(nexts), 4 * units, width)
        cells, tanh_c = (like.new_empty(len(nexts), units, width) for _ in range(2))
        return [LayerTick(zz[s], rows[s], (cells[s], cells[n]), tanh_c[s]) for s, n in enumerate(nexts)]

    def load(self, memory: Memory) -> None:
        """Start at moment 0 with `memory` of all coordinates."""
        for i, layer in enumerate(self.layers):
            layer[-1].next_own.copy_(memory.hidden[i][:, self.where])
            layer[-1].c.copy_(memory.cell[i][:, self.where])
        if self.design.gated and self.design.sees_gates:
            self.heads[-1].next_seen_gates[0].copy_(memory.forget[self.where])
            self.heads[-1].next_seen_gates[1].copy_(memory.input[self.where])

    def update(self, s: int, weights: Packed, theta: Tensor, gradient: Tensor, loss: Tensor, after: Tensor) -> None:
        """Do one update, from moment s to the next: `learned_optimizer.update`, line by line.

        Args:
            s: the moment.
            weights: packed.
            theta: theta_{t-1}, (N,).
            gradient: at theta_{t-1}, (N,).
            loss: of each coordinate's problem, (N,); unused if it is not seen.
            after: where theta_t is written, (N,).
        """
        self._see(s, gradient, loss)
        for weight, layer in zip(weights.doubled, self.layers, strict=True):
            tick = layer[s]
            torch.mm(weight, tick.zz, out=tick.rows).sigmoid_()  # (4H, N)
            torch.add(self._minus_one, tick.z, alpha=2, out=tick.z)  # tanh(v) = 2 sigma(2 v) - 1; v is already doubled
            torch.mul(tick.z_f, tick.c_before, out=tick.c).addcmul_(tick.z_i, tick.z)  # c' = z^f c + z^i z
            self.tanh(tick.c, out=tick.tanh_c)
            torch.mul(tick.z_o, tick.tanh_c, out=tick.above)  # h' = z^o tanh(c')
            tick.next_own.copy_(tick.above)
        self._descend(s, weights, theta, gradient, after)

    def _see(self, s: int, gradient: Tensor, loss: Tensor) -> None:
        x, design = self.x[s], self.design
        rows = 2 if design.logsign else 1
        for k, value in enumerate([gradient] * design.sees_gradient + [loss] * design.sees_loss):
            if design.logsign:
                logsign_into(value, x[rows * k : rows * (k + 1)])
            else:
                x[k].copy_(value)

    def _descend(self, s: int, weights: Packed, theta: Tensor, gradient: Tensor, after: Tensor) -> None:
        """Write theta_t = z^f theta_{t-1} + z^i z."""
        design, head = self.design, self.heads[s]
        if design.sees_theta and design.gated:
            head.seen_theta.copy_(theta)
        torch.mm(weights.head, head.zz, out=head.rows)  # (R, N)
        if not design.gated:
            torch.add(theta, head.candidate, out=after)
            return
        head.gates.sigmoid_()
        if design.sees_gates:
            head.next_seen_gates.copy_(head.gates)
        torch.mul(head.forget, theta, out=after)
        if design.proposes:
            after.addcmul_(head.input, head.candidate)
        else:
            after.addcmul_(head.input, gradient, value=-1)


def _with_ones(moments: int, rows: int, width: int, like: Tensor) -> Tensor:
    zz = like.new_zeros(moments, rows, width)
    zz[:, -1] = 1  # what the bias is multiplied by
    return zz


def _tanh(minus_one: Tensor, x: Tensor, *, out: Tensor) -> Tensor:
    """Write tanh(x) = 2 sigma(2 x) - 1, which is faster for many numbers."""
    torch.mul(x, 2, out=out).sigmoid_()
    return torch.add(minus_one, out, alpha=2, out=out)
