"""Defines a measurement: a row of the table that is printed and written as JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from metascope.simulator.engine.files.atomic import atomic_write

SCENES = (  # of each story at least one that asks a person for no data
    "two-tasks",
    "two-dimensions",
    "lstm-cell",
    "learned-gates",
    "copy",
    "mann-glyphs",
    "sine-maml",
    "prototypes",
    "five-ways-to-compare",
    "fast-weights",
    "characters-maml",
    "navigation",
    "two-arms",
)
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
    least: float | None = None  # the minimum of ours, in its unit
    most: float | None = None  # and the maximum
    known: str = ""  # a published or compiled figure to compare with
    ratios: tuple[float, float, float] | None = None  # least, median and largest of the rounds' ratios

    @property
    def ratio(self) -> float | None:
        """The ratio of ours to the baseline, the median of the rounds where they are known; None if there is none."""
        if self.ratios is not None:
            return self.ratios[1]
        return None if self.ours is None or not self.baseline else self.ours / self.baseline

    @property
    def asked(self) -> str:
        """What is wanted of it, and whether it is missed; "" if nothing is."""
        told = [f"wanted {self.wanted:g}x"] if self.wanted is not None else []
        told += [f"at least {self.least:g} {self.unit}"] if self.least is not None else []
        told += [f"at most {self.most:g} {self.unit}"] if self.most is not None else []
        return ", ".join(told) + ": missed" * self.missed

    @property
    def missed(self) -> bool:
        """Whether it is not what is wanted."""
        ratio, ours = self.ratio, self.ours
        return (
            (ratio is not None and self.wanted is not None and ratio < self.wanted)
            or (ours is not None and self.least is not None and ours < self.least)
            or (ours is not None and self.most is not None and ours > self.most)
        )

    @property
    def spread(self) -> str:
        """The least and the largest ratio of the rounds."""
        return "" if self.ratios is None else f"{_number(self.ratios[0])} to {_number(self.ratios[2])}"

    def markdown(self) -> str:
        """Return the row of a table in Markdown: what, ours, against what, the ratio, what is wanted."""
        if self.ours is None:
            return f"| {self.what} | {self.figure} | | | |"
        ours = f"{_number(self.ours)} {self.unit}" + f" ({self.figure})" * bool(self.figure)
        ratio = "" if self.ratio is None else f"{_number(self.ratio)}x" + f" ({self.spread})" * bool(self.spread)
        base = f"{self.against}, {_number(self.baseline)}" if self.baseline is not None else ""
        return f"| {self.what} | {ours} | {base} | {ratio} | {self.asked} |"

    def line(self) -> str:
        """Return the row as it is printed."""
        ours, baseline, ratio = (_number(value) for value in (self.ours, self.baseline, self.ratio))
        if self.ours is None:
            return f"{self.what:<{WIDTHS[0]}} {self.figure}"
        compared = (
            f"{baseline + ' ' + self.unit if baseline else '':>{WIDTHS[2]}} {ratio + 'x' if ratio else '':>{WIDTHS[3]}}"
        )
        told = [f"against {self.against}" * bool(self.against), self.spread, self.asked, self.figure, self.known]
        cells = f"{self.what:<{WIDTHS[0]}} {ours + ' ' + self.unit:>{WIDTHS[1]}} {compared}"
        return f"{cells}  {'; '.join(filter(None, told))}".rstrip()


def to_json(row: Row) -> str:
    """Return the row on one line."""
    return json.dumps(asdict(row))


def from_json(line: str) -> Row:
    """Return the row that `to_json` wrote."""
    fields: dict[str, Any] = json.loads(line)
    if fields["ratios"]:
        fields["ratios"] = tuple(fields["ratios"])
    return Row(**fields)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def write(path: Path, rows: Sequence[tuple[str, Row]], effort: Effort) -> None:
    """Write all rows as JSON, each with the name of its part, together with the machine."""
    measured = [{"part": part, **asdict(row), "ratio": row.ratio} for part, row in rows]
    on = {"python": platform.python_version(), "system": platform.system(), "processor": _processor()}
    on |= {name: version(name) for name in ("torch", "numpy", "PySide6-Essentials", "pyqtgraph")}
    told = {"quick": effort.quick, "measured_on": {**on, "cores": os.cpu_count()}, "rows": measured}
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(path, json.dumps(told, indent=1).encode())


def markdown(path: Path) -> str:
    """Return the rows that `write` wrote as a table in Markdown, with a line about the machine."""
    told = json.loads(path.read_text("utf-8"))
    on = told["measured_on"]
    what = ", ".join(f"{name} {on[name]}" for name in on if name not in ("system", "processor", "cores"))
    rows = [{name: value for name, value in row.items() if name not in ("part", "ratio")} for row in told["rows"]]
    head = [f"{on['processor']}, {on['cores']} cores, {on['system']}; {what}.", ""]
    head += ["| what | figure | against | ratio | wanted |", "|---|---|---|---|---|"]
    return "\n".join([*head, *(from_json(json.dumps(row)).markdown() for row in rows)])


def _processor() -> str:
    """Return the processor's model name (Linux), else its architecture."""
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()
