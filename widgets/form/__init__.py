"""The settings form: rows, controls and fields."""
