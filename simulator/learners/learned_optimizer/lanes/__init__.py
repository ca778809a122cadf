"""Implements strips of coordinates of a learned optimizer for compiled kernels."""
