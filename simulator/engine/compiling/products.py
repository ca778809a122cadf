"""Products of small matrices in single precision, whose sums stay in registers: a kernel that other kernels call.

As a kernel of its own it is compiled once, not again into each of its callers, of whose time it would be the most.
"""

from __future__ import annotations

from typing import Any

from llvmlite import binding, ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

from simulator.engine.compiling.writing import address_of, piece

_FEATURES = binding.get_host_cpu_features()
LANES = 16 if _FEATURES.get("avx512f") else 8 if _FEATURES.get("avx2") else 4  # numbers in a vector
_MANY = bool(_FEATURES.get("avx512f") or _FEATURES.get("neon"))  # 32 registers of vectors, else 16
_WIDEST = {8: 3, 4: 5, 2: 3, 1: 8} if _MANY else {4: 3, 2: 5, 1: 8}  # vectors beside each other, by rows
_TALLEST = max(_WIDEST)  # rows of a group
_DEEP, _GROUPS = 160, 128 // _TALLEST  # numbers of a sum, and groups of rows, that are done at once
_WORTH_MOVING = 32  # rows, for which B's columns are moved together first
_ALIGNED = 512  # numbers: rows of B that lie a multiple apart share places of the cache, and half as many are worth it

_WORD, _SHORT, _REAL, _BYTE = ir.IntType(64), ir.IntType(32), ir.FloatType(), ir.IntType(8).as_pointer()
_VECTOR, _BITS = ir.VectorType(_REAL, LANES), ir.VectorType(ir.IntType(1), LANES)
_ARGUMENTS = 11  # of `product`


def _strip(rows: int) -> Any:
    """Return a function that computes so many rows and up to `_WIDEST` vectors of columns of C = A B or C += A B."""

    widest = _WIDEST[rows]

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
            vectors, *rest, last = arguments
            done = builder.append_basic_block("done")
            whole = builder.icmp_signed("==", last, _WORD(LANES))
            choice = builder.switch(builder.add(vectors, builder.select(whole, _WORD(0), _WORD(widest))), done)
            for count in range(1, 2 * widest + 1):
                block = builder.append_basic_block(f"tile{count}")
                choice.add_case(_WORD(count), block)
                builder.position_at_end(block)
                _Tile(builder, rows, (count - 1) % widest + 1, last if count > widest else None, *rest).write()
                builder.branch(done)
            builder.position_at_end(done)
            return context.get_dummy_value()

        return types.void(*[types.int64] * _ARGUMENTS), generate

    return strip


class _Tile:
    """Writes the code of one tile: `rows` x `vectors` sums, held in registers while `inner` runs."""

    def __init__(self, builder: Any, rows: int, vectors: int, last: Any, *arguments: Any) -> None:
        self.builder, self.rows, self.vectors = builder, rows, vectors
        a, a_row, a_column, b, b_row, c, c_row, self.inner, self.adds = arguments
        self.a, self.b, self.c = (builder.inttoptr(address, _BYTE) for address in (a, b, c))
        self.a_row, self.a_column, self.b_row, self.c_row = (
            builder.mul(count, _WORD(4)) for count in (a_row, a_column, b_row, c_row)
        )
        self.mask = None  # of the last vector's lanes that count; None: all of them
        if last is not None:
            self.mask = builder.icmp_signed("<", _lanes(), self.spread(builder.trunc(last, _SHORT)))

    def write(self) -> None:
        builder = self.builder
        sums = [[cgutils.alloca_once(builder, _VECTOR) for _ in range(self.vectors)] for _ in range(self.rows)]
        for i, j in self.places():
            self.fetch(self.place(self.c, self.c_row, i, j))
            builder.store(ir.Constant(_VECTOR, [0.0] * LANES), sums[i][j])
        at_a, at_b = (cgutils.alloca_once_value(builder, start) for start in (self.a, self.b))
        with cgutils.for_range(builder, self.inner):
            a, b = builder.load(at_a), builder.load(at_b)
            of_b = [self.load(self.place(b, self.b_row, 0, j), j) for j in range(self.vectors)]
            for i in range(self.rows):
                there = builder.bitcast(self.place(a, self.a_row, i, 0), _REAL.as_pointer())
                of_a = self.spread(builder.load(there))
                for j in range(self.vectors):
                    builder.store(self.fused(of_a, of_b[j], builder.load(sums[i][j])), sums[i][j])
            builder.store(builder.gep(a, [self.a_column]), at_a)
            builder.store(builder.gep(b, [self.b_row]), at_b)
        with builder.if_then(builder.icmp_signed("!=", self.adds, _WORD(0))):
            for i, j in self.places():
                before = self.load(self.place(self.c, self.c_row, i, j), j)
                builder.store(builder.fadd(before, builder.load(sums[i][j])), sums[i][j])
        for i, j in self.places():
            self.store(builder.load(sums[i][j]), self.place(self.c, self.c_row, i, j), j)

    def places(self) -> list[tuple[int, int]]:
        return [(i, j) for i in range(self.rows) for j in range(self.vectors)]

    def place(self, start: Any, row: Any, i: int, j: int) -> Any:
        """Return a pointer to vector `j` of row `i`."""
        beside = _WORD(4 * j * LANES)
        return self.builder.gep(start, [self.builder.add(self.builder.mul(row, _WORD(i)), beside)])

    def fetch(self, address: Any) -> None:
        """Have a place of C in the nearest cache by the time that it is needed."""
        kind = ir.FunctionType(ir.VoidType(), [address.type, _SHORT, _SHORT, _SHORT])
        self.builder.call(self.function("llvm.prefetch.p0", kind), [address, _SHORT(1), _SHORT(3), _SHORT(1)])

    def load(self, address: Any, j: int) -> Any:
        there = self.builder.bitcast(address, _VECTOR.as_pointer())
        if self.mask is None or j < self.vectors - 1:
            return self.builder.load(there, align=4)
        kind = ir.FunctionType(_VECTOR, [there.type, _SHORT, _BITS, _VECTOR])
        zero = ir.Constant(_VECTOR, [0.0] * LANES)
        return self.builder.call(
            self.function(f"llvm.masked.load.v{LANES}f32.p0", kind), [there, _SHORT(4), self.mask, zero]
        )

    def store(self, vector: Any, address: Any, j: int) -> None:
        there = self.builder.bitcast(address, _VECTOR.as_pointer())
        if self.mask is None or j < self.vectors - 1:
            self.builder.store(vector, there, align=4)
            return
        kind = ir.FunctionType(ir.VoidType(), [_VECTOR, there.type, _SHORT, _BITS])
        function = self.function(f"llvm.masked.store.v{LANES}f32.p0", kind)
        self.builder.call(function, [vector, there, _SHORT(4), self.mask])

    def fused(self, a: Any, b: Any, c: Any) -> Any:
        """Return a b + c, rounded once."""
        kind = ir.FunctionType(_VECTOR, [_VECTOR] * 3)
        return self.builder.call(self.function(f"llvm.fma.v{LANES}f32", kind), [a, b, c])

    def spread(self, number: Any) -> Any:
        """Return a vector of one number."""
        kind = ir.VectorType(number.type, LANES)
        one = self.builder.insert_element(ir.Constant(kind, ir.Undefined), number, _SHORT(0))
        zeros = ir.Constant(ir.VectorType(_SHORT, LANES), [0] * LANES)
        return self.builder.shuffle_vector(one, ir.Constant(kind, ir.Undefined), zeros)

    def function(self, name: str, kind: ir.FunctionType) -> Any:
        module = self.builder.module
        return module.globals.get(name) or ir.Function(module, kind, name)


def _lanes() -> ir.Constant:
    return ir.Constant(ir.VectorType(_SHORT, LANES), list(range(LANES)))


@intrinsic
def scratch(typing_context: object) -> Any:
    """Return where `_DEEP` rows of the widest tile find room, on the stack."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        room = cgutils.alloca_once(builder, _REAL, _DEEP * LANES * max(_WIDEST.values()))
        return builder.ptrtoint(room, _WORD)

    return types.int64(), generate


@intrinsic
def moved(
    typing_context: object,
    b: types.Type,
    b_row: types.Type,
    there: types.Type,
    rows: types.Type,
    vectors: types.Type,
    last: types.Type,
) -> Any:
    """Move columns of B together; of each row's last vector, `last` lanes count."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        b, b_row, there, rows, vectors, last = arguments
        tile = _Tile(builder, 1, 1, last, b, b_row, _WORD(0), b, b_row, there, _WORD(0), rows, _WORD(0))
        whole = builder.sub(vectors, _WORD(1))
        with cgutils.for_range(builder, rows) as row:
            line = builder.gep(tile.b, [builder.mul(row.index, tile.b_row)])
            out = builder.gep(tile.c, [builder.mul(row.index, builder.mul(vectors, _WORD(4 * LANES)))])
            with cgutils.for_range(builder, whole) as column:
                along = builder.mul(column.index, _WORD(4 * LANES))
                from_, to = (
                    builder.bitcast(builder.gep(start, [along]), _VECTOR.as_pointer()) for start in (line, out)
                )
                builder.store(builder.load(from_, align=4), to, align=4)
            along = builder.mul(whole, _WORD(4 * LANES))
            vector = tile.load(builder.gep(line, [along]), 0)
            builder.store(vector, builder.bitcast(builder.gep(out, [along]), _VECTOR.as_pointer()), align=4)
        return context.get_dummy_value()

    return types.void(*[types.int64] * 6), generate


def _rows(count: int) -> Any:
    """Return a function that computes so many rows of C = A B or C += A B, all columns."""
    strip, widest = _strip(count), _WIDEST[count]

    @piece
    def rows(a, a_row, a_column, b, b_row, c, c_row, groups, columns, inner, adds):
        left = (columns + LANES - 1) // LANES  # vectors
        last = columns - (left - 1) * LANES  # lanes of the last one that count
        moves = inner >= LANES and groups * count >= (_WORTH_MOVING // 2 if b_row % _ALIGNED == 0 else _WORTH_MOVING)
        room = scratch()
        while left > 0:
            parts = (left + widest - 1) // widest  # of about the same width
            vectors = (left + parts - 1) // parts
            left -= vectors
            lanes = last if left == 0 else LANES
            of_b, apart = b, b_row
            if moves:
                of_b, apart = room, LANES * vectors
                moved(b, b_row, room, inner, vectors, lanes)
            for i in range(groups):  # B's columns stay in the nearest cache meanwhile
                of_a, of_c = a + 4 * count * a_row * i, c + 4 * count * c_row * i
                strip(vectors, of_a, a_row, a_column, of_b, apart, of_c, c_row, inner, adds, lanes)
            b += 4 * LANES * vectors
            c += 4 * LANES * vectors

    return rows


_rows4, _rows2, _rows1 = _rows(4), _rows(2), _rows(1)
_tallest = _rows(8) if _TALLEST == 8 else _rows4


def product(a, a_row, a_column, b, b_row, c, c_row, rows, columns, inner, adds):
    """C (rows, columns) = A (rows, inner) B (inner, columns), or C += A B where `adds` is 1.

    `a`, `b`, `c` are addresses; `a_row` and `a_column` say how many numbers A's rows and columns lie apart, `b_row` and
    `c_row` the same of rows whose numbers lie side by side.
    """
    begun = 0
    while begun == 0 or begun < inner:
        deep = min(inner - begun, _DEEP)
        of_a, of_b = a + 4 * begun * a_column, b + 4 * begun * b_row
        _part(of_a, a_row, a_column, of_b, b_row, c, c_row, rows, columns, deep, adds)
        begun, adds = begun + _DEEP, 1
    return 0


@piece
def _part(a, a_row, a_column, b, b_row, c, c_row, rows, columns, inner, adds):
    """Do `product` where B's columns fit into the nearest cache."""
    while rows >= _TALLEST:
        groups = min(rows // _TALLEST, _GROUPS)
        done = groups * _TALLEST
        _tallest(a, a_row, a_column, b, b_row, c, c_row, groups, columns, inner, adds)
        a, c, rows = a + 4 * done * a_row, c + 4 * done * c_row, rows - done
    if _TALLEST > 4 and rows >= 4:
        _rows4(a, a_row, a_column, b, b_row, c, c_row, 1, columns, inner, adds)
        a, c, rows = a + 16 * a_row, c + 16 * c_row, rows - 4
    if rows >= 2:
        _rows2(a, a_row, a_column, b, b_row, c, c_row, 1, columns, inner, adds)
        a, c, rows = a + 8 * a_row, c + 8 * c_row, rows - 2
    if rows >= 1:
        _rows1(a, a_row, a_column, b, b_row, c, c_row, 1, columns, inner, adds)


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
