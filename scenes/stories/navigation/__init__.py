"""Shows walks to goals in the plane, and how every start adapts to them."""

from __future__ import annotations

from metascope.scenes.stories.navigation.scene import build

__all__ = ["build"]
