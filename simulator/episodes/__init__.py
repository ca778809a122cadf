"""Contains what stories with an episode on the table share: names, what frames say of it, and what a person changes."""
