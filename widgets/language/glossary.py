"""The field's terms, and how they are said in Chinese: `assets/translations/glossary.csv`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from metascope.simulator.engine.cli.languages import FOLDER

GLOSSARY = FOLDER / "glossary.csv"
_IN_BRACKETS = """
    meta-learning, learning to learn, meta-training, meta-test, meta-step, meta-gradient, meta-parameters, meta-loss,
    meta-learner, base learner, inner step, episode, support set, support, query set, query, few-shot, one-shot,
    zero-shot, base classes, held-out, pre-training, fine-tuning, adaptation, catastrophic forgetting,
    first-order approximation, learned optimizer, optimizee, forget gate, input gate, output gate, cell state,
    hidden state, controller, memory matrix, memory row, read head, write head, addressing, content addressing,
    location addressing, sharpening, erase vector, add vector, key strength, attention, usage weights,
    least recently used access, copy task, associative recall, priority sort, embedding, prototype, cosine similarity,
    nearest neighbour, metric learning, Siamese Network, Prototypical Network, Matching Network, Relation Network,
    imagined example, hallucination, temperature, triplet loss, batch normalization, transductive, fast weights,
    slow weights, Meta Network, policy gradient, rollout, return, advantage, baseline, estimator, trust region,
    line search, conjugate gradient, bandit, natural gradient, recurrent policy, meta-batch
"""
IN_BRACKETS = frozenset(re.split(r",\s+", _IN_BRACKETS.strip()))  # whose English is told where a text first has them
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
        """Return the terms in a text, with the words for them; a term within a longer one does not count.

        Names that stand between backquotes or braces are no terms.
        """
        plain = re.sub(r"&(?=\w)", "", re.sub(r"`[^`]*`|\{[^{}]*\}", "\0", source))
        return {
            self._by_form[it[0].lower()]: self.terms[self._by_form[it[0].lower()]] for it in self._any.finditer(plain)
        }

    def with_english(self, source: str, translation: str) -> str:
        """Return a translation in which English terms follow the first of their words, in brackets."""
        terms = {it: words for it, words in self.found(source).items() if it in IN_BRACKETS}
        masked, added = translation, dict[int, str]()
        for term, words in sorted(terms.items(), key=lambda it: -len(it[1][0])):
            for word in sorted((it for it in words if it != ANY), key=len, reverse=True):
                begin, end = masked.find(word), masked.find(word) + len(word)
                if begin < 0:
                    continue
                if translation[end : end + 1] != "（":
                    added[end] = f"（{term}）"
                masked = masked.replace(word, "\0" * len(word))  # no shorter term within it counts
                break
        for place in sorted(added, reverse=True):
            translation = translation[:place] + added[place] + translation[place:]
        return translation

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
