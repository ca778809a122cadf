"""Opening, saving, autosave and crash recovery."""
