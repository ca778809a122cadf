"""Measures sequences per second when training a Neural Turing Machine, against the plain structure; time to learn.

The plain structure is what public PyTorch reproductions of Graves et al. (2014) share, rewritten: a module for each
head with a linear layer, a memory object, `nn.LSTM` called for each time step, a circular convolution that loops over
the batch, a Python loop over the time steps, `loss.backward()`, a clamp of each parameter's gradient and
`torch.optim.RMSprop`. "Lean autograd" is this program's own readable machine, with the same optimizer as the
hand-written pass. Training is on copies of 1 to 20 vectors of 8 bits, a memory of 128 x 20 and an LSTM of 100 units.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor, nn

from benchmarks.table import Effort, Row
from benchmarks.timing import Rates, in_turn, repeated
from metascope.simulator.engine.compiling.preparing import prepare
from metascope.simulator.engine.computing import EngineKind, prepare_thread
from metascope.simulator.engine.files.presets import find
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.story import all_stories
from metascope.simulator.learners.kernels import MANN, NTM, PRODUCT
from metascope.simulator.learners.mann import backward as mann_bptt
from metascope.simulator.learners.mann import compiled as mann_compiled
from metascope.simulator.learners.mann import reference as mann
from metascope.simulator.learners.moving.moved import Moved
from metascope.simulator.learners.ntm.bptt import Workspace, cost, lesson
from metascope.simulator.learners.ntm.compiled import CompiledMachine
from metascope.simulator.learners.ntm.reference import Design, initial, learned, run
from metascope.simulator.learners.rules import RmsProp, clip
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.simulator.stories.ntm.frame import NtmFrame

LOCATIONS, WIDTH, UNITS, LONGEST, CLIP = 128, 20, 100, 20, 10.0
BATCHES = {1: 6.0, 16: 8.0, 32: 9.0}  # with the wanted ratio to the plain structure
QUICK = (1, 16)  # those that are measured where it is to be quick
KERNELS = {1: 20.0, 16: 5.0, 32: 4.0}  # the same of the compiled kernel, to the pass that is written by hand
MANNS = 4.0  # the same of the MANN's kernel
TOGETHER = 24  # sequences, in four batches or more, that a call of the kernel learns
PLAIN, BY_HAND = "plain structure", "by hand"


@dataclass(frozen=True)
class Copies:
    """A batch of copies of L vectors: the vectors, a delimiter, then the answer."""

    inputs: Tensor  # (2 L + 1, B, 9)
    targets: Tensor  # (2 L + 1, B, 8)
    mask: Tensor  # (2 L + 1, B)


def copies(length: int, batch: int, generator: Generator) -> Copies:
    """Draw a batch of copies."""
    vectors = torch.randint(0, 2, (length, batch, 8), generator=generator).float()
    steps = 2 * length + 1
    inputs, targets, mask = torch.zeros(steps, batch, 9), torch.zeros(steps, batch, 8), torch.zeros(steps, batch)
    inputs[:length, :, :8], inputs[length, :, 8] = vectors, 1
    targets[length + 1 :], mask[length + 1 :] = vectors, 1
    return Copies(inputs, targets, mask)


class PlainMemory:
    """A memory that heads address, read and write."""

    def __init__(self, memory: Tensor) -> None:
        self.memory = memory  # (B, N, M)

    def address(self, key: Tensor, beta: Tensor, g: Tensor, s: Tensor, gamma: Tensor, before: Tensor) -> Tensor:
        """Return the weighting (B, N)."""
        similar = F.cosine_similarity(self.memory + 1e-16, (key + 1e-16).unsqueeze(1), dim=-1)
        content = F.softmax(beta * similar, dim=1)
        gated = g * content + (1 - g) * before
        shifted = torch.stack([_convolved(gated[b], s[b]) for b in range(len(gated))])
        sharp = shifted**gamma
        return sharp / (sharp.sum(1, keepdim=True) + 1e-16)

    def read(self, w: Tensor) -> Tensor:
        """Return the read vector, (B, M)."""
        return torch.matmul(w.unsqueeze(1), self.memory).squeeze(1)

    def write(self, w: Tensor, erase: Tensor, add: Tensor) -> None:
        """Erase, then add."""
        erased = self.memory * (1 - torch.matmul(w.unsqueeze(-1), erase.unsqueeze(1)))
        self.memory = erased + torch.matmul(w.unsqueeze(-1), add.unsqueeze(1))


def _convolved(w: Tensor, s: Tensor) -> Tensor:
    padded = torch.cat([w[-1:], w, w[:1]])
    return F.conv1d(padded.view(1, 1, -1), s.flip(0).view(1, 1, -1)).view(-1)


class PlainHead(nn.Module):
    """A head, whose parameters come from one linear layer, split."""

    def __init__(self, *, writes: bool) -> None:
        super().__init__()
        self.sizes = [WIDTH, 1, 1, 3, 1] + [WIDTH, WIDTH] * writes
        self.linear = nn.Linear(UNITS, sum(self.sizes))
        nn.init.xavier_uniform_(self.linear.weight, gain=1.4)

    def forward(self, hidden: Tensor, before: Tensor, memory: PlainMemory) -> tuple[Tensor, Tensor | None]:
        """Return the weighting and, for a read head, the read vector."""
        key, beta, g, s, gamma, *vectors = torch.split(self.linear(hidden), self.sizes, dim=1)
        beta, g, s, gamma = F.softplus(beta), torch.sigmoid(g), F.softmax(s, dim=1), 1 + F.softplus(gamma)
        w = memory.address(key, beta, g, s, gamma, before)
        if vectors:
            memory.write(w, torch.sigmoid(vectors[0]), vectors[1])
            return w, None
        return w, memory.read(w)


class PlainMachine(nn.Module):
    """Controller, heads and memory, as modules."""

    def __init__(self) -> None:
        super().__init__()
        self.lstm = nn.LSTM(9 + WIDTH, UNITS)
        self.heads = nn.ModuleList([PlainHead(writes=True), PlainHead(writes=False)])
        self.output = nn.Linear(UNITS + WIDTH, 8)
        self.hidden, self.cell = (nn.Parameter(0.05 * torch.randn(1, 1, UNITS)) for _ in range(2))
        self.register_buffer("start", torch.empty(LOCATIONS, WIDTH).uniform_(-0.08, 0.08))
        self.register_buffer("first_read", 0.01 * torch.randn(1, WIDTH))

    def forward(self, inputs: Tensor) -> Tensor:
        """Return probabilities (T, B, 8)."""
        batch = inputs.shape[1]
        memory = PlainMemory(self.get_buffer("start").repeat(batch, 1, 1))
        state = self.hidden.repeat(1, batch, 1), self.cell.repeat(1, batch, 1)
        read = self.get_buffer("first_read").repeat(batch, 1)
        weightings = [torch.zeros(batch, LOCATIONS) for _ in self.heads]
        outputs = []
        for x in inputs:
            hidden, state = self.lstm(torch.cat([x, read], dim=1).unsqueeze(0), state)
            hidden = hidden.squeeze(0)
            for i, head in enumerate(self.heads):
                weightings[i], found = head(hidden, weightings[i], memory)
                read = read if found is None else found
            outputs.append(torch.sigmoid(self.output(torch.cat([hidden, read], dim=1))))
        return torch.stack(outputs)


Train = Callable[[Copies], None]


def plain() -> Train:
    """Return training with the plain structure."""
    torch.manual_seed(0)
    machine = PlainMachine()
    optimizer = torch.optim.RMSprop(machine.parameters(), lr=1e-4, alpha=0.95, momentum=0.9)
    criterion = nn.BCELoss()

    def train(given: Copies) -> None:
        optimizer.zero_grad()
        answer = len(given.inputs) // 2
        loss = criterion(machine(given.inputs)[answer + 1 :], given.targets[answer + 1 :])
        loss.backward()
        for parameter in machine.parameters():
            assert parameter.grad is not None
            parameter.grad.clamp_(-CLIP, CLIP)
        optimizer.step()

    return train


class Training:
    """Training with this program's machine, by hand or by autograd."""

    def __init__(self, *, by_hand: bool, rate: float = 1e-4, seed: int = 0) -> None:
        self.design = Design(9, 8, units=UNITS, locations=LOCATIONS, width=WIDTH)
        self.weights = initial(self.design, Generator().manual_seed(seed))
        names = learned(self.design)
        sizes = [self.weights[name].numel() for name in names]
        self.vector = torch.cat([self.weights[name].flatten() for name in names])
        for name, part in zip(names, torch.split(self.vector, sizes), strict=True):
            self.weights[name] = part.view_as(self.weights[name])
        self._names, self.rule, self._rate = names, RmsProp(self.vector), rate
        self._gradient = self._by_hand if by_hand else self._by_autograd
        self._workspaces: dict[int, Workspace] = {}

    def __call__(self, given: Copies) -> None:
        """Do one step."""
        gradient = self._gradient(given)
        clip(gradient, CLIP, "elements")
        self.rule.step(self.vector, gradient, self._rate)

    def _by_hand(self, given: Copies) -> Tensor:
        workspace = self._workspaces.setdefault(given.inputs.shape[1], Workspace())
        return lesson(self.design, self.weights, given.inputs, given.targets, given.mask, workspace).vector

    def _by_autograd(self, given: Copies) -> Tensor:
        traced = {n: w.detach().requires_grad_() if n in self._names else w for n, w in self.weights.items()}
        outputs = run(self.design, traced, given.inputs).outputs
        bits = cost(outputs, given.targets, given.mask).mean()
        return torch.cat([g.flatten() for g in torch.autograd.grad(bits, [traced[n] for n in self._names])])


class Compiled:
    """Training with the compiled kernel: all batches in one call."""

    def __init__(self) -> None:
        self._start = Training(by_hand=True)
        self._machine = CompiledMachine(self._start.design)

    def __call__(self, batches: Sequence[Copies]) -> None:
        """Do one step for each batch."""
        start = self._start
        moved = Moved(start.rule)
        self._machine.teach(start.weights, start.vector, batches, moved, 1e-4, (CLIP, "elements"))


def rates(batch: int, rounds: int, seconds: float) -> Rates:
    """Return sequences per second of each way of training, over the same lengths."""
    draws, drawn = random.Random(0), Generator().manual_seed(0)
    batches = [copies(draws.randint(1, LONGEST), batch, drawn) for _ in range(max(4, TOGETHER // batch))]
    compared: dict[str, Callable[[Sequence[Copies]], object]] = {
        PLAIN: _each(plain()),
        "lean autograd": _each(Training(by_hand=False)),
        BY_HAND: _each(Training(by_hand=True)),
    }
    if NTM.ready:
        compared["compiled"] = Compiled()
    works = {name: repeated(partial(train, batches), len(batches) * batch) for name, train in compared.items()}
    return in_turn(works, rounds, seconds)


def _each(train: Train) -> Callable[[Sequence[Copies]], object]:
    def all_of(batches: Sequence[Copies]) -> None:
        for given in batches:
            train(given)

    return all_of


def seconds_to_learn(
    preset: str, seed: int, quantity: str, enough: float, most: float, engine: EngineKind = "reference"
) -> tuple[float, int, dict[str, float]]:
    """Train a scenario without its rival until a held-out metric is below `enough`.

    Return seconds, with everything that the scenario measures and shows (`most`: never), sequences, and the metrics.
    """
    settings = find(preset).settings.replaced(seed=seed, rival=False, engine=engine)
    simulation = all_stories()["ntm"].load()(settings)
    begun, metrics = time.thread_time(), dict(simulation.look().metrics)
    while (passed := time.thread_time() - begun) < most:
        frame = simulation.step()
        metrics |= frame.metrics
        if metrics[quantity] < enough:
            break
    assert isinstance(frame, NtmFrame)
    return passed, frame.sequences, metrics


def share_of_showing(preset: str, steps: int = 20) -> tuple[float, float]:
    """Return the share of a meta-step's time for the shown sequence and its recording, and both in milliseconds."""
    simulation = all_stories()[find(preset).story].load()(find(preset).settings.replaced(rival=False))
    recording, shown, whole = Recording(1 << 30), [], []
    for _ in range(steps):
        begun = time.thread_time()
        frame = simulation.step()
        done = time.thread_time()
        recording.append(frame)
        if recording.checkpoint_due(frame.step):
            recording.keep_checkpoint(frame.step, simulation.state())
        recorded = time.thread_time()
        simulation.change("learn", value=True)  # clears the cache of what was shown
        again = time.thread_time()
        simulation.look()
        looked = time.thread_time() - again
        shown.append(looked + recorded - done)
        whole.append(recorded - begun)
    return statistics.median(shown) / (statistics.median(whole) - statistics.median(shown)), 1000 * statistics.median(
        shown
    )


def mann_rates(rounds: int, seconds: float, batch: int = 16) -> Rates:
    """Return episodes per second, forward and backward, of `mann-glyphs`' network."""
    settings = find("mann-glyphs").settings
    assert isinstance(settings, MannSettings)
    sizes = {name: getattr(settings, name) for name in ("units", "heads", "locations", "width")}
    design = mann.Design(settings.side**2 + settings.classes, settings.classes, **sizes)
    weights, drawn = mann.initial(design, Generator().manual_seed(0)), Generator().manual_seed(1)
    inputs = torch.rand(settings.time_steps, batch, design.inputs, generator=drawn)
    labels = torch.randint(settings.classes, inputs.shape[:2], generator=drawn)
    workspace, room = mann_bptt.Workspace(), mann_compiled.Workspace()
    compared: dict[str, Callable[[], object]] = {
        "autograd": lambda: mann.lesson(design, weights, inputs, labels),
        BY_HAND: lambda: mann_bptt.lesson(design, weights, inputs, labels, workspace),
    }
    if MANN.ready:
        vector = torch.cat([weight.flatten() for weight in weights.values()])
        compared["compiled"] = lambda: mann_compiled.lesson(design, vector, inputs, labels, room)
    return in_turn({name: repeated(taught, batch) for name, taught in compared.items()}, rounds, seconds)


def rows(effort: Effort) -> list[Row]:
    """Return the rows."""
    prepare_thread(1)
    prepare((PRODUCT, NTM, MANN))
    table = []
    for batch in QUICK if effort.quick else BATCHES:
        wanted = BATCHES[batch]
        found, what = rates(batch, effort.rounds, effort.seconds), f"NTM, copy, batches of {batch}"
        if "compiled" in found.of:
            row = found.row(f"{what}, compiled", "sequences/s", "compiled", BY_HAND, "the pass by hand", KERNELS[batch])
            table.append(row)
        for name, least in ((BY_HAND, wanted), ("lean autograd", None)):
            table.append(found.row(f"{what}, {name}", "sequences/s", name, PLAIN, "the plain structure", least))
    if NTM.ready:
        seconds, seen, _ = seconds_to_learn("copy", 0, "ntm.wrong_bits", 0.1, 120.0, "compiled")
        table.append(Row("copy: below 0.1 wrong bits, seed 0, compiled", f"{seconds:.1f} s ({seen:,} sequences)"))
    if not effort.quick:
        engine: EngineKind = "compiled" if NTM.ready else "reference"
        learned = [seconds_to_learn("copy", seed, "ntm.wrong_bits", 0.1, 120.0, engine) for seed in range(5)]
        told = ", ".join(f"{seconds:.0f} s ({seen:,} sequences)" for seconds, seen, _ in learned)
        table.append(Row("copy: below 0.1 wrong bits, seeds 0 to 4", told))
        longer = ", ".join(f"{then['ntm.wrong_percent_40']:.2g} %" for _, _, then in learned)
        table.append(Row("copies of 40 vectors then, wrong bits", longer))
        seconds, seen, then = seconds_to_learn("associative-recall", 0, "ntm.bits", 1.0, 600.0, engine)
        told = f"{seconds:.0f} s ({seen:,} sequences, {then['ntm.bits']:.2g} bits)"
        table.append(Row("associative-recall: below 1 bit, seed 0", told))
    for preset in ("copy", "mann-glyphs"):
        share, milliseconds = share_of_showing(preset, 8 if effort.quick else 20)
        told = f"{share:.1%} of training ({milliseconds:.1f} ms per step)"
        table.append(Row(f"{preset}: what is shown and recorded", told))
    found, what = mann_rates(effort.rounds, effort.seconds), "MANN, 16 episodes of 50 pictures"
    if "compiled" in found.of:
        row = found.row(f"{what}, compiled", "episodes/s", "compiled", BY_HAND, "the pass by hand", MANNS)
        table.append(row)
    table.append(found.row(f"{what}, by hand", "episodes/s", BY_HAND, "autograd"))
    return table
