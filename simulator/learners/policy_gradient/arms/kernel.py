"""Meta-steps of starts on two arms as a compiled kernel, in double precision: the twin of `bandit` and of `comparing`.

Random numbers are those that torch draws for the twin. Letters: M starts, each of which follows one kind of estimate; T
tasks that there are and N that are drawn, K pulls, O outcomes.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from metascope.simulator.engine.compiling.functions import exponential8
from metascope.simulator.engine.compiling.twister import STATE, even, seeded, words
from metascope.simulator.engine.compiling.writing import copied, exact_piece, f8, i8, piece

KINDS = 5  # first order, surrogate, E-MAML, DiCE, exact: the order of `comparison.ESTIMATES`
EXACT = KINDS - 1
LEVELS = 12  # powers of two of which means are kept
COUNT, TOTAL = 0, 1  # where these stand in a row of estimates
SQUARES, MEANS = TOTAL + KINDS, TOTAL + 2 * KINDS
ROW = MEANS + LEVELS * KINDS
BEFORE, AFTER, SLOPE, EXPECTED = 0, 1, 2, 3  # what is measured of a start
ABOUT = 4
OF_OUTCOMES, OF_TASKS = 6, 11  # rows of room


class Rules(NamedTuple):
    """How a policy adapts, and what there is to count."""

    rate: float  # alpha
    baseline: float  # b
    pays: Any  # (T, 2)
    counts: Any  # (O, 4): A unpaid and paid, B unpaid and paid
    ways: Any  # (O,)
    paid: Any  # (T, O): how likely each outcome's payments are, given its pulls
    outcomes: Any  # (OF_OUTCOMES, O): room
    powers: Any  # (2, K + 1): room


class Room(NamedTuple):
    """Room for tasks that are drawn."""

    words: Any  # (N (8 K + 1),)
    numbers: Any  # (4 K, N)
    often: Any  # (2, N): how often each arm pays
    lanes: Any  # (OF_TASKS, N)


def meta_steps(at, n, real):
    """Do up to `count` meta-steps; return how many before one whose starts are not finite. Measure the starts."""
    count, updates, pulled, draws, pulls, outcomes, tasks, starts = n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]
    most = max(pulled, draws)
    state, before, own = i8(at[0], (STATE,)), i8(at[1], (STATE,)), i8(at[2], (STATE,))
    seeds, kinds = i8(at[3], (count,)), i8(at[4], (starts,))
    phi = f8(at[5], (count + 1, starts))  # before the first meta-step, then after each
    estimates = f8(at[6], (count + 1, ROW))
    measured = f8(at[7], (count + 1, starts, ABOUT))
    rules = Rules(
        real[0], real[1], f8(at[8], (tasks, 2)), f8(at[9], (outcomes, 4)), f8(at[10], (outcomes,)),
        f8(at[11], (tasks, outcomes)), f8(at[12], (OF_OUTCOMES, outcomes)), f8(at[13], (2, pulls + 1)),
    )  # fmt: skip
    room = Room(
        i8(at[14], (most * (8 * pulls + 1),)), f8(at[15], (4 * pulls * most,)), f8(at[16], (2 * most,)),
        f8(at[17], (OF_TASKS * most,)),
    )  # fmt: skip
    about = f8(at[18], (ABOUT,))
    outer_rate, place = real[2], real[3]
    counted(rules, place, EXACT, about)
    exact = about[SLOPE]
    for m in range(starts):
        counted(rules, phi[0, m], kinds[m], measured[0, m])
    for i in range(count):
        copied(state, before)
        copied(phi[i], phi[i + 1])
        copied(estimates[i], estimates[i + 1])
        seeded(own, seeds[i])
        draw(own, rules, room, draws, pulls)
        estimate(rules, room, draws, pulls, place)
        take(estimates[i + 1], room.lanes, draws, exact)
        for _ in range(updates):
            draw(state, rules, room, pulled, pulls)
            for m in range(starts):
                kind = kinds[m]
                if kind == EXACT:
                    counted(rules, phi[i + 1, m], EXACT, about)
                    slope = about[SLOPE]
                else:
                    estimate(rules, room, pulled, pulls, phi[i + 1, m])
                    slope = mean(room.lanes[kind * pulled : (kind + 1) * pulled])
                phi[i + 1, m] += outer_rate * slope
        for m in range(starts):
            if not abs(phi[i + 1, m]) < math.inf:
                copied(before, state)
                return i
        for m in range(starts):
            counted(rules, phi[i + 1, m], kinds[m], measured[i + 1, m])
    return count


@piece
def draw(state, rules, room, count, pulls):
    """Draw which of the tasks are pulled, and the numbers of the pulls, as `torch.randint` and `torch.rand` do."""
    tasks, drawn = len(rules.pays), room.words[: count * (8 * pulls + 1)]
    words(state, drawn)
    for i in range(count):
        task = drawn[i] % tasks
        room.often[i], room.often[count + i] = rules.pays[task, 0], rules.pays[task, 1]
    at = count
    for q in range(4):
        for i in range(count):
            for k in range(pulls):
                room.numbers[(q * pulls + k) * count + i] = even(drawn[at], drawn[at + 1])
                at += 2


@piece
def likely(phi):
    """sigma(phi)."""
    return 1.0 / (1.0 + exponential8(-phi))


@piece
def beside(rules, phi):
    """Return what a pull pays on average without adapting."""
    pi, a, b = likely(phi), 0.0, 0.0
    for t in range(len(rules.pays)):
        a += rules.pays[t, 0]
        b += rules.pays[t, 1]
    return (a + (b - a) * pi) / len(rules.pays)


@piece
def estimate(rules, room, count, pulls, phi):
    """Write one estimate of the derivative by each kind but the exact one, on each task, into the first lanes."""
    lanes, often, numbers, n = room.lanes, room.often, room.numbers, count
    pi, each = likely(phi), 1.0 / pulls
    a, b = often[:n], often[n : 2 * n]
    worth_of, gradient = lanes[4 * n : 5 * n], lanes[5 * n : 6 * n]
    squares, scores = lanes[6 * n : 7 * n], lanes[7 * n : 8 * n]
    after, v, gain = lanes[8 * n : 9 * n], lanes[9 * n : 10 * n], lanes[10 * n : 11 * n]
    for lane in range(4 * n, 11 * n):
        lanes[lane] = 0.0
    for k in range(pulls):
        second = (pulls + k) * n
        pull(numbers[k * n : k * n + n], numbers[second : second + n], a, b, pi, rules.baseline,
             worth_of, gradient, squares, scores)  # fmt: skip
    adapt(gradient, phi, rules.rate * each, after)
    for k in range(pulls):
        first, second = (2 * pulls + k) * n, (3 * pulls + k) * n
        pull_again(numbers[first : first + n], numbers[second : second + n], a, b, after, rules.baseline, v, gain)
    combine(v, gain, worth_of, squares, scores, each, rules.rate, pi, beside(rules, phi),
            lanes[:n], lanes[n : 2 * n], lanes[2 * n : 3 * n], lanes[3 * n : 4 * n])  # fmt: skip


@exact_piece
def pull(chooses, pays, a, b, pi, baseline, worth_of, gradient, squares, scores):
    """Pull on each task for a policy before its step: add up what its estimates are made of."""
    for i in range(len(a)):
        arm = 1.0 if chooses[i] < pi else 0.0
        often = a[i] + (b[i] - a[i]) * arm
        better = (1.0 if pays[i] < often else 0.0) - baseline
        score = arm - pi
        worth_of[i] += better
        gradient[i] += better * score
        squares[i] += better * (score * score)
        scores[i] += score


@exact_piece
def adapt(gradient, phi, rate, after):
    """Write how likely arm B is after the step."""
    for i in range(len(gradient)):
        after[i] = 1.0 / (1.0 + exponential8(-(phi + rate * gradient[i])))


@exact_piece
def pull_again(chooses, pays, a, b, after, baseline, v, gain):
    """Pull on each task after the step."""
    for i in range(len(a)):
        arm = 1.0 if chooses[i] < after[i] else 0.0
        often = a[i] + (b[i] - a[i]) * arm
        paid = 1.0 if pays[i] < often else 0.0
        v[i] += (paid - baseline) * (arm - after[i])
        gain[i] += paid


@exact_piece
def combine(v, gain, worth_of, squares, scores, each, rate, pi, beside, first_order, surrogate, e_maml, dice):
    """Write one estimate by each kind but the exact one."""
    for i in range(len(v)):
        slope = v[i] * each
        bent = 1.0 - rate * (worth_of[i] * each) * pi * (1.0 - pi)
        first_order[i], surrogate[i] = slope, slope * bent
        e_maml[i] = slope * bent + (gain[i] * each - beside) * scores[i]
        dice[i] = slope * (bent + rate * (squares[i] * each))


@exact_piece
def mean(values):
    """Return the mean."""
    total = 0.0
    for i in range(len(values)):
        total += values[i]
    return total / len(values)


@piece
def take(row, lanes, count, exact):
    """Count one estimate after the other, as `Estimates.take` does."""
    for i in range(count):
        row[COUNT] += 1.0
        number = int(row[COUNT])
        level = 0
        while number >> (level + 1) > 0:
            level += 1
        keeps = number == 1 << level and level < LEVELS
        for kind in range(KINDS):
            found = exact if kind == EXACT else lanes[kind * count + i]
            row[TOTAL + kind] += found
            row[SQUARES + kind] += found * found
            if keeps:
                row[MEANS + level * KINDS + kind] = row[TOTAL + kind] / row[COUNT]


@piece
def counted(rules, phi, kind, about):
    """Count every outcome: write what a start is worth before and after, its derivative, and the mean estimate."""
    pi, compared, powers = likely(phi), beside(rules, phi), rules.powers
    powers[0, 0] = powers[1, 0] = 1.0
    for k in range(1, powers.shape[1]):
        powers[0, k], powers[1, k] = powers[0, k - 1] * (1.0 - pi), powers[1, k - 1] * pi
    pulls, size = powers.shape[1] - 1, len(rules.ways)
    chosen, after, bent = rules.outcomes[0], rules.outcomes[1], rules.outcomes[2]
    score, drawn, counts = rules.outcomes[3], rules.outcomes[4], rules.counts
    for o in range(size):
        pulled_a, pulled_b = counts[o, 0] + counts[o, 1], counts[o, 2] + counts[o, 3]
        a, b = counts[o, 1] - rules.baseline * pulled_a, counts[o, 3] - rules.baseline * pulled_b
        chosen[o] = powers[1, int(pulled_b)] * powers[0, int(pulled_a)] * rules.ways[o]
        after[o] = (b * (1.0 - pi) - a * pi) / pulls
        score[o] = pulled_b * (1.0 - pi) - pulled_a * pi
        bent[o] = 1.0 - rules.rate * (a + b) / pulls * pi * (1.0 - pi)
        drawn[o] = rules.rate / pulls * (b * (1.0 - pi) * (1.0 - pi) + a * pi * pi)
    adapt(after, phi, rules.rate, rules.outcomes[5])
    value, slope, expected = 0.0, 0.0, 0.0
    for t in range(len(rules.pays)):
        v, s, e = over_outcomes(
            rules.pays[t, 0], rules.pays[t, 1], rules.paid[t], chosen, rules.outcomes[5], bent, score, drawn, compared,
            kind,
        )  # fmt: skip
        value, slope, expected = value + v, slope + s, expected + e
    tasks = len(rules.pays)
    about[BEFORE], about[AFTER], about[SLOPE] = compared, value / tasks, slope / tasks
    about[EXPECTED] = about[SLOPE] if kind == EXACT else expected / tasks


@exact_piece
def over_outcomes(a, b, paid, chosen, after, bent, score, drawn, compared, kind):
    """Sum over the outcomes on a task: what the start is worth, its derivative, and the estimates of a kind."""
    value, slope, expected = 0.0, 0.0, 0.0
    for o in range(len(chosen)):
        chance, pi = chosen[o] * paid[o], after[o]
        worth, rise = a + (b - a) * pi, (b - a) * pi * (1.0 - pi)
        factor = 1.0 if kind == 0 else bent[o] + drawn[o] if kind == 3 else bent[o]
        extra = score[o] if kind == 2 else 0.0
        value += chance * worth
        slope += chance * (rise * bent[o] + worth * score[o])
        expected += chance * (factor * rise + extra * (worth - compared))
    return value, slope, expected
