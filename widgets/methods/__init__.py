"""The names of methods, with their line and symbol."""
