"""Plays a run on the stage: which frame is on the screen, how often it is drawn, and marks of what happened."""
