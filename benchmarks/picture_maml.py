"""Measures meta-steps per second of second-order MAML on pictures, against loops over the tasks.

The work is 5-way 1-shot with 5 queries of each class, 8 tasks, Adam, one thread: convolution at the size of Finn et al.
(2017) and at smaller ones, and two layers of units. The episodes are drawn in the same way for all. The
loops are of modules as public programs for PyTorch have them, with biases and torch's layers: higher's as its examples
write it; and a plain one, in our words, that keeps each task's parameters in a list and calls torch's functions with
it. All begin at the same weights, and before anything is timed their meta-gradients are compared. Ours convolves by the
compiled kernel where that is ready, and is compared with what it is by torch, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor, nn

from benchmarks.table import Effort, Row
from benchmarks.timing import Work, in_turn, repeated
from metascope.simulator.engine.computing import prepare_thread
from metascope.simulator.learners.kernels import PICTURE_MAML
from metascope.simulator.learners.picture_maml import compiled, fast, reference
from metascope.simulator.learners.picture_maml.networks import Convolutional, Network, Perceptron
from metascope.simulator.learners.picture_maml.plan import Engine, Plan, Tasks
from metascope.simulator.learners.picture_maml.training import MetaTraining
from metascope.simulator.tasks.episodes import EpisodeTask
from metascope.simulator.tasks.images.glyphs import draw_glyphs

WAYS, SHOTS, QUERIES, TASKS, ALPHA, BETA = 5, 1, 5, 8, 0.5, 1e-3
CHARACTERS, DRAWINGS = 100, 20
NETWORKS: dict[str, tuple[Network, float]] = {  # with the wanted ratio to the faster of the loops
    "three blocks of 32 channels, 14 pixels": (Convolutional(14, 32, 3), 2.2),
    "four blocks of 32 channels, 28 pixels": (Convolutional(28, 32, 4), 2.2),
    "four blocks of 64 channels, 28 pixels": (Convolutional(28, 64, 4), 2.2),
    "layers of 196-64-64-5 units": (Perceptron(14, (64, 64)), 4.0),
}
STEPS = (1, 5)
OURS, TORCH, READABLE = "ours", "ours by torch", "the readable reference"
HIGHER, PLAIN = "higher", "the plain loop"
CLOSE, DRAWS = 1e-2, 3  # relative distance of meta-gradients in single precision, the least of so many
Learn = Callable[[Tasks], object]
Gradient = Callable[[Tasks], list[Tensor]]  # by the weights in the order of the network, without biases


class Ours:
    """This program's meta-step."""

    def __init__(self, network: Network, steps: int, engine: Engine) -> None:
        self._training = MetaTraining(network, "maml", begun(network), engine=engine)
        self._engine, self._plan = engine, Plan(steps, ALPHA)

    def gradient(self, tasks: Tasks) -> list[Tensor]:
        """Return the meta-gradient."""
        network, weights = self._training.network, self._training.weights
        return list(self._engine.lesson(network, "maml", weights, tasks, self._plan).slopes.values())

    def learn(self, tasks: Tasks) -> None:
        """Do a meta-step."""
        self._training.step(tasks, self._plan, BETA)


class Modules:
    """A meta-step of modules. Abstract."""

    def __init__(self, network: Network, steps: int) -> None:
        self.model, self.steps = modules(network), steps
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=BETA)

    def back(self, tasks: Tasks) -> None:
        """Put the meta-gradient where the optimizer looks for it."""
        raise NotImplementedError

    def gradient(self, tasks: Tasks) -> list[Tensor]:
        """Return the meta-gradient, without those of biases that normalization subtracts again."""
        self.optimizer.zero_grad()
        self.back(tasks)
        kept = [self.model[0]] if len(self.model) == 1 else list(self.model)
        found: list[Tensor] = []
        for number, part in enumerate(kept):
            of_part = [p.grad for p in part.parameters() if p.grad is not None]
            normalized = number + 1 < len(kept) and isinstance(kept[number + 1], (nn.BatchNorm1d, nn.BatchNorm2d))
            found += of_part[:1] if normalized else of_part
        return found

    def learn(self, tasks: Tasks) -> None:
        """Do a meta-step."""
        self.optimizer.zero_grad()
        self.back(tasks)
        self.optimizer.step()


class Higher(Modules):
    """The meta-step of higher's examples."""

    def __init__(self, network: Network, steps: int) -> None:
        super().__init__(network, steps)
        self._higher: Any = import_module("higher")
        self._inner = torch.optim.SGD(self.model.parameters(), lr=ALPHA)

    def back(self, tasks: Tasks) -> None:
        for x, y, far, there in each(tasks):
            opened = self._higher.innerloop_ctx(self.model, self._inner, copy_initial_weights=False)
            with opened as (fast_model, differentiable):
                for _ in range(self.steps):
                    differentiable.step(F.cross_entropy(fast_model(x), y))
                (F.cross_entropy(fast_model(far), there) / TASKS).backward()  # type: ignore[no-untyped-call]


class Plain(Modules):
    """A meta-step that keeps every task's parameters in a list."""

    def back(self, tasks: Tasks) -> None:
        start = list[Tensor](self.model.parameters())
        total = torch.zeros(())
        for x, y, far, there in each(tasks):
            theta = start
            for _ in range(self.steps):
                slopes = torch.autograd.grad(F.cross_entropy(self._scores(theta, x), y), theta, create_graph=True)
                theta = [weight - ALPHA * slope for weight, slope in zip(theta, slopes, strict=True)]
            total = total + F.cross_entropy(self._scores(theta, far), there)
        (total / TASKS).backward()  # type: ignore[no-untyped-call]

    def _scores(self, theta: list[Tensor], x: Tensor) -> Tensor:
        given = iter(theta)
        for part in self.model:
            if isinstance(part, nn.Conv2d):
                x = F.conv2d(x, next(given), next(given), padding=1)
            elif isinstance(part, nn.Linear):
                x = F.linear(x, next(given), next(given))
            elif isinstance(part, (nn.BatchNorm1d, nn.BatchNorm2d)):
                x = F.batch_norm(x, None, None, next(given), next(given), training=True)
            else:
                x = part(x)
        return x


def begun(network: Network) -> dict[str, Tensor]:
    """Return where all begin."""
    return network.initial(Generator().manual_seed(0))


def modules(network: Network) -> nn.Sequential:
    """Return the network as torch's modules, from the same start."""
    weights, layers = begun(network), list[nn.Module]()
    for name in network.names:
        if isinstance(network, Convolutional):
            first = weights[f"{name}.filters"]
            layers += [nn.Conv2d(first.shape[1], network.width, 3, padding=1), nn.BatchNorm2d(network.width)]
            layers += [nn.ReLU(), nn.MaxPool2d(2)]
        else:
            first = weights[f"{name}.weights"]
            layers += [nn.Linear(*first.T.shape), nn.BatchNorm1d(len(first)), nn.ReLU()]
        with torch.no_grad():
            next(layers[-4 if isinstance(network, Convolutional) else -3].parameters()).copy_(first)
    head = nn.Linear(network.features, network.ways)
    with torch.no_grad():
        head.weight.copy_(weights["head.weights"])
        head.bias.copy_(weights["head.bias"])
    if isinstance(network, Convolutional):
        return nn.Sequential(*layers, nn.Flatten(), head).train()
    return nn.Sequential(nn.Flatten(), *layers, head).train()


def each(tasks: Tasks) -> zip[tuple[Tensor, ...]]:
    """Return each task's pictures with an axis of channels, and labels, of supports and of queries."""
    support, query = tasks.support, tasks.query
    return zip(support.pictures.unsqueeze(2), support.labels, query.pictures.unsqueeze(2), query.labels, strict=True)


def rows(effort: Effort) -> list[Row]:
    """Return the rows."""
    prepare_thread(1)
    table = []
    for told, (network, wanted) in NETWORKS.items():
        task = EpisodeTask(draw_glyphs(0, CHARACTERS, DRAWINGS, network.side, "hard"), WAYS, SHOTS, QUERIES)

        def drawn(draws: Generator, task: EpisodeTask = task) -> Tasks:
            episodes = task.draw(TASKS, draws)
            return Tasks.of_episodes(task.pixels(episodes.support), task.pixels(episodes.query))

        kernel = PICTURE_MAML.ready and isinstance(network, Convolutional)
        for steps in STEPS:
            compared: dict[str, Ours | Modules] = {OURS: Ours(network, steps, compiled if kernel else fast)}
            if kernel:
                compared[TORCH] = Ours(network, steps, fast)
            compared |= {READABLE: Ours(network, steps, reference), PLAIN: Plain(network, steps)}
            if find_spec("higher") is not None:
                compared[HIGHER] = Higher(network, steps)
            check(compared, [drawn(Generator().manual_seed(seed)) for seed in range(1, 1 + DRAWS)])
            found = in_turn({name: work(one, drawn) for name, one in compared.items()}, effort.rounds, effort.seconds)
            best = found.best([name for name in (PLAIN, HIGHER) if name in compared])
            what = f"MAML, {told}, {steps} inner step{'s' * (steps > 1)}"
            engine = "compiled" if kernel else "by torch"
            table += [
                replace(
                    found.row(what, "meta-steps/s", OURS, name, wanted=wanted if name == best else None), figure=engine
                )
                for name in compared
                if name != OURS
            ]
            if HIGHER not in compared:
                table.append(Row(what, "higher is not installed: it comes with the extra `bench`"))
    return table


def work(one: Ours | Modules, drawn: Callable[[Generator], Tasks]) -> Work:
    """Return a meta-step with the drawing of its episodes."""
    draws = Generator().manual_seed(0)
    return repeated(lambda: one.learn(drawn(draws)))


def check(compared: dict[str, Ours | Modules], drawn: Sequence[Tasks]) -> None:
    """Refuse to compare what does not compute the same meta-gradient.

    Of some draws the nearest counts: where a ReLU is given what is 0 but for rounding, or two pixels of a window are
    alike but for it, the meta-gradient may be another one by a hundredth, after 5 steps by more, of any of them. What
    is computed wrongly, such as without second derivatives, is far away on every draw.
    """
    wanted = [_flat(compared[READABLE].gradient(tasks)) for tasks in drawn]
    for name, one in compared.items():
        found = [_flat(one.gradient(tasks)) for tasks in drawn]
        apart = min(float((a - b).norm() / b.norm()) for a, b in zip(found, wanted, strict=True))
        assert apart < CLOSE, f"{name} is {apart:.1e} away from the reference"


def _flat(gradient: list[Tensor]) -> Tensor:
    return torch.cat([part.flatten() for part in gradient])
