"""Answers the episode on the table with every method, and sees in a plane how each answer came about."""
