"""What draws: arrays in, signals out. PySide6 and pyqtgraph, never torch, never a scene."""
