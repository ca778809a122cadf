"""Adapts every start to the episode on the table, step by step."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.arrays import finite_single, frozen, single
from metascope.simulator.episodes.laying import Laid
from metascope.simulator.learners.picture_maml.networks import Network
from metascope.simulator.learners.picture_maml.plan import Engine, Examples, Tasks
from metascope.simulator.learners.picture_maml.training import MetaTraining
from metascope.simulator.stories.picture_starts.frame import Course
from metascope.simulator.stories.picture_starts.measuring import changes
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.simulator.stories.picture_starts.teaching import kind_of, layer_names, plan_of


def tasks_of(laid: Laid) -> Tasks:
    """Return the episode on the table as a batch of one; queries that a person added count as of the first class."""
    asked = torch.from_numpy(laid.table.asked.astype(np.int64)).clamp(min=0).to(laid.labels.device)
    support = Examples(laid.supports.unsqueeze(0), laid.labels.unsqueeze(0))
    return Tasks(support, Examples(laid.queries.unsqueeze(0), asked.unsqueeze(0)))


def course(
    settings: StartsSettings, network: Network, starts: Mapping[str, MetaTraining], laid: Laid, engine: Engine
) -> Course:
    """Return how every start adapts to the episode on the table.

    Args:
        settings: as they are now.
        network: the sizes.
        starts: by method.
        laid: the episode.
        engine: by which starts adapt.
    """
    tasks, names = tasks_of(laid), layer_names(network)
    known = torch.from_numpy(laid.table.asked >= 0).to(laid.labels.device)
    wanted = tasks.query.labels[0, known]
    chances, support_loss, right, moved = (list[Tensor]() for _ in range(4))
    for method, start in starts.items():
        plan = plan_of(settings, method, settings.test_steps)
        moments = list(engine.walk(network, kind_of(method), start.weights, tasks, plan))
        scores = torch.cat([moment.query for moment in moments])  # (J + 1, Q, N)
        chances.append(scores.softmax(-1))
        support_loss.append(torch.cat([moment.losses(tasks)[0] for moment in moments]))
        right.append((scores[:, known].argmax(-1) == wanted).sum(-1))
        moved.append(torch.cat([changes(start.start, moment.weights, names) for moment in moments]))
    return Course(
        probabilities=single(torch.stack(chances, 1)),
        support_loss=finite_single(torch.stack(support_loss, 1)),
        right=frozen(torch.stack(right, 1).cpu().numpy().astype(np.int32)),
        asked=int(known.sum()),
        moved=finite_single(torch.stack(moved, 1)),
    )
