"""Runs, records and stores simulations; this folder itself holds the contract that every story implements."""
