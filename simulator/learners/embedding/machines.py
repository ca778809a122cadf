"""Calls the compiled kernels of an embedding's blocks. Tensors are in single precision, on the CPU and in one piece.

Letters: M maps, S pixels along an edge, C channels given, O channels made, W pixels along an edge of what is made, Q
pixels of a window, T tiles.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple, final

import torch
from torch import Tensor

from simulator.engine.compiling.kernel import Call, Kernel
from simulator.learners.embedding.reference import EPS
from simulator.learners.kernels import EMBEDDING_CONVOLVING, EMBEDDING_FIRST, EMBEDDING_NORMALIZING

_THERE, _BACK = 0, 1  # the first size of each kernel: which way it goes
_EDGE, _PRODUCTS = 4, 36  # pixels along an edge of a tile, and its products
_TILES = 32  # are transformed together, at least one map's
_WINDOWS = 64  # of a first layer together: `kernel.first.TOGETHER`
_CALLS = 64  # are kept by each thread


class Normalized(NamedTuple):
    """What `normalize` has made."""

    y: Tensor  # (M, W, W, O)
    means: Tensor  # (O,)
    variances: Tensor  # (O,)
    inverses: Tensor  # (O,) of standard deviations
    slopes: Tensor  # (O,) by which outputs were multiplied


class Cut(NamedTuple):
    """The windows of pictures that see ink; only the first `counted` count."""

    pictures: Tensor  # (M, S, S)
    inked: Tensor  # (M W W,) which of all windows they are
    counted: Tensor  # (1,) how many, -1: they were not cut yet
    patches: Tensor  # (M W W, Q, 9)


class First(NamedTuple):
    """What `first` has made."""

    y: Tensor  # (M, W, W, O)
    means: Tensor  # (O,)
    variances: Tensor  # (O,)
    inverses: Tensor  # (O,) of standard deviations
    centre: Tensor  # (9,) mean of patches
    spread: Tensor  # (9, 9) their covariance
    flat: Tensor  # (9, O) filters
    sloped: Tensor  # (9, O) filters with the normalization's slope


@final
class _Machine:
    """A kernel with buffers of its own: `run` takes the arrays that come before them."""

    def __init__(self, kernel: Kernel, given: Sequence[Tensor], own: Sequence[Tensor], sizes: Sequence[int]) -> None:
        arrays = [(array, tuple(array.shape)) for array in (*given, *own)]
        self._sizes = [array.numel() for array in given]
        self._call = Call(kernel, arrays, sizes, [EPS])

    def run(self, given: Sequence[Tensor]) -> None:
        """Run the kernel with these arrays, as large as those that it was made with."""
        self._call.put_first(given, self._sizes)
        self._call()


@final
class _Machines(threading.local):
    """The machines of a thread, by kernel and sizes."""

    def __init__(self) -> None:
        self._made: dict[object, _Machine] = {}

    def run(
        self, kernel: Kernel, given: Sequence[Tensor], sizes: tuple[int, ...], own: Callable[[], Sequence[Tensor]]
    ) -> None:
        """Run a kernel with these arrays and sizes; `own` makes the buffers that are kept for the next time."""
        key = kernel.name, sizes
        machine = self._made.get(key)
        if machine is None:
            if len(self._made) >= _CALLS:
                self._made.clear()
            machine = self._made[key] = _Machine(kernel, given, own(), sizes)
        machine.run(given)


_MACHINES = _Machines()


def convolve(rows: Tensor, filters: Tensor, factors: Tensor) -> Tensor:
    """Return z (M, S, S, O), maps (M, S, S, C) convolved with filters (O, C, 3, 3) times factors (O,)."""
    return _convolve(rows, filters, factors, False)[0]


def convolve_kept(rows: Tensor, filters: Tensor, factors: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return the same, and what `convolve_back` needs."""
    return _convolve(rows, filters, factors, True)


def _convolve(rows: Tensor, filters: Tensor, factors: Tensor, keeps: bool) -> tuple[Tensor, Tensor, Tensor]:
    m, s, _, c = rows.shape
    o, tiles = len(filters), -(-s // _EDGE)
    each = max(1, _TILES // tiles**2)
    together = each * tiles**2
    parts = -(-m // each) if keeps else 1
    z, turned = rows.new_empty(m, s, s, o), rows.new_empty(_PRODUCTS, o, c)
    seen = rows.new_empty(parts, _PRODUCTS, together, c)

    def own() -> list[Tensor]:
        return [rows.new_empty(_PRODUCTS, c, o), *_buffers(rows, tiles, c, o, together), rows.new_empty(16, tiles, o)]

    given = (rows, filters.contiguous(), factors, z, seen, turned)
    _MACHINES.run(EMBEDDING_CONVOLVING, given, (_THERE, m, s, c, o, each, int(keeps)), own)
    return z, seen, turned


def convolve_back(
    by_z: Tensor, seen: Tensor, turned: Tensor, shape: Sequence[int], wanted: bool
) -> tuple[Tensor | None, Tensor]:
    """Return derivatives by the maps, if wanted, and by the filters times factors, of those by z (M, S, S, O).

    Args:
        by_z: these.
        seen: as `convolve_kept` has returned it.
        turned: likewise.
        shape: of the maps, (M, S, S, C).
        wanted: whether those by the maps are.
    """
    m, s, _, c = shape
    o, tiles = by_z.shape[-1], -(-s // _EDGE)
    each = max(1, _TILES // tiles**2)
    together = each * tiles**2
    by_rows, by_filters = by_z.new_empty((m, s, s, c)), by_z.new_empty(o, c, 3, 3)

    def own() -> list[Tensor]:
        buffers = _buffers(by_z, tiles, c, o, together)
        more = [by_z.new_empty(_PRODUCTS, together, c), by_z.new_empty(16, tiles, o)]
        return [by_z.new_empty(_PRODUCTS, o, c), *buffers, *more]

    given = (by_z, seen, turned, by_rows, by_filters)
    _MACHINES.run(EMBEDDING_CONVOLVING, given, (_BACK, m, s, c, o, each, int(wanted)), own)
    return by_rows if wanted else None, by_filters


def _buffers(like: Tensor, tiles: int, c: int, o: int, together: int) -> list[Tensor]:
    """Return room for filters and half transformed ones, a map with a border, a row of tiles, and products."""
    return [
        like.new_empty(9, o, c),
        like.new_empty(18, o, c),
        like.new_empty(4 * tiles + 2, 4, tiles + 1, c),
        like.new_empty(6, 4, tiles + 1, max(c, o)),
        like.new_empty(_PRODUCTS, together, o),
    ]


def normalize(z: Tensor, scale: Tensor, shift: Tensor, pools: bool, own: bool) -> Normalized:
    """Return ReLU of |scale| · (z - mean) / sqrt(variance + eps) + shift, of the largest of each window if it pools.

    Args:
        z: (M, S, S, O), of filters that have the signs of the scales.
        scale: (O,).
        shift: (O,).
        pools: whether windows are 2 × 2 pixels.
        own: whether mean and variance are those of z; else z was normalized before, but for the shift.
    """
    m, s, _, o = z.shape
    wide = s // (1 + pools)
    made = Normalized(
        z.new_empty(m, wide, wide, o), *(z.new_zeros(o) for _ in range(2)), *(z.new_ones(o) for _ in range(2))
    )
    given = (z, made.y, scale, shift, *made[1:])

    def buffers() -> list[Tensor]:
        return [z.new_empty(o), z.new_empty(o, dtype=torch.float64)]

    _MACHINES.run(EMBEDDING_NORMALIZING, given, (_THERE, m, s, o, int(pools), int(own)), buffers)
    return made


def normalize_back(
    by_y: Tensor, z: Tensor, made: Normalized, pools: bool, own: bool
) -> tuple[Tensor, Tensor, Tensor]:
    """Return derivatives by z (M, S, S, O), |scale| (O,) and shift (O,) of those by y (M, W, W, O)."""
    m, s, _, o = z.shape
    by_z, by_scale, by_shift = torch.empty_like(z), z.new_empty(o), z.new_empty(o)
    given = (z, made.y, by_y, by_z, made.means, made.inverses, made.slopes, by_scale, by_shift)

    def buffers() -> list[Tensor]:
        return [z.new_empty(o, dtype=kind) for kind in (z.dtype, z.dtype, torch.float64, torch.float64)]

    _MACHINES.run(EMBEDDING_NORMALIZING, given, (_BACK, m, s, o, int(pools), int(own)), buffers)
    return by_z, by_scale, by_shift


def uncut(pictures: Tensor, pools: bool) -> Cut:
    """Return pictures (M, S, S) whose windows `first` cuts out when it sees them first."""
    m, s, _ = pictures.shape
    windows = m * (s // (1 + pools)) ** 2
    inked, counted = torch.empty(windows, dtype=torch.int32), torch.full((1,), -1)
    return Cut(pictures.contiguous(), inked, counted, pictures.new_empty(windows, 4 if pools else 1, 9))


def first(
    cut: Cut, filters: Tensor, scale: Tensor, shift: Tensor, given: tuple[Tensor, Tensor] | None, pools: bool
) -> First:
    """Return what a first block makes of pictures, with its means and variances where none are given."""
    m, s, _ = cut.pictures.shape
    o, wide = len(filters), s // (1 + pools)
    like = cut.pictures
    means, variances = given or (like.new_empty(o), like.new_empty(o))
    made = First(
        like.new_empty(m, wide, wide, o),
        means,
        variances,
        like.new_empty(o),
        torch.empty(9, dtype=torch.float64),
        torch.empty(9, 9, dtype=torch.float64),
        like.new_empty(9, o),
        like.new_empty(9, o),
    )
    arrays = [cut.pictures, filters.contiguous(), scale, shift, means, variances, made.inverses, made.y, *cut[1:]]
    arrays += made[4:]

    def buffers() -> list[Tensor]:
        return [like.new_empty(o), like.new_empty(_WINDOWS, 4 if pools else 1, o)]

    cuts = int(cut.counted) < 0
    _MACHINES.run(EMBEDDING_FIRST, arrays, (_THERE, m, s, o, int(pools), int(given is None), int(cuts)), buffers)
    return made


def first_back(
    by_y: Tensor, scale: Tensor, cut: Cut, made: First, pools: bool, own: bool
) -> tuple[Tensor, Tensor, Tensor]:
    """Return derivatives by filters (O, 1, 3, 3), scale and shift of those by y (M, W, W, O)."""
    m, s, _ = cut.pictures.shape
    o = len(scale)
    by_filters, by_scale, by_shift = by_y.new_empty(o, 1, 3, 3), by_y.new_empty(o), by_y.new_empty(o)
    given = [by_y, made.y, scale, made.means, made.inverses, *cut[1:], *made[4:], by_filters, by_scale, by_shift]

    def buffers() -> list[Tensor]:
        window = by_y.new_empty(_WINDOWS, 4 if pools else 1, o)
        return [window, by_y.new_empty(9, o), by_y.new_empty(o, dtype=torch.float64)]

    _MACHINES.run(EMBEDDING_FIRST, given, (_BACK, m, s, o, int(pools), int(own)), buffers)
    return by_filters, by_scale, by_shift
