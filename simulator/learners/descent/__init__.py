"""Implements compiled losses and gradients of optimization problems, and hand-made optimizers that descend them."""
