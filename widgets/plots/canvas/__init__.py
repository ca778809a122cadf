"""Axes, scales and the base of every mark; legends, labels, readings and ghosts."""
