"""A Neural Turing Machine that learns to copy, in compiled JAX: a `scan` over time, in a `scan` over the updates.

The equations are those of Graves et al. (2014), as `learners.ntm.reference` has them; gradients are JAX's; elements are
clipped, and the rule is the RMSprop with momentum of public programs. All sequences have one length, since JAX
compiles each length anew.
"""

from __future__ import annotations

import math
from functools import partial
from typing import Any

import numpy as np
import torch
from torch import Generator

from benchmarks.in_jax.thread import arrays, require_alike
from benchmarks.ntm import CLIP, Compiled, Copies, Training, copies
from benchmarks.timing import Work, repeated
from metascope.simulator.learners.ntm.addressing import LIMIT, SMALL, TINY
from metascope.simulator.learners.ntm.compiled import CompiledMachine
from metascope.simulator.learners.ntm.reference import MEMORY, Design, Weights, initial, learned
from metascope.simulator.learners.rules import RmsProp

LENGTH, RATE = 10, 1e-4


def compared(jax: Any, batch: int, updates: int) -> dict[str, Work]:
    """Return the kernel, and JAX with one and with `updates` updates in a call."""
    draws = Generator().manual_seed(0)
    batches = [copies(LENGTH, batch, draws) for _ in range(updates)]
    ours = Compiled()
    return {
        "compiled": repeated(partial(ours, batches), batch * updates),
        "one call each": in_jax(jax, batches[:1]),
        "one call": in_jax(jax, batches),
    }


def in_jax(jax: Any, batches: list[Copies]) -> Work:
    """Return training on these batches in one call."""
    jnp, start = jax.numpy, Training(by_hand=True)
    names = learned(start.design)
    weights = {name: start.weights[name] for name in names}
    memory = jnp.asarray(start.weights[MEMORY].numpy().copy())
    gradient = jax.grad(partial(_bits, jax, start.design, memory))
    _check(jax, gradient, start.weights, weights, start.design, batches[0])

    def update(carried: Any, given: Any) -> Any:
        vector, square, move = carried
        slopes = jax.tree.map(lambda g: jnp.clip(g, -CLIP, CLIP), gradient(vector, *given))
        alpha, momentum = RmsProp.ALPHA, RmsProp.MOMENTUM
        square = jax.tree.map(lambda s, g: alpha * s + (1 - alpha) * g * g, square, slopes)
        move = jax.tree.map(lambda m, s, g: momentum * m + g / (jnp.sqrt(s) + 1e-8), move, square, slopes)
        return (jax.tree.map(lambda w, m: w - RATE * m, vector, move), square, move), None

    train = jax.jit(lambda carried, given: jax.lax.scan(update, carried, given)[0])
    given = [np.stack([getattr(each, of).numpy() for each in batches]) for of in ("inputs", "targets", "mask")]
    begun = jax.tree.map(jnp.asarray, arrays(weights))
    zeros = jax.tree.map(jnp.zeros_like, begun)
    carried = (begun, zeros, zeros)

    def work() -> int:
        nonlocal carried
        carried = jax.block_until_ready(train(carried, given))
        return len(batches) * batches[0].inputs.shape[1]

    return work


def _bits(jax: Any, design: Design, memory: Any, weights: Any, inputs: Any, targets: Any, mask: Any) -> Any:
    """Return the mean cost of the sequences in bits, (); inputs (T, B, X), targets (T, B, Y), mask (T, B)."""
    jnp, batch, places = jax.numpy, inputs.shape[1], design.columns.places()
    columns = {name: (place.flatten().numpy(), tuple(place.shape)) for name, place in places.items()}
    h = design.heads

    def repeat(first: Any) -> Any:
        return jnp.broadcast_to(first, (batch, *first.shape))

    def step(state: Any, x: Any) -> Any:
        hidden, cell, reads, before, memory = state
        seen = jnp.concatenate([x, hidden, reads.reshape(batch, -1)], 1)
        matrix = jnp.concatenate([weights["controller.input"], weights["controller.state"]])
        z_i, z_f, z_o, z = jnp.split(seen @ matrix + weights["controller.bias"], 4, 1)
        cell = jax.nn.sigmoid(z_f) * cell + jax.nn.sigmoid(z_i) * jnp.tanh(z)
        hidden = jax.nn.sigmoid(z_o) * jnp.tanh(cell)
        raw = jnp.clip(hidden @ weights["heads.weight"] + weights["heads.bias"], -LIMIT, LIMIT)
        of = {name: raw[:, place].reshape(batch, *shape) for name, (place, shape) in columns.items()}
        lengths = _norm(jnp, of["key"])[:, :, None] * _norm(jnp, memory)[:, None]
        similar = jnp.einsum("bhm,bnm->bhn", of["key"], memory) / (lengths + SMALL)
        content = jax.nn.softmax(jax.nn.softplus(of["strength"])[..., None] * similar)
        gate, kernel = jax.nn.sigmoid(of["gate"])[..., None], jax.nn.softmax(of["kernel"])
        gated = gate * content + (1 - gate) * before
        shifted = sum(kernel[..., k : k + 1] * jnp.roll(gated, k - 1, -1) for k in range(3))
        sharpness = 1 + jax.nn.softplus(of["sharpness"])[..., None]
        weighting = jax.nn.softmax(sharpness * jnp.log(shifted + TINY))
        for head in range(h):
            memory = memory * (1 - weighting[:, head, :, None] * jax.nn.sigmoid(of["erase"])[:, head, None])
        memory = memory + jnp.einsum("bwn,bwm->bnm", weighting[:, :h], of["add"])
        reads = jnp.einsum("brn,bnm->brm", weighting[:, h:], memory)
        features = jnp.concatenate([hidden, reads.reshape(batch, -1)], 1)
        outputs = features @ weights["output.weight"] + weights["output.bias"]
        return (hidden, cell, reads, weighting, memory), outputs

    reads = weights["initial.reads"].reshape(h, design.width)
    first = (weights["initial.hidden"], weights["initial.cell"], reads, jax.nn.softmax(weights["initial.weighting"]))
    _, outputs = jax.lax.scan(step, (*map(repeat, first), repeat(memory)), inputs)
    entropy = jnp.maximum(outputs, 0) - outputs * targets + jnp.log1p(jnp.exp(-jnp.abs(outputs)))
    return (entropy.sum(-1) * mask).sum() / (math.log(2) * batch)


def _norm(jnp: Any, rows: Any) -> Any:
    return jnp.sqrt((rows * rows).sum(-1))


def _check(jax: Any, gradient: Any, weights: Weights, trained: Weights, design: Design, batch: Copies) -> None:
    """Compare with the kernel's gradient, at the start and once more at random weights."""
    for others in (weights, initial(design, Generator().manual_seed(3))):
        chosen = {name: others[name] for name in trained}
        _, wanted = CompiledMachine(design).lesson(others | {MEMORY: weights[MEMORY]}, batch)
        found = jax.jit(gradient)(arrays(chosen), *(part.numpy() for part in (batch.inputs, batch.targets, batch.mask)))
        vector = torch.cat([torch.from_numpy(np.array(found[name])).flatten() for name in trained])
        require_alike(vector.numpy(), wanted.numpy(), "NTM")
