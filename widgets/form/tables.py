"""Reads and writes rows of numbers as one line of text."""

from __future__ import annotations

import re

from widgets.look.numbers import read, written


class TableError(ValueError):
    """The text is not rows of numbers; names the first part that is wrong."""


def written_table(table: object) -> str:
    """Return a list of numbers as "1, 2", a list of rows as "1, 2; 3, 4"."""
    rows = table if isinstance(table, list | tuple) else []
    if rows and not isinstance(rows[0], list | tuple):
        return ", ".join(written(number) for number in rows)
    return "; ".join(", ".join(written(number) for number in row) for row in rows)


def read_table(text: str, flat: bool) -> list[float] | list[list[float]]:
    """Return the numbers of a single row (`flat`), or rows separated by semicolons or line breaks.

    Raises:
        TableError: a part is no number, or a single row has a semicolon.
    """
    rows = [_row(part) for part in re.split(r"[;\n]", text) if part.strip()]
    if not flat:
        return rows
    if len(rows) > 1:
        raise TableError(text)
    return rows[0] if rows else []


def _row(text: str) -> list[float]:
    parts = [part for part in re.split(r"[,\s]+", text.strip()) if part]
    numbers = [(part, read(part)) for part in parts]
    wrong = [part for part, number in numbers if number is None]
    if wrong:
        raise TableError(wrong[0])
    return [number for _, number in numbers if number is not None]
