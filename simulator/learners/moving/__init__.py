"""The rules that move a vector of weights, as pieces of compiled kernels."""
