"""Which languages the window can speak: those with a catalogue, and two that need none."""

from __future__ import annotations

from pathlib import Path

from metascope import assets
from metascope.simulator.engine.errors import Problem
from metascope.simulator.engine.text import say

FOLDER = Path(assets.__file__).parent / "translations"  # metascope_<language>.ts
TEMPLATE = FOLDER / "metascope_en.ts"  # every text there is
ENGLISH, PSEUDO = "en", "pseudo"  # as the texts are written; with marks that show what is not translated
SYSTEM = "system"  # what the desktop speaks, where there is a catalogue of it
NAMES = {ENGLISH: "English", "zh_CN": "简体中文"}  # of those that a person may choose, each in itself


def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are."""
    found = sorted(path.stem.partition("_")[2] for path in FOLDER.glob("metascope_*.ts"))
    return (ENGLISH, *(code for code in found if code != ENGLISH), PSEUDO)


def catalogue(language: str) -> Path:
    """Return where the catalogue of a language lies."""
    return FOLDER / f"metascope_{language}.ts"


def problems(language: str | None) -> list[Problem]:
    """Return what is wrong with a code: nothing, or that there is no such language. None is that of the preferences."""
    known = (SYSTEM, *languages())
    if language is None or language in known:
        return []
    return [Problem("--language", say("must be one of {known}, not {got}", known=", ".join(known), got=language))]
