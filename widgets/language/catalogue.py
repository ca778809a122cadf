"""Catalogues of texts as Qt Linguist writes them, and what translates the window by one of them.

The .ts file itself is read, 9 ms for 3,000 texts, so that no other form of it has to be made, kept and updated.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from xml.parsers import expat

from PySide6.QtCore import QObject, QTranslator
from typing_extensions import override

Key = tuple[str, str]  # context and source


def read_catalogue(path: Path) -> dict[Key, str]:
    """Return the texts in a .ts file with their translations; a text without a finished one has ''."""
    found: dict[Key, str] = {}
    parts: list[str] = []
    context = source = ""
    finished = True

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal finished
        parts.clear()
        finished = "type" not in attributes

    def end(tag: str) -> None:
        nonlocal context, source
        if tag == "name":
            context = "".join(parts)
        elif tag == "source":
            source = "".join(parts)
        elif tag == "translation":
            found[context, source] = "".join(parts) if finished else ""

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = parts.append
    parser.Parse(path.read_bytes(), True)
    return found


class CatalogueTranslator(QTranslator):
    """Translates the texts of a catalogue; what has no finished translation stays as it is written."""

    def __init__(self, texts: Mapping[Key, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = {key: text for key, text in texts.items() if text}

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return a text's translation; nothing, for Qt to look elsewhere, where there is none."""
        return self._texts.get((context, source))  # type: ignore[return-value]  # an empty text would be taken

    @cached_property
    def sources(self) -> dict[str, str]:
        """What each translation translates; where several texts have the same one, the first of them."""
        return {text: source for (_, source), text in reversed(self._texts.items())}

    @override
    def isEmpty(self) -> bool:
        """Return that there is something to look up, or Qt would not ask."""
        return False
