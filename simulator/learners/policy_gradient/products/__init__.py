"""Multiplies by second derivatives again and again: what does not depend on the vector is made once."""
