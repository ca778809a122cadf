"""Holds one package per story, named like its simulation in `simulator/stories`: its scene and its own views."""
