"""Describes what a web page of a run shows: texts by language, pictures by look, the places of both clocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Look = tuple[str, str]  # a theme's name and a language


@dataclass(frozen=True, kw_only=True)
class Words:
    """What stands on a page whatever it shows, in one language. `step` and `tick` have a place for a {value}."""

    language: str  # what the languages are called together, for screen readers
    theme: str
    light: str
    dark: str
    outer: str
    inner: str
    step: str
    tick: str
    play_outer: str
    play_inner: str
    pictures: str
    curves: str
    formulas: str
    settings: str
    setting: str
    value: str
    keys: str
    keys_told: str
    scriptless: str
    footer: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """A setting: its title with its symbol, its value with its unit, and whether it is not the default."""

    title: str
    value: str
    changed: bool


@dataclass(frozen=True, kw_only=True)
class Texts:
    """All that is read of a run, in one language."""

    words: Words
    title: str
    description: str
    captions: Sequence[Sequence[str]]  # of each inner tick of each meta-step
    formulas: Sequence[tuple[str, str]]  # as SVG in the colour of the text, and in words
    settings: Sequence[tuple[str, Sequence[Row]]]  # groups with their titles
    titles: Mapping[str, str]  # of views, by name
    methods: str  # what their legend says


@dataclass(frozen=True)
class Shown:
    """A view in pictures of `width` x `height` pixels: in each look a ground, and what is laid over it at a moment."""

    name: str
    width: int
    height: int
    grounds: Sequence[int]  # index in each look
    pictures: Sequence[Sequence[Sequence[int]]]  # indices [look][step][tick]; transparent where the ground is seen


@dataclass(frozen=True)
class Cursor:
    """Where the line of the outer clock stands in a drawing, in percent of its size."""

    left: float  # the plot's edge
    right: float
    top: float  # free above the plot, and
    bottom: float  # below it
    origin: float  # across at meta-step 0
    unit: float  # how much further each meta-step is


@dataclass(frozen=True)
class Drawing:
    """Something that does not follow the clocks but by a cursor, drawn as SVG in each look."""

    name: str
    width: int
    height: int
    drawn: Sequence[bytes]
    cursors: Sequence[Cursor] = ()


@dataclass(frozen=True, kw_only=True)
class Page:
    """All that a page shows. The first look and the first language are those of a reader without scripts."""

    languages: Mapping[str, str]  # what each is called in itself
    texts: Mapping[str, Texts]  # by language
    looks: Sequence[Look]
    steps: Sequence[int]
    ticks: Sequence[Sequence[int]]  # of each meta-step
    opening: tuple[int, int]  # the places of meta-step and inner tick that are seen at first
    views: Sequence[Shown]
    curves: Sequence[Drawing]
    legend: Drawing | None  # of the methods
    pictures: Sequence[bytes]
    kind: str  # their MIME type
    version: str  # of the program
