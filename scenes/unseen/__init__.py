"""Draws scenes that are never shown: ghosts, seed bands, and copies for export."""
