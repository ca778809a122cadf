"""Simulates the navigation story: starts learn from walks to goals that they do not see, and adapt to those shown."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import final

import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.arrays import single
from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.files.compatibility import Describe
from metascope.simulator.engine.randomness import generator
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.steerable_simulation import whole
from metascope.simulator.engine.tensor_simulation import TensorSimulation
from metascope.simulator.engine.text import Message, listed, say
from metascope.simulator.learners.policy_gradient.comparing import Estimates
from metascope.simulator.learners.policy_gradient.products.product import kernels_of
from metascope.simulator.learners.policy_gradient.training import PolicyTraining, Report
from metascope.simulator.stories.navigation.adapting import Judge, Shown, Training, policy_of, rates_of
from metascope.simulator.stories.navigation.estimating import estimates
from metascope.simulator.stories.navigation.frame import Course, MetaTest, NavigationFrame
from metascope.simulator.stories.navigation.names import MAML, METHOD_NAMES, RL2
from metascope.simulator.stories.navigation.notices import notices_of
from metascope.simulator.stories.navigation.settings import NavigationSettings
from metascope.simulator.stories.navigation.training import begun, teach

_WEIGHTS = ".weights."  # in the middle of the names of tensors that are learned
_ESTIMATES = 30  # stream of random numbers
_ADAPTING = ("goals", "focus", "inner_rate")  # settings that change the adaptation shown


def description(weights: Mapping[str, Tensor]) -> Message:
    """Describe the policies that these weights belong to, as far as names and shapes show."""
    layers = {
        name.rpartition(".")[0].partition(".")[2]: " × ".join(map(str, weight.shape))
        for name, weight in weights.items()
        if name.endswith(".weights")
    }
    if "mean" not in layers:
        return say("something else")
    return say("policies with {layers}", layers=", ".join(f"{layer} {shape}" for layer, shape in layers.items()))


@final
class NavigationSimulation(TensorSimulation[NavigationSettings, NavigationFrame]):
    """Each meta-step does a few updates of every start on new goals; then all adapt to the goals shown."""

    may_be_nan = frozenset({"test.returns", "test.half"})

    @override
    @classmethod
    def kernels(cls, settings: NavigationSettings) -> tuple[Kernel, ...]:
        if settings.rule != "trpo":
            return ()
        learners = [policy_of(settings, method) for method in settings.methods if method != RL2]
        return tuple({kernel for policy in learners for kernel in kernels_of(policy)})

    @override
    def begin(self) -> None:
        super().begin()
        self._judge, self._shown = Judge(self.settings), Shown(self.settings)
        self._course: Course | None = None
        self._draft = False
        self._reports: dict[str, Report] = {}  # of the last update of the last meta-step
        self._measure()

    @override
    def initial(self) -> dict[str, Tensor]:
        self._starts: dict[str, Training] = begun(self.settings, self.engine)
        found = {n: tensor for method, start in self._starts.items() for n, tensor in start.tensors(method).items()}
        self._estimates: Estimates | None = None
        if self.settings.compare and self.settings.maml:
            self._estimates = Estimates(self._starts[MAML].start)
            found |= self._estimates.tensors("estimates")
        return found

    @override
    def weights_of(self, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        return {name.replace(_WEIGHTS, "."): tensor for name, tensor in tensors.items() if _WEIGHTS in name}

    @property
    @override
    def describe(self) -> Describe:
        return description

    @override
    def weights_loaded(self) -> None:
        """Start the optimizers again, and measure."""
        for start in self._starts.values():
            start.forget()
        self._reports, self._course = {}, None
        self._measure()

    @override
    def weights_fault(self) -> Message | None:
        finite = math.isfinite(float(self._test.returns[0].sum()))
        return None if finite else say("these weights give actions that are NaN or infinite")

    @override
    def learn(self) -> None:
        settings = self.settings
        if self._estimates is not None:
            self._estimate(self._estimates)
        self._reports = teach(self._starts, settings, self.steps_done, self.draws) if settings.learn else {}
        self._course = None

    def _estimate(self, kept: Estimates) -> None:
        """Draw a few more estimates of the meta-gradient of a start that was MAML's."""
        settings, step = self.settings, self.steps_done
        training = self._starts[MAML]
        assert isinstance(training, PolicyTraining), "MAML has no memory"
        if step % settings.window == 0:
            kept.begin_anew(training.start, step)
        draws = generator(settings.seed, _ESTIMATES, step)
        for _ in range(settings.draws):
            kept.take(estimates(settings, training.policy, kept.start, draws))

    @override
    def after_step(self) -> None:
        super().after_step()
        if self.steps_done % self.settings.test_every == 0:
            self._measure()

    @override
    def divergence(self, names: Sequence[str]) -> Message:
        if any(name.startswith("estimates.") for name in names):
            return say("estimates of the meta-gradient became NaN or infinite")
        methods = dict.fromkeys(METHOD_NAMES[name.partition(".")[0]] for name in names)
        return say("the weights of {methods} became NaN or infinite", methods=listed(methods))

    def _measure(self) -> None:
        self._test = self._judge.measure(self.settings, self._starts, self.steps_done)

    @override
    def setting_changed(self, name: str, before: NavigationSettings, draft: bool) -> None:
        """Follow a live setting; in a draft the goals are adapted to on fewer paths."""
        if name in _ADAPTING:
            self._course, self._draft = None, draft

    @override
    def save(self) -> State:
        test = self._test
        found: dict[str, object] = {
            "reports": json.dumps({method: asdict(report) for method, report in self._reports.items()}),
            "test.step": test.step,
            "test.returns": torch.from_numpy(test.returns.copy()),
            "test.half": torch.from_numpy(test.half.copy()),
        }
        return {**super().save(), **found}

    @override
    def load(self, state: State) -> None:
        super().load(state)
        self._reports = {method: Report(**told) for method, told in json.loads(str(state["reports"])).items()}
        returns, half = state["test.returns"], state["test.half"]
        shape = (self.settings.test_steps + 1, len(self.settings.methods))
        if not isinstance(returns, Tensor) or not isinstance(half, Tensor) or not returns.shape == half.shape == shape:
            raise ValueError(f"test.returns and test.half must be {shape}")
        self._test = MetaTest(
            step=whole(state, "test.step"), goals=self.settings.test_goals, returns=single(returns), half=single(half)
        )
        self._course, self._draft = None, False

    @override
    def show(self) -> NavigationFrame:
        settings = self.settings
        if self._course is None:
            self._course = self._shown.course(settings, self._starts, self._draft)
            self._draft = False
        return NavigationFrame(
            step=self.steps_done,
            metrics=self._metrics(),
            notices=notices_of(settings, self._test),
            methods=settings.methods,
            rates=single(torch.tensor(rates_of(settings, ""))),
            course=self._course,
            test=self._test,
            comparison=None if self._estimates is None else self._estimates.comparison(),
        )

    def _metrics(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for method, report in self._reports.items():
            found[f"{method}.training_return"] = report.after
            if self.settings.rule == "trpo" and report.tries:
                found |= {f"{method}.kl": report.divergence, f"{method}.accepted": report.length}
        test = self._test
        if test.step == self.steps_done:
            for index, method in enumerate(self.settings.methods):
                for step, (value, half) in enumerate(zip(test.returns[:, index], test.half[:, index], strict=True)):
                    found |= {f"{method}.return_{step}": float(value), f"{method}.ci_{step}": float(half)}
        return {name: value for name, value in found.items() if math.isfinite(value)}
