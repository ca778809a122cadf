"""Views that the scenes of several stories share."""
