"""One run: its settings, its worker and its recording."""
