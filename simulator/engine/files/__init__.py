"""Reads and writes files: presets, weights, sessions and scripts."""
