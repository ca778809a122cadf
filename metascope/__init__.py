"""What other programs import: `metascope.record` writes a training loop into a file that the window opens."""
