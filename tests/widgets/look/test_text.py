"""Numbers and messages read well."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from metascope.simulator.engine.text import say
from metascope.widgets.look.text import duration, localized, number, told_together


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.0, "0"),
        (1.0, "1"),
        (-0.5, "−0.5"),
        (0.123456, "0.123"),
        (12.3456, "12.3"),
        (1234.5678, "1235"),
        (100.0, "100"),
        (0.00012345, "0.000123"),
        (1.25e-7, "1.25e−7"),
        (2e9, "2e9"),
        (math.nan, "–"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (0.9999, "1"),
    ],
)
def test_numbers_have_as_many_digits_as_they_mean(value: float, text: str) -> None:
    assert number(value) == text


def test_more_digits_are_shown_when_asked_for() -> None:
    assert number(math.pi, 5) == "3.1416"


class _Shouting(QTranslator):
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return source.upper().replace("{N}", "{n}").replace("{REASON}", "{reason}") if context == "Message" else ""


@pytest.fixture
def shouting(qapp: QApplication) -> Iterator[None]:
    translator = _Shouting()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_message_is_english_without_a_translation(qapp: QApplication) -> None:
    assert localized(say("step {n} of 3", n=2)) == "step 2 of 3"


@pytest.mark.usefixtures("shouting")
def test_message_and_the_messages_within_are_translated() -> None:
    inner = say("loss {n}", n=1)
    assert localized(say("stopped: {reason}", reason=inner)) == "STOPPED: LOSS 1"


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "0:00"), (4.6, "0:05"), (59.6, "1:00"), (754, "12:34"), (3600, "1:00:00"), (7384, "2:03:04")],
)
def test_seconds_are_told_as_a_clock_does(seconds: float, told: str) -> None:
    assert duration(seconds) == told


def test_sentences_follow_each_other_as_their_language_has_it() -> None:
    assert told_together(["Set k to 0.", "Then press Space."]) == "Set k to 0. Then press Space."
    assert told_together(["把 k 设为 0。", "然后按空格键。"]) == "把 k 设为 0。然后按空格键。"
    assert told_together([]) == ""
