"""Learns starts from which a few gradient steps fit a new task: MAML and its relatives on small networks."""
