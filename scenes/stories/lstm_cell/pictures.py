"""Turns a frame of the LSTM cell's story into the plain values that its diagram draws."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from metascope.scenes.stories.lstm_cell import equations
from metascope.simulator.stories.lstm_cell.captions import reading, update
from metascope.simulator.stories.lstm_cell.course import Tick
from metascope.simulator.stories.lstm_cell.frame import Array, CellFrame
from metascope.simulator.stories.lstm_cell.names import DESCENT, GRADIENT, KEPT, LSTM, MEMORY, METHODS
from metascope.widgets.cell.ink import in_line
from metascope.widgets.cell.picture import CellPicture, Column, Equation, Quantity, Stage
from metascope.widgets.look.emphasis import Level
from metascope.widgets.look.text import localized, number
from metascope.widgets.look.translation import translate

KNOWN = {"start": 0, "gates": 1, "memory": 2, "output": 3}  # phases of a step
SINCE = {"x": 1, "z": 1, "z_i": 1, "z_f": 1, "z_o": 1, "c": 2, "h": 3, "y": 3}  # phase from which each is known
PUT = {"c": MEMORY, "c_before": MEMORY, "z": GRADIENT, "z_f": KEPT, "z_i": DESCENT}  # stage that replaces each
COLUMNS = ("x", "z", "z_i", "z_f", "z_o", "c", "h", "y", "theta", "loss")


def cell_picture(frame: CellFrame, at: Tick, method: str, emphasis: Mapping[str, Level]) -> CellPicture:
    """Return what is drawn of `method`'s cell at an inner step, and of the other cells in the chain."""
    values = _values(frame, at, METHODS.index(method))
    return CellPicture(
        chosen=method,
        part=at.part,
        stages=tuple(_stage(frame, at, key, emphasis.get(key, "full")) for key in METHODS),
        quantities=_quantities(method, values),
        equations=tuple(_equation(name, form, values) for name, form in _forms(method)),
        updates=_updates(frame, at, method),
        columns=_columns(frame, at),
    )


def shown_step(at: Tick) -> int:
    """Return the last time step whose estimate of theta is known at an inner step."""
    return at.step if at.part in ("start", "output") else at.step - 1


def _values(frame: CellFrame, at: Tick, index: int) -> dict[str, tuple[float, ...]]:
    """Return the numbers of every quantity, NaN for those not yet known."""
    dimension, step = frame.c.shape[2], at.step
    unknown = (math.nan,) * dimension
    found = {
        name: tuple(getattr(frame, name)[index, step].tolist()) if KNOWN[at.part] >= since else unknown
        for name, since in SINCE.items()
    }
    if at.part == "start":
        found["c"] = unknown  # no output yet
    before = max(step - 1, 0)
    for name, part in (("c_before", frame.c), ("h_before", frame.h)):
        found[name] = tuple(part[index, before].tolist())
    return found


def _quantities(method: str, values: Mapping[str, tuple[float, ...]]) -> dict[str, Quantity]:
    symbols, helps, at = equations.symbols(method), equations.helps(), METHODS.index(method)
    gone = {"y"} if method != LSTM else set()
    if method == DESCENT:
        gone |= {"z_o", "h", "h_before"}
    return {
        name: Quantity(
            latex=latex,
            help=helps[name],
            values=values[name],
            role=PUT[name] if name in PUT and at >= METHODS.index(PUT[name]) else "",
            absent=name in gone,
            unit=name in ("z_i", "z_f", "z_o"),
        )
        for name, latex in symbols.items()
    }


def _forms(method: str) -> list[tuple[str, equations.Form]]:
    found = equations.forms(method)
    return [(name, found[name]) for name in equations.ORDER]


def _equation(name: str, form: equations.Form, values: Mapping[str, tuple[float, ...]]) -> Equation:
    return Equation(
        form.latex, form.plain, f"= {in_line(values[name], 3 if len(values[name]) < 3 else 2)}", form.role, form.absent
    )


def _updates(frame: CellFrame, at: Tick, method: str) -> tuple[str, ...]:
    """Return the update written out, with its result once known, and the plain LSTM's estimate once y is known."""
    lines = []
    for coordinate in range(frame.c.shape[2]):
        told = ""
        if at.part != "start":
            known = KNOWN[at.part] >= SINCE["c"]
            told = localized(update(frame, method, at.step, coordinate, known))
        if method == LSTM and KNOWN[at.part] >= SINCE["y"]:
            told += f"      {localized(reading(frame, at.step, coordinate))}"
        lines.append(told)
    return tuple(lines)


def _stage(frame: CellFrame, at: Tick, key: str, level: Level) -> Stage:
    index, step = METHODS.index(key), shown_step(at)
    note = translate("Pictures", "loss {loss}").format(loss=number(float(frame.loss[index, step]), 2))
    return Stage(key, key, equations.stage_symbol(key), note, equations.stage_help(key), level)


def _columns(frame: CellFrame, at: Tick) -> dict[str, Column]:
    """Return every cell's numbers at all time steps, and the time step shown."""
    found: dict[str, Column] = {"step": np.arange(frame.loss.shape[1]), "shown": np.array([at.step])}
    for index, key in enumerate(METHODS):
        for name in COLUMNS:
            found |= _named(f"{key}.{name}", getattr(frame, name)[index])
    return found


def _named(name: str, part: Array) -> dict[str, Column]:
    """Return (T + 1,) as one column and (T + 1, d) as one per coordinate; nothing if all numbers are NaN."""
    if np.isnan(part).all():
        return {}
    if part.ndim == 1:
        return {name: part}
    if part.shape[1] == 1:
        return {name: part[:, 0]}
    if name.endswith(".x"):
        labels = [*(f"gradient_{i + 1}" for i in range(part.shape[1] - 1)), "loss"]
        return {f"{name}.{label}": part[:, i] for i, label in enumerate(labels)}
    return {f"{name}_{i + 1}": part[:, i] for i in range(part.shape[1])}
