"""Measures meta-steps per second of second-order MAML on sine waves, against other implementations.

The work is that of Finn et al. (2017): 25 waves seen at 10 + 10 points, a network of 1-40-40-1 rectified units, Adam.
Drawing the waves is included, in the same way for all. The plain loop is what public PyTorch programs share (as
learn2learn has it), rewritten: for each task a clone of the modules, whose parameters `autograd.grad` with
`create_graph` moves; one `backward()`; Adam.
The libraries are those of the extra `bench`; one that is not installed is left out, and a row says so.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor, nn

from benchmarks.table import Effort, Row
from benchmarks.timing import Work, in_turn
from metascope.simulator.engine.compiling.preparing import prepare
from metascope.simulator.engine.computing import prepare_thread
from metascope.simulator.learners.fewshot.adapting import errors
from metascope.simulator.learners.fewshot.methods import Maml
from metascope.simulator.learners.fewshot.outer import Outer
from metascope.simulator.learners.fewshot.starts import start
from metascope.simulator.learners.kernels import FEWSHOT, PRODUCT
from metascope.simulator.tasks.networks import Network
from metascope.simulator.tasks.waves import WaveFamily, Waves

SIZES, TASKS, SHOTS, QUERIES, ALPHA, BETA = (1, 40, 40, 1), 25, 10, 10, 0.01, 1e-3
ITERATIONS, STEPS_OF_TEST = 10_000, 10
TOGETHER = 40  # iterations in a call of the compiled kernel, as in the scenario sine-maml
KERNEL, BY_HAND = "the compiled kernel", "by hand"
FASTER = 2.0  # the wanted ratio of the kernel to the pass by hand
WANTED = {1: 30.0, 5: 35.0}  # inner steps, with the wanted ratio to the best task loop
Learn = Callable[[Waves, Waves], object]
Makers = dict[str, tuple[str, Callable[[int], Learn]]]  # by name: the required package, and the function that makes it


def ours(steps: int) -> Learn:
    """Return this program's hand-written meta-step."""
    return Maml(network(), start_of_network(), ALPHA, Outer(BETA), steps).learn


def kernel(steps: int) -> Work:
    """Return this program's compiled meta-step, several in a call."""
    method, draws, family = (
        Maml(network(), start_of_network(), ALPHA, Outer(BETA), steps),
        Generator().manual_seed(0),
        WaveFamily(),
    )

    def iterate() -> int:
        method.learn_all(family.sample(TOGETHER * TASKS, SHOTS + QUERIES, draws), TOGETHER, SHOTS)
        return TOGETHER

    return iterate


def drawn(learn: Learn) -> Work:
    """Return a meta-step with the drawing of its waves."""
    draws, family = Generator().manual_seed(0), WaveFamily()

    def iterate() -> int:
        learn(*family.sample(TASKS, SHOTS + QUERIES, draws).split(SHOTS))
        return 1

    return iterate


def plain_loop(steps: int) -> Learn:
    """Return a meta-step as a loop over the tasks, each with a clone of the modules."""
    model = _module()
    optimizer = torch.optim.Adam(model.parameters(), lr=BETA)

    def learn(support: Waves, query: Waves) -> None:
        optimizer.zero_grad()
        total = torch.zeros(())
        for x, y, far, there in _each(support, query):
            fast = _clone(model)
            for _ in range(steps):
                parameters = list(fast.parameters())
                slopes = torch.autograd.grad(F.mse_loss(fast(x), y), parameters, create_graph=True)
                _move(fast, {p: -ALPHA * slope for p, slope in zip(parameters, slopes, strict=True)})
            total = total + F.mse_loss(fast(far), there)
        (total / TASKS).backward()  # type: ignore[no-untyped-call]
        optimizer.step()

    return learn


def _clone(module: nn.Module) -> nn.Module:
    """Return a copy of the module whose parameters are clones, which autograd knows to come from it."""
    copy: nn.Module = module.__new__(type(module))
    copy.__dict__ = module.__dict__.copy()
    copy._parameters = {name: None if p is None else p.clone() for name, p in module._parameters.items()}  # type: ignore
    copy._buffers = module._buffers.copy()
    copy._modules = {name: None if m is None else _clone(m) for name, m in module._modules.items()}
    return copy


def _move(module: nn.Module, by: dict[Tensor, Tensor]) -> None:
    """Put p + by[p] in the place of every parameter."""
    for name, p in module._parameters.items():
        if p is not None:
            module._parameters[name] = p + by[p]  # type: ignore[assignment]
    for part in module._modules.values():
        if part is not None:
            _move(part, by)


def torchopt_loop(steps: int) -> Learn:
    """Return a meta-step as TorchOpt's examples write it."""
    torchopt: Any = import_module("torchopt")
    model = _module()
    inner, optimizer = torchopt.MetaSGD(model, lr=ALPHA), torch.optim.Adam(model.parameters(), lr=BETA)

    def learn(support: Waves, query: Waves) -> None:
        optimizer.zero_grad()
        before, of_inner = torchopt.extract_state_dict(model, by="reference"), torchopt.extract_state_dict(inner)
        total = torch.zeros(())
        for x, y, far, there in _each(support, query):
            for _ in range(steps):
                inner.step(F.mse_loss(model(x), y))
            total = total + F.mse_loss(model(far), there)
            torchopt.recover_state_dict(model, before)
            torchopt.recover_state_dict(inner, of_inner)
        (total / TASKS).backward()  # type: ignore[no-untyped-call]
        optimizer.step()

    return learn


def higher_loop(steps: int) -> Learn:
    """Return a meta-step as higher's examples write it."""
    higher: Any = import_module("higher")
    model = _module()
    optimizer, inner = torch.optim.Adam(model.parameters(), lr=BETA), torch.optim.SGD(model.parameters(), lr=ALPHA)

    def learn(support: Waves, query: Waves) -> None:
        optimizer.zero_grad()
        for x, y, far, there in _each(support, query):
            with higher.innerloop_ctx(model, inner, copy_initial_weights=False) as (fast, differentiable):
                for _ in range(steps):
                    differentiable.step(F.mse_loss(fast(x), y))
                (F.mse_loss(fast(far), there) / TASKS).backward()  # type: ignore[no-untyped-call]
        optimizer.step()

    return learn


def vmapped(steps: int) -> Learn:
    """Return a meta-step by `torch.func`: the gradient of a `vmap` over the tasks."""
    model = _module()
    optimizer = torch.optim.Adam(model.parameters(), lr=BETA)
    parameters: dict[str, Tensor] = dict(model.named_parameters())

    def loss(fast: dict[str, Tensor], x: Tensor, y: Tensor) -> Tensor:
        return F.mse_loss(torch.func.functional_call(model, fast, (x,)), y)

    def after(begun: dict[str, Tensor], x: Tensor, y: Tensor, far: Tensor, there: Tensor) -> Tensor:
        fast = begun
        for _ in range(steps):
            slopes = torch.func.grad(loss)(fast, x, y)
            fast = {name: parameter - ALPHA * slopes[name] for name, parameter in fast.items()}
        return loss(fast, far, there)

    over_tasks = torch.func.vmap(after, in_dims=(None, 0, 0, 0, 0))

    def learn(support: Waves, query: Waves) -> None:
        optimizer.zero_grad()
        over_tasks(parameters, support.x, support.y, query.x, query.y).mean().backward()
        optimizer.step()

    return learn


LOOPS = {
    "the plain loop": ("torch", plain_loop),
    "TorchOpt": ("torchopt", torchopt_loop),
    "higher": ("higher", higher_loop),
}
OTHERS: Makers = {"torch.func": ("torch", vmapped)}


def learned(iterations: int = ITERATIONS) -> tuple[float, float]:
    """Return the seconds that training takes, and the error after 10 steps on 10 points of 1,000 held-out waves."""
    draws, family = Generator().manual_seed(0), WaveFamily()
    method = Maml(network(), start_of_network(), ALPHA, Outer(BETA))
    begun = time.thread_time()
    for _ in range(iterations):
        method.learn(*family.sample(TASKS, SHOTS + QUERIES, draws).split(SHOTS))
    passed = time.thread_time() - begun
    support, query = family.sample(1000, SHOTS + 50, Generator().manual_seed(1)).split(SHOTS)
    found = errors(method.network, method.phi.unsqueeze(0), ALPHA, support, query, STEPS_OF_TEST)
    return passed, float(found[-1].mean())


def rows(effort: Effort) -> list[Row]:
    """Return the rows."""
    prepare_thread(1)
    ready = prepare((PRODUCT, FEWSHOT))
    table = []
    for steps, wanted in WANTED.items():
        makers = LOOPS | OTHERS
        there = {name: drawn(make(steps)) for name, (package, make) in makers.items() if find_spec(package) is not None}
        kernels = {KERNEL: kernel(steps)} if ready else {}
        found = in_turn({BY_HAND: drawn(ours(steps))} | kernels | there, effort.rounds, effort.seconds)
        best = found.best([name for name in LOOPS if name in there])
        what, unit = f"MAML, 25 sine tasks, {steps} inner step{'s' * (steps > 1)}", "iterations/s"
        for name in makers:
            if name not in there:
                table.append(Row(what, f"{name} is not installed: it comes with the extra `bench`"))
                continue
            table.append(found.row(what, unit, BY_HAND, name, wanted={best: wanted, "torch.func": 5.0}.get(name)))
        if kernels:
            table.append(found.row(f"{what}, compiled", unit, KERNEL, BY_HAND, "the pass by hand", FASTER))
    passed, error = learned(1000 if effort.quick else ITERATIONS)
    count = 1000 if effort.quick else ITERATIONS
    table.append(Row(f"MAML, {count:,} iterations", f"{passed:.1f} s, error {error:.3f} after 10 steps on 10 points"))
    return table


def network() -> Network:
    """Return the network that is trained."""
    return Network(SIZES, "relu", "squares")


def start_of_network() -> Tensor:
    """Return where it starts."""
    return start(network(), "uniform", Generator().manual_seed(0))


def _module() -> nn.Module:
    """Return the same network, from the same start, as modules."""
    layers: list[nn.Module] = []
    for weight, bias in network().layout.layers(start_of_network()):
        linear = nn.Linear(weight.shape[1], weight.shape[0])
        with torch.no_grad():
            linear.weight.copy_(weight)
            linear.bias.copy_(bias[:, 0])
        layers += [linear, nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def _each(support: Waves, query: Waves) -> zip[tuple[Tensor, ...]]:
    """Return each task's x and y of the support points, then of the query points."""
    return zip(support.x, support.y, query.x, query.y, strict=True)
