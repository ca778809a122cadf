"""Measures meta-steps per second of second-order MAML on sine waves, against other implementations.

The work is that of Finn et al. (2017): 25 waves seen at 10 + 10 points, a network of 1-40-40-1 rectified units, Adam.
Drawing the waves is included, in the same way for all. The plain loop is what public PyTorch programs share (as
learn2learn has it), rewritten: for each task a clone of the modules, whose parameters `autograd.grad` with
`create_graph` moves; one `backward()`; Adam.
The libraries and JAX are those of the extra `bench`; one that is not installed is left out, and a row says so.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor, nn

from benchmarks.table import Effort, Row
from simulator.engine.compiling.preparing import prepare
from simulator.engine.computing import prepare_thread
from simulator.engine.files.presets import find
from simulator.learners.fewshot.adapting import errors
from simulator.learners.fewshot.methods import Maml
from simulator.learners.fewshot.outer import Outer
from simulator.learners.fewshot.starts import start
from simulator.learners.kernels import FEWSHOT, PRODUCT
from simulator.stories.sines.settings import SinesSettings
from simulator.stories.sines.simulation import SinesSimulation
from simulator.tasks.networks import Network
from simulator.tasks.waves import WaveFamily, Waves

SIZES, TASKS, SHOTS, QUERIES, ALPHA, BETA = (1, 40, 40, 1), 25, 10, 10, 0.01, 1e-3
ITERATIONS, STEPS_OF_TEST = 10_000, 10
TOGETHER = 40  # iterations in a call of the compiled kernel, as in the scenario sine-maml
KERNEL, BY_HAND = "the compiled kernel", "by hand"
FASTER = {BY_HAND: 2.0, "JAX, compiled": 2.5}  # the wanted ratio of the kernel to others
WANTED = {1: 30.0, 5: 35.0}  # inner steps, with the wanted ratio to the best task loop
Learn = Callable[[Waves, Waves], object]
Iterate = Callable[[], int]  # does meta-steps, and returns how many
Makers = dict[str, tuple[str, Callable[[int], Learn]]]  # by name: the required package, and the function that makes it


def ours(steps: int) -> Learn:
    """Return this program's hand-written meta-step."""
    return Maml(_network(), _start(), ALPHA, Outer(BETA), steps).learn


def kernel(steps: int) -> Iterate:
    """Return this program's compiled meta-step, several in a call."""
    method, draws, family = (
        Maml(_network(), _start(), ALPHA, Outer(BETA), steps),
        Generator().manual_seed(0),
        WaveFamily(),
    )

    def iterate() -> int:
        method.learn_all(family.sample(TOGETHER * TASKS, SHOTS + QUERIES, draws), TOGETHER, SHOTS)
        return TOGETHER

    return iterate


def drawn(learn: Learn) -> Iterate:
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


def compiled_jax(steps: int) -> Learn:
    """Return a meta-step compiled by JAX, Adam included, with one call each."""
    os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")
    jax: Any = import_module("jax")
    jnp: Any = import_module("jax.numpy")
    layers = [(w.mT.numpy(), b[:, 0].numpy()) for w, b in _network().layout.layers(_start())]
    weights: Any = jax.tree.map(jnp.asarray, layers)
    moments: Any = [jax.tree.map(jnp.zeros_like, weights) for _ in range(2)]

    def loss(fast: Any, x: Any, y: Any) -> Any:
        for w, b in fast[:-1]:
            x = jax.nn.relu(x @ w + b)
        w, b = fast[-1]
        return jnp.mean((x @ w + b - y) ** 2)

    def after(begun: Any, x: Any, y: Any, far: Any, there: Any) -> Any:
        fast = begun
        for _ in range(steps):
            fast = jax.tree.map(lambda p, g: p - ALPHA * g, fast, jax.grad(loss)(fast, x, y))
        return loss(fast, far, there)

    def objective(begun: Any, *tasks: Any) -> Any:
        return jax.vmap(after, in_axes=(None, 0, 0, 0, 0))(begun, *tasks).mean()

    def iteration(weights: Any, first: Any, second: Any, t: Any, *tasks: Any) -> Any:
        slopes = jax.grad(objective)(weights, *tasks)
        first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, slopes)
        second = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, second, slopes)
        size, scale = BETA / (1 - 0.9**t), 1 / (1 - 0.999**t)
        moved = jax.tree.map(lambda p, m, v: p - size * m / (jnp.sqrt(v * scale) + 1e-8), weights, first, second)
        return moved, first, second

    iterate, count = jax.jit(iteration), 0

    def learn(support: Waves, query: Waves) -> None:
        nonlocal weights, moments, count
        count += 1
        tasks = (part.numpy() for part in (support.x, support.y, query.x, query.y))
        weights, *moments = iterate(weights, *moments, float(count), *tasks)
        jax.block_until_ready(weights)

    return learn


LOOPS = {
    "the plain loop": ("torch", plain_loop),
    "TorchOpt": ("torchopt", torchopt_loop),
    "higher": ("higher", higher_loop),
}
OTHERS: Makers = {"torch.func": ("torch", vmapped), "JAX, compiled": ("jax", compiled_jax)}


def rates(compared: dict[str, Iterate], rounds: int, seconds: float) -> dict[str, float]:
    """Return meta-steps per second, medians of alternating rounds, the drawing of the waves included."""
    found: dict[str, list[float]] = {name: [] for name in compared}
    for turn in range(rounds + 1):  # the first warms up
        for name, iterate in compared.items():
            done, begun = 0, time.perf_counter()
            while done < 3 or time.perf_counter() - begun < (seconds if turn else 0.0):
                done += iterate()
            found[name].append(done / (time.perf_counter() - begun))
    return {name: statistics.median(each[1:]) for name, each in found.items()}


def learned(iterations: int = ITERATIONS) -> tuple[float, float]:
    """Return the seconds that training takes, and the error after 10 steps on 10 points of 1,000 held-out waves."""
    draws, family = Generator().manual_seed(0), WaveFamily()
    method = Maml(_network(), _start(), ALPHA, Outer(BETA))
    begun = time.perf_counter()
    for _ in range(iterations):
        method.learn(*family.sample(TASKS, SHOTS + QUERIES, draws).split(SHOTS))
    passed = time.perf_counter() - begun
    support, query = family.sample(1000, SHOTS + 50, Generator().manual_seed(1)).split(SHOTS)
    found = errors(method.network, method.phi.unsqueeze(0), ALPHA, support, query, STEPS_OF_TEST)
    return passed, float(found[-1].mean())


def story(effort: Effort) -> Row:
    """Return how many meta-steps per second the scenario sine-maml does, frames and measurements included."""
    settings = find("sine-maml").settings

    def run(engine: str) -> Iterate:
        made = SinesSimulation(SinesSettings.parse({**settings.model_dump(mode="json"), "engine": engine}))

        def iterate() -> int:
            made.step()
            return 1

        return iterate

    found = rates({engine: run(engine) for engine in ("compiled", "reference")}, effort.rounds, 3 * effort.seconds)
    what = "the whole scenario sine-maml, compiled"
    return Row(what, "", found["compiled"], "meta-steps/s", found["reference"], "the reference", FASTER[BY_HAND])


def rows(effort: Effort) -> list[Row]:
    """Return the rows."""
    prepare_thread(1)
    ready = prepare((PRODUCT, FEWSHOT))
    table = []
    for steps, wanted in WANTED.items():
        makers = LOOPS | OTHERS
        there = {name: drawn(make(steps)) for name, (package, make) in makers.items() if find_spec(package) is not None}
        kernels = {KERNEL: kernel(steps)} if ready else {}
        found = rates({BY_HAND: drawn(ours(steps))} | kernels | there, effort.rounds, effort.seconds)
        best = max((name for name in LOOPS if name in found), key=lambda name: found[name])
        for name in makers:
            what = f"MAML, 25 sine tasks, {steps} inner step{'s' * (steps > 1)}"
            if name not in found:
                table.append(Row(what, f"{name} is not installed: it comes with the extra `bench`"))
                continue
            least = {best: wanted, "torch.func": 5.0, "JAX, compiled": 0.75}.get(name)
            table.append(Row(what, "", found[BY_HAND], "iterations/s", found[name], name, least))
        for name, faster in FASTER.items():
            if KERNEL in found and name in found:
                compared = f"{what}, compiled"
                table.append(Row(compared, "", found[KERNEL], "iterations/s", found[name], name, faster))
    if ready:
        table.append(story(effort))
    passed, error = learned(1000 if effort.quick else ITERATIONS)
    count = 1000 if effort.quick else ITERATIONS
    table.append(Row(f"MAML, {count:,} iterations", f"{passed:.1f} s, error {error:.3f} after 10 steps on 10 points"))
    return table


def _network() -> Network:
    return Network(SIZES, "relu", "squares")


def _start() -> Tensor:
    return start(_network(), "uniform", Generator().manual_seed(0))


def _module() -> nn.Module:
    """Return the same network, from the same start, as modules."""
    layers: list[nn.Module] = []
    for weight, bias in _network().layout.layers(_start()):
        linear = nn.Linear(weight.shape[1], weight.shape[0])
        with torch.no_grad():
            linear.weight.copy_(weight)
            linear.bias.copy_(bias[:, 0])
        layers += [linear, nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def _each(support: Waves, query: Waves) -> zip[tuple[Tensor, ...]]:
    """Return each task's x and y of the support points, then of the query points."""
    return zip(support.x, support.y, query.x, query.y, strict=True)
