"""The layers: who imports whom, read from every module's syntax tree, imports inside functions too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MOST = 16  # modules in one folder
FORBIDDEN = {
    "simulator": ("PySide6", "pyqtgraph", "widgets", "scenes", "main"),
    "widgets": (
        "torch",
        "safetensors",
        "scenes",
        "main",
        "simulator.stories",
        "simulator.episodes",
        "simulator.learners",
        "simulator.tasks",
    ),
    "scenes": ("torch", "main", "simulator.learners", "simulator.tasks"),
    "metascope": ("torch", "PySide6", "pyqtgraph", "widgets", "scenes"),  # what other programs import
}
# A room may import the rooms on the lines above its own, of the same layer.
# A package that holds others is a room of its loose modules.
ROOMS = {
    "simulator": (
        "simulator.engine",  # the contract
        "simulator.engine.history",
        "simulator.engine.files | simulator.engine.running",
        "simulator.engine.ideas | simulator.engine.lessons",
        "simulator.engine.compiling",
        "simulator.engine.steerable_simulation",  # what simulations have alike
        "simulator.engine.tensor_simulation",
        "simulator.engine.cli",
        "simulator.engine.sweeps",
        "simulator.tasks",
        "simulator.learners | simulator.episodes",
        "simulator.stories",
    ),
    "widgets": (
        "widgets.language",  # knows no other room
        "widgets.look",
        "widgets.form | widgets.views",
        "widgets.clock | widgets.window | widgets.runs | widgets.plots.canvas",
        "widgets.plots.maps | widgets.plots.series | widgets.methods | widgets.cell",
        "widgets.plots.handles",
        "widgets.plots.views | widgets.draw",
        "widgets.paper | widgets.episode | widgets.ideas | widgets.lessons",
    ),
    "scenes": (
        "scenes",  # the contract
        "scenes.views | scenes.kept | scenes.runs",
        "scenes.stories | scenes.unseen",
        "scenes.stage",
        "scenes.desk",
        "scenes.files | scenes.export | scenes.lessons",
        "scenes.start | scenes.sweeps",
        "scenes.ideas",
        "scenes.shell",
    ),
}
CLOSED = {  # rooms with a door of their own: the only rooms of their layer that they may import
    "scenes.stories": {"scenes", "scenes.views"},
    "scenes.views": {"scenes"},
    "scenes.runs": set[str](),
    "scenes.kept": set[str](),
}
TRANSLATORS = {
    "choice_text",
    "formula_text",
    "lesson_text",
    "preset_text",
    "setting_text",
    "method_text",
    "idea_text",
    "story_text",
    "localized",
}  # of texts that are declared elsewhere
LIGHT_ENGINE = {  # what the window needs before torch is there
    "simulator.engine.cli.languages",
    "simulator.engine.compiling.choice",
    "simulator.engine.computing",
    "simulator.engine.errors",
    "simulator.engine.files.atomic",
    "simulator.engine.files.moment",
    "simulator.engine.frame",
    "simulator.engine.history.metrics",
    "simulator.engine.ideas.content",
    "simulator.engine.ideas.parsing",
    "simulator.engine.lessons.values",
    "simulator.engine.method",
    "simulator.engine.files.preset_files",
    "simulator.engine.files.presets",
    "simulator.engine.history.recording",
    "simulator.engine.plugins",
    "simulator.engine.settings",
    "simulator.engine.steerable_simulation",
    "simulator.engine.story",
    "simulator.engine.tensor_simulation",
    "simulator.engine.text",
}


@cache
def modules(layer: str) -> list[tuple[Path, ast.Module]]:
    """Return the modules of a layer, each with its syntax tree."""
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted((ROOT / layer).rglob("*.py"))]


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module a tree imports, wherever in it, by its place in the tree.

    `from a import b` counts as a.b, importlib by its text; the package's own name, before all others, is left out.
    """
    yield from (name.removeprefix("metascope.") for name in _imports(tree))


def _imports(tree: ast.Module) -> Iterator[str]:
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


def room_of(module: str) -> str:
    """Return the innermost room that a module stands in; a package stands in the room around it."""
    known = [room for line in ROOMS[module.partition(".")[0]] for room in line.split(" | ")]
    return max((room for room in known if module == room or module.startswith(f"{room}.")), key=len, default="")


def room_breaches(module: str, tree: ast.Module) -> list[str]:
    """Return the imports by which a module reaches into a room that its own room may not see."""
    layer = module.partition(".")[0]
    order = {room: place for place, line in enumerate(ROOMS[layer]) for room in line.split(" | ")}
    own = room_of(module)
    found = []
    for name in imports(tree):
        if name.partition(".")[0] != layer or (other := room_of(name)) in ("", own):
            continue
        allowed = CLOSED.get(own)
        if order[other] >= order[own] if allowed is None else other not in allowed:
            found.append(name)
    return found


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
        ("simulator", "import importlib\nimportlib.import_module('scenes.stage.stage')"),
        ("widgets", "from torch import nn"),
        ("widgets", "from simulator import stories"),
        ("scenes", "class A:\n    def f(self):\n        import torch"),
    ],
)
def test_a_broken_rule_is_seen(layer: str, source: str) -> None:
    assert breaches(layer, ast.parse(source))


@pytest.mark.parametrize("layer", ROOMS)
def test_no_room_imports_one_above_it(layer: str) -> None:
    found = {}
    for path, tree in modules(layer):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if broken := room_breaches(module, tree):
            found[module] = broken
    assert found == {}


def others_stories(module: str, tree: ast.Module) -> list[str]:
    """Return the imports of a story that is not the module's own; what several share stands outside all of them."""
    own = story_of(module)
    return [name for name in imports(tree) if (other := story_of(name)) and other != own]


def story_of(module: str) -> str:
    """Return the story that a module belongs to, "" if it belongs to none."""
    parts = module.split(".")
    return parts[2] if len(parts) > 2 and parts[1] == "stories" and parts[0] in ROOMS else ""


@pytest.mark.parametrize("layer", ROOMS)
def test_no_story_imports_another_one_and_what_they_share_imports_none(layer: str) -> None:
    found = {}
    for path, tree in modules(layer):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if broken := others_stories(module, tree):
            found[module] = broken
    assert found == {}


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("simulator.stories.picture_starts.frame", "from simulator.stories.metric_learning.frame import Table"),
        ("scenes.stories.picture_starts.scene", "from simulator.stories.metric_learning import names"),
        ("scenes.views.episode", "from simulator.stories.metric_learning.names import QUERY"),
    ],
)
def test_an_import_of_another_story_is_seen(module: str, source: str) -> None:
    assert others_stories(module, ast.parse(source))


@pytest.mark.parametrize("layer", ROOMS)
def test_every_module_stands_in_a_room(layer: str) -> None:
    loose = [path for path, _ in modules(layer) if path.name != "__init__.py"]
    names = {path: ".".join(path.relative_to(ROOT).with_suffix("").parts) for path in loose}
    assert [name for name in names.values() if not room_of(name)] == []


@pytest.mark.parametrize("layer", ROOMS)
def test_no_room_is_crowded(layer: str) -> None:
    found: dict[str, int] = {}
    for path, _ in modules(layer):
        if path.name != "__init__.py":
            found[str(path.parent.relative_to(ROOT))] = found.get(str(path.parent.relative_to(ROOT)), 0) + 1
    assert {folder: count for folder, count in found.items() if count > MOST} == {}


def test_every_room_says_what_belongs_there() -> None:
    for layer in ROOMS:
        for path, tree in modules(layer):
            if path.name == "__init__.py":
                assert ast.get_docstring(tree), path


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("scenes.stories.ntm.scene", "from scenes.stage.stage import Stage"),
        ("scenes.stories.ntm.scene", "from scenes.runs import run"),
        ("scenes.stage.host", "def f():\n    from scenes.shell.window import Window"),
        ("scenes.unseen.ghosts", "from scenes.desk.desk import Desk"),
        ("widgets.look.theme", "from widgets.plots.canvas.ink import Pixels"),
        ("simulator.engine.frame", "import simulator.engine.running.runner"),
        ("simulator.learners.rules", "from simulator.stories import ntm"),
    ],
)
def test_a_door_that_must_stay_shut_is_seen(module: str, source: str) -> None:
    assert room_breaches(module, ast.parse(source))


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
            if name in setters | {"Label", "QLabel", "QPushButton", "QCheckBox", "QGroupBox"} and literal:
                found.append(f"{path.name}:{node.lineno} untranslated text in {name}")
    assert found == []


MARKED_UP = {"QLabel", "QMessageBox", "QErrorMessage", "QTextBrowser", "QTextEdit", "QTextDocument", "QStaticText"}
TIPS = {"setToolTip": 0, "showText": 1, "setTabToolTip": 1, "setWhatsThis": 0}  # which argument is the text


def marked_up(tree: ast.Module) -> list[int]:
    """Return the lines whose texts Qt may take for rich text; a text of the program's own may be a tooltip as it is."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base) in MARKED_UP for base in node.bases):
            found.append(node.lineno)
        elif isinstance(node, ast.Call):
            name, spelled = getattr(node.func, "attr", ""), ast.unparse(node.func)
            if spelled.rpartition(".")[0] in MARKED_UP or spelled in MARKED_UP or name in ("setHtml", "setMarkdown"):
                found.append(node.lineno)
            elif name in TIPS and (name != "showText" or spelled == "QToolTip.showText"):
                found += [] if _is_plain(node.args[TIPS[name]]) else [node.lineno]
    return found


def _is_plain(text: ast.expr) -> bool:
    if not isinstance(text, ast.Call):
        return False
    own = ast.unparse(text.func) in ("self.tr", "translate") and all(isinstance(it, ast.Constant) for it in text.args)
    return own or ast.unparse(text.func) == "plain_tip"


@pytest.mark.parametrize("layer", ["widgets", "scenes"])
def test_no_text_is_taken_for_rich_text(layer: str) -> None:
    """A file's texts may hold markup, which names pictures that Qt reads from this computer's disk."""
    found = {
        path.name: lines for path, tree in modules(layer) if path.name != "plain.py" and (lines := marked_up(tree))
    }
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        "QLabel(title)",
        "class Name(QLabel): ...",
        "QMessageBox(self)",
        "QMessageBox.about(self, 'About', text)",
        "self.setToolTip(title)",
        "self.setToolTip(self.tr('Open: {title}').format(title=title))",
        "QToolTip.showText(at, self._tip(at), self)",
        "item.setHtml(text)",
    ],
)
def test_a_text_that_may_be_taken_for_rich_text_is_seen(source: str) -> None:
    assert marked_up(ast.parse(source)) == [1]


@pytest.mark.parametrize(
    "source", ["Label(title)", "self.setToolTip(plain_tip(title))", "self.setToolTip(self.tr('Close'))"]
)
def test_a_text_that_is_plain_is_let_be(source: str) -> None:
    assert marked_up(ast.parse(source)) == []


def untranslatable(tree: ast.Module) -> list[int]:
    """Return the lines whose texts lupdate does not find, or not under the context they are looked up with."""
    allowed = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef) and function.name in TRANSLATORS
        for node in ast.walk(function)
    }
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or id(node) in allowed:
            continue
        spelled = ast.unparse(node.func)
        if spelled in ("translate", "QCoreApplication.translate"):
            literals = 2  # context and text
        elif spelled.endswith(".tr"):
            literals = 1 if spelled == "self.tr" else len(node.args) + 1  # lupdate takes the name for a context
        elif spelled == "tr" or (spelled == "partial" and "translate" in map(ast.unparse, node.args)):
            literals = len(node.args) + 1
        else:
            continue
        given = [isinstance(arg, ast.Constant) and isinstance(arg.value, str) for arg in node.args[:literals]]
        if len(given) < literals or not all(given):
            found.append(node.lineno)
    return found


@pytest.mark.parametrize("layer", ["widgets", "scenes"])
def test_every_text_that_is_translated_can_be_extracted(layer: str) -> None:
    found = {path.name: lines for path, tree in modules(layer) if (lines := untranslatable(tree))}
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        "self.tr(title)",
        "self.tr(f'{title}')",
        "tr('File')",
        "window.tr('File')",
        "translate('Menus', title)",
        "translate(menus, 'File')",
        "partial(translate, 'Menus')",
    ],
)
def test_a_text_that_cannot_be_extracted_is_seen(source: str) -> None:
    assert untranslatable(ast.parse(source)) == [1]


@pytest.mark.parametrize(
    "source", ["self.tr('File')", "translate('Menus', 'File')", "painter.translate(at)", "name.translate(table)"]
)
def test_a_text_that_can_be_extracted_is_let_be(source: str) -> None:
    assert untranslatable(ast.parse(source)) == []


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
