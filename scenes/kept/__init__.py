"""Keeps what lasts between starts: preferences, recent files, and the store that holds them."""
