"""Computes what `fast` does, with compiled convolutions on the CPU and in single precision.

What the kernels do not do, `fast` does: double precision, and convolutions that halve maps.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from metascope.simulator.learners.picture_maml import fast
from metascope.simulator.learners.picture_maml.networks import Network, Weights
from metascope.simulator.learners.picture_maml.plan import Kind, Lesson, Moment, Plan, Tasks
from metascope.simulator.learners.picture_maml.products import Convolve, Grouped, Product
from metascope.simulator.learners.picture_maml.tiled import Tiled


def lesson(
    network: Network, kind: Kind, weights: Weights, tasks: Tasks, plan: Plan, order: Tensor | None = None
) -> Lesson:
    """Return what T tasks teach about a start; arguments as of `reference.lesson`.

    Raises:
        Unusable: the kernel is not ready.
    """
    return fast.lesson(network, kind, weights, tasks, plan, order, _convolving(tasks))


def walk(network: Network, kind: Kind, weights: Weights, tasks: Tasks, plan: Plan) -> Iterator[Moment]:
    """Yield where the tasks are before the first inner step and after each; arguments as of `reference.walk`.

    Raises:
        Unusable: the kernel is not ready.
    """
    return fast.walk(network, kind, weights, tasks, plan, _convolving(tasks))


def _convolving(tasks: Tasks) -> Convolve:
    """Return what makes the convolutions of these tasks."""
    pictures = tasks.support.pictures
    there = pictures.device.type == "cpu" and pictures.dtype == torch.float32
    return _convolution if there else Grouped


def _convolution(tasks: int, side: int, stride: int) -> Product:
    return Tiled(tasks, side) if stride == 1 else Grouped(tasks, side, stride)
