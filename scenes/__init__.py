"""Which widgets show which fields of a story's frame; the window, the gallery and the stage."""
