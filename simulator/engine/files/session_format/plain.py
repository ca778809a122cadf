"""Encodes plain values and messages as JSON without loss, and checks them when decoding."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from string import Formatter

import numpy as np

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.atomic import parse_json
from metascope.simulator.engine.files.session_format.malformed import Malformed
from metascope.simulator.engine.text import Message, say

_TEMPLATE_LIMIT = 2_000  # characters
_SENTENCE_LIMIT = 10_000  # characters, filled in
# Allowed number formats: no width that fills the memory, no attribute access.
_FORMAT = re.compile(r"[ ,+\-<>^]{0,3}0?\d{0,2},?(\.\d{1,2})?[a-zA-Z%]?")


def dumps(value: object) -> str:
    """Return the JSON text of None, truth values, numbers, texts, messages, and lists, tuples and tables of them.

    Raises:
        TypeError: it holds anything else.
    """
    return json.dumps(encoded(value), ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def loads(text: str) -> object:
    """Return the value that `dumps` encoded.

    Raises:
        Malformed: it is not such a text.
    """
    return decoded(parsed(text))


def parsed(text: str) -> object:
    """Return the value of a JSON text, as strict as `parse_json`.

    Raises:
        Malformed: it is not such a text.
    """
    try:
        return parse_json(text, "")
    except UserError as error:
        raise Malformed(say("a text in it must be JSON: {problems}", problems=str(error)[:200])) from None


def encoded(value: object) -> object:
    """Return `value` as JSON can hold it: what JSON lacks becomes an object with a single special key."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, Message):
        values = {name: encoded(_telling(part)) for name, part in value.values.items()}
        return {"say": value.template, "values": values}
    if isinstance(value, float) and not math.isfinite(value):
        return {"float": repr(value)}
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        parts = [encoded(part) for part in value]
        return parts if isinstance(value, list) else {"tuple": parts}
    if isinstance(value, Mapping) and all(isinstance(name, str) for name in value):
        return {"table": {name: encoded(part) for name, part in value.items()}}
    raise TypeError(f"a session cannot hold {type(value).__name__}")


def decoded(value: object) -> object:
    """Return the value that `encoded` turned into this.

    Raises:
        Malformed: `encoded` returns no such value.
    """
    if isinstance(value, list):
        return [decoded(part) for part in value]
    if not isinstance(value, dict):
        return value
    maker = _MAKERS.get(tuple(value))
    if maker is None:
        raise Malformed(say("a value in it must be of a known kind, not {got}", got=str(tuple(value))[:80]))
    return maker(*value.values())


def _telling(part: object) -> object:
    """Return a message's value, or its text: an error, for example, is only ever shown."""
    return part if isinstance(part, Message | bool | int | float | str | np.generic | None) else str(part)


def _number(text: object) -> float:
    if text not in ("nan", "inf", "-inf"):
        raise Malformed(say("a number in it must be nan, inf or -inf, not {got}", got=str(text)[:40]))
    return float(str(text))


def _tuple(parts: object) -> tuple[object, ...]:
    if not isinstance(parts, list):
        raise Malformed(say("a tuple in it must be a list of values"))
    return tuple(decoded(part) for part in parts)


def _table(parts: object) -> dict[str, object]:
    if not isinstance(parts, dict):
        raise Malformed(say("a table in it must be an object"))
    return {name: decoded(part) for name, part in parts.items()}


def _message(template: object, values: object) -> Message:
    if not isinstance(template, str) or len(template) > _TEMPLATE_LIMIT:
        raise Malformed(say("a sentence in it must be a text of at most {limit} characters", limit=_TEMPLATE_LIMIT))
    message = Message(template, _table(values))
    try:
        fits = all(_harmless(message, *place) for place in Formatter().parse(template)) and len(str(message))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise Malformed(say("a sentence in it must fit its values")) from None
    if fits is False or fits > _SENTENCE_LIMIT:
        raise Malformed(say("a sentence in it must name its values, and be short"))
    return message


def _harmless(message: Message, text: str, name: str | None, form: str | None, conversion: str | None) -> bool:
    return name is None or (name in message.values and _FORMAT.fullmatch(form or "") is not None)


_MAKERS: Mapping[tuple[str, ...], Callable[..., object]] = {
    ("float",): _number,
    ("tuple",): _tuple,
    ("table",): _table,
    ("say", "values"): _message,
}
