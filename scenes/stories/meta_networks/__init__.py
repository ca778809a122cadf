"""Draws the Meta Networks story: an episode, the fast weights that are made of it, the memory and the answers."""

from __future__ import annotations

from metascope.scenes.stories.meta_networks.scene import build

__all__ = ["build"]
