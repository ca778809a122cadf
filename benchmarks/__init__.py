"""Measures speed and memory, compared with baselines in the same run: `python -m benchmarks`."""
