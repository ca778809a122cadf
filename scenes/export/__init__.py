"""Exports a run as figures, animations, plots and scripts."""
