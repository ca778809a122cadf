"""Keeps the rows of a table that meet typed conditions, such as `inner_rate < 0.1 and method = maml`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import Message, read_number, say

Value = float | int | str | None
LONGEST = 1000  # characters of a filter
LISTED = 8  # columns at most that a refusal names

_TOKEN = re.compile(
    r"""\s*(?:(?P<quoted>"[^"]*"|'[^']*')|(?P<sign><=|>=|!=|==|=|<|>|≤|≥|≠)|(?P<word>[^\s<>=!≤≥≠"']+))"""
)
_SIGNS: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}
_JOINED = ("and", "or")
_SAME = {"==": "=", "≤": "<=", "≥": ">=", "≠": "!="}


@dataclass(frozen=True)
class Condition:
    """What one value of a row must be: `sign` is <, <=, >, >=, = or !=."""

    column: str
    sign: str
    wanted: float | str

    def met(self, value: Value) -> bool:
        """Return whether a value meets it; one that is missing or of the other kind never does."""
        if value is None or value != value:
            return False
        if isinstance(self.wanted, str):
            same = str(value).casefold() == self.wanted.casefold()
            return same if self.sign == "=" else not same
        return not isinstance(value, str) and _SIGNS[self.sign](float(value), self.wanted)


@dataclass(frozen=True)
class RowFilter:
    """Alternatives, each of conditions that must all be met; without alternatives every row is kept.

    Example:
        wanted = parse_filter("inner_rate < 0.1 and method = maml", {"inner_rate": (), "method": ("maml",)})
        wanted.keeps({"inner_rate": 0.05, "method": "maml"})  # True
    """

    alternatives: tuple[tuple[Condition, ...], ...] = ()

    def keeps(self, row: Mapping[str, Value]) -> bool:
        """Return whether a row, values by column, is kept."""
        return not self.alternatives or any(
            all(one.met(row.get(one.column)) for one in conditions) for conditions in self.alternatives
        )


def parse_filter(text: str, columns: Mapping[str, Sequence[str]]) -> RowFilter:
    """Return what a person typed: conditions joined by `and`, and such groups by `or`; nothing keeps every row.

    Args:
        text: each condition is a column, a sign and a value; names and values with blanks stand in quotes.
        columns: the words that each column holds, which are only the same or not; none where it holds numbers.

    Raises:
        UserError: every mistake.
    """
    if not text.strip():
        return RowFilter()
    if len(text) > LONGEST:
        raise refuse("", say("a filter must be at most {most:,} characters long", most=LONGEST))
    tokens, problems = _tokens(text), list[Problem]()
    alternatives: list[tuple[Condition, ...]] = []
    for group in _split(tokens, "or"):
        conditions = [_condition(part, columns, problems) for part in _split(group, "and")]
        alternatives.append(tuple(one for one in conditions if one is not None))
    if problems:
        raise UserError(problems)
    return RowFilter(tuple(alternatives))


def offers(text: str, cursor: int, columns: Mapping[str, Sequence[str]]) -> tuple[int, int, tuple[str, ...]]:
    """Return what the word at a place of a filter, as far as it is typed, may become.

    It is the name of a column, after a sign a word that the column holds, and after that `and` or `or`. What it is
    already is not offered, and where nothing is typed, nothing is.

    Args:
        text: the filter, which may be incomplete.
        cursor: the place in it.
        columns: the words that each column holds, none where it holds numbers.

    Returns:
        where the word begins and ends, and what it may become: those that begin with it come first.
    """
    before: list[re.Match[str]] = []
    place, start, end = 0, cursor, cursor
    while (token := _TOKEN.match(text, place)) is not None and token.end() < cursor:
        before.append(token)
        place = token.end()
    if token is not None and token["word"]:
        start, end = token.span("word")
    elif rest := text[place:].lstrip():  # a quotation mark that is not closed yet, or is closed at the cursor
        start = len(text) - len(rest)
        end = cursor if token is None else token.end()
    typed = text[start:cursor]
    if not typed or typed[0] in "<>=!≤≥≠":
        return cursor, cursor, ()
    wanted = typed.strip("\"'").casefold()
    words = [word for word in _fitting(before, columns) if wanted and wanted in word.casefold() != wanted]
    words.sort(key=lambda word: not word.casefold().startswith(wanted))
    return start, end, tuple(map(quoted, words))


def _fitting(before: Sequence[re.Match[str]], columns: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Return the words that may follow some tokens."""
    if not before or (before[-1]["word"] or "").casefold() in _JOINED:
        return tuple(columns)
    if before[-1]["sign"]:
        name = before[-2].group().strip().strip("\"'") if len(before) > 1 else ""
        return columns.get(name, ())
    return _JOINED if len(before) > 1 and before[-2]["sign"] else ()


def quoted(word: str) -> str:
    """Return a name or a word as it stands in a filter, in quotes where it needs them."""
    found = _TOKEN.fullmatch(word)
    if found is not None and found["word"]:
        return word
    return f"'{word}'" if '"' in word else f'"{word}"'


@dataclass(frozen=True)
class _Token:
    text: str
    quoted: bool = False
    sign: bool = False


def _tokens(text: str) -> list[_Token]:
    found, place = list[_Token](), 0
    while text[place:].strip():
        token = _TOKEN.match(text, place)
        if token is None:
            raise refuse(
                "", say("{piece} cannot be read: a quotation mark or a sign is incomplete", piece=text[place:].strip())
            )
        place = token.end()
        if token["quoted"]:
            found.append(_Token(token["quoted"][1:-1], quoted=True))
        elif token["sign"]:
            found.append(_Token(_SAME.get(token["sign"], token["sign"]), sign=True))
        else:
            found.append(_Token(token["word"]))
    return found


def _split(tokens: Sequence[_Token], word: str) -> list[list[_Token]]:
    parts: list[list[_Token]] = [[]]
    for token in tokens:
        if not token.quoted and token.text.casefold() == word:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _condition(
    part: Sequence[_Token], columns: Mapping[str, Sequence[str]], problems: list[Problem]
) -> Condition | None:
    """Return the condition in these tokens, or None and a problem more."""
    message: Message | None
    if len(part) != 3 or [token.sign for token in part] != [False, True, False]:
        got = " ".join(token.text for token in part)
        message = say("a condition is a column, a sign and a value, such as seed = 3, not {got}", got=repr(got))
        problems.append(Problem("", message))
        return None
    column, sign, value = (token.text for token in part)
    if column not in columns:
        problems.append(Problem(column, _unknown(column, columns)))
        return None
    if columns[column]:
        if sign not in ("=", "!="):
            problems.append(Problem(column, say("holds words: compare it by = or !=, not by {sign}", sign=sign)))
            return None
        return Condition(column, sign, value)
    number = read_number(value)
    if isinstance(number, Message):
        problems.append(Problem(column, number))
        return None
    return Condition(column, sign, float(number))


def _unknown(column: str, columns: Collection[str]) -> Message:
    if near := get_close_matches(column, columns, n=1):
        return say("is no column; did you mean {near}?", near=near[0])
    named = [*columns][:LISTED]
    if len(named) < len(columns):
        return say("is no column; there are {names} and others", names=", ".join(named))
    return say("is no column; there are {names}", names=", ".join(named))
