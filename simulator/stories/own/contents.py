"""What a recorded run holds: the names and shapes that its first frames have, validated like every untrusted value."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from metascope.simulator.stories.own.names import (
    KEPT,
    METHODS_LIMIT,
    METRICS_LIMIT,
    NAME_LIMIT,
    PARTS_LIMIT,
    PATH_LIMIT,
    SIDE_LIMIT,
)

Key = Annotated[str, StringConstraints(min_length=1, max_length=NAME_LIMIT, pattern=r"^[^\s._][^.\n]*$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=2 * NAME_LIMIT + 1, pattern=r"^[^\s_][^\n]*$")]
Side = Annotated[int, Field(ge=1, le=SIDE_LIMIT)]
Kept = Literal["all", "mixed", "chosen"]  # coordinates: every one, sums with random signs, those that a person chose


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)


class PathPart(_Record):
    """A path: its name, the numbers of a point, and the coordinates of it that frames hold."""

    name: Key
    size: Annotated[int, Field(ge=1, le=PATH_LIMIT)]
    kept: Annotated[int, Field(ge=1, le=KEPT)]
    how: Kept = "all"
    inner: bool = False  # has inner steps; else one point per meta-step


class HeatPart(_Record):
    """A heat map: its name, after its method's and a dot where it has one, and its shape."""

    name: Name
    rows: Side
    columns: Side


class GatePart(_Record):
    """Curves over the inner steps: their name, after their method's and a dot where they have one, and their number."""

    name: Name
    count: Side


class Contents(_Record):
    """Names and shapes of everything in a run; the number of inner steps is each frame's own."""

    methods: Annotated[tuple[Key, ...], Field(max_length=METHODS_LIMIT)] = ()
    metrics: Annotated[tuple[Name, ...], Field(max_length=METRICS_LIMIT)] = ()  # quantities
    paths: Annotated[tuple[PathPart, ...], Field(max_length=PARTS_LIMIT)] = ()
    heatmaps: Annotated[tuple[HeatPart, ...], Field(max_length=PARTS_LIMIT)] = ()
    gates: Annotated[tuple[GatePart, ...], Field(max_length=PARTS_LIMIT)] = ()

    @model_validator(mode="after")
    def _named_once(self) -> Self:
        for what, names in (
            ("methods", self.methods),
            ("metrics", self.metrics),
            *((what, tuple(it.name for it in getattr(self, what))) for what in ("paths", "heatmaps", "gates")),
        ):
            if len(set(names)) < len(names):
                raise ValueError(f"{what} must have different names")
        return self
