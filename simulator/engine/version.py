"""Returns the version of Metascope, whether installed or run from its folder."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path

import metascope


@cache
def version() -> str:
    """Return Metascope's version, such as "0.1.0"."""
    try:
        return installed("metascope")
    except PackageNotFoundError:
        declared = Path(metascope.__file__).parents[1] / "pyproject.toml"
        return str(tomllib.loads(declared.read_text(encoding="utf-8"))["project"]["version"])
