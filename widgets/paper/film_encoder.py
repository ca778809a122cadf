"""Writes animations: GIF with Pillow, MP4 with the ffmpeg that imageio-ffmpeg brings; both are optional."""

from __future__ import annotations

import importlib.util
import queue
import subprocess
import tempfile
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedWriter
from pathlib import Path
from typing import Literal, final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from typing_extensions import override

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files.atomic import replacing
from metascope.simulator.engine.text import say

Kind = Literal["gif", "mp4"]
KINDS: tuple[Kind, ...] = ("gif", "mp4")
SLOWEST, FASTEST = 1, 50  # frames per second; browsers slow down a GIF that is faster
SMALLEST, LARGEST = 64, 4096  # pixels of a side
THREAD = "metascope-animation"
INSTALL = 'pip install "metascope[video]"'

_MODULES = {"gif": "PIL", "mp4": "imageio_ffmpeg"}
_COLOURS = 255  # of a GIF, beside the one that means "as before"
_SAME = 255  # that one
_EXACT = 112  # of its colours are the most frequent ones
_ADDRESSED = 1 << 18  # pixels of a sample that the palette is chosen from
_WAITING = 4  # pictures that may wait for the encoder
_PATIENCE = 10.0  # seconds that ffmpeg may take to end after it was asked to


@dataclass(frozen=True)
class Picture:
    """One frame: `width` x `height` pixels of four bytes each (blue, green, red, unused), rows from the top."""

    width: int
    height: int
    data: bytes

    @classmethod
    def of(cls, image: QImage) -> Picture:
        """Return the picture of an image in Qt's format RGB32."""
        return cls(image.width(), image.height(), bytes(image.constBits()))

    def array(self) -> NDArray[np.uint8]:
        """Return the pixels as (height, width, 4)."""
        return np.frombuffer(self.data, np.uint8).reshape(self.height, self.width, 4)


def missing(kind: Kind) -> str:
    """Return the command that installs what this kind of file needs; empty where it is there."""
    return "" if importlib.util.find_spec(_MODULES[kind]) is not None else INSTALL


def check(kind: Kind, width: int, height: int, rate: float) -> tuple[int, int]:
    """Return the size in pixels that the file will have: MP4's sides are even.

    Raises:
        UserError: the size or the rate is impossible, or a library is missing.
    """
    problems: list[Problem] = []
    if command := missing(kind):
        text = say("needs a library that is not installed; install it with: {command}", command=command)
        problems += refuse(kind.upper(), text).problems
    for where, side in (("width", width), ("height", height)):
        if not SMALLEST <= side <= LARGEST:
            text = say("must be {low} to {high} pixels, not {got}", low=SMALLEST, high=LARGEST, got=side)
            problems += refuse(where, text).problems
    if not SLOWEST <= rate <= FASTEST:
        text = say("must be {low} to {high} frames per second, not {got}", low=SLOWEST, high=FASTEST, got=rate)
        problems += refuse("rate", text).problems
    if problems:
        raise UserError(problems)
    return (width - width % 2, height - height % 2) if kind == "mp4" else (width, height)


class Encoder(ABC):
    """Writes a file picture by picture; `add` and `close` raise OSError where that fails. Abstract.

    Used by one thread. After `close` the file is complete; after `abort` nobody writes to it any more.
    """

    @abstractmethod
    def add(self, picture: Picture) -> None:
        """Add the next frame."""

    @abstractmethod
    def close(self) -> None:
        """End the file."""

    @abstractmethod
    def abort(self) -> None:
        """Close the file as it is."""


def encoder(kind: Kind, path: Path, rate: float, samples: Sequence[Picture]) -> Encoder:
    """Return an encoder of `rate` frames per second that writes to `path`.

    Args:
        samples: at least one picture of the animation, of its size; together they have its colours.

    Raises:
        OSError: the file cannot be written.
    """
    return GifEncoder(path, rate, samples) if kind == "gif" else Mp4Encoder(path, rate, samples[0])


@final
class GifEncoder(Encoder):
    """A GIF that repeats for ever: one palette for all frames, no dithering, of a frame only what has changed.

    Pillow's own `save(save_all=True)` writes the same bytes at best, but holds every frame until the last has come
    (570 MB for 900 frames of 960 x 600, where this holds 35 MB) and leaves frames out that are like the one before.
    """

    def __init__(self, path: Path, rate: float, samples: Sequence[Picture]) -> None:
        from PIL import GifImagePlugin, Image  # not before a GIF is written: the window starts sooner

        self._rate = rate
        self._count = 0
        self._palette = _palette(samples)
        self._nearest = np.full(1 << 18, _SAME, np.uint8)  # by a colour's cell; found when it is first seen
        self._last: NDArray[np.uint8] | None = None
        self._file: BufferedWriter = path.open("wb")
        first = Image.new("P", (samples[0].width, samples[0].height))
        first.putpalette(self._palette.tobytes())
        header, _ = GifImagePlugin.getheader(first, info={"loop": 0, "optimize": False})
        self._file.write(b"".join(header))

    @override
    def add(self, picture: Picture) -> None:
        from PIL import GifImagePlugin, Image  # not before a GIF is written: the window starts sooner

        indices = self._indices(picture)
        (left, top), patch = self._patch(indices)
        image = Image.fromarray(patch, "P")
        image.putpalette(self._palette.tobytes())
        told = {"duration": 10 * self._delay(), "transparency": _SAME, "disposal": 1, "include_color_table": False}
        self._file.write(b"".join(GifImagePlugin.getdata(image, (left, top), **told)))
        self._last = indices
        self._count += 1

    @override
    def close(self) -> None:
        self._file.write(b";")
        self._file.close()

    @override
    def abort(self) -> None:
        try:
            self._file.close()
        except OSError:  # what was still to be written had no room
            self._file.raw.close()

    def _indices(self, picture: Picture) -> NDArray[np.uint8]:
        """Return the places in the palette, (height, width)."""
        cells = _cells(picture.array())
        unknown = np.unique(cells[self._nearest[cells] == _SAME])
        self._nearest[unknown] = self._find(unknown)
        return np.asarray(self._nearest[cells], np.uint8)

    def _find(self, cells: NDArray[np.int32]) -> NDArray[np.uint8]:
        """Return the palette's colour nearest to the middle of each cell (n,), or the one that lies within it."""
        middles = np.stack([(cells >> shift & 63) * 4 + 1.5 for shift in (12, 6, 0)], axis=-1)  # (n, 3)
        gaps = middles[:, None] - self._palette[None].astype(np.float32)  # (n, colours, 3)
        within = (np.abs(gaps) < 2).all(axis=2)
        distances: NDArray[np.float64] = np.where(within, -1.0, (gaps**2).sum(axis=2))
        return np.asarray(distances.argmin(axis=1), np.uint8)

    def _patch(self, indices: NDArray[np.uint8]) -> tuple[tuple[int, int], NDArray[np.uint8]]:
        """Return where the frame differs from the last one (left, top), and what is there."""
        if self._last is None:
            return (0, 0), indices
        changed = indices != self._last
        rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
        if not len(rows):
            return (0, 0), np.full((1, 1), _SAME, np.uint8)
        within = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        return (int(columns[0]), int(rows[0])), np.where(changed[within], indices[within], np.uint8(_SAME))

    def _delay(self) -> int:
        """Return for how many hundredths of a second the next frame stands, so that all together keep the rate."""
        ends = [round(100 * (self._count + more) / self._rate) for more in (0, 1)]
        return ends[1] - ends[0]


@final
class Mp4Encoder(Encoder):
    """An MP4 that every player shows (H.264, yuv420p), of a quality at which thin lines stay clean."""

    def __init__(self, path: Path, rate: float, sample: Picture) -> None:
        import imageio_ffmpeg  # optional

        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - ffmpeg's complaints; closed with it
        given = ["-f", "rawvideo", "-pix_fmt", "bgra", "-s", f"{sample.width}x{sample.height}", "-r", f"{rate:g}"]
        wanted = ["-c:v", "libx264", "-preset", "medium", "-tune", "animation", "-crf", "16", "-threads", "1"]
        # Untagged, players take BT.709 for HD and BT.601 below, whatever it is: converted to BT.709, and said so.
        said = "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv"
        wanted += ["-vf", f"scale=out_color_matrix=bt709:out_range=tv,{said}"]
        wanted += ["-pix_fmt", "yuv420p", "-movflags", "+faststart", "-f", "mp4"]
        self._process = subprocess.Popen(
            [imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-loglevel", "error", *given, "-i", "-", "-an", *wanted, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self._said,
            bufsize=0,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # on Windows
            restore_signals=False,  # ffmpeg reports a file that grows too large instead of dying of it
        )

    @override
    def add(self, picture: Picture) -> None:
        assert self._process.stdin is not None, "ffmpeg was given a pipe"
        left = memoryview(picture.data)
        try:
            while left:
                left = left[self._process.stdin.write(left) :]
        except BrokenPipeError:
            raise self._failure() from None

    @override
    def close(self) -> None:
        assert self._process.stdin is not None, "ffmpeg was given a pipe"
        self._process.stdin.close()
        if self._process.wait() != 0:
            raise self._failure()
        self._said.close()

    @override
    def abort(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        assert self._process.stdin is not None, "ffmpeg was given a pipe"
        self._process.stdin.close()
        self._process.wait(_PATIENCE)
        self._said.close()

    def _failure(self) -> OSError:
        """Return the error that ffmpeg reported, once it has ended."""
        self._process.wait(_PATIENCE)
        self._said.seek(0)
        lines = self._said.read().decode(errors="replace").split("\n")
        said = [line.rpartition("] ")[2].strip() for line in lines if line.strip()]
        return OSError("; ".join(dict.fromkeys(said))[:300] or f"ffmpeg exited with status {self._process.returncode}")


class Encoding:
    """A file that is written in a thread of its own, picture by picture; it appears complete at the end or not at all.

    Every method returns at once, `cancel` after a moment.
    """

    def __init__(self, kind: Kind, path: Path, rate: float, samples: Sequence[Picture]) -> None:
        """Begin to write to `path`; see `encoder`."""
        self.failure: UserError | None = None
        self.whole = False  # the file is complete
        self._make: Callable[[Path], Encoder] = lambda temporary: encoder(kind, temporary, rate, samples)
        self._path = path
        self._pictures: queue.Queue[Picture | None] = queue.Queue(_WAITING)
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._write, name=THREAD, daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether the thread still works."""
        return self._thread.is_alive()

    def offer(self, picture: Picture | None) -> bool:
        """Queue the next picture, None after the last one; return whether there was room for it."""
        try:
            self._pictures.put_nowait(picture)
        except queue.Full:
            return False
        return True

    def cancel(self) -> None:
        """Stop and delete the partial file; does nothing where the file is complete."""
        self._cancelled.set()
        while not self.offer(None):
            self._take()
        self._thread.join(_PATIENCE)

    def _take(self) -> None:
        with suppress(queue.Empty):
            self._pictures.get_nowait()

    def _write(self) -> None:
        try:
            with replacing(self._path) as temporary:
                self._fill(temporary)
            self.whole = True
        except UserError as error:
            self.failure = error
        except _Cancelled:
            pass

    def _fill(self, temporary: Path) -> None:
        made, done = self._make(temporary), False
        try:
            while (picture := self._next()) is not None:
                made.add(picture)
            made.close()
            done = True
        finally:
            if not done:
                made.abort()

    def _next(self) -> Picture | None:
        picture = self._pictures.get()
        if self._cancelled.is_set():
            raise _Cancelled
        return picture


class _Cancelled(Exception):  # noqa: N818 - not an error
    """The animation was cancelled."""


def _palette(samples: Sequence[Picture]) -> NDArray[np.uint8]:
    """Return the colours (n, 3), at most 255, that fit the samples best; the most frequent ones are exact."""
    from PIL import Image  # as above

    seen = np.concatenate([np.frombuffer(sample.data, np.uint32) for sample in samples]) & 0xFFFFFF
    numbers, counts = np.unique(seen[:: max(1, len(seen) // _ADDRESSED)], return_counts=True)
    colours: NDArray[np.uint8] = numbers.astype("<u4").view(np.uint8).reshape(-1, 4)[:, 2::-1]  # (n, 3)
    order = np.argsort(counts)[::-1]
    exact, others = order[:_EXACT], order[_EXACT:]
    if not len(others):
        return np.asarray(colours[exact])
    weights = np.ceil(np.sqrt(counts[others])).astype(np.int64)  # thin lines have few pixels and mean much
    row = Image.fromarray(np.repeat(colours[others], weights, axis=0)[None])
    between = row.quantize(_COLOURS - len(exact), Image.Quantize.MEDIANCUT).getpalette() or []
    return np.concatenate([colours[exact], np.array(between, np.uint8).reshape(-1, 3)])[:_COLOURS]


def _cells(pixels: NDArray[np.uint8]) -> NDArray[np.int32]:
    """Return for each pixel (height, width, 4) the number of its cell: six bits of red, green and blue."""
    blue, green, red = (pixels[..., channel].astype(np.int32) >> 2 for channel in range(3))
    return np.asarray(red << 12 | green << 6 | blue, np.int32)
