"""The window and the scenes: `scene` is the contract of a story's picture, `catalog` finds it."""
