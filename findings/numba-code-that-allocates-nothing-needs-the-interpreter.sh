#!/usr/bin/env bash
# Machine code of a numba callback that allocates nothing and raises nothing still refers to numba's runtime and to Python.
#
# Version: numba 0.68.1, llvmlite 0.50.0, Python 3.11.
# One would expect: a `@cfunc` on pointers, whose loops only read and write through `carray`, is free-standing code: its object file can be kept and linked
# by LLVM in a process that never imports numba.
# Seen: the object has 11 undefined symbols besides the mathematical library's: numba's runtime (such as `numba_gil_ensure`) and Python's (such as
# `PyErr_SetString`). They belong to paths that are never taken: reference counts of the view that `carray` returns, and the wrapper's
# report of exceptions. LLVM resolves what is missing to address 0 without a word. `nogil`, `error_model="numpy"` and inlining change nothing.
# What helps: leave out the runtime (`_nrt=False`, which refuses allocations when it compiles) and both wrappers, and make the view by an intrinsic, for `carray`
# is refused then. The same loop refers to `exp` alone.
# Output seen:
#   numba 0.68.1: callback with carray: 3 of the runtime, 8 of Python; without runtime and wrappers: 0 and 0, and exp
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check numba==0.68.1 llvmlite==0.50.0 numpy==2.4.6 pyelftools==0.32
cat >"$folder/symbols.py" <<'PYTHON'
import io
import math

import numba
from elftools.elf.elffile import ELFFile
from numba import carray, cfunc, njit, types
from numba.core import cgutils
from numba.extending import intrinsic
from numba.np.arrayobj import make_array, populate_array

POINTER = types.CPointer(types.float64)
PLAIN = {"_nrt": False, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}


def undefined(code: bytes) -> set[str]:
    symbols = ELFFile(io.BytesIO(code)).get_section_by_name(".symtab").iter_symbols()
    return {symbol.name for symbol in symbols if symbol["st_shndx"] == "SHN_UNDEF" and symbol.name}


@cfunc(types.void(POINTER, types.int64), nopython=True, error_model="numpy")
def callback(pointer, count):
    x = carray(pointer, (count,))
    for i in range(count):
        x[i] = math.exp(x[i])


@intrinsic
def view(typing_context, pointer, count):
    kind = types.Array(types.float64, 1, "C", aligned=True)

    def generate(context, builder, signature, arguments):
        array, size = make_array(kind)(context, builder), context.get_constant(types.intp, 8)
        populate_array(array, arguments[0], [arguments[1]], [size], size, None)
        return array._getvalue()

    return kind(pointer, count), generate


@njit(types.void(POINTER, types.int64), error_model="numpy", **PLAIN)
def plain(pointer, count):
    x = view(pointer, count)
    for i in range(count):
        x[i] = math.exp(x[i])


found = undefined(callback._library._get_compiled_object())
(compiled,) = plain.overloads.values()
left = undefined(compiled.library._get_compiled_object())
runtime = {name for name in found if name.startswith(("NRT_", "numba_"))}
python = {name for name in found if name.startswith("Py")}
own = {name for name in left if name.startswith(("NRT_", "numba_", "Py"))}
print(
    f"numba {numba.__version__}: callback with carray: {len(runtime)} of the runtime, {len(python)} of Python;"
    f" without runtime and wrappers: {len(own)} and 0, and {', '.join(sorted(left))}"
)
assert len(runtime) >= 3 and len(python) >= 3, found
assert left == {"exp"}, left
PYTHON
"$folder/venv/bin/python" "$folder/symbols.py"
