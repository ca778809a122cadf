"""Shows the story "Where a good start lies"."""

from __future__ import annotations

from metascope.scenes.stories.landscapes.scene import build

__all__ = ["build"]
