"""Moves the start of one method: MAML by Adam, TRPO or PPO, Reptile, or a policy that learns all tasks together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, final

from torch import Generator, Tensor

from metascope.simulator.engine.computing import Engine
from metascope.simulator.learners.policy_gradient import exact, fast, trust_region
from metascope.simulator.learners.policy_gradient.fast import Adapted, Lesson
from metascope.simulator.learners.policy_gradient.linearization import Linearization
from metascope.simulator.learners.policy_gradient.plan import Plan
from metascope.simulator.learners.policy_gradient.policy import Policy
from metascope.simulator.learners.policy_gradient.products.product import Product
from metascope.simulator.learners.policy_gradient.sampling import noise
from metascope.simulator.learners.rules import Adam, clip
from metascope.simulator.tasks.navigation.plane import Plane

Kind = Literal["maml", "reptile", "together"]  # the last learns all tasks with one policy, without inner steps


@dataclass(frozen=True)
class Report:
    """What one update was like."""

    before: float  # mean return of the paths before the inner steps; NaN: there were none
    after: float  # mean return of the paths after the last inner step
    divergence: float = 0.0  # TRPO: mean KL of the adapted policies before and after the step
    length: float = 0.0  # TRPO: share of the longest step that the line search has accepted; 0: none
    tries: int = 0  # TRPO: lengths tried


@final
class PolicyTraining:
    """A start that is learned, and what Adam remembers of it.

        training = PolicyTraining(policy, "maml", policy.initial(generator))
        report = training.update(Plane(), goals, Plan(), 1e-2, generator)

    Args:
        policy: the sizes.
        kind: how it learns.
        start: phi (P,), to begin with; it is copied.
        largest: norm to which gradients of Adam and PPO are clipped.
        engine: what makes TRPO's products; "compiled": the kernels that `kernels_of` names.
    """

    def __init__(
        self, policy: Policy, kind: Kind, start: Tensor, largest: float = 10.0, engine: Engine = "reference"
    ) -> None:
        self.policy, self.kind, self.start, self._largest = policy, kind, start.clone(), largest
        self._compiled = engine == "compiled"
        self._rule = Adam(self.start)

    def update(self, plane: Plane, goals: Tensor, plan: Plan, rate: float, draws: Generator) -> Report:
        """Do one update on T tasks.

        Args:
            plane: the rules.
            goals: (T, 2).
            plan: how to adapt and to move; "together" takes no inner steps.
            rate: of Adam and PPO; Reptile's epsilon; TRPO has none.
            draws: of the numbers of the walks.
        """
        steps = 0 if self.kind == "together" else plan.steps
        drawn = [noise(len(goals), plan.paths, plane, draws, self.start.dtype) for _ in range(steps + 1)]
        if plan.estimator == "exact" and self.kind == "maml":
            return self._exactly(plane, goals, plan, rate, drawn)
        found = fast.learned(self.policy, self.start, plane, goals, drawn[:-1], plan.judging, plan.rate)
        theta = found.reached if steps else self.start[None]
        after = fast.lesson(self.policy, theta, plane, goals, drawn[-1], plan.judging)
        before = float(found.lessons[0].paths.returns.mean()) if steps else float("nan")
        report = Report(before, float(after.paths.returns.mean()))
        if self.kind == "reptile":
            self.start.add_((found.reached - self.start).mean(0), alpha=rate)
            return report
        if plan.rule == "trpo":
            return self._within_trust(found, after, plan, report)
        if plan.rule == "ppo":
            self._in_epochs(found, after, plan, rate)
        else:
            self._climb(fast.meta_gradient(self.policy, found, after, plan.rate, plan.estimator).gradient, rate)
        return report

    def _exactly(self, plane: Plane, goals: Tensor, plan: Plan, rate: float, drawn: list[Tensor]) -> Report:
        gradient, after = exact.meta_gradient(self.policy, self.start, plane, goals, drawn, plan.judging, plan.rate)
        self._climb(gradient, rate)
        return Report(float("nan"), float(after.mean()))

    def _climb(self, gradient: Tensor, rate: float) -> None:
        """Move up by Adam."""
        down = -gradient
        clip(down, self._largest, "norm")
        self._rule.step(self.start, down, rate)

    def _in_epochs(self, found: Adapted, after: Lesson, plan: Plan, rate: float) -> None:
        """Take several steps on the same paths, with ratios of probabilities clipped (Schulman et al., 2017)."""
        old = after.near(self.policy, found.reached).log_probs
        for _ in range(plan.trust.epochs):
            now = replayed(self.policy, found, self.start, plan.rate)
            weights = clipped_weights(after, after.near(self.policy, now.reached).log_probs - old, plan.trust.clip)
            self._climb(fast.meta_gradient(self.policy, now, after, plan.rate, plan.estimator, weights).gradient, rate)

    def _within_trust(self, found: Adapted, after: Lesson, plan: Plan, report: Report) -> Report:
        near, first = after.near(self.policy, found.reached), plan.estimator == "first-order"
        product = Product(self.policy, found, after, near, plan.rate, first_order=first, compiled=self._compiled)
        if plan.estimator in ("first-order", "surrogate"):
            gradient = product.pulled(product.slope(after.weights)).mean(0)
        else:
            gradient = fast.meta_gradient(self.policy, found, after, plan.rate, plan.estimator).gradient
        moved = trust_region.step(
            self.start,
            gradient,
            product,
            lambda start: judged(self.policy, found, after, near, start, plan),
            float(after.weights.sum(1).mean()),
            plan.trust,
        )
        self.start.copy_(moved.start)
        return Report(report.before, report.after, moved.divergence, moved.length, moved.tries)

    def tensors(self, prefix: str) -> dict[str, Tensor]:
        """Return everything by name, as a `TensorSimulation` keeps it: what is copied into these continues."""
        found = {f"{prefix}.weights.{name}": part for name, part in self.policy.named(self.start)}
        return found | {f"{prefix}.rule.{name}": value for name, value in self._rule.memory.items()}

    def forget(self) -> None:
        """Start the optimizer again, in place, after other weights were loaded."""
        for value in self._rule.memory.values():
            value.zero_()


def found_again(found: Adapted, start: Tensor) -> Adapted:
    """Return an adaptation without steps from another start."""
    return Adapted([start.expand_as(found.reached)], (), ())


def replayed(policy: Policy, found: Adapted, start: Tensor, rate: float) -> Adapted:
    """Return where the same lessons lead from another start."""
    return fast.adapted(policy, start, found.lessons, rate) if found.lessons else found_again(found, start)


def clipped_weights(after: Lesson, moved: Tensor, most: float) -> Tensor:
    """Return the weights (T, N) of log pi in the gradient of PPO's clipped surrogate.

    Args:
        after: the paths.
        moved: (T, N) how the log-probabilities have changed.
        most: ratios count to 1 - most where that is worse, and to 1 + most where that is better.
    """
    ratios, values = moved.exp(), after.weights
    past = ((values > 0) & (ratios > 1 + most)) | ((values < 0) & (ratios < 1 - most))
    return values * ratios * ~past


def judged(
    policy: Policy, found: Adapted, after: Lesson, near: Linearization, start: Tensor, plan: Plan
) -> tuple[float, float]:
    """Return the mean surrogate of the policies adapted from another start on the same paths, and their mean KL.

    Args:
        policy: the sizes.
        found: the adaptation of the start that is left.
        after: paths with the policies adapted from it.
        near: of them.
        start: the other one, (P,).
        plan: how to adapt.
    """
    now = after.near(policy, replayed(policy, found, start, plan.rate).reached)
    ratios = (now.log_probs - near.log_probs).exp()
    surrogate = (after.weights * ratios).sum(1).mean()
    return float(surrogate), float((after.share * now.divergence(near)).sum(1).mean())
