"""Encodes checkpoints of a session file: writes tensors and reads arrays, so that reading needs no torch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from metascope.simulator.engine.files.session_format import plain
from metascope.simulator.engine.files.session_format.arrays import Pool, StoredPool
from metascope.simulator.engine.files.session_format.malformed import Malformed
from metascope.simulator.engine.files.session_format.sheets import Sheet, StoredSheet
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.text import say


def weight(state: State) -> int:
    """Return about how many bytes a state takes in the file."""
    return sum(getattr(value, "nbytes", 64) for value in state.values())


def dumps(states: list[State], breathe: Callable[[], None]) -> bytes:
    """Return the member that holds these states, in order; arrays may stand in for tensors.

    Raises:
        TypeError: a value is neither a tensor nor plain.
    """
    sheet, pool = Sheet(), Pool()
    entries: list[dict[str, object]] = [dict.fromkeys(state) for state in states]
    for name in dict.fromkeys(name for state in states for name in state):  # one after another: they are alike
        for state, entry in zip(states, entries, strict=True):
            if name in state:
                entry[name] = _entry(state[name], pool)
        breathe()
    sheet.notes["states"] = entries
    pool.put(sheet)
    return sheet.dumps()


def loads(sheet: StoredSheet) -> list[State]:
    """Return the states that `dumps` wrote, with arrays in place of tensors.

    Raises:
        Malformed: they are not as `dumps` writes them.
    """
    pool = StoredPool(sheet)
    states: list[State] = []
    for entry in sheet.listed("states"):
        if not isinstance(entry, dict):
            raise Malformed(say("a state must be an object"))
        states.append({name: _value(value, pool) for name, value in entry.items()})
    return states


def _entry(value: Any, pool: Pool) -> object:
    if isinstance(value, np.ndarray):
        return {"array": pool.add(value)}
    if hasattr(value, "detach"):  # a tensor, recognized without importing torch
        return {"array": pool.add(value.detach().cpu().numpy())}
    return plain.encoded(value)


def _value(entry: object, pool: StoredPool) -> object:
    if not isinstance(entry, dict) or tuple(entry) != ("array",):
        return plain.decoded(entry)
    number = entry["array"]
    if type(number) is not int or not 0 <= number < len(pool):
        raise Malformed(say("a state must hold its arrays"))
    return pool[number]
