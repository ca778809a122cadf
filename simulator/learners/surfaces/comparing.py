"""Which rules' directions are compared with MAML's, and where there is nothing to compare. Light: kernels read it."""

from __future__ import annotations

MAML, FOMAML = 1, 2  # of the methods and their rules
OTHERS = (0, 2, 3)  # rules that are compared with MAML's: of pre-training, FOMAML and Reptile
VANISHED = 0.01  # share of FOMAML's norm: an exact meta-gradient shorter than it has almost vanished
SHORTEST = 1e-12  # a direction shorter than this has no angle
