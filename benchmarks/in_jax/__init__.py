"""Meta-training as papers write it, compiled by JAX, on one thread: what the compiled kernels are compared with."""
