"""How fast this computer is."""

from __future__ import annotations

import os

import pytest

from metascope.simulator.engine.cli import calibrating
from metascope.simulator.engine.cli.calibrating import Speed, machine, measure, read


def test_a_measurement_is_one_and_is_read_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "nice", lambda by: by)
    assert calibrating.main() == 0
    speed = read(capsys.readouterr().out)
    assert calibrating.LEAST <= speed.factor <= calibrating.MOST
    assert speed.spread >= 0


def test_half_the_speed_takes_twice_as_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibrating, "_fastest", lambda work: 0.5)
    monkeypatch.setattr(calibrating, "_REFERENCE", {"numbers": 0.25, "interpreter": 0.25})
    assert measure() == Speed(2.0, 0.0)
    monkeypatch.setattr(calibrating, "_REFERENCE", {"numbers": 0.5, "interpreter": 0.125})
    assert measure() == Speed(2.0, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "3",
        "[]",
        "{}",
        '{"factor": 0, "spread": 0}',
        '{"factor": 1, "spread": NaN}',
        '{"factor": 1e9, "spread": 0}',
        '{"factor": "x", "spread": 0}',
        '{"factor": 1, "spread": -1}',
        "[" * 100_000,
    ],
)
def test_what_is_no_measurement_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no measurement"):
        read(text)


def test_a_machine_is_the_same_one_each_time() -> None:
    assert machine() == machine()
    assert "Python" in machine()
