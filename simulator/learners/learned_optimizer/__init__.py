"""Learned optimizers (an LSTM in place of gradient descent) and the hand-made ones they are compared with."""
