#!/usr/bin/env bash
# Saving an animated GIF from a generator takes as much memory as all of its frames together.
#
# Version: Pillow 13.0.0, Python 3.11.
# One would expect: `append_images` takes any iterable, so frames that a generator makes are encoded and let go one by one, and a long film costs what a
# short one costs.
# Seen: `save_all` first collects every frame (to leave out those that are equal, and to know the palettes), and writes after the last one. Peak memory
# grows by about the size of each frame, here 0.26 MB for 480 x 540 pixels with a palette. 900 such frames of a film want hundreds of megabytes.
# Output seen:
#   Pillow 13.0.0: 50 frames of 0.26 MB: peak grows by 12 MB; 450 frames: by 114 MB
# What helps: write header, frames and trailer one after the other, each with its own image block.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
cat >"$folder/film.py" <<'PYTHON'
import random
import resource
import sys

from PIL import Image


def frame(number: int) -> Image.Image:
    image = Image.frombytes("P", (480, 540), random.Random(number).randbytes(480 * 540))
    image.putpalette([value for grey in range(256) for value in (grey, grey, grey)])
    return image


frame(0).save(sys.argv[2], save_all=True, append_images=[frame(1)])  # so that all of the library is loaded
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = int(sys.argv[1])
frame(0).save(sys.argv[2], save_all=True, append_images=(frame(number) for number in range(1, count)))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
PYTHON
few=$("$folder/venv/bin/python" "$folder/film.py" 50 "$folder/a.gif")
many=$("$folder/venv/bin/python" "$folder/film.py" 450 "$folder/a.gif")
echo "Pillow $("$folder/venv/bin/python" -c 'import PIL; print(PIL.__version__)'): 50 frames of 0.26 MB: peak grows by $few MB; 450 frames: by $many MB"
((many - few > 400 * 26 / 100 / 2)) || { echo "it no longer holds every frame"; exit 1; }
