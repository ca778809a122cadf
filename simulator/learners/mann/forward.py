"""Runs the network forward in buffers that are allocated once: `reference.resume`, line by line, without a graph.

What makes it fast: the inputs' part of the controller's gates, and the outputs, are one product each for all time
steps; every view of every time step is created once. The memory is stored as (M, N), with the paper's rows as columns:
products and sums along N are several times faster than along M.
"""

from __future__ import annotations

from functools import cached_property

import torch
from torch import Tensor

from metascope.simulator.learners.mann.memory import TINY
from metascope.simulator.learners.mann.reference import Design, Weights, begin

_softmax = torch.ops.aten._softmax.out  # only into contiguous buffers: into others it writes wrong values, silently


class Tick:
    """Views of a tape at time step t. Axes as there; "before" refers to the previous time step."""

    def __init__(self, tape: Tape, t: int) -> None:
        design, batch = tape.design, tape.batch
        u, h, m = design.units, design.heads, design.width
        self.seen = tape.state[t]  # [h, r] before, (B, F)
        self.hidden = tape.state[t + 1, :, :u]  # (B, U)
        self.reads = tape.state[t + 1, :, u:].view(batch, h, m)  # (B, H, M)
        self.cell_before, self.cell, self.tanh_cell = tape.cell[t], tape.cell[t + 1], tape.tanh_cell[t]  # (B, U)
        self.rows = tape.rows[t]  # (B, 4U), which contain:
        self.gates = self.rows[:, : 3 * u]
        self.z_i, self.z_f, self.z_o, self.z = self.rows.chunk(4, 1)  # (B, U)
        self.told = tape.told[t]  # (B, P), which contain:
        self.vectors = self.told[:, :-h]
        self.key = self.told[:, : h * m].view(batch, h, m)  # (B, H, M)
        self.add = self.told[:, -h * m - h : -h].view(batch, h, m)  # (B, H, M); the key where there is no other
        self.gate, self.gate_column = self.told[:, -h:], self.told[:, -h:].unsqueeze(-1)  # (B, H), (B, H, 1)
        self.least_used = tape.least_used[t]  # (B, H)
        self.least_column, self.least = self.least_used.unsqueeze(-1), self.least_used[:, :1].unsqueeze(-1)
        self.kept = tape.kept[t]  # (B, 1, N)
        self.key_square, self.row_square = tape.key_square[t], tape.row_square[t]  # (B, H, 1), (B, 1, N)
        self.scale, self.cosine = tape.scale[t], tape.cosine[t]  # (B, H, N)
        self.write_weights = tape.write_weights[t]  # (B, H, N)
        self.read_weights_before, self.read_weights = tape.read_weights[t], tape.read_weights[t + 1]  # (B, H, N)
        self.usage_before, self.usage = tape.usage[t], tape.usage[t + 1]  # (B, 1, N)
        self.memory_before, self.memory = tape.memory[t], tape.memory[t + 1]  # (B, M, N)


class Tape:
    """The forward pass of B episodes over T time steps; buffers and axes as in `reference.Trajectory`.

    `state`, `cell`, `read_weights`, `usage` and `memory` start with the initial state, so that index t + 1 is after
    time step t.
    """

    def __init__(
        self, design: Design, steps: int, batch: int, dtype: torch.dtype, device: torch.device | None = None
    ) -> None:
        self.design, self.steps, self.batch = design, steps, batch
        u, h, n, m = design.units, design.heads, design.locations, design.width

        def empty(*shape: int, steps: int = steps) -> Tensor:
            return torch.empty(steps, batch, *shape, dtype=dtype, device=device)

        first = begin(design, batch, dtype, device)
        self.state = empty(design.features, steps=steps + 1)  # [h, r]
        self.state[0] = torch.cat([first.hidden, first.reads.flatten(1)], 1)
        self.cell = empty(u, steps=steps + 1)  # c
        self.cell[0] = first.cell
        self.read_weights = empty(h, n, steps=steps + 1)  # w^r
        self.read_weights[0] = first.read_weights
        self.usage = empty(1, n, steps=steps + 1)  # w^u
        self.usage[0] = first.usage.unsqueeze(1)
        self.memory = empty(m, n, steps=steps + 1)
        self.memory[0] = first.memory.mT
        self.rows = empty(4 * u)  # [z^i, z^f, z^o, z]
        self.tanh_cell = empty(u)
        self.told = empty(sum(design.columns))  # [k, a, sigma(alpha)], or [k, sigma(alpha)]
        self.least_used = torch.empty(steps, batch, h, dtype=torch.long, device=device)
        self.kept = empty(1, n)  # 0 at the row that is erased, 1 elsewhere
        self.key_square, self.row_square = empty(h, 1), empty(1, n)  # |k|², |M(i)|²
        self.scale = empty(h, n)  # 1 / (|k| |M(i)|)
        self.cosine = empty(h, n)  # K
        self.write_weights = empty(h, n)  # w^w
        self.outputs = empty(design.outputs)  # before the softmax
        self._square, self._key, self._read = torch.empty_like(self.memory[0]), empty(h, m)[0], empty(h, m)[0]
        self._shut, self._sharp = empty(h, 1)[0], empty(h, n)[0]
        self._ones, self._heads = self.told.new_ones(batch, 1, m), self.told.new_ones(batch, 1, h)
        self._tiny, self._one, self._sharpness = (self.told.new_full((), x) for x in (TINY, 1, design.sharpness))

    @cached_property
    def ticks(self) -> list[Tick]:
        """Views of all time steps, which take longer to make than the rest."""
        return [Tick(self, t) for t in range(self.steps)]

    def forward(self, weights: Weights, inputs: Tensor) -> Tensor:
        """Return the outputs before the softmax, (T, B, Y), of inputs (T, B, X) from an empty memory: a view."""
        rows = self.rows.view(self.steps * self.batch, -1)
        torch.addmm(weights["controller.bias"], inputs.flatten(0, 1), weights["controller.input"], out=rows)
        self.kept.fill_(1)
        for tick in self.ticks:
            self._control(tick, weights)
            self._write(tick)
            self._read_into_state(tick)
            torch.baddbmm(tick.usage_before, self._heads, tick.read_weights, beta=self.design.decay, out=tick.usage)
            tick.usage.baddbmm_(self._heads, tick.write_weights)
        seen = self.state[1:].view(self.steps * self.batch, -1)
        outputs = self.outputs.view(self.steps * self.batch, -1)
        torch.addmm(weights["output.bias"], seen, weights["output"], out=outputs)
        return self.outputs

    def _control(self, tick: Tick, weights: Weights) -> None:
        """Write gates, c, h, and the controller's parameters for the heads."""
        tick.rows.addmm_(tick.seen, weights["controller.state"])
        tick.gates.sigmoid_()
        tick.z.tanh_()
        torch.mul(tick.z_f, tick.cell_before, out=tick.cell).addcmul_(tick.z_i, tick.z)
        torch.tanh(tick.cell, out=tick.tanh_cell)
        torch.mul(tick.z_o, tick.tanh_cell, out=tick.hidden)
        torch.addmm(weights["heads.bias"], tick.hidden, weights["heads"], out=tick.told)
        tick.vectors.tanh_()
        tick.gate.sigmoid_()

    def _write(self, tick: Tick) -> None:
        """Write w^w, and M_t from what is kept of M_{t-1}."""
        order = tick.usage_before.squeeze(1).sort(dim=-1, stable=True).indices
        tick.least_used.copy_(order[:, : self.design.heads])
        torch.mul(tick.gate_column, tick.read_weights_before, out=tick.write_weights)
        torch.sub(self._one, tick.gate_column, out=self._shut)
        tick.write_weights.scatter_add_(-1, tick.least_column, self._shut)
        tick.kept.scatter_(-1, tick.least, 0)
        torch.mul(tick.memory_before, tick.kept, out=tick.memory).baddbmm_(tick.add.mT, tick.write_weights)

    def _read_into_state(self, tick: Tick) -> None:
        """Write w^r = softmax(sharpness K), and r."""
        torch.mul(tick.memory, tick.memory, out=self._square)
        torch.bmm(self._ones, self._square, out=tick.row_square)
        torch.mul(tick.key, tick.key, out=self._key)
        torch.sum(self._key, -1, keepdim=True, out=tick.key_square)
        torch.addcmul(self._tiny, tick.key_square, tick.row_square, out=tick.scale).rsqrt_()
        torch.bmm(tick.key, tick.memory, out=tick.cosine).mul_(tick.scale)
        torch.mul(tick.cosine, self._sharpness, out=self._sharp)
        _softmax(self._sharp, -1, False, out=tick.read_weights)
        torch.bmm(tick.read_weights, tick.memory.mT, out=self._read)
        tick.reads.copy_(self._read)
