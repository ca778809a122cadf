"""Manages all runs of a window: their tree, branches, groups of seeds and comparison."""
