"""Visible text: translated messages, and numbers with their significant digits."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from metascope.simulator.engine.text import Message
from metascope.widgets.look.translation import method_text, translate

_MINUS = re.compile(r"(?<!\w)-(?=[\d.])")  # in front of a number


def localized(message: Message) -> str:
    """Return the message in the person's language; values that are messages or methods' names are translated too."""
    template = translate("Message", message.template)
    return template.format(**{name: _localized_value(value) for name, value in message.values.items()})


def _localized_value(value: object) -> object:
    if isinstance(value, Message):
        return localized(value)
    return _MINUS.sub("−", method_text(value)) if isinstance(value, str) else value


def enumerated(parts: Iterable[str]) -> str:
    """Return names in a row, with the commas of the person's language between them."""
    return translate("Punctuation", ", ").join(parts)


def in_turn(parts: Iterable[str]) -> str:
    """Return sentences or longer parts one after the other, with the semicolons of the person's language between."""
    return translate("Punctuation", "; ").join(parts)


def told_together(sentences: Iterable[str]) -> str:
    """Return sentences one after the other; no space follows a full-width stop, which has its own."""
    return re.sub(r"(?<=[。！？]) ", "", " ".join(sentences))


def located(where: str, text: str) -> str:
    """Return what is said about a place, behind its name if it has one."""
    return translate("Punctuation", "{where}: {text}").format(where=where, text=text) if where else text


def number(value: float, digits: int = 3) -> str:
    """Return `value` with `digits` significant digits, a true minus sign, and no needless zeros.

    Between 0.0001 and 1,000,000 in plain digits, beyond as `1.2e6`; `–` for NaN.
    """
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == 0:
        return "0"
    plain = 1e-4 <= abs(value) < 1e6
    text = _plain(value, digits) if plain else _scientific(value, digits)
    return text.replace("-", "−")


def duration(seconds: float) -> str:
    """Return seconds as a clock shows them: 0:05, 12:00, 1:02:03."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _plain(value: float, digits: int) -> str:
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _scientific(value: float, digits: int) -> str:
    mantissa, exponent = f"{value:.{digits - 1}e}".split("e")
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{mantissa}e{int(exponent)}"
