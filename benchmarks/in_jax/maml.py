"""Second-order MAML on sine waves in compiled JAX: a gradient through `vmap` over the tasks (Finn et al., 2017)."""

from __future__ import annotations

from typing import Any

import numpy as np
from torch import Generator

from benchmarks.in_jax.thread import require_alike
from benchmarks.maml import ALPHA, BETA, QUERIES, SHOTS, TASKS, TOGETHER, kernel, network, start_of_network
from benchmarks.timing import Work
from metascope.simulator.learners.fewshot.methods import Maml
from metascope.simulator.learners.fewshot.outer import Outer
from metascope.simulator.tasks.waves import WaveFamily


def compared(jax: Any, steps: int) -> dict[str, Work]:
    """Return the kernel, and JAX with one and with `TOGETHER` meta-steps in a call, each with drawing its waves."""
    return {"compiled": kernel(steps), "one call each": in_jax(jax, steps, 1), "one call": in_jax(jax, steps, TOGETHER)}


def in_jax(jax: Any, steps: int, together: int) -> Work:
    """Return meta-steps by JAX, Adam included."""
    jnp = jax.numpy
    layers = [(w.mT.numpy().copy(), b[:, 0].numpy().copy()) for w, b in network().layout.layers(start_of_network())]
    weights = jax.tree.map(jnp.asarray, layers)
    gradient = _gradient(jax, steps)
    _check(jax, gradient, weights, steps)

    def step(carried: Any, tasks: Any) -> Any:
        weights, first, second, t = carried
        slopes, t = gradient(weights, *tasks), t + 1
        first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, slopes)
        second = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, second, slopes)
        size, scale = BETA / (1 - 0.9**t), 1 / (1 - 0.999**t)
        moved = jax.tree.map(lambda p, m, v: p - size * m / (jnp.sqrt(v * scale) + 1e-8), weights, first, second)
        return (moved, first, second, t), None

    train = jax.jit(lambda carried, tasks: jax.lax.scan(step, carried, tasks)[0])
    zeros = jax.tree.map(jnp.zeros_like, weights)
    carried = (weights, zeros, zeros, jnp.zeros(()))
    draws, family = Generator().manual_seed(0), WaveFamily()

    def work() -> int:
        nonlocal carried
        drawn = family.sample(together * TASKS, SHOTS + QUERIES, draws).split(SHOTS)
        tasks = [part.numpy().reshape(together, TASKS, -1, 1) for waves in drawn for part in (waves.x, waves.y)]
        carried = jax.block_until_ready(train(carried, tasks))
        return together

    return work


def _gradient(jax: Any, steps: int) -> Any:
    """Return the meta-gradient as a function of weights and tasks: x and y of the support, then of the query."""
    jnp = jax.numpy

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

    return jax.grad(objective)


def _check(jax: Any, gradient: Any, weights: Any, steps: int) -> None:
    """Compare with the step that ours takes by plain gradient descent of rate 1."""
    support, query = WaveFamily().sample(TASKS, SHOTS + QUERIES, Generator().manual_seed(1)).split(SHOTS)
    method = Maml(network(), start_of_network(), ALPHA, Outer(1.0, "sgd"), steps)
    before = method.phi.clone()
    method.learn_all(WaveFamily().sample(TASKS, SHOTS + QUERIES, Generator().manual_seed(1)), 1, SHOTS)
    ours = before - method.phi
    theirs = jax.jit(gradient)(weights, *(part.numpy() for waves in (support, query) for part in (waves.x, waves.y)))
    wanted = [part for w, b in network().layout.layers(ours) for part in (w.mT.numpy(), b[:, 0].numpy())]
    for found, own in zip(jax.tree.leaves(theirs), wanted, strict=True):
        require_alike(np.asarray(found), own, "MAML", 1e-3)
