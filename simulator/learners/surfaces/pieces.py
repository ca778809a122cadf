"""What the kernels of loss surfaces are written with: tasks evaluated in lanes, sums over them, and lowest points.

The twins of `Landscapes` and of `minima`, in double precision. On a line the second coordinate is 0 everywhere.
"""

from __future__ import annotations

import math

from metascope.simulator.engine.compiling.functions import exponential8
from metascope.simulator.engine.compiling.writing import exact_piece

NEWTON_STEPS = 5


@exact_piece
def size_of(terms, wells):
    """How many numbers a task is made of."""
    return 1 + 3 * terms if terms else 6 + 6 * wells


@exact_piece
def spread(numbers, made):
    """Write the tasks' numbers (T, P) to all lanes, (P, L)."""
    tasks = len(numbers)
    for p in range(numbers.shape[1]):
        lane = 0
        while lane < made.shape[1]:
            for t in range(tasks):
                made[p, lane + t] = numbers[t, p]
            lane += tasks


@exact_piece
def begin(phi, tasks, x, y, rx, ry):
    """Put each task at its start, phi (M S, d), and the sum of its gradients (rx, ry) to 0."""
    lane = 0
    for start in range(len(phi)):
        for _ in range(tasks):
            x[lane] = phi[start, 0]
            y[lane] = phi[start, 1] if phi.shape[1] == 2 else 0.0
            rx[lane] = 0.0
            ry[lane] = 0.0
            lane += 1


@exact_piece
def evaluate(terms, wells, made, x, y, loss, gx, gy, hxx, hxy, hyy):
    """Loss, gradient and Hessian of each lane's task at its point (x, y): all (L,)."""
    if terms:
        _polynomial(terms, made, x, loss, gx, hxx)
        for i in range(len(x)):
            gy[i] = 0.0
            hxy[i] = 0.0
            hyy[i] = 0.0
        return
    _bowl(made[0], made[1], made[2], made[3], made[4], made[5], x, y, loss, gx, gy, hxx, hxy, hyy)
    for w in range(wells):
        p = 6 + 6 * w
        _well(
            made[p], made[p + 1], made[p + 2], made[p + 3], made[p + 4], made[p + 5],
            x, y, loss, gx, gy, hxx, hxy, hyy,
        )  # fmt: skip


@exact_piece
def _polynomial(terms, made, x, loss, slope, bend):
    """sum_n a_n (x - c)^n, and its derivatives."""
    for i in range(len(x)):
        loss[i] = 0.0
        slope[i] = 0.0
        bend[i] = 0.0
    for n in range(terms - 1, -1, -1):
        _horner(made[0], made[1 + n], made[1 + terms + n], made[1 + 2 * terms + n], x, loss, slope, bend)


@exact_piece
def _horner(c, a, b, d, x, loss, slope, bend):
    for i in range(len(x)):
        u = x[i] - c[i]
        loss[i] = loss[i] * u + a[i]
        slope[i] = slope[i] * u + b[i]
        bend[i] = bend[i] * u + d[i]


@exact_piece
def _bowl(cx, cy, offset, axx, axy, ayy, x, y, loss, gx, gy, hxx, hxy, hyy):
    """½ v' A v + o, v = x - c; A v; A."""
    for i in range(len(x)):
        v, w = x[i] - cx[i], y[i] - cy[i]
        s, t = axx[i] * v + axy[i] * w, axy[i] * v + ayy[i] * w
        loss[i] = offset[i] + 0.5 * (s * v + t * w)
        gx[i] = s
        gy[i] = t
        hxx[i] = axx[i]
        hxy[i] = axy[i]
        hyy[i] = ayy[i]


@exact_piece
def _well(depth, mx, my, pxx, pxy, pyy, x, y, loss, gx, gy, hxx, hxy, hyy):
    """Add a well: -h e, e = exp(-½ v' P v), v = x - m; h e P v; h e (P - P v v' P)."""
    for i in range(len(x)):
        v, w = x[i] - mx[i], y[i] - my[i]
        s, t = pxx[i] * v + pxy[i] * w, pxy[i] * v + pyy[i] * w
        e = depth[i] * exponential8(-0.5 * (s * v + t * w))
        loss[i] -= e
        gx[i] += e * s
        gy[i] += e * t
        hxx[i] += e * (pxx[i] - s * s)
        hxy[i] += e * (pxy[i] - s * t)
        hyy[i] += e * (pyy[i] - t * t)


@exact_piece
def put(x, y, out):
    """Write coordinates (L,) as points (L, d)."""
    if out.shape[1] == 1:
        for i in range(len(x)):
            out[i, 0] = x[i]
    else:
        for i in range(len(x)):
            out[i, 0] = x[i]
            out[i, 1] = y[i]


@exact_piece
def total(values, tasks, out):
    """Sum over tasks: (M S T) to (M S,)."""
    lane = 0
    for start in range(len(out)):
        total = 0.0
        for _ in range(tasks):
            total += values[lane]
            lane += 1
        out[start] = total


@exact_piece
def limit(values, ceiling):
    """Replace NaN, and what is beyond the ceiling."""
    for i in range(len(values)):
        value = values[i]
        value = value if value < ceiling else ceiling  # NaN too
        values[i] = value if value > -ceiling else -ceiling


@exact_piece
def search(wells, numbers, made, room, share, optimum):
    """The lowest point of a bowl with wells: the best of a grid over their box, then Newton steps that never climb."""
    size, plane = len(share), len(optimum) == 2
    x, y, loss, gx, gy = room[0, :size], room[1, :size], room[2, :size], room[3, :size], room[4, :size]
    hxx, hxy, hyy = room[5, :size], room[6, :size], room[7, :size]
    lowest = math.inf
    for row in range(size if plane else 1):
        for i in range(size):
            x[i] = _within(wells, numbers, 0, share[i])
            y[i] = _within(wells, numbers, 1, share[row]) if plane else 0.0
        evaluate(0, wells, made, x, y, loss, gx, gy, hxx, hxy, hyy)
        for i in range(size):
            if loss[i] < lowest:
                lowest, optimum[0] = loss[i], x[i]
                if plane:
                    optimum[1] = y[i]
    x[0] = optimum[0]
    y[0] = optimum[1] if plane else 0.0
    for _ in range(NEWTON_STEPS):
        evaluate(0, wells, made, x[:1], y[:1], loss[:1], gx[:1], gy[:1], hxx[:1], hxy[:1], hyy[:1])
        lowest, x[1], y[1] = loss[0], x[0], y[0]
        _newton(x, y, gx[0], gy[0], hxx[0], hxy[0], hyy[0], plane)
        evaluate(0, wells, made, x[:1], y[:1], loss[:1], gx[:1], gy[:1], hxx[:1], hxy[:1], hyy[:1])
        if not loss[0] <= lowest:
            x[0], y[0] = x[1], y[1]
    optimum[0] = x[0]
    if plane:
        optimum[1] = y[0]


@exact_piece
def _within(wells, numbers, axis, share):
    """The coordinate at this share of the box around the bottoms of bowl and wells, with 1 to spare."""
    low = high = numbers[axis]
    for w in range(wells):
        centre = numbers[6 + 6 * w + 1 + axis]
        low, high = min(low, centre), max(high, centre)
    return low - 1 + share * (high - low + 2)


@exact_piece
def _newton(x, y, gx, gy, hxx, hxy, hyy, plane):
    """Newton's step from the first point, where the Hessian is positive definite."""
    if not plane:
        if hxx > 0:
            x[0] -= gx / hxx
        return
    determinant = hxx * hyy - hxy * hxy
    if determinant > 0 and hxx > 0:
        x[0] -= (hyy * gx - hxy * gy) / determinant
        y[0] -= (hxx * gy - hxy * gx) / determinant
