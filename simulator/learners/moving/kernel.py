"""What kernels move a vector of weights with: `learners.rules`, each in one pass. Imports numba."""

from __future__ import annotations

import math

from metascope.simulator.engine.compiling.writing import F4, piece
from metascope.simulator.learners.rules import Adam, GravesRmsProp, RmsProp

_ZERO, _ONE = F4(0), F4(1)
_GRAVES, _RMSPROP = GravesRmsProp.NUMBER, RmsProp.NUMBER
_DECAY, _REST, _MOMENTUM = F4(RmsProp.ALPHA), F4(1 - RmsProp.ALPHA), F4(RmsProp.MOMENTUM)
_GRAVES_DECAY, _GRAVES_REST = F4(GravesRmsProp.DECAY), F4(1 - GravesRmsProp.DECAY)
_GRAVES_MOMENTUM, _GRAVES_EPS = F4(GravesRmsProp.MOMENTUM), F4(GravesRmsProp.EPS)
_BETA_1, _BETA_2 = Adam.BETA_1, Adam.BETA_2
_ADAM_DECAY, _REST_1, _REST_2, _ADAM_EPS = F4(_BETA_2), F4(1 - _BETA_1), F4(1 - _BETA_2), F4(Adam.EPS)


@piece
def total(numbers):
    """The sum of numbers (n,)."""
    found = _ZERO
    for i in range(len(numbers)):
        found += numbers[i]
    return found


@piece
def clip(gradient, largest, by_norm):
    """Clip each element to +- `largest`, or the norm to `largest`."""
    if not by_norm:
        for i in range(len(gradient)):
            gradient[i] = min(max(gradient[i], -largest), largest)
        return
    square = _ZERO
    for i in range(len(gradient)):
        square += gradient[i] * gradient[i]
    norm = math.sqrt(square)
    if norm > largest:
        share = largest / norm
        for i in range(len(gradient)):
            gradient[i] *= share


@piece
def move(rule, vector, gradient, first, second, third, powers, rate, eps):
    """Move a vector (n,) by the rule of this number.

    Args:
        first, second, third: the rule's memory in its order, (n,) each; rules with less take no notice of the others.
        powers: of Adam's betas, one for each step done so far, (2,).
    """
    if rule == _RMSPROP:
        _rmsprop(vector, gradient, first, second, rate, eps)
    elif rule == _GRAVES:
        _graves(vector, gradient, first, second, third, rate)
    else:
        powers[0] *= _BETA_1
        powers[1] *= _BETA_2
        _adam(vector, gradient, first, second, F4(math.sqrt(1 - powers[1])), F4(rate / (1 - powers[0])))


@piece
def _rmsprop(vector, gradient, square, momentum, rate, eps):
    for i in range(len(vector)):
        g = gradient[i]
        square[i] = _DECAY * square[i] + _REST * g * g
        momentum[i] = _MOMENTUM * momentum[i] + g / (math.sqrt(square[i]) + eps)
        vector[i] -= rate * momentum[i]


@piece
def _graves(vector, gradient, square, mean, momentum, rate):
    for i in range(len(vector)):
        g = gradient[i]
        square[i] = _GRAVES_DECAY * square[i] + _GRAVES_REST * g * g
        mean[i] += _GRAVES_REST * (g - mean[i])
        root = math.sqrt(square[i] - mean[i] * mean[i] + _GRAVES_EPS)
        momentum[i] = _GRAVES_MOMENTUM * momentum[i] - rate * g / root
        vector[i] += momentum[i]


@piece
def _adam(vector, gradient, first, second, spread, rate):
    for i in range(len(vector)):
        g = gradient[i]
        first[i] += _REST_1 * (g - first[i])
        second[i] = _ADAM_DECAY * second[i] + _REST_2 * g * g
        vector[i] -= rate * first[i] / (math.sqrt(second[i]) / spread + _ADAM_EPS)
