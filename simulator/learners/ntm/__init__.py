"""Implements the Neural Turing Machine (Graves, Wayne and Danihelka, 2014)."""
