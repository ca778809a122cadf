"""Creates independent random generators from whole numbers: a run's seed, and what the numbers are for."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from torch import Generator

Words = NDArray[np.uint32]
_POOL, _WORD = 4, 0xFFFFFFFF
_INIT_A, _MULT_A, _INIT_B, _MULT_B = 0x43B0D7E5, 0x931E8875, 0x8B51F9DD, 0x58F38DED
_LEFT, _RIGHT, _SHIFT = np.uint32(0xCA01F9DD), np.uint32(0x4973F715), np.uint32(16)


def generator(*words: int) -> Generator:
    """Return a generator that depends only on these whole numbers; other ones give an unrelated generator."""
    made = np.random.SeedSequence(words).generate_state(2)
    return Generator().manual_seed(int(made[0]) << 31 | int(made[1]) >> 1)


def seeds(*words: int, last: range) -> NDArray[np.int64]:
    """Return the seeds of `generator(*words, n)` for each n of `last`, below 2^32, all at once.

    What numpy's `SeedSequence` does (M. E. O'Neill's `seed_seq_fe`), which takes longer for each by itself.
    """
    parts = [part for word in words for part in _parts(word)]
    entropy = [np.full(len(last), part, dtype=np.uint32) for part in parts] + [np.array(last, dtype=np.uint32)]
    entropy += [np.zeros(len(last), dtype=np.uint32)] * (_POOL - len(entropy))
    by = _Hash(_INIT_A, _MULT_A)
    pool = [by.hashed(given) for given in entropy[:_POOL]]
    for source in range(_POOL):
        for place in range(_POOL):
            if place != source:
                pool[place] = _mixed(pool[place], by.hashed(pool[source]))
    for given in entropy[_POOL:]:
        pool = [_mixed(one, by.hashed(given)) for one in pool]
    by = _Hash(_INIT_B, _MULT_B)
    first, second = (by.hashed(one).astype(np.int64) for one in pool[:2])
    made: NDArray[np.int64] = first << 31 | second >> 1
    return made


class _Hash:
    """Hashes words, each with other constants."""

    def __init__(self, constant: int, factor: int) -> None:
        self._constant, self._factor = constant, factor

    def hashed(self, words: Words) -> Words:
        before, self._constant = self._constant, self._constant * self._factor & _WORD
        value = (words ^ np.uint32(before)) * np.uint32(self._constant)
        found: Words = value ^ (value >> _SHIFT)
        return found


def _mixed(one: Words, other: Words) -> Words:
    value = one * _LEFT - other * _RIGHT
    found: Words = value ^ (value >> _SHIFT)
    return found


def _parts(word: int) -> list[int]:
    """Return a whole number as words of 32 bits, the lowest first."""
    return [word & _WORD, *(_parts(word >> 32) if word >> 32 else [])]
