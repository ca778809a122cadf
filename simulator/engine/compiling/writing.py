"""What kernels are written with. Imports numba: only modules of kernels, and the one that compiles them, import it.

A kernel is a function `(at, n, real)`: `at` holds addresses of arrays, `n` whole numbers, `real` real ones. It begins
by naming them, each array with its shape, and goes on as a formula would be written:

    def step(at: Addresses, n: Sizes, real: Reals) -> int:
        rows, columns = n[0], n[1]
        x = f4(at[0], (rows, columns))
        out = f4(at[1], (rows,))
        for i in range(rows):
            out[i] = total(x[i])
        return 0

    @piece
    def total(x): ...  # (n,) -> ()

`step.interleaved = 4` makes its loops treat so many vectors at a time: worth while where the numbers of long rows go
through exponentials, whose steps wait for each other; the code grows.

Nothing is allocated (numba refuses it here), no exception raised, no array expression used: loops, slices and pieces.
Arrays given to a piece must lie apart, which lets LLVM use vectors.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from llvmlite import binding, ir
from numba import njit, types
from numba.core import cgutils
from numba.core.compiler import CompilerBase, DefaultPassBuilder
from numba.extending import intrinsic
from numba.np.arrayobj import make_array, populate_array

Addresses = Sequence[int]
Sizes = Sequence[int]
Reals = Sequence[float]
ENTRY = types.int64(types.CPointer(types.int64), types.CPointer(types.int64), types.CPointer(types.float64))

# `reassoc` is what vectors need in sums; NaN and infinity stay what they are. Reciprocals are no estimates (`arcp`,
# `afn`): LLVM would take them in vectors only, so that like rows were no longer alike, at no gain in speed.
FAST = {"nsz", "contract", "reassoc"}
EXACT = {"contract"}  # multiply and add at once: nothing else may differ from the reference
_OPTIONS = {"error_model": "numpy", "boundscheck": False, "_nrt": False}

_into_kernel = (
    False  # pieces are being compiled into a kernel: nothing calls them from Python, which takes long to make
)


class _Apart(CompilerBase):
    """numba's usual passes, with the promise that arrays given to a function do not overlap."""

    def define_pipelines(self) -> list[Any]:
        flags = self.state.flags
        flags.noalias = True
        if _into_kernel:
            flags.no_cpython_wrapper = flags.no_cfunc_wrapper = True
        return [DefaultPassBuilder.define_nopython_pipeline(self.state)]


def piece(function: Callable[..., Any]) -> Any:
    """Make a function usable in kernels; sums may be taken in any order."""
    return njit(fastmath=FAST, pipeline_class=_Apart, **_OPTIONS)(function)


def exact_piece(function: Callable[..., Any]) -> Any:
    """Make a function usable in kernels, for double precision, where sums are taken in the order they are written."""
    return njit(fastmath=EXACT, pipeline_class=_Apart, **_OPTIONS)(function)


def compiled(function: Callable[..., Any]) -> tuple[bytes, str]:
    """Return the object file of a kernel, and the name of its function in it."""
    global _into_kernel
    _into_kernel = True
    binding.set_option("", f"-force-vector-interleave={getattr(function, 'interleaved', 0)}")  # 0: as LLVM chooses
    signature = getattr(function, "signature", ENTRY)
    made = njit(signature, no_cpython_wrapper=True, no_cfunc_wrapper=True, fastmath=EXACT, **_OPTIONS)(function)
    (found,) = made.overloads.values()
    return bytes(found.library._get_compiled_object()), str(found.fndesc.llvm_func_name)


def _view(dtype: types.Type) -> Any:
    """Return a function of an address and a shape: the array that lies there."""

    @intrinsic
    def view(typing_context: object, address: types.Type, shape: types.Type) -> Any:
        kind = types.Array(dtype, len(shape), "C", aligned=True)

        def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            array = make_array(kind)(context, builder)
            axes = cgutils.unpack_tuple(builder, arguments[1])
            size = context.get_constant(types.intp, dtype.bitwidth // 8)
            strides, step = [], size
            for axis in reversed(axes):
                strides.insert(0, step)
                step = builder.mul(step, axis)
            there = builder.inttoptr(arguments[0], context.get_data_type(dtype).as_pointer())
            populate_array(array, there, axes, tuple(strides), size, None)
            return array._getvalue()

        return kind(types.int64, shape), generate

    return view


f4, f8, i8 = _view(types.float32), _view(types.float64), _view(types.int64)
i4, u1 = _view(types.int32), _view(types.uint8)


@intrinsic
def address_of(typing_context: object, array: types.Type) -> Any:
    """Return where an array's first element lies."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        there = context.make_array(signature.args[0])(context, builder, arguments[0]).data
        return builder.ptrtoint(there, ir.IntType(64))

    return types.int64(array), generate


@intrinsic
def flat(typing_context: object, array: types.Type) -> Any:
    """Return the numbers of an array that lies in one piece, (n,), which is how LLVM sees the longest loop."""
    kind = types.Array(array.dtype, 1, "C", aligned=True)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        given = context.make_array(signature.args[0])(context, builder, arguments[0])
        made = make_array(kind)(context, builder)
        populate_array(made, given.data, (given.nitems,), (given.itemsize,), given.itemsize, None)
        return made._getvalue()

    return kind(array), generate


@intrinsic
def copied(typing_context: object, a: types.Type, b: types.Type) -> Any:
    """b = a, both in one piece and apart."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        one, other = (context.make_array(kind)(context, builder, x) for kind, x in zip((a, b), arguments, strict=True))
        size = context.get_constant(types.intp, a.dtype.bitwidth // 8)
        cgutils.raw_memcpy(builder, other.data, one.data, one.nitems, size)
        return context.get_dummy_value()

    return types.void(a, b), generate


@intrinsic
def cleared(typing_context: object, x: types.Type) -> Any:
    """x = 0, in one piece."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        array = context.make_array(x)(context, builder, arguments[0])
        size = builder.mul(array.nitems, context.get_constant(types.intp, x.dtype.bitwidth // 8))
        cgutils.memset(builder, array.data, size, 0)
        return context.get_dummy_value()

    return types.void(x), generate


@intrinsic
def part(typing_context: object, x: types.Type, begin: types.Type, count: types.Type) -> Any:
    """Return `count` numbers of x from number `begin` on, without the care for negative ones that a slice takes."""
    kind = types.Array(x.dtype, 1, "C", aligned=True)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        whole, first, length = arguments
        size = context.get_constant(types.intp, x.dtype.bitwidth // 8)
        there = builder.gep(context.make_array(x)(context, builder, whole).data, [first])
        array = make_array(kind)(context, builder)
        populate_array(array, there, (length,), (size,), size, None)
        return array._getvalue()

    return kind(x, types.int64, types.int64), generate


@intrinsic
def call(typing_context: object, function: types.Type, at: types.Type, n: types.Type, real: types.Type) -> Any:
    """Call a kernel at the address `function`; `at`, `n` and `real` are the addresses of its three tables."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        word, byte = ir.IntType(64), ir.IntType(8).as_pointer()
        tables = [word.as_pointer(), word.as_pointer(), ir.DoubleType().as_pointer()]
        kind = ir.FunctionType(ir.IntType(32), [word.as_pointer(), byte.as_pointer(), *tables])
        result, failed = cgutils.alloca_once(builder, word), cgutils.alloca_once(builder, byte)
        there = [builder.inttoptr(given, table) for given, table in zip(arguments[1:], tables, strict=True)]
        builder.call(builder.inttoptr(arguments[0], kind.as_pointer()), [result, failed, *there])
        return builder.load(result)

    return types.int64(*[types.int64] * 4), generate


F4 = np.float32
