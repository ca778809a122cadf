"""Defines a measurement: a row of the table that is printed and written as JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from simulator.engine.files.atomic import atomic_write

SCENES = ("two-tasks", "two-dimensions", "lstm-cell", "learned-gates", "copy", "mann-glyphs", "sine-maml")
QUICK_SCENES = ("two-tasks", "sine-maml")
WIDTHS = (58, 20, 20, 8)  # characters for what was measured, ours, the baseline and their ratio


@dataclass(frozen=True)
class Effort:
    """How long to measure: `quick` gives the order of magnitude within two minutes in all."""

    quick: bool = False
    minutes: float = 1.0  # of play for each memory row

    @property
    def scenes(self) -> tuple[str, ...]:
        """The scenarios whose windows are measured."""
        return QUICK_SCENES if self.quick else SCENES

    @property
    def rounds(self) -> int:
        """Alternating rounds, of which the median is taken."""
        return 3 if self.quick else 5

    @property
    def seconds(self) -> float:
        """Seconds for each compared implementation in each round."""
        return 0.2 if self.quick else 1.0


@dataclass(frozen=True)
class Row:
    """A measurement, in words or as numbers: a median, and the median of the baseline."""

    what: str
    figure: str = ""  # in words
    ours: float | None = None
    unit: str = ""
    baseline: float | None = None  # in the same unit, measured alternately with ours in the same process
    against: str = ""  # what the baseline is
    wanted: float | None = None  # the minimum ratio to the baseline
    known: str = ""  # a published or compiled figure to compare with

    @property
    def ratio(self) -> float | None:
        """The ratio of ours to the baseline; None if there is none."""
        return None if self.ours is None or not self.baseline else self.ours / self.baseline

    def line(self) -> str:
        """Return the row as it is printed."""
        ours, baseline, ratio = (_number(value) for value in (self.ours, self.baseline, self.ratio))
        if self.ours is None:
            return f"{self.what:<{WIDTHS[0]}} {self.figure}"
        compared = (
            f"{baseline + ' ' + self.unit if baseline else '':>{WIDTHS[2]}} {ratio + 'x' if ratio else '':>{WIDTHS[3]}}"
        )
        told = [f"against {self.against}" * bool(self.against), self.figure, self.known]
        if self.wanted is not None:
            told.insert(1, f"wanted {self.wanted:g}x")
        cells = f"{self.what:<{WIDTHS[0]}} {ours + ' ' + self.unit:>{WIDTHS[1]}} {compared}"
        return f"{cells}  {'; '.join(filter(None, told))}".rstrip()


def to_json(row: Row) -> str:
    """Return the row on one line."""
    return json.dumps(asdict(row))


def from_json(line: str) -> Row:
    """Return the row that `to_json` wrote."""
    return Row(**json.loads(line))


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def write(path: Path, rows: Sequence[tuple[str, Row]], effort: Effort) -> None:
    """Write all rows as JSON, each with the name of its part, together with the machine."""
    measured = [{"part": part, **asdict(row), "ratio": row.ratio} for part, row in rows]
    on = {"python": platform.python_version(), "system": platform.system(), "processor": _processor()}
    on |= {name: version(name) for name in ("torch", "numpy", "PySide6-Essentials", "pyqtgraph")}
    told = {"quick": effort.quick, "measured_on": {**on, "cores": os.cpu_count()}, "rows": measured}
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(path, json.dumps(told, indent=1).encode())


def _processor() -> str:
    """Return the processor's model name (Linux), else its architecture."""
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()
