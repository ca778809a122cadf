"""The timeline: the outer and the inner clock, cursors, markers, paces and breakpoints."""
