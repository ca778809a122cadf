"""Checks the rules between the settings of the learned optimizers story, among them limits on memory and work."""

from __future__ import annotations

from collections.abc import Iterator

from metascope.simulator.engine.settings import Conflict, rules_for
from metascope.simulator.engine.text import say
from metascope.simulator.stories.optimizers.settings import PICTURES, OptimizersSettings

WORK_LIMIT = 400_000_000  # coordinates x LSTM units x updates kept for one back-propagation: about 3 GB
PICTURES_LIMIT = 10_000_000  # pictures of all minibatches of a meta-step: their numbers take 200 MB
MEASURED_LIMIT = 200_000  # losses of a method that are kept: held-out problems x updates
EXACT_LIMIT = 4_000  # coordinates of all problems where second derivatives are kept


@rules_for(OptimizersSettings)
def conflicts(settings: OptimizersSettings) -> Iterator[Conflict]:
    """Yield every conflict between the settings."""
    yield from _of_problem(settings)
    yield from _of_optimizer(settings)
    yield from _of_training(settings)


def _of_problem(settings: OptimizersSettings) -> Iterator[Conflict]:
    if settings.problem == "mnist" and settings.ways > 10:
        yield "ways", say("must be at most 10 for MNIST, not {got}", got=settings.ways)
    if settings.problem in ("glyphs", "mnist") and settings.batch < 1:
        yield "batch", say("must be at least 1 when a network is trained on minibatches, not 0")
    if settings.problem == "episodes" and settings.shots > 20:
        yield "shots", say("must be at most 20 per class, not {got}", got=settings.shots)
    if settings.problem == "episodes" and settings.batch > settings.ways * settings.shots:
        yield (
            "batch",
            say(
                "must be at most the {all} examples of an episode, not {got}",
                all=settings.ways * settings.shots,
                got=settings.batch,
            ),
        )


def _of_optimizer(settings: OptimizersSettings) -> Iterator[Conflict]:
    variant = settings.variant
    if variant in ("additive", "combined") and settings.layers < 1:
        yield "layers", say("must be at least 1 when an LSTM makes the update, not 0")
    if variant in ("additive", "combined") and not settings.sees_gradient:
        yield "sees_gradient", say("must be true when an LSTM makes the update, which it bases on the gradient")
    if variant in ("gates", "combined") and settings.layers and not (settings.sees_gradient or settings.sees_loss):
        yield "layers", say("must be 0 when neither gradient nor loss is seen: the LSTM would have no input")
    if variant == "gradient-descent" and settings.decay * settings.eta > 1:
        yield (
            "decay",
            say(
                "must be at most 1 / η = {most:.3g}, not {got:.3g}: otherwise the forget gate 1 − ηλ is negative",
                most=1 / settings.eta,
                got=settings.decay,
            ),
        )


def _of_training(settings: OptimizersSettings) -> Iterator[Conflict]:
    yield from _of_measuring(settings)
    if not settings.trains:
        return
    n, b, span = settings.coordinates, settings.problems, min(settings.truncation, settings.updates)
    if settings.objective == "final" and settings.truncation < settings.updates:
        yield (
            "truncation",
            say(
                "must be at least the {updates} updates when only the final loss counts, not {got}",
                updates=settings.updates,
                got=settings.truncation,
            ),
        )
    if settings.learned_start and settings.truncation < settings.updates:
        yield (
            "truncation",
            say(
                "must be at least the {updates} updates when the start is learned, not {got}",
                updates=settings.updates,
                got=settings.truncation,
            ),
        )
    if settings.second_derivatives and n * b > EXACT_LIMIT:
        yield (
            "second_derivatives",
            say(
                "needs at most {limit} coordinates in all; {problems} problems of {n} have {got}",
                limit=EXACT_LIMIT,
                problems=b,
                n=n,
                got=n * b,
            ),
        )
    pictures = settings.batch * b * settings.updates
    if settings.problem in PICTURES and pictures > PICTURES_LIMIT:
        yield (
            "problems",
            say(
                "{problems} problems with {updates} minibatches of {batch} take {got:.2g} pictures, over the limit of"
                " {limit:.0e}",
                problems=b,
                updates=settings.updates,
                batch=settings.batch,
                got=pictures,
                limit=PICTURES_LIMIT,
            ),
        )
    work = settings.kept
    if work // b > WORK_LIMIT:
        yield (
            "truncation",
            say(
                "must be at most {most}, not {span}: one problem of {n} coordinates with {units} units in {layers}"
                " layers needs {work:.2g} numbers, over the limit of {limit:.0e}",
                most=WORK_LIMIT // (work // b // span),
                n=n,
                span=span,
                units=settings.units,
                layers=settings.layers,
                work=work // b,
                limit=WORK_LIMIT,
            ),
        )
    elif work > WORK_LIMIT:
        yield (
            "problems",
            say(
                "{problems} problems of {n} coordinates over {span} updates with {units} units in {layers} layers need"
                " {work:.2g} numbers, over the limit of {limit:.0e}; use at most {most} problems",
                problems=b,
                n=n,
                span=span,
                units=settings.units,
                layers=settings.layers,
                work=work,
                limit=WORK_LIMIT,
                most=WORK_LIMIT // (work // b),
            ),
        )


def _of_measuring(settings: OptimizersSettings) -> Iterator[Conflict]:
    if settings.test_problems * settings.updates > MEASURED_LIMIT:
        most = MEASURED_LIMIT // settings.updates
        yield (
            "test_problems",
            say(
                "must be at most {most} with {updates} updates, not {got}",
                most=most,
                updates=settings.updates,
                got=settings.test_problems,
            ),
        )
