"""Loads or draws pictures to classify: Omniglot, MNIST and glyphs."""
