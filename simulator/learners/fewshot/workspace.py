"""Caches memory that lessons of the same sizes reuse."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast, final

from torch import Tensor

from metascope.simulator.tasks.networks import Network

_Kind = TypeVar("_Kind")
_KEPT = 8


@final
class Workspace:
    """Caches objects for a few sizes. Used by one thread at a time."""

    def __init__(self) -> None:
        self._made: dict[object, object] = {}

    def of(self, make: Callable[..., _Kind], network: Network, sizes: tuple[int, ...], like: Tensor) -> _Kind:
        """Return `make(network, *sizes, like)`, or its cached result for the same arguments."""
        key = (make, network.layout.sizes, network.activation, sizes, like.dtype, like.device)
        found = self._made.get(key)
        if found is None:
            if len(self._made) == _KEPT:
                del self._made[next(iter(self._made))]
            found = self._made[key] = make(network, *sizes, like)
        return cast("_Kind", found)
