"""Shows one episode, and how every start adapts to it."""

from __future__ import annotations

from metascope.scenes.stories.picture_starts.scene import build

__all__ = ["build"]
