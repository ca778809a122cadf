"""Implements the learners, one package per family; this folder itself holds what several of them share."""
