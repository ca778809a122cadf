"""Holds the views that the scenes of several stories share."""
