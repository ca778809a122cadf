"""Implements MAML, FOMAML, Reptile and pre-training on loss surfaces in closed form."""
