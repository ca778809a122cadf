"""Shows the LSTM cell and its four substitutions."""

from __future__ import annotations

from metascope.scenes.stories.lstm_cell.scene import build

__all__ = ["build"]
