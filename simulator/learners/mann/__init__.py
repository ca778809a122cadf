"""Implements memory-augmented neural networks (Santoro et al. 2016), which learn an episode by writing to a memory."""
