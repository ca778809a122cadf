"""Creates the family of problems that the settings describe, and those of the generalization laboratory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from metascope.simulator.engine.computing import located
from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import say
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from metascope.simulator.tasks.classification import ClassificationFamily, EpisodeFamily
from metascope.simulator.tasks.images.glyphs import draw_glyphs
from metascope.simulator.tasks.images.mnist import files_of_mnist, read_mnist
from metascope.simulator.tasks.images.pictures import Pictures
from metascope.simulator.tasks.problems import Family
from metascope.simulator.tasks.quadratics import QuadraticFamily
from metascope.simulator.tasks.sines import SineFamily
from metascope.simulator.tasks.surfaces import SurfaceFamily

if TYPE_CHECKING:
    import torch

QUERIES = 15  # test examples per class of an episode (Ravi and Larochelle, 2017); per sine wave 10
LONGEST = 1_000  # updates per trial

_GLYPHS = (96, 40)  # classes and drawings; a quarter of both is held out
_MNIST_APART = 5  # a fifth of MNIST's drawings is held out: those are in an order of their own


def family_of(settings: OptimizersSettings, device: torch.device | None = None) -> Family:
    """Return the family of problems that the optimizer is trained on, on a device; None: the CPU.

    Raises:
        UserError: the folder of MNIST is invalid.
    """
    made = settings
    if made.problem == "quadratics":
        return QuadraticFamily(made.dimension, device=device)
    if made.problem == "landscape":
        return SurfaceFamily(made.landscape, 1 if made.landscape == "lecture" else 2, device=device)
    hidden = (made.hidden_units,) * made.hidden_layers
    if made.problem == "sine":
        return SineFamily(made.shots, 10, hidden, made.activation, device=device)
    if made.problem == "episodes":
        training, apart = _glyphs(made.side)
        sizes = made.ways, made.shots, QUERIES, made.batch, hidden
        return EpisodeFamily(training, apart, *sizes, made.activation, device=device)
    training, apart = _mnist(made) if made.problem == "mnist" else _glyphs(made.side)
    return ClassificationFamily(training, apart, made.ways, made.batch, hidden, made.activation, device=device)


@dataclass(frozen=True)
class TrialPlan:
    """A row of the laboratory before it is measured: its problems and number of updates."""

    name: str  # of `names.TRIALS`
    family: Family
    updates: int
    alike: bool  # same parameters as in training, so that a learned start fits


def trials_of(settings: OptimizersSettings, device: torch.device | None = None) -> tuple[TrialPlan, ...]:
    """Return the laboratory's rows: first the training problems, then different ones."""
    own, t = family_of(settings, device), settings.updates
    plans = [TrialPlan("own", own, t, True)]
    for name, changes in _others(settings):
        plans.append(TrialPlan(name, family_of(settings.replaced(**changes), device), t, False))
    longer = sorted({min(2 * t, LONGEST), min(10 * t, LONGEST)} - {t})
    return (*plans, *(TrialPlan("longer", own, updates, True) for updates in longer))


def _others(settings: OptimizersSettings) -> list[tuple[str, Mapping[str, object]]]:
    """Return what each row changes in the settings, adjusted to the rules between settings."""
    free: dict[str, object] = {"learned_start": False, "second_derivatives": False, "laboratory": False}
    free |= {"problems": 1, "objective": "sum", "truncation": 1}
    found: list[tuple[str, Mapping[str, object]]] = []
    if settings.problem in ("sine", "glyphs", "episodes", "mnist"):
        found.append(("wider", {"hidden_units": min(2 * settings.hidden_units, 100)}))
        if settings.hidden_layers < 3:
            found.append(("deeper", {"hidden_layers": settings.hidden_layers + 1}))
        found.append(("relu", {"activation": "relu" if settings.activation != "relu" else "sigmoid"}))
    if settings.problem == "quadratics":
        found.append(("larger", {"dimension": min(2 * settings.dimension, 200)}))
    else:
        found.append(("quadratics", {"problem": "quadratics", "dimension": 10}))
    if settings.problem in ("quadratics", "landscape"):
        network = {"hidden_units": 40, "hidden_layers": 2, "activation": "relu", "shots": 10}
        found.append(("sine", {"problem": "sine", **network}))
    if settings.problem in ("quadratics", "sine"):
        found.append(("landscape", {"problem": "landscape", "landscape": "mixtures"}))
    return [(name, {**changes, **free}) for name, changes in found]


@lru_cache(maxsize=4)
def _glyphs(side: int) -> tuple[Pictures, Pictures]:
    drawn, classes = _drawn().resized(side), _GLYPHS[0]
    apart = classes * 3 // 4
    return drawn.of_classes(0, apart), drawn.of_classes(apart, classes)


@cache
def _drawn() -> Pictures:
    return draw_glyphs(0, *_GLYPHS)


def _mnist(settings: OptimizersSettings) -> tuple[Pictures, Pictures]:
    """Return MNIST's drawings to train on and those held out, read again once a file has changed."""
    if not settings.folder:
        raise refuse("folder", say("must name the folder with the idx files of MNIST"))
    try:
        path = located(settings.folder)
        return _read(path, files_of_mnist(path), settings.side, settings.transposed)
    except UserError as error:
        raise UserError(
            Problem("folder", say("{where}: {problem}", where=it.where, problem=it.message)) for it in error.problems
        ) from None


@lru_cache(maxsize=2)
def _read(
    path: Path, files: tuple[tuple[str, int, int], ...], side: int, transposed: bool
) -> tuple[Pictures, Pictures]:
    read = read_mnist(path, transposed).resized(side)
    apart = read.drawings - read.drawings // _MNIST_APART
    return read.of_drawings(0, apart), read.of_drawings(apart, read.drawings)
