"""Decodes pictures of files that are untrusted: of what size they are, before anything is decoded, and in grey."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.BmpImagePlugin import BmpImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import Message, say

T = TypeVar("T")
Check = Callable[[int, int], Message | None]  # what is wrong with a width and height in pixels

_KINDS: dict[str, type[ImageFile]] = {
    "PNG": PngImageFile,
    "JPEG": JpegImageFile,
    "BMP": BmpImageFile,
    "WebP": WebPImageFile,
}
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    NotImplementedError,
    OverflowError,
    MemoryError,
    struct.error,
    zlib.error,
    EOFError,
)


def kind_of(content: bytes) -> str:
    """Return a picture's format by its first bytes: "PNG", "JPEG", "BMP" or "WebP"; "" for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(b"BM"):
        return "BMP"
    return "WebP" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else ""


def decoded(where: Path, content: bytes, check: Check, use: Callable[[ImageFile], T]) -> T:
    """Return what `use` makes of a picture, of which only the head has been read when it is called.

    Args:
        where: for error messages.
        content: of the file, one of the formats of `kind_of`.
        check: of the size that the head announces, before anything is decoded.
        use: may raise what decoding raises.

    Raises:
        UserError: the size is refused, or the picture cannot be read.
    """
    try:
        if (size := _announced(content)) is not None:
            _refuse(where, check(*size))
        with _KINDS[kind_of(content)](BytesIO(content)) as picture:
            _refuse(where, check(*picture.size))
            return use(picture)
    except _BROKEN as error:
        raise refuse(str(where), say("cannot be read as a picture: {reason}", reason=error)) from None


def grey(picture: Image.Image) -> NDArray[np.uint8]:
    """Return a picture in grey, (height, width); what is transparent becomes the opposite of what is not."""
    if not _transparent(picture):
        return np.asarray(picture.convert("L"), np.uint8)
    lightness, opaque = np.moveaxis(np.asarray(picture.convert("RGBA").convert("LA"), np.float64), -1, 0)
    share = opaque / 255
    paper = 255 if (lightness * share).sum() < 255 / 2 * share.sum() or share.min() == 1 else 0
    return np.asarray(np.rint(lightness * share + paper * (1 - share)), np.uint8)


def reduced_grey(picture: Image.Image, factor: int) -> NDArray[np.uint8]:
    """Return the same, each pixel the mean of `factor` by `factor` ones: less memory than to do it afterwards."""
    if picture.mode.startswith("I"):  # 16 bits
        picture = Image.fromarray((np.asarray(picture).clip(0, 65_535) // 256).astype(np.uint8))
    plain = picture.convert("RGBA").convert("LA") if _transparent(picture) else picture.convert("L")
    return grey(plain.reduce(factor) if factor > 1 else plain)


def _transparent(picture: Image.Image) -> bool:
    return picture.mode in ("LA", "RGBA") or "transparency" in picture.info


def _announced(content: bytes) -> tuple[int, int] | None:
    """Return the width and height that a WebP file's head announces: Pillow makes room for them when it opens one."""
    if kind_of(content) != "WebP" or len(content) < 30:
        return None
    chunk = content[12:16]
    if chunk == b"VP8X":
        return int.from_bytes(content[24:27], "little") + 1, int.from_bytes(content[27:30], "little") + 1
    if chunk == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", content[26:30])
    return width & 0x3FFF, height & 0x3FFF


def _refuse(where: Path, message: Message | None) -> None:
    if message is not None:
        raise refuse(str(where), message)
