"""Shows the story "A good start for a real network"."""

from __future__ import annotations

from metascope.scenes.stories.sines.scene import build

__all__ = ["build"]
