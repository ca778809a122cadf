"""Marks that a person drags or removes."""
