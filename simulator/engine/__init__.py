"""The engine under every story: settings, frame, simulation, runner, recording, presets, weights, files."""
