"""What lies in a folder of pictures is guarded alike, whatever reads it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.tasks.images.class_folders import read_class_folders
from metascope.simulator.tasks.images.omniglot import read_omniglot
from tests.simulator.tasks.images.samples import CHARACTER, DRAWING, Files, classes, folder, omniglot

Kind = tuple[Callable[[Path], object], Callable[[], Files], str]  # what reads, files, and the first of these
KINDS: dict[str, Kind] = {
    "omniglot": (read_omniglot, omniglot, CHARACTER),
    "class folders": (read_class_folders, classes, DRAWING),
}
kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def refusal(read: Callable[[Path], object], path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read(path)
    return str(caught.value)


@kinds
def test_links_in_a_folder_are_refused(tmp_path: Path, kind: Kind) -> None:
    read, files, first = kind
    for number, name in enumerate((first, *[str(one) for one in Path(first).parents][:-1])):
        real = folder(tmp_path / f"real {number}", files())
        linked, elsewhere = real / name, tmp_path / f"elsewhere {number}"
        linked.rename(elsewhere)
        linked.symlink_to(elsewhere)
        assert refusal(read, real) == f"{linked}: must be a file or folder itself, not a link"


@kinds
def test_the_folder_that_was_named_may_be_a_link(tmp_path: Path, kind: Kind) -> None:
    read, files, _ = kind
    folder(tmp_path / "real", files())
    (tmp_path / "link").symlink_to(tmp_path / "real")
    read(tmp_path / "link")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
@kinds
def test_a_pipe_is_not_waited_for(tmp_path: Path, kind: Kind) -> None:
    read, files, first = kind
    pipe = folder(tmp_path, files()) / first
    pipe.unlink()
    os.mkfifo(pipe)
    assert refusal(read, tmp_path) == f"{pipe}: must be a picture, but is not a file"
