"""Meta-steps on loss surfaces as compiled kernels, in double precision: the twins of `reference` and of the tasks.

The paths of all methods, starts and tasks go side by side, in lanes: lane l = (m S + s) T + t. What a task is made of,
P numbers, stands once for each lane: `Landscapes.numbers`. On a line the second coordinate is 0 everywhere.
"""

from __future__ import annotations

import math

from metascope.simulator.engine.compiling.watching import written
from metascope.simulator.engine.compiling.writing import Addresses, Reals, Sizes, exact_piece, f8, flat
from metascope.simulator.learners.pieces import BETA_1, BETA_2, TINY, power
from metascope.simulator.learners.surfaces.comparing import FOMAML, MAML, OTHERS, SHORTEST, VANISHED
from metascope.simulator.learners.surfaces.pieces import begin, evaluate, limit, put, search, size_of, spread, total

METHODS = 4  # pre-training, MAML, FOMAML, Reptile


def meta_steps(at: Addresses, n: Sizes, real: Reals) -> int:
    """Do `enough` meta-steps, and while a window draws up to `count`; return how many.

    It is -1 - the number where the following one diverges. Those are written, row by row, that `every` divides, and the
    last one: any other is written over by the next. Where one diverges, the rows are those of all meta-steps only if it
    is the first.
    """
    count, sets, k, starts, tasks, dimension, terms, wells, adam, draws, number, every, columns, enough, size = (
        n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13], n[14],
    )  # fmt: skip
    alpha, beta, epsilon, clip, sigma, farthest = real[0], real[1], real[2], real[3], real[4], real[5]
    numbers = size_of(terms, wells)
    pairs = starts * tasks
    lanes = METHODS * pairs
    given = f8(at[0], (sets, tasks, numbers))  # each meta-step's tasks, or one set for all
    noise = f8(at[1], (count, draws, pairs * dimension))  # xi of each support step, at last of the query; draws 0: none
    first = f8(at[3], (2, METHODS - 1, starts, dimension))  # Adam's, before the last meta-step, as given, and after it
    second = f8(at[4], (2, METHODS - 1, starts, dimension))  # likewise
    times = f8(at[5], (2, METHODS - 1, starts))
    figures = f8(at[6], (columns, count))
    made = f8(at[7], (numbers, lanes))
    room = f8(at[8], (10, lanes))
    bend = f8(at[9], (k + 1, 3, lanes))  # the Hessians' entries xx, xy, yy along the path
    x, y, gx, gy, px, py, rx, ry, vx, vy = (
        room[0], room[1], room[2], room[3], room[4], room[5], room[6], room[7], room[8], room[9],
    )  # fmt: skip
    row = at[2]  # where the row of the meta-step lies, of `size` numbers; phi of the first is given
    for i in range(count):
        if i >= enough and written(at[10]) == 0:
            return i
        if i > 0:
            before = f8(row + 8 * n[16], (METHODS, starts, dimension))
            if not _near(flat(before), farthest):
                return -1 - i
            if (number + i - 1) % every == 0:
                row += 8 * size
            _go_on(before, f8(row + 8 * n[15], (METHODS, starts, dimension)), first, second, times)
        phi = f8(row + 8 * n[15], (METHODS, starts, dimension))
        moved = f8(row + 8 * n[16], (METHODS, starts, dimension))  # phi after the meta-step
        theta = f8(row + 8 * n[17], (k + 1, lanes, dimension))
        loss = f8(row + 8 * n[18], (k + 1, lanes))
        support = f8(row + 8 * n[19], (k, lanes, dimension))
        query = f8(row + 8 * n[20], (lanes, dimension))
        directions = f8(row + 8 * n[21], (METHODS, METHODS, pairs, dimension))
        now = f8(row + 8 * n[22], (METHODS * starts,))
        after = f8(row + 8 * n[23], (METHODS * starts,))
        steepest = f8(row + 8 * n[24], (METHODS, tasks))
        if i < sets:
            spread(given[i], made)
        begin(f8(row + 8 * n[15], (METHODS * starts, dimension)), tasks, x, y, rx, ry)
        for j in range(k + 1):
            evaluate(terms, wells, made, x, y, loss[j], gx, gy, bend[j, 0], bend[j, 1], bend[j, 2])
            put(x, y, theta[j])
            if j == 0:
                _copy(gx, gy, px, py)
            if j < k:
                if draws:
                    _disturb(gx, gy, noise[i, j], sigma)
                put(gx, gy, support[j])
                _descend(x, y, gx, gy, rx, ry, alpha)
        if draws:
            _disturb(gx, gy, noise[i, draws - 1], sigma)
            _disturb(px, py, noise[i, draws - 1], sigma)
        put(gx, gy, query)
        _copy(gx, gy, vx, vy)
        for j in range(k - 1, -1, -1):
            _back(vx, vy, bend[j, 0], bend[j, 1], bend[j, 2], alpha)
        _gather(px, py, 0, directions)
        _gather(vx, vy, 1, directions)
        _gather(gx, gy, 2, directions)
        _gather(rx, ry, 3, directions)
        total(loss[0], tasks, now)
        total(loss[k], tasks, after)
        _measure(bend[:k], pairs, steepest)
        for m in range(METHODS - 1):
            _learn(
                phi[m], moved[m], first[0, m], first[1, m], second[0, m], second[1, m],
                times[0, m], times[1, m], directions[m, m], adam, beta, clip,
            )  # fmt: skip
        _interpolate(phi[METHODS - 1], moved[METHODS - 1], x[lanes - pairs :], y[lanes - pairs :], epsilon)
        _note(phi, now, after, directions[MAML], tasks, figures, i)
        if not _finite(flat(loss)):
            return -1 - i
    return count


def unseen(at: Addresses, n: Sizes, real: Reals) -> int:
    """Mean losses on unseen tasks, from each start of each row: before and after k steps without noise."""
    rows, k, starts, tasks, dimension, terms, wells = n[0], n[1], n[2], n[3], n[4], n[5], n[6]
    numbers = size_of(terms, wells)
    lanes = starts * tasks
    given = f8(at[0], (tasks, numbers))
    phi = f8(at[1], (rows, starts, dimension))
    found = f8(at[2], (rows, 2, starts))
    made = f8(at[3], (numbers, lanes))
    room = f8(at[4], (10, lanes))
    x, y, loss, gx, gy, hxx, hxy, hyy, rx, ry = (
        room[0], room[1], room[2], room[3], room[4], room[5], room[6], room[7], room[8], room[9],
    )  # fmt: skip
    spread(given, made)
    for row in range(rows):
        begin(phi[row], tasks, x, y, rx, ry)
        evaluate(terms, wells, made, x, y, loss, gx, gy, hxx, hxy, hyy)
        total(loss, tasks, found[row, 0])
        for _ in range(k):
            _descend(x, y, gx, gy, rx, ry, real[0])
            evaluate(terms, wells, made, x, y, loss, gx, gy, hxx, hxy, hyy)
        total(loss, tasks, found[row, 1])
        for start in range(starts):
            found[row, 0, start] /= tasks
            found[row, 1, start] /= tasks
    return 0


def pictures(at: Addresses, n: Sizes, real: Reals) -> int:
    """Each task's losses over a grid, and its lowest point: for a bowl its centre, for wells within a box."""
    tasks, points, dimension, terms, wells, grid = n[0], n[1], n[2], n[3], n[4], n[5]
    ceiling = real[0]
    rows = points if dimension == 2 else 1
    numbers = size_of(terms, wells)
    given = f8(at[0], (tasks, numbers))
    axis = f8(at[1], (points,))
    share = f8(at[2], (grid,))  # of the box, in which wells are searched
    losses = f8(at[3], (tasks, rows, points))
    optima = f8(at[4], (tasks, dimension))
    widest = max(points, grid)
    made = f8(at[5], (numbers, widest))
    room = f8(at[6], (8, widest))
    for task in range(tasks):
        spread(given[task : task + 1], made)
        x, y = room[0, :points], room[1, :points]
        for row in range(rows):
            for i in range(points):
                x[i] = axis[i]
                y[i] = axis[row] if dimension == 2 else 0.0
            evaluate(
                terms, wells, made, x, y, losses[task, row],
                room[3, :points], room[4, :points], room[5, :points], room[6, :points], room[7, :points],
            )  # fmt: skip
            limit(losses[task, row], ceiling)
        optima[task, 0] = made[0, 0]
        if dimension == 2:
            optima[task, 1] = made[1, 0]
        if wells:
            search(wells, given[task], made, room, share, optima[task])
    return 0


@exact_piece
def _go_on(moved, phi, first, second, times):
    """Begin where the last meta-step ended."""
    for m in range(METHODS):
        for s in range(phi.shape[1]):
            for a in range(phi.shape[2]):
                phi[m, s, a] = moved[m, s, a]
    for m in range(METHODS - 1):
        for s in range(phi.shape[1]):
            times[0, m, s] = times[1, m, s]
            for a in range(phi.shape[2]):
                first[0, m, s, a] = first[1, m, s, a]
                second[0, m, s, a] = second[1, m, s, a]


@exact_piece
def _note(phi, now, after, directions, tasks, figures, i):
    """Write what is measured of the meta-step to column i of (columns, count): see `figures`."""
    _, starts, dimension = phi.shape
    c = 0
    for m in range(METHODS):
        for a in range(dimension):
            figures[c, i] = _told(phi[m, 0, a])
            c += 1
        figures[c, i] = _told(now[m * starts])
        figures[c + 1, i] = _told(after[m * starts])
        c += 2
    if starts > 1:
        for m in range(METHODS):
            figures[c, i] = _least(after[m * starts : (m + 1) * starts])
            c += 1
    c = _compare(directions, tasks, figures, i, c)
    for m in range(METHODS):
        for s in range(1, starts):
            for a in range(dimension):
                figures[c, i] = _told(phi[m, s, a])
                c += 1


@exact_piece
def _told(value):
    """The number; NaN if it is infinite."""
    return value if abs(value) < math.inf else math.nan


@exact_piece
def _least(values):
    """The least number; NaN if one of them is not finite."""
    least, lost = math.inf, 0
    for value in values:
        lost += 0 if abs(value) < math.inf else 1
        least = value if value < least else least
    return least if lost == 0 else math.nan


@exact_piece
def _compare(directions, tasks, figures, i, c):
    """How the rules' directions (R, S T, d) at MAML's first start differ from its own; return the next column."""
    ex, ey = _sum(directions[MAML], tasks, 0), _sum(directions[MAML], tasks, 1)
    fx, fy = _sum(directions[FOMAML], tasks, 0), _sum(directions[FOMAML], tasks, 1)
    length = _length(ex, ey)
    defined = (not length < VANISHED * _length(fx, fy)) and length >= SHORTEST and length < math.inf
    for rule in OTHERS:
        x, y = _sum(directions[rule], tasks, 0), _sum(directions[rule], tasks, 1)
        norm = _length(x, y)
        there = defined and norm >= SHORTEST and norm < math.inf
        figures[c, i] = _angle(ex, ey, x, y, directions.shape[2]) if there else math.nan
        figures[c + 1, i] = _told(norm / length) if there else math.nan
        c += 2
    return c


@exact_piece
def _sum(directions, tasks, axis):
    """Sum over the first start's tasks of one coordinate; 0 where there is no such axis."""
    total = 0.0
    if axis < directions.shape[1]:
        for t in range(tasks):
            total += directions[t, axis]
    return total


@exact_piece
def _length(x, y):
    """sqrt(x² + y²), also where the squares are no numbers."""
    x, y = abs(x), abs(y)
    large, small = (x, y) if x > y else (y, x)
    if not 0.0 < large < math.inf:
        return x + y
    share = small / large
    return large * math.sqrt(1.0 + share * share)


@exact_piece
def _angle(ex, ey, x, y, dimension):
    """In degrees, 0 to 180."""
    if dimension == 1:
        return 0.0 if ex * x > 0.0 else 180.0
    return math.degrees(math.atan2(abs(ex * y - ey * x), ex * x + ey * y))


@exact_piece
def _copy(gx, gy, px, py):
    for i in range(len(gx)):
        px[i] = gx[i]
        py[i] = gy[i]


@exact_piece
def _disturb(gx, gy, noise, sigma):
    """Add sigma xi, xi (S T d), the same for every method."""
    lane = 0
    if len(noise) * METHODS == len(gx):
        for _ in range(METHODS):
            for xi in noise:
                gx[lane] += xi * sigma
                lane += 1
    else:
        for _ in range(METHODS):
            for pair in range(len(noise) // 2):
                gx[lane] += noise[2 * pair] * sigma
                gy[lane] += noise[2 * pair + 1] * sigma
                lane += 1


@exact_piece
def _descend(x, y, gx, gy, rx, ry, alpha):
    """theta - alpha g; the sum of the path's gradients is Reptile's direction."""
    for i in range(len(x)):
        rx[i] += gx[i]
        ry[i] += gy[i]
        x[i] -= alpha * gx[i]
        y[i] -= alpha * gy[i]


@exact_piece
def _back(vx, vy, hxx, hxy, hyy, alpha):
    """v - alpha H v: MAML's meta-gradient, one step back along the path."""
    for i in range(len(vx)):
        s, t = hxx[i] * vx[i] + hxy[i] * vy[i], hxy[i] * vx[i] + hyy[i] * vy[i]
        vx[i] -= alpha * s
        vy[i] -= alpha * t


@exact_piece
def _gather(x, y, rule, directions):
    """Write a rule's directions (L,) to their places in (M, R, S T, d)."""
    pairs = directions.shape[2]
    for m in range(METHODS):
        begin = m * pairs
        put(x[begin : begin + pairs], y[begin : begin + pairs], directions[m, rule])


@exact_piece
def _measure(bend, pairs, steepest):
    """The largest curvature along each path of the first starts, (M, T): 0 where there is none that is finite."""
    for m in range(METHODS):
        for t in range(steepest.shape[1]):
            lane, largest = m * pairs + t, 0.0
            for j in range(len(bend)):
                xx, xy, yy = bend[j, 0, lane], bend[j, 1, lane], bend[j, 2, lane]
                half = 0.5 * (xx - yy)
                curvature = 0.5 * (xx + yy) + math.sqrt(half * half + xy * xy)
                if largest < curvature < math.inf:
                    largest = curvature
            steepest[m, t] = largest


@exact_piece
def _learn(phi, moved, first, first_now, second, second_now, times, times_now, directions, adam, beta, clip):
    """Move a method's starts (S, d) against its clipped meta-gradient, by Adam or gradient descent."""
    starts, dimension = phi.shape
    tasks = len(directions) // starts
    known, power_1, power_2 = -1.0, 1.0, 1.0
    for s in range(starts):
        gx, gy = 0.0, 0.0
        for t in range(s * tasks, (s + 1) * tasks):
            gx += directions[t, 0]
            if dimension == 2:
                gy += directions[t, 1]
        scale = clip / math.sqrt(gx * gx + gy * gy)
        scale = 1.0 if scale > 1.0 else scale  # NaN stays
        times_now[s] = times[s] + adam
        if adam and times_now[s] != known:
            known = times_now[s]
            power_1, power_2 = power(BETA_1, known), power(BETA_2, known)
        for a in range(dimension):
            g = (gx if a == 0 else gy) * scale
            first_now[s, a], second_now[s, a] = first[s, a], second[s, a]
            if not adam:
                moved[s, a] = phi[s, a] - beta * g
            else:
                first_now[s, a] = first[s, a] + (1 - BETA_1) * (g - first[s, a])
                second_now[s, a] = BETA_2 * second[s, a] + (1 - BETA_2) * g * g
                size = math.sqrt(second_now[s, a] / (1 - power_2)) + TINY
                moved[s, a] = phi[s, a] - beta * (first_now[s, a] / (1 - power_1) / size)


@exact_piece
def _interpolate(phi, moved, x, y, epsilon):
    """Reptile: phi + epsilon (mean theta_k - phi), for S starts; from the nearer end, as torch does it."""
    starts, dimension = phi.shape
    tasks = len(x) // starts
    for s in range(starts):
        for a in range(dimension):
            total = 0.0
            for t in range(s * tasks, (s + 1) * tasks):
                total += x[t] if a == 0 else y[t]
            way = total / tasks - phi[s, a]
            moved[s, a] = phi[s, a] + epsilon * way if epsilon < 0.5 else total / tasks - (1 - epsilon) * way


@exact_piece
def _near(phi, farthest):
    """Whether every coordinate is a number and within the landscape."""
    lost = 0
    for place in phi:
        lost += 0 if abs(place) <= farthest else 1
    return lost == 0


@exact_piece
def _finite(values):
    lost = 0
    for value in values:
        lost += 0 if abs(value) < math.inf else 1
    return lost == 0
