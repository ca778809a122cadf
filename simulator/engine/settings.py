"""Declares settings once, with type, bounds, unit, symbol and help, for the form, the command line and presets."""

from __future__ import annotations

import json
import math
import types
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Literal, Self, TypeVar, Union, cast, get_args, get_origin
from urllib.parse import urlsplit
from urllib.request import url2pathname

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError, model_validator
from pydantic_core import ErrorDetails

from metascope.simulator.engine.annotations import unaliased
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.text import Message, say

Shapes = Mapping[str, tuple[int, ...]]  # of tensors, by name
ANY_SIZE = -1  # of an axis of which only the data know
_BYTES = 4  # of a number in single precision
_COPIES = 5  # of the weights: themselves, their gradient, two moments of an optimizer, and what a checkpoint copies


def setting(
    default: object,
    title: str,
    *,
    help: str,
    symbol: str = "",
    unit: str = "",
    group: str = "Training",
    live: bool = False,
    low: float | None = None,
    high: float | None = None,
    logarithmic: bool = False,
    only_for: Mapping[str, Sequence[JsonValue]] | Mapping[tuple[str, ...], Sequence[JsonValue]] | None = None,
    needed: bool = False,
) -> Any:
    """Declare a setting: its default, title, one-line help, and the other parts of `Declaration`; bounds are inclusive.

    It matters where each setting named in `only_for`, or one of several in a tuple, has one of the values.

    rate: float = setting(0.1, "Learning rate", help="Step size", symbol="α", live=True, low=0.0, high=1.0)
    """
    extra: dict[str, JsonValue] = {
        "symbol": symbol,
        "unit": unit,
        "group": group,
        "live": live,
        "logarithmic": logarithmic,
        "only_for": [
            [[key] if isinstance(key, str) else [*key], [*values]] for key, values in (only_for or {}).items()
        ],
        "needed": needed,
    }
    return Field(default, title=title, description=help, ge=low, le=high, json_schema_extra=extra)


def steps_setting(default: int = 400, updates: Literal["one", "some", "several"] = "one") -> Any:
    """Declare `steps`, of which each is one update or, always or with some values of `updates`, several."""
    told = {
        "one": "Meta-steps until the run finishes",
        "some": "Meta-steps until the run finishes; each is one or several updates",
        "several": "Meta-steps until the run finishes; each is several updates",
    }
    bounds: dict[str, Any] = {"low": 1, "high": 10_000_000, "logarithmic": True}
    return setting(default, "Meta-steps", help=told[updates], group="Run", **bounds)


class Declared(BaseModel):
    """Values declared with `setting`: frozen, strict, without unknown names or NaN."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False, validate_default=True)

    @classmethod
    def parse(cls, values: Mapping[str, object]) -> Self:
        """Return the settings that untrusted `values`, as JSON holds them, describe; missing ones are the defaults.

        A folder's path loses blanks, quotes and "file://" around it and, if relative, becomes absolute: what is saved
        means the same elsewhere. What begins with ~ or $ stays, and is resolved when it is read.

        Raises:
            UserError: names every problem, each with the setting that it concerns.
        """
        values = _with_plain_paths(cls, values)
        alike = {problem.where: problem for problem in _merely_equal(cls, values)}
        try:
            return cls.model_validate_json(json.dumps({**values, **dict.fromkeys(alike)}))  # no choice is null
        except ValidationError as error:
            problems = (_problem(cls, detail) for detail in error.errors())
            raise UserError(alike.get(problem.where, problem) for problem in problems) from None
        except (TypeError, ValueError, RecursionError) as error:
            raise UserError([Problem("", say("settings must be plain values: {error}", error=error))]) from None

    def replaced(self, **values: object) -> Self:
        """Return a copy with some values changed, checked as `parse` checks them."""
        return type(self).parse({**self.model_dump(mode="json"), **values})

    def chosen(self) -> dict[str, object]:
        """Return the values of the settings that are declared, as JSON holds them: what a person may choose."""
        values = self.model_dump(mode="json")
        return {declared.name: values[declared.name] for declared in declarations(type(self))}

    def differences(self) -> dict[str, object]:
        """Return the values that differ from the defaults, as JSON holds them."""
        mine, defaults = self.model_dump(mode="json"), type(self)().model_dump(mode="json")
        return {name: value for name, value in mine.items() if value != defaults[name]}


class Settings(Declared):
    """The settings of one run. Subclassed once per story.

    A story may declare `steps` and `seed` again with another default. Its rules between settings are registered with
    `rules_for` and checked together, after each setting by itself.

        class TinySettings(Settings):
            rate: float = setting(0.1, "Learning rate", help="Step size", symbol="α", low=0.0, high=1.0)

        TinySettings.parse({"rate": 0.5, "seed": 1}).replaced(rate=0.2)
    """

    rules_apart: ClassVar[bool] = False  # rules are in another module, without which no settings may count as valid
    optional_weights: ClassVar[str] = ""  # with this begin the names of weights that a file may do without, all of them
    looked_at: ClassVar[frozenset[str]] = frozenset({"shown"})  # names of settings that choose what is seen, no more

    steps: int = steps_setting()
    seed: int = setting(0, "Seed", help="Determines every random draw of the run", group="Run", low=0, high=2**31 - 1)

    @property
    def is_random(self) -> bool:
        """Whether the seed decides anything with these settings."""
        return True

    @property
    def trains(self) -> bool:
        """Whether meta-steps change anything; where none does, Space plays the inner clock."""
        return True

    @property
    def weight_shapes(self) -> Shapes:
        """The shapes of the weights of all methods, as `Simulation.weights` returns them; empty: nobody knows.

        A file of weights is compared with them before anything is built. An axis that the run's data decide is
        `ANY_SIZE`.
        """
        return {}

    @property
    def weights_count(self) -> int:
        """How many numbers the weights of all methods are, as far as the settings say; 0: nobody knows."""
        return sum(math.prod(map(abs, shape)) for shape in self.weight_shapes.values())

    @property
    def working_bytes(self) -> int:
        """About how many bytes a meta-step takes beside the weights, such as for back-propagation through time."""
        return 0

    @property
    def preparing_seconds(self) -> float:
        """About how many seconds a run takes to get ready, where scenarios' times are measured; 0: nobody knows.

        A story says so whose settings may make that a matter of minutes, within a factor of two.
        """
        return 0.0

    @property
    def estimated_bytes(self) -> int:
        """About how many bytes of memory training takes at most; known before anything is built."""
        return _BYTES * _COPIES * self.weights_count + self.working_bytes

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if problems := [Problem(where, message) for where, message in _conflicts(self)]:
            raise UserError(problems)
        return self


def prefixed(**parts: Shapes) -> dict[str, tuple[int, ...]]:
    """Return the shapes of all parts, each name after that of its part and a point."""
    return {f"{part}.{name}": shape for part, shapes in parts.items() for name, shape in shapes.items()}


Conflict = tuple[str, Message]  # a setting's name, and what it must be
S = TypeVar("S", bound=Settings)
_RULES: dict[type[Settings], list[Callable[[Settings], Iterable[Conflict]]]] = defaultdict(list)


def rules_for(settings: type[S]) -> Callable[[Callable[[S], Iterable[Conflict]]], Callable[[S], Iterable[Conflict]]]:
    """Return a decorator that registers a function as the rules of `settings` and of its subclasses.

    The function is called whenever such settings are created, and yields every conflict for the `UserError`.
    """

    def register(rules: Callable[[S], Iterable[Conflict]]) -> Callable[[S], Iterable[Conflict]]:
        def checked(values: Settings) -> Iterable[Conflict]:
            assert isinstance(values, settings), "rules are asked about their own settings"
            return rules(values)

        _RULES[settings].append(checked)
        return rules

    return register


def _conflicts(values: Settings) -> Iterator[Conflict]:
    """Yield every conflict between the settings.

    Raises:
        LookupError: their rules are in a module that has not been imported.
    """
    rules = [rule for kind in type(values).__mro__ if kind in _RULES for rule in _RULES[kind]]
    if values.rules_apart and not rules:
        raise LookupError(f"the rules between the settings of {type(values).__name__} are not imported")
    for rule in rules:
        yield from rule(values)


Kind = Literal["flag", "whole", "real", "choice", "table", "folder"]  # a folder is a path that a person names


@dataclass(frozen=True)
class Declaration:
    """One declared setting, with everything that a form needs."""

    name: str
    title: str
    help: str
    symbol: str  # from the paper, may be empty
    unit: str  # may be empty
    group: str
    live: bool  # may change while running
    kind: Kind
    default: object  # as JSON holds it
    low: float | None = None
    high: float | None = None
    choices: tuple[object, ...] = ()
    logarithmic: bool = False  # spans orders of magnitude: a slider uses a logarithmic scale
    only_for: tuple[tuple[tuple[str, ...], tuple[object, ...]], ...] = ()  # other settings, one of which must have one
    # of the values for this one to matter
    needed: bool = False  # a folder without which no run can begin

    def matters(self, values: Mapping[str, object]) -> bool:
        """Return whether the setting has an effect, given these values of the others."""
        return all(any(values[name] in wanted for name in names) for names, wanted in self.only_for)


def declarations(settings: type[Declared]) -> tuple[Declaration, ...]:
    """Return the declarations of `settings`, in order; a field that is a model of its own is no person's to choose."""
    return _declarations(settings)


@cache
def _declarations(settings: type[Declared]) -> tuple[Declaration, ...]:
    kinds = {name: field.annotation for name, field in settings.model_fields.items()}
    models = {name for name, kind in kinds.items() if isinstance(kind, type) and issubclass(kind, BaseModel)}
    return tuple(_declaration(settings, name) for name in kinds if name not in models)


def missing_data(settings: Declared) -> Declaration | None:
    """Return the setting that must name a folder before a run can begin, and does not yet."""
    values = settings.model_dump(mode="json")
    empty = (one for one in declarations(type(settings)) if one.needed and not values[one.name])
    return next((one for one in empty if one.matters(values)), None)


def _declaration(settings: type[Declared], name: str) -> Declaration:
    field = settings.model_fields[name]
    extra = field.json_schema_extra
    assert isinstance(extra, dict), f"{name} must be declared with setting()"
    only_for = cast("list[tuple[list[str], list[object]]]", extra["only_for"])
    kind, choices = _kind(field.annotation)
    bounds = {key: getattr(rule, key) for rule in field.metadata for key in ("ge", "le") if hasattr(rule, key)}
    return Declaration(
        name=name,
        title=field.title or name,
        help=field.description or "",
        symbol=str(extra["symbol"]),
        unit=str(extra["unit"]),
        group=str(extra["group"]),
        live=bool(extra["live"]),
        kind=kind,
        default=json.loads(json.dumps(field.default)),
        low=bounds.get("ge"),
        high=bounds.get("le"),
        choices=choices,
        logarithmic=bool(extra["logarithmic"]),
        only_for=tuple((tuple(others), tuple(wanted)) for others, wanted in only_for),
        needed=bool(extra["needed"]),
    )


def _kind(annotation: object) -> tuple[Kind, tuple[object, ...]]:
    annotation = unaliased(annotation)
    origin = get_origin(annotation)
    if origin is Literal:
        return "choice", get_args(annotation)
    if origin is tuple:
        return "table", ()
    if origin in (Union, types.UnionType):
        return _kind(next(part for part in get_args(annotation) if part is not type(None)))
    if annotation is bool:
        return "flag", ()
    if annotation is str:
        return "folder", ()
    return ("whole", ()) if annotation is int else ("real", ())


def _with_plain_paths(settings: type[Declared], values: Mapping[str, object]) -> dict[str, object]:
    fields = settings.model_fields
    return {
        name: _plain_path(value)
        if isinstance(value, str) and name in fields and _kind(fields[name].annotation)[0] == "folder"
        else value
        for name, value in values.items()
    }


def _plain_path(text: str) -> str:
    """Return a path as a person means it who typed or pasted `text`."""
    path = text.strip()
    if len(path) > 1 and path[0] == path[-1] and path[0] in "'\"":
        path = path[1:-1].strip()
    if path.lower().startswith("file:"):
        with suppress(ValueError):  # it only looks like an address
            path = url2pathname(urlsplit(path).path)
    if not path or path.startswith(("~", "$", "%")):
        return path
    try:
        return str(Path.cwd() / path)
    except OSError:  # the working directory is gone
        return path


def _merely_equal(settings: type[Declared], values: Mapping[str, object]) -> Iterator[Problem]:
    """Yield a problem for each value that only equals a choice: a strict Literal takes true and 1.0 for 1."""
    for name, value in values.items():
        choices = _kind(settings.model_fields[name].annotation)[1] if name in settings.model_fields else ()
        if value in choices and not any(type(value) is type(choice) and value == choice for choice in choices):
            yield Problem(
                name, say(_SENTENCES["literal_error"], expected=" or ".join(map(repr, choices)), got=json.dumps(value))
            )


_SENTENCES = {
    "greater_than_equal": "must be at least {ge}, not {got}",
    "less_than_equal": "must be at most {le}, not {got}",
    "int_type": "must be a whole number, not {got}",
    "int_from_float": "must be a whole number, not {got}",
    "float_type": "must be a number, not {got}",
    "string_type": "must be text, not {got}",
    "bool_type": "must be true or false, not {got}",
    "finite_number": "must be a finite number, not {got}",
    "literal_error": "must be {expected}, not {got}",
    "tuple_type": "must be a list, not {got}",
    "list_type": "must be a list, not {got}",
    "dict_type": "must be an object, not {got}",
    "model_type": "must be an object, not {got}",
    "greater_than": "must be more than {gt}, not {got}",
    "string_too_short": "must have at least {min_length} characters",
    "string_too_long": "must have at most {max_length} characters",
    "too_short": "must have at least {min_length} entries, not {actual_length}",
    "too_long": "must have at most {max_length} entries, not {actual_length}",
    "missing": "is missing",
}


def _problem(settings: type[Declared], detail: ErrorDetails) -> Problem:
    where = ".".join(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        near = get_close_matches(where, settings.model_fields, n=1)
        if near:
            return Problem(where, say("is not a setting; did you mean {near}?", near=near[0]))
        return Problem(where, say("is not a setting of this story"))
    return Problem(where, told(detail))


def told(detail: ErrorDetails) -> Message:
    """Return what pydantic found, as a sentence for the person who wrote the value."""
    got = json.dumps(detail["input"], default=str)
    got = got if len(got) <= 60 else got[:57] + "..."
    if detail["type"] == "value_error":
        return say("{reason}", reason=detail["ctx"]["error"])
    sentence = _SENTENCES.get(detail["type"])
    if sentence is None:
        return say("{reason}, not {got}", reason=detail["msg"], got=got)
    return say(sentence, got=got, **detail.get("ctx", {}))
