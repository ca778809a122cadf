"""Runs a simulation in a worker thread: runner, commands, breakpoints and the measured rate."""
