"""The blocks of an embedding as compiled kernels: convolutions by Winograd's way, and what follows each."""
