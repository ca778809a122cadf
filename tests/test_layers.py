"""The layers: who imports whom, read from every module's syntax tree, imports inside functions too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FORBIDDEN = {
    "simulator": ("PySide6", "pyqtgraph", "widgets", "scenes", "main"),
    "widgets": ("torch", "safetensors", "scenes", "main", "simulator.stories", "simulator.learners", "simulator.tasks"),
    "scenes": ("torch", "main", "simulator.learners", "simulator.tasks"),
}
LIGHT_ENGINE = {  # what the window needs before torch is there
    "simulator.engine.computing",
    "simulator.engine.errors",
    "simulator.engine.files",
    "simulator.engine.frame",
    "simulator.engine.metrics",
    "simulator.engine.presets",
    "simulator.engine.recording",
    "simulator.engine.settings",
    "simulator.engine.story",
    "simulator.engine.text",
}


def modules(layer: str) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / layer).rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module a tree imports, wherever in it; `from a import b` counts as a.b, importlib by its text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
            "import_module",
            "__import__",
        ):
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))


def breaches(layer: str, tree: ast.Module) -> list[str]:
    return [
        name
        for name in imports(tree)
        if any(name == banned or name.startswith(banned + ".") for banned in FORBIDDEN[layer])
    ]


@pytest.mark.parametrize("layer", FORBIDDEN)
def test_no_layer_imports_one_above_it(layer: str) -> None:
    found = {str(path.relative_to(ROOT)): broken for path, tree in modules(layer) if (broken := breaches(layer, tree))}
    assert found == {}


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        ("simulator", "import PySide6.QtCore"),
        ("simulator", "def f():\n    from widgets import theme"),
        ("simulator", "import importlib\nimportlib.import_module('scenes.stage')"),
        ("widgets", "from torch import nn"),
        ("widgets", "from simulator import stories"),
        ("scenes", "class A:\n    def f(self):\n        import torch"),
    ],
)
def test_a_broken_rule_is_seen(layer: str, source: str) -> None:
    assert breaches(layer, ast.parse(source))


def test_the_light_engine_never_imports_torch() -> None:
    for name in sorted(LIGHT_ENGINE):
        path = ROOT / Path(*name.split(".")).with_suffix(".py")
        top: list[ast.stmt] = [
            node
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.Import | ast.ImportFrom)
        ]
        heavy = [one for one in imports(ast.Module(top, [])) if one.split(".")[0] in ("torch", "safetensors")]
        assert heavy == [], name


@pytest.mark.parametrize("layer", ["widgets", "scenes"])
def test_visible_text_goes_through_tr_with_format_after_it(layer: str) -> None:
    """`tr(f"...")` cannot be translated, and a literal handed to a label is not translated at all."""
    setters = {"setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setPlaceholderText", "setStatusTip"}
    found = []
    for path, tree in modules(layer):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name, first = getattr(node.func, "attr", getattr(node.func, "id", "")), node.args[0]
            if name in ("tr", "translate") and any(isinstance(arg, ast.JoinedStr) for arg in node.args):
                found.append(f"{path.name}:{node.lineno} f-string inside tr")
            literal = isinstance(first, ast.JoinedStr) or (
                isinstance(first, ast.Constant) and isinstance(first.value, str) and any(map(str.isalpha, first.value))
            )
            if name in setters | {"QLabel", "QPushButton", "QCheckBox", "QGroupBox"} and literal:
                found.append(f"{path.name}:{node.lineno} untranslated text in {name}")
    assert found == []


def test_no_module_name_says_nothing() -> None:
    empty = {"utils", "helpers", "common", "misc", "manager"}
    assert [path for layer in FORBIDDEN for path, _ in modules(layer) if path.stem in empty] == []


@pytest.mark.parametrize("layer", ["widgets", "scenes"])
def test_colours_are_named_in_the_theme_alone(layer: str) -> None:
    found = [
        f"{path.name}:{node.lineno}"
        for path, tree in modules(layer)
        if path.name != "theme.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith("#")
        and len(node.value) in (4, 7, 9)
        and all(letter in "0123456789abcdefABCDEF" for letter in node.value[1:])
    ]
    assert found == []
