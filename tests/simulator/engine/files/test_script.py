"""The text of a script: short, exact, and honest about what it needs."""

from __future__ import annotations

import ast

from metascope.simulator.engine.files.script import script
from metascope.simulator.engine.steering import Steering
from metascope.simulator.stories.landscapes.settings import LandscapesSettings

SETTINGS = LandscapesSettings().replaced(inner_rate=1 / 3, seed=5, steps=100)


def test_script_holds_the_settings_that_differ_exactly() -> None:
    text = script("landscapes", SETTINGS, [], 20)
    assert repr(1 / 3) in text
    assert "'seed': 5" in text
    assert "'inner_steps'" not in text
    assert "range(20)" in text


def test_script_is_short_and_compiles() -> None:
    events = [Steering(step, "phi", {"method": None, "to": [0.1 * step]}, step % 2 == 0) for step in range(5)]
    for origin in (None, 3):
        text = script("landscapes", SETTINGS, events, 20, origin=origin)
        ast.parse(text)
        assert len(text.splitlines()) < 50


def test_changes_after_the_last_step_are_left_out_and_those_at_it_are_not() -> None:
    events = [Steering(20, "inner_rate", 0.125), Steering(21, "inner_rate", 0.375)]
    text = script("landscapes", SETTINGS, events, 20)
    assert "0.125" in text
    assert "0.375" not in text


def test_title_cannot_end_the_docstring() -> None:
    text = script("landscapes", SETTINGS, [], 2, title='a """ b\n\\')
    assert isinstance(ast.parse(text).body[0], ast.Expr)


def test_script_of_another_beginning_asks_for_the_session() -> None:
    text = script("landscapes", SETTINGS, [], 20, origin=4)
    assert "started at meta-step 4" in text
    assert "open_session(Path(sys.argv[1]))" in text
    assert "range(16)" in text
