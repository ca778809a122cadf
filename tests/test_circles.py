"""No import circles: modules can be read from the bottom up, each after those that it is made of.

Imports inside functions and under TYPE_CHECKING count: whoever reads a module has to read those, too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.test_layers import ROOT, imports

Graph = Mapping[str, set[str]]  # module -> the modules that it imports


def name_of(path: Path) -> str:
    """Return what a module is called; a package is called by its folder."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def sources() -> Iterator[tuple[str, str]]:
    """Yield every module of the program by name, with its text."""
    layers = (path for layer in ("simulator", "widgets", "scenes") for path in (ROOT / layer).rglob("*.py"))
    for path in sorted((ROOT / "main.py", *layers)):
        yield name_of(path), path.read_text(encoding="utf-8")


def graph_of(modules: Mapping[str, str]) -> Graph:
    """Return who imports whom; `from a import b` counts as a.b where that is a module, otherwise as a."""
    found: dict[str, set[str]] = {}
    for name, text in modules.items():
        asked = imports(ast.parse(text))
        known = (next((one for one in (full, full.rpartition(".")[0]) if one in modules), None) for full in asked)
        found[name] = {one for one in known if one is not None}
    return found


def circles(graph: Graph) -> list[list[str]]:
    """Return the modules that reach themselves, those which reach each other together, in order of their names."""
    reached = {name: reach(graph, name) for name in graph}
    found = {
        frozenset(other for other in reached[name] if name in reached[other]) for name in graph if name in reached[name]
    }
    return sorted(sorted(circle) for circle in found)


def reach(graph: Graph, name: str) -> set[str]:
    """Return what a module imports, by way of others too."""
    found: set[str] = set()
    waiting = list(graph[name])
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += graph[one]
    return found


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = graph_of(dict(sources()))
    assert {name.partition(".")[0] for name in graph} == {"main", "simulator", "widgets", "scenes"}
    assert sum(map(len, graph.values())) > len(graph) > 300, "the modules and what they import were found"
    assert circles(graph) == []


@pytest.mark.parametrize(
    "back",
    [
        "import box.one",
        "from box import one",
        "from box.one import thing",
        "def f():\n    from box.one import thing",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from box import one",
    ],
)
def test_a_circle_is_seen_however_it_is_closed(back: str) -> None:
    modules = {"box": "", "box.one": "from box import two", "box.two": "import box.three", "box.three": back}
    assert circles(graph_of(modules)) == [["box.one", "box.three", "box.two"]]


def test_a_package_is_in_a_circle_only_by_what_is_its_own() -> None:
    package = {"box": "from box.one import thing\nmore = thing", "box.two": "import os"}
    assert circles(graph_of({**package, "box.one": "from box import two"})) == []
    assert circles(graph_of({**package, "box.one": "from box import more"})) == [["box", "box.one"]]


def test_circles_are_told_apart_and_what_only_leads_to_one_is_not_part_of_it() -> None:
    graph = {"a": {"b"}, "b": {"a"}, "c": {"c"}, "d": {"a", "c", "e"}, "e": set[str]()}
    assert circles(graph) == [["a", "b"], ["c"]]
