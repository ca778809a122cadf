"""Defines the settings of the sine waves story: tasks, network, methods, training, measurements and pictures."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Literal

from typing_extensions import override

from metascope.simulator.engine.computing import DeviceKind, EngineKind, device_setting, engine_setting
from metascope.simulator.engine.settings import Settings, Shapes, setting, steps_setting
from metascope.simulator.learners import settings as learning
from metascope.simulator.stories.sines.names import LARGEST, META_SGD, METHODS, ORACLE, SCRATCH, SMALLEST, TUNED

QUERIES = 25  # query points of a held-out wave
VALIDATION = 40  # waves on which the rates of adaptation are tuned
RATES = 9  # that are tried there, those of `learners.fewshot.tuning`
_ADAPTING = 2.7e-11  # seconds of processor time for a multiplication of a network that adapts; measured
Row = tuple[float, ...]
Corner = Literal["start", "maml", "fomaml", "reptile", "pretraining", "anil", "meta_sgd", "scratch"]


class SinesSettings(Settings):
    """Settings of the sine waves story: tasks, network, methods and their training."""

    rules_apart = True  # in limits.py

    steps: int = steps_setting(140, "several")
    updates: int = learning.updates_setting(
        50, help="Updates of every start in one meta-step; the papers call them iterations", group="Run", high=1000
    )
    device: DeviceKind = device_setting()
    engine: EngineKind = engine_setting()
    phases: Literal["pi", "2 pi"] = setting(
        "pi", "Largest phase", help="Phases are drawn from 0 to this, amplitudes from 0.1 to 5", group="Tasks"
    )
    shots: int = setting(
        10, "Shots", help="Points per wave that a network adapts to", symbol="K", group="Tasks", low=1, high=50
    )
    queries: int = setting(
        10,
        "Queries",
        help="Further points per wave, on which the adapted network is judged",
        group="Tasks",
        low=1,
        high=50,
    )
    tasks: int = setting(25, "Meta-batch", help="Waves per update", group="Tasks", low=1, high=4000, logarithmic=True)

    hidden_units: int = learning.hidden_units_setting(40, high=128)
    hidden_layers: int = learning.hidden_layers_setting()
    activation: Literal["relu", "tanh", "sigmoid"] = setting(
        "relu", "Activation", help="Activation of the hidden units", group="Network"
    )
    init: Literal["uniform", "truncated", "scaled"] = setting(
        "uniform",
        "Initial weights",
        help="uniform: torch's default; truncated: normal, spread 0.01, as in the MAML code; scaled: normal, by fan-in",
        group="Network",
    )

    maml: bool = setting(True, "MAML", help="Differentiates through the adaptation", group="Methods")
    fomaml: bool = setting(True, "FOMAML", help="MAML without second derivatives", group="Methods")
    reptile: bool = setting(
        True, "Reptile", help="Moves the start part of the way to the adapted networks", group="Methods"
    )
    pretraining: bool = setting(True, "Pre-training", help="One network trained on all waves at once", group="Methods")
    anil: bool = setting(False, "ANIL", help="MAML that adapts only the last layer", group="Methods")
    meta_sgd: bool = setting(False, "Meta-SGD", help="MAML that learns a rate for each parameter", group="Methods")
    scratch: bool = setting(True, "From scratch", help="The initial network, never trained", group="Methods")
    oracle: bool = setting(
        True, "Oracle", help="Pre-training of a network that is given amplitude and phase", group="Methods"
    )

    alpha: float = setting(
        0.01,
        "Inner learning rate",
        help="Step size of the inner steps; pre-training, from scratch and the oracle search for their own",
        symbol="α",
        live=True,
        low=0.0,
        high=10.0,
    )
    inner_steps: int = learning.inner_steps_setting(1)
    outer_optimizer: learning.OuterOptimizer = learning.outer_optimizer_setting()
    outer_rate: float = learning.outer_rate_setting(1e-3)
    clip: float = learning.clip_setting()
    meta_sgd_start: learning.MetaSgdStart = learning.meta_sgd_start_setting()
    learn: bool = learning.starts_learn_setting()

    reptile_steps: int = learning.reptile_steps_setting("Inner steps in training, each on a minibatch")
    reptile_batch: int = learning.reptile_batch_setting(help="Points per inner step", high=50)
    reptile_points: int = setting(
        50,
        "Points per wave",
        help="Points evenly spaced from -5 to 5, from which minibatches are drawn",
        group="Reptile",
        low=1,
        high=200,
        only_for=learning.REPTILE_ONLY,
    )
    reptile_tasks: int = setting(
        1,
        "Reptile's waves",
        help="Waves that Reptile uses, the first of the meta-batch",
        group="Reptile",
        low=1,
        high=200,
        only_for=learning.REPTILE_ONLY,
    )
    reptile_rate: float = learning.reptile_rate_setting(0.02, help="Step size of Reptile's inner steps", high=10.0)
    epsilon: float = learning.epsilon_setting(0.1, only_for=learning.REPTILE_ONLY)
    annealing: int = setting(
        30_000,
        "Annealed over",
        help="Updates over which the Reptile step size falls to 0; 0: it stays constant",
        group="Reptile",
        low=0,
        high=10_000_000,
        only_for=learning.REPTILE_ONLY,
    )

    test_tasks: int = setting(
        100, "Held-out waves", help="Waves on which all methods are measured", group="Measuring", low=4, high=1000
    )
    test_steps: int = learning.adaptation_steps_setting("Inner steps on the held-out waves and on the shown one")
    test_every: int = learning.measured_every_setting(10, help="Meta-steps between measurements on the held-out waves")

    shown: int = setting(
        0, "Wave shown", help="Which of the held-out waves is shown", group="Picture", live=True, low=0, high=99
    )
    wave: bool = setting(False, "Custom wave", help="Choose amplitude and phase", group="Picture", live=True)
    amplitude: float = setting(
        2.5,
        "Amplitude",
        help="Amplitude of the custom wave",
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
        help="Phase of the custom wave A sin(x − φ)",
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
        "Custom points",
        help="x and y of each point that every method adapts to; empty: points of the wave",
        group="Picture",
        live=True,
    )
    plane: Literal["pca", "starts", "random"] = setting(
        "pca",
        "Loss surface",
        help="pca: where the starts varied most; starts: through three starts; random: two directions at MAML's start",
        group="Picture",
        live=True,
    )
    corner_1: Corner = setting(
        "maml",
        "First corner",
        help="A start that the plane goes through",
        group="Picture",
        live=True,
        only_for={"plane": ["starts"]},
    )
    corner_2: Corner = setting(
        "pretraining",
        "Second corner",
        help="A start that the plane goes through",
        group="Picture",
        live=True,
        only_for={"plane": ["starts"]},
    )
    corner_3: Corner = setting(
        "reptile",
        "Third corner",
        help="A start that the plane goes through",
        group="Picture",
        live=True,
        only_for={"plane": ["starts"]},
    )
    plane_every: int = learning.surface_every_setting(group="Picture")

    @property
    def methods(self) -> tuple[str, ...]:
        """Names of the methods in the run, in the order of `METHODS`."""
        return tuple(name for name in METHODS if getattr(self, name))

    @property
    def hidden(self) -> tuple[int, ...]:
        """Units of each hidden layer."""
        return (self.hidden_units,) * self.hidden_layers

    @property
    def parameters(self) -> int:
        """n, the number of parameters of the network."""
        return sum((inputs + 1) * outputs for inputs, outputs in pairwise((1, *self.hidden, 1)))

    @property
    @override
    def weight_shapes(self) -> Shapes:
        """A network of each method; the oracle's has two inputs more, and Meta-SGD has a rate for each parameter."""
        found = {f"{key}.phi": (self.parameters + 2 * self.hidden_units * (key == ORACLE),) for key in self.methods}
        return found | ({f"{META_SGD}.rates": (self.parameters,)} if self.meta_sgd else {})

    @property
    @override
    def working_bytes(self) -> int:
        return 5 * max(self.kept, self.tested)  # with what is around them; as measured

    @property
    def kept(self) -> int:
        """Numbers that an update keeps: of every learned method, the networks of all waves after every inner step."""
        learners = sum(name not in (SCRATCH, ORACLE) for name in self.methods)
        return self.tasks * self.parameters * (self.inner_steps + 1) * learners

    @property
    def tested(self) -> int:
        """Numbers that a measurement keeps: the networks of all held-out waves."""
        return self.test_tasks * self.parameters * len(self.methods)

    @property
    @override
    def preparing_seconds(self) -> float:
        """As `Settings.preparing_seconds`: all methods adapt to held-out waves, some of them at every rate."""
        adapted = self.test_tasks * len(self.methods)
        tuned = VALIDATION * RATES * sum(name in TUNED for name in self.methods)
        passes = 3 * self.shots + QUERIES  # forth and back, and forth
        return _ADAPTING * (adapted + tuned) * self.test_steps * passes * self.parameters

    @property
    def work(self) -> int:
        """Multiplications of a layer for all waves of an update, which decide whether a GPU is worth it."""
        return self.tasks * (self.shots + self.queries) * self.hidden_units**2

    @property
    def largest_phase(self) -> float:
        """The largest phase that is drawn, in radians."""
        return math.pi if self.phases == "pi" else 2 * math.pi

    @property
    def corners(self) -> tuple[str, str, str]:
        """The three starts that the plane goes through when `plane` is "starts"."""
        return self.corner_1, self.corner_2, self.corner_3
