"""Shows one run: picks the frame to draw, passes changes to the run, and defines what helpers may ask of the window."""
