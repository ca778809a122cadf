"""Animations are whole files with the frames, the size and the colours they were given, or no files at all."""

from __future__ import annotations

import gc
import importlib.util
import subprocess
import time
import tracemalloc
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage

from metascope.simulator.engine.errors import UserError
from metascope.widgets.paper.film_encoder import KINDS, Encoding, GifEncoder, Kind, Picture, check, missing
from tests.simulator.engine.files.test_atomic import full_disk
from tests.tiers import first_quick

WHITE, BLUE = (255, 255, 255), (0, 114, 178)


def picture(step: int, width: int = 160, height: int = 96) -> Picture:
    """A blue square on white that moves to the right."""
    pixels = np.full((height, width, 4), 255, np.uint8)
    pixels[20:40, 5 * step : 5 * step + 20, :3] = BLUE[::-1]
    return Picture(width, height, pixels.tobytes())


def noise(step: int) -> Picture:
    return Picture(320, 240, np.random.default_rng(step).integers(0, 256, 320 * 240 * 4, np.uint8).tobytes())


def made(path: Path, kind: Kind, pictures: list[Picture], rate: float = 20) -> Encoding:
    """Write an animation to its end, or to its failure."""
    encoding = Encoding(kind, path, rate, pictures[:1] + pictures[-1:])
    for one in [*pictures, None]:
        while not encoding.offer(one) and encoding.busy:
            time.sleep(0.002)
    while encoding.busy:
        time.sleep(0.002)
    return encoding


def test_gif_has_the_frames_the_size_and_the_length_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    assert made(path, "gif", [picture(step) for step in range(12)], rate=30).whole
    with Image.open(path) as gif:
        durations = []
        for frame in range(gif.n_frames):  # type: ignore[attr-defined]
            gif.seek(frame)
            durations.append(gif.info["duration"])
        assert (len(durations), gif.size, gif.info["loop"]) == (12, (160, 96), 0)
    assert sum(durations) == 400  # ms; a frame's own are whole hundredths of a second


def test_every_frame_of_a_gif_has_the_exact_colours(tmp_path: Path) -> None:
    made(tmp_path / "a.gif", "gif", [picture(step) for step in range(12)])
    with Image.open(tmp_path / "a.gif") as gif:
        for frame in (0, 5, 11):
            gif.seek(frame)
            seen = np.asarray(gif.convert("RGB"))
            assert (seen == picture(frame).array()[..., 2::-1]).all(), frame


def test_a_gif_with_thousands_of_colours_stays_close_to_them(tmp_path: Path) -> None:
    across, down = np.meshgrid(np.arange(256), np.arange(128))
    pixels = np.stack([255 - across, across // 2 + down // 2, across, across], axis=-1).astype(np.uint8)
    smooth = Picture(256, 128, pixels.tobytes())
    made(tmp_path / "a.gif", "gif", [smooth])
    with Image.open(tmp_path / "a.gif") as gif:
        seen = np.asarray(gif.convert("RGB")).astype(int)
    assert np.abs(seen - smooth.array()[..., 2::-1]).mean() < 6


def test_a_frame_like_the_one_before_is_kept_and_costs_nothing(tmp_path: Path) -> None:
    made(tmp_path / "one.gif", "gif", [picture(0)])
    made(tmp_path / "ten.gif", "gif", [picture(0)] * 10)
    with Image.open(tmp_path / "ten.gif") as gif:
        assert gif.n_frames == 10  # type: ignore[attr-defined]
    assert (tmp_path / "ten.gif").stat().st_size < (tmp_path / "one.gif").stat().st_size + 9 * 40


@pytest.mark.slow
def test_a_long_gif_takes_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    encoder = GifEncoder(tmp_path / "a.gif", 20, [noise(0)])
    frame = len(noise(0).data)
    encoder.add(noise(0))
    tracemalloc.start()
    for step in range(8):
        encoder.add(noise(step))
    gc.collect()  # Pillow's writers are circles
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    encoder.close()
    assert held < 2 * frame


def test_mp4_has_the_frames_the_size_and_the_length_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    assert made(path, "mp4", [picture(step) for step in range(12)], rate=10).whole
    frames, seconds = imageio_ffmpeg.count_frames_and_secs(str(path))
    assert (frames, seconds) == (12, pytest.approx(1.2, abs=0.05))
    reader = imageio_ffmpeg.read_frames(str(path))
    told = next(reader)
    assert told["size"] == (160, 96)
    assert told["pix_fmt"].startswith("yuv420p")
    first = np.frombuffer(next(reader), np.uint8).reshape(96, 160, 3).astype(int)
    reader.close()
    assert np.abs(first[30, 10] - BLUE).max() < 12
    assert np.abs(first[80, 100] - WHITE).max() < 4


@pytest.mark.parametrize(("width", "height"), [(160, 96), (1280, 720)])
def test_an_mp4_says_its_colours_and_has_them(tmp_path: Path, width: int, height: int) -> None:
    path = tmp_path / "a.mp4"
    assert made(path, "mp4", [picture(0, width, height)] * 2).whole
    asked = ["-i", str(path), "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"]
    done = subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", *asked], capture_output=True, check=True)
    assert b"yuv420p(tv, bt709, progressive)" in done.stderr  # one word where matrix, primaries and transfer agree
    luma = np.frombuffer(done.stdout, np.uint8)[: width * height].reshape(height, width)
    red, green, blue = BLUE
    assert luma[30, 10] == pytest.approx(16 + 219 / 255 * (0.2126 * red + 0.7152 * green + 0.0722 * blue), abs=2)


def test_sides_of_an_mp4_become_even() -> None:
    assert check("mp4", 641, 481, 20) == (640, 480)
    assert check("gif", 641, 481, 20) == (641, 481)


def test_every_impossible_number_is_told_at_once() -> None:
    with pytest.raises(UserError) as caught:
        check("gif", 10, 9000, 200)
    assert [problem.where for problem in caught.value.problems] == ["width", "height", "rate"]


@pytest.mark.parametrize(("kind", "module"), [("gif", "PIL"), ("mp4", "imageio_ffmpeg")])
def test_what_is_not_installed_is_told_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, kind: Kind, module: str
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == module else find(name))
    assert missing(kind) == 'pip install "metascope[video]"'
    assert [missing(other) for other in KINDS if other != kind] == [""]
    with pytest.raises(UserError, match=r'pip install "metascope\[video\]"'):
        check(kind, 640, 480, 20)


@pytest.mark.parametrize("kind", KINDS)
def test_cancelling_leaves_the_old_file_and_nothing_else(tmp_path: Path, kind: Kind) -> None:
    path = tmp_path / f"a.{kind}"
    path.write_bytes(b"old")
    encoding = Encoding(kind, path, 20, [noise(0)])
    for step in range(3):
        encoding.offer(noise(step))
    encoding.cancel()
    assert not encoding.busy
    assert not encoding.whole
    assert encoding.failure is None
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [(path.name, b"old")]


@pytest.mark.parametrize("kind", first_quick(reversed(KINDS)))
def test_a_full_disk_is_told_with_the_path_and_nothing_is_left(tmp_path: Path, kind: Kind) -> None:
    path = tmp_path / f"a.{kind}"
    path.write_bytes(b"old")
    with full_disk(4000):
        encoding = made(path, kind, [noise(step) for step in range(8)])
    assert str(encoding.failure).startswith(f"{path}: cannot be written: ")
    assert "too large" in str(encoding.failure)
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [(path.name, b"old")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_that_is_none_is_told_before_anything_is_encoded(tmp_path: Path, kind: Kind) -> None:
    path = tmp_path / "no" / f"a.{kind}"
    encoding = made(path, kind, [picture(0)])
    assert str(encoding.failure).startswith(f"{path}: cannot be written: ")


def test_picture_takes_the_pixels_of_an_image_row_by_row() -> None:
    image = QImage(5, 3, QImage.Format.Format_RGB32)
    image.fill(0xFF010203)
    image.setPixel(4, 2, 0xFF0A0B0C)
    pixels = Picture.of(image).array()
    assert pixels.shape == (3, 5, 4)
    assert pixels[0, 0, 2::-1].tolist() == [1, 2, 3]
    assert pixels[2, 4, 2::-1].tolist() == [10, 11, 12]
