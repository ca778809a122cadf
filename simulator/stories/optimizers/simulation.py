"""Simulates the learned optimizers story: meta-trains an optimizer, shows it on one problem, measures it on others."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.arrays import copied, single
from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.computing import chosen_device
from metascope.simulator.engine.errors import Diverged, refuse
from metascope.simulator.engine.files.compatibility import fitting
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.steerable_simulation import SteerableSimulation, real, whole
from metascope.simulator.engine.text import Message, say
from metascope.simulator.learners.kernels import DESCENT, LEARNED_OPTIMIZER, NETWORKS, QUADRATICS
from metascope.simulator.learners.learned_optimizer.engines import methods
from metascope.simulator.learners.learned_optimizer.reference import Design, Weights, initial
from metascope.simulator.learners.learned_optimizer.stopping import LIMIT
from metascope.simulator.learners.learned_optimizer.unrolling import Trajectory
from metascope.simulator.learners.outer import Moments
from metascope.simulator.stories.optimizers.arena import OVERHEAD, Arena
from metascope.simulator.stories.optimizers.examination import Best, Examination
from metascope.simulator.stories.optimizers.families import family_of
from metascope.simulator.stories.optimizers.frame import OptimizersFrame
from metascope.simulator.stories.optimizers.laboratory import Bench
from metascope.simulator.stories.optimizers.metatraining import Compiled, Reference, Teacher, Trained, fresh
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from metascope.simulator.stories.optimizers.showing import ShownProblem
from metascope.simulator.stories.optimizers.trained import BEST, START, Layout, description

FIRST_SHARE = 5e7  # cost (see `Arena`) of measuring rivals before the first frame: a second or two
SHARE = 2.0  # cost of measuring at each later meta-step, in meta-steps
LABORATORY_SHARE = 8.0  # cost of the laboratory at each meta-step, in meta-steps
ONLY_MEASURED = 40.0  # times as much if nothing is trained

_WEIGHTS, _PROBLEMS = 1, 2  # streams of random numbers


@dataclass(frozen=True)
class _Progress:
    """What determines the next meta-step, apart from the settings and the generator."""

    trained: Trained
    meta_loss: float = math.nan
    meta_gradient: float = math.nan
    stopped: int = 0
    stopped_at: int = -1


@final
class OptimizersSimulation(SteerableSimulation[OptimizersSettings, OptimizersFrame]):
    """Meta-trains an optimizer: each meta-step does all updates on a batch of new problems.

    Frames show the optimizer's updates on one held-out problem. The measurement on all held-out problems and the
    rivals' tuning are done in shares, one at each meta-step.
    """

    def __init__(self, settings: OptimizersSettings) -> None:
        super().__init__(settings)
        while not self._arena.rivals_known and self._spent < FIRST_SHARE:
            self._spent += self._arena.measure_rivals()
        self._examine()

    @override
    @classmethod
    def kernels(cls, settings: OptimizersSettings) -> tuple[Kernel, ...]:
        known = settings.trains and not settings.second_derivatives and settings.problem != "landscape"
        if not known or chosen_device(settings.device, settings.work).type != "cpu":
            return ()
        return QUADRATICS, NETWORKS, DESCENT, LEARNED_OPTIMIZER  # the laboratory has problems of both kinds

    @override
    def begin(self) -> None:
        settings = self.settings
        self._design = design_of(settings)
        self._device = chosen_device(settings.device, settings.work)
        self._family = family_of(settings, self._device)
        self._draws = self.generator(_PROBLEMS)
        self._methods = methods(self.engine)
        self._teacher: Teacher = Compiled() if self.engine == "compiled" else Reference()
        weights = self._first_weights()
        self._layout = Layout(weights)
        self._progress = _Progress(fresh(self._layout.flat(weights).to(self._device)))
        final = settings.judged_at_end
        self._arena = Arena(self._family, settings.updates, settings.test_problems, settings.seed, final, self._methods)
        self._examination = Examination(self._arena, self._layout, final)
        self._bench = Bench(settings, self._design, self._device, self._methods) if settings.laboratory else None
        self._subject = self._shown_problem()
        self._spent = 0.0

    @override
    def learn(self) -> None:
        """Train the optimizer on new problems, where it learns."""
        trained = self._progress.trained
        learning = self.settings.learn and self.settings.trains
        after = self._trained_on(trained) if learning else _Progress(trained)
        self._refuse_lost(after)
        self._progress = after

    @override
    def after_step(self) -> None:
        self._measure()

    @override
    def rollback_point(self) -> State:
        return {"step": self.steps_done, "moment": self._progress, "draws": self._draws.get_state()}

    @override
    def roll_back(self, state: State) -> None:
        """Take the training back; what was measured meanwhile stays."""
        moment, draws = state["moment"], state["draws"]
        assert isinstance(moment, _Progress)
        assert isinstance(draws, Tensor)
        self.steps_done, self._progress, self._frame = whole(state, "step"), moment, None
        self._draws.set_state(draws)

    @override
    def explained(self, reason: Message) -> Message:
        return reason  # which names the meta-step already

    @override
    def setting_changed(self, name: str, before: OptimizersSettings, draft: bool) -> None:
        if self.settings.shown != before.shown:
            self._subject = self._shown_problem()
        if self.settings.laboratory and self._bench is None:
            self._bench = Bench(self.settings, self._design, self._device, self._methods)
        if name in ("eta", "decay"):
            self._design = design_of(self.settings)
            if not self.settings.trains:
                self._begin_elsewhere(None)

    @override
    def weights(self) -> dict[str, Tensor]:
        """Return the trained weights by name, and as "best.<name>" those of the best meta-step so far.

        For gradient descent: "eta" and "decay", float64.
        """
        if not self.settings.trains:
            numbers = {"eta": self.settings.eta, "decay": self.settings.decay}
            return {name: torch.tensor(value, dtype=torch.float64) for name, value in numbers.items()}
        flat, found = self._progress.trained.flat, self._examination.best
        now = self._layout.weights(copied(flat))
        best = self._layout.weights(copied(flat if found is None else found.flat))
        return {**now, **{f"{BEST}{name}": tensor for name, tensor in best.items()}}

    @override
    def load_weights(self, weights: Mapping[str, Tensor], step: int | None = None) -> None:
        """Continue from these weights, including the "best." ones; Adam starts again, the generators continue."""
        found, before = fitting(weights, self.weights(), description), self.state()
        try:
            self._load(found, self.steps_done if step is None else step)
            self.look()
        except Diverged as diverged:
            self.restore(before)
            raise refuse("", say("these weights diverge: {reason}", reason=diverged.reason)) from None

    def _load(self, found: Mapping[str, Tensor], step: int) -> None:
        if self.settings.trains:
            flat = self._layout.flat(found).to(self._device)
            best = self._layout.flat({n: found[f"{BEST}{n}"] for n in self._layout.shapes}).to(self._device)
            self.steps_done, self._progress = step, _Progress(fresh(flat))
            self._begin_elsewhere(Best(best, -1, math.inf, math.inf))  # measured next
        else:
            changes = {name: float(tensor) for name, tensor in found.items()}
            self._settings = self.settings.replaced(**changes)
            self.steps_done, self._design = step, design_of(self.settings)
            self._begin_elsewhere(None)
        self._frame = None

    @override
    def save(self) -> State:
        moment, found = self._progress, dict[str, object]()
        found |= {"stopped": moment.stopped, "stopped_at": moment.stopped_at}
        found |= {"meta_loss": moment.meta_loss, "meta_gradient": moment.meta_gradient}
        found |= {"flat": copied(moment.trained.flat), "draws": self._draws.get_state()}
        found |= {f"moments.{name}": copied(getattr(moment.trained.moments, name)) for name in _MOMENTS}
        found |= self._examination.state()
        if self._bench is not None:
            found |= self._bench.state()
        return found | self._arena.state("arena")

    @override
    def load(self, state: State) -> None:
        tensors = {name: value.clone() for name, value in state.items() if isinstance(value, Tensor)}
        self._draws.set_state(tensors["draws"])
        moments = Moments(*(tensors[f"moments.{name}"].to(self._device) for name in _MOMENTS))
        self._progress = _Progress(
            trained=Trained(tensors["flat"].to(self._device), moments),
            meta_loss=real(state, "meta_loss"),
            meta_gradient=real(state, "meta_gradient"),
            stopped=whole(state, "stopped"),
            stopped_at=whole(state, "stopped_at"),
        )
        self._examination.restore(state, tensors, self._device)
        if "laboratory.step" in state:
            self._bench = self._bench or Bench(self.settings, self._design, self._device, self._methods)
            self._bench.restore(state)
        self._arena.restore("arena", tensors)

    @property
    def _cost(self) -> float:
        """The cost of a meta-step, in the unit of `Arena`."""
        settings = self.settings
        return settings.updates * 3.0 * (2 * settings.problems * settings.coordinates + OVERHEAD)

    def _first_weights(self) -> Weights:
        made = self.generator(_WEIGHTS)
        weights = initial(self._design, made)
        if self.settings.learns_start:
            weights[START] = self._family.sample(1, 1, made).start()[0].cpu()
        return weights

    def _shown_problem(self) -> ShownProblem:
        return ShownProblem(self._family, self.settings.updates, self.settings.seed, self.settings.shown, self._methods)

    def _trained_on(self, trained: Trained) -> _Progress:
        problems = self._family.sample(self.settings.problems, self.settings.updates, self._draws)
        done = self._teacher.meta_step(trained, self._layout, self._design, problems, self.settings)
        return _Progress(done.trained, done.meta_loss, done.meta_gradient, done.stopped, done.stopped_at)

    def _refuse_lost(self, moment: _Progress) -> None:
        flat = moment.trained.flat
        if not bool(torch.isfinite(flat).all()):
            lost = next(name for name, part in self._layout.weights(flat).items() if not torch.isfinite(part).all())
            raise Diverged(
                say(
                    "meta-training cannot continue from meta-step {step}: {name} of the optimizer's weights would"
                    " become NaN or infinite; the meta-gradient has norm {norm:.3g}",
                    step=self.steps_done,
                    name=lost,
                    norm=moment.meta_gradient,
                )
            )

    def _measure(self) -> None:
        """Do a meta-step's share of the measurements: the rivals, the learned optimizer, the laboratory."""
        spent = 0.0
        while not self._arena.rivals_known and spent < SHARE * self._cost:
            spent += self._arena.measure_rivals()
        self._examine()
        if self.settings.laboratory and self._bench is not None:
            self._work_in_laboratory(self._bench)

    def _examine(self) -> None:
        """Continue the measurement on the held-out problems; start a new one when it is due."""
        flat, every = self._progress.trained.flat, self.settings.test_every
        self._examination.go_on(flat, self._design, self.steps_done, every)

    def _begin_elsewhere(self, best: Best | None) -> None:
        """Measure loaded weights on all held-out problems: these, or the current ones."""
        if self._bench is not None:
            self._bench.clear(self._design)
        self._examination.begin_elsewhere(self._progress.trained.flat if best is None else best.flat, best)
        self._examine()

    def _work_in_laboratory(self, bench: Bench) -> None:
        best = self._examination.best
        if bench.idle and best is not None and not (bench.laid and bench.step == best.step):
            weights, start = self._layout.parts(best.flat.clone())
            bench.lay(weights, start, best.step)
        learning = self.settings.learn and self.settings.trains
        bench.work(LABORATORY_SHARE * self._cost * (1.0 if learning else ONLY_MEASURED))

    @override
    def show(self) -> OptimizersFrame:
        moment, subject = self._progress, self._subject
        weights, start = self._layout.parts(moment.trained.flat)
        best = self._examination.best
        course, guesses = subject.course(self._design, weights, start)
        rivals = subject.rivals(self._arena)
        eta, decay = (rivals[0].rate, 0.0) if self.settings.trains else (self.settings.eta, self.settings.decay)
        return OptimizersFrame(
            step=self.steps_done,
            metrics=self._metrics(course),
            variant=self.settings.variant,
            coordinates=subject.coordinates,
            theta=single(course.theta),
            gradient=single(course.gradient),
            forget=single(course.forget),
            input=single(course.input),
            candidate=single(course.candidate),
            loss=single(course.losses[:, 0]),
            test_loss=float(course.test_losses[0]),
            stopped=int(course.stopped[0]),
            forget_equivalent=1.0 - eta * decay,
            input_equivalent=eta,
            terrain=subject.terrain,
            path=subject.path(course.theta),
            rivals=rivals,
            tested=self._examination.spread,
            best_step=-1 if best is None else best.step,
            best_loss=self._examination.best_loss,
            meta_loss=moment.meta_loss,
            meta_gradient=moment.meta_gradient,
            laboratory=self._bench.look() if self._bench is not None and self.settings.laboratory else None,
            classified=subject.classified,
            guesses=guesses,
            notices=tuple(self._notices(course)),
        )

    def _metrics(self, course: Trajectory) -> dict[str, float]:
        forget, input = course.forget.double(), course.input.double()  # (T, C)
        found = {"meta.loss": self._progress.meta_loss, "meta.gradient": self._progress.meta_gradient}
        found |= {"gates.forget_mean": float(forget.mean()), "gates.input_mean": float(input.mean())}
        found["gates.input_std"] = float(
            input.std(0, correction=0).mean()
        )  # over updates, then the mean over coordinates
        if not self.settings.trains:
            found["learned.gap_to_sgd"] = self._subject.gap(course, self.settings.eta, self.settings.decay)
        if self._examination.ended == self.steps_done:
            found |= self._examination.metrics(self.settings.updates)
        return {name: value for name, value in found.items() if math.isfinite(value)}

    def _notices(self, course: Trajectory) -> list[Message]:
        found = []
        if self._progress.stopped:
            told = {"stopped": self._progress.stopped, "count": self.settings.problems, "t": self._progress.stopped_at}
            text = (
                "{stopped} of the {count} problems of this meta-step diverged and were stopped, the first at update {t}"
            )
            found.append(say(text, **told))
        if int(course.stopped[0]) >= 0:
            text = "The problem shown diverged at update {t} (loss above {limit:.0e}) and was stopped there"
            found.append(say(text, t=int(course.stopped[0]), limit=LIMIT))
        return found


_MOMENTS = ("first", "second", "count")


def design_of(settings: OptimizersSettings) -> Design:
    """Return the learned optimizer that the settings describe; without learned gates, the gates' inputs are ignored."""
    gated = settings.variant in ("gates", "combined")
    return Design(
        variant=settings.variant,
        units=settings.units,
        layers=settings.layers,
        sees_gradient=settings.sees_gradient,
        sees_loss=settings.sees_loss,
        sees_theta=settings.sees_theta and gated,
        sees_gates=settings.sees_gates and gated,
        logsign=settings.preprocessing == "log-sign",
        scale=settings.output_scale,
        forget_bias=settings.forget_bias,
        input_bias=settings.input_bias,
        eta=settings.eta,
        decay=settings.decay,
    )
