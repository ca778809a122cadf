"""Defines the settings of the learned optimizers story: problems, optimizer, meta-training and measurements."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from typing_extensions import override

from metascope.simulator.engine.computing import DeviceKind, EngineKind, device_setting, engine_setting
from metascope.simulator.engine.settings import Settings, Shapes, prefixed, setting
from metascope.simulator.learners.settings import clip_setting, measured_every_setting

LONGEST = 1000  # updates of a problem
NETWORKS = ("sine", "glyphs", "episodes", "mnist")
PICTURES = ("glyphs", "episodes", "mnist")
FIXED = ("gradient-descent", "additive")  # variants whose gates are the same at every update
LEARNED_ONES = ("gates", "additive", "combined")  # variants that are meta-trained

ProblemKind = Literal["quadratics", "landscape", "sine", "glyphs", "episodes", "mnist"]


class OptimizersSettings(Settings):
    """Settings of the learned optimizers story: problems, optimizer and meta-training."""

    rules_apart = True  # in limits.py

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
