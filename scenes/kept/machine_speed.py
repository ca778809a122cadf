"""Keeps how fast this computer is, with what it was measured on."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from metascope.scenes.kept import store
from metascope.simulator.engine.cli.calibrating import Speed
from metascope.simulator.engine.errors import UserError

_KEY = "speed/measured"


def read_speed(kept_in: QSettings | None) -> tuple[Speed, str] | None:
    """Return the speed that was measured last, and of which machine it is; None where there is none to be read."""
    try:
        value = store.read(kept_in, _KEY)
    except UserError:
        return None  # it is measured again, which tells a person nothing
    if not isinstance(value, dict):
        return None
    factor, spread, machine = (value.get(name) for name in ("factor", "spread", "machine"))
    if not (isinstance(factor, float) and isinstance(spread, float) and isinstance(machine, str)):
        return None
    try:
        return Speed(factor, spread), machine
    except ValueError:
        return None


def write_speed(kept_in: QSettings | None, speed: Speed, machine: str) -> None:
    """Keep a measurement."""
    store.write(kept_in, _KEY, {"factor": float(speed.factor), "spread": float(speed.spread), "machine": machine})
