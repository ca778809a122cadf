"""Implements learned optimizers (an LSTM in place of gradient descent) and the hand-made ones to compare with."""
