"""The losses and gradients of quadratics and of networks, and hand-made optimizers with many rates, as kernels.

A kernel of problems has tables that begin alike, so that another kernel can call it (`writing.call`) after writing
where theta (count, n), its gradient (count, n) and the losses (count,) lie, and what it asks for:

    at: product, theta, gradient, loss, ...      n: first problem, count, number of the minibatch or TEST, ...

Readable twins: `tasks.quadratics`, `tasks.networks`, `learned_optimizer.rivals`. Letters: B problems, n coordinates,
N examples, D inputs of a network, d and h inputs and units of a layer, o outputs, T updates, K rates.
"""

from __future__ import annotations

import math

from metascope.simulator.engine.compiling.functions import exponential, larger, logarithm, sigmoid, tanh
from metascope.simulator.engine.compiling.linear.products import LANES, multiply
from metascope.simulator.engine.compiling.linear.turning import turn
from metascope.simulator.engine.compiling.writing import (
    F4,
    address_of,
    call,
    cleared,
    copied,
    f4,
    i4,
    i8,
    part,
    piece,
    u1,
)

ZERO, ONE, TWO = F4(0), F4(1), F4(2)
HUGE, LIMIT = F4(3.4028234e38), F4(1e6)  # the largest number; the loss above which a problem has diverged
BLOCK = 4 * LANES  # columns of a wide product that are computed together: what they read stays in the first cache


def quadratics(at, n, real):
    """Losses |W theta - y|² and gradients 2 W' (W theta - y)."""
    product, first, count, size = at[0], n[0], n[1], n[3]
    theta, gradient, loss = f4(at[1], (count * size,)), f4(at[2], (count * size,)), f4(at[3], (count,))
    matrix = f4(at[4] + 4 * first * size * size, (count * size * size,))  # W (B, n, n)
    turned = f4(at[5] + 4 * first * size * size, (count * size * size,))  # W'
    target, residual = f4(at[6] + 4 * first * size, (count * size,)), f4(at[7], (size,))  # y (B, n)
    for p in range(count):
        multiply(product, theta, p * size, size, 1, turned, p * size * size, size, residual, 0, size, 1, size, size, 0)
        loss[p] = distance(residual, part(target, p * size, size))
        multiply(
            product, residual, 0, size, 1, matrix, p * size * size, size, gradient, p * size, size, 1, size, size, 0
        )
    return 0


@piece
def distance(residual, target):
    """Return |r - y|²; r becomes twice the difference."""
    total = ZERO
    for i in range(len(residual)):
        v = residual[i] - target[i]
        total += v * v
        residual[i] = v + v
    return total


def networks(at, n, real):
    """Mean losses of networks over a minibatch or over the test's examples, and gradients by back-propagation."""
    product, first, count, t = at[0], n[0], n[1], n[2]
    size, pictured, layers, activation, classifies, updates, problems = n[3], n[4], n[5], n[6], n[7], n[8], n[9]
    examples = n[10] if t >= 0 else n[11]  # N
    theta, gradient, loss = f4(at[1], (count * size,)), f4(at[2], (count * size,)), f4(at[3], (count,))
    sizes = i8(at[4], (layers + 1,))  # D, units of each hidden layer, o
    inputs, outputs = sizes[0], sizes[layers]
    seen = f4(at[10], (n[12],))  # X (N, D), what each layer gives (N, h), and the outputs (N, o)
    delta, below = f4(at[11], (n[13],)), f4(at[12], (n[13],))  # (N, h) each
    turned = f4(at[13], (n[14],))  # W' (d, h) of a layer
    for p in range(count):
        whose = first + p
        batch = (min(t, updates - 1) * problems + whose if t >= 0 else whose) * examples
        rows, right = (at[6], at[7]) if t >= 0 else (at[8], at[9])
        if n[15] != rows or n[16] != batch:  # else they lie there already
            if pictured:
                pictures(u1(at[5], (n[17],)), i4(rows + 4 * batch, (examples,)), seen, inputs, F4(real[0]), F4(real[1]))
            else:
                copied(f4(rows + 4 * batch * inputs, (examples * inputs,)), part(seen, 0, examples * inputs))
            n[15], n[16] = rows, batch
        forth(product, sizes, layers, activation, theta, p * size, seen, examples, turned)
        last = part(seen, length(sizes, layers, examples), examples * outputs)
        slopes = part(delta, 0, examples * outputs)
        if classifies:
            loss[p] = entropies(last, u1(right + batch, (examples,)), slopes, part(below, 0, examples))
        else:
            loss[p] = squares(last, f4(right + 4 * batch * outputs, (examples * outputs,)), slopes)
        back(product, sizes, layers, activation, theta, p * size, seen, examples, delta, below, gradient)
    return 0


@piece
def pictures(every, rows, seen, pixels, mean, share):
    """Write the pictures of `rows` (N,) out of all bytes: X (N, D)."""
    for i in range(len(rows)):
        picture(part(every, rows[i] * pixels, pixels), part(seen, i * pixels, pixels), mean, share)


@piece
def picture(grey, x, mean, share):
    """Write (grey - mean) share."""
    for d in range(len(x)):
        x[d] = (F4(grey[d]) - mean) * share


@piece
def length(sizes, layers, examples):
    """Return how many numbers of `seen` lie before the outputs of layer `layers`."""
    total = 0
    for layer in range(layers):
        total += sizes[layer] * examples
    return total


@piece
def forth(product, sizes, layers, activation, theta, at, seen, examples, turned):
    """Write what each layer gives, activation(X W' + b) (N, h), behind its inputs X (N, d)."""
    here = 0
    for layer in range(layers):
        d, h = sizes[layer], sizes[layer + 1]
        there = here + examples * d
        turn(theta, at, d, turned, 0, h, h, d)
        repeated(part(theta, at + h * d, h), part(seen, there, examples * h))
        multiply(product, seen, here, d, 1, turned, 0, h, seen, there, h, examples, h, d, 1)
        if layer < layers - 1:
            activated(part(seen, there, examples * h), activation)
        here, at = there, at + h * d + h


@piece
def repeated(bias, rows):
    """Write b (h,) into each of the rows (N, h)."""
    h = len(bias)
    for i in range(len(rows) // h):
        copied(bias, part(rows, i * h, h))


@piece
def activated(x, activation):
    """Replace x by its sigmoid, tanh or rectified value: 0, 1 or 2."""
    if activation == 0:
        for i in range(len(x)):
            x[i] = sigmoid(x[i])
    elif activation == 1:
        for i in range(len(x)):
            x[i] = tanh(x[i])
    else:
        for i in range(len(x)):
            x[i] = ZERO if x[i] < ZERO else x[i]  # NaN stays


@piece
def entropies(rows, labels, slopes, sums):
    """Return the mean cross-entropy of outputs (N, o), and its derivatives by them."""
    count = len(labels)
    o, share = len(rows) // count, ONE / F4(count)
    loss = ZERO
    for i in range(count):
        row = part(rows, i * o, o)
        top = row[0]
        for k in range(o):
            top = larger(top, row[k])
        loss += top - row[labels[i]]
        sums[i] = top
    for i in range(count):
        top = sums[i]
        for k in range(i * o, i * o + o):
            slopes[k] = rows[k] - top
    exponentials(slopes)
    for i in range(count):
        row = part(slopes, i * o, o)
        total = ZERO
        for k in range(o):
            total += row[k]
        sums[i] = total
        divided = share / total
        for k in range(o):
            row[k] *= divided
        row[labels[i]] -= share
    return (loss + logarithms(sums)) * share if finite(rows) else F4(math.nan)  # `larger` does not mind NaN


@piece
def exponentials(x):
    """Replace x by e^x."""
    for i in range(len(x)):
        x[i] = exponential(x[i])


@piece
def logarithms(x):
    """Return the sum of log x."""
    total = ZERO
    for i in range(len(x)):
        total += logarithm(x[i])
    return total


@piece
def finite(x):
    """Return whether no number is NaN or infinite."""
    bad = 0
    for i in range(len(x)):
        bad += 0 if abs(x[i]) <= HUGE else 1
    return bad == 0


@piece
def squares(rows, targets, slopes):
    """Return the mean of (outputs - targets)², (N, o) each, and its derivatives by the outputs."""
    share, loss = ONE / F4(len(rows)), ZERO
    for i in range(len(rows)):
        error = rows[i] - targets[i]
        loss += error * error
        slopes[i] = TWO * share * error
    return loss * share


@piece
def back(product, sizes, layers, activation, theta, at, seen, examples, delta, below, gradient):
    """Write the gradient of each layer: D' X (h, d) of its weights, from derivatives D (N, h) by its outputs."""
    where, here = at, length(sizes, layers, examples)
    for layer in range(layers):
        where += (sizes[layer] + 1) * sizes[layer + 1]
    for layer in range(layers - 1, -1, -1):
        d, h = sizes[layer], sizes[layer + 1]
        where, here = where - h * d - h, here - examples * d
        sums_of_columns(part(delta, 0, examples * h), part(gradient, where + h * d, h))
        for begin in range(0, d, BLOCK):
            wide = min(BLOCK, d - begin)
            multiply(product, delta, 0, 1, h, seen, here + begin, d, gradient, where + begin, d, h, wide, examples, 0)
        if layer > 0:
            multiply(product, delta, 0, h, 1, theta, where, d, below, 0, d, examples, d, h, 0)
            through(part(below, 0, examples * d), part(seen, here, examples * d), activation)
            delta, below = below, delta


@piece
def sums_of_columns(rows, sums):
    """Write the sums (h,) of rows (N, h)."""
    h = len(sums)
    copied(part(rows, 0, h), sums)
    for i in range(1, len(rows) // h):
        plus(part(rows, i * h, h), sums)


@piece
def plus(a, b):
    """b += a."""
    for i in range(len(a)):
        b[i] += a[i]


@piece
def through(delta, y, activation):
    """Turn derivatives by an activation's output y into those by its input."""
    if activation == 0:
        for i in range(len(y)):
            delta[i] *= y[i] * (ONE - y[i])
    elif activation == 1:
        for i in range(len(y)):
            delta[i] *= ONE - y[i] * y[i]
    else:
        for i in range(len(y)):
            delta[i] *= ONE if y[i] > ZERO else ZERO


@piece
def evaluate(function, tables, first, count, t, theta, gradient, loss):
    """Have a kernel of problems write the gradients and losses of `count` problems at theta."""
    at, n = i8(tables[1], (4,)), i8(tables[2], (3,))
    at[1], at[2], at[3] = address_of(theta), address_of(gradient), address_of(loss)
    n[0], n[1], n[2] = first, count, t
    call(function, tables[1], tables[2], tables[3])


def descend(at, n, real):
    """Do T updates theta - rate direction on each problem with each rate; see `rivals.descend`."""
    problems, size, rates, updates, rule, kept = n[0], n[1], n[2], n[3], n[4], n[5]
    tables = (n[6], n[7], n[8], n[9])
    start, rate = f4(at[2], (problems * size,)), f4(at[3], (rates,))
    losses, tests = f4(at[4], ((updates + 1) * rates * problems,)), f4(at[5], (rates * problems,))
    ends, stopped = f4(at[6], (rates * problems * size,)), i8(at[7], (rates * problems,))
    keep, path = i8(at[8], (kept,)), f4(at[9], ((updates + 1) * rates * kept,))
    state, found = f4(at[10], (rates * 4 * size,)), f4(at[11], (size + 1,))  # for each rate: theta, last theta, m, v
    gradient, loss = part(found, 0, size), part(found, size, 1)
    for p in range(problems):
        for k in range(rates):
            stopped[k * problems + p] = -1
            begun(part(start, p * size, size), part(state, k * 4 * size, 4 * size))
        for t in range(updates + 1):
            for k in range(rates):
                place, own = k * problems + p, k * 4 * size
                theta, last = part(state, own, size), part(state, own + size, size)
                if stopped[place] < 0:
                    evaluate(tables[0], tables, p, 1, min(t, updates - 1), theta, gradient, loss)
                    if not (loss[0] <= LIMIT and finite(gradient)):
                        stopped[place] = t
                        copied(last, theta)
                losses[t * rates * problems + place] = loss[0] if stopped[place] < 0 else LIMIT
                keeps(keep, p * size, theta, part(path, (t * rates + k) * kept, kept))
                if t < updates and stopped[place] < 0:
                    copied(theta, last)
                    m, v = part(state, own + 2 * size, size), part(state, own + 3 * size, size)
                    moved(rule, theta, gradient, m, v, rate[k], t + 1)
        for k in range(rates):
            place, own = k * problems + p, k * 4 * size
            theta = part(state, own, size)
            evaluate(tables[0], tables, p, 1, -1, theta, gradient, loss)
            tests[place] = loss[0] if stopped[place] < 0 and loss[0] <= LIMIT else LIMIT
            copied(theta, part(ends, place * size, size))
    return 0


@piece
def begun(start, state):
    """Begin at a start (n,): theta and last theta; m and v are 0."""
    size = len(start)
    cleared(state)
    copied(start, part(state, 0, size))
    copied(start, part(state, size, size))


@piece
def keeps(keep, first, theta, path):
    """Write those of the coordinates `keep` that are in theta, the coordinates from `first` on."""
    for c in range(len(keep)):
        if first <= keep[c] < first + len(theta):
            path[c] = theta[keep[c] - first]


@piece
def moved(rule, theta, gradient, m, v, rate, t):
    """Do the t-th update of theta by sgd, nesterov, rmsprop or adam: 0 to 3."""
    if rule == 0:
        for i in range(len(theta)):
            theta[i] -= rate * gradient[i]
    elif rule == 1:
        nesterov(theta, gradient, m, rate)
    elif rule == 2:
        rmsprop(theta, gradient, v, rate)
    else:
        adam(theta, gradient, m, v, rate, ONE / F4(1 - 0.9**t), ONE / F4(1 - 0.999**t))


@piece
def nesterov(theta, gradient, m, rate):
    """Momentum of 0.9: v = 0.9 v + g, direction g + 0.9 v."""
    for i in range(len(theta)):
        momentum = F4(0.9) * m[i] + gradient[i]
        m[i] = momentum
        theta[i] -= rate * (gradient[i] + F4(0.9) * momentum)


@piece
def rmsprop(theta, gradient, v, rate):
    """v = 0.99 v + 0.01 g², direction g / (sqrt v + eps)."""
    for i in range(len(theta)):
        mean = F4(0.99) * v[i] + F4(1 - 0.99) * gradient[i] * gradient[i]
        v[i] = mean
        theta[i] -= rate * gradient[i] / (math.sqrt(mean) + F4(1e-8))


@piece
def adam(theta, gradient, m, v, rate, first, second):
    """Direction m-hat / (sqrt v-hat + eps); `first` and `second` are what corrects the moments' bias."""
    for i in range(len(theta)):
        mean = m[i] + F4(1 - 0.9) * (gradient[i] - m[i])
        spread = F4(0.999) * v[i] + F4(1 - 0.999) * gradient[i] * gradient[i]
        m[i], v[i] = mean, spread
        theta[i] -= rate * (mean * first) / (math.sqrt(spread * second) + F4(1e-8))
