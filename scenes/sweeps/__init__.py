"""A sweep's folder in a window of its own, while it is being filled and afterwards: its runs and their response."""
