"""An episode on a table: support pictures by class, queries, and what methods answer; the quiz for a person."""
