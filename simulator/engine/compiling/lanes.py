"""Tells how many numbers in single precision this processor's vectors hold."""

from __future__ import annotations

from functools import cache


@cache
def lanes() -> int:
    """Return 16, 8 or 4."""
    from llvmlite import binding  # takes a tenth of a second

    features = binding.get_host_cpu_features()
    return 16 if features.get("avx512f") else 8 if features.get("avx2") else 4
