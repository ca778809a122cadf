"""Fonts of a theme together with their metrics, made once: a picture asks for the same few again and again."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from metascope.widgets.look.theme import CHINESE, LIGHT, Size, Theme

HAN = re.compile("[\u3000-\u9fff\uff00-\uffef]")  # a Chinese character or its punctuation


def unbreakable(text: str) -> list[str]:
    """Return the parts of a text that must stand on one line: its words, and each Chinese character."""
    return re.sub(f"({HAN.pattern})", r" \1 ", text).split()


def measured(theme: Theme, size: Size = "body", bold: bool = False) -> tuple[QFont, QFontMetricsF]:
    """Return the theme's font of a size and its metrics; whoever changes the font copies it first."""
    return _measured(theme.font_scale, size, bold)


@lru_cache(maxsize=64)
def _measured(scale: float, size: Size, bold: bool) -> tuple[QFont, QFontMetricsF]:
    font = LIGHT.scaled(scale).font(size, bold)
    return font, QFontMetricsF(font)


def chinese_families() -> list[str]:
    """Return the typefaces with Chinese characters that there are, the one that text is set in first; 40 ms."""
    found = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return sorted(found, key=lambda name: CHINESE.index(name) if name in CHINESE else len(CHINESE))
