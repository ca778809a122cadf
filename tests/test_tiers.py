"""The quick tests say something about every part; they and the slow ones together play everything that ships."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from metascope.simulator.engine.files import presets
from tests.contracts.runs import STORIES, each_kind, each_preset, each_story, quick

TESTS = Path(__file__).parent


def played() -> dict[str, bool]:
    """Return which scenarios the contract tests play, and whether they leave it to the slow tests."""
    return {one.id: "slow" in [mark.name for mark in one.marks] for one in each_preset.args[1]}


def test_every_scenario_that_ships_is_played_in_one_tier() -> None:
    assert set(played()) == {preset.name for preset in presets.shipped()}


def test_every_story_is_in_the_quick_tier() -> None:
    fast = {name for name, slow in played().items() if not slow}
    assert fast == quick()
    assert {presets.find(name).story for name in fast} == set(STORIES) == {it.name for it in each_story.args[1]}


def test_every_story_is_tried_at_its_bounds() -> None:
    assert {one.values[0].story for one in each_kind.args[1]} == set(STORIES)


def modules() -> Iterator[Path]:
    return (path for path in sorted(TESTS.rglob("test_*.py")) if "window" not in path.relative_to(TESTS).parts)


def test_every_module_of_tests_has_a_quick_one() -> None:
    assert [path for path in modules() if not _quick(path)] == []


def _quick(path: Path) -> bool:
    """Tell whether a module has a test that is not slow."""
    tests = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
    return any(test.name.startswith("test_") and "slow" not in map(_mark, test.decorator_list) for test in tests)


def _mark(decorator: ast.expr) -> str:
    return decorator.attr if isinstance(decorator, ast.Attribute) else ""
