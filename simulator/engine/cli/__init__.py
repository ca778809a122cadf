"""Implements the command line, headless training and the checks before the window opens."""
