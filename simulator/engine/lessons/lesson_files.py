"""Finds the lessons that come with the program, and reads those that a person names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from metascope import assets
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.files.atomic import read_json, read_text
from metascope.simulator.engine.lessons.fields import nearest
from metascope.simulator.engine.lessons.lesson import Lesson
from metascope.simulator.engine.lessons.parsing import is_lesson, parse
from metascope.simulator.engine.text import readable, say

FOLDER = Path(assets.__file__).parent / "lessons"
PAGE = FOLDER / "write-a-lesson.md"  # that tells how a lesson is written


def shipped() -> tuple[Lesson, ...]:
    """Return the lessons that come with the program, in their order."""
    return _shipped()


@cache
def _shipped() -> tuple[Lesson, ...]:
    lessons = [read(path) for path in sorted(FOLDER.glob("*.json"))]
    return tuple(sorted(lessons, key=lambda lesson: (lesson.order, lesson.name)))


def following(lesson: Lesson, done: Callable[[str], bool]) -> Lesson | None:
    """Return what to take after a lesson: of those that come with the program the next one that is not done.

    The order is the lecture's; behind the last one come those that were left out before. None where all are done, and
    after a lesson of a person's own.
    """
    known = shipped()
    place = next((place for place, one in enumerate(known) if lesson.shipped and one.name == lesson.name), None)
    if place is None:
        return None
    return next((one for one in (*known[place + 1 :], *known[:place]) if not done(one.name)), None)


def page_texts() -> Iterator[str]:
    """Return the texts of the page that tells how a lesson is written, line by line."""
    for line in read_text(PAGE).splitlines():
        _, text = parted(line)
        if any(map(str.isalpha, text)) and text != "[example]":
            yield text


def parted(line: str) -> tuple[str, str]:
    """Return a line of the page as the mark before it, "# " or "- ", and its text."""
    mark = next((one for one in ("# ", "## ", "- ") if line.startswith(one)), "")
    return mark, line[len(mark) :]


def path_of(name_or_path: str) -> Path:
    """Return the file of the lesson with this name, or at this path.

    Raises:
        UserError: no lesson has this name, and there is no such file.
    """
    own = {path.stem: path for path in FOLDER.glob("*.json")}
    if name_or_path in own:
        return own[name_or_path]
    path = Path(name_or_path)
    if path.suffix == ".json" or len(path.parts) > 1 or path.is_file():
        return path
    text = "is not a lesson; did you mean {near}?"
    raise refuse(name_or_path, say(text, near=nearest(name_or_path, list(own))))


def can_be_mended(path: Path) -> bool:
    """Tell whether a JSON file is watched until it can be taken: it is meant as a lesson, or cannot be read."""
    return path.suffix.lower() == ".json" and path.is_file() and holds_lesson(path)


def holds_lesson(path: Path) -> bool:
    """Tell whether a file is to be opened as a lesson: one that cannot be read may become one.

    Raises:
        UserError: there is no such file.
    """
    try:
        return is_lesson(read_json(path))
    except UserError:
        if not path.is_file():
            raise
        return True


def read(path: Path) -> Lesson:
    """Return the lesson in the file at `path`, named after the file.

    Raises:
        UserError: every problem, each with file, step and field.
    """
    shipped = path.resolve().parent == FOLDER.resolve()
    return parse(read_json(path), readable(path.stem), str(path), path, shipped=shipped)
