"""Sweeps: many runs of one scenario whose settings differ; the plan, the folder that holds them, and what runs them."""
