"""Trains and adapts networks with one output, each task from beginning to end in the core's first cache.

Shapes: d inputs, h hidden units in each of l layers, N points of a task; rows of numbers are padded with zeros to w.
Parameters are (p, w): the rows of W1 (d) and b1, of every further hidden layer W (h, h) and b, then the last layer's
weights, and its bias at the front of a row. W is (inputs, outputs); `turned` (l, h, w) has those in the middle
transposed, for the way back. `a` (l, 2, N, w) holds each layer's activations and their tangents, `d` (l, 2, N, w) the
tangents of its derivatives and the derivatives: the products of a Hessian are then one product of two blocks. `e` (N,)
are the errors: the loss is half the sum of their squares, as in `passes`, whose formulas these are.
"""

from __future__ import annotations

import math

from metascope.simulator.engine.compiling.linear.products import multiply
from metascope.simulator.engine.compiling.linear.turning import turn
from metascope.simulator.engine.compiling.writing import F4, Addresses, Reals, Sizes, f4, flat, piece
from metascope.simulator.learners.fewshot import packing
from metascope.simulator.learners.fewshot.pieces import (
    adam,
    add,
    bent,
    blank,
    collect,
    copy,
    enter,
    fill,
    gather,
    gather_rows,
    leave,
    leave_moved,
    length,
    minus_products,
    minus_scaled,
    outer,
    outer_moved,
    plus,
    products,
    scale,
    scaled,
    slid,
    spread,
    towards,
    turned_by,
)

_LEARN, _ADAPT, _ONE, _LEARNED = packing.LEARN, packing.ADAPT, packing.ONE, packing.LEARNED
_ADAM = packing.RULES["adam"]
_BETA_1, _BETA_2 = 0.9, 0.999  # Adam's
_0, _1, _2 = F4(0), F4(1), F4(2)
_rows, _count = piece(packing.rows), piece(packing.count)


def lesson(at: Addresses, n: Sizes, real: Reals) -> int:
    """Do what n[0] says."""
    net = (at[0], n[1], n[2], n[3], n[4], n[5])  # the product, d, h, l, the activation, w
    if n[0] == _LEARN:
        learn(net, at, n, real)
    elif n[0] == _ADAPT:
        adapt(net, at, n)
    else:
        reptile(net, at, n, real)
    return 0


@piece
def learn(net, at, n, real):
    """Move a start down the gradients of so many batches of tasks: MAML and its relatives, and joint training."""
    _, inputs, hidden, depth, _, wide = net
    updates, tasks, shots, queries, steps, second, kind, rule = n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13]
    rows, points = _rows(inputs, hidden, depth), shots + queries
    x, y = f4(at[9], (updates, tasks, points, inputs)), f4(at[10], (updates, tasks, points))
    losses, theta = f4(at[11], (updates,)), f4(at[12], (steps + 1, rows, wide))
    turned, g = f4(at[13], (steps + 2, depth, hidden, wide)), f4(at[14], (steps, rows, wide))
    sums, memory = f4(at[15], (5, rows, wide)), f4(at[16], (4, rows, wide))
    near = (
        f4(at[17], (steps, 2, depth, 2, shots, wide)),
        f4(at[18], (steps + 1, shots)),
        f4(at[19], (depth, shots, wide)),
    )
    far = f4(at[20], (2, depth, 2, queries, wide)), f4(at[21], (queries,))
    room = f4(at[22], (2 * max(shots, queries), wide))
    pack_all(net, at, theta[0], sums[4], memory, kind, rule)
    for update in range(updates):
        fill(flat(sums[:2]), _0)
        turn_all(net, theta[0], turned[0])
        loss = _0
        for task in range(tasks):
            of_x, of_y = x[update, task], y[update, task]
            support, query = (of_x[:shots], of_y[:shots]), (of_x[shots:], of_y[shots:])
            rates = F4(real[0]), kind, second, F4(tasks)
            loss += adapted(net, support, query, rates, theta, turned, g, sums, near, far, room)
        losses[update] = loss / F4(tasks * queries)
        move(rule, flat(theta[0]), flat(sums[0]), memory[:2], f4(at[4], (1,)), real[1], F4(real[2]))
        if kind == _LEARNED:
            move(rule, flat(sums[4]), flat(sums[1]), memory[2:], f4(at[8], (1,)), real[1], F4(real[2]))
    unpack_all(net, at, theta[0], sums[4], memory, kind, rule)


@piece
def adapted(net, support, query, rates, theta, turned, g, sums, near, far, room):
    """Add a task's share of the gradient to sums[0], and of the rates' to sums[1]; the sum of its squared errors."""
    x, y = support
    far_x, far_y = query
    alpha, kind, second, tasks = rates
    passes, e, z = near
    far_pass, far_e = far
    total, of_rates, v, direction, each = sums[0], sums[1], sums[2], sums[3], sums[4]
    steps, slope = len(theta) - 1, _2 / F4(max(len(x), 1))  # for the mean of the squares
    for j in range(steps):
        way, new, step = passes[j], theta[j + 1], -slope
        forth(net, theta[j], x, y, way[0], e[j], room)
        back(net, theta[j], turned[j], way[0], e[j], way[1], room)
        if kind == _ONE:
            copy(flat(theta[j]), flat(new))
            gradient(net, x, way[0], way[1], e[j], -slope * alpha, room, new)
        else:
            fill(flat(g[j]), _0)
            gradient(net, x, way[0], way[1], e[j], slope, room, g[j])
            copy(flat(theta[j]), flat(new))
            minus_products(flat(each), flat(g[j]), flat(new))
        turn_all(net, new, turned[j + 1])
    squares = forth(net, theta[steps], far_x, far_y, far_pass[0], far_e, room)
    back(net, theta[steps], turned[steps], far_pass[0], far_e, far_pass[1], room)
    looks = steps > 0 and second > 0
    if looks:
        fill(flat(v), _0)
    first = v if looks else total
    gradient(net, far_x, far_pass[0], far_pass[1], far_e, _2 / (F4(len(far_x)) * tasks), room, first)
    if looks:
        for i in range(steps):
            j = steps - 1 - i
            if kind == _LEARNED:
                minus_products(flat(g[j]), flat(v), flat(of_rates))
            out, step = v, -slope
            if kind == _ONE:
                copy(flat(v), flat(direction))
                step *= alpha
            else:
                products(flat(each), flat(v), flat(direction))
            turn_all(net, direction, turned[steps + 1])
            tangent(net, theta[j], turned[j], direction, turned[steps + 1], x, passes[j], e[j], z, e[steps], room)
            if j == 0:
                add(flat(v), flat(total))
                out = total
            curvature(net, x, passes[j], e[j], e[steps], step, room, out)
    return squares


@piece
def reptile(net, at, n, real):
    """Move a start part of the way to what tasks' minibatches make of it, so many times."""
    _, inputs, hidden, depth, _, wide = net
    updates, steps, tasks, points = n[6], n[7], n[8], n[9]
    rows, count = _rows(inputs, hidden, depth), _count(inputs, hidden, depth)
    phi, shares, losses = f4(at[1], (count,)), f4(at[2], (updates,)), f4(at[3], (updates,))
    x, y = f4(at[4], (updates, steps, tasks, points, inputs)), f4(at[5], (updates, steps, tasks, points))
    theta, turned = f4(at[6], (3, rows, wide)), f4(at[7], (2, depth, hidden, wide))
    way, e, room = f4(at[8], (2, depth, 2, points, wide)), f4(at[9], (points,)), f4(at[10], (2 * points, wide))
    start, moved, mean = theta[0], theta[1], theta[2]
    step = -F4(real[0]) * _2 / F4(points)
    pack(net, phi, start)
    for update in range(updates):
        turn_all(net, start, turned[0])
        fill(flat(mean), _0)
        loss = _0
        for task in range(tasks):
            copy(flat(start), flat(moved))
            copy(flat(turned[0]), flat(turned[1]))
            for j in range(steps):
                some = x[update, j, task]
                squares = forth(net, moved, some, y[update, j, task], way[0], e, room)
                back(net, moved, turned[1], way[0], e, way[1], room)
                gradient(net, some, way[0], way[1], e, step, room, moved)
                turn_all(net, moved, turned[1])
            loss += squares
            add(flat(moved), flat(mean))
        losses[update] = loss / F4(tasks * points)
        towards(flat(mean), _1 / F4(tasks), shares[update], flat(start))
    unpack(net, start, phi)


@piece
def adapt(net, at, n):
    """Adapt every start to every task, and keep what is asked for of each inner step."""
    _, inputs, hidden, depth, _, wide = net
    starts, tasks, shots, queries, steps, kind, keeps, answers = n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13]
    rows, count = _rows(inputs, hidden, depth), _count(inputs, hidden, depth)
    phi, rates = f4(at[1], (starts, count)), f4(at[2], (starts, 1 if kind == _ONE else count))
    x, y = f4(at[3], (tasks, shots, inputs)), f4(at[4], (tasks, shots))
    far_x, far_y = f4(at[5], (tasks, queries, inputs)), f4(at[6], (tasks, queries))
    kept = f4(at[7], (steps + 1 if keeps else 0, starts, tasks, count))
    losses, norms = f4(at[8], (steps + 1, starts, tasks)), f4(at[9], (steps + 1, starts, tasks))
    errors = f4(at[10], (steps + 1, starts, tasks))
    told = f4(at[11], (steps + 1 if answers else 0, starts, tasks, queries))
    theta, turned = f4(at[12], (5, rows, wide)), f4(at[13], (2, depth, hidden, wide))
    way, e = f4(at[14], (2, depth, 2, shots, wide)), f4(at[15], (shots,))
    far, far_e = f4(at[16], (2, depth, 2, queries, wide)), f4(at[17], (queries,))
    room = f4(at[18], (2 * max(shots, queries), wide))
    start, moved, g, rate = theta[0], theta[1], theta[2], theta[3]
    for m in range(starts):
        pack(net, phi[m], start)
        turn_all(net, start, turned[0])
        if kind == _ONE:
            fill(flat(rate), rates[m, 0])
        else:
            pack(net, rates[m], rate)
        for task in range(tasks):
            copy(flat(start), flat(moved))
            copy(flat(turned[0]), flat(turned[1]))
            for j in range(steps + 1):
                if keeps:
                    unpack(net, moved, kept[j, m, task])
                if queries:
                    squares = forth(net, moved, far_x[task], far_y[task], far[0], far_e, room)
                    errors[j, m, task] = squares / F4(queries)
                if answers:
                    plus(far_e, far_y[task], told[j, m, task])
                if j == steps and keeps == 0:
                    break
                losses[j, m, task] = forth(net, moved, x[task], y[task], way[0], e, room) / F4(shots)
                back(net, moved, turned[1], way[0], e, way[1], room)
                fill(flat(g), _0)
                gradient(net, x[task], way[0], way[1], e, _2 / F4(shots), room, g)
                norms[j, m, task] = length(flat(g))
                minus_products(flat(rate), flat(g), flat(moved))
                turn_all(net, moved, turned[1])


@piece
def forth(net, theta, x, y, a, e, room):
    """Write activations and errors; return the sum of the squares. z = a^ W^,  a = s(z)."""
    product, inputs, hidden, depth, bend, wide = net
    row, z = inputs + 1, room[: len(x)]
    enter(x, theta[:row], z)
    bent(bend, flat(z), flat(a[0, 0]))
    blank(bend, hidden, a[0, 0])
    for i in range(1, depth):
        spread(theta[row + hidden], z)
        multiply(product, a[i - 1], 0, wide, 1, theta[row], 0, wide, z, 0, wide, len(x), wide, hidden, 1)
        bent(bend, flat(z), flat(a[i, 0]))
        blank(bend, hidden, a[i, 0])
        row += hidden + 1
    return leave(a[depth - 1, 0], theta[row], theta[row + 1, 0], y, e)


@piece
def back(net, theta, turned, a, e, d, room):
    """Write the derivatives by what the layers' activations are of. d = s'(z) u,  u = d_next W_next."""
    product, _, hidden, depth, bend, wide = net
    last, u = depth - 1, room[: len(e)]
    outer(e, theta[len(theta) - 2], u)
    slid(bend, flat(a[last, 0]), flat(u), flat(d[last, 1]))
    for i in range(last, 0, -1):
        multiply(product, d[i, 1], 0, wide, 1, turned[i], 0, wide, u, 0, wide, len(e), wide, hidden, 0)
        slid(bend, flat(a[i - 1, 0]), flat(u), flat(d[i - 1, 1]))


@piece
def gradient(net, x, a, d, e, factor, room, out):
    """Add so many times the derivatives by the parameters to `out`, after `back`. dW^ = a^' d."""
    product, inputs, hidden, depth, _, wide = net
    points, row = len(x), inputs + 1
    some = room[:points]
    scaled(flat(d[0, 1]), factor, flat(some))
    gather(x, some, out[:row])
    for i in range(1, depth):
        scaled(flat(d[i, 1]), factor, flat(some))
        multiply(product, a[i - 1], 0, 1, wide, some, 0, wide, out[row], 0, wide, hidden, wide, points, 1)
        gather_rows(some, out[row + hidden])
        row += hidden + 1
    out[row + 1, 0] += collect(e, factor, a[depth - 1, 0], out[row])


@piece
def tangent(net, theta, turned, v, v_turned, x, way, e, z, moved, room):
    """Write how activations, errors and derivatives change as the weights move by v, after `back`.

    R{z} = a^ V^ + R{a} W,  R{a} = s' R{z};  R{u} = R{d} W + d V,  R{d} = s' R{u} + s'' R{z} u.
    """
    product, inputs, hidden, depth, bend, wide = net
    a, d = way[0], way[1]
    points, last, row = len(x), depth - 1, inputs + 1
    u = room[:points]
    enter(x, v[:row], z[0])
    slid(bend, flat(a[0, 0]), flat(z[0]), flat(a[0, 1]))
    for i in range(1, depth):
        spread(v[row + hidden], z[i])
        multiply(product, a[i - 1, 0], 0, wide, 1, v[row], 0, wide, z[i], 0, wide, points, wide, hidden, 1)
        multiply(product, a[i - 1, 1], 0, wide, 1, theta[row], 0, wide, z[i], 0, wide, points, wide, hidden, 1)
        slid(bend, flat(a[i, 0]), flat(z[i]), flat(a[i, 1]))
        row += hidden + 1
    leave_moved(a[last], theta[row], v[row], v[row + 1, 0], moved)
    outer_moved(e, moved, theta[row], v[row], u)
    turned_by(bend, flat(a[last, 0]), flat(z[last]), flat(d[last, 1]), flat(u), flat(d[last, 0]))
    for i in range(last, 0, -1):
        multiply(product, d[i, 0], 0, wide, 1, turned[i], 0, wide, u, 0, wide, points, wide, hidden, 0)
        multiply(product, d[i, 1], 0, wide, 1, v_turned[i], 0, wide, u, 0, wide, points, wide, hidden, 1)
        turned_by(bend, flat(a[i - 1, 0]), flat(z[i - 1]), flat(d[i - 1, 1]), flat(u), flat(d[i - 1, 0]))


@piece
def curvature(net, x, way, e, moved, factor, room, out):
    """Add so many times the Hessian's product with v to `out`, after `tangent`. R{dW^} = a^' R{d} + R{a^}' d."""
    product, inputs, hidden, depth, _, wide = net
    a, d = way[0], way[1]
    points, row = len(x), inputs + 1
    some, both = room[:points], room[: 2 * points]
    scaled(flat(d[0, 0]), factor, flat(some))
    gather(x, some, out[:row])
    for i in range(1, depth):
        scaled(flat(d[i]), factor, flat(both))
        multiply(product, a[i - 1], 0, 1, wide, both, 0, wide, out[row], 0, wide, hidden, wide, 2 * points, 1)
        gather_rows(some, out[row + hidden])
        row += hidden + 1
    out[row + 1, 0] += collect(moved, factor, a[depth - 1, 0], out[row])
    collect(e, factor, a[depth - 1, 1], out[row])


@piece
def move(rule, vector, g, memory, steps, rate, largest):
    """Move a vector by Adam or gradient descent, after clipping the gradient's norm to `largest`, unless below 0."""
    if largest >= _0:
        shrunk = largest / length(g)
        scale(_1 if shrunk > _1 else shrunk, g)  # NaN stays NaN
    if rule != _ADAM:
        minus_scaled(F4(rate), g, vector)
        return
    steps[0] += _1
    t = float(steps[0])
    size, spread_by = rate / (1 - _BETA_1**t), math.sqrt(1 - _BETA_2**t)
    adam(g, flat(memory[0]), flat(memory[1]), F4(size), F4(1 / spread_by), vector)


@piece
def pack_all(net, at, theta, rates, memory, kind, rule):
    """Take the start and the rates, and what Adam remembers of them, from the addresses 1 to 3 and 5 to 7."""
    count = _count(net[1], net[2], net[3])
    pack(net, f4(at[1], (count,)), theta)
    if kind != _ONE:
        pack(net, f4(at[5], (count,)), rates)
    for moment in range(2 if rule == _ADAM else 0):
        pack(net, f4(at[2 + moment], (count,)), memory[moment])
        if kind == _LEARNED:
            pack(net, f4(at[6 + moment], (count,)), memory[2 + moment])


@piece
def unpack_all(net, at, theta, rates, memory, kind, rule):
    """Give back what `pack_all` took, as it is now."""
    count = _count(net[1], net[2], net[3])
    unpack(net, theta, f4(at[1], (count,)))
    if kind == _LEARNED:
        unpack(net, rates, f4(at[5], (count,)))
    for moment in range(2 if rule == _ADAM else 0):
        unpack(net, memory[moment], f4(at[2 + moment], (count,)))
        if kind == _LEARNED:
            unpack(net, memory[2 + moment], f4(at[6 + moment], (count,)))


@piece
def pack(net, vector, theta):
    """Take parameters (n,) in the order of a `Layout`: of each layer the weights (outputs, inputs), then the biases."""
    _, inputs, hidden, depth, _, _ = net
    begin, row, below = 0, 0, inputs
    for _layer in range(depth):
        for k in range(hidden):
            for m in range(below):
                theta[row + m, k] = vector[begin + k * below + m]
            theta[row + below, k] = vector[begin + hidden * below + k]
        begin, row, below = begin + hidden * (below + 1), row + below + 1, hidden
    for m in range(hidden):
        theta[row, m] = vector[begin + m]
    theta[row + 1, 0] = vector[begin + hidden]


@piece
def unpack(net, theta, vector):
    """Write parameters (n,) in the order of a `Layout`."""
    _, inputs, hidden, depth, _, _ = net
    begin, row, below = 0, 0, inputs
    for _layer in range(depth):
        for k in range(hidden):
            for m in range(below):
                vector[begin + k * below + m] = theta[row + m, k]
            vector[begin + hidden * below + k] = theta[row + below, k]
        begin, row, below = begin + hidden * (below + 1), row + below + 1, hidden
    for m in range(hidden):
        vector[begin + m] = theta[row, m]
    vector[begin + hidden] = theta[row + 1, 0]


@piece
def turn_all(net, theta, turned):
    """Write the transposes of the weights between hidden layers, W (h, h) of layer i into turned[i]."""
    _, inputs, hidden, depth, _, _ = net
    row, wide, apart = inputs + 1, theta.shape[1], turned.shape[2]
    for i in range(1, depth):
        turn(flat(theta), row * wide, wide, flat(turned[i]), 0, apart, hidden, hidden)
        row += hidden + 1
