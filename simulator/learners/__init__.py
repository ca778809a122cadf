"""One file per algorithm, written after its paper."""
