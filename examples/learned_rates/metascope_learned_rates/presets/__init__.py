"""The scenarios of the learned learning rates."""
