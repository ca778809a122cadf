"""Declares, once for all stories, the settings that say which pictures are shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from metascope.simulator.engine.settings import Conflict, Settings, setting
from metascope.simulator.engine.text import say

PictureKind = Literal["glyphs", "omniglot", "mnist", "folders"]
Variation = Literal["calm", "hard"]

DRAWINGS = 20  # of each drawn character, as Omniglot has them
_DRAWING = 3.4e-3  # seconds of processor time to draw all that is made of a character; measured
_READ = ["omniglot", "mnist", "folders"]  # from a person's folder


def characters_setting(default: int) -> Any:
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


class PictureSettings(Settings):
    """Settings of a story of pictures: where they come from, and how large they are; a story has its own defaults."""

    pictures: PictureKind = setting(
        "glyphs",
        "Pictures",
        help="glyphs: characters drawn by the program; omniglot: handwritten ones; mnist: files of MNIST's kind;"
        " folders: any pictures, a folder for each class; all but glyphs from a folder of yours",
        group="Task",
    )
    folder: str = setting(
        "",
        "Folder of pictures",
        help="Omniglot's folder or zip file, such as images_background.zip; the folder of MNIST's idx files; or a"
        " folder or zip file with a folder of pictures for each class",
        group="Task",
        only_for={"pictures": _READ},
        needed=True,
    )
    characters: int = characters_setting(200)
    variation: Variation = variation_setting("hard")
    transposed: bool = setting(
        False,
        "Transposed pictures",
        help="Swap rows and columns of the files' pictures, as EMNIST needs it",
        group="Task",
        only_for={"pictures": ["mnist"]},
    )
    side: int = setting(
        14,
        "Picture side",
        help="Width and height of a picture: fewer pixels make runs faster, more keep finer strokes. Networks of"
        " convolution have a block for each time it can be halved: 3 at 14 pixels, 4 at 28",
        unit="pixels",
        group="Task",
        low=7,
        high=28,
    )

    @property
    def drawing_seconds(self) -> float:
        """About how long it takes to draw the characters, where the program draws them; others are read."""
        return _DRAWING * self.characters if self.pictures == "glyphs" else 0.0


def too_few_characters(settings: PictureSettings, ways: int) -> Iterator[Conflict]:
    """Yield what is wrong where the held-out quarter of the drawn characters has not the classes of an episode."""
    if settings.pictures == "glyphs" and settings.characters // 4 < ways:
        text = "must be at least {least}, since an episode takes {ways} of the held-out quarter, not {got}"
        yield "characters", say(text, least=4 * ways, ways=ways, got=settings.characters)
