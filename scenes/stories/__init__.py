"""One package per story, named like its simulation in `simulator/stories`: its scene and the views that only it has."""
