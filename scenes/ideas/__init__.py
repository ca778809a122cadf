"""The map of ideas on the start page: the lecture's picture, and all methods as doors to their scenarios."""
