"""Learning rates that are learned: an example of a story in a package of its own."""
