"""Adapts the starts of all methods, grouped by network layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.engine.computing import Engine
from metascope.simulator.learners.fewshot import compiled
from metascope.simulator.learners.fewshot.adapting import Adapted, adapt, errors
from metascope.simulator.stories.sines.shown_task import Episode, ShownTask
from metascope.simulator.tasks.networks import Network
from metascope.simulator.tasks.waves import Waves


@dataclass(frozen=True)
class Group:
    """P methods whose networks have the same layout."""

    methods: tuple[int, ...]  # (P,) their places among the run's methods
    network: Network
    phi: Tensor  # (P, n)
    rates: Tensor  # of adaptation, (P,) or (P, n)
    engine: Engine = "reference"

    def adapted(self, support: Waves, steps: int) -> Adapted:
        """Return each start adapted to each wave."""
        inputs = self.network.layout.sizes[0]
        return adapt(self.network, self.phi, self.rates, support.seen(inputs), support.y, steps, self.engine)

    def errors(self, episode: Episode, steps: int) -> Tensor:
        """Return the mean squared errors on the query points before and after each step, (J + 1, P, T)."""
        return errors(self.network, self.phi, self.rates, *episode, steps, self.engine)


@dataclass(frozen=True)
class Adaptation:
    """A group's adaptation to the shown task. Axes: J steps, P methods, G places, L layers, n parameters."""

    theta: Tensor  # (J + 1, P, n)
    loss: Tensor  # (J + 1, P) on the support points
    fits: Tensor  # (J + 1, P, G)
    gradient_norm: Tensor  # (J, P)
    moved: Tensor  # (J + 1, P, L)
    turned: Tensor  # (J + 1, P, L)


def course(group: Group, subject: ShownTask, steps: int) -> Adaptation:
    """Adapt a group to the shown task."""
    network, inputs = group.network, group.network.layout.sizes[0]
    if group.engine == "compiled":
        return _course(group, subject, steps)
    found = group.adapted(subject.support, steps)
    theta, count = found.theta[:, :, 0], len(group.methods)
    flat = theta.reshape(-1, 1, theta.shape[-1])  # ((J + 1) P, 1, n)
    fits = network.outputs(flat, subject.places.seen(inputs)).view(steps + 1, count, -1)
    _, slopes = network.loss_and_gradient(flat[: steps * count], subject.support.seen(inputs), subject.support.y)
    moved, turned = changes(network, theta)
    return Adaptation(
        theta=theta,
        loss=found.loss[..., 0],
        fits=fits,
        gradient_norm=torch.linalg.vector_norm(slopes, dim=-1).view(steps, count),
        moved=moved,
        turned=turned,
    )


def _course(group: Group, subject: ShownTask, steps: int) -> Adaptation:
    network, inputs = group.network, group.network.layout.sizes[0]
    support, places = subject.support, subject.places
    given = (support.seen(inputs), support.y), (places.seen(inputs), torch.zeros_like(places.y))
    found = compiled.adapted(network, group.phi, group.rates, *given, steps, keeps=True, answers=True)
    theta = found.theta[:, :, 0]
    moved, turned = changes(network, theta)
    loss, fits, norms = found.loss[..., 0], found.answers[:, :, 0], found.norm[:steps, :, 0]
    return Adaptation(theta=theta, loss=loss, fits=fits, gradient_norm=norms, moved=moved, turned=turned)


def changes(network: Network, theta: Tensor) -> tuple[Tensor, Tensor]:
    """Return each layer's distance from theta[0] in theta (J + 1, ..., n), and the angle: (J + 1, ..., L) each.

    The distance is |theta_j - theta_0| / |theta_0|, weights and biases together. The angle between a and b, in degrees,
    is 2 asin(|a / |a| - b / |b|| / 2), which is accurate for small angles.
    """
    moved, turned = list[Tensor](), list[Tensor]()
    groups = network.layout.groups  # of W and b in turn
    for weights, biases in zip(groups[::2], groups[1::2], strict=True):
        layer = theta[..., weights.start : biases.stop]
        length = torch.linalg.vector_norm(layer, dim=-1, keepdim=True).clamp(min=1e-30)
        moved.append(torch.linalg.vector_norm(layer - layer[0], dim=-1) / length[0, ..., 0])
        chord = torch.linalg.vector_norm(layer / length - layer[0] / length[0], dim=-1)
        turned.append(2 * torch.asin((chord / 2).clamp(max=1)))
    return torch.stack(moved, -1), torch.rad2deg(torch.stack(turned, -1))


def gathered(groups: Iterable[Group], made: Callable[[Group], Tensor], methods: int, axis: int = 1) -> Tensor:
    """Apply a function to each group, and concatenate along `axis` in the order of the run's methods."""
    parts = [(group.methods, made(group)) for group in groups]
    first = parts[0][1]
    shape = [*first.shape]
    shape[axis] = methods
    found = first.new_full(shape, torch.nan)
    for places, values in parts:
        found.index_copy_(axis, torch.tensor(places, device=values.device), values)
    return found
