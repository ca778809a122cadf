"""One run on the screen: which frame is drawn, how it is steered, and what its helpers may ask of the window."""
