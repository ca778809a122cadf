"""Writes tables as CSV, also as spreadsheets expect it where numbers have a decimal comma."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from metascope.simulator.engine.files.atomic import atomic_write

_FRACTION = re.compile(r"-?\d+\.\d+(?:e[+-]?\d+)?")


def write_table(path: Path, table: str, european: bool) -> None:
    """Write a table in CSV (RFC 4180, UTF-8), or for spreadsheets of a language with decimal commas.

    Raises:
        UserError: the file cannot be written.
    """
    atomic_write(path, as_european(table).encode("utf-8-sig") if european else table.encode())


def as_european(table: str) -> str:
    """Return a table in CSV with semicolons between its cells, and commas in its numbers."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n" if "\r\n" in table else "\n")
    writer.writerows([_comma(cell) for cell in row] for row in csv.reader(io.StringIO(table, newline="")))
    return text.getvalue()


def _comma(cell: str) -> str:
    return cell.replace(".", ",") if _FRACTION.fullmatch(cell) else cell
