"""Settings at their bounds, several in one run: what is tried together, and what must come of it.

A run with several settings at a bound that goes well speaks for each of them. One that is refused, or diverges, may
hide what the others would have done: it is parted, and its parts are tried, down to the one setting it is about. So the
cost grows with the number of settings, and each is found out about as if it had been tried alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from metascope.simulator.engine.errors import Diverged, UserError
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.settings import Declaration, declarations
from metascope.simulator.engine.simulation import Simulation
from tests.contracts.runs import light, mattering, scenarios, simulation

TOGETHER = 8  # settings at a bound in one run: with more, most runs are refused, and halved again and again


@dataclass(frozen=True)
class Bound:
    """A setting at a value at which it is tried."""

    declared: Declaration
    value: object

    @property
    def lengthens(self) -> bool:
        """Whether it may make a run long, and is left to the slow tests: the most of what is counted."""
        return self.declared.kind == "whole" and self.value == self.declared.high


Act = Callable[[Mapping[str, object]], None]


def bounds(declared: Declaration) -> list[Bound]:
    """Return where a setting is tried; tables and folders nowhere."""
    if declared.kind == "flag":
        return [Bound(declared, False), Bound(declared, True)]
    if declared.kind == "choice":
        return [Bound(declared, choice) for choice in declared.choices]
    kind = int if declared.kind == "whole" else float
    return [Bound(declared, kind(bound)) for bound in (declared.low, declared.high) if bound is not None]


def groups(tried: Iterable[Bound], together: int, seed: int = 0) -> list[list[Bound]]:
    """Return the bounds in groups of different settings, at most one in each that makes a run long."""
    shuffled = sorted(tried, key=lambda bound: (bound.declared.name, str(bound.value)))
    Random(seed).shuffle(shuffled)
    shuffled.sort(key=lambda bound: not bound.lengthens)
    made: list[list[Bound]] = []
    for bound in shuffled:
        fitting = [group for group in made if len(group) < together and _fits(bound, group)]
        if not fitting or bound.lengthens:
            made += (fitting := [[]])
        min(fitting, key=len).append(bound)
    return made


def _fits(bound: Bound, group: Sequence[Bound]) -> bool:
    return bound.declared.name not in {other.declared.name for other in group}


def attempt(group: Sequence[Bound], act: Act) -> list[Bound]:
    """Act on a group of bounds, and return those that are refused by themselves.

    Fails where a refusal or a divergence is not told in words; what goes wrong otherwise says with which values.
    """
    values = {bound.declared.name: bound.value for bound in group}
    blamed: set[str] = set()
    try:
        act(values)
        return []
    except UserError as refused:
        _assert_told(map(str, refused.problems), values)
        blamed = {problem.where for problem in refused.problems}
        alone = list(group)
    except Diverged as diverged:
        _assert_told([str(diverged.reason)], values)
        alone = []
    except Exception as error:
        error.add_note(f"with {values}")
        raise
    if len(group) == 1:
        return alone
    one, other = _parted(group, blamed)
    return attempt(one, act) + attempt(other, act)


def _parted(group: Sequence[Bound], blamed: set[str]) -> tuple[Sequence[Bound], Sequence[Bound]]:
    """Return those that are to blame and the others; where that does not part them, the halves."""
    those = [bound for bound in group if bound.declared.name in blamed]
    if 0 < len(those) < len(group):
        return those, [bound for bound in group if bound not in those]
    middle = len(group) // 2
    return group[:middle], group[middle:]


def _assert_told(lines: Iterable[str], values: Mapping[str, object]) -> None:
    told = list(lines)
    assert told, values
    for line in told:
        assert line.strip(), values
        assert not re.search(r"[{}\n]", line), f"{values}: {line}"


def try_everywhere(story: str, together: int, long: bool = False) -> None:
    """Try every setting of a story at each of its bounds in the first scenario that takes it.

    Either what makes a run long is tried, or all else.
    """
    shipped = list(reversed(scenarios(story)))  # the simplest ones first
    left = [bound for declared in declarations(type(shipped[0].settings)) for bound in bounds(declared)]
    left = [bound for bound in left if bound.lengthens == long]
    for preset in map(light, shipped):
        matters = mattering(preset)
        here = [bound for bound in left if bound.declared in matters]
        refused = [bound for group in groups(here, together) for bound in attempt(group, begun(preset))]
        left = [bound for bound in left if bound not in here or bound in refused]
    for bound in left:  # what matters in no scenario that ships is tried with what it is there for
        needed = {names[0]: wanted[0] for names, wanted in bound.declared.only_for}
        attempt([bound], begun(light(shipped[0]), needed))


def try_in(preset: Preset, together: int, seed: int) -> None:
    """Try what matters in a scenario at each bound that makes no run long; another seed tries others together."""
    here = [bound for declared in mattering(preset) for bound in bounds(declared)]
    for group in groups((bound for bound in here if not bound.lengthens), together, seed):
        attempt(group, begun(preset))


def begun(preset: Preset, needed: Mapping[str, object] | None = None) -> Act:
    """Return what begins the scenario with other values, and does two meta-steps."""

    def act(values: Mapping[str, object]) -> None:
        made = simulation(preset, preset.settings.replaced(**{**(needed or {}), **values}))
        assert_shapes_told(made)
        for frame in (made.look(), made.step(), made.step()):
            assert_finite(frame)

    return act


def changed(preset: Preset) -> Act:
    """Return what changes values while the scenario runs, and does two meta-steps more."""

    def act(values: Mapping[str, object]) -> None:
        made = simulation(preset)
        made.step()
        for name, value in values.items():
            made.change(name, value)
        for frame in (made.look(), made.step(), made.step()):
            assert_finite(frame)

    return act


def assert_shapes_told(made: Simulation) -> None:
    """Fail where the settings tell other shapes of the weights than the simulation has; they may tell none."""
    if told := made.settings.weight_shapes:
        found = {name: tuple(weight.shape) for name, weight in made.weights().items()}
        assert found == told


def assert_finite(frame: Frame) -> None:
    assert all(map(math.isfinite, frame.metrics.values())), frame.metrics
