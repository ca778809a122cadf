"""Turns what the networks make of the episode on the table into what views see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.arrays import frozen, single
from metascope.simulator.learners.metanet import fast
from metascope.simulator.learners.metanet.reference import Design, Scales, perceptron
from metascope.simulator.learners.metanet.training import FAST as FAST_ALONE
from metascope.simulator.learners.metanet.training import SLOW as SLOW_ALONE
from metascope.simulator.stories.meta_networks.edits import Edits
from metascope.simulator.stories.meta_networks.frame import Embedding, Memory, Reply, Rule
from metascope.simulator.stories.meta_networks.laying import Laid, as_bytes, disturbed
from metascope.simulator.stories.meta_networks.names import FAST, META, SLOW
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings

_POINTS, _SMALLEST = 61, 1e-4  # of the curve of G: on each side of 0, and the smallest gradient


@torch.no_grad()
def shown(
    design: Design, weights: Mapping[str, Tensor], settings: MetaNetSettings, laid: Laid, edits: Edits
) -> tuple[Embedding, Memory, Reply, Rule]:
    """Return what is made of the episode on the table, and what is answered."""
    seen = fast.read(design, weights, laid.supports, laid.labels)
    told = fast.asked(weights, laid.supports, laid.labels)
    made = fast.swallowed(weights, seen, laid.supports)
    of_supports, of_queries = _keys(weights, fast.scaled(made, settings.theta_scale), laid)
    written = fast.remembered(weights, told, laid.supports, of_supports)
    rows = disturbed(written, edits.done, settings.seed)
    scales = Scales(phi=settings.phi_scale)
    answer = fast.answered(design, weights, rows, laid.queries, of_queries, scales)
    logits = {META: answer.logits}
    for method, alone in ((FAST, Scales(phi=settings.phi_scale, slow=FAST_ALONE.slow)), (SLOW, SLOW_ALONE)):
        logits[method] = fast.based(weights, rows, laid.queries, answer.attention, alone)
    untouched: Tensor | None = None
    if edits.done or (settings.theta_scale, settings.phi_scale) != (1.0, 1.0):
        known, asked = _keys(weights, made, laid)
        untouched = fast.answered(design, weights, replace(written, keys=known), laid.queries, asked).logits
    share = laid.supports[0].mean(-1, keepdim=True)  # of ink: pictures are centred
    course, pattern = fast.swallowing_pixels(weights, seen, laid.supports)
    embedding = Embedding(
        losses=single(seen.losses[0]),
        which=frozen(seen.which[0].cpu().numpy().astype(np.int32)),
        gradients=single(seen.first[0] * (1 - share[seen.which[0]])),
        slow=single(weights["f.second"]),
        fast=single(settings.theta_scale * fast.swallowing(weights, seen)[0]),
        slow_pixels=single(weights["f.first"].T.reshape(-1, settings.side, settings.side)),
        fast_pixels=single(settings.theta_scale * course),
        patterns=frozen(pattern.cpu().numpy().astype(np.int32).reshape(settings.side, -1)),
    )
    second, third = single(rows.second[0]), single(rows.third[0])
    memory = Memory(
        losses=single(told.losses[0]),
        gradients=single(told.first[0] * (1 - share)),
        off=single(rows.off[0]),
        on=single(rows.on[0]),
        ink=as_bytes(rows.ink[0], settings.side),
        second=second,
        third=third,
        written=single(torch.stack([written.off[0], written.on[0]])),
        written_second=single(written.second[0]) if edits.done else second,
        written_third=single(written.third[0]) if edits.done else third,
        keys=single(rows.keys[0]),
        touched=edits.touched,
    )
    reply = Reply(
        keys=single(of_queries[0]),
        cosines=single(answer.cosines[0]),
        attention=single(answer.attention[0]),
        probabilities={method: single(each[0].softmax(-1)) for method, each in logits.items()},
        predicted={
            method: frozen(each[0].argmax(-1).cpu().numpy().astype(np.int32)) for method, each in logits.items()
        },
        untouched=None if untouched is None else single(untouched[0].softmax(-1)),
    )
    return embedding, memory, reply, rule_of(weights)


def _keys(weights: Mapping[str, Tensor], theta: fast.Theta, laid: Laid) -> tuple[Tensor, Tensor]:
    """Return the keys of supports (1, M, H) and of queries (1, Q, H)."""
    found = fast.keys(weights, theta, torch.cat([laid.supports, laid.queries], 1))
    of_supports, of_queries = torch.split(found, [laid.supports.shape[1], laid.queries.shape[1]], 1)
    return of_supports, of_queries


def rule_of(weights: Mapping[str, Tensor]) -> Rule:
    """Return what the first layer's G makes of gradients from -1 to 1, equally far apart in their logarithms."""
    half = torch.logspace(float(np.log10(_SMALLEST)), 0, _POINTS)
    gradients = torch.cat([-half.flip(0), torch.zeros(1), half]).to(weights["g.first"].device)
    return Rule(gradients=single(gradients), made=single(perceptron(weights, "pixels", gradients)))
