"""Computes what a frame of the LSTM cell story shows of a trajectory: arrays, metrics and notices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.engine.text import Message, listed, say
from metascope.simulator.learners.learned_optimizer.substitution import HIGHEST_LOSS, Z_F, Z_I, Z_O, Trajectory, Z
from metascope.simulator.stories.lstm_cell.frame import Array, CellFrame, Surface
from metascope.simulator.stories.lstm_cell.names import DESCENT, LSTM, METHOD_NAMES, METHODS, TASK_LETTERS
from metascope.simulator.stories.lstm_cell.settings import CellSettings
from metascope.simulator.tasks.landscapes import Landscapes

_DESCENT = METHODS.index(DESCENT)
_STABLE = 2.0  # gradient descent on a quadratic of curvature a climbs where eta a is above


def shown_arrays(course: Trajectory, task: int) -> dict[str, Array]:
    """Return a frame's arrays of the first start on a task, (M, T + 1, ...), NaN where a cell has no such quantity."""
    gates = _with_start(course.gates[:, :, :, 0, task])  # (T + 1, 4, M, d)
    found = {
        "x": _with_start(course.x[:, :, 0, task]),
        "z": gates[:, Z],
        "z_i": gates[:, Z_I],
        "z_f": gates[:, Z_F],
        "z_o": gates[:, Z_O],
        "y": _with_start(course.y[:, :, 0, task]),
        **{name: getattr(course, name)[:, :, 0, task].clone() for name in ("c", "h", "theta", "loss", "gradient")},
    }  # (T + 1, M, ...) each
    found["y"][:, METHODS.index(LSTM) + 1 :] = torch.nan
    for name in ("h", "z_o"):
        found[name][:, _DESCENT] = torch.nan
    return {name: frozen(part.transpose(0, 1).contiguous().numpy()) for name, part in found.items()}


def frame(
    step: int,
    metrics: Mapping[str, float],
    course: Trajectory,
    tasks: Landscapes,
    task: int,
    surface: Surface,
    settings: CellSettings,
) -> CellFrame:
    """Return the frame of the first start's trajectories on a task, the one of the surface."""
    return CellFrame(
        step=step,
        metrics=metrics,
        eta=settings.eta,
        span=(settings.low, settings.high),
        surface=surface,
        refused=refused(course, task),
        notices=notices(course, tasks, task, settings.eta),
        **shown_arrays(course, task),
    )


def columns(losses: Array, meta_loss: Array) -> dict[str, Array]:
    """Return each metric's column (n,), NaN where there is none.

    Args:
        losses: over the held-out starts, (n, M, 2): at the last time step, mean over all.
        meta_loss: of each meta-step's batch, (n, M).
    """
    found: dict[str, Array] = {}
    for place, method in enumerate(METHODS):
        found[f"{method}.loss_last"] = losses[:, place, 0]
        found[f"{method}.loss_mean"] = losses[:, place, 1]
        found[f"{method}.meta_loss"] = meta_loss[:, place]
    return {name: np.where(np.isfinite(column), column, np.nan) for name, column in found.items()}


def row(columns: Mapping[str, Array], place: int) -> dict[str, float]:
    """Return the metrics of a meta-step."""
    found = {name: float(column[place]) for name, column in columns.items()}
    return {name: value for name, value in found.items() if value == value}  # a number


def held_out_losses(held_out: Tensor) -> Array:
    """Return each cell's losses at the last time step and the mean over all, (1, M, 2), of (T + 1, M, H, N)."""
    return torch.stack([held_out[-1].mean((1, 2)), held_out[1:].mean((0, 2, 3))], -1).unsqueeze(0).numpy()


def surface(tasks: Landscapes, letter: str, settings: CellSettings) -> Surface:
    """Return the loss of the task called `letter` over the range of the picture."""
    index = TASK_LETTERS.index(letter)
    axis = np.linspace(settings.low, settings.high, settings.grid)
    along = torch.from_numpy(axis.copy())
    grid = torch.meshgrid(*[along] * settings.dimension, indexing="ij")  # theta_1 is x and runs fastest
    points = torch.stack([coordinate.reshape(-1) for coordinate in reversed(grid)], -1)  # (G^d, d)
    loss = tasks.loss(points.unsqueeze(1).expand(-1, tasks.tasks, -1))[:, index]
    shape = (settings.grid,) * settings.dimension
    optimum = tasks.optima()[index].numpy().copy()
    return Surface(
        letter=letter, axis=frozen(axis), loss=frozen(loss.reshape(shape).numpy().copy()), optimum=frozen(optimum)
    )


def refused(course: Trajectory, task: int) -> NDArray[np.bool_]:
    """Return which steps of the first start's trajectories on a task were not taken, (M, T + 1)."""
    made = course.refused[:, :, 0, task].T.numpy()  # (M, T)
    found: NDArray[np.bool_] = np.concatenate([np.zeros_like(made[:, :1]), made], axis=1)
    found.flags.writeable = False
    return found


def notices(course: Trajectory, tasks: Landscapes, task: int, eta: float) -> tuple[Message, ...]:
    """Return which shown trajectories left the landscape, and why gradient descent climbs, if it does."""
    found = [
        say(
            "{method} stays where it is at time step {step}: the next guess would have a loss above {limit:.0e}.",
            method=METHOD_NAMES[method],
            step=int(steps.argmax()),
            limit=HIGHEST_LOSS,
        )
        for method, steps in zip(METHODS, refused(course, task), strict=True)
        if steps.any()
    ]
    losses = course.loss[:, _DESCENT, 0, task]  # (T + 1,)
    if float(losses[-1]) <= float(losses[0]):
        return tuple(found)
    product = eta * _largest_curvature(course, tasks, task)
    if product > _STABLE:
        found.append(
            say(
                "Gradient descent climbs: η × largest curvature = {product:.2f} > 2. Use η below {limit:.3g}.",
                product=product,
                limit=eta * _STABLE / product,
            )
        )
    return tuple(found)


def divergence(step: int, finite: Sequence[bool]) -> Message:
    """Return which cells' weights would become NaN or infinite at meta-step `step`, the one that is undone."""
    lost = [METHOD_NAMES[method] for method, good in zip(METHODS, finite, strict=True) if not good]
    return say(
        "The weights would become NaN or infinite at meta-step {step}: {methods}", step=step, methods=listed(lost)
    )


def _largest_curvature(course: Trajectory, tasks: Landscapes, task: int) -> float:
    """Return the largest curvature on gradient descent's shown trajectory."""
    points = course.theta[:, _DESCENT, 0]  # (T + 1, N, d)
    return float(torch.linalg.eigvalsh(tasks.hessian(points)[:, task])[..., -1].max())


def _with_start(part: Tensor) -> Tensor:
    """Return (T, ...) as (T + 1, ...), with NaN at the start."""
    return torch.cat([torch.full_like(part[:1], torch.nan), part])
