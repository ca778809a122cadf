"""Holds the window and the scenes: `scene` is the contract of a story's scene, `catalog` finds the scene."""
