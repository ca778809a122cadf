"""Says how long scenarios take on this computer: a range once it has been measured; no more digits than are known."""

from __future__ import annotations

import math
from collections.abc import Callable

from metascope.simulator.engine.cli.calibrating import Speed
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.settings import missing_data
from metascope.widgets.look.translation import setting_text, translate

_LESS, _MORE = 0.85, 1.2  # of a time that was measured once: runs differ, and what they wait for
LONG = 5.0  # seconds of getting ready that are told before
_MINUTE = 60.0  # seconds from which minutes are told
_UNSURE = 2.0  # times as long as estimated from a count of multiplications, or as short
_STEPS = ((10.0, 1.0), (60.0, 5.0), (180.0, 10.0), (math.inf, 30.0))  # seconds up to which a time is rounded to what


def span(preset: Preset, speed: Speed | None) -> tuple[float, float]:
    """Return about how many seconds a scenario takes here, at least and at most.

    Where it plays at a pace of its own, a faster computer does not shorten it.
    """
    told = preset.expected_seconds
    if speed is None or missing_data(preset.settings) is not None:
        return told, told
    if preset.pace is not None:
        return told, told * max(1.0, speed.factor)
    doubt = 1.0 + speed.spread
    return told * speed.factor * _LESS / doubt, told * speed.factor * _MORE * doubt


def duration_text(preset: Preset, speed: Speed | None) -> str:
    """Return how long a scenario takes, in words: "10 to 15 s on this computer"."""
    missing = missing_data(preset.settings)
    if speed is None or missing is not None:
        time = translate("Gallery", "about {seconds:g} s").format(seconds=preset.expected_seconds)
    else:
        time = _ranged(*span(preset, speed))
    if missing is not None:
        text = translate("Gallery", "{time}; needs data of yours: {title}")
        time = text.format(time=time, title=setting_text(missing.title))
    if preset.beside:
        text = translate("Gallery", "{time}; {count} runs side by side")
        time = text.format(time=time, count=1 + len(preset.beside))
    return time


def _ranged(least: float, most: float) -> str:
    low, high = rounded(least, math.floor), rounded(most, math.ceil)
    if high <= 1:
        return translate("Gallery", "about a second on this computer")
    if high - low < 0.15 * high:
        return translate("Gallery", "about {seconds:g} s on this computer").format(seconds=high)
    if low >= 120:
        text = translate("Gallery", "{low:g} to {high:g} min on this computer")
        return text.format(low=math.floor(low / 30) / 2, high=math.ceil(high / 30) / 2)
    return translate("Gallery", "{low:g} to {high:g} s on this computer").format(low=low, high=high)


def rounded(seconds: float, towards: Callable[[float], int]) -> float:
    """Return a time in as few digits as it is known in, and at least a second."""
    step = next(step for limit, step in _STEPS if seconds <= limit)
    return max(1.0, towards(round(seconds / step, 6)) * step)


def preparing_text(seconds: float, speed: Speed | None) -> str:
    """Return in words that a run takes long to get ready: "3 to 8 minutes"; "" where it does not, or nobody knows.

    Args:
        seconds: as the settings estimate them, `Settings.preparing_seconds`.
        speed: of this computer; None: not measured yet.
    """
    factor, doubt = (1.0, 0.0) if speed is None else (speed.factor, speed.spread)
    if seconds * factor < LONG:
        return ""
    low, high = seconds * factor / _UNSURE / (1.0 + doubt), seconds * factor * _UNSURE * (1.0 + doubt)
    if seconds * factor < _MINUTE:
        text = translate("Stage", "Getting ready takes about {low:g} to {high:g} s with these settings")
        return text.format(low=rounded(low, math.floor), high=rounded(high, math.ceil))
    least, most = math.floor(low / 60), math.ceil(high / 60)
    if least < 1:
        text = translate("Stage", "Getting ready takes up to {most} minutes with these settings")
    else:
        text = translate("Stage", "Getting ready takes about {least} to {most} minutes with these settings")
    return text.format(least=least, most=most)
