"""The files of the catalogues: `assets/translations/metascope_<language>.ts`, which the window reads.

The English one has every text there is, and no translation.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from metascope import assets
from tools.translations import code, declared
from tools.translations.code import Text

ROOT = Path(assets.__file__).parent.parent
_TRANSLATED = ("scenes", "widgets")  # where texts are translated
_SAYING = ("simulator", "scenes", "widgets")  # where messages are made


def extracted() -> set[Text]:
    """Return every text to be translated, with its context."""
    return {text for path in _files(_TRANSLATED) for text in code.translated(_tree(path))} | set(_by_data())


def update(path: Path) -> None:
    """Bring a .ts file up to date, or make it; translations of texts that are there stay."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "declared.py"
        data.write_text(_as_code(_by_data()), encoding="utf-8")
        sources = Path(folder) / "sources.lst"
        sources.write_text("\n".join(map(str, [*_files(_TRANSLATED), data])), encoding="utf-8")
        form = ("-locations", "none", "-sort-messages", "-target-language", path.stem.partition("_")[2])
        guesses = ("-disable-heuristic", "sametext", "-disable-heuristic", "similartext")
        _run("lupdate", f"@{sources}", *form, *guesses, "-no-obsolete", "-ts", path)


def _by_data() -> list[Text]:
    """Return the texts that are looked up by a variable, sorted."""
    said = {text for path in _files(_SAYING) for text in code.messages(_tree(path), path)}
    kinds: dict[str, Iterable[str]] = {
        "Formula": {text for path in _files(_TRANSLATED) for text in code.formula_words(_tree(path))},
        "Idea": declared.idea_texts(),
        "Message": said,
        "Lesson": declared.lesson_texts(),
        "Method": declared.method_names(),
        "Preset": declared.preset_texts(),
        "Setting": declared.settings_texts(),
        "Story": declared.story_texts(),
    }
    return sorted({(context, text) for context, texts in kinds.items() for text in texts})


def _as_code(texts: Iterable[Text]) -> str:
    """Return Python from which lupdate reads these texts."""
    quoted = (text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") for _, text in texts)
    return "".join(f'translate("{context}", "{text}")\n' for (context, _), text in zip(texts, quoted, strict=True))


def _files(layers: Iterable[str]) -> list[Path]:
    return [path for layer in layers for path in sorted((ROOT / layer).rglob("*.py"))]


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _run(tool: str, *arguments: str | Path) -> None:
    """Run a tool of Qt's that PySide brings, from the folder of this Python."""
    command = [str(Path(sys.executable).parent / f"pyside6-{tool}"), *map(str, arguments)]
    subprocess.run([*command, "-silent"], check=True, cwd=ROOT)
