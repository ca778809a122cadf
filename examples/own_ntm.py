"""Records a small Neural Turing Machine of one's own that learns to copy: plain torch, with a few lines added.

    python examples/own_ntm.py --steps 500 --out ntm.metascope
    python main.py --open ntm.metascope

Content addressing, an interpolation gate, shifts, erase and add (Graves, Wayne and Danihelka 2014), in about eighty
lines. What Metascope needs are the lines that mention `recording`.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from typing_extensions import override

from metascope.record import Recording

BITS, LOCATIONS, WIDTH, UNITS, BATCH, LONGEST = 4, 12, 8, 48, 16, 5


@dataclass
class Course:
    """What the machine did with the first sequence: T time steps, N locations."""

    memory: list[Tensor]  # each (N, width), at the start and after each time step
    read: list[Tensor]  # each (N,), the weighting of the read head
    write: list[Tensor]
    gates: list[Tensor]  # each (2,), the interpolation gates of read and write head


class Head(torch.nn.Module):
    """Where a head looks next: by content, from there by shifts of -1, 0 and 1."""

    def __init__(self) -> None:
        super().__init__()
        self.make = torch.nn.Linear(UNITS, WIDTH + 1 + 1 + 3 + 1)

    @override
    def forward(self, hidden: Tensor, memory: Tensor, before: Tensor) -> tuple[Tensor, Tensor]:
        """Return the new weighting (batch, N) and the gate (batch, 1)."""
        key, strength, gate, shift, sharp = self.make(hidden).split([WIDTH, 1, 1, 3, 1], dim=-1)
        alike = torch.cosine_similarity(memory, key.tanh()[:, None], dim=-1)
        content = torch.softmax(torch.nn.functional.softplus(strength) * alike, dim=-1)
        gate = gate.sigmoid()
        weighting = gate * content + (1 - gate) * before
        moved = torch.stack([weighting.roll(by, dims=-1) for by in (-1, 0, 1)], dim=-1)
        weighting = (moved * shift.softmax(dim=-1)[:, None]).sum(dim=-1)
        weighting = (weighting + 1e-8) ** (1 + torch.nn.functional.softplus(sharp))
        return weighting / weighting.sum(dim=-1, keepdim=True), gate


class Machine(torch.nn.Module):
    """An LSTM with a memory, a read head and a write head."""

    def __init__(self) -> None:
        super().__init__()
        self.controller = torch.nn.LSTMCell(BITS + 1 + WIDTH, UNITS)
        self.reader, self.writer = Head(), Head()
        self.change = torch.nn.Linear(UNITS, 2 * WIDTH)
        self.answer = torch.nn.Linear(UNITS + WIDTH, BITS)

    @override
    def forward(self, inputs: Tensor) -> tuple[Tensor, Course]:
        """Return logits (T, batch, bits) for inputs (T, batch, bits + 1), and what was done with the first sequence."""
        batch = inputs.shape[1]
        memory = torch.full((batch, LOCATIONS, WIDTH), 1e-3)
        read = write = torch.nn.functional.one_hot(torch.zeros(batch, dtype=torch.long), LOCATIONS).float()
        vector, state = torch.zeros(batch, WIDTH), (torch.zeros(batch, UNITS), torch.zeros(batch, UNITS))
        course, answers = Course([memory[0]], [], [], []), []
        for time in inputs:
            state = self.controller(torch.cat([time, vector], dim=-1), state)
            write, wrote = self.writer(state[0], memory, write)
            erase, add = self.change(state[0]).chunk(2, dim=-1)
            memory = memory * (1 - write[..., None] * erase.sigmoid()[:, None]) + write[..., None] * add.tanh()[:, None]
            read, gate = self.reader(state[0], memory, read)
            vector = (read[..., None] * memory).sum(dim=1)
            answers.append(self.answer(torch.cat([state[0], vector], dim=-1)))
            course.memory.append(memory[0])
            course.read.append(read[0])
            course.write.append(write[0])
            course.gates.append(torch.cat([gate[0], wrote[0]]))
        return torch.stack(answers), course


def sequences(length: int) -> tuple[Tensor, Tensor]:
    """Return inputs (2 length + 1, batch, bits + 1), a mark after the bits, and the bits (length, batch, bits)."""
    bits = torch.randint(0, 2, (length, BATCH, BITS)).float()
    inputs = torch.zeros(2 * length + 1, BATCH, BITS + 1)
    inputs[:length, :, :BITS] = bits
    inputs[length, :, BITS] = 1
    return inputs, bits


def train(steps: int, out: Path, seed: int = 0) -> tuple[list[float], Course]:
    """Train the machine; return its losses, and what it did at the last meta-step."""
    torch.manual_seed(seed)
    machine = Machine()
    optimizer = torch.optim.Adam(machine.parameters(), 1e-3)
    history: list[float] = []
    course = Course([], [], [], [])
    with Recording(out, methods=["ntm"], title="An NTM of my own", steps=steps, overwrite=True) as recording:
        for _ in range(steps):
            inputs, bits = sequences(int(torch.randint(1, LONGEST + 1, ())))
            answers, course = machine(inputs)
            loss = torch.nn.functional.binary_cross_entropy_with_logits(answers[-len(bits) :], bits)
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            torch.nn.utils.clip_grad_norm_(machine.parameters(), 10.0)
            optimizer.step()
            history.append(loss.item())
            recording.step(
                metrics={"loss": loss, "bits wrong": (answers[-len(bits) :] > 0).ne(bits > 0.5).float().mean()},
                heatmaps={"memory": course.memory},
                gates={"read": course.read, "write": course.write, "interpolation": course.gates},
            )
    return history, course


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=500, help="meta-steps")
    parser.add_argument("--out", type=Path, default=Path("own-ntm.metascope"), help="the session file")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    train(arguments.steps, arguments.out, arguments.seed)
