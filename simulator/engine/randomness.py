"""Random numbers that depend on nothing but words: a run's seed, and what they are for."""

from __future__ import annotations

import numpy as np
from torch import Generator


def generator(*words: int) -> Generator:
    """Return a generator whose numbers depend on these words alone; other words give unrelated numbers."""
    made = np.random.SeedSequence(words).generate_state(2)
    return Generator().manual_seed(int(made[0]) << 31 | int(made[1]) >> 1)
