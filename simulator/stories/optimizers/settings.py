"""Defines the settings of the learned optimizers story: problems, optimizer, meta-training and measurements."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from typing_extensions import override

from metascope.simulator.engine.computing import DeviceKind, EngineKind, device_setting, engine_setting
from metascope.simulator.engine.settings import Conflict, Settings, Shapes, prefixed, rules_for, setting
from metascope.simulator.engine.text import say
from metascope.simulator.learners.settings import clip_setting, measured_every_setting

LONGEST = 1000  # updates of a problem
WORK_LIMIT = 400_000_000  # coordinates x LSTM units x updates kept for one back-propagation: about 3 GB
PICTURES_LIMIT = 10_000_000  # pictures of all minibatches of a meta-step: their numbers take 200 MB
MEASURED_LIMIT = 200_000  # losses of a method that are kept: held-out problems x updates
EXACT_LIMIT = 4_000  # coordinates of all problems where second derivatives are kept
NETWORKS = ("sine", "glyphs", "episodes", "mnist")
PICTURES = ("glyphs", "episodes", "mnist")
FIXED = ("gradient-descent", "additive")  # variants whose gates are the same at every update
LEARNED_ONES = ("gates", "additive", "combined")  # variants that are meta-trained

ProblemKind = Literal["quadratics", "landscape", "sine", "glyphs", "episodes", "mnist"]


class OptimizersSettings(Settings):
    """Settings of the learned optimizers story: problems, optimizer and meta-training."""

    steps: int = setting(
        200,
        "Meta-steps",
        help="Meta-steps until the run finishes; each does all updates on new problems",
        group="Run",
        low=1,
        high=10_000_000,
        logarithmic=True,
    )
    device: DeviceKind = device_setting()
    engine: EngineKind = engine_setting()
    problem: ProblemKind = setting(
        "quadratics",
        "Problems",
        help="quadratics: |Wθ − y|²; landscape: from the first story; sine: regression; glyphs: a network on drawn"
        " characters; episodes: few-shot glyphs; mnist: digits from a folder of yours",
        group="Problem",
    )
    dimension: int = setting(
        10,
        "Dimension",
        help="Coordinates of a quadratic",
        symbol="n",
        group="Problem",
        low=1,
        high=200,
        only_for={"problem": ["quadratics"]},
    )
    landscape: Literal["lecture", "quadratics", "wells", "mixtures"] = setting(
        "wells",
        "Landscape",
        help="lecture: a curve; the others: surfaces over the plane",
        group="Problem",
        only_for={"problem": ["landscape"]},
    )
    hidden_units: int = setting(
        20,
        "Hidden units",
        help="Units per hidden layer of the trained network",
        group="Problem",
        low=1,
        high=100,
        only_for={"problem": NETWORKS},
    )
    hidden_layers: int = setting(
        1,
        "Hidden layers",
        help="Hidden layers of the trained network",
        group="Problem",
        low=1,
        high=3,
        only_for={"problem": NETWORKS},
    )
    activation: Literal["sigmoid", "tanh", "relu"] = setting(
        "sigmoid",
        "Activation",
        help="Activation of the network's hidden units",
        group="Problem",
        only_for={"problem": NETWORKS},
    )
    batch: int = setting(
        128,
        "Minibatch",
        help="Examples per update; 0: all examples of a few-shot episode",
        group="Problem",
        low=0,
        high=512,
        only_for={"problem": PICTURES},
    )
    ways: int = setting(
        10,
        "Classes",
        help="Classes that the network tells apart",
        symbol="N",
        group="Problem",
        low=2,
        high=20,
        only_for={"problem": PICTURES},
    )
    shots: int = setting(
        10,
        "Shots",
        help="Training examples per sine wave, or per class of an episode",
        symbol="K",
        group="Problem",
        low=1,
        high=50,
        only_for={"problem": ["sine", "episodes"]},
    )
    side: Literal[7, 14, 28] = setting(
        28,
        "Picture side",
        help="Width and height to which pictures are averaged",
        unit="pixels",
        group="Problem",
        only_for={"problem": PICTURES},
    )
    folder: str = setting(
        "",
        "MNIST folder",
        help="Folder with the idx files of MNIST or EMNIST, or one of these files",
        group="Problem",
        only_for={"problem": ["mnist"]},
        needed=True,
    )
    transposed: bool = setting(
        False,
        "Swap rows and columns",
        help="For files that store pictures transposed, as EMNIST's do",
        group="Problem",
        only_for={"problem": ["mnist"]},
    )

    variant: Literal["gradient-descent", "gates", "additive", "combined"] = setting(
        "additive",
        "Optimizer",
        help="gradient-descent: fixed gates; gates: learned gates (Ravi & Larochelle); additive: an LSTM's output"
        " (Andrychowicz); combined: both (Lee)",
        group="Learned optimizer",
    )
    units: int = setting(
        20,
        "LSTM units",
        help="Units per layer; all coordinates share the LSTM",
        group="Learned optimizer",
        low=1,
        high=64,
        only_for={"variant": LEARNED_ONES},
    )
    layers: int = setting(
        2,
        "LSTM layers",
        help="Stacked layers; 0: the gates are computed directly from their inputs",
        group="Learned optimizer",
        low=0,
        high=3,
        only_for={"variant": LEARNED_ONES},
    )
    sees_gradient: bool = setting(
        True,
        "Sees the gradient",
        help="Feed in the gradient at each update",
        symbol="∇l",
        group="Learned optimizer",
        only_for={"variant": LEARNED_ONES},
    )
    sees_loss: bool = setting(
        False,
        "Sees the loss",
        help="Feed in the loss at each update",
        symbol="l",
        group="Learned optimizer",
        only_for={"variant": LEARNED_ONES},
    )
    sees_theta: bool = setting(
        False,
        "Gates see the parameter",
        help="Feed the parameter's value to the gates",
        symbol="θ",
        group="Learned optimizer",
        only_for={"variant": ["gates", "combined"]},
    )
    sees_gates: bool = setting(
        False,
        "Gates see themselves",
        help="Feed the gates their values at the previous update",
        group="Learned optimizer",
        only_for={"variant": ["gates", "combined"]},
    )
    preprocessing: Literal["raw", "log-sign"] = setting(
        "raw",
        "Preprocessing",
        help="raw: gradient and loss as they are; log-sign: size and sign separately (log|x| / 10, sgn x)",
        group="Learned optimizer",
        only_for={"variant": LEARNED_ONES},
    )
    output_scale: float = setting(
        0.1,
        "Output scale",
        help="Factor on the LSTM's output",
        group="Learned optimizer",
        low=1e-4,
        high=10.0,
        logarithmic=True,
        only_for={"variant": ["additive", "combined"]},
    )
    forget_bias: float = setting(
        4.5,
        "Forget bias",
        help="Initial bias of the forget gate; 4.5 gives 0.989",
        symbol="b_F",
        group="Learned optimizer",
        low=-10.0,
        high=10.0,
        only_for={"variant": ["gates", "combined"]},
    )
    input_bias: float = setting(
        -4.5,
        "Input bias",
        help="Initial bias of the input gate; −4.5 gives 0.011",
        symbol="b_I",
        group="Learned optimizer",
        low=-10.0,
        high=10.0,
        only_for={"variant": ["gates", "combined"]},
    )
    learned_start: bool = setting(
        False,
        "Learn the start",
        help="Meta-train the problems' common start too",
        symbol="θ₀",
        group="Learned optimizer",
        only_for={"variant": LEARNED_ONES},
    )
    eta: float = setting(
        0.1,
        "Learning rate",
        help="Learning rate of gradient descent: the fixed input gate",
        symbol="η",
        group="Learned optimizer",
        live=True,
        low=0.0,
        high=1.0,
        only_for={"variant": ["gradient-descent"]},
    )
    decay: float = setting(
        0.0,
        "Weight decay",
        help="Weight decay of gradient descent: the forget gate is 1 − ηλ",
        symbol="λ",
        group="Learned optimizer",
        live=True,
        low=0.0,
        high=10.0,
        only_for={"variant": ["gradient-descent"]},
    )

    updates: int = setting(
        100,
        "Updates",
        help="Updates per problem in meta-training",
        symbol="T",
        group="Meta-training",
        low=1,
        high=LONGEST,
    )
    truncation: int = setting(
        20,
        "Truncation",
        help="Updates per back-propagation; each stretch of so many has its own meta-gradient",
        group="Meta-training",
        low=1,
        high=1000,
        only_for={"variant": LEARNED_ONES},
    )
    objective: Literal["sum", "final"] = setting(
        "sum",
        "Objective",
        help="sum: the losses along the way; final: the loss on test examples at the end",
        group="Meta-training",
        only_for={"variant": LEARNED_ONES},
    )
    problems: int = setting(
        32,
        "Problems",
        help="New problems per meta-step",
        symbol="B",
        group="Meta-training",
        low=1,
        high=256,
        only_for={"variant": LEARNED_ONES},
    )
    meta_rate: float = setting(
        0.01,
        "Meta learning rate",
        help="Step size of Adam, which trains the optimizer",
        group="Meta-training",
        live=True,
        low=0.0,
        high=1.0,
        only_for={"variant": LEARNED_ONES},
    )
    clip: float = clip_setting(group="Meta-training", only_for={"variant": LEARNED_ONES})
    second_derivatives: bool = setting(
        False,
        "Second derivatives",
        help="Back-propagate through the problems' gradients too; slow, for small problems only",
        group="Meta-training",
        only_for={"variant": LEARNED_ONES},
    )
    learn: bool = setting(
        True,
        "Meta-train",
        help="Off: the optimizer stays fixed and is only measured",
        group="Meta-training",
        live=True,
        only_for={"variant": LEARNED_ONES},
    )

    test_problems: int = setting(
        64,
        "Held-out problems",
        help="Problems over which losses are averaged; rivals are tuned on others",
        group="Measuring",
        low=8,
        high=1024,
    )
    test_every: int = measured_every_setting(
        10, help="Meta-steps over which a measurement on the held-out problems is spread"
    )
    shown: int = setting(
        0,
        "Problem shown",
        help="Which of the held-out problems is shown",
        group="Measuring",
        live=True,
        low=0,
        high=63,
    )
    laboratory: bool = setting(
        False,
        "Generalization laboratory",
        help="Measure the best optimizer on problems unlike its training problems",
        group="Measuring",
        live=True,
    )
    laboratory_problems: int = setting(
        64,
        "Laboratory problems",
        help="Problems per row of the laboratory's table",
        group="Measuring",
        low=1,
        high=256,
        only_for={"laboratory": [True]},
    )

    @property
    def coordinates(self) -> int:
        """n, the number of parameters of a problem."""
        if self.problem == "quadratics":
            return self.dimension
        if self.problem == "landscape":
            return 1 if self.landscape == "lecture" else 2
        return sum((inputs + 1) * outputs for inputs, outputs in self.layout)

    @property
    def seen(self) -> int:
        """Inputs of the optimizer's LSTM, per coordinate."""
        return (self.sees_gradient + self.sees_loss) * (2 if self.preprocessing == "log-sign" else 1)

    @property
    @override
    def weight_shapes(self) -> Shapes:
        if not self.trains:
            return {"eta": (), "decay": ()}
        sizes = [self.seen, *[self.units] * self.layers]
        found: dict[str, tuple[int, ...]] = {
            f"lstm{layer}": (4 * self.units, size + self.units + 1) for layer, size in enumerate(sizes[:-1], start=1)
        }
        if self.variant != "additive":
            rows = sizes[-1] + self.sees_theta + self.sees_gates + 1
            found |= {"forget": (rows,), "input": (rows,)}
        if self.variant != "gates":
            found |= {"candidate": (sizes[-1] + 1,)}
        if self.learned_start:
            found |= {"start": (self.coordinates,)}
        return found | prefixed(best=found)

    @property
    @override
    def working_bytes(self) -> int:
        pictures = self.batch * self.problems * self.updates if self.problem in PICTURES else 0
        return 20 * pictures + (15 * self.kept // 2 if self.trains else 0)  # as measured

    @property
    def kept(self) -> int:
        """Numbers that are kept for one back-propagation."""
        span = min(self.truncation, self.updates)
        return self.coordinates * self.problems * span * self.units * max(self.layers, 1)

    @property
    def work(self) -> int:
        """Multiplications of an LSTM layer per update of all problems, which decide whether a GPU is worth it."""
        return self.problems * self.coordinates * 4 * self.units * 2 * self.units if self.trains else 0

    @property
    def layout(self) -> tuple[tuple[int, int], ...]:
        """Inputs and outputs of each layer of the trained network."""
        ends = (1, 1) if self.problem == "sine" else (self.side**2, self.ways)
        sizes = (ends[0], *[self.hidden_units] * self.hidden_layers, ends[1])
        return tuple(pairwise(sizes))

    @property
    def judged_at_end(self) -> bool:
        """Whether optimizers are judged by the loss after the last update, on examples that no update saw."""
        return self.objective == "final" and self.trains

    @property
    def learns_start(self) -> bool:
        """Whether the problems' common start is meta-trained."""
        return self.learned_start and self.trains

    @property
    @override
    def trains(self) -> bool:
        """Whether there is anything to meta-train."""
        return self.variant in LEARNED_ONES


@rules_for(OptimizersSettings)
def _conflicts(settings: OptimizersSettings) -> Iterator[Conflict]:
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
