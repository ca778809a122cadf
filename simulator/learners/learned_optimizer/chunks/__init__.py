"""Implements updates of learned optimizers and their meta-gradients by a compiled kernel."""
