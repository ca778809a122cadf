"""Defines the settings of the navigation story: the walk, the policy, methods, training, measurements."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Literal

from pydantic import JsonValue
from typing_extensions import override

from metascope.simulator.engine.computing import EngineKind, engine_setting
from metascope.simulator.engine.settings import Settings, Shapes, prefixed, setting, steps_setting
from metascope.simulator.learners import settings as learning
from metascope.simulator.stories.navigation.names import (
    ESTIMATES,
    MAML,
    METHODS,
    MOST_GOALS,
    ORACLE,
    RL2,
)

Row = tuple[float, ...]
MOST_STEPS = 5  # of adaptation
_STEP = 5.5e-7  # seconds of processor time for a step of a walk, walked and learned from; measured
_MULTIPLYING = 2e-10  # and for each weight of a policy more
_TRPO: dict[str, list[JsonValue]] = {"rule": ["trpo"]}
_PPO: dict[str, list[JsonValue]] = {"rule": ["ppo"]}
_RATED: dict[str, list[JsonValue]] = {"rule": ["adam", "ppo"]}
_MAML: dict[str, list[JsonValue]] = {"maml": [True]}
_RL2: dict[str, list[JsonValue]] = {"rl2": [True]}
_COMPARED: dict[str, list[JsonValue]] = {"compare": [True]}


def _around(count: int = 8, radius: float = 0.45) -> tuple[Row, ...]:
    """Return goals evenly around 0."""
    turns = (2 * math.pi * place / count for place in range(count))
    return tuple((round(radius * math.cos(turn), 3), round(radius * math.sin(turn), 3)) for turn in turns)


class NavigationSettings(Settings):
    """Settings of the navigation story."""

    rules_apart = True  # in limits.py
    looked_at = frozenset({"goals", "focus"})

    steps: int = steps_setting(40, "some")
    updates: int = learning.updates_setting(
        5, help="Updates of every start in one meta-step, each on new tasks", group="Run", high=100
    )
    engine: EngineKind = engine_setting()

    family: Literal["square", "ring"] = setting(
        "square",
        "Goals",
        help="square: anywhere within 0.5 of the start along both axes, as published; ring: 0.5 away in any direction",
        group="Task",
    )
    horizon: int = setting(100, "Horizon", help="Steps of an episode", symbol="H", group="Task", low=5, high=200)
    reward: Literal["distance", "squared"] = setting(
        "distance",
        "Reward",
        help="distance: its negative after each step, as the authors' program has it and the published returns need;"
        " squared: the negative squared distance, as the paper says",
        group="Task",
    )
    scaled: bool = setting(
        True,
        "Scaled actions",
        help="On: an action of 1 is a step of 0.1, as in the authors' program; off: an action is the step itself,"
        " clipped to 0.1, so that a standard deviation of 1 is noise that always goes as far as it can",
        group="Task",
    )
    ends: bool = setting(
        True,
        "End at the goal",
        help="An episode ends within 0.01 of the goal along both axes; the published returns need it",
        group="Task",
    )

    maml: bool = setting(True, "MAML", help="Learns a start from which a policy-gradient step adapts", group="Methods")
    reptile: bool = setting(
        False, "Reptile", help="Moves the start part of the way to the adapted policies", group="Methods"
    )
    pretraining: bool = setting(
        True, "Pre-training", help="Learns one policy for all goals, and adapts it afterwards", group="Methods"
    )
    scratch: bool = setting(False, "From scratch", help="Adapts the initial policy", group="Methods")
    oracle: bool = setting(
        False, "Oracle", help="Learns one policy that sees the goal, and does not adapt", group="Methods"
    )
    rl2: bool = setting(
        False,
        "RL²",
        help="Learns a recurrent policy that sees its own actions and rewards and goes on remembering from episode to"
        " episode: it adapts without a gradient, one episode for each inner step of the others",
        group="Methods",
    )

    hidden_units: int = learning.hidden_units_setting(32, group="Policy", low=4, high=128)
    hidden_layers: int = learning.hidden_layers_setting(group="Policy", high=3)
    activation: Literal["tanh", "relu"] = setting(
        "tanh", "Activation", help="Activation of the hidden units", group="Policy"
    )

    inner_steps: int = learning.inner_steps_setting(1, help="Inner steps in training, each on new paths", high=3)
    inner_rate: float = setting(
        0.1, "Inner learning rate", help="Step size of the inner steps", symbol="α", live=True, low=0.0, high=5.0
    )
    tasks: int = setting(20, "Meta-batch", help="Goals per update", group="Training", low=2, high=64)
    paths: int = setting(
        10, "Paths", help="Episodes per goal before each inner step, and after the last", symbol="K", low=2, high=64
    )
    estimator: Literal["first-order", "surrogate", "e-maml", "dice", "exact"] = setting(
        "surrogate",
        "Meta-gradient",
        help="What MAML keeps of the start's influence. first-order: none on the inner steps; surrogate: on the steps,"
        " with their paths as they are, as published; e-maml: also on which paths there are, by what they led to; dice:"
        " the same for the expected step; exact: all of it, through the walks themselves, with Adam and without ends of"
        " episodes",
        only_for=_MAML,
    )
    rule: Literal["adam", "trpo", "ppo"] = setting(
        "adam",
        "Outer optimizer",
        help="adam: a step of Adam per update; trpo: the natural gradient within a trust region, as published; ppo:"
        " several steps of Adam on clipped ratios. Reptile has its own",
    )
    outer_rate: float = learning.outer_rate_setting(1e-2, help="Step size of Adam and PPO at first", only_for=_RATED)
    halving: int = setting(
        60,
        "Halve the rate every",
        help="Updates after which the outer learning rate is halved, again and again",
        unit="updates",
        low=1,
        high=1_000_000,
        logarithmic=True,
        only_for=_RATED,
    )
    learn: bool = learning.starts_learn_setting()
    discount: float = setting(
        0.99,
        "Discount",
        help="Weight of a reward one step later, where actions are judged",
        symbol="γ",
        group="Judging",
        low=0.0,
        high=1.0,
    )
    baseline: bool = setting(
        True,
        "Baseline",
        help="Rewards to go are compared with those expected there and then: linear in features, fitted per goal",
        group="Judging",
    )
    divergence: float = setting(
        0.01,
        "Trust region",
        help="Largest mean KL divergence of the adapted policies in a step",
        group="TRPO",
        low=1e-5,
        high=1.0,
        logarithmic=True,
        only_for=_TRPO,
    )
    directions: int = setting(
        10,
        "Conjugate gradients",
        help="Steps of conjugate gradients by which the natural gradient is found",
        group="TRPO",
        low=1,
        high=50,
        only_for=_TRPO,
    )
    clip: float = setting(
        0.2,
        "Clip",
        help="How far ratios of probabilities may go from 1",
        group="PPO",
        low=0.01,
        high=1.0,
        only_for=_PPO,
    )
    epochs: int = setting(
        4, "Epochs", help="Steps of Adam on the same paths", group="PPO", low=1, high=20, only_for=_PPO
    )
    reptile_steps: int = learning.reptile_steps_setting(
        "Inner steps in training, each on new paths", default=3, high=10
    )
    epsilon: float = learning.epsilon_setting(
        0.2, help="Fraction of the way to the mean adapted policy", only_for=learning.REPTILE_ONLY
    )

    memory: int = setting(
        48,
        "Memory",
        help="Numbers that the recurrent policy remembers: units of its GRU",
        symbol="U",
        group="RL²",
        low=4,
        high=128,
        only_for=_RL2,
    )
    episodes: int = setting(
        2, "Episodes of a trial", help="Episodes on one goal in training", group="RL²", low=1, high=4, only_for=_RL2
    )
    trial_epochs: int = setting(
        5,
        "Epochs on trials",
        help="Steps of Adam on the same trials, with ratios of probabilities clipped at 0.2",
        group="RL²",
        low=1,
        high=20,
        only_for=_RL2,
    )
    trial_rate: float = setting(
        3e-3,
        "Rate on trials",
        help="Step size of these at first; it is halved as the outer learning rate is",
        group="RL²",
        live=True,
        low=1e-6,
        high=0.1,
        logarithmic=True,
        only_for=_RL2,
    )

    test_steps: int = learning.adaptation_steps_setting(
        "Inner steps on the goals shown and on held-out ones; the first has the inner learning rate, later ones half of"
        " it, as published",
        default=3,
        high=MOST_STEPS,
    )
    test_paths: int = setting(
        20, "Paths to adapt", help="Episodes per goal for each of these steps", group="Measuring", low=2, high=64
    )
    test_every: int = learning.measured_every_setting(2, help="Meta-steps between measurements on held-out goals")
    test_goals: int = setting(
        40, "Held-out goals", help="Goals over which returns are averaged", group="Measuring", low=4, high=200
    )
    compare: bool = setting(
        False,
        "Compare estimators",
        help="At each meta-step every estimator of MAML's meta-gradient is drawn a few times more, without ends of"
        " episodes, and compared with the exact gradient",
        group="Estimators",
        only_for=_MAML,
    )
    draws: int = setting(
        2,
        "Draws per meta-step",
        help="Estimates by each estimator in a meta-step, on the same goals and the same noise",
        group="Estimators",
        low=1,
        high=16,
        only_for=_COMPARED,
    )
    window: int = setting(
        50,
        "Start anew every",
        help="Meta-steps for which estimates are of one and the same start, before the present one is taken",
        unit="meta-steps",
        group="Estimators",
        low=1,
        high=1000,
        only_for=_COMPARED,
    )
    goals: tuple[Row, ...] = setting(
        _around(), "Goals shown", help="x and y of each goal that every start adapts to", group="Shown", live=True
    )
    focus: int = setting(
        0,
        "Goal in focus",
        help="Whose adaptation is told in the captions and drawn as a field of arrows, counted from 0",
        group="Shown",
        live=True,
        low=0,
        high=MOST_GOALS - 1,
    )
    shown_paths: int = setting(3, "Paths drawn", help="Episodes that are drawn per goal", group="Shown", low=1, high=10)

    @property
    def methods(self) -> tuple[str, ...]:
        """The keys of the methods that take part."""
        return tuple(key for key in METHODS if getattr(self, key))

    @property
    def hidden(self) -> tuple[int, ...]:
        """Units of each hidden layer."""
        return (self.hidden_units,) * self.hidden_layers

    @property
    def drawn(self) -> int:
        """Episodes that are drawn per goal: no more than there are."""
        return min(self.shown_paths, self.test_paths)

    @property
    def published(self) -> bool:
        """Whether returns can stand beside the published ones."""
        rules = self.reward == "distance" and self.scaled and self.ends
        return rules and self.family == "square" and self.horizon == 100

    @property
    def parameters(self) -> int:
        """How many parameters a policy has that is told its place."""
        return sum(math.prod(shape) for shape in self._policy(MAML).values())

    @property
    @override
    def weight_shapes(self) -> Shapes:
        return prefixed(**{key: self._remembering if key == RL2 else self._policy(key) for key in self.methods})

    def _policy(self, method: str) -> Shapes:
        widths, found = (4 if method == ORACLE else 2, *self.hidden, 2), dict[str, tuple[int, ...]]()
        for number, (a, b) in enumerate(pairwise(widths), start=1):
            layer = f"layer{number}" if number < len(widths) - 1 else "mean"
            found |= {f"{layer}.weights": (a, b), f"{layer}.biases": (b,)}
        return found | {"log_std": (2,)}

    @property
    def _remembering(self) -> Shapes:
        """The shapes of the policy with a memory: a GRU of 8 inputs, and 3 outputs."""
        u = self.memory
        gates = {"input.weights": (3 * u, 8), "memory.weights": (3 * u, u)}
        outputs = {"mean.weights": (2, u), "mean.biases": (2,), "expected.weights": (1, u), "expected.biases": (1,)}
        return {**gates, "input.biases": (3 * u,), "memory.biases": (3 * u,), **outputs, "log_std": (2,)}

    @property
    @override
    def preparing_seconds(self) -> float:
        """As `Settings.preparing_seconds`: all methods walk to held-out goals and to those shown, and learn from it."""
        weights = sum(math.prod(shape) for shape in self.weight_shapes.values() if len(shape) == 2)
        return self.measured_steps * (_STEP * len(self.methods) + _MULTIPLYING * weights)

    @property
    def measured_steps(self) -> int:
        """The steps of all walks of a method as it is measured and shown."""
        return (self.test_goals + len(self.goals)) * self.test_paths * self.horizon * (self.test_steps + 1)

    @property
    @override
    def working_bytes(self) -> int:
        inner = max(self.inner_steps, self.reptile_steps if self.reptile else 0)
        each = 40 + 2 * sum(self.hidden)  # numbers kept of a step of a walk: what it was, and activations
        exactly = 4 if self.compare or self.estimator == "exact" else 1  # what autograd keeps
        trained = self.tasks * self.paths * (inner + 1) * exactly
        measured = max(self.test_goals, MOST_GOALS) * self.test_paths
        compared = 14 * len(ESTIMATES) * self.parameters if self.compare else 0  # sums and means of estimates
        trials = self.tasks * self.paths * self.episodes if self.rl2 else 0
        tried = max(trials, measured) * (60 + 12 * self.memory) if self.rl2 else 0  # what autograd keeps of a step
        return 4 * (self.horizon * max(each * max(trained, measured), tried) + compared)
