"""Implements the compared methods: how each one learns from a batch of tasks and adapts to a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.learners.fewshot.backward import Lesson, Unrolling
from metascope.simulator.learners.fewshot.compiled import Lessons, Moved
from metascope.simulator.learners.fewshot.compiled import Minibatches as CompiledMinibatches
from metascope.simulator.learners.fewshot.method import Method as Method
from metascope.simulator.learners.fewshot.method import restore
from metascope.simulator.learners.fewshot.outer import Outer
from metascope.simulator.learners.fewshot.training import Joint, Minibatches
from metascope.simulator.learners.fewshot.workspace import Workspace
from metascope.simulator.learners.rules import Rule
from metascope.simulator.tasks.networks import Network
from metascope.simulator.tasks.waves import Waves, even


class Meta(Method):
    """A method whose gradient is that of the loss after `steps` inner steps. Abstract.

    Args:
        network: of squared errors.
        phi: the initial start, (n,).
        alpha: the rate of adaptation.
        outer: moves the start.
        steps: k, the inner steps.
    """

    second: ClassVar[bool] = True  # whether to differentiate through the inner gradients

    def __init__(
        self, network: Network, phi: Tensor, alpha: float = 0.01, outer: Outer | None = None, steps: int = 1
    ) -> None:
        super().__init__(network, phi, alpha, outer)
        self.steps = steps

    @override
    def learn(self, support: Waves, query: Waves) -> Tensor:
        """Lower the mean query loss () after adapting, and return it."""
        return self._moved(support, query).loss

    @override
    def learn_all(self, waves: Waves, updates: int, shots: int) -> Tensor:
        sizes = (updates, len(waves.x) // updates, shots, waves.x.shape[1] - shots, self.steps)
        lessons = self.workspace.of(Lessons, self.network, sizes, self.phi)
        return lessons.learn(self.moved, self._rates_given(), waves.x, waves.y, self.outer, second=self.second)

    def _rates_given(self) -> float | Tensor | Moved:
        """Return the rates, as they are given to compiled code."""
        return self.rates

    def _moved(self, support: Waves, query: Waves, *, learned: bool = False) -> Lesson:
        """Move the start down the meta-gradient, and return the result of the tasks."""
        given = (support.x, support.y), (query.x, query.y)
        sizes = (len(support.x), support.x.shape[1], query.x.shape[1], self.steps)
        unrolling = self.workspace.of(Unrolling, self.network, sizes, self.phi)
        lesson = unrolling.lesson(self.phi, self.rates, *given, second=self.second, learned=learned)
        self.outer.step(self._rule, self.phi, lesson.by_phi)
        return lesson


@final
class Maml(Meta):
    """MAML (Finn, Abbeel and Levine, 2017, algorithm 1)."""

    name = "maml"


@final
class Fomaml(Meta):
    """First-order MAML: uses the gradient where adaptation ended as if it were the meta-gradient (section 5.2)."""

    name, second = "fomaml", False


@final
class Anil(Meta):
    """ANIL: MAML that adapts only the last layer (Raghu et al., 2020)."""

    name = "anil"

    @override
    @property
    def rates(self) -> Tensor:
        """Alpha for the last layer's parameters, 0 for the others, (n,)."""
        rates = torch.zeros_like(self.phi)
        last = self.network.layout.groups[-2].start
        rates[last:] = self.alpha
        return rates


@final
class MetaSgd(Meta):
    """Meta-SGD: also learns every parameter's rate (Li, Zhou, Chen and Li, 2017, algorithm 1).

    The rates start at alpha, or, if a generator is given, from U[0.005, 0.1] as in the paper.
    """

    name = "meta_sgd"

    def __init__(
        self,
        network: Network,
        phi: Tensor,
        alpha: float = 0.01,
        outer: Outer | None = None,
        steps: int = 1,
        generator: Generator | None = None,
    ) -> None:
        super().__init__(network, phi, alpha, outer, steps)
        self._rates = torch.full_like(self.phi, alpha)
        if generator is not None:
            drawn = torch.empty_like(phi, device=generator.device).uniform_(0.005, 0.1, generator=generator)
            self._rates.copy_(drawn)
        self._rule_of_rates = self.outer.begun(self._rates)

    @override
    @property
    def rates(self) -> Tensor:
        """The learned rates (n,), which may be negative."""
        return self._rates

    @override
    def learn(self, support: Waves, query: Waves) -> Tensor:
        """Lower the mean query loss () after adapting by moving start and rates, and return it."""
        lesson = self._moved(support, query, learned=True)
        if lesson.by_rates is not None:
            self.outer.step(self._rule_of_rates, self._rates, lesson.by_rates)
        return lesson.loss

    @override
    def _rates_given(self) -> Moved:
        return Moved(self._rates, self._rule_of_rates.arrays)

    @override
    def state(self, prefix: str) -> dict[str, Tensor]:
        rule = {f"{prefix}.rates_rule.{name}": value for name, value in self._rule_of_rates.state().items()}
        return {**super().state(prefix), f"{prefix}.rates": self._rates.clone(), **rule}

    @override
    def restore(self, state: Mapping[str, Tensor], prefix: str) -> None:
        super().restore(state, prefix)
        self._rates.copy_(state[f"{prefix}.rates"])
        restore(self._rule_of_rates, state, f"{prefix}.rates_rule")

    @override
    def load(self, phi: Tensor, rates: Tensor | None = None) -> None:
        """Continue from this start (n,) and, if given, these rates (n,); the outer optimizer starts again."""
        super().load(phi)
        if rates is not None:
            self._rates.copy_(rates)
        self._rule_of_rates = self.outer.begun(self._rates)


@final
class Reptile(Method):
    """Reptile: moves part of the way towards the parameters trained on each task (Nichol et al., 2018, algorithm 2).

    Args:
        network: of squared errors.
        phi: the initial start, (n,).
        generator: for the minibatches' order; the caller keeps its state.
        alpha: the rate of the inner steps.
        steps: k, the inner steps.
        minibatch: points per inner step, drawn epoch by epoch from all points.
        points: points per task, evenly spaced from -5 to 5.
        epsilon: the fraction of the way, (0, 1].
        iterations: updates after which epsilon, falling linearly, is 0; None: it stays constant.
    """

    name = "reptile"

    def __init__(
        self,
        network: Network,
        phi: Tensor,
        generator: Generator,
        alpha: float = 0.02,
        steps: int = 5,
        minibatch: int = 10,
        points: int = 50,
        epsilon: float = 0.1,
        iterations: int | None = None,
    ) -> None:
        super().__init__(network, phi, alpha, Outer(rule="sgd"))
        self.steps, self.minibatch, self.epsilon, self.iterations = steps, minibatch, epsilon, iterations
        self._generator, self._grid = generator, even(points, phi.device, phi.dtype)
        self._count = 0

    @override
    def learn(self, support: Waves, query: Waves) -> Tensor:
        """Train on the waves at the grid's points, and return the mean loss () of the last minibatches.

        The points of `support` and `query` are not used.
        """
        tasks = len(support.amplitude)
        x = torch.take(self._grid, self._order(tasks)[0]).unsqueeze(-1)  # (k, T, m, 1)
        y = torch.sin(x - support.phase).mul_(support.amplitude)
        training = self.workspace.of(Minibatches, self.network, (tasks, self.minibatch), self.phi)
        theta, loss = training.train(self.phi, self.alpha, x, y)
        self.phi.lerp_(theta, self._share())
        return loss

    @override
    def learn_all(self, waves: Waves, updates: int, shots: int) -> Tensor:
        tasks = len(waves.amplitude) // updates
        x = torch.take(self._grid, self._order(tasks, updates)).unsqueeze(-1)  # (U, k, T, m, 1)
        amplitude, phase = (part.view(updates, 1, tasks, 1, 1) for part in (waves.amplitude, waves.phase))
        y = torch.sin(x - phase).mul_(amplitude)
        sizes = (updates, self.steps, tasks, self.minibatch)
        training = self.workspace.of(CompiledMinibatches, self.network, sizes, self.phi)
        return training.train(self.phi, self.alpha, [self._share() for _ in range(updates)], x, y)

    def _share(self) -> float:
        """Return epsilon of this update."""
        self._count += 1
        if self.iterations is None:
            return self.epsilon
        return self.epsilon * max(0.0, 1 - (self._count - 1) / self.iterations)

    def _order(self, tasks: int, updates: int = 1) -> Tensor:
        """Return each minibatch's points, (U, k, T, m): for each task a new permutation of all points per epoch."""
        k, m, points = self.steps, self.minibatch, len(self._grid)
        epochs = -(-k * m // points)
        unit = torch.rand(updates * tasks, epochs * points, generator=self._generator, device=self._generator.device)
        order = unit.view(-1, epochs, points).argsort(-1).to(self._grid.device)
        row = epochs * points  # of a task: minibatch after minibatch
        return order.as_strided((updates, k, tasks, m), (tasks * row, m, row, 1))

    @override
    def state(self, prefix: str) -> dict[str, Tensor]:
        return {**super().state(prefix), f"{prefix}.count": torch.tensor(self._count)}

    @override
    def restore(self, state: Mapping[str, Tensor], prefix: str) -> None:
        super().restore(state, prefix)
        self._count = int(state[f"{prefix}.count"])


@final
class PreTraining(Method):
    """Joint training on all tasks' points, as if they belonged to one task."""

    name = "pretraining"

    @override
    def learn(self, support: Waves, query: Waves) -> Tensor:
        """Lower the mean loss () on all points of all tasks, and return it."""
        return _learn_jointly(self, self._rule, support, query)

    @override
    def learn_all(self, waves: Waves, updates: int, shots: int) -> Tensor:
        return _learn_all_jointly(self, waves, updates)


@final
class Oracle(Method):
    """Pre-training of a network that is given each wave's amplitude and phase (Finn et al., 2017, section 5.1).

    Its own `network` has three inputs, x, amplitude and phase; the start is extended by weights of 0.
    """

    name = "oracle"

    def __init__(self, network: Network, phi: Tensor, alpha: float = 0.01, outer: Outer | None = None) -> None:
        _, *sizes = network.layout.sizes
        first, rest = phi.split_with_sizes([sizes[0], len(phi) - sizes[0]])  # W1 (h, 1), and all that follows
        wide = torch.cat([torch.nn.functional.pad(first.unsqueeze(1), (0, 2)).flatten(), rest])
        super().__init__(Network((3, *sizes), network.activation, network.criterion), wide, alpha, outer)

    @override
    def learn(self, support: Waves, query: Waves) -> Tensor:
        """Lower the mean loss () on all points of all tasks, and return it."""
        return _learn_jointly(self, self._rule, support, query)

    @override
    def learn_all(self, waves: Waves, updates: int, shots: int) -> Tensor:
        return _learn_all_jointly(self, waves, updates)


@final
class Scratch(Method):
    """The initial start, never trained: adaptation has to do everything."""

    name = "scratch"

    @override
    def learn(self, support: Waves, query: Waves) -> Tensor:
        """Learn nothing, and return the mean loss () on the query points."""
        return self.network.loss(self.phi.view(1, 1, -1), query.x, query.y).mean()


@final
class Team:
    """Methods that learn from the same tasks, one after the other, in the same memory.

    They take turns with each lesson, so that the data of one stays in the core's cache; one batch of all would not.

    Args:
        methods: by name, which must be unique.
    """

    def __init__(self, methods: Sequence[Method]) -> None:
        self.methods = {method.name: method for method in methods}
        workspace = Workspace()
        for method in methods:
            method.workspace = workspace

    def learn(self, support: Waves, query: Waves) -> dict[str, Tensor]:
        """Let all methods learn from T tasks, and return each one's loss () by name."""
        return {name: method.learn(support, query) for name, method in self.methods.items()}


def _learn_jointly(method: Method, rule: Rule, support: Waves, query: Waves) -> Tensor:
    """Move the start down the gradient of the loss () on all points, and return the loss before the move."""
    waves = support.joined(query)
    x = waves.seen(method.network.layout.sizes[0])
    joint = method.workspace.of(Joint, method.network, (len(x), x.shape[1]), method.phi)
    loss, gradient = joint.lesson(method.phi, x, waves.y)
    method.outer.step(rule, method.phi, gradient)
    return loss


def _learn_all_jointly(method: Method, waves: Waves, updates: int) -> Tensor:
    """Move the start down the gradients on all points of U batches in turn, and return the losses (U,)."""
    x = waves.seen(method.network.layout.sizes[0])
    sizes = (updates, len(x) // updates, 0, x.shape[1], 0)
    lessons = method.workspace.of(Lessons, method.network, sizes, method.phi)
    return lessons.learn(method.moved, method.alpha, x, waves.y, method.outer)
