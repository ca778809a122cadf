"""Implements the learners, one package per family; this folder itself holds the optimizers that several share."""
