"""Scenes that are drawn but never shown: ghosts, bands, and copies for export."""
