"""Says how kernels hold networks with one output, and what the numbers that they are given mean."""

from __future__ import annotations

LEARN, REPTILE, ADAPT = 0, 1, 2  # what is to be done
BENDS = {"relu": 0, "tanh": 1, "sigmoid": 2}
RULES = {"sgd": 0, "adam": 1}
ONE, EACH, LEARNED = 0, 1, 2  # rates of adapting: one for all, one for each parameter, or those learned too


def padded(width: int) -> int:
    """Return w, the numbers in a row for so many hidden units: whole vectors of 8 numbers, which products know too."""
    return -(-width // 8) * 8


def rows(inputs: int, hidden: int, depth: int) -> int:
    """Return p: rows of W1 and b1, of each further hidden layer's W and b, and of the last layer's weights and bias."""
    return inputs + 1 + (depth - 1) * (hidden + 1) + 2


def count(inputs: int, hidden: int, depth: int) -> int:
    """Return n, the number of parameters."""
    return (inputs + 1) * hidden + (depth - 1) * (hidden + 1) * hidden + hidden + 1
