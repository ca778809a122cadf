"""Measures how fast a scenario trains with each engine on this computer, in turn, on one thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from metascope.simulator.engine.computing import Engine, prepare_thread
from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.simulation import Simulation

PART = 0.5  # seconds of one engine before it is the other's turn
_AT_ONCE = 64  # meta-steps asked for in one go

Make = Callable[[Engine], Simulation]


@dataclass(frozen=True)
class Speeds:
    """Meta-steps per second of processor time, 0 while nothing was measured."""

    reference: float = 0.0
    compiled: float = 0.0
    share: float = 0.0  # of the measurement that is done

    @property
    def ratio(self) -> float:
        """How many times faster the compiled kernels are."""
        return self.compiled / self.reference if self.reference else 0.0


class _Racer:
    """A simulation that trains for a time and counts; one that diverges begins again."""

    def __init__(self, make: Make, engine: Engine) -> None:
        self._make, self._engine = make, engine
        self._simulation = make(engine)
        self.steps, self.seconds = 0, 0.0

    def train(self, seconds: float) -> None:
        begun = time.thread_time()
        while (spent := time.thread_time() - begun) < seconds:
            self._advance()
        self.seconds += spent

    def _advance(self) -> None:
        try:
            block = self._simulation.advance(_AT_ONCE)
            if block is None or not len(block.steps):
                self._simulation.step()
                self.steps += 1
            else:
                self.steps += len(block.steps)
        except Diverged:
            self._simulation = self._make(self._engine)

    @property
    def rate(self) -> float:
        return self.steps / self.seconds if self.seconds else 0.0


def race(
    make: Make, seconds: float, told: Callable[[Speeds], object] = lambda speeds: None, halt: Event | None = None
) -> Speeds:
    """Train by reference and by kernels in turn, each for half of so many seconds; return how fast they are.

    Args:
        make: makes a simulation that trains with an engine.
        seconds: of processor time, in all.
        told: called after each part with what is known so far.
        halt: ends it early.

    Raises:
        UserError: an engine cannot be used.
    """
    prepare_thread(1)
    racers = {engine: _Racer(make, engine) for engine in ("reference", "compiled")}
    for racer in racers.values():
        racer.train(0.0)  # the first meta-step may prepare things
    speeds = Speeds()
    while speeds.share < 1 and not (halt is not None and halt.is_set()):
        for racer in racers.values():
            racer.train(PART)
        share = min(sum(racer.seconds for racer in racers.values()) / seconds, 1.0)
        speeds = Speeds(racers["reference"].rate, racers["compiled"].rate, share)
        told(speeds)
    return speeds
