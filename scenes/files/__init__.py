"""Opens and saves files, autosaves runs, and recovers them after a crash."""
