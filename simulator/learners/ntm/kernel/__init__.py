"""The compiled kernel of the Neural Turing Machine. Imported only where kernels are compiled: it imports numba."""
