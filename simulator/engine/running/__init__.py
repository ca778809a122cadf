"""The worker thread: runner, commands, steering, breakpoints, rate."""
