"""Loads machine code that was made before: by LLVM's linker alone, without numba and without anything pickled."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from llvmlite.binding import ExecutionEngine

# What numba makes of a function: a place for its result, one for an exception (never used: kernels raise none), and its
# three arguments.
_FUNCTION = ctypes.CFUNCTYPE(ctypes.c_int32, *[ctypes.c_void_p] * 5)


@dataclass(frozen=True)
class Code:
    """Machine code in memory."""

    address: int
    function: Callable[..., Any]
    owner: Any  # keeps it there


_LOCK = Lock()
_LOADED: dict[str, Code] = {}


def loaded(name: str, read: Callable[[], tuple[bytes, str]]) -> Code:
    """Return the code called `name`, which `read` gives as an object file and a symbol; it is read once."""
    with _LOCK:
        if name not in _LOADED:
            _LOADED[name] = linked(*read())
        return _LOADED[name]


def linked(code: bytes, symbol: str) -> Code:
    """Return a function of an object file, ready to be called."""
    from llvmlite import binding  # takes a tenth of a second

    engine = _engine()
    engine.add_object_file(binding.ObjectFileRef.from_data(code))
    engine.finalize_object()
    address = engine.get_function_address(symbol)
    return Code(address, _FUNCTION(address), engine)


def _engine() -> ExecutionEngine:
    from llvmlite import binding

    _prepare()
    machine = binding.Target.from_default_triple().create_target_machine(codemodel="jitdefault")
    return binding.create_mcjit_compiler(binding.parse_assembly(""), machine)


@cache
def _prepare() -> None:
    from llvmlite import binding

    binding.initialize_native_target()
    binding.initialize_native_asmprinter()
