"""Parses the command line and reports all of its mistakes at once."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn

from typing_extensions import override

from metascope.simulator.engine.cli import languages
from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files.atomic import parse_json
from metascope.simulator.engine.files.link_text import SCHEME, is_link
from metascope.simulator.engine.files.own_presets import own_names
from metascope.simulator.engine.text import Message, read_number, say

if TYPE_CHECKING:  # the window is painted before pydantic and numpy are imported
    from metascope.simulator.engine.files.link import Linked
    from metascope.simulator.engine.files.presets import Preset
    from metascope.simulator.engine.settings import Kind, Settings

OUT = Path("metascope-out")
MOST_WORKERS = 1024  # on one computer
Action = Literal["version", "list", "info", "prepare", "headless", "replay", "sweep", "window"]


@dataclass(frozen=True, kw_only=True)
class SweepRequest:
    """Which sweep is asked for, and where its runs are done."""

    name: str  # of one of the program's own, or the path of its file
    scheduler: str  # its address; empty: one of its own
    ca: Path | None  # the certificates and the key for tls://
    cert: Path | None
    key: Path | None
    workers: int | None  # on this machine; None: one for each core
    confirmed: bool  # however many runs there are


@dataclass(frozen=True, kw_only=True)
class Request:
    """What the command line asks for."""

    action: Action
    preset: Preset | str | None  # the name of one of the program's own, unread, where a window is to open it as it is;
    # None: the gallery, or the default scenario without a window
    linked: Linked | None  # a shared line, where it says more than which scenario: what is looked at, or a lesson
    out: Path
    overwrite: bool  # what a run left in `out` may be replaced
    file: Path | None  # to open in the window, or to replay
    follow: bool  # another process is writing the file, which is read on as it grows
    theme: str  # of the window: light, dark or system
    language: str | None  # of the window: one of `languages()`, the desktop's ("system"), or that of the preferences
    verbose: bool  # report the start-up on stderr
    sweep: SweepRequest | None = None


def parse(arguments: Sequence[str]) -> Request:
    """Parse the arguments, given without the program's name.

    Raises:
        UserError: every mistake, those of the scenario's file and of the settings among them.
        SystemExit: help was requested and printed.
    """
    parser = _parser()
    given, unknown = parser.parse_known_args(list(arguments))
    links = [text for text in unknown if is_link(text)]
    paths = [text for text in unknown if text not in links and not text.startswith("-") and Path(text).exists()]
    problems = [_unknown(parser, text) for text in unknown if text not in (*links, *paths)]
    problems += _take_path(given, paths)
    problems += _conflicts(given, links)
    problems += languages.problems(given.language)
    preset: Preset | str | None = None
    linked: Linked | None = None
    lesson: Path | None = None
    try:
        linked = _linked(given, links[0]) if links else None
        preset = _preset(given) if linked is None else linked.preset
    except UserError as error:
        problems += error.problems
    try:
        lesson = _lesson(given)
    except UserError as error:
        problems += error.problems
    sweep = _sweep(given, problems)
    if problems:
        raise UserError(problems)
    return Request(
        action=_action(given),
        preset=preset,
        linked=linked if linked is not None and (linked.at or linked.lesson) else None,
        out=given.out or OUT,
        overwrite=given.overwrite,
        file=given.replay or given.open or given.follow or lesson,
        follow=given.follow is not None,
        theme=given.theme,
        language=given.language,
        verbose=given.verbose,
        sweep=sweep,
    )


class _Parser(argparse.ArgumentParser):
    @override
    def error(self, message: str) -> NoReturn:
        raise refuse("", say("{message}", message=message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="metascope",
        description="A laboratory for meta-learning: real meta-training, shown live.",
        epilog=f"A line that begins with {SCHEME}, as File > Copy as link gives it, opens the scenario in it; a "
        "file or the folder of a sweep that stands by itself is opened as by --open.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("--preset", metavar="NAME|FILE", help="scenario to open (default: the gallery)")
    add("--set", metavar="name=value", action="append", default=[], help="change a setting; may be repeated")
    add("--steps", metavar="N", help="number of meta-steps, same as --set steps=N")
    add("--seed", metavar="S", help="random seed, same as --set seed=S")
    add("--headless", action="store_true", help="train without a window and write the results to --out")
    add("--replay", metavar="FILE", type=Path, help="with --headless: run a session again and report any difference")
    add(
        "--open",
        metavar="FILE",
        type=Path,
        help="open a session, a scenario, a lesson, weights or a sweep's folder in the window",
    )
    add("--follow", metavar="FILE", type=Path, help="watch a run that another process is writing, once it is there")
    add("--lesson", metavar="NAME|FILE", help="take a lesson in the window, or go on with it")
    add("--out", metavar="DIR", type=Path, help=f"folder for the results of --headless or --sweep (default: ./{OUT})")
    add("--overwrite", action="store_true", help="with --headless: replace the results of a run in that folder")
    add("--sweep", metavar="NAME|FILE", help="do many runs of a scenario without a window, in DIR; or go on with them")
    add("--workers", metavar="N", help="with --sweep: processes on this computer (default: one for each core)")
    add("--scheduler", metavar="ADDRESS", help="with --sweep: a Dask scheduler, tcp://... or tls://...")
    add("--tls-ca", metavar="FILE", type=Path, help="for tls://: the certificate of the authority")
    add("--tls-cert", metavar="FILE", type=Path, help="for tls://: the certificate to show")
    add("--tls-key", metavar="FILE", type=Path, help="for tls://: its key")
    add("--yes", action="store_true", help="with --sweep: do more than 100,000 runs")
    add("--theme", choices=("light", "dark", "system"), default="system", help="colours of the window")
    add("--language", metavar="CODE", help="language of the window: en, zh_CN or system (default: the preferences)")
    add("--verbose", action="store_true", help="report on stderr when the window is painted and when it is ready")
    add("--prepare", action="store_true", help="compile the kernels for this computer now and exit (minutes, once)")
    add("--list", action="store_true", help="print the scenarios, or the settings of --preset, and exit")
    add("--info", action="store_true", help="print versions, device and threads, and exit")
    add("--version", action="store_true", help="print the version and exit")
    return parser


def _take_path(given: argparse.Namespace, paths: Sequence[str]) -> list[Problem]:
    """Let a file or folder that stands by itself be what `--open` opens; return a problem where that cannot be."""
    if not paths:
        return []
    if len(paths) > 1 or given.open is not None:
        return [Problem(paths[-1], say("one file or folder can be opened at a time"))]
    given.open = Path(paths[0])
    return []


def _conflicts(given: argparse.Namespace, links: Sequence[str]) -> list[Problem]:
    """Return a problem for each combination of options, and of shared lines, that is not allowed."""
    found = []
    if len(links) > 1:
        found.append(Problem(SCHEME, say("must be given once")))
    for option in ("preset", "open", "follow", "replay"):
        if links and getattr(given, option) is not None:
            found.append(Problem(SCHEME, say("cannot be combined with --{option}", option=option)))
    if given.out is not None and not given.headless and given.sweep is None:
        found.append(Problem("--out", say("needs --headless or --sweep")))
    if given.overwrite and not given.headless:
        found.append(Problem("--overwrite", say("needs --headless")))
    if given.replay is not None and not given.headless:
        found.append(Problem("--replay", say("needs --headless")))
    for option in ("open", "follow"):
        if getattr(given, option) is not None and given.headless:
            found.append(Problem(f"--{option}", say("cannot be used with --headless")))
    if given.open is not None and given.follow is not None:
        found.append(Problem("--follow", say("cannot be used with {option}", option="--open")))
    for option in ("headless", "replay", "open", "follow"):
        if given.lesson is not None and getattr(given, option) not in (None, False):
            found.append(Problem("--lesson", say("cannot be used with {option}", option=f"--{option}")))
    if given.sweep is not None:
        for option in ("headless", "replay", "open", "follow", "lesson"):
            if getattr(given, option) not in (None, False):
                found.append(Problem("--sweep", say("cannot be combined with {option}", option=f"--{option}")))
    for option in ("workers", "scheduler", "tls_ca", "tls_cert", "tls_key", "yes"):
        if getattr(given, option) not in (None, False) and given.sweep is None:
            found.append(Problem(f"--{option.replace('_', '-')}", say("needs --sweep")))
    chosen = given.preset is not None or given.set or given.steps is not None or given.seed is not None
    for option in ("replay", "open", "follow", "lesson", "sweep"):
        if getattr(given, option) is not None and (chosen or (option == "sweep" and links)):
            found.append(
                Problem(f"--{option}", say("cannot be combined with a scenario or settings: the file has its own"))
            )
    return found


def _action(given: argparse.Namespace) -> Action:
    if given.version:
        return "version"
    if given.list:
        return "list"
    if given.info:
        return "info"
    if given.prepare:
        return "prepare"
    if given.replay is not None:
        return "replay"
    if given.sweep is not None:
        return "sweep"
    return "headless" if given.headless else "window"


def _unknown(parser: argparse.ArgumentParser, text: str) -> Problem:
    name, sign, _ = text.partition("=")
    if not text.startswith("-"):
        if sign:
            return Problem(name, say("needs --set before it: --set {text}", text=text))
        if Path(text).suffix or len(Path(text).parts) > 1:
            return Problem(text, say("does not exist"))
    near = get_close_matches(name, [option for action in parser._actions for option in action.option_strings], n=1)
    if near:
        return Problem(name, say("is not an option; did you mean {near}?", near=near[0]))
    return Problem(name, say("is not an option; --help lists them"))


def _linked(given: argparse.Namespace, link: str) -> Linked:
    """Return what a shared line opens, whose scenario has its settings, and those changed that are given beside it.

    Raises:
        UserError: every problem.
    """
    from metascope.simulator.engine.files.link import (
        read_link,  # imports pydantic and numpy, for which no other start waits
    )

    problems: list[Problem] = []
    changes = _changes(given, problems)
    try:
        linked = read_link(link)
        settings = linked.settings.replaced(**_values(linked.settings, changes))
    except UserError as error:
        raise UserError([*problems, *error.problems]) from None
    if problems:
        raise UserError(problems)
    at = None if linked.at is None else linked.at._replace(step=min(linked.at.step, settings.steps))
    return replace(linked, preset=replace(linked.preset, settings=settings), settings=settings, at=at)


def _preset(given: argparse.Namespace) -> Preset | str | None:
    """Return the requested scenario with its settings changed, or None if none was requested."""
    problems: list[Problem] = []
    changes = _changes(given, problems)
    if given.preset is None and not changes and not problems:
        return None
    if _action(given) == "window" and not changes and not problems and given.preset in own_names():
        return str(given.preset)
    from metascope.simulator.engine.files import presets  # imports pydantic and numpy, for which no window waits

    preset = None
    try:
        preset = presets.find(given.preset or presets.DEFAULT)
        preset = replace(preset, settings=preset.settings.replaced(**_values(preset.settings, changes)))
    except UserError as error:
        problems += error.problems
    if problems:
        raise UserError(problems)
    return preset


def _lesson(given: argparse.Namespace) -> Path | None:
    """Return the file of the lesson that was asked for; one with mistakes is told of, and watched, by the window.

    Raises:
        UserError: there is no such lesson, or its file holds something else.
    """
    if given.lesson is None:
        return None
    from metascope.simulator.engine.lessons import lesson_files  # needed only here

    path = lesson_files.path_of(given.lesson)
    if not lesson_files.can_be_mended(path):
        lesson_files.read(path)
    return path


def _sweep(given: argparse.Namespace, problems: list[Problem]) -> SweepRequest | None:
    """Return the sweep that was asked for and add what is wrong with its options; its file is read when it begins."""
    if given.sweep is None:
        return None
    workers = None
    if given.workers is not None:
        number = read_number(given.workers, whole=True)
        if isinstance(number, Message):
            problems.append(Problem("--workers", number))
        elif not 1 <= number <= MOST_WORKERS:
            text = "must be from 1 to {most}, not {got}"
            problems.append(Problem("--workers", say(text, most=MOST_WORKERS, got=given.workers)))
        else:
            workers = int(number)
    return SweepRequest(
        name=given.sweep,
        scheduler=given.scheduler or "",
        ca=given.tls_ca,
        cert=given.tls_cert,
        key=given.tls_key,
        workers=workers,
        confirmed=given.yes,
    )


def _changes(given: argparse.Namespace, problems: list[Problem]) -> dict[str, str]:
    """Return the texts of the given settings by name and add syntax errors to `problems`."""
    texts = [*given.set]
    texts += [f"{name}={text}" for name in ("steps", "seed") if (text := getattr(given, name)) is not None]
    changes: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name:
            problems.append(Problem("--set", say("must be name=value, not {got}", got=text)))
        elif name in changes:
            problems.append(Problem(name, say("must be given once")))
        else:
            changes[name] = value
    return changes


def _values(settings: Settings, changes: Mapping[str, str]) -> dict[str, object]:
    """Return the values by name, numbers read as in the form; what is none is left to the settings to refuse."""
    from metascope.simulator.engine.settings import declarations  # imports pydantic

    kinds = {declared.name: declared.kind for declared in declarations(type(settings))}
    return {name: _value(text, kinds.get(name)) for name, text in changes.items()}


def _value(text: str, kind: Kind | None) -> object:
    """Return the text parsed as JSON, as a number where one is wanted, or unchanged if it is neither."""
    if kind in ("whole", "real"):
        number = read_number(text, whole=kind == "whole")
        if not isinstance(number, Message):
            return int(number) if kind == "whole" else number
    try:
        return parse_json(text, "")
    except UserError:
        return text
