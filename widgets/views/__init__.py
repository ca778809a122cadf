"""The titled frame of a view, and views that are written rather than plotted."""
