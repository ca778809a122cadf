"""Implements the way back through strips of coordinates for compiled kernels."""
