"""Relu policies as kernels: what lays out blocks of states, and what passes through them. Light: see the modules."""

GRADIENT, FISHER, BENDING = 0, 1, 2  # what `passes` makes
