"""What developers run, and the program never does."""
