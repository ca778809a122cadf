"""How the C library keeps memory: what large arrays took goes back to the system when they are freed (glibc)."""

from __future__ import annotations

import ctypes
import sys

LARGE = 1 << 20  # bytes of an array that gets memory of its own
SPARE = 8 << 20  # bytes that are kept at the end of what smaller ones share
_SPARE, _LARGE = -1, -3  # M_TRIM_THRESHOLD and M_MMAP_THRESHOLD of malloc.h


def give_back_large_arrays() -> None:
    """Map memory for each large array alone, from now on.

    glibc raises that limit to 32 MB by itself as soon as such arrays are freed. What a meta-step works with then lies
    between what stays, and is kept: 40 to 50 MB where pictures are adapted to.
    """
    if sys.platform != "linux":
        return
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is not None:  # other C libraries of Linux have none
        set_option(_LARGE, LARGE)
        set_option(_SPARE, SPARE)
