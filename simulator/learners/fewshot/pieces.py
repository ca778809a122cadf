"""What the kernel of the few-shot learners does with the rows of a layer, and with vectors, element by element.

Shapes as in `kernel`. Arrays given to a piece lie apart. Activations are not applied in place: LLVM stores what remains
of an array, such as the positive numbers, by masks, which on AMD's processors takes ten times as long.
"""

from __future__ import annotations

import math

from metascope.simulator.engine.compiling.functions import sigmoid, tanh
from metascope.simulator.engine.compiling.writing import F4, piece
from metascope.simulator.learners.fewshot import packing

_RELU, _TANH, _SIGMOID = packing.BENDS["relu"], packing.BENDS["tanh"], packing.BENDS["sigmoid"]
_SHARE_1, _SHARE_2, _KEPT_2, _EPS = F4(1 - 0.9), F4(1 - 0.999), F4(0.999), F4(1e-8)  # Adam's
_0, _1, _2 = F4(0), F4(1), F4(2)


@piece
def enter(x, w, z):
    """z = x^ W^ of the first layer: x (N, d), w (d + 1, w) -> z (N, w)."""
    inputs = x.shape[1]
    bias = w[inputs]
    for n in range(len(x)):
        row = z[n]
        for i in range(len(bias)):
            row[i] = bias[i] + x[n, 0] * w[0, i]
        for k in range(1, inputs):
            for i in range(len(bias)):
                row[i] += x[n, k] * w[k, i]


@piece
def spread(row, out):
    """Write a row (w,) into every row of out (N, w)."""
    for n in range(len(out)):
        for i in range(len(row)):
            out[n, i] = row[i]


@piece
def leave(a, w, bias, y, e):
    """e = a w + b - y of the last layer, (N,); return the sum of the squares."""
    squares = _0
    for n in range(len(a)):
        s = _0
        for i in range(len(w)):
            s += a[n, i] * w[i]
        s += bias - y[n]
        e[n] = s
        squares += s * s
    return squares


@piece
def leave_moved(a, w, v, bias, moved):
    """R{z} = R{a} w + a v + b_v of the last layer, (N,); a (2, N, w)."""
    for n in range(len(moved)):
        s = _0
        for i in range(len(w)):
            s += a[1, n, i] * w[i] + a[0, n, i] * v[i]
        moved[n] = s + bias


@piece
def outer(e, w, d):
    """d = e w', (N, w)."""
    for n in range(len(e)):
        for i in range(len(w)):
            d[n, i] = e[n] * w[i]


@piece
def outer_moved(e, moved, w, v, d):
    """d = R{e} w' + e v', (N, w)."""
    for n in range(len(e)):
        for i in range(len(w)):
            d[n, i] = moved[n] * w[i] + e[n] * v[i]


@piece
def gather(x, d, out):
    """out += x^' d of the first layer: d (N, w), out (d + 1, w)."""
    inputs = x.shape[1]
    for n in range(len(x)):
        for i in range(d.shape[1]):
            out[inputs, i] += d[n, i]
        for k in range(inputs):
            for i in range(d.shape[1]):
                out[k, i] += x[n, k] * d[n, i]


@piece
def gather_rows(d, out):
    """out += the sum of d's rows, (w,)."""
    for n in range(len(d)):
        for i in range(len(out)):
            out[i] += d[n, i]


@piece
def collect(e, factor, a, out):
    """out += factor a' e of the last layer, (w,); return factor times the sum of e."""
    whole = _0
    for n in range(len(e)):
        s = factor * e[n]
        whole += s
        for i in range(len(out)):
            out[i] += s * a[n, i]
    return whole


@piece
def bent(bend, z, out):
    """out = s(z). NaN stays NaN."""
    if bend == _RELU:
        for i in range(len(z)):
            out[i] = _0 if z[i] < _0 else z[i]
    elif bend == _TANH:
        for i in range(len(z)):
            out[i] = tanh(z[i])
    else:
        for i in range(len(z)):
            out[i] = sigmoid(z[i])


@piece
def blank(bend, hidden, a):
    """Put zeros back beside a (N, h), where the sigmoid of 0 is none."""
    if bend == _SIGMOID:
        for n in range(len(a)):
            for i in range(hidden, a.shape[1]):
                a[n, i] = _0


@piece
def slid(bend, a, z, out):
    """out = s' z, where a = s(z): a tangent on the way forward, or derivatives on the way back."""
    if bend == _RELU:
        for i in range(len(a)):
            out[i] = _0 if a[i] <= _0 else z[i]
    elif bend == _TANH:
        for i in range(len(a)):
            out[i] = (_1 - a[i] * a[i]) * z[i]
    else:
        for i in range(len(a)):
            out[i] = a[i] * (_1 - a[i]) * z[i]


@piece
def turned_by(bend, a, z, d, moved, out):
    """out = s' R{u} + s'' R{z} u, where d = s' u: s'' is s' times -2 a of tanh, 1 - 2 a of the sigmoid."""
    if bend == _RELU:
        for i in range(len(a)):
            out[i] = _0 if a[i] <= _0 else moved[i]
    elif bend == _TANH:
        for i in range(len(a)):
            out[i] = (_1 - a[i] * a[i]) * moved[i] - _2 * a[i] * z[i] * d[i]
    else:
        for i in range(len(a)):
            out[i] = a[i] * (_1 - a[i]) * moved[i] + (_1 - _2 * a[i]) * z[i] * d[i]


@piece
def fill(x, value):
    """Write a value into all of x."""
    for i in range(len(x)):
        x[i] = value


@piece
def copy(x, out):
    """out = x."""
    for i in range(len(x)):
        out[i] = x[i]


@piece
def add(x, out):
    """out += x."""
    for i in range(len(x)):
        out[i] += x[i]


@piece
def plus(x, y, out):
    """out = x + y."""
    for i in range(len(x)):
        out[i] = x[i] + y[i]


@piece
def scaled(x, factor, out):
    """out = factor x."""
    for i in range(len(x)):
        out[i] = factor * x[i]


@piece
def scale(factor, x):
    """x <- factor x."""
    for i in range(len(x)):
        x[i] *= factor


@piece
def minus_scaled(factor, x, out):
    """out -= factor x."""
    for i in range(len(x)):
        out[i] -= factor * x[i]


@piece
def products(x, y, out):
    """out = x y, element by element."""
    for i in range(len(x)):
        out[i] = x[i] * y[i]


@piece
def minus_products(x, y, out):
    """out -= x y, element by element."""
    for i in range(len(x)):
        out[i] -= x[i] * y[i]


@piece
def length(x):
    """|x|, summed in double precision, where the squares of large numbers are no infinity."""
    s = 0.0
    for i in range(len(x)):
        s += float(x[i]) * float(x[i])
    return F4(math.sqrt(s))


@piece
def towards(total, each, share, phi):
    """phi <- phi + share (each total - phi)."""
    for i in range(len(phi)):
        phi[i] += share * (each * total[i] - phi[i])


@piece
def adam(g, first, second, size, inverse, vector):
    """Kingma and Ba, 2015, algorithm 1, with bias corrections in `size` and `inverse`."""
    for i in range(len(g)):
        first[i] += _SHARE_1 * (g[i] - first[i])
        second[i] = _KEPT_2 * second[i] + _SHARE_2 * g[i] * g[i]
        vector[i] -= size * first[i] / (math.sqrt(second[i]) * inverse + _EPS)
