"""Records runs in memory (frames, metrics, checkpoints), and returns to any meta-step or replays them."""
