"""One package per scene: which tasks, which learners, and what a frame holds."""
