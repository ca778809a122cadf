"""Reads and writes rows of numbers as one line of text."""

from __future__ import annotations

import re

from metascope.simulator.engine.text import Message, read_number
from metascope.widgets.look.numbers import written


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

    Commas part the numbers of a row, so a decimal mark is a point; only where semicolons part those of a single row,
    "0,3; 0,5", may it be a comma.

    Raises:
        TableError: a part is no number, or a single row has a semicolon where no comma is.
    """
    if flat and ";" in text and "," in text:
        return [_number(part.strip()) for part in text.split(";") if part.strip()]
    rows = [_row(part) for part in re.split(r"[;\n]", text) if part.strip()]
    if not flat:
        return rows
    if len(rows) > 1:
        raise TableError(text)
    return rows[0] if rows else []


def _row(text: str) -> list[float]:
    return [_number(part) for part in re.split(r"[,\s]+", text.strip()) if part]


def _number(text: str) -> float:
    number = read_number(text)
    if isinstance(number, Message):
        raise TableError(text)
    return number
