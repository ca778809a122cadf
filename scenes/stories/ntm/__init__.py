"""Shows the Neural Turing Machine and the LSTM without memory."""

from __future__ import annotations

from metascope.scenes.stories.ntm.scene import build

__all__ = ["build"]
