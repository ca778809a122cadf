"""Losses and gradients of problems, and hand-made optimizers, by compiled kernels."""

from __future__ import annotations

from itertools import pairwise
from typing import final

import torch
from torch import Tensor

from metascope.simulator.engine.compiling.kernel import Array, Call, Kernel
from metascope.simulator.learners.kernels import DESCENT, NETWORKS, QUADRATICS
from metascope.simulator.learners.learned_optimizer.rivals import RULES, Descent
from metascope.simulator.learners.learned_optimizer.rivals import descend as descend_by_reference
from metascope.simulator.tasks.classification import PictureProblems
from metascope.simulator.tasks.networks import Network
from metascope.simulator.tasks.problems import Problems
from metascope.simulator.tasks.quadratics import Quadratics
from metascope.simulator.tasks.sines import Sines

_ACTIVATIONS = ("sigmoid", "tanh", "relu")
_ORDER = ("sgd", "nesterov", "rmsprop", "adam")
_Arguments = tuple[list[tuple[Array, tuple[int, ...]]], list[int], list[float]]


def has_kernel(problems: Problems) -> bool:
    """Return whether a kernel computes the losses of these problems, in single precision on the CPU."""
    start = problems.start()
    known = isinstance(problems, Quadratics | Sines | PictureProblems)
    return known and start.dtype == torch.float32 and start.device.type == "cpu"


@final
class Evaluator:
    """Losses and gradients of problems for which `has_kernel` is true.

    Raises:
        Unusable: the kernel is not ready.
    """

    def __init__(self, problems: Problems) -> None:
        self.problems, self.count, self.size = problems, problems.count, problems.size
        kernel, (arrays, sizes, reals) = _arguments(problems)
        empty = torch.empty(0)
        given = [(empty, (0,)), (empty, (0,)), (empty, (0,)), *arrays]
        self._call = Call(kernel, given, [0, 0, 0, problems.size, *sizes], reals)
        self.tables = self._call.tables()

    def __call__(self, theta: Tensor, t: int) -> tuple[Tensor, Tensor]:
        """Return the losses (B,) at theta (B, n) and their gradients (B, n); `t` as `Problems` has it."""
        loss, gradient = theta.new_empty(self.count), torch.empty_like(theta, memory_format=torch.contiguous_format)
        theta = theta.contiguous()
        for place, array in enumerate((theta, gradient, loss)):
            self._call.put(place, array, tuple(array.shape))
        self._call.sizes[:3] = 0, self.count, t
        self._call()
        return loss, gradient


def _arguments(problems: Problems) -> tuple[Kernel, _Arguments]:
    if isinstance(problems, Quadratics):
        return QUADRATICS, _of_quadratics(problems)
    if isinstance(problems, Sines):
        return NETWORKS, _of_sines(problems)
    assert isinstance(problems, PictureProblems), "the only other problems with a kernel"
    return NETWORKS, _of_pictures(problems)


def _of_quadratics(problems: Quadratics) -> _Arguments:
    b, n = problems.count, problems.size
    matrix, turned = problems.matrix.contiguous(), problems.matrix.mT.contiguous()
    each = (b, n, n)
    return [(matrix, each), (turned, each), (problems.target, (b, n)), (torch.empty(n), (n,))], [], []


def _of_sines(problems: Sines) -> _Arguments:
    (x, y), (query_x, query_y) = problems.support, problems.query
    data = [x[:0], x, y, query_x, query_y]
    return _of_network(problems.network, data, 1, problems.count, x.shape[1], query_x.shape[1], (0.0, 1.0))


def _of_pictures(problems: PictureProblems) -> _Arguments:
    rows, tests = problems.rows.contiguous(), problems.test_rows.to(torch.int32).contiguous()
    labels, test_labels = problems.labels.contiguous(), problems.test_labels.to(torch.uint8).contiguous()
    pool = problems.pool
    data = [pool.grey, rows, labels, tests, test_labels]
    scaling = pool.mean, 1 / pool.deviation
    return _of_network(problems.network, data, len(rows), problems.count, rows.shape[-1], tests.shape[-1], scaling)


def _of_network(
    network: Network,
    data: list[Tensor],
    batches: int,
    count: int,
    examples: int,
    tests: int,
    scaling: tuple[float, float],
) -> _Arguments:
    """Return the arguments of `kernel.networks` for minibatches or points: see there."""
    sizes, most = network.layout.sizes, max(examples, tests)
    widest = most * max(sizes[1:])
    seen, turned = most * sum(sizes), max(d * h for d, h in pairwise(sizes))
    own = torch.tensor(sizes)
    scratch = [(torch.empty(size), (size,)) for size in (seen, widest, widest, turned)]
    arrays: list[tuple[Array, tuple[int, ...]]] = [(own, (len(sizes),))]
    arrays += [(part, tuple(part.shape)) for part in data]
    arrays += scratch
    kind = (int(data[0].dtype == torch.uint8), len(sizes) - 1, _ACTIVATIONS.index(network.activation))
    known = (int(network.criterion == "cross-entropy"), batches, count, examples, tests)
    return arrays, [*kind, *known, seen, widest, turned, -1, -1, data[0].numel()], [*scaling]


def descend(
    rule: str, problems: Problems, theta: Tensor, rates: Tensor, updates: int, keep: Tensor | None = None
) -> Descent:
    """Do what `rivals.descend` does, by a kernel where the problems have one."""
    if not has_kernel(problems) or rule not in RULES:
        return descend_by_reference(rule, problems, theta, rates, updates, keep)
    each_rate = rates.tolist()
    if len(different := sorted(set(each_rate))) < len(rates):  # a rate's run does not depend on the others
        once = descend(rule, problems, theta, rates.new_tensor(different), updates, keep)
        which = torch.tensor([different.index(rate) for rate in each_rate])
        each = once.losses[:, which], once.test_losses[which], once.path[:, which], once.ends[which]
        return Descent(*each, once.stopped[which])
    evaluator, theta, rates = Evaluator(problems), theta.contiguous(), rates.to(theta).contiguous()
    (b, n), k = theta.shape, len(rates)
    keep = torch.empty(0, dtype=torch.long) if keep is None else keep.contiguous()
    losses, tests = theta.new_empty(updates + 1, k, b), theta.new_empty(k, b)
    ends, stopped = theta.new_empty(k, b, n), torch.empty(k, b, dtype=torch.long)
    path = theta.new_empty(updates + 1, k, len(keep))
    state, found = theta.new_empty(k, 4, n), theta.new_empty(n + 1)
    arrays: list[Array] = [theta, rates, losses, tests, ends, stopped, keep, path, state, found]
    sizes = [b, n, k, updates, _ORDER.index(rule), len(keep), *evaluator.tables]
    Call(DESCENT, [(array, tuple(array.shape)) for array in arrays], sizes)()
    return Descent(losses, tests, path, ends, stopped)
