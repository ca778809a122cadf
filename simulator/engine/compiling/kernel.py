"""Declares compiled kernels and calls them. Light: numba is imported only where kernels are compiled."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.engine.compiling.cache import Cache, Entry
from metascope.simulator.engine.compiling.loading import Code, loaded
from metascope.simulator.engine.running.building import check

if TYPE_CHECKING:
    from torch import Tensor

Array: TypeAlias = "Tensor | NDArray[Any]"


@dataclass(frozen=True)
class Kernel:
    """A function that is compiled once per machine.

        LESSON = Kernel("ntm", f"{NTM}.kernel:lesson", f"{NTM}.compiled:check", (PRODUCT,))
        call = Call(LESSON, arrays=[(vector, (n,)), (bits, (batch,))], sizes=[steps, batch], reals=[rate])
        call()

    Its source has the signature `(at, n, real)`: addresses of the arrays, sizes, and real numbers; it returns 0, or a
    whole number that says what went wrong. See `writing`.
    """

    name: str  # of its files in the cache
    source: str  # "module:function", which imports numba
    check: str  # "module:function", which compares it with its readable reference and raises if it differs
    needs: tuple[Kernel, ...] = ()  # kernels that it calls: their addresses come first in `at`
    checked_with: tuple[Kernel, ...] = ()  # kernels that its check calls beside it and those

    @property
    def first(self) -> tuple[Kernel, ...]:
        """The kernels that must be ready before this one can be compiled and checked."""
        return (*self.needs, *self.checked_with)

    @property
    def module(self) -> str:
        """The module of its source."""
        return self.source.partition(":")[0]

    def entry(self) -> Entry | None:
        """Return what the cache says of it; None: nothing yet."""
        return Cache().entry(self.name, self.module)

    @property
    def ready(self) -> bool:
        """Whether it can be called at once, with all that it needs."""
        if not all(kernel.ready for kernel in self.needs):
            return False
        entry = self.entry()
        return entry is not None and not entry.failure

    def code(self) -> Code:
        """Return its machine code, loaded once per process.

        Raises:
            Unusable: it is not ready, or its file was damaged.
        """
        return loaded(self.name, lambda: Cache().read(self.name, self.module))


@final
class Call:
    """A kernel with its arguments: made once, called as often as their contents change. Holds on to its arrays.

    Args:
        kernel: which.
        arrays: each with the shape that the kernel takes it to have. They lie in one piece of memory.
        sizes: whole numbers.
        reals: real numbers; `reals` of this object may be written before any call.

    Raises:
        Unusable: the kernel is not ready.
        ValueError: an array has another shape, or does not lie in one piece.
    """

    def __init__(
        self,
        kernel: Kernel,
        arrays: Sequence[tuple[Array, tuple[int, ...]]],
        sizes: Sequence[int] = (),
        reals: Sequence[float] = (),
    ) -> None:
        code = kernel.code()
        self._function, self._address = code.function, code.address
        self._kept = [array for array, _ in arrays]
        addresses = [needed.code().address for needed in kernel.needs]
        addresses += [address(array, shape) for array, shape in arrays]
        self._at = np.array([*addresses, 0], dtype=np.int64)
        self._first = len(kernel.needs)
        self.sizes = np.array([*sizes, 0], dtype=np.int64)
        self.reals = np.array([*reals, 0.0], dtype=np.float64)
        tables = (self._at, self.sizes, self.reals)
        self._tables = tuple(ctypes.c_void_p(table.ctypes.data) for table in tables)
        self._returned = ctypes.c_int64()
        self._places = (ctypes.byref(self._returned), ctypes.byref(ctypes.c_void_p()))

    def __call__(self) -> int:
        """Run the kernel, without the interpreter's lock, and return what it returns.

        Raises:
            Ended: what this thread does was asked to end.
        """
        check()
        self._function(*self._places, *self._tables)
        return self._returned.value

    def put_first(self, arrays: Sequence[Tensor], sizes: Sequence[int]) -> None:
        """Take other tensors for the first ones of `arrays`, with as many numbers each as `sizes` says.

        Raises:
            ValueError: one has more or fewer, or does not lie in one piece.
        """
        if [array.numel() for array in arrays] != sizes or not all(array.is_contiguous() for array in arrays):
            raise ValueError("tensors of the sizes that the kernel was called with, in one piece, are needed")
        self._at[self._first : self._first + len(arrays)] = [array.data_ptr() for array in arrays]
        self._kept[: len(arrays)] = arrays

    def tables(self) -> tuple[int, int, int, int]:
        """Return the addresses of the function and of its tables, for a kernel that calls it: see `writing.call`."""
        at, sizes, reals = (int(table.ctypes.data) for table in (self._at, self.sizes, self.reals))
        return self._address, at, sizes, reals

    def put(self, place: int, array: Array, shape: tuple[int, ...]) -> None:
        """Take another array for the one at `place` of `arrays`."""
        self._at[self._first + place] = address(array, shape)
        self._kept[place] = array


SEQUENCE = Kernel(
    "sequence",
    "metascope.simulator.engine.compiling.sequence:sequence",
    "metascope.simulator.engine.compiling.sequence_check:check",
)


@final
class InTurn:
    """Calls that are done one after the other, in one call of `SEQUENCE`.

    Args:
        calls: to be done.

    Raises:
        Unusable: the kernel is not ready.
    """

    def __init__(self, calls: Sequence[Call]) -> None:
        self._calls = list(calls)
        tables = np.array([call.tables() for call in self._calls], dtype=np.int64).reshape(-1, 4)
        self._call = Call(SEQUENCE, [(tables, tables.shape)], [len(self._calls)])

    def __call__(self) -> int:
        """Do all calls, without the interpreter's lock; return what the first one that fails returns, or 0."""
        return self._call()


def address(array: Array, shape: tuple[int, ...]) -> int:
    """Return where an array of this shape lies.

    Raises:
        ValueError: it has another shape, or does not lie in one piece.
    """
    if tuple(array.shape) != shape:
        raise ValueError(f"an array of {shape} is needed, not {tuple(array.shape)}")
    if isinstance(array, np.ndarray):
        if not array.flags.c_contiguous:
            raise ValueError("an array in one piece is needed")
        return int(array.ctypes.data)
    if not array.is_contiguous():
        raise ValueError("an array in one piece is needed")
    return int(array.data_ptr())
