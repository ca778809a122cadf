"""Implements lessons of the memory-augmented network for a compiled kernel."""
