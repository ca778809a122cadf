"""Defines the tasks of the Neural Turing Machine (Graves et al. 2014, section 4): answers from memory."""
