"""Implements the training of the five cells of `substitution` by a compiled kernel."""
