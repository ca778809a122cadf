#!/usr/bin/env bash
# With fast mathematics, equal numbers in one array get unequal reciprocals: the last few differ from the rest.
#
# Version: numba 0.68.1, llvmlite 0.50.0, Python 3.11, x86-64 with AVX2 or AVX-512.
# One would expect: `fastmath=True` gives up some digits, but an element-by-element loop does the same to each element, so equal numbers stay equal.
# Seen: `arcp`, which is part of it, lets LLVM take reciprocals by the processor's estimate and a step of Newton's method where a loop is done in vectors. What
# is left at the end of an array that is no whole number of vectors is divided exactly. Of 131 equal numbers, the last three then differ in the last bit, for
# two numbers in five. Whatever compares the results, such as a search for the smallest of them where ties go to the first, finds the end of the array.
# Output seen:
#   numba 0.68.1: 131 equal numbers with unequal results: 778 of 2000 with fast mathematics, 0 without arcp; the first that differs is number 128
# What helps: name the flags that vectors need, `fastmath={"nsz", "contract", "reassoc"}`; the loops here lost no speed by it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check numba==0.68.1
cat >"$folder/reciprocals.py" <<'PYTHON'
import sys

import numba
import numpy as np


def unequal(flags: object) -> tuple[int, int]:
    """Return for how many numbers the results differ within the array, and where first."""

    @numba.njit(fastmath=flags, error_model="numpy")
    def inverse(x: np.ndarray, out: np.ndarray) -> None:
        for i in range(len(x)):
            out[i] = np.float32(1) / np.sqrt(x[i])

    count, first = 0, 131
    for number in np.random.default_rng(0).uniform(0.5, 2, 2000).astype(np.float32):
        out = np.empty(131, np.float32)
        inverse(np.full(131, number), out)
        others = np.flatnonzero(out != out[0])
        if len(others):
            count, first = count + 1, min(first, int(others[0]))
    return count, first


fast, first = unequal(True)
without, _ = unequal({"nsz", "contract", "reassoc", "nnan", "ninf"})
print(
    f"131 equal numbers with unequal results: {fast} of 2000 with fast mathematics, {without} without arcp; "
    f"the first that differs is number {first}"
)
sys.exit(0 if fast > 100 and without == 0 else 1)
PYTHON
version=$("$folder/venv/bin/python" -c 'import numba; print(numba.__version__)')
if told=$("$folder/venv/bin/python" "$folder/reciprocals.py"); then
    echo "numba $version: $told"
else
    echo "numba $version: $told: it is different now"
    exit 1
fi
