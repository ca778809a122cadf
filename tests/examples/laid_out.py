"""An example's package as pip would leave it in a folder, so that it is found without being installed."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

from metascope import main as program

EXAMPLES = Path(program.__file__).parent / "examples"


def lay_out(example: str, site: Path) -> Path:
    """Put the package of an example, with the metadata that its pyproject.toml declares, into `site`; return `site`."""
    source = EXAMPLES / example
    project = tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    package = project["name"].replace("-", "_")
    shutil.copytree(source / package, site / package, ignore=shutil.ignore_patterns("__pycache__"))
    info = site / f"{package}-{project['version']}.dist-info"
    info.mkdir()
    head = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (info / "METADATA").write_text(head, encoding="utf-8")
    lines = (
        f"[{group}]\n" + "".join(f"{name} = {place}\n" for name, place in entries.items())
        for group, entries in project["entry-points"].items()
    )
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    return site
