"""Runs the Neural Turing Machine forward in preallocated buffers: `reference.step`, line by line, without a graph.

What makes it fast: the input's part of the controller's rows, and the outputs, are one product each for all time steps;
all parameters of all heads are columns of one product, ordered by activation; a shift is three products on a buffer
that is wrapped at its ends; every view of every time step is made once. The memory lies as (M, N), each location a
column: products and sums along N = 128 are several times faster than along M = 20.
"""

from __future__ import annotations

import torch
from torch import Tensor

from metascope.simulator.learners.ntm.addressing import LIMIT, OFFSETS, SMALL, TINY
from metascope.simulator.learners.ntm.reference import MEMORY, Design, Weights

_softplus = torch.ops.aten.softplus.out
_softmax = torch.ops.aten._softmax.out  # only into contiguous buffers: into others it writes wrong values, silently


class Tick:
    """Views of a tape at time step t. Axes as there; "before" refers to the previous time step."""

    def __init__(self, tape: Tape, t: int) -> None:
        design, columns, batch = tape.design, tape.design.columns, tape.batch
        m, u, h, w = design.width, design.units, columns.heads, columns.write
        self.seen = tape.state[t] if design.gated else tape.state[t, :, u:]  # [h, r] before, or r: (B, F) or (B, R M)
        self.hidden = tape.state[t + 1, :, :u]  # (B, U)
        self.reads = tape.state[t + 1, :, u:].view(batch, -1, m)  # (B, R, M)
        self.cell_before, self.cell, self.tanh_cell = tape.cell[t], tape.cell[t + 1], tape.tanh_cell[t]  # (B, U)
        self.rows = tape.rows[t]  # (B, G), which contain:
        self.gates = self.rows[:, : 3 * u]  # (B, 3U)
        if design.gated:
            self.z_i, self.z_f, self.z_o, self.z = self.rows.chunk(4, 1)  # (B, U)
        self.raw = tape.raw[t]  # (B, P), which contain:
        self.raw_sigmoids, self.raw_softpluses, kernel, self.raw_vectors = torch.split(self.raw, columns.counts, 1)
        self.raw_kernel = kernel.view(batch, h, -1)  # (B, H, 3)
        self.sigmoids, self.softpluses, self.vectors = tape.sigmoids[t], tape.softpluses[t], tape.vectors[t]
        self.erase_columns = self.sigmoids[:, : w * m].view(batch, w, m, 1).unbind(1)  # W of (B, M, 1)
        self.gate = self.sigmoids[:, w * m :].unsqueeze(-1)  # (B, H, 1)
        self.strength, self.sharpness_less_1 = self.softpluses[:, :h].unsqueeze(-1), self.softpluses[:, h:]
        self.sharpness, self.sharpness_column = tape.sharpness[t], tape.sharpness[t].unsqueeze(-1)
        self.kernel = tape.kernel[t]  # (B, H, 3)
        self.shares = self.kernel.unsqueeze(-2).unbind(-1)  # 3 of (B, H, 1)
        self.key = self.vectors[:, : h * m].view(batch, h, m)  # (B, H, M)
        self.add_columns = self.vectors[:, h * m :].view(batch, w, m).mT  # (B, M, W)
        self.key_length, self.row_length, self.lengths = tape.key_length[t], tape.row_length[t], tape.lengths[t]
        self.scale, self.match, self.content = tape.scale[t], tape.match[t], tape.content[t]  # (B, H, N)
        wrapped = tape.wrapped[t]  # (B, H, N + 2)
        self.windows = tuple(wrapped[..., k : k + design.locations] for k in range(3))  # w^g(i - 1), w^g(i), w^g(i + 1)
        self.interpolated, self.interpolated_row = self.windows[1], self.windows[1].unsqueeze(2)
        self.left_end, self.right_end = wrapped[..., 0], wrapped[..., -1]  # (B, H)
        self.first, self.last = wrapped[..., 1], wrapped[..., -2]  # (B, H)
        self.shifted, self.logarithm = tape.shifted[t], tape.logarithm[t]  # (B, H, N)
        self.weighting_before, self.weighting = tape.weighting[t], tape.weighting[t + 1]  # (B, H, N)
        self.write_weighting, self.read_weighting = self.weighting[:, :w], self.weighting[:, w:]  # (B, W, N), (B, R, N)
        self.write_rows = self.weighting[:, :w].unsqueeze(2).unbind(1)  # W of (B, 1, N)
        self.memory_before, self.memory = tape.memory[t], tape.memory[t + 1]  # (B, M, N)


class Tape:
    """The forward pass of B sequences over up to T time steps; buffers named as in `reference.Trajectory`.

    Axes as there; after a shorter run the last time steps of a buffer are not valid. `state`, `cell`, `weighting` and
    `memory` start with the initial state, so that index t + 1 is after time step t.
    """

    def __init__(
        self, design: Design, batch: int, steps: int, dtype: torch.dtype, device: torch.device | None = None
    ) -> None:
        self.design, self.batch, self.steps = design, batch, steps
        columns, m, n, u = design.columns, design.width, design.locations, design.units
        h = columns.heads
        sigmoids, softpluses, _, vectors = columns.counts

        def empty(*shape: int, steps: int = steps) -> Tensor:
            return torch.empty(steps, batch, *shape, dtype=dtype, device=device)

        self.state = empty(design.features, steps=steps + 1)  # [h, r]
        self.cell = empty(u if design.gated else 0, steps=steps + 1)  # c
        self.rows = empty(design.rows)  # [z^i, z^f, z^o, z], or h
        self.tanh_cell = empty(u if design.gated else 0)
        self.raw = empty(columns.total)  # clipped
        self.sigmoids = empty(sigmoids)  # [e, g]
        self.softpluses = empty(softpluses)  # [beta, gamma - 1]
        self.sharpness = empty(h)  # gamma
        self.kernel = empty(h, len(OFFSETS))  # s
        self.vectors = empty(vectors) if design.bounded else self.raw[..., -vectors:]  # [k, a]
        self.key_length = empty(h, 1)  # |k|
        self.row_length = empty(1, n)  # |M(i)|
        self.lengths = empty(h, n)  # |k| |M(i)| + eps
        self.scale = empty(h, n)  # beta over that
        self.match = empty(h, n)  # beta K[k, M(i)]
        self.content = empty(h, n)  # w^c
        self.wrapped = empty(h, n + 2)  # w^g, preceded by its last entry and followed by its first
        self.shifted = empty(h, n)  # w~ + TINY
        self.logarithm = empty(h, n)  # log w~
        self.weighting = empty(h, n, steps=steps + 1)  # w
        self.memory = empty(m, n, steps=steps + 1)
        self.outputs = empty(design.outputs)  # before the sigmoid
        self.interpolated = self.wrapped[..., 1:-1]  # w^g
        self.ticks = [Tick(self, t) for t in range(steps)]
        self._square, self._kept = empty(m, n, steps=1)[0], empty(m, n, steps=1)[0]
        self._product = empty(h, n, steps=1)[0]
        self._read = empty(columns.read, m, steps=1)[0]
        self._ones = self.raw.new_ones(batch, 1, m)
        self._one, self._tiny, self._small = (self.raw.new_full((), value) for value in (1.0, TINY, SMALL))

    def forward(self, weights: Weights, inputs: Tensor) -> Tensor:
        """Return the outputs before the sigmoid, (T, B, Y), of inputs (T, B, X): a view of the tape."""
        count = len(inputs)
        self._begin(weights)
        rows = self.rows[:count].view(count * self.batch, -1)
        torch.addmm(weights["controller.bias"], inputs.flatten(0, 1), weights["controller.input"], out=rows)
        for tick in self.ticks[:count]:
            self._control(tick, weights)
            self._parameters(tick, weights)
            self._content(tick)
            self._address(tick)
            self._write(tick)
            self._read_into_state(tick)
        seen = self.state[1 : count + 1].view(count * self.batch, -1)
        outputs = self.outputs[:count]
        torch.addmm(weights["output.bias"], seen, weights["output.weight"], out=outputs.view(count * self.batch, -1))
        return outputs

    def _begin(self, weights: Weights) -> None:
        u = self.design.units
        if self.design.gated:
            self.state[0, :, :u] = weights["initial.hidden"]
            self.cell[0] = weights["initial.cell"]
        self.state[0, :, u:] = weights["initial.reads"]
        self.weighting[0] = weights["initial.weighting"].softmax(-1)
        self.memory[0] = weights[MEMORY].T

    def _control(self, tick: Tick, weights: Weights) -> None:
        tick.rows.addmm_(tick.seen, weights["controller.state"])
        if not self.design.gated:
            torch.tanh(tick.rows, out=tick.hidden)
            return
        tick.gates.sigmoid_()
        tick.z.tanh_()
        torch.mul(tick.z_f, tick.cell_before, out=tick.cell).addcmul_(tick.z_i, tick.z)  # c' = z^f c + z^i z
        torch.tanh(tick.cell, out=tick.tanh_cell)
        torch.mul(tick.z_o, tick.tanh_cell, out=tick.hidden)  # h' = z^o tanh(c')

    def _parameters(self, tick: Tick, weights: Weights) -> None:
        torch.addmm(weights["heads.bias"], tick.hidden, weights["heads.weight"], out=tick.raw)
        tick.raw.clamp_(-LIMIT, LIMIT)
        torch.sigmoid(tick.raw_sigmoids, out=tick.sigmoids)
        _softplus(tick.raw_softpluses, out=tick.softpluses)
        torch.add(self._one, tick.sharpness_less_1, out=tick.sharpness)
        _softmax(tick.raw_kernel, -1, False, out=tick.kernel)
        if self.design.bounded:
            torch.tanh(tick.raw_vectors, out=tick.vectors)

    def _content(self, tick: Tick) -> None:
        """Write w^c = softmax(beta k M / (|k| |M| + eps)), with the previous memory."""
        torch.mul(tick.memory_before, tick.memory_before, out=self._square)
        torch.bmm(self._ones, self._square, out=tick.row_length).sqrt_()
        torch.linalg.vector_norm(tick.key, 2, -1, True, out=tick.key_length)
        torch.addcmul(self._small, tick.key_length, tick.row_length, out=tick.lengths)
        torch.div(tick.strength, tick.lengths, out=tick.scale)
        torch.bmm(tick.key, tick.memory_before, out=tick.match).mul_(tick.scale)
        _softmax(tick.match, -1, False, out=tick.content)

    def _address(self, tick: Tick) -> None:
        """Write w^g, w~ and w."""
        torch.lerp(tick.weighting_before, tick.content, tick.gate, out=tick.interpolated)
        tick.left_end.copy_(tick.last)
        tick.right_end.copy_(tick.first)
        shifted = torch.addcmul(
            self._tiny, tick.windows[0], tick.shares[2], out=tick.shifted
        )  # from the left: offset 1
        shifted.addcmul_(tick.windows[1], tick.shares[1]).addcmul_(tick.windows[2], tick.shares[0])
        torch.log(tick.shifted, out=tick.logarithm)
        torch.mul(tick.logarithm, tick.sharpness_column, out=self._product)
        _softmax(self._product, -1, False, out=tick.weighting)

    def _write(self, tick: Tick) -> None:
        """Write M_t = M_{t-1} prod (1 - w e) + sum w a."""
        erased = tick.memory_before
        for i in range(self.design.heads):
            erased = torch.mul(erased, self.kept(tick, i), out=tick.memory)
        tick.memory.baddbmm_(tick.add_columns, tick.write_weighting)

    def kept(self, tick: Tick, i: int) -> Tensor:
        """Return 1 - w e of write head i, (B, M, N), valid until the next call: recomputing is cheaper than storing."""
        return torch.baddbmm(self._one, tick.erase_columns[i], tick.write_rows[i], alpha=-1, out=self._kept)

    def _read_into_state(self, tick: Tick) -> None:
        torch.bmm(tick.read_weighting, tick.memory.mT, out=self._read)
        tick.reads.copy_(self._read)
