"""What a run leaves behind in memory: recording, metrics, checkpoints; travel and replay."""
