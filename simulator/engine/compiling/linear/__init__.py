"""Products, sparse products, transposes and rows of matrices in single precision, for kernels."""
