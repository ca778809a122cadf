"""Lessons: steps of text with what a person does to go on; the format, and when a step is done. No torch, no Qt."""
