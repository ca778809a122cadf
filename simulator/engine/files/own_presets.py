"""Which scenarios come with the program, by the names of their files: reads none of them, and imports no story."""

from __future__ import annotations

from pathlib import Path

from metascope import assets

FOLDER = Path(assets.__file__).parent / "presets"  # <story>/<name>.json


def own_names() -> frozenset[str]:
    """Return the names of the scenarios that come with the program."""
    return frozenset(path.stem for path in FOLDER.glob("*/*.json"))
