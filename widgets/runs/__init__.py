"""The list of runs, the table that compares them, and the dialog that asks for seeds."""
