"""MAML, FOMAML, Reptile and pre-training of a start on given loss surfaces."""
