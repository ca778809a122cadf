"""Folders and zip files of pictures, as people have them, for the tests of what reads them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from metascope.simulator.tasks.images.glyphs import draw_glyphs

Files = dict[str, bytes]
REAL = Path(__file__).parents[5] / "shared" / "data" / "omniglot" / "images_background.zip"
CHARACTER = "images_background/Greek/character01/0001_01.png"  # the first file of `omniglot`
DRAWING = "alpha/1.png"  # the first file of `classes`
ENDINGS = {"PNG": ".png", "JPEG": ".jpg", "BMP": ".bmp", "WEBP": ".webp"}


@cache
def png(column: int, mode: str = "1", side: int = 105) -> bytes:
    """Return a white picture with a black column, 1 pixel wide."""
    pixels = np.full((side, side), 255, np.uint8)
    pixels[:, column % side] = 0
    with BytesIO() as file, Image.fromarray(pixels) as picture, picture.convert(mode) as converted:
        converted.save(file, "PNG")
        return file.getvalue()


def omniglot(characters: tuple[str, ...] = ("Greek/character01", "Latin/character01", "Latin/character02")) -> Files:
    """Return names and contents: picture d of character c has its column at 20 c + d."""
    return {
        f"images_background/{character}/{c + 1:04}_{d + 1:02}.png": png(20 * c + d)
        for c, character in enumerate(characters)
        for d in range(20)
    }


def folder(path: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content)
    return path


def packed(path: Path, files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path / "images_background.zip", "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path / "images_background.zip"


def saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    with BytesIO() as file:
        picture.save(file, kind, **how)
        return file.getvalue()


def pixels_of(content: bytes) -> NDArray[np.uint8]:
    with Image.open(BytesIO(content)) as picture:
        return np.asarray(picture.convert("L"))


def with_checksums(content: bytes) -> bytes:
    """Return a PNG file whose chunks have the right checksums, as far as their lengths make sense."""
    picture = bytearray(content)
    at = 8
    while (end := at + 8 + int.from_bytes(picture[at : at + 4])) + 4 <= len(picture):
        picture[end : end + 4] = zlib.crc32(picture[at + 4 : end]).to_bytes(4)
        at = end + 4
    return bytes(picture)


def picture(c: int, d: int, side: int = 28) -> NDArray[np.uint8]:
    """Return a drawing, black on white."""
    return np.asarray(255 - draw_glyphs(7, c + 1, d + 1, side).images[c, d], np.uint8)


def encoded(pixels: NDArray[np.uint8], kind: str = "PNG", **how: object) -> bytes:
    with Image.fromarray(pixels) as made:
        return saved(made, kind, **how)


def classes(kind: str = "PNG", names: tuple[str, ...] = ("alpha", "beta", "gamma"), drawings: int = 4) -> Files:
    how = {"lossless": True} if kind == "WEBP" else {"quality": 95} if kind == "JPEG" else {}
    return {
        f"{name}/{d + 1}{ENDINGS[kind]}": encoded(picture(c, d), kind, **how)
        for c, name in enumerate(names)
        for d in range(drawings)
    }
