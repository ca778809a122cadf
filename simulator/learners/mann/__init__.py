"""Memory-augmented neural networks (Santoro et al. 2016): learning from an episode by writing down what was told."""
