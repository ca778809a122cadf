#!/usr/bin/env bash
# While QPainter draws, no other thread of Python runs: PySide keeps the interpreter's lock, though the drawing is all C++. While a picture is saved, they do run.
#
# Version: PySide6 6.11.3, Python 3.11.
# One would expect: a call that spends tenths of a second in Qt without touching any Python object lets other threads on, as numpy and torch do, so that a thread
# that computes is delayed by a window's Python alone and not by the pixels it paints.
# Seen: PySide gives the lock back in those functions only that its description of Qt marks for it. QImage.save is marked; QPainter's drawing functions and
# QImage.scaled are not. A thread that wakes every millisecond notices nothing for as long as one drawPath or scaled takes, and wakes all along beside a save.
# Output seen:
#   PySide6 6.11.3: longest time between two turns of a thread that wakes every ms, as a share of the call beside it: drawPath 100 %, scaled 97 %, save 1 %
# What helps: few large calls do not help the other thread, only less to draw does; pictures that are kept, and pixels computed by a library that lets go of
# the lock and drawn by one drawImage.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3
cat >"$folder/turns.py" <<'PYTHON'
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen

application = QGuiApplication([])
folder = Path(sys.argv[1])


def longest(call: Callable[[], object]) -> float:
    """Return the longest time in which another thread had no turn, as a share of the time of the call."""
    turns: list[float] = []
    over = threading.Event()

    def wake() -> None:
        while not over.is_set():
            turns.append(time.perf_counter())
            time.sleep(0.001)

    other = threading.Thread(target=wake)
    other.start()
    time.sleep(0.05)
    start = time.perf_counter()
    call()
    end = time.perf_counter()
    over.set()
    other.join()
    inside = [start, *(turn for turn in turns if start < turn < end), end]
    return max(b - a for a, b in zip(inside, inside[1:], strict=False)) / (end - start)


image = QImage(1000, 1000, QImage.Format.Format_ARGB32_Premultiplied)
image.fill(QColor("white"))
large = image.scaled(5000, 5000)
path = QPainterPath(QPointF(0, 500))
for x in range(1, 1000):
    path.lineTo(x, 500 + 400 * (-1) ** x)


def draw() -> None:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("black"), 3))
    painter.drawPath(path)
    painter.end()


smooth = Qt.TransformationMode.SmoothTransformation
shares = {
    "drawPath": longest(draw),
    "scaled": longest(lambda: image.scaled(5000, 5000, mode=smooth)),
    "save": longest(lambda: large.save(str(folder / "large.png"))),
}
told = ", ".join(f"{name} {share:.0%}".replace("%", " %") for name, share in shares.items())
print(f"longest time between two turns of a thread that wakes every ms, as a share of the call beside it: {told}")
sys.exit(0 if shares["drawPath"] > 0.8 and shares["scaled"] > 0.8 and shares["save"] < 0.5 else 1)
PYTHON
version=$("$folder/venv/bin/python" -c 'import PySide6; print(PySide6.__version__)')
if told=$(QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" "$folder/turns.py" "$folder"); then
    echo "PySide6 $version: $told"
else
    echo "PySide6 $version: $told: it is different now"
    exit 1
fi
