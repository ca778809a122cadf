"""Compiled kernels: machine code made once per machine, called without the interpreter's lock."""
