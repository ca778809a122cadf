"""Views that are plots: panels over a common axis, and curves over the meta-steps."""
