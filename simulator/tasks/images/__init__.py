"""Pictures to classify: Omniglot, MNIST and drawn glyphs."""
