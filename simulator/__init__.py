"""What learns: settings, simulations, the runner. Torch and numpy, never Qt."""
