"""Computes what `reference` does, all tasks at once and with derivatives written by hand.

theta_{j+1} = theta_j - r g(theta_j) on supports; v_k is the gradient of the query loss at theta_k, and going back
v_j = v_{j+1} - H(theta_j) (r v_{j+1}); v_0 is the meta-gradient (Finn et al., 2017, equation 1, for k steps), and
-sum g(theta_j) v_{j+1} that by the rates. Products with the Hessian H are how the gradient moves as the weights do
(`normalizing`, `passes`): nothing is recorded. ANIL's body sees pictures once, whatever k. Axes: T tasks, k steps,
M supports, Q queries, N ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from metascope.simulator.engine.running.building import check
from metascope.simulator.learners.picture_maml.networks import Network, Perceptron, Weights
from metascope.simulator.learners.picture_maml.packing import Packed, packed, unpacked
from metascope.simulator.learners.picture_maml.passes import Body, Head, Prepared, prepared
from metascope.simulator.learners.picture_maml.plan import RATE, Kind, Lesson, Moment, Plan, Tasks, parted
from metascope.simulator.learners.picture_maml.products import Convolve, Grouped
from metascope.simulator.learners.picture_maml.spanned import Span, Spanned

Rates = float | Packed


@torch.no_grad()
def lesson(
    network: Network,
    kind: Kind,
    weights: Weights,
    tasks: Tasks,
    plan: Plan,
    order: Tensor | None = None,
    convolve: Convolve = Grouped,
) -> Lesson:
    """Return what T tasks teach about a start; arguments as of `reference.lesson`, and what makes convolutions."""
    start, learned = parted(weights)
    if kind == "reptile":
        return _reptile(network, packed(network, start, tasks.count), tasks, plan, order, convolve)
    if kind == "anil":
        return _anil(network, packed(network, start, tasks.count), tasks, plan, convolve)
    rates: Rates = packed(network, learned, tasks.count) if learned else plan.rate
    span = None if learned else _span(network, start, tasks)
    theta = packed(network, start, tasks.count, int(span is not None))
    if span is not None:
        theta.insert(0, span.unmoved)
    seen, steps, by_rates = _Seen(network, tasks, plan, convolve, span), list[_Step](), list[Packed]()
    for _ in range(plan.steps):
        steps.append(_Step(network, theta, seen.support, seen.asked))
        theta = _down(theta, steps[-1].slopes, rates)
    last = _Step(network, theta, seen.query, seen.judged)
    v = last.slopes
    for step in steps[::-1] if kind != "fomaml" else []:
        if learned:
            by_rates.append(_times(v, step.slopes))
        v = _down(v, step.curved(_times(v, rates)), 1.0 if learned else rates)
    found = _mean(network, v, span)
    if learned:
        total = [-torch.stack(parts).sum(0) for parts in zip(*by_rates, strict=True)] or [0 * part for part in v]
        found |= {f"{RATE}{name}": slope for name, slope in _mean(network, total).items()}
    return Lesson(last.scored.loss, last.scored.accuracy, found)


@torch.no_grad()
def walk(
    network: Network, kind: Kind, weights: Weights, tasks: Tasks, plan: Plan, convolve: Convolve = Grouped
) -> Iterator[Moment]:
    """Yield where the tasks are before the first inner step and after each; arguments as of `lesson`."""
    start, learned = parted(weights)
    theta, seen = packed(network, start, tasks.count), _Seen(network, tasks, plan, convolve)
    if kind == "anil":
        yield from _walk_heads(network, theta, seen, plan)
        return
    rates: Rates = packed(network, learned, tasks.count) if learned else plan.rate
    for step in range(plan.steps + 1):
        check()
        here = _Step(network, theta, seen.support, seen.asked, differentiated=step < plan.steps)
        asked = _Step(network, theta, seen.query, seen.judged, differentiated=False)
        yield Moment(unpacked(network, theta), here.scored.scores, asked.scored.scores)
        if step < plan.steps:
            theta = _down(theta, here.slopes, rates)


@final
class _Asked:
    """The classes of pictures, and the first of those that are asked; those before only give statistics."""

    def __init__(self, labels: Tensor, ways: int, like: Tensor) -> None:
        self.labels, self.share = labels, 1 / labels.shape[1]
        self.right = (labels.unsqueeze(-1) == torch.arange(ways, device=labels.device)).to(like.dtype)


@final
class _Seen:
    """Pictures of T tasks as the first layer is given them, and what is asked of them."""

    def __init__(
        self, network: Network, tasks: Tasks, plan: Plan, convolve: Convolve, span: Span | None = None
    ) -> None:
        support, query = tasks.support.pictures, tasks.query.pictures
        self.asked, self.judged = (
            _Asked(part.labels, network.ways, part.pictures) for part in (tasks.support, tasks.query)
        )
        m, every = support.shape[1], support.shape[1] + query.shape[1]
        self.counted = m if plan.statistics == "support" else None
        together, begin = (query, m) if self.counted is None else (torch.cat([support, query], 1), 0)
        products = (None, None) if span is None else (Spanned(span, 0, m), Spanned(span, begin, every))
        self.support = prepared(network, support, product=products[0], convolve=convolve)
        self.query = prepared(network, together, self.counted, products[1], convolve)


@final
class _Scored:
    """Scores (T, M, N) of those that are asked, and the derivatives by them of their mean cross-entropy."""

    def __init__(self, scores: Tensor, asked: _Asked) -> None:
        self.scores, self._asked = scores, asked
        self._chances = scores.softmax(-1)
        self.slope = (self._chances - asked.right).mul_(asked.share)

    def moved(self, scores: Tensor) -> Tensor:
        """Return how the derivatives move as the scores do."""
        weighted = self._chances * scores
        return weighted.addcmul_(self._chances, weighted.sum(-1, keepdim=True), value=-1).mul_(self._asked.share)

    @property
    def loss(self) -> Tensor:
        """Return the mean cross-entropy () of all tasks."""
        log = self.scores.log_softmax(-1).gather(-1, self._asked.labels.unsqueeze(-1))
        return -log.mean()

    @property
    def accuracy(self) -> Tensor:
        """Return the share () that is right."""
        return (self.scores.argmax(-1) == self._asked.labels).to(self.scores.dtype).mean()


@final
class _Step:
    """A pass over pictures with weights theta, and the derivatives of what is asked."""

    def __init__(
        self,
        network: Network,
        theta: Packed,
        given: Prepared,
        asked: _Asked,
        *,
        differentiated: bool = True,
    ) -> None:
        self._body, self._head, counted = Body(network, given), Head(), given.counted
        scores = self._head.forth(self._body.forth(theta[:-2]), theta[-2:])
        self.scored = _Scored(scores[:, counted or 0 :], asked)
        if not differentiated:
            return
        slope = self.scored.slope if counted is None else F.pad(self.scored.slope, (0, 0, counted, 0))
        by_features, of_head = self._head.back(slope)
        assert by_features is not None
        self.slopes = [*self._body.back(by_features), *of_head]

    def curved(self, v: Packed) -> Packed:
        """Return the Hessian times v; only where all pictures are asked."""
        scores = self._head.forth_moved(self._body.forth_moved(v[:-2]), v[-2:])
        by_features, of_head = self._head.back_moved(self.scored.moved(scores))
        return [*self._body.back_moved(by_features), *of_head]


def _anil(network: Network, theta: Packed, tasks: Tasks, plan: Plan, convolve: Convolve) -> Lesson:
    """Return ANIL's lesson: only heads adapt."""
    seen = _Seen(network, tasks, plan, convolve)
    body, m = Body(network, seen.query), seen.counted or 0
    features = body.forth(theta[:-2])
    apart = None if m else Body(network, seen.support)
    known = apart.forth(theta[:-2]) if apart else features[:, :m]
    heads, head = list[tuple[Head, _Scored]](), theta[-2:]
    for _ in range(plan.steps):
        heads.append(((layer := Head()), _Scored(layer.forth(known, head), seen.asked)))
        head = _down(head, layer.back(heads[-1][1].slope, further=False)[1], plan.rate)
    last = Head()
    scored = _Scored(last.forth(features[:, m:], head), seen.judged)
    by_queries, v = last.back(scored.slope)
    by_known = torch.zeros_like(known)
    for layer, before in heads[::-1]:
        by_features, curved = layer.back_moved(before.moved(layer.forth_moved(None, v)))
        by_known.sub_(by_features, alpha=plan.rate)
        v = _down(v, curved, plan.rate)
    assert by_queries is not None
    if apart is None:
        slopes = body.back(torch.cat([by_known, by_queries], 1))
    else:
        slopes = _down(body.back(by_queries), apart.back(by_known), -1.0)
    return Lesson(scored.loss, scored.accuracy, _mean(network, [*slopes, *v]))


def _walk_heads(network: Network, theta: Packed, seen: _Seen, plan: Plan) -> Iterator[Moment]:
    """Yield where ANIL's tasks are before the first inner step and after each."""
    whole = Body(network, seen.query).forth(theta[:-2])
    m = seen.counted or 0
    known = whole[:, :m] if m else Body(network, seen.support).forth(theta[:-2])
    for _ in range(plan.steps + 1):
        check()
        layer = Head()
        scored = _Scored(layer.forth(known, theta[-2:]), seen.asked)
        yield Moment(unpacked(network, theta), scored.scores, Head().forth(whole[:, m:], theta[-2:]))
        theta = [*theta[:-2], *_down(theta[-2:], layer.back(scored.slope, further=False)[1], plan.rate)]


def _reptile(
    network: Network, theta: Packed, tasks: Tasks, plan: Plan, order: Tensor | None, convolve: Convolve
) -> Lesson:
    """Return Reptile's lesson, of the last minibatches before the last step: how far training has moved the start."""
    assert plan.steps, "Reptile moves towards where steps lead"
    every = tasks.support.joined(tasks.query)
    begun, step = theta, None
    given, asked = (
        prepared(network, every.pictures, convolve=convolve),
        _Asked(every.labels, network.ways, every.pictures),
    )
    for number in range(plan.steps):
        if order is not None:
            some = order[number].to(every.labels.device)
            own = torch.arange(tasks.count, device=some.device).unsqueeze(1)
            given = prepared(network, every.pictures[own, some], convolve=convolve)
            asked = _Asked(every.labels[own, some], network.ways, every.pictures)
        step = _Step(network, theta, given, asked)
        theta = _down(theta, step.slopes, plan.rate)
    assert step is not None
    return Lesson(step.scored.loss, step.scored.accuracy, _mean(network, _down(begun, theta, 1.0)))


def _span(network: Network, start: Weights, tasks: Tasks) -> Span | None:
    """Return what a first layer's weights move within, where this is less than they are."""
    pictures = torch.cat([tasks.support.pictures, tasks.query.pictures], 1).flatten(2)
    if not isinstance(network, Perceptron) or pictures.shape[1] > pictures.shape[2]:
        return None
    return Span(pictures, start[f"{network.names[0]}.weights"])


def _down(theta: Packed, slopes: Packed, rates: Rates) -> Packed:
    """Return theta - rates * slopes."""
    if isinstance(rates, float):
        return list(torch._foreach_add(theta, slopes, alpha=-rates))
    return list(torch._foreach_addcmul(theta, rates, slopes, value=-1))


def _times(v: Packed, rates: Rates) -> Packed:
    """Return v, where each weight has a rate of its own times these."""
    return v if isinstance(rates, float) else list(torch._foreach_mul(v, rates))


def _mean(network: Network, slopes: Packed, span: Span | None = None) -> Weights:
    """Return the mean over tasks, by name; with a span, the first layer's are multiples of its pictures."""
    mean = [each.mean(0, keepdim=True) for each in slopes[int(span is not None) :]]
    found = {} if span is None else {f"{network.names[0]}.weights": span.mean(slopes[0])}
    return found | {name: each[0] for name, each in unpacked(network, mean, len(found)).items()}
