"""Implements the training of starts on `bandit`'s two arms by a compiled kernel."""
