"""Defines walks in the plane to goals that are not seen."""
