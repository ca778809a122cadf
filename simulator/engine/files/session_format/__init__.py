"""Encodes runs as session files, containers of plain members, and decodes them."""
