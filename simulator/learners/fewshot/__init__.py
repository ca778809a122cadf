"""Starts from which a few steps of gradient descent fit a new task: MAML and its relatives, on small networks."""
