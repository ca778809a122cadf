"""The map of ideas: what each method learns, where it stands in the lecture's picture, and where that can be seen."""
