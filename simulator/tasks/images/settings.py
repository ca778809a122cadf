"""Declares, once for all stories, the settings that say which pictures are shown."""

from __future__ import annotations

from typing import Any, Literal, Protocol

from simulator.engine.settings import setting

PictureKind = Literal["glyphs", "omniglot", "mnist", "folders"]
Variation = Literal["calm", "hard"]

DRAWINGS = 20  # of each drawn character, as Omniglot has them
_READ = ["omniglot", "mnist", "folders"]  # from a person's folder


class PictureSettings(Protocol):
    """The settings that `source_of` reads."""

    @property
    def pictures(self) -> PictureKind:
        """Return where they come from."""

    @property
    def folder(self) -> str:
        """Return the folder or file that a person named."""

    @property
    def characters(self) -> int:
        """Return the number of drawn characters to train on."""

    @property
    def variation(self) -> Variation:
        """Return how much drawings of a character differ."""

    @property
    def transposed(self) -> bool:
        """Return whether rows and columns are swapped in the files."""

    @property
    def side(self) -> int:
        """Return the pixels along an edge."""


def pictures_setting() -> Any:
    """Declare `pictures`."""
    return setting(
        "glyphs",
        "Pictures",
        help="glyphs: characters drawn by the program; omniglot: handwritten ones; mnist: files of MNIST's kind;"
        " folders: any pictures, a folder for each class; all but glyphs from a folder of yours",
        group="Task",
    )


def folder_setting() -> Any:
    """Declare `folder`."""
    return setting(
        "",
        "Folder of pictures",
        help="Omniglot's folder or zip file, such as images_background.zip; the folder of MNIST's idx files; or a"
        " folder or zip file with a folder of pictures for each class",
        group="Task",
        only_for={"pictures": _READ},
        needed=True,
    )


def characters_setting(default: int = 400) -> Any:
    """Declare `characters`."""
    return setting(
        default,
        "Characters",
        help="Characters to train on; a quarter as many are held out for validation, and another quarter for the test",
        group="Task",
        low=20,
        high=2000,
        only_for={"pictures": ["glyphs"]},
    )


def variation_setting(default: Variation) -> Any:
    """Declare `variation`."""
    return setting(
        default,
        "Variation",
        help="Drawings of a character: calm, alike in size and place; hard, turned by up to 25°, scaled and shifted,"
        " so that comparing pixels helps little",
        group="Task",
        only_for={"pictures": ["glyphs"]},
    )


def transposed_setting() -> Any:
    """Declare `transposed`."""
    return setting(
        False,
        "Transposed pictures",
        help="Swap rows and columns of the files' pictures, as EMNIST needs it",
        group="Task",
        only_for={"pictures": ["mnist"]},
    )


def side_setting(default: int) -> Any:
    """Declare `side`."""
    return setting(
        default, "Picture side", help="Width and height of a picture", unit="pixels", group="Task", low=7, high=28
    )
