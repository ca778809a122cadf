"""Figures, animations, plots and scripts made from a run."""
