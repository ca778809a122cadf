"""Implements back-propagation through time by hand, for the time steps on a tape.

Read `Tape` from its end to its beginning: each function here differentiates the one of the same name there, in the
order of the chain rule. "d x" is the derivative of the loss by x. Weights' derivatives are products over all time steps
at once, after the loop.
"""

from __future__ import annotations

import torch
from torch import Tensor

from metascope.simulator.learners.ntm.addressing import LIMIT, TINY
from metascope.simulator.learners.ntm.forward import Tape, Tick
from metascope.simulator.learners.ntm.reference import MEMORY, Weights

_sigmoid_backward = torch.ops.aten.sigmoid_backward.grad_input  # d s (1 - s)
_tanh_backward = torch.ops.aten.tanh_backward.grad_input  # d (1 - tanh^2)
_softmax_backward = torch.ops.aten._softmax_backward_data.out  # s (d - sum d s); only into contiguous buffers
_softplus_backward = torch.ops.aten.softplus_backward.grad_input
_clip_backward = torch.ops.aten.hardtanh_backward.grad_input  # 0 where it was clipped


class Adjoint:
    """Views of the derivatives by the contents of a `Tick`; "before" refers to the previous time step."""

    def __init__(self, backward: Backward, t: int) -> None:
        tape = backward.tape
        design, columns, batch = tape.design, tape.design.columns, tape.batch
        m, u, h, w = design.width, design.units, columns.heads, columns.write
        state = backward.state[t + 1]
        self.hidden = state[:, :u]  # (B, U)
        self.reads = state[:, u:].view(batch, -1, m)  # (B, R, M)
        self.seen_before = backward.state[t] if design.gated else backward.state[t, :, u:]  # (B, F) or (B, R M)
        self.rows = backward.rows[t]  # (B, G), which contain:
        self.gates = self.rows[:, : 3 * u]
        if design.gated:
            self.z_i, self.z_f, self.z_o, self.z = self.rows.chunk(4, 1)  # (B, U)
        self.raw = backward.raw[t]  # (B, P), which contain:
        self.raw_sigmoids, self.raw_softpluses, kernel, self.raw_vectors = torch.split(self.raw, columns.counts, 1)
        self.raw_kernel = kernel.view(batch, h, -1)  # (B, H, 3)
        self.raw_key = self.raw_vectors[:, : h * m].view(batch, h, m)
        self.raw_add = self.raw_vectors[:, h * m :].view(batch, w, m)
        self.weighting, self.weighting_before = backward.weighting[t + 1], backward.weighting[t]  # (B, H, N)
        self.write_rows = self.weighting[:, :w].unsqueeze(2).unbind(1)  # W of (B, 1, N)
        self.write_weighting, self.read_weighting = self.weighting[:, :w], self.weighting[:, w:]
        self.memory, self.memory_before = backward.memory[t + 1], backward.memory[t]  # (B, M, N)


class Backward:
    """The backward pass of a tape. `state`, `rows`, `raw`, `weighting`, `memory` are derivatives by the tape's buffers.

    As there, index t + 1 of `state`, `weighting` and `memory` is after time step t, and index 0 the initial state. The
    derivatives of `rows` and `raw` are before the activations.
    """

    def __init__(self, tape: Tape) -> None:
        self.tape = tape
        design, columns, batch = tape.design, tape.design.columns, tape.batch
        m, n, h, w = design.width, design.locations, columns.heads, columns.write
        self.state, self.rows, self.raw = (torch.zeros_like(x) for x in (tape.state, tape.rows, tape.raw))
        self.weighting, self.memory = torch.zeros_like(tape.weighting), torch.zeros_like(tape.memory)
        self.cell = torch.zeros_like(tape.cell[0])  # (B, U): by c, of the current time step
        self._adjoints = [Adjoint(self, t) for t in range(tape.steps)]

        def empty(*shape: int) -> Tensor:
            return tape.raw.new_empty(batch, *shape)

        self._through = torch.empty_like(self.cell)
        self._row, self._reading, self._writing = empty(1, n), empty(columns.read, n), empty(w, n)
        self._add, self._erase = empty(w, m), empty(m, 1)
        self._product, self._erased = empty(m, n), [empty(m, n) for _ in range(w - 1)]
        self._sigmoids, self._softpluses = torch.empty_like(tape.sigmoids[0]), torch.empty_like(tape.softpluses[0])
        self._erases = self._sigmoids[:, : w * m].view(batch, w, m, 1).unbind(1)  # W of (B, M, 1)
        self._gate = self._sigmoids[:, w * m :]  # (B, H)
        self._strength, self._sharpness = self._softpluses.chunk(2, 1)
        self._a, self._b, self._c = empty(h, n), empty(h, n), empty(h, n)
        self._wrapped = empty(h, n + 2)
        self._windows = tuple(self._wrapped[..., k : k + n] for k in range(3))  # d w~(i - 1), d w~(i), d w~(i + 1)
        self._offsets = self._wrapped.unfold(-1, n, 1)  # the same as one view, (B, H, 3, N)
        self._ends = self._wrapped[..., 0], self._wrapped[..., -1]
        self._edges = self._wrapped[..., 1], self._wrapped[..., -2]
        self._shares, self._kernel = empty(h, 3), empty(h, 3)
        self._spread = empty(h, 3, n)
        self._key, self._length, self._lengths = empty(h, m), empty(h, 1), empty(1, n)

    def __call__(self, weights: Weights, inputs: Tensor, outputs: Tensor, found: Weights) -> None:
        """Write the derivatives by all learned weights into `found`.

        Args:
            weights: those of the forward pass.
            inputs: those of the forward pass, (T, B, X).
            outputs: d outputs, before their sigmoid, (T, B, Y).
            found: tensors like `weights`; without "initial.memory", the memory is not learned.
        """
        count = len(inputs)
        design = self.tape.design
        self._begin(weights, outputs)
        seen = weights["controller.state"].T.contiguous()  # products with transposed matrices take twice as long
        heads = weights["heads.weight"].T.contiguous()
        for lengths in (self.tape.row_length, self.tape.key_length):
            lengths[:count].clamp_(min=TINY)  # the derivative for a row of zeros is 0, not 0 / 0
        clipped = bool((self.tape.raw[:count].abs() >= LIMIT).any())
        for t in reversed(range(count)):
            tick, adjoint = self.tape.ticks[t], self._adjoints[t]
            self._read_from_memory(tick, adjoint)
            self._write(tick, adjoint)
            self._address(tick, adjoint)
            self._content(tick, adjoint)
            self._parameters(tick, adjoint)
            if clipped:
                _clip_backward(adjoint.raw, tick.raw, -LIMIT, LIMIT, grad_input=adjoint.raw)
            adjoint.hidden.addmm_(adjoint.raw, heads)
            self._control(tick, adjoint)
            adjoint.seen_before.addmm_(adjoint.rows, seen)
        self._weights(inputs, outputs, found)
        if design.gated:
            torch.sum(self.cell, 0, out=found["initial.cell"])

    def _begin(self, weights: Weights, outputs: Tensor) -> None:
        """Start without derivatives from later time steps, and with d [h, r] from the outputs of all time steps."""
        count = len(outputs)
        state = self.state[1 : count + 1].view(count * self.tape.batch, -1)
        torch.mm(outputs.flatten(0, 1), weights["output.weight"].T, out=state)
        self.state[0].zero_()
        self.weighting[count].zero_()
        self.memory[count].zero_()
        self.cell.zero_()

    def _read_from_memory(self, tick: Tick, adjoint: Adjoint) -> None:
        """Differentiate r = w M."""
        adjoint.memory.baddbmm_(adjoint.reads.mT, tick.read_weighting)
        torch.bmm(adjoint.reads, tick.memory, out=self._reading)
        adjoint.read_weighting.add_(self._reading)

    def _write(self, tick: Tick, adjoint: Adjoint) -> None:
        """Differentiate M_t = M_{t-1} prod (1 - w e) + sum w a."""
        memory = adjoint.memory  # d M_t, then, head by head, d of the memory before its erasing
        torch.bmm(tick.add_columns.mT, memory, out=self._writing)
        adjoint.write_weighting.add_(self._writing)
        torch.bmm(tick.write_weighting, memory.mT, out=self._add)
        adjoint.raw_add.copy_(self._add)
        erased = [tick.memory_before]  # M_{t-1} after erasing by 0, 1, .. W - 1 heads
        for i, buffer in enumerate(self._erased):
            erased.append(torch.mul(erased[-1], self.tape.kept(tick, i), out=buffer))
        for i in reversed(range(len(erased))):
            torch.mul(memory, erased[i], out=self._product)  # d (1 - w e)
            torch.bmm(tick.erase_columns[i].mT, self._product, out=self._row)
            adjoint.write_rows[i].sub_(self._row)
            torch.bmm(self._product, tick.write_rows[i].mT, out=self._erase)
            torch.neg(self._erase, out=self._erases[i])
            memory = torch.mul(memory, self.tape.kept(tick, i), out=adjoint.memory_before)

    def _address(self, tick: Tick, adjoint: Adjoint) -> None:
        """Differentiate w = softmax(gamma log w~), w~ = sum w^g s, w^g = g w^c + (1 - g) w_{t-1}; d w^c is in _a."""
        _softmax_backward(adjoint.weighting, tick.weighting, -1, tick.weighting.dtype, grad_input=self._a)
        torch.mul(self._a, tick.logarithm, out=self._b)
        torch.sum(self._b, -1, out=self._sharpness)
        self._a.mul_(tick.sharpness_column)  # d log w~
        torch.div(self._a, tick.shifted, out=self._windows[1])  # d w~
        self._ends[0].copy_(self._edges[1])
        self._ends[1].copy_(self._edges[0])
        torch.mul(self._offsets, tick.interpolated_row, out=self._spread)  # d w~(i + offset) w^g(i)
        torch.sum(self._spread, -1, out=self._shares)
        interpolated = torch.mul(
            self._windows[0], tick.shares[0], out=self._b
        )  # d w^g: what was shifted left comes from the left
        interpolated.addcmul_(self._windows[1], tick.shares[1]).addcmul_(self._windows[2], tick.shares[2])
        torch.sub(tick.content, tick.weighting_before, out=self._c).mul_(interpolated)
        torch.sum(self._c, -1, out=self._gate)
        torch.mul(interpolated, tick.gate, out=self._a)
        torch.sub(interpolated, self._a, out=adjoint.weighting_before)

    def _content(self, tick: Tick, adjoint: Adjoint) -> None:
        """Differentiate w^c = softmax(beta k M / (|k| |M| + eps)), given d w^c in _a."""
        _softmax_backward(self._a, tick.content, -1, tick.content.dtype, grad_input=self._b)
        torch.mul(self._b, tick.match, out=self._c)  # beta d beta, and the part due to the lengths
        torch.sum(self._c, -1, keepdim=True, out=self._length)
        torch.div(self._length.squeeze(-1), tick.strength.squeeze(-1), out=self._strength)
        product = self._b.mul_(tick.scale)  # d (k M)
        lengths = self._c.div_(tick.lengths)  # -d (|k| |M| + eps)
        torch.bmm(tick.key_length.mT, lengths, out=self._lengths).div_(tick.row_length)  # -d |M| / |M|
        torch.bmm(lengths, tick.row_length.mT, out=self._length).div_(tick.key_length)  # -d |k| / |k|
        torch.bmm(product, tick.memory_before.mT, out=self._key)
        torch.addcmul(self._key, tick.key, self._length, value=-1, out=adjoint.raw_key)
        adjoint.memory_before.baddbmm_(tick.key.mT, product)
        adjoint.memory_before.addcmul_(tick.memory_before, self._lengths, value=-1)

    def _parameters(self, tick: Tick, adjoint: Adjoint) -> None:
        """Differentiate the activations of all heads' parameters."""
        _sigmoid_backward(self._sigmoids, tick.sigmoids, grad_input=adjoint.raw_sigmoids)
        _softplus_backward(self._softpluses, tick.raw_softpluses, 1, 20, grad_input=adjoint.raw_softpluses)
        _softmax_backward(self._shares, tick.kernel, -1, tick.kernel.dtype, grad_input=self._kernel)
        adjoint.raw_kernel.copy_(self._kernel)
        if self.tape.design.bounded:
            _tanh_backward(adjoint.raw_vectors, tick.vectors, grad_input=adjoint.raw_vectors)

    def _control(self, tick: Tick, adjoint: Adjoint) -> None:
        """Differentiate the controller, given d h."""
        if not self.tape.design.gated:
            _tanh_backward(adjoint.hidden, tick.hidden, grad_input=adjoint.rows)
            return
        cell = self.cell
        torch.mul(adjoint.hidden, tick.z_o, out=self._through)
        _tanh_backward(self._through, tick.tanh_cell, grad_input=self._through)
        cell.add_(self._through)
        torch.mul(cell, tick.z, out=adjoint.z_i)
        torch.mul(cell, tick.cell_before, out=adjoint.z_f)
        torch.mul(adjoint.hidden, tick.tanh_cell, out=adjoint.z_o)
        torch.mul(cell, tick.z_i, out=adjoint.z)
        _sigmoid_backward(adjoint.gates, tick.gates, grad_input=adjoint.gates)
        _tanh_backward(adjoint.z, tick.z, grad_input=adjoint.z)
        cell.mul_(tick.z_f)

    def _weights(self, inputs: Tensor, outputs: Tensor, found: Weights) -> None:
        """Write the derivatives of weights that all time steps share, and of the initial state."""
        tape, count, u = self.tape, len(inputs), self.tape.design.units
        rows, raw = self.rows[:count].flatten(0, 1), self.raw[:count].flatten(0, 1)  # (T B, G), (T B, P)
        before, after = tape.state[:count].flatten(0, 1), tape.state[1 : count + 1].flatten(0, 1)  # (T B, F)
        torch.mm(inputs.flatten(0, 1).T, rows, out=found["controller.input"])
        torch.mm((before if tape.design.gated else before[:, u:]).T, rows, out=found["controller.state"])
        torch.sum(rows, 0, out=found["controller.bias"])
        torch.mm(after[:, :u].T, raw, out=found["heads.weight"])
        torch.sum(raw, 0, out=found["heads.bias"])
        torch.mm(after.T, outputs.flatten(0, 1), out=found["output.weight"])
        torch.sum(outputs, (0, 1), out=found["output.bias"])
        torch.sum(self.state[0, :, u:], 0, out=found["initial.reads"])
        weighting = self.weighting[0].sum(0)  # (H, N)
        _softmax_backward(weighting, tape.weighting[0, 0], -1, weighting.dtype, grad_input=found["initial.weighting"])
        if tape.design.gated:
            torch.sum(self.state[0, :, :u], 0, out=found["initial.hidden"])
        if MEMORY in found:
            torch.sum(self.memory[0].mT, 0, out=found[MEMORY])
