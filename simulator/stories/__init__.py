"""Contains one package per story: its settings, simulation, frames and captions."""
