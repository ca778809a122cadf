"""Which languages the window can speak: those with a compiled catalogue, and two that need none."""

from __future__ import annotations

from pathlib import Path

import assets
from simulator.engine.errors import Problem
from simulator.engine.text import say

FOLDER = Path(assets.__file__).parent / "translations"  # metascope_<language>.ts, and .qm made of it
TEMPLATE = FOLDER / "metascope_en.ts"  # every text there is
ENGLISH, PSEUDO = "en", "pseudo"  # as the texts are written; with marks that show what is not translated


def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are."""
    compiled = sorted(path.stem.partition("_")[2] for path in FOLDER.glob("metascope_*.qm"))
    return (ENGLISH, *(code for code in compiled if code != ENGLISH), PSEUDO)


def compiled(language: str) -> Path:
    """Return where the compiled catalogue of a language lies."""
    return FOLDER / f"metascope_{language}.qm"


def problems(language: str) -> list[Problem]:
    """Return what is wrong with a code: nothing, or that there is no such language."""
    known = languages()
    if language in known:
        return []
    return [Problem("--language", say("must be one of {known}, not {got}", known=", ".join(known), got=language))]
