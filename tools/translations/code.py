"""Texts in the code, read from its syntax trees: `self.tr("...")`, `translate("...", "...")` and `say("...")`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

Text = tuple[str, str]  # context and source
_FORMULA = re.compile(r"\\text\{([^{}]*)\}")
_PROSE = re.compile(r"(?<![A-Za-z-])[a-z]{2,}")


class NotLiteralError(Exception):
    """A text that cannot be extracted, because the code does not say what it is."""


def translated(tree: ast.Module) -> Iterator[Text]:
    """Return the literals that are translated where they stand, `self.tr` under the name of the class around it."""
    for node, around in _with_parents(tree):
        if not isinstance(node, ast.Call):
            continue
        spelled, given = ast.unparse(node.func), [_literal(arg) for arg in node.args[:2]]
        if spelled == "self.tr" and given[0] is not None:
            yield next(it.name for it in reversed(around) if isinstance(it, ast.ClassDef)), given[0]
        elif spelled == "translate" and given[0] is not None and given[1] is not None:
            yield given[0], given[1]


def messages(tree: ast.Module, path: Path) -> Iterator[str]:
    """Return the templates of the messages that a module makes with `say`, those with words in them.

    A template may stand in a variable of the function or of the module, or among the values of a mapping there.

    Raises:
        NotLiteralError: a template is made in some other way.
    """
    for node, around in _with_parents(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != "say":
            continue
        try:
            found = list(_texts(node.args[0], [it for it in around if isinstance(it, ast.FunctionDef | ast.Module)]))
        except NotLiteralError as error:
            raise NotLiteralError(f"{path}:{node.lineno}: say() must be given a literal, not {error}") from None
        yield from filter(has_words, found)


def formula_words(tree: ast.Module) -> Iterator[str]:
    r"""Return the words in the formulas of a module, those of each `\text` in which there are some of prose."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            for found in _FORMULA.finditer(node.value):
                before = node.value[: found.start()]
                if before.count("{") == before.count("}") and _PROSE.search(found[1]):
                    yield found[1].strip()


def has_words(text: str) -> bool:
    """Tell whether anything is left to translate of a template without its places: a word or punctuation."""
    rest = "".join(part.partition("}")[2] for part in f"}}{text}".split("{"))
    return any(map(str.isalpha, rest)) or any(sign in rest for sign in (", ", "; ", ": "))


def _with_parents(tree: ast.Module) -> Iterator[tuple[ast.AST, tuple[ast.AST, ...]]]:
    """Return every node with the nodes around it, the module first."""
    pending: list[tuple[ast.AST, tuple[ast.AST, ...]]] = [(tree, ())]
    while pending:
        node, around = pending.pop()
        yield node, around
        pending += [(child, (*around, node)) for child in ast.iter_child_nodes(node)]


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _texts(node: ast.expr, scopes: list[ast.FunctionDef | ast.Module]) -> Iterator[str]:
    """Return every text that an expression may be.

    Raises:
        NotLiteralError: it may be something else, too.
    """
    text = _literal(node)
    if text is not None:
        yield text
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body, scopes), *_texts(node.orelse, scopes))
    elif isinstance(node, ast.Dict):
        yield from (text for value in node.values for text in _texts(value, scopes))
    elif isinstance(node, ast.Subscript):
        yield from _texts(node.value, scopes)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
        yield from _texts(node.func.value, scopes)
        yield from (text for arg in node.args[1:] for text in _texts(arg, scopes))
    elif isinstance(node, ast.Name) and (values := _assigned(node.id, scopes)):
        for value in values:
            yield from _texts(value, scopes)
    elif ast.unparse(node) != "None":  # None: nothing was found in a mapping, which the code asks about
        raise NotLiteralError(ast.unparse(node))


def _assigned(name: str, scopes: list[ast.FunctionDef | ast.Module]) -> list[ast.expr]:
    """Return what the innermost scope that assigns the variable assigns to it."""
    for scope in reversed(scopes):
        found = [
            node.value
            for node in ast.walk(scope)
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name) and target.id == name
        ]
        if found:
            return found
    return []
