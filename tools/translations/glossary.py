"""The field's terms, and how they are said in Chinese: `assets/translations/glossary.csv`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from simulator.engine.cli.languages import FOLDER

GLOSSARY = FOLDER / "glossary.csv"
ANY = "*"  # in the third column: an everyday word, too, which Chinese may say in many ways


@dataclass(frozen=True)
class Glossary:
    """Terms with the words for them, the first of which is the term's own.

    The file's columns are the English term, the Chinese one, and what it may be called elsewhere, with bars between.
    """

    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path = GLOSSARY) -> Glossary:
        """Return the glossary in a CSV file."""
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return cls({it["english"]: (it["chinese"], *filter(None, (it["also"] or "").split("|"))) for it in rows})

    def found(self, source: str) -> dict[str, tuple[str, ...]]:
        """Return the terms in a text, with the words for them; a term within a longer one does not count."""
        plain = re.sub(r"&(?=\w)", "", re.sub(r"\{[^{}]*\}", "\0", source))
        return {
            self._by_form[it[0].lower()]: self.terms[self._by_form[it[0].lower()]] for it in self._any.finditer(plain)
        }

    def missing(self, source: str, translation: str) -> Iterator[str]:
        """Return what is wrong: the terms of the source for which the translation has none of their words."""
        for term, words in self.found(source).items():
            if ANY not in words and not any(word.lower() in translation.lower() for word in words):
                yield f"“{term}” is {' or '.join(words)}"

    @cached_property
    def _by_form(self) -> dict[str, str]:
        """Every form of a term, the singular and the plural, with the term."""
        return {form.lower(): term for term in self.terms for form in _forms(term)}

    @cached_property
    def _any(self) -> re.Pattern[str]:
        longest_first = sorted(self._by_form, key=len, reverse=True)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)


def _forms(term: str) -> tuple[str, ...]:
    if term.endswith("y") and term[-2] not in "aeiou":
        return term, f"{term[:-1]}ies"
    return term, f"{term}{'es' if term.endswith(('s', 'x', 'ch', 'sh')) else 's'}"
