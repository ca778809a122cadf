"""The session file: a container of plain members, and how runs are taken apart into them and put together again."""
