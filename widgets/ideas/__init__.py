"""Draws the map of ideas: the lecture's picture of a learning algorithm, the cards, their order, and what is said."""
