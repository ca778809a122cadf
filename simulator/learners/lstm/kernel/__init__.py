"""Implements LSTM layers for a compiled kernel."""
