"""Shows one episode, and what every method makes of it."""

from __future__ import annotations

from metascope.scenes.stories.metric_learning.scene import build

__all__ = ["build"]
