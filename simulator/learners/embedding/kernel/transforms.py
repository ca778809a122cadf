"""Winograd's transforms of 6 × 6 pixels, of which a filter of 3 × 3 makes 4 × 4, as pieces of kernels. Imports numba.

Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks" (2016), F(4 × 4, 3 × 3), is
Y = A' [(G g G') · (B' d B)] A, with 36 products where 144 are usual. Each piece is one side's transform of rows of
numbers; the derivatives go through the same matrices, transposed.
"""

from __future__ import annotations

from metascope.simulator.engine.compiling.writing import F4, piece

_TWO, _FOUR, _FIVE, _EIGHT = F4(2), F4(4), F4(5), F4(8)
_QUARTER, _SIXTH, _TWELFTH, _24TH = F4(1 / 4), F4(1 / 6), F4(1 / 12), F4(1 / 24)


@piece
def of_pixels(x0, x1, x2, x3, x4, x5, y0, y1, y2, y3, y4, y5):  # (n,) each
    """y = B' x."""
    for k in range(len(y0)):
        a, b = x4[k] - _FOUR * x2[k], x3[k] - _FOUR * x1[k]
        c, d = x4[k] - x2[k], _TWO * (x3[k] - x1[k])
        y0[k] = _FOUR * x0[k] - _FIVE * x2[k] + x4[k]
        y1[k] = a + b
        y2[k] = a - b
        y3[k] = c + d
        y4[k] = c - d
        y5[k] = _FOUR * x1[k] - _FIVE * x3[k] + x5[k]


@piece
def to_outputs(x0, x1, x2, x3, x4, x5, y0, y1, y2, y3):
    """y = A' x."""
    for k in range(len(y0)):
        a, b = x1[k] + x2[k], x1[k] - x2[k]
        c, d = x3[k] + x4[k], x3[k] - x4[k]
        y0[k] = x0[k] + a + c
        y1[k] = b + _TWO * d
        y2[k] = a + _FOUR * c
        y3[k] = b + _EIGHT * d + x5[k]


@piece
def of_outputs(x0, x1, x2, x3, y0, y1, y2, y3, y4, y5):
    """y = A x, of derivatives by outputs."""
    for k in range(len(y0)):
        a, b = x0[k] + x2[k], x1[k] + x3[k]
        c, d = x0[k] + _FOUR * x2[k], _TWO * x1[k] + _EIGHT * x3[k]
        y0[k] = x0[k]
        y1[k] = a + b
        y2[k] = a - b
        y3[k] = c + d
        y4[k] = c - d
        y5[k] = x3[k]


@piece
def add_pixels(x0, x1, x2, x3, x4, x5, y0, y1, y2, y3):
    """y += the first four rows of B x, of derivatives by what pixels are transformed to."""
    for k in range(len(y0)):
        a, b = x1[k] + x2[k], x1[k] - x2[k]
        c, d = x3[k] + x4[k], x3[k] - x4[k]
        y0[k] += _FOUR * x0[k]
        y1[k] += _FOUR * (x5[k] - b) - _TWO * d
        y2[k] -= _FIVE * x0[k] + _FOUR * a + c
        y3[k] += b + _TWO * d - _FIVE * x5[k]


@piece
def add_last_pixels(x0, x1, x2, x3, x4, x5, y4, y5):
    """y += the last two rows of B x."""
    for k in range(len(y4)):
        y4[k] += x0[k] + (x1[k] + x2[k]) + (x3[k] + x4[k])
        y5[k] += x5[k]


@piece
def of_filters(x0, x1, x2, y0, y1, y2, y3, y4, y5):
    """y = G x."""
    for k in range(len(y0)):
        a, b = _SIXTH * (x0[k] + x2[k]), _SIXTH * x1[k]
        c, d = _24TH * (x0[k] + _FOUR * x2[k]), _TWELFTH * x1[k]
        y0[k] = _QUARTER * x0[k]
        y1[k] = -(a + b)
        y2[k] = b - a
        y3[k] = c + d
        y4[k] = c - d
        y5[k] = x2[k]


@piece
def to_filters(x0, x1, x2, x3, x4, x5, y0, y1, y2):
    """y = G' x, of derivatives by transformed filters."""
    for k in range(len(y0)):
        a, b = _SIXTH * (x1[k] + x2[k]), _SIXTH * (x2[k] - x1[k])
        c, d = x3[k] + x4[k], _TWELFTH * (x3[k] - x4[k])
        y0[k] = _QUARTER * x0[k] - a + _24TH * c
        y1[k] = b + d
        y2[k] = _SIXTH * c - a + x5[k]
