"""A painter that is still active when an exception is raised can end the program: each is closed by a `with`."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.test_layers import modules


def opened(tree: ast.AST) -> list[int]:
    """Return the lines on which a painter is opened on something, not by a `with`."""
    closed = {id(item.context_expr) for node in ast.walk(tree) if isinstance(node, ast.With) for item in node.items}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and id(node) not in closed]
    return [call.lineno for call in calls if getattr(call.func, "id", "") == "QPainter" and call.args]


def test_one_without_with_is_found() -> None:
    tree = ast.parse("with QPainter(a) as one:\n    pass\nother = QPainter(b)")
    assert opened(tree) == [3]


@pytest.mark.parametrize("layer", ["widgets", "scenes"])
def test_every_painter_is_closed_by_with(layer: str) -> None:
    found: list[tuple[Path, int]] = [(path, line) for path, tree in modules(layer) for line in opened(tree)]
    assert found == []
