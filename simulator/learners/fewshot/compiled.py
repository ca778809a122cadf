"""Does by a compiled kernel what `methods`, `adapting` and `backward` do: many updates, or adaptations, in one call.

For networks with one output and hidden layers of the same width, on the CPU, in single precision. What kernels are
given lies in memory that calls of the same sizes reuse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from metascope.simulator.engine.compiling.kernel import Call
from metascope.simulator.learners.fewshot import packing, reference
from metascope.simulator.learners.kernels import FEWSHOT
from metascope.simulator.tasks.networks import Activation, Network

if TYPE_CHECKING:
    from metascope.simulator.learners.fewshot.outer import Outer

_Shape = tuple[int, ...]
_Array = Tensor | NDArray[np.float32]
_LINE = 16  # numbers in a line of the cache


@dataclass(frozen=True)
class Moved:
    """A vector (n,), and what its outer rule remembers: Adam's moments (n,) and its count of steps (), or nothing."""

    vector: Tensor
    memory: Sequence[Tensor]


@final
class Lessons:
    """Batches of tasks from which a start learns by the gradient of the loss after adapting, or without adapting.

    Args:
        network: of squared errors.
        updates: U, the batches.
        tasks: T in each.
        shots: K, the support points per task.
        queries: Q, the query points per task.
        steps: k, of adapting.
        like: a tensor on the CPU, in single precision.
    """

    def __init__(
        self, network: Network, updates: int, tasks: int, shots: int, queries: int, steps: int, like: Tensor
    ) -> None:
        net = _net(network)
        d, h, depth, _, w = net
        p, points = packing.rows(d, h, depth), shots + queries
        scratch = [
            (updates,),
            (steps + 1, p, w),
            (steps + 2, depth, h, w),
            (steps, p, w),
            (5, p, w),
            (4, p, w),
            (steps, 2, depth, 2, shots, w),
            (steps + 1, shots),
            (depth, shots, w),
            (2, depth, 2, queries, w),
            (queries,),
            (2 * max(shots, queries), w),
        ]
        rooms = _cut(scratch)
        self._losses, self._n = torch.from_numpy(rooms[0]), network.layout.size
        nothing = torch.zeros(1)
        arrays: list[tuple[_Array, _Shape]] = [(nothing, (1,))] * 10
        arrays += list(zip(rooms, scratch, strict=True))
        self._given = (updates, tasks, points, d), (updates, tasks, points)
        sizes = [packing.LEARN, *net, updates, tasks, shots, queries, steps, 0, 0, 0]
        self._call = Call(FEWSHOT, arrays, sizes, [0.0, 0.0, 0.0])

    def learn(
        self,
        start: Moved,
        rates: float | Tensor | Moved,
        x: Tensor,
        y: Tensor,
        outer: Outer,
        *,
        second: bool = True,
    ) -> Tensor:
        """Move the start, and rates that are learned, and return the loss () before each update, (U,).

        Args:
            start: where to begin.
            rates: of adapting: one, (n,), or those to be learned.
            x: inputs, (U T, K + Q, d), of each task the support points first.
            y: targets, (U T, K + Q, 1).
            outer: moves the start and the rates.
            second: whether to differentiate through the inner gradients.
        """
        call = self._call
        self._put(0, start)
        kind = packing.ONE
        if isinstance(rates, Moved):
            self._put(4, rates)
            kind = packing.LEARNED
        elif isinstance(rates, Tensor):
            call.put(4, rates, (self._n,))
            kind = packing.EACH
        for place, (given, shape) in enumerate(zip((x, y), self._given, strict=True), 8):
            call.put(place, given.reshape(shape).contiguous(), shape)
        call.sizes[11:14] = int(second), kind, packing.RULES[outer.rule]
        largest = -1.0 if outer.largest is None else outer.largest
        call.reals[:3] = rates if isinstance(rates, float) else 0.0, outer.rate, largest
        call()
        return self._losses.clone()

    def _put(self, place: int, moved: Moved) -> None:
        self._call.put(place, moved.vector, (self._n,))
        for more, array in enumerate(moved.memory, place + 1):
            self._call.put(more, array, (self._n,) if array.dim() else ())


@final
class Minibatches:
    """Tasks on whose minibatches a start is trained, to go part of the way there. Sizes as in `Lessons`.

    Args:
        network: of squared errors.
        updates: U.
        steps: k, minibatches of each task.
        tasks: T.
        points: per minibatch.
        like: a tensor on the CPU, in single precision.
    """

    def __init__(self, network: Network, updates: int, steps: int, tasks: int, points: int, like: Tensor) -> None:
        net = _net(network)
        d, h, depth, _, w = net
        p = packing.rows(d, h, depth)
        scratch = [(updates,), (updates,), (3, p, w), (2, depth, h, w), (2, depth, 2, points, w), (points,)]
        scratch.append((2 * points, w))
        rooms = _cut(scratch)
        self._shares, self._losses, self._n = rooms[0], torch.from_numpy(rooms[1]), network.layout.size
        nothing = torch.zeros(1)
        arrays: list[tuple[_Array, _Shape]] = [(nothing, (1,)), *zip(rooms[:2], scratch[:2], strict=True)]
        arrays += [(nothing, (1,))] * 2
        arrays += list(zip(rooms[2:], scratch[2:], strict=True))
        self._given = (updates, steps, tasks, points, d), (updates, steps, tasks, points)
        self._call = Call(FEWSHOT, arrays, [packing.REPTILE, *net, updates, steps, tasks, points], [0.0])

    def train(self, phi: Tensor, rate: float, shares: Sequence[float], x: Tensor, y: Tensor) -> Tensor:
        """Move the start (n,) by each update's share of the way, and return the last minibatches' losses, (U,).

        Args:
            phi: the start, (n,).
            rate: of the inner steps.
            shares: U of them.
            x: inputs, (U, k, T, N, d).
            y: targets, (U, k, T, N, 1).
        """
        self._call.put(0, phi, (self._n,))
        for place, (given, shape) in enumerate(zip((x, y), self._given, strict=True), 3):
            self._call.put(place, given.reshape(shape).contiguous(), shape)
        self._shares[:] = shares
        self._call.reals[0] = rate
        self._call()
        return self._losses.clone()


@dataclass(frozen=True)
class Course:
    """M starts on their way to T tasks. Axes: J inner steps, n parameters, Q query points."""

    theta: Tensor  # (J + 1, M, T, n); not asked for: (0, M, T, n), and the next two are nothing
    loss: Tensor  # (J + 1, M, T) on the support points
    norm: Tensor  # (J + 1, M, T) of the gradients there
    error: Tensor  # (J + 1, M, T) on the query points, if there are any
    answers: Tensor  # (J + 1, M, T, Q); not asked for: (0, M, T, Q)


def adapted(
    network: Network,
    phi: Tensor,
    rates: float | Tensor,
    support: tuple[Tensor, Tensor],
    query: tuple[Tensor, Tensor] | None,
    steps: int,
    *,
    keeps: bool = False,
    answers: bool = False,
) -> Course:
    """Adapt every start to every task, as `adapting.adapt` and `adapting.errors` do.

    Args:
        network: of squared errors.
        phi: the starts, (M, n).
        rates: learning rates: one for all, one per start (M,), or one per parameter (M, n).
        support: x (T, K, d) and y (T, K, 1) to adapt to.
        query: other points, if errors are to be measured.
        steps: J.
        keeps: whether to return the parameters, and losses and gradients on the support points.
        answers: whether to return the outputs at the query points.
    """
    (m, n), (t, k, d) = phi.shape, support[0].shape
    net = _net(network)
    _, h, depth, _, w = net
    p = packing.rows(d, h, depth)
    query = query or (support[0][:, :0], support[1][:, :0])
    q = query[0].shape[1]
    if not isinstance(rates, Tensor):
        rates = torch.full((m,), rates)
    one = rates.dim() == 1
    found = [(steps + 1) * keeps, m, t, n], *[[steps + 1, m, t]] * 3, [(steps + 1) * answers, m, t, q]
    made = [torch.empty(shape) for shape in found]
    scratch = [(5, p, w), (2, depth, h, w), (2, depth, 2, k, w), (k,), (2, depth, 2, q, w), (q,), (2 * max(k, q), w)]
    given: list[tuple[_Array, _Shape]] = [
        (phi.contiguous(), (m, n)),
        (rates.reshape(m, -1).contiguous(), (m, 1 if one else n)),
    ]
    given += [(part.contiguous(), tuple(part.shape)) for part in (*support, *query)]
    arrays = [*given, *((part, tuple(part.shape)) for part in made), *zip(_cut(scratch), scratch, strict=True)]
    kind = packing.ONE if one else packing.EACH
    Call(FEWSHOT, arrays, [packing.ADAPT, *net, m, t, k, q, steps, kind, int(keeps), int(answers)])()
    return Course(*made)


def _net(network: Network) -> tuple[int, int, int, int, int]:
    """Return d, h, l, the activation and w of a network."""
    inputs, *hidden, outputs = network.layout.sizes
    if outputs != 1 or len(set(hidden)) != 1 or network.criterion != "squares":
        raise ValueError("the kernel is for networks with one output and hidden layers of one width")
    return inputs, hidden[0], len(hidden), packing.BENDS[network.activation], packing.padded(hidden[0])


def _cut(shapes: Sequence[_Shape]) -> list[NDArray[np.float32]]:
    """Return zeros of these shapes, each beginning with a line of the cache."""
    sizes = [int(np.prod(shape)) for shape in shapes]
    starts = np.cumsum([0, *(-(-size // _LINE) * _LINE for size in sizes)])
    room = torch.zeros(int(starts[-1])).numpy()  # which torch aligns, and numpy does not
    parts = zip(starts[:-1], sizes, shapes, strict=True)
    return [room[start : start + size].reshape(shape) for start, size, shape in parts]


def check() -> None:
    """Raise an AssertionError if meta-gradients, trained minibatches or adaptations are not those of `reference`."""
    draws = torch.Generator().manual_seed(0)
    activations: tuple[Activation, ...] = ("relu", "tanh", "sigmoid")
    for activation in activations:
        network = Network((1, 11, 11, 1), activation, "squares")
        phi = torch.rand(network.layout.size, generator=draws).sub_(0.5)
        x, y = torch.rand(2, 3, 9, 1, generator=draws).mul_(4).sub_(2)
        near, far = (x[:, :4], y[:, :4]), (x[:, 4:], y[:, 4:])
        _check_lessons(network, phi, near, far)
        course = adapted(network, phi.unsqueeze(0), 0.05, near, far, 2, keeps=True)
        for task, points in enumerate(zip(near[0].double(), near[1].double(), strict=True)):
            theta = reference.adapted(network, _double(phi), 0.05, points, 2, first=True)
            _agree(course.theta[-1, 0, task], theta.detach(), "adaptations")
        made, each = phi.clone(), [(a.double(), b.double()) for a, b in zip(x, y, strict=True)]
        Minibatches(network, 1, 3, 1, 9, phi).train(made, 0.05, [0.5], x.view(1, 3, 1, 9, 1), y.view(1, 3, 1, 9, 1))
        _agree(made, reference.reptile(network, _double(phi), 0.05, each, 0.5).detach(), "minibatches")


def _check_lessons(network: Network, phi: Tensor, near: reference.Points, far: reference.Points) -> None:
    from metascope.simulator.learners.fewshot.outer import Outer

    x, y = (torch.cat([a, b], 1) for a, b in zip(near, far, strict=True))
    outer, rates = Outer(1.0, "sgd"), phi.abs() * 0.1
    support, query = ((a.double(), b.double()) for a, b in (near, far))
    for steps in (0, 1, 3):
        start, own = phi.clone(), rates.clone()
        lessons = Lessons(network, 1, 3, 4, 5, steps, phi)
        loss = lessons.learn(Moved(start, ()), Moved(own, ()), x, y, outer)
        wanted = reference.mean_meta_gradient(network, phi.double(), rates.double(), support, query, steps)
        for found, what in zip((loss[0], phi - start, rates - own), wanted, strict=True):
            _agree(found, what, "meta-gradients")


def _double(phi: Tensor) -> Tensor:
    return phi.double().requires_grad_()


def _agree(found: Tensor, wanted: Tensor, what: str) -> None:
    """Compare with what was computed in double precision."""
    assert float((found - wanted).abs().max()) <= 1e-5 * max(0.1, float(wanted.abs().max())), what
