"""Holds one run: its settings, its worker and its recording."""
