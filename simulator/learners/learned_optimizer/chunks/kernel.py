"""K updates of an optimizer that is an LSTM, on many problems, their meta-gradient, and Adam's step, in one call.

Readable twins: `unrolling.chunk`, `walk`, `outer`. Coordinates lie along lanes, in strips of one width. A group of
strips holds whole problems: several small ones in one strip, whose tape is kept for the way back; or one large problem
in many strips, whose updates are computed once more on the way back, strip by strip.

Letters: B problems of n coordinates; G groups of P problems and S strips of w lanes; K updates, T in all.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from metascope.simulator.engine.compiling.writing import F4, cleared, copied, f4, f8, i8, part, piece
from metascope.simulator.learners.descent.kernel import LIMIT, adam, evaluate, finite
from metascope.simulator.learners.learned_optimizer.lanes.kernel import Form, Tape, load, pack, save, unpack, update
from metascope.simulator.learners.learned_optimizer.returning.kernel import Back, collect, return_way, wide_of

ONE = F4(1)
SUM, FINAL = 1, 2  # values of `back`


class Plan(NamedTuple):
    """What is to be done."""

    problems: int  # B
    size: int  # n
    each: int  # P
    strips: int  # S
    groups: int  # G
    steps: int  # K
    done: int  # updates before
    updates: int  # T
    back: int  # 0: only forth; 1: the meta-loss is the sum of the losses; 2: it is that of the test at the end
    records: int  # whether the moves of all updates are kept, instead of those of the last
    tests: int  # whether the test's losses are wanted


class Course(NamedTuple):
    """Where the problems are, at each moment, and what the optimizer remembers. N = G S w lanes."""

    memory: object  # (G S, L, 2, H, w): h and c
    memory_before: object  # as it was at the first moment
    gates: object  # (2, N): z^f and z^i of the last update
    gates_before: object
    theta: object  # (moments, N)
    gradient: object  # (moments, N)
    losses: object  # (moments, B)
    stopped: object  # (B,): the update at which a problem diverged, or -1
    moves: object  # (1 or moments - 1, 3, N): z^f, z^i, z
    end: object  # (N,): gradients of the test
    tests: object  # (B,): its losses
    spread: object  # (w,): each lane's loss
    spare: object  # (w,)


class Found(NamedTuple):
    """Derivatives of the meta-loss, summed over problems."""

    weights: object  # by the optimizer's weights
    start: object  # by the start, where it is learned: (n,) or (0,)
    heads: object  # (3, E), see `lanes.pack`


def chunk(at, n, real):
    """Do K updates, and where `back` is set find the meta-gradient; where `steers` is set, do a step of Adam with it.

    Returns 0; -1: the meta-gradient is not finite; -2: a weight is not; or 4 t + which: at update t, z^f, z^i or z.
    """
    form = Form(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13], n[14])
    plan = Plan(n[15], n[16], n[17], n[18], n[19], n[20], n[21], n[22], n[23], n[24], n[25])
    last, steers, weights, starts, moments = n[26], n[27], n[28], n[29], n[30]
    problem = (n[31], n[32], n[33], n[34])  # see `descent.kernel.evaluate`
    problems, layers, units, w, m = plan.problems, form.layers, form.units, form.width, form.moments
    apart, records = plan.groups * plan.strips * w, moments - 1 if plan.records else 1
    remembered = plan.groups * plan.strips * layers * 2 * units * w
    vector, gradient = f4(at[2], (weights + starts,)), f4(at[3], (weights + starts,))
    first, second, count = f4(at[4], (weights + starts,)), f4(at[5], (weights + starts,)), f4(at[6], (1,))
    told = f8(at[7], (2,))  # the meta-loss, and the norm of the meta-gradient
    course = Course(
        f4(at[8], (remembered,)), f4(at[9], (remembered,)), f4(at[10], (2 * apart,)), f4(at[11], (2 * apart,)),
        f4(at[12], (moments * apart,)), f4(at[13], (moments * apart,)), f4(at[14], (moments * problems,)),
        i8(at[15], (problems,)), f4(at[16], (records * 3 * apart,)), f4(at[17], (apart,)), f4(at[18], (problems,)),
        f4(at[19], (w,)), f4(at[20], (w,)),
    )  # fmt: skip
    each = layers * units * w  # numbers that all units of all layers have
    tape = Tape(
        f4(at[21], (layers * (m + 1) * form.rows * w,)), f4(at[22], (m * 4 * each,)), f4(at[23], ((m + 1) * each,)),
        f4(at[24], (m * each,)), f4(at[25], ((m + 1) * form.wide * w,)), f4(at[26], (m * 3 * w,)),
    )  # fmt: skip
    way = Back(
        f4(at[27], (w,)), f4(at[28], (3 * w,)), f4(at[29], (form.wide * w,)), f4(at[30], (2 * each,)),
        f4(at[31], (each,)), f4(at[32], (w * max(form.rows, form.wide),)),
        f4(at[33], (layers * 4 * units * wide_of(form),)), f4(at[34], (4 * each,)), f4(at[35], (3 * form.columns,)),
    )  # fmt: skip
    heads = f4(at[36], (3 * form.columns,))
    found = Found(part(gradient, 0, weights), part(gradient, weights, starts), f4(at[37], (3 * form.columns,)))
    if not finite(vector):
        return -2
    pack(form, vector, real[0], heads)
    begin_at(plan, course, last, apart)
    cleared(gradient)
    cleared(found.heads)
    alive = running(course.stopped)
    total, wrong = 0.0, 0
    for g in range(plan.groups):
        loss, lost = forth(at[0], form, plan, course, tape, vector, heads, problem, g)
        total += loss
        wrong = lost if lost > 0 and (wrong == 0 or lost < wrong) else wrong
        if plan.back and wrong == 0:
            back(at[0], form, plan, course, tape, way, vector, heads, found, g)
    if wrong or not plan.back:
        return wrong
    unpack(form, found.heads, real[0], found.weights)
    scaled(gradient, ONE / F4(max(alive, 1)))
    told[0], told[1] = total / alive if alive else math.nan, length(gradient)
    if not finite(found.weights):
        return -1
    if steers:
        count[0] += ONE
        scaled(gradient, F4(min(real[2] / told[1], 1.0)))  # clipped; where there is none, nothing to divide by
        corrections = ONE / F4(1 - 0.9 ** count[0]), ONE / F4(1 - 0.999 ** count[0])
        adam(vector, gradient, first, second, F4(real[1]), corrections[0], corrections[1])
    return 0


chunk.interleaved = 4


@piece
def begin_at(plan, course, last, lanes):
    """Make the moment `last` the first one."""
    if last > 0:
        copied(part(course.theta, last * lanes, lanes), part(course.theta, 0, lanes))
        copied(part(course.gradient, last * lanes, lanes), part(course.gradient, 0, lanes))
        copied(part(course.losses, last * plan.problems, plan.problems), part(course.losses, 0, plan.problems))


@piece
def running(stopped):
    """Return how many problems have not diverged."""
    count = 0
    for p in range(len(stopped)):
        count += 1 if stopped[p] < 0 else 0
    return count


@piece
def scaled(x, by):
    """x *= by."""
    for i in range(len(x)):
        x[i] *= by


@piece
def length(x):
    """Return the norm of x."""
    total = 0.0
    for i in range(len(x)):
        total += float(x[i]) * float(x[i])
    return math.sqrt(total)


@piece
def forth(product, form, plan, course, tape, vector, heads, problem, g):
    """Do a group's updates. Return the sum of its losses that count, and what was lost at which update, or 0."""
    w, strips = form.width, plan.strips
    apart, lane, first = plan.groups * strips * w, g * strips * w, g * plan.each
    count, kept = min(plan.each, plan.problems - first), plan.back > 0 and strips == 1
    if plan.back and strips > 1:
        remember(form, plan, course, g)
    if kept:
        load(form, course.memory, g, course.gates, lane, apart, tape)
    total, wrong = 0.0, 0
    for t in range(plan.steps):
        for s in range(strips):
            if not kept:
                load(form, course.memory, g * strips + s, course.gates, lane + s * w, apart, tape)
            after = part(course.theta, (t + 1) * apart + lane + s * w, w)
            update_strip(product, form, plan, course, tape, vector, heads, t if kept else 0, t, g, s, after)
            if not kept:
                save(form, 1, course.memory, g * strips + s, course.gates, lane + s * w, apart, tape)
        now, t_next = (t + 1) * apart + lane, min(plan.done + t + 1, plan.updates - 1)
        losses = part(course.losses, (t + 1) * plan.problems + first, count)
        there, slopes = part(course.theta, now, count * plan.size), part(course.gradient, now, count * plan.size)
        evaluate(problem[0], problem, first, count, t_next, there, slopes, losses)
        loss, lost = judge(form, plan, course, t, g, first, count)
        total += loss
        wrong = lost if wrong == 0 else wrong
    if kept:
        save(form, plan.steps, course.memory, g, course.gates, lane, apart, tape)
    if plan.back == FINAL or plan.tests:
        there = part(course.theta, plan.steps * apart + lane, count * plan.size)
        slopes, losses = part(course.end, lane, count * plan.size), part(course.tests, first, count)
        evaluate(problem[0], problem, first, count, -1, there, slopes, losses)
    if plan.back == FINAL:
        total = judge_end(plan, course, lane, first, count)
    return total, wrong


@piece
def remember(form, plan, course, g):
    """Keep a group's memory for the way back."""
    own, lanes = plan.strips * form.layers * 2 * form.units * form.width, plan.strips * form.width
    apart = plan.groups * lanes
    copied(part(course.memory, g * own, own), part(course.memory_before, g * own, own))
    for row in range(2):
        there = row * apart + g * lanes
        copied(part(course.gates, there, lanes), part(course.gates_before, there, lanes))


@piece
def update_strip(product, form, plan, course, tape, vector, heads, m, t, g, s, after):
    """Do the t-th update of strip s of a group, from moment m of the tape; theta (w,) goes to `after`."""
    w, problems = form.width, plan.problems
    apart, lane = plan.groups * plan.strips * w, (g * plan.strips + s) * w
    if form.sees_loss:
        first = g * plan.each
        count = min(plan.each, problems - first)
        spread(part(course.losses, t * problems + first, count), plan.size, plan.strips, course.spread)
    theta, gradient = part(course.theta, t * apart + lane, w), part(course.gradient, t * apart + lane, w)
    update(form, product, vector, heads, tape, m, theta, gradient, course.spread, after)
    record = 3 * apart * t if plan.records else 0
    for row in range(0 if form.gated else 2, 3):
        copied(part(tape.moves, (3 * m + row) * w, w), part(course.moves, record + row * apart + lane, w))


@piece
def spread(losses, size, strips, lanes):
    """Write each problem's loss to all of its lanes."""
    if strips > 1:
        for i in range(len(lanes)):
            lanes[i] = losses[0]
    else:
        for p in range(len(losses)):
            for i in range(p * size, p * size + size):
                lanes[i] = losses[p]


@piece
def judge(form, plan, course, t, g, first, count):
    """Stop the problems of a group that have just diverged: they stay at the last good point, with a gradient of 0.

    Return the sum of the others' losses, and 4 t + which where z^f, z^i or z is not finite at update t; or 0.
    """
    problems, lanes = plan.problems, plan.strips * form.width
    apart, total, wrong = plan.groups * lanes, 0.0, 0
    for p in range(count):
        q, now = first + p, (t + 1) * apart + g * lanes + p * plan.size
        slope, loss = part(course.gradient, now, plan.size), course.losses[(t + 1) * problems + q]
        if course.stopped[q] < 0 and not (loss <= LIMIT and finite(slope)):
            course.stopped[q] = plan.done + t + 1
            which = unfinished(form, course.moves, (3 * apart * t if plan.records else 0) + g * lanes, apart, lanes)
            wrong = 4 * (plan.done + t + 1) + which if which >= 0 else wrong
        if course.stopped[q] < 0:
            total += loss if plan.back == SUM else 0.0
        else:
            copied(part(course.theta, now - apart, plan.size), part(course.theta, now, plan.size))
            cleared(slope)
            course.losses[(t + 1) * problems + q] = course.losses[t * problems + q]
    return total, wrong


@piece
def unfinished(form, moves, lane, lanes, width):
    """Return which of z^f, z^i and z is not finite in some lane of a group; -1: all are."""
    for row in range(0 if form.gated else 2, 2 + form.proposes):
        if not finite(part(moves, lane + row * lanes, width)):
            return row
    return -1


@piece
def judge_end(plan, course, lane, first, count):
    """Return the sum of the test's losses that count; the gradients of the others become 0."""
    total = 0.0
    for p in range(count):
        slope, loss = part(course.end, lane + p * plan.size, plan.size), course.tests[first + p]
        if course.stopped[first + p] < 0 and loss <= LIMIT and finite(slope):
            total += loss
        else:
            cleared(slope)
    return total


@piece
def back(product, form, plan, course, tape, way, vector, heads, found, g):
    """Add the derivatives of a group's losses."""
    w, strips = form.width, plan.strips
    apart, coordinates = plan.groups * strips * w, min(plan.each, plan.problems - g * plan.each) * plan.size
    for s in range(strips):
        lane = (g * strips + s) * w
        if strips > 1:
            load(form, course.memory_before, g * strips + s, course.gates_before, lane, apart, tape)
            for t in range(plan.steps):
                update_strip(product, form, plan, course, tape, vector, heads, t, t, g, s, course.spare)
        return_way(
            form, product, vector, heads, tape, way, plan.steps, plan.back, course.theta, course.gradient, course.end,
            lane, apart,
        )  # fmt: skip
        collect(form, way, found.weights, found.heads)
        if len(found.start):
            by_start(way.theta, found.start, s * w, coordinates)


@piece
def by_start(theta, start, first, coordinates):
    """Add lambda (w,) of the coordinates from `first` on to the derivatives by the start (n,)."""
    size = len(start)
    place = first % size
    for i in range(min(len(theta), coordinates - first)):
        start[place] += theta[i]
        place = place + 1 if place + 1 < size else 0
