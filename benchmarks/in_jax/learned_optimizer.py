"""Meta-training of a learned optimizer in compiled JAX: a `scan` over the updates of a chunk, in one over the chunks.

As Andrychowicz et al. (2016) have it: two LSTM layers with one cell for all coordinates, gradients that are not
differentiated, back-propagation truncated after 20 of 100 updates, and a step of Adam there. A call trains on a whole
problem, so that nothing is left to Python.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from torch import Generator

from benchmarks.in_jax.thread import arrays, require_alike
from benchmarks.learned_optimizer import RATE, UNROLL, UPDATES, Case, CompiledTraining
from benchmarks.timing import Work
from metascope.simulator.learners.kernels import LEARNED_OPTIMIZER
from metascope.simulator.learners.learned_optimizer.chunks.compiled import Course
from metascope.simulator.learners.learned_optimizer.reference import Design, flat, initial
from metascope.simulator.tasks.classification import PictureProblems
from metascope.simulator.tasks.quadratics import Quadratics

P = 10.0  # of the preprocessing


def compared(jax: Any, case: Case) -> dict[str, Work]:
    """Return the kernel and JAX, both on whole problems of `UPDATES` updates."""
    assert LEARNED_OPTIMIZER.ready
    ours = CompiledTraining(case.design, case.problems)

    def kernel() -> int:
        for _ in range(UPDATES // UNROLL):
            ours()
        return UPDATES

    return {"compiled": kernel, "one call": in_jax(jax, case)}


def in_jax(jax: Any, case: Case) -> Work:
    """Return meta-training by JAX."""
    jnp, design, problems = jax.numpy, case.design, case.problems
    data = _data(jax, problems)
    chunk = _chunk(jax, design, _loss(jax, problems))
    weights = arrays(initial(design, Generator().manual_seed(0)))
    start = problems.start().numpy().copy()
    b, n = start.shape
    state = tuple(np.zeros((b * n, design.units), np.float32) for _ in range(4))  # h and c of both layers
    _check(jax, case, chunk, weights, start, state, data)

    def step(carried: Any, batch: Any) -> Any:
        (weights, first, second, t), theta, state = carried
        slopes, (theta, state) = jax.grad(chunk, has_aux=True)(weights, theta, state, batch)
        t = t + 1
        first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, slopes)
        second = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, second, slopes)
        size, scale = RATE / (1 - 0.9**t), 1 / (1 - 0.999**t)
        weights = jax.tree.map(lambda p, m, v: p - size * m / (jnp.sqrt(v * scale) + 1e-8), weights, first, second)
        return ((weights, first, second, t), theta, state), None

    def problem(trained: Any, data: Any) -> Any:
        return jax.lax.scan(step, (trained, start, state), data, length=UPDATES // UNROLL)[0][0]

    zeros = jax.tree.map(jnp.zeros_like, weights)
    trained, train = (weights, zeros, zeros, jnp.zeros(())), jax.jit(problem)

    def work() -> int:
        nonlocal trained
        trained = jax.block_until_ready(train(trained, data))
        return UPDATES

    return work


def _chunk(jax: Any, design: Design, loss: Any) -> Any:
    """Return the function of weights, theta, state and minibatches that gives the meta-loss, and theta and state then.

    The meta-loss is the mean over the problems of the sum of the losses after each update.
    """
    jnp = jax.numpy

    def layer(weight: Any, x: Any, hidden: Any, cell: Any) -> Any:
        rows = jnp.concatenate([x, hidden], 1) @ weight[:, :-1].T + weight[:, -1]
        z_i, z_f, z_o, z = jnp.split(rows, 4, 1)
        cell = jax.nn.sigmoid(z_f) * cell + jax.nn.sigmoid(z_i) * jnp.tanh(z)
        return jax.nn.sigmoid(z_o) * jnp.tanh(cell), cell

    def seen(gradient: Any) -> Any:
        if not design.logsign:
            return gradient[:, None]
        size = jnp.abs(gradient)
        large = size >= np.exp(-P)
        logarithm = jnp.log(jnp.where(large, size, 1.0)) / P
        columns = jnp.where(large, logarithm, -1.0), jnp.where(large, jnp.sign(gradient), np.exp(P) * gradient)
        return jnp.stack(columns, 1)

    def chunk(weights: Any, theta: Any, state: Any, batch: Any) -> Any:
        def update(carried: Any, batch: Any) -> Any:
            theta, (h1, c1, h2, c2) = carried
            now, gradient = jax.value_and_grad(lambda at: loss(at, batch).sum())(theta)
            gradient = jax.lax.stop_gradient(gradient).reshape(-1)
            h1, c1 = layer(weights["lstm1"], seen(gradient), h1, c1)
            h2, c2 = layer(weights["lstm2"], h1, h2, c2)
            out = h2 @ weights["candidate"][:-1] + weights["candidate"][-1]
            return (theta + design.scale * out.reshape(theta.shape), (h1, c1, h2, c2)), now

        firsts, last = batch
        (after, state), losses = jax.lax.scan(update, (theta, state), firsts, length=UNROLL)
        total = losses[1:].sum() + loss(after, last).sum()
        return total / len(theta), (after, state)

    return chunk


def _loss(jax: Any, problems: Any) -> Any:
    """Return the losses (B,) as a function of theta (B, n) and a minibatch."""
    jnp = jax.numpy
    if isinstance(problems, Quadratics):
        w, y = problems.matrix.numpy().copy(), problems.target.numpy().copy()
        return lambda theta, _: ((jnp.einsum("bij,bj->bi", w, theta) - y) ** 2).sum(-1)

    def cross_entropy(theta: Any, batch: Any) -> Any:
        inputs, labels = batch
        w1, b1, w2, b2 = jnp.split(theta[0], np.cumsum([15_680, 20, 200]))
        hidden = jax.nn.sigmoid(inputs @ w1.reshape(20, 784).T + b1)
        chances = jax.nn.log_softmax(hidden @ w2.reshape(10, 20).T + b2)
        return -jnp.take_along_axis(chances, labels[:, None], 1).mean(keepdims=True)[:, 0]

    return cross_entropy


def _data(jax: Any, problems: Any) -> Any:
    """Return each chunk's minibatches: those of its updates, and the one after them, on which its last loss is."""
    if not isinstance(problems, PictureProblems):
        return None, None
    drawn = [problems.examples(t) for t in range(UPDATES)]
    parts = [np.stack([np.asarray(each[of][0]) for each in drawn]) for of in (0, 1)]
    parts[1] = parts[1].astype(np.int32)
    firsts = [part.reshape(UPDATES // UNROLL, UNROLL, *part.shape[1:]) for part in parts]
    lasts = [part[[*range(UNROLL, UPDATES, UNROLL), UPDATES - 1]] for part in parts]
    return jax.tree.map(jax.numpy.asarray, (tuple(firsts), tuple(lasts)))


def _check(jax: Any, case: Case, chunk: Any, weights: Any, start: Any, state: Any, data: Any) -> None:
    """Compare with the kernel's meta-gradient of the first chunk."""
    course = Course(case.design, initial(case.design, Generator().manual_seed(0)), case.problems, UNROLL, back=True)
    course.vector.copy_(flat(initial(case.design, Generator().manual_seed(0))))
    course.begin(case.problems, case.problems.start(), UPDATES)
    course.chunk(UNROLL, "sum")
    batch = jax.tree.map(lambda part: part[0], data)
    slopes, _ = jax.jit(jax.grad(chunk, has_aux=True))(weights, start, state, batch)
    found = np.concatenate([np.asarray(slopes[name]).reshape(-1) for name in weights])
    require_alike(found, course.gradient.numpy(), f"learned optimizer, {case.name}", 1e-3)
