"""Makes frames of what a training loop hands over, and learns names and shapes from the first that has them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar, final

import numpy as np
from numpy.typing import NDArray
from pydantic import ValidationError

from metascope.simulator.engine.arrays import Single, frozen
from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import Message, say
from metascope.simulator.stories.own.contents import Contents, GatePart, HeatPart, PathPart
from metascope.simulator.stories.own.coordinates import Coordinates, coordinates
from metascope.simulator.stories.own.frame import OwnFrame
from metascope.simulator.stories.own.names import (
    KEPT,
    NUMBERS_LIMIT,
    RUN,
    SIDE_LIMIT,
    TICKS_LIMIT,
    TRAILED,
    owner_of,
    place_metrics,
)
from metascope.simulator.stories.own.values import array_of, number_of, single_copy

Given = Mapping[str, object]
_Part = TypeVar("_Part", PathPart, HeatPart, GatePart)


@final
class Gathering:
    """Turns the arguments of meta-steps into frames.

    Args:
        methods: keys of the methods, at least one.
        chosen: a person's choice of coordinates, by the path's name.

    Raises:
        UserError: a name cannot be used.
    """

    def __init__(self, methods: tuple[str, ...], chosen: Given) -> None:
        self.contents = _contents({"methods": methods})
        self._chosen = dict(chosen)
        self._methods = methods
        self._coordinates: dict[str, Coordinates] = {}
        self._paths: dict[str, PathPart] = {}
        self._heatmaps: dict[str, HeatPart] = {}
        self._gates: dict[str, GatePart] = {}
        self._quantities: dict[str, None] = {}
        self._found = 0  # names so far

    def frame(self, step: int, metrics: Given, paths: Given, heatmaps: Given, gates: Given) -> OwnFrame:
        """Return the frame of a meta-step; `contents` has its new names. After an error nothing has changed.

        Raises:
            UserError: names the key, what was expected, and what came.
        """
        before = (self._paths, self._heatmaps, self._gates, self._quantities, self._coordinates)
        self._paths, self._heatmaps, self._gates = dict(self._paths), dict(self._heatmaps), dict(self._gates)
        self._quantities, self._coordinates = dict(self._quantities), dict(self._coordinates)
        try:
            measured = dict(self._measured(_mapping(metrics, "metrics")))
            places = {name: self._path(name, it) for name, it in _mapping(paths, "paths").items()}
            maps = {name: self._heat(name, it) for name, it in self._each(heatmaps, "heatmaps")}
            curves = {name: self._gate(name, it) for name, it in self._each(gates, "gates")}
            self._learn()
        except BaseException:
            self._paths, self._heatmaps, self._gates, self._quantities, self._coordinates = before
            raise
        undefined = {name: value for name, value in measured.items() if not math.isfinite(value)}
        known = {name: value for name, value in measured.items() if name not in undefined} if undefined else measured
        return OwnFrame(
            step=step,
            metrics=known | dict(self._trailed(places)),
            notices=tuple(_notices(undefined, places, maps, curves)),
            methods=self._methods,
            paths=places,
            heatmaps=maps,
            gates=curves,
            undefined=undefined,
        )

    def _learn(self) -> None:
        """Take new names into `contents`."""
        found = len(self._paths) + len(self._heatmaps) + len(self._gates) + len(self._quantities)
        if found == self._found:
            return
        self.contents = _contents(
            {
                "methods": self._methods,
                "metrics": tuple(self._quantities),
                **{
                    kind: tuple(it.model_dump() for it in parts.values())
                    for kind, parts in (("paths", self._paths), ("heatmaps", self._heatmaps), ("gates", self._gates))
                },
            }
        )
        self._found = found

    def _measured(self, metrics: Given) -> Iterator[tuple[str, float]]:
        for name, given in metrics.items():
            owned = owner_of(name, self._methods) in self._methods and "." in name  # as curves are called
            self._quantities.setdefault(name.partition(".")[2] if owned else name)
            if isinstance(given, Mapping):
                for method, value in given.items():
                    self._known(method, f"metrics.{name}")
                    yield f"{method}.{name}", number_of(value, f"metrics.{name}.{method}")
            elif owned:
                yield name, number_of(given, f"metrics.{name}")
            else:
                owner = self._methods[0] if len(self._methods) == 1 else RUN
                yield f"{owner}.{name}", number_of(given, f"metrics.{name}")

    def _each(self, given: Given, kind: str) -> Iterator[tuple[str, object]]:
        """Yield parts by name; one that is a mapping from methods is a part for each."""
        for name, value in _mapping(given, kind).items():
            if isinstance(value, Mapping):
                for method, own in value.items():
                    self._known(method, f"{kind}.{name}")
                    yield f"{method}.{name}", own
            else:
                yield name, value

    def _known(self, method: object, where: str) -> None:
        if method not in self._methods:
            known = ", ".join(self._methods)
            raise refuse(where, say("{got} is not one of the methods: {known}", got=str(method)[:40], known=known))

    def _path(self, name: str, given: object) -> Single:
        """Return a path of all methods, (M, K, kept), NaN where one has none or a shorter one."""
        where = f"paths.{name}"
        if not isinstance(given, Mapping):
            if len(self._methods) > 1:
                text = "must be a mapping from methods, {known}, to their paths"
                raise refuse(where, say(text, known=", ".join(self._methods)))
            given = {self._methods[0]: given}
        own: dict[str, Single] = {}
        for method, value in given.items():
            self._known(method, where)
            own[method] = self._points(name, array_of(value, f"{where}.{method}"), f"{where}.{method}")
        if not own:
            raise refuse(where, say("must have the path of a method"))
        if len(own) == len(self._methods) == 1:
            return frozen(next(iter(own.values()))[None])
        steps, kept = max(map(len, own.values())), self._paths[name].kept
        found = np.full((len(self._methods), steps, kept), np.nan, np.float32)
        for method, points in own.items():
            found[self._methods.index(method), : len(points)] = points
        return frozen(found)

    def _points(self, name: str, values: NDArray[np.generic], where: str) -> Single:
        if values.ndim not in (1, 2):
            raise refuse(
                where, say("must be a point (d,) or inner steps (k, d), not the shape {shape}", shape=_shape(values))
            )
        _bounded(values if values.ndim == 2 else values[None], where, whole=False)
        inner, size = values.ndim == 2, values.shape[-1]
        part = self._paths.get(name)
        if part is None:
            how = coordinates(size, KEPT if inner else TRAILED, self._chosen.get(name), f"coordinates.{name}")
            part = PathPart.model_construct(name=name, size=size, kept=how.kept, how=how.how, inner=inner)
            self._paths[name], self._coordinates[name] = part, how
        expected = f"(k, {part.size})" if part.inner else f"({part.size},)"
        if (inner, size) != (part.inner, part.size):
            raise _changed(where, expected, values)
        return self._coordinates[name].of(values if inner else values[None])

    def _heat(self, name: str, given: object) -> Single:
        where = f"heatmaps.{name}"
        values = array_of(given, where)
        if values.ndim == 2:
            values = values[None]
        if values.ndim != 3:
            text = "must be a map (rows, columns), or one for each inner step, not the shape {shape}"
            raise refuse(where, say(text, shape=_shape(values)))
        _bounded(values, where)
        part = self._heatmaps.setdefault(
            name, HeatPart.model_construct(name=name, rows=values.shape[1], columns=values.shape[2])
        )
        if values.shape[1:] != (part.rows, part.columns):
            raise _changed(where, f"(k, {part.rows}, {part.columns})", values)
        return frozen(single_copy(values))

    def _gate(self, name: str, given: object) -> Single:
        where = f"gates.{name}"
        values = array_of(given, where)
        if values.ndim == 1:
            values = values[:, None]
        if values.ndim != 2:
            text = "must be a curve (k,) over the inner steps, or several (k, n), not the shape {shape}"
            raise refuse(where, say(text, shape=_shape(values)))
        _bounded(values, where)
        part = self._gates.setdefault(name, GatePart.model_construct(name=name, count=values.shape[1]))
        if values.shape[1] != part.count:
            raise _changed(where, f"(k, {part.count})", values)
        return frozen(single_copy(values))

    def _trailed(self, places: Mapping[str, Single]) -> Iterator[tuple[str, float]]:
        """Yield where each path begins, for the path over the meta-steps."""
        for name, points in places.items():
            kept = points.shape[2]
            for method, start in zip(self._methods, points[:, 0, :TRAILED].tolist(), strict=True):
                if math.isfinite(sum(start)):
                    yield from zip(place_metrics(name, method, kept), start, strict=False)


def _notices(undefined: Mapping[str, float], *kinds: Mapping[str, Single]) -> Iterator[Message]:
    for name, value in undefined.items():
        yield say("{name} is {value}", name=name, value=f"{value}")
    for arrays in kinds:
        for name, array in arrays.items():
            if not np.isfinite(array.sum()) and (lost := int(np.count_nonzero(~np.isfinite(array)))):
                yield say(
                    "{name}: {lost} of {all} numbers are undefined or infinite", name=name, lost=lost, all=array.size
                )


def _bounded(values: NDArray[np.generic], where: str, *, whole: bool = True) -> None:
    """Refuse more inner steps, or more numbers, than a frame may hold; of a path only some coordinates are held."""
    if len(values) > TICKS_LIMIT:
        raise refuse(where, say("must have at most {most} inner steps, not {got}", most=TICKS_LIMIT, got=len(values)))
    if whole and (max(values.shape[1:]) > SIDE_LIMIT or values.size > NUMBERS_LIMIT):
        text = "must have at most {most} numbers, {side} along an axis, not the shape {shape}"
        raise refuse(where, say(text, most=NUMBERS_LIMIT, side=SIDE_LIMIT, shape=_shape(values)))


def _changed(where: str, expected: str, values: NDArray[np.generic]) -> UserError:
    text = "must have the shape {was}, as it had first, not {got}"
    return refuse(where, say(text, was=expected, got=_shape(values)))


def _shape(values: NDArray[np.generic]) -> str:
    return str(values.shape)


def _mapping(given: object, kind: str) -> Given:
    if not isinstance(given, Mapping) or not all(isinstance(name, str) for name in given):
        raise refuse(kind, say("must be a mapping from names"))
    return given


def _contents(values: Mapping[str, object]) -> Contents:
    """Return validated contents; errors name the key and what is wrong with it."""
    try:
        return Contents.model_validate(values)
    except ValidationError as error:
        raise UserError(
            Problem(_place(one["loc"], values), _reason(one["type"], one["msg"])) for one in error.errors()
        ) from None


def _place(path: Sequence[int | str], values: Mapping[str, object]) -> str:
    """Return a place in the contents as a person wrote it: with a part's name instead of its number."""
    kind, *rest = path
    parts = values[str(kind)]
    if not rest or not isinstance(parts, tuple) or not isinstance(rest[0], int):
        return str(kind)
    part = parts[rest[0]]
    return f"{kind}.{part['name'] if isinstance(part, dict) else part}"[:100]


def _reason(kind: str, message: str) -> Message:
    if kind in ("string_pattern_mismatch", "string_too_long", "string_too_short", "string_type"):
        return say("must be a name of 1 to 40 letters without a dot, and not begin with _ or a space")
    return say("{reason}", reason=message)
