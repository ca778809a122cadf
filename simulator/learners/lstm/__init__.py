"""Implements stacked LSTM layers, compiled, for the rivals of networks with a memory."""
