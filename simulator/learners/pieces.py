"""What kernels of several learners are written with: Adam in double precision, the twin of `outer`."""

from __future__ import annotations

import math

from metascope.simulator.engine.compiling.writing import exact_piece

BETA_1, BETA_2, TINY = 0.9, 0.999, 1e-8  # Adam's


@exact_piece
def power(base, times):
    """base^times by squaring; `times` is whole."""
    left, result = int(times), 1.0
    while left > 0:
        if left & 1:
            result *= base
        base *= base
        left >>= 1
    return result


@exact_piece
def adam(place, moved, first, first_now, second, second_now, gradient, largest, rate, times):
    """Move parameters (P,) by Adam's step number `times` against the gradient, clipped to the norm `largest`.

    Returns how many of them, or of their moments, became NaN or infinite.
    """
    total, lost = 0.0, 0
    for part in gradient:
        total += part * part
    scale = largest / math.sqrt(total)
    scale = 1.0 if scale > 1.0 else scale  # NaN stays
    rest_1, rest_2 = 1 - power(BETA_1, times), 1 - power(BETA_2, times)
    for p in range(len(place)):
        g = gradient[p] * scale
        first_now[p] = first[p] + (1 - BETA_1) * (g - first[p])
        second_now[p] = BETA_2 * second[p] + (1 - BETA_2) * g * g
        size = math.sqrt(second_now[p] / rest_2) + TINY
        moved[p] = place[p] - rate * (first_now[p] / rest_1 / size)
        finite = abs(first_now[p]) < math.inf and abs(second_now[p]) < math.inf and abs(moved[p]) < math.inf
        lost += 0 if finite else 1
    return lost
