"""torch's random numbers of the CPU, for kernels: the Mersenne twister MT19937 (Matsumoto and Nishimura, 1998).

A state is what `torch.Generator.get_state` returns, seen as `STATE` whole numbers: the seed; how many words are left,
and whether it was seeded, in one; the next word; and the words, of 32 bits each. Kernels go on where it stands, and
`set_state` takes it back. That torch draws so is no promise of its: who uses this compares the numbers in its check.
"""

from __future__ import annotations

from metascope.simulator.engine.compiling.writing import piece

STATE = 632  # whole numbers of a state; those behind the words are of normally distributed numbers
_WORDS, _FIRST, _FAR = 624, 3, 397
_LOW, _TOP, _LOWER, _TWIST = 0xFFFFFFFF, 0x80000000, 0x7FFFFFFF, 0x9908B0DF
_BITS = (1 << 53) - 1  # of a number in double precision
_SHARE = 2.0**-53


@piece
def seeded(state, seed):  # (STATE,)
    """Make the state that `manual_seed` makes."""
    word = seed & _LOW
    state[0], state[1], state[2], state[_FIRST] = seed, 1 << 32 | 1, 0, word
    for i in range(1, _WORDS):
        word = (1812433253 * (word ^ (word >> 30)) + i) & _LOW
        state[_FIRST + i] = word


@piece
def words(state, found):  # (STATE,) -> (n,)
    """Draw whole numbers of 32 bits."""
    left, place, done = state[1] & _LOW, state[2], 0
    while done < len(found):
        if left == 1:
            _refill(state[_FIRST : _FIRST + _WORDS])
            left, place = _WORDS + 1, 0
        many = min(left - 1, len(found) - done)
        _temper(state[_FIRST + place : _FIRST + place + many], found[done : done + many])
        left, place, done = left - many, place + many, done + many
    state[1], state[2] = 1 << 32 | left, place


@piece
def _refill(word):  # (624,)
    for i in range(_WORDS - _FAR):
        word[i] = _next(word[i], word[i + 1], word[i + _FAR])
    for i in range(_WORDS - _FAR, _WORDS - 1):
        word[i] = _next(word[i], word[i + 1], word[i + _FAR - _WORDS])
    word[_WORDS - 1] = _next(word[_WORDS - 1], word[0], word[_FAR - 1])


@piece
def _next(here, beside, far):
    return far ^ (((here & _TOP) | (beside & _LOWER)) >> 1) ^ ((beside & 1) * _TWIST)


@piece
def _temper(word, found):  # (n,) -> (n,)
    for i in range(len(found)):
        y = word[i]
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C5680
        y ^= (y << 15) & 0xEFC60000
        found[i] = y ^ (y >> 18)


@piece
def even(high, low):
    """Return a number evenly from [0, 1), of two words, as `torch.rand` makes it in double precision."""
    return float((high << 32 | low) & _BITS) * _SHARE
