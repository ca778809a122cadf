"""Simulates the sine waves story: MAML and its relatives, all from one initial network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import final

import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.arrays import single
from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.computing import chosen_device
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.compatibility import fitting
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.steerable_simulation import SteerableSimulation, whole
from metascope.simulator.engine.text import say
from metascope.simulator.learners.kernels import FEWSHOT
from metascope.simulator.learners.planes import Basis
from metascope.simulator.stories.sines import measuring, notices
from metascope.simulator.stories.sines.anchors import anchors, published
from metascope.simulator.stories.sines.frame import Plane, SinesFrame
from metascope.simulator.stories.sines.names import ORACLE
from metascope.simulator.stories.sines.settings import SinesSettings
from metascope.simulator.stories.sines.showing import shown
from metascope.simulator.stories.sines.shown_task import ShownTask, held_out, validation
from metascope.simulator.stories.sines.surface import Surveyor, View, plane_of, plane_state
from metascope.simulator.stories.sines.trail import Trail
from metascope.simulator.stories.sines.training import Trainer, description

_DRAWS = 0  # stream of random numbers
_TASK = ("shown", "wave", "amplitude", "phase", "points")  # settings that say what is shown
_PLANE = ("plane", "corner_1", "corner_2", "corner_3", "alpha")  # settings on which the plane depends


@final
class SinesSimulation(SteerableSimulation[SinesSettings, SinesFrame]):
    """Each meta-step does several updates of all methods on the same waves; then all adapt to the shown one.

    Held-out waves are measured, and the plane is computed, every few meta-steps. The shown task is a live setting, to
    which every method adapts at once.
    """

    _trail: Trail  # these three only exist if a method is in the plane's space
    _basis: Basis
    _plane: Plane

    @override
    @classmethod
    def kernels(cls, settings: SinesSettings) -> tuple[Kernel, ...]:
        if settings.device == "cuda":
            return ()
        return (FEWSHOT,) if chosen_device(settings.device, settings.work).type == "cpu" else ()

    @override
    def begin(self) -> None:
        settings = self.settings
        self._trainer = Trainer(settings, self.engine)
        self._held, self._validation = (
            held_out(settings, self._trainer.device),
            validation(settings, self._trainer.device),
        )
        self._subject = ShownTask(settings, self._held[0])
        self._draws = self.generator(_DRAWS)
        self._iterations = 0
        self._tuned: dict[str, float] = {}  # the tuned step sizes of adaptation
        self._paid: dict[str, float] = {}  # each method's mean loss in the last meta-step
        placed = {name: place for place, name in enumerate(settings.methods) if name != ORACLE}
        self._surveyor = (
            Surveyor(
                self._trainer.network,
                self._trainer.start,
                placed,
                len(settings.methods),
                self._held,
                settings.seed,
                self.engine,
            )
            if placed
            else None
        )
        self._measure()
        self._new_trail()

    @override
    def learn(self) -> None:
        settings = self.settings
        self._paid = self._trainer.learn(settings, self._draws) if settings.learn else {}
        self._iterations += settings.updates if settings.learn else 0

    @override
    def after_step(self) -> None:
        settings = self.settings
        if self.steps_done % settings.test_every == 0:
            self._measure()
        if self._surveyor is not None:
            self._trail.pass_by(self.steps_done, self._placed())
            if self.steps_done % settings.plane_every == 0:
                self._survey()

    @override
    def rollback_point(self) -> State:
        return {**self._trainer.state(), "draws": self._draws.get_state()}  # only `learn` diverges

    @override
    def roll_back(self, state: State) -> None:
        tensors = {name: value for name, value in state.items() if isinstance(value, Tensor)}
        self._trainer.restore(tensors)
        self._draws.set_state(tensors["draws"])

    @override
    def setting_changed(self, name: str, before: SinesSettings, draft: bool) -> None:
        """Follow a live setting; in a draft the loss surfaces stay as they are."""
        self._trainer.follow(self.settings)
        if name in _TASK:
            self._subject = ShownTask(self.settings, self._held[0])
        if self._surveyor is None or draft:
            return
        if name in _PLANE:
            self._survey()
        elif name in _TASK:
            task = self._surveyor.task(self._basis, self._plane.u, self._plane.v, self._subject)
            self._plane = replace(self._plane, task=task)

    @override
    def weights(self) -> dict[str, Tensor]:
        """Return copies of each method's start, "<method>.phi", and of Meta-SGD's rates, "meta_sgd.rates"."""
        return self._trainer.weights()

    @override
    def load_weights(self, weights: Mapping[str, Tensor], step: int | None = None) -> None:
        """Continue from weights named as in `weights`; the optimizers start again, random numbers continue."""
        found, before = fitting(weights, self._trainer.weights(), description), self.checkpoint()
        self._trainer.load(found)
        self.steps_done = self.steps_done if step is None else step
        self._iterations, self._paid, self._frame = self.steps_done * self.settings.updates, {}, None
        self._tuned = {}
        self._measure()
        self._new_trail()
        if not any(name.endswith(".mse_0") for name in self._measured):
            self.return_to(before)
            raise refuse("", say("these weights give answers that are NaN or infinite"))

    @override
    def save(self) -> State:
        found: dict[str, object] = {
            "iterations": self._iterations,
            "paid": json.dumps(self._paid),
            "tuned": json.dumps(self._tuned),
            "draws": self._draws.get_state(),
            **self._trainer.state(),
            **measuring.test_state(self._test),
        }
        if self._surveyor is not None:
            found |= {**self._trail.state(), **plane_state(self._basis, self._plane)}
        return found

    @override
    def load(self, state: State) -> None:
        self.roll_back(state)
        self._iterations = whole(state, "iterations")
        self._paid, self._tuned = json.loads(str(state["paid"])), json.loads(str(state["tuned"]))
        self._test = measuring.test_of(state)
        self._measured = measuring.metrics_of(self._test, self.settings.methods)
        if self._surveyor is not None:
            self._trail.restore({name: value for name, value in state.items() if isinstance(value, Tensor)})
            self._basis, self._plane = plane_of(state, self._trainer.device)

    def _measure(self) -> None:
        """Tune the rates of methods that have none of their own, and measure all methods on the held-out waves."""
        settings = self.settings
        self._tuned = self._trainer.tuned(self._validation, settings.test_steps, self._tuned)
        groups = self._trainer.groups(self._tuned)
        self._test = measuring.meta_test(
            groups, self._held, settings.test_steps, len(settings.methods), self.steps_done
        )
        self._measured = measuring.metrics_of(self._test, settings.methods)

    def _new_trail(self) -> None:
        if self._surveyor is not None:
            self._trail = Trail(self._placed(), self.steps_done)
            self._survey()

    def _placed(self) -> Tensor:
        """Return the starts of the methods that are in the plane's space, (P, n)."""
        return torch.stack([method.phi for name, method in self._trainer.methods.items() if name != ORACLE])

    def _survey(self) -> None:
        assert self._surveyor is not None
        settings = self.settings
        view = View(settings.plane, settings.corners, settings.alpha, settings.inner_steps)
        trail = self._trail.until(self.steps_done, self._placed())
        self._basis, self._plane = self._surveyor.surveyed(view, self._subject, *trail)

    @override
    def show(self) -> SinesFrame:
        settings = self.settings
        groups = self._trainer.groups(self._tuned)
        found = shown(groups, self._subject, settings.test_steps, len(settings.methods))
        plane = None
        if self._surveyor is not None:
            plane = self._surveyor.seen(self._plane, self._basis, found.theta)
        return SinesFrame(
            step=self.steps_done,
            metrics=self._metrics(),
            iterations=self._iterations,
            methods=settings.methods,
            layers=tuple(str(layer + 1) for layer in range(settings.hidden_layers + 1)),
            task=self._subject.task,
            adaptation=found.adaptation,
            test=self._test,
            plane=plane,
            rates=single(self._trainer.rates(self._tuned)),
            anchors=anchors(settings.largest_phase),
            published=published(settings),
            notices=notices.notices(settings, self._subject.task, found.adaptation, self._test),
        )

    def _metrics(self) -> dict[str, float]:
        found = {f"{name}.loss": paid for name, paid in self._paid.items()}
        return found | (self._measured if self._test.step == self.steps_done else {})
