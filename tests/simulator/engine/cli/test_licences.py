"""The licences of what is installed with the program: read from it, and named in the README."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

import metascope
from metascope.simulator.engine.cli import licences as module
from metascope.simulator.engine.cli.licences import LIBRARIES, licences

ROOT = Path(metascope.__file__).parents[1]


def required() -> set[str]:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    return {re.split(r"[\[<>=; ]", line)[0] for line in declared}


def test_every_library_that_is_required_is_named() -> None:
    assert required() <= set(LIBRARIES)


def test_licences_are_read_from_what_is_installed() -> None:
    found = licences()
    assert list(found) == list(LIBRARIES)
    assert "LGPL-3.0" in found["PySide6-Essentials"]
    assert "BSD-3-Clause" in found["torch"]
    assert found["safetensors"] == "Apache Software License"
    assert all(0 < len(text) < 120 and "\n" not in text for text in found.values())


def test_a_library_that_is_not_installed_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:

    def lacking(name: str) -> object:
        if name == "numba":
            raise PackageNotFoundError(name)
        return distribution(name)

    monkeypatch.setattr(module, "distribution", lacking)
    assert set(LIBRARIES) - set(licences()) == {"numba"}


def test_the_readme_names_the_licence_of_every_library_that_is_required() -> None:
    text = (ROOT / "README.md").read_text("utf-8").casefold()
    spelled = {"PySide6-Essentials": "PySide6", "torch": "PyTorch"}
    assert [name for name in required() if spelled.get(name, name).casefold() not in text] == []
    assert "lgpl 3" in text
