"""Shows policies that adapt to a bandit with two arms, with every outcome counted."""

from __future__ import annotations

from metascope.scenes.stories.bandits.scene import build

__all__ = ["build"]
