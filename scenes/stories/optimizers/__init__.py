"""Shows the story "Gradient descent as an LSTM"."""

from __future__ import annotations

from metascope.scenes.stories.optimizers.scene import build

__all__ = ["build"]
