"""Creates independent random generators from whole numbers: a run's seed, and what the numbers are for."""

from __future__ import annotations

import numpy as np
from torch import Generator


def generator(*words: int) -> Generator:
    """Return a generator that depends only on these whole numbers; other ones give an unrelated generator."""
    return Generator().manual_seed(seed_of(*words))


def seed_of(*words: int) -> int:
    """Return the seed of the generator of these whole numbers, of 63 bits."""
    made = np.random.SeedSequence(words).generate_state(2)
    return int(made[0]) << 31 | int(made[1]) >> 1
