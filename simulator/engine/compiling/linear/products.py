"""Products of small matrices in single precision, whose sums stay in registers: a kernel that other kernels call.

As a kernel of its own it is compiled once, not again into each of its callers, of whose time it would be the most.
"""

from __future__ import annotations

from typing import Any

from llvmlite import binding, ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic
from typing_extensions import override

from metascope.simulator.engine.compiling.lanes import lanes
from metascope.simulator.engine.compiling.writing import address_of, piece

_FEATURES = binding.get_host_cpu_features()
LANES = lanes()
_MANY = bool(_FEATURES.get("avx512f") or _FEATURES.get("neon"))  # 32 registers of vectors, else 16
_WIDEST = {8: 3, 4: 5, 2: 5, 1: 8} if _MANY else {8: 1, 4: 3, 2: 4, 1: 8}  # vectors beside each other, by rows

_LINE, _AHEAD = 64, 8  # bytes of a cache line; rows of B that are asked for ahead

_WORD, _SHORT, _REAL = ir.IntType(64), ir.IntType(32), ir.FloatType()
_VECTOR = ir.VectorType(_REAL, LANES)
# AMD's processors halve vectors of 16 lanes, so that one of 8 at the end of a row costs them half as much; 0: never.
_HALF = 8 if LANES == 16 else 0
_ARGUMENTS = 11  # of `product`


def _strip(rows: int, tile: type[_Tile]) -> Any:
    """Return a function that computes so many rows and up to `_WIDEST` vectors of columns of C = A B or C += A B."""

    @intrinsic
    def strip(
        typing_context: object,
        vectors: types.Type,
        a: types.Type,
        a_row: types.Type,
        a_column: types.Type,
        b: types.Type,
        b_row: types.Type,
        c: types.Type,
        c_row: types.Type,
        inner: types.Type,
        adds: types.Type,
        last: types.Type,
    ) -> Any:
        def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            vectors, *rest = arguments
            done = builder.append_basic_block("done")
            ends = builder.zext(builder.icmp_signed("<=", rest[-1], _WORD(_HALF)), _WORD)  # 1: with half a vector
            choice = builder.switch(builder.sub(builder.shl(vectors, _WORD(1)), ends), done)
            for halves in range(1, 2 * _WIDEST[rows] + 1):
                if halves % 2 and not _HALF:
                    continue
                block = builder.append_basic_block(f"halves{halves}")
                choice.add_case(_WORD(halves), block)
                builder.position_at_end(block)
                tile(builder, rows, halves, *rest).write()
                builder.branch(done)
            builder.position_at_end(done)
            return context.get_dummy_value()

        return types.void(*[types.int64] * _ARGUMENTS), generate

    return strip


class _Tile:
    """Writes the code of one tile: `rows` x `halves` / 2 vectors of sums, held in registers while `inner` runs."""

    def __init__(self, builder: Any, rows: int, halves: int, *arguments: Any) -> None:
        self.builder, self.rows, self.vectors = builder, rows, (halves + 1) // 2
        self.kinds = [_VECTOR] * (halves // 2) + [ir.VectorType(_REAL, _HALF)] * (halves % 2)
        self.a, self.a_row, self.a_column, self.b, self.b_row, self.c, self.c_row, self.inner, self.adds, last = (
            arguments
        )
        self.whole = builder.icmp_signed("==", last, _WORD(self.kinds[-1].count))
        wide = self.kinds[-1].count
        counted = ir.Constant(ir.VectorType(_SHORT, wide), list(range(wide)))
        self.mask = builder.icmp_signed("<", counted, self.spread(builder.trunc(last, _SHORT), wide))

    def write(self) -> None:
        builder = self.builder
        sums = [[cgutils.alloca_once(builder, kind) for kind in self.kinds] for _ in range(self.rows)]
        with builder.if_else(builder.icmp_signed("!=", self.adds, _WORD(0))) as (goes_on, begins):
            with goes_on:
                for i, j in self.places():
                    builder.store(self.load(self.place(self.c, self.c_row, i, j), j), sums[i][j])
            with begins:
                for i, j in self.places():
                    builder.store(self.zero(j), sums[i][j])
        with cgutils.for_range(builder, self.inner) as loop:
            for j in range(0, self.vectors, max(1, _LINE // (4 * LANES))):
                self.prefetch(self.place(self.b, self.b_row, self.row(builder.add(loop.index, _WORD(_AHEAD))), j))
            row = self.row(loop.index)
            of_b = [self.load(self.place(self.b, self.b_row, row, j), j) for j in range(self.vectors)]
            for i in range(self.rows):
                there = self.offset(self.a, builder.mul(self.a_row, _WORD(i)), builder.mul(self.a_column, loop.index))
                number = builder.load(builder.inttoptr(there, _REAL.as_pointer()))
                for j, kind in enumerate(self.kinds):
                    of_a = self.spread(number, kind.count)
                    builder.store(self.fused(of_a, of_b[j], builder.load(sums[i][j])), sums[i][j])
        with builder.if_else(self.whole) as (stores, masks):  # masked ones take an AMD processor tens of cycles
            for branch, masked in ((stores, False), (masks, True)):
                with branch:
                    for i, j in self.places():
                        self.store(
                            builder.load(sums[i][j]), self.place(self.c, self.c_row, i, j), masked and self.ends(j)
                        )

    def row(self, k: Any) -> Any:
        """Return which row of B the k-th number of a row of A is multiplied by."""
        return k

    def places(self) -> list[tuple[int, int]]:
        return [(i, j) for i in range(self.rows) for j in range(self.vectors)]

    def offset(self, start: Any, *elements: Any) -> Any:
        for count in elements:
            start = self.builder.add(start, self.builder.mul(count, _WORD(4)))
        return start

    def place(self, start: Any, row: Any, i: Any, j: int) -> Any:
        """Return the address of vector `j` of row `i`."""
        number = _WORD(i) if isinstance(i, int) else i
        return self.offset(start, self.builder.mul(row, number), _WORD(j * LANES))

    def load(self, address: Any, j: int) -> Any:
        kind, there = self.kinds[j], self.builder.inttoptr(address, self.kinds[j].as_pointer())
        if not self.ends(j):
            return self.builder.load(there, align=4)
        called = ir.FunctionType(kind, [there.type, _SHORT, self.mask.type, kind])
        function = self.function(f"llvm.masked.load.v{kind.count}f32.p0", called)
        return self.builder.call(function, [there, _SHORT(4), self.mask, self.zero(j)])

    def zero(self, j: int) -> ir.Constant:
        return ir.Constant(self.kinds[j], [0.0] * self.kinds[j].count)

    def ends(self, j: int) -> bool:
        """Return whether only some lanes of vector `j` may count."""
        return j == self.vectors - 1

    def store(self, vector: Any, address: Any, masked: bool) -> None:
        kind, there = vector.type, self.builder.inttoptr(address, vector.type.as_pointer())
        if not masked:
            self.builder.store(vector, there, align=4)
            return
        called = ir.FunctionType(ir.VoidType(), [kind, there.type, _SHORT, self.mask.type])
        function = self.function(f"llvm.masked.store.v{kind.count}f32.p0", called)
        self.builder.call(function, [vector, there, _SHORT(4), self.mask])

    def prefetch(self, address: Any) -> None:
        """Ask for what lies there before it is needed: rows far apart are no pattern that a processor foresees."""
        there = self.builder.inttoptr(address, ir.IntType(8).as_pointer())
        kind = ir.FunctionType(ir.VoidType(), [there.type, _SHORT, _SHORT, _SHORT])
        self.builder.call(self.function("llvm.prefetch.p0", kind), [there, _SHORT(0), _SHORT(3), _SHORT(1)])

    def fused(self, a: Any, b: Any, c: Any) -> Any:
        """Return a b + c, rounded once."""
        called = ir.FunctionType(c.type, [c.type] * 3)
        return self.builder.call(self.function(f"llvm.fma.v{c.type.count}f32", called), [a, b, c])

    def spread(self, number: Any, lanes: int) -> Any:
        """Return a vector of one number."""
        kind = ir.VectorType(number.type, lanes)
        one = self.builder.insert_element(ir.Constant(kind, ir.Undefined), number, _SHORT(0))
        zeros = ir.Constant(ir.VectorType(_SHORT, lanes), [0] * lanes)
        return self.builder.shuffle_vector(one, ir.Constant(kind, ir.Undefined), zeros)

    def function(self, name: str, kind: ir.FunctionType) -> Any:
        module = self.builder.module
        return module.globals.get(name) or ir.Function(module, kind, name)


class _Listed(_Tile):
    """A tile of one row of A, some of whose numbers are listed; `a_row` is where their columns are. See `sparse`."""

    @override
    def row(self, k: Any) -> Any:
        there = self.builder.inttoptr(self.offset(self.a_row, k), _SHORT.as_pointer())
        return self.builder.sext(self.builder.load(there), _WORD)

    @override
    def prefetch(self, address: Any) -> None:
        """Ask for nothing ahead: rows of B are in no order, and the second cache holds what is needed of them."""


def _tiles(rows: int, tile: type[_Tile] = _Tile) -> Any:
    """Return a function that computes a strip of so many rows; arguments as of `_strip`'s."""
    strip = _strip(rows, tile)

    @piece
    def tiles(vectors, a, a_row, a_column, b, b_row, c, c_row, inner, adds, last):
        strip(vectors, a, a_row, a_column, b, b_row, c, c_row, inner, adds, last)

    return tiles


_tiles8, _tiles4, _tiles2, _tiles1 = _tiles(8), _tiles(4), _tiles(2), _tiles(1)
_WIDEST8, _WIDEST4, _WIDEST2, _WIDEST1 = _WIDEST[8], _WIDEST[4], _WIDEST[2], _WIDEST[1]

listed_tiles, LISTED_WIDEST = _tiles(1, _Listed), _WIDEST1

_DEEP, _HIGH = 192, 64  # rows of B and of A that are multiplied at a time, so that they stay in the nearest caches


def product(a, a_row, a_column, b, b_row, c, c_row, rows, columns, inner, adds):
    """C (rows, columns) = A (rows, inner) B (inner, columns), or C += A B where `adds` is 1.

    `a`, `b`, `c` are addresses; `a_row` and `a_column` say how many numbers A's rows and columns lie apart, `b_row` and
    `c_row` the same of rows whose numbers lie side by side. What is large is done in blocks.
    """
    layers = max(1, (inner + _DEEP - 1) // _DEEP)  # even a product of nothing writes zeros
    while layers > 0:
        deep = (inner + layers - 1) // layers
        inner, layers = inner - deep, layers - 1
        of_a, of_c, waiting = a, c, rows
        while waiting > 0:
            high = waiting if waiting <= _HIGH + _HIGH // 2 else _HIGH
            block(of_a, a_row, a_column, b, b_row, of_c, c_row, high, columns, deep, adds)
            of_a, of_c, waiting = of_a + 4 * high * a_row, of_c + 4 * high * c_row, waiting - high
        a, b, adds = a + 4 * deep * a_column, b + 4 * deep * b_row, 1
    return 0


@piece
def block(a, a_row, a_column, b, b_row, c, c_row, rows, columns, inner, adds):
    """Do a part of a product: all rows of some columns come before other columns."""
    widest = _WIDEST1 if rows == 1 else _WIDEST2 if rows < 4 else _WIDEST4 if rows < 8 or not _MANY else _WIDEST8
    left = (columns + LANES - 1) // LANES  # vectors
    last = columns - (left - 1) * LANES  # lanes of the last one that count
    while left > 0:
        parts = (left + widest - 1) // widest  # of about the same width
        vectors = (left + parts - 1) // parts
        left -= vectors
        lanes = last if left == 0 else LANES
        of_a, of_c, waiting = a, c, rows
        while waiting >= 8 and vectors <= _WIDEST8:
            _tiles8(vectors, of_a, a_row, a_column, b, b_row, of_c, c_row, inner, adds, lanes)
            of_a, of_c, waiting = of_a + 32 * a_row, of_c + 32 * c_row, waiting - 8
        while waiting >= 4:
            _tiles4(vectors, of_a, a_row, a_column, b, b_row, of_c, c_row, inner, adds, lanes)
            of_a, of_c, waiting = of_a + 16 * a_row, of_c + 16 * c_row, waiting - 4
        if waiting >= 2:
            _tiles2(vectors, of_a, a_row, a_column, b, b_row, of_c, c_row, inner, adds, lanes)
            of_a, of_c, waiting = of_a + 8 * a_row, of_c + 8 * c_row, waiting - 2
        if waiting >= 1:
            _tiles1(vectors, of_a, a_row, a_column, b, b_row, of_c, c_row, inner, adds, lanes)
        b += 4 * LANES * vectors
        c += 4 * LANES * vectors


product.signature = types.int64(*[types.int64] * _ARGUMENTS)


@intrinsic
def _call(
    typing_context: object,
    function: types.Type,
    a: types.Type,
    a_row: types.Type,
    a_column: types.Type,
    b: types.Type,
    b_row: types.Type,
    c: types.Type,
    c_row: types.Type,
    rows: types.Type,
    columns: types.Type,
    inner: types.Type,
    adds: types.Type,
) -> Any:
    """Call `product` at an address."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        there, *rest = arguments
        byte = ir.IntType(8).as_pointer()
        kind = ir.FunctionType(_SHORT, [_WORD.as_pointer(), byte.as_pointer(), *[_WORD] * _ARGUMENTS])
        result, failed = cgutils.alloca_once(builder, _WORD), cgutils.alloca_once(builder, byte)
        builder.call(builder.inttoptr(there, kind.as_pointer()), [result, failed, *rest])
        return context.get_dummy_value()

    return types.void(*[types.int64] * (_ARGUMENTS + 1)), generate


@piece
def multiply(function, a, a_at, a_row, a_column, b, b_at, b_row, c, c_at, c_row, rows, columns, inner, adds):
    """C = A B, or C += A B where `adds` is 1, by `product` at the address `function`.

    The matrices begin at elements `a_at`, `b_at`, `c_at` of arrays; A's element (i, k) is at i a_row + k a_column.
    """
    _call(
        function,
        address_of(a) + 4 * a_at,
        a_row,
        a_column,
        address_of(b) + 4 * b_at,
        b_row,
        address_of(c) + 4 * c_at,
        c_row,
        rows,
        columns,
        inner,
        adds,
    )


@piece
def times(function, a, b, c, adds):
    """C = A B, or C += A B where `adds` is 1; A may be transposed, rows of B and C lie side by side.

    `function` is the address of `product`; A is (rows, inner), B (inner, columns), C (rows, columns).
    """
    _call(
        function,
        address_of(a),
        a.strides[0] // 4,
        a.strides[1] // 4,
        address_of(b),
        b.strides[0] // 4,
        address_of(c),
        c.strides[0] // 4,
        c.shape[0],
        c.shape[1],
        a.shape[1],
        adds,
    )
