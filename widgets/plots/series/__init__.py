"""Marks of one-dimensional data: lines, curves, paths, bands, bars and points."""
