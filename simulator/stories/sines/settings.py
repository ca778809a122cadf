"""Settings of the story of the sine waves: tasks, network, methods, their training, and what is measured and drawn."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Literal

from simulator.engine.computing import DeviceKind, device_setting
from simulator.engine.settings import Settings, setting
from simulator.stories.sines.names import LARGEST, METHODS, SMALLEST

Row = tuple[float, ...]
Corner = Literal["start", "maml", "fomaml", "reptile", "pretraining", "anil", "meta_sgd", "scratch"]
REPTILE_ONLY = {"reptile": [True]}


class SinesSettings(Settings):
    """Which tasks, which network, who learns and how. Rules between settings are checked together."""

    rules_apart = True  # in limits.py

    steps: int = setting(
        140,
        "Training steps",
        help="Where the run pauses as finished; a step is several meta-iterations",
        group="Run",
        low=1,
        high=10_000_000,
        logarithmic=True,
    )
    updates: int = setting(
        50,
        "Meta-iterations a step",
        help="Done between two pictures",
        group="Run",
        low=1,
        high=1000,
        logarithmic=True,
    )
    device: DeviceKind = device_setting()
    phases: Literal["pi", "2 pi"] = setting(
        "pi", "Phases up to", help="Each wave's is drawn from 0 to this, its amplitude from 0.1 to 5", group="Tasks"
    )
    shots: int = setting(
        10, "Shots", help="Points of a wave that a network adapts to", symbol="K", group="Tasks", low=1, high=50
    )
    queries: int = setting(
        10, "Queries", help="Further points, by which an adapted network is judged", group="Tasks", low=1, high=50
    )
    tasks: int = setting(
        25, "Meta-batch", help="Waves of a meta-iteration", group="Tasks", low=1, high=4000, logarithmic=True
    )

    hidden_units: int = setting(40, "Hidden units", help="Of each hidden layer", group="Network", low=1, high=128)
    hidden_layers: int = setting(2, "Hidden layers", help="One above the other", group="Network", low=1, high=4)
    activation: Literal["relu", "tanh", "sigmoid"] = setting(
        "relu", "Activation", help="Of the hidden units", group="Network"
    )
    init: Literal["uniform", "truncated", "scaled"] = setting(
        "uniform",
        "Initial weights",
        help="uniform: as torch begins; truncated: normal, 0.01, as the MAML code; scaled: normal, by the fan-in",
        group="Network",
    )

    maml: bool = setting(True, "MAML", help="Differentiates through the adaptation", group="Methods")
    fomaml: bool = setting(True, "FOMAML", help="MAML without second derivatives", group="Methods")
    reptile: bool = setting(True, "Reptile", help="Goes part of the way to each adapted network", group="Methods")
    pretraining: bool = setting(True, "Pre-training", help="One network for all waves at once", group="Methods")
    anil: bool = setting(False, "ANIL", help="MAML that adapts the last layer only", group="Methods")
    meta_sgd: bool = setting(False, "Meta-SGD", help="MAML that learns a rate for each parameter", group="Methods")
    scratch: bool = setting(True, "From scratch", help="The initial network, never trained", group="Methods")
    oracle: bool = setting(True, "Oracle", help="Pre-training that is told amplitude and phase", group="Methods")

    alpha: float = setting(
        0.01,
        "Inner learning rate",
        help="Step size of adaptation; pre-training, scratch and the oracle search for their own",
        symbol="α",
        live=True,
        low=0.0,
        high=10.0,
    )
    inner_steps: int = setting(1, "Inner steps", help="Of adaptation in training", symbol="k", low=1, high=10)
    outer_optimizer: Literal["adam", "sgd"] = setting(
        "adam", "Outer optimizer", help="Moves the start; Reptile has a rule of its own"
    )
    outer_rate: float = setting(
        1e-3,
        "Outer learning rate",
        help="Step size of the start",
        symbol="β",
        live=True,
        low=1e-6,
        high=1.0,
        logarithmic=True,
    )
    clip: float = setting(
        10.0,
        "Gradient clip",
        help="Largest norm of a meta-gradient",
        low=0.001,
        high=1e6,
        logarithmic=True,
    )
    meta_sgd_start: Literal["alpha", "drawn"] = setting(
        "alpha",
        "Meta-SGD's rates",
        help="Begin at the inner learning rate, or are drawn from 0.005 to 0.1 as in the paper",
        only_for={"meta_sgd": [True]},
    )
    learn: bool = setting(True, "Train", help="Off: every start stays where it is", live=True)

    reptile_steps: int = setting(
        5,
        "Reptile's inner steps",
        help="Each on a minibatch, in training",
        group="Reptile",
        low=1,
        high=50,
        only_for=REPTILE_ONLY,
    )
    reptile_batch: int = setting(
        10, "Minibatch", help="Points of an inner step", group="Reptile", low=1, high=50, only_for=REPTILE_ONLY
    )
    reptile_points: int = setting(
        50,
        "Points of a wave",
        help="Evenly from -5 to 5, from which minibatches are taken",
        group="Reptile",
        low=1,
        high=200,
        only_for=REPTILE_ONLY,
    )
    reptile_tasks: int = setting(
        1,
        "Reptile's waves",
        help="Of the meta-batch, the first so many",
        group="Reptile",
        low=1,
        high=200,
        only_for=REPTILE_ONLY,
    )
    reptile_rate: float = setting(
        0.02,
        "Reptile's inner rate",
        help="Step size of its adaptation",
        symbol="α",
        group="Reptile",
        live=True,
        low=0.0,
        high=10.0,
        only_for=REPTILE_ONLY,
    )
    epsilon: float = setting(
        0.1,
        "Reptile's step",
        help="Share of the way to the mean adapted network",
        symbol="ε",
        group="Reptile",
        live=True,
        low=0.0,
        high=1.0,
        only_for=REPTILE_ONLY,
    )
    annealing: int = setting(
        30_000,
        "Annealed over",
        help="Meta-iterations in which Reptile's step falls to 0; 0: it stays",
        group="Reptile",
        low=0,
        high=10_000_000,
        only_for=REPTILE_ONLY,
    )

    test_tasks: int = setting(
        100, "Held-out waves", help="On which all methods are measured", group="Measuring", low=4, high=1000
    )
    test_steps: int = setting(
        10,
        "Adaptation steps",
        help="On held-out waves and on the one that is shown",
        symbol="J",
        group="Measuring",
        low=1,
        high=50,
    )
    test_every: int = setting(
        10,
        "Measured every",
        help="Steps between two measurements on the held-out waves",
        unit="steps",
        group="Measuring",
        low=1,
        high=1000,
    )

    shown: int = setting(0, "Wave shown", help="Which of the held-out ones", group="Picture", live=True, low=0, high=99)
    wave: bool = setting(False, "A wave of yours", help="Choose amplitude and phase", group="Picture", live=True)
    amplitude: float = setting(
        2.5,
        "Amplitude",
        help="Of your wave",
        symbol="A",
        group="Picture",
        live=True,
        low=SMALLEST,
        high=LARGEST,
        only_for={"wave": [True]},
    )
    phase: float = setting(
        1.0,
        "Phase",
        help="Of your wave A sin(x − φ)",
        symbol="φ",
        unit="rad",
        group="Picture",
        live=True,
        low=0.0,
        high=6.283185307179586,
        only_for={"wave": [True]},
    )
    points: tuple[Row, ...] = setting(
        (),
        "Points of yours",
        help="x and y of each, to which every method adapts; empty: points of the wave",
        group="Picture",
        live=True,
    )
    plane: Literal["pca", "starts", "random"] = setting(
        "pca",
        "Loss surface",
        help="pca: where the starts have varied most; starts: through three of them; random: two directions at MAML's",
        group="Picture",
        live=True,
    )
    corner_1: Corner = setting(
        "maml", "First corner", help="A start in the plane", group="Picture", live=True, only_for={"plane": ["starts"]}
    )
    corner_2: Corner = setting(
        "pretraining",
        "Second corner",
        help="A start in the plane",
        group="Picture",
        live=True,
        only_for={"plane": ["starts"]},
    )
    corner_3: Corner = setting(
        "reptile",
        "Third corner",
        help="A start in the plane",
        group="Picture",
        live=True,
        only_for={"plane": ["starts"]},
    )
    plane_every: int = setting(
        20,
        "Surface every",
        help="Steps after which the loss surface is computed anew",
        group="Picture",
        low=1,
        high=1000,
    )

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods of the run, in their order."""
        return tuple(name for name in METHODS if getattr(self, name))

    @property
    def hidden(self) -> tuple[int, ...]:
        """Units of each hidden layer."""
        return (self.hidden_units,) * self.hidden_layers

    @property
    def parameters(self) -> int:
        """How many parameters the network has: n."""
        return sum((inputs + 1) * outputs for inputs, outputs in pairwise((1, *self.hidden, 1)))

    @property
    def work(self) -> int:
        """Multiplications of a layer for all waves of a meta-iteration: whether a GPU is worth it."""
        return self.tasks * (self.shots + self.queries) * self.hidden_units**2

    @property
    def largest_phase(self) -> float:
        """Up to which phases are drawn, in radians."""
        return math.pi if self.phases == "pi" else 2 * math.pi

    @property
    def corners(self) -> tuple[str, str, str]:
        """The three starts through which the plane goes, where it goes through starts."""
        return self.corner_1, self.corner_2, self.corner_3
