"""The program without a window: command line, headless training, start-up checks."""
