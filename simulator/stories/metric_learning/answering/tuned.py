"""Shows what fine-tuning does on the table, update by update: accuracies, and how pictures and classes move."""

from __future__ import annotations

import numpy as np
import torch

from metascope.simulator.engine.arrays import single
from metascope.simulator.episodes.laying import Laid
from metascope.simulator.learners.baselines.finetuning import FineTuningAnswer
from metascope.simulator.stories.metric_learning.answering.seeing import Array, Seen, narrow, real, tame
from metascope.simulator.stories.metric_learning.answering.telling import finite
from metascope.simulator.stories.metric_learning.frame import Plan, Tuned


def tuned_of(answer: FineTuningAnswer, seen: Seen, laid: Laid, base: int, plan: Plan, parts: str) -> Tuned:
    """Return the course of fine-tuning.

    Args:
        answer: with all updates.
        seen: the plane in which its points are seen.
        laid: the episode.
        base: number of base classes.
        plan: by which it was updated.
        parts: the weights that move, "head" or "all".
    """
    asked = laid.table.asked
    known = torch.from_numpy(np.flatnonzero(asked >= 0)).to(answer.among_new.device)
    wanted = torch.from_numpy(asked[asked >= 0].astype(np.int64)).to(answer.among_new.device)
    new = answer.among_new[:, known].argmax(-1) == wanted  # (T + 1, queries whose class is known)
    among = answer.among_all[:, known].argmax(-1) == wanted + base
    assert answer.base is not None, "forgetting is always measured on the table"
    lost = ~(answer.losses.isfinite() & answer.among_new.isfinite().all(-1).all(-1))
    supports, queries = (tame(real(part)) for part in (answer.supports_then, answer.queries_then))
    heads = tame(real(answer.heads))
    places = np.full((len(supports), len(laid.table.labels), 2), np.nan)
    places[:, laid.present] = seen.at(supports)
    lines = [seen.linear(head[:, :-1], head[:, -1], there.mean(0)) for head, there in zip(heads, supports, strict=True)]
    slopes, offsets = (np.stack(part) for part in zip(*lines, strict=True))  # (T + 1, N, 2), (T + 1, N)
    absent = np.bincount(laid.labels.cpu().numpy(), minlength=laid.ways) == 0
    slopes[:, absent] = offsets[:, absent] = np.nan
    predicted = real(answer.among_new).argmax(-1)  # (T + 1, Q)
    return Tuned(
        losses=single(finite(answer.losses)),
        among_new=single(new.double().mean(-1)),
        among_all=single(among.double().mean(-1)),
        base=single(answer.base),
        probabilities=single(finite(answer.among_new)),
        diverged=int(lost.int().argmax()) if bool(lost.any()) else -1,
        rate=plan.rate,
        parts=parts,
        supports=narrow(places),
        queries=narrow(seen.at(queries)),
        slopes=narrow(slopes),
        offsets=narrow(offsets),
        kept=narrow(_kept(seen.at(queries), slopes, offsets, predicted)),
        plan=plan,
    )


def _kept(queries: Array, slopes: Array, offsets: Array, predicted: Array) -> Array:
    """Return the share (T + 1,) of decisions that the plane alone would make."""
    logits = queries @ slopes.swapaxes(1, 2) + offsets[:, None]  # (T + 1, Q, N)
    same = np.where(np.isnan(logits), -np.inf, logits).argmax(-1) == predicted
    return same.mean(1) if same.shape[1] else np.ones(len(same))
