"""Shows the memory-augmented network and the LSTM without memory."""

from __future__ import annotations

from metascope.scenes.stories.mann.scene import build

__all__ = ["build"]
