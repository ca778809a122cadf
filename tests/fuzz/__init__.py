"""Mutated files, tried on the program's own loaders: each is refused in one message, or it opens and can be used."""
