"""Presets, pictures, icons and help texts, shipped with the program."""
