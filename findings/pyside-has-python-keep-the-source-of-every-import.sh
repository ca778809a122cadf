#!/usr/bin/env bash
# Once PySide6 is imported, Python keeps the source text of every module that is imported after it, for as long as the program runs.
#
# Version: PySide6-Essentials 6.11.3, torch 2.13.0, numpy 2.4.6, Python 3.11, Linux.
# One would expect: a module's source is read to compile it, and not at all where its bytecode is cached; its text is in memory only once a traceback shows it.
# Seen: PySide's import hook searches each module's source for PySide's name, since such a module may choose other names for Qt's methods. It asks
# `inspect.getsource`, which leaves every line of every file in `linecache.cache`, as a string of its own, and nothing lets them go: with torch, 16 million
# characters in 37 MB, and the process is 34 MB larger.
# Output seen (the MB of the process vary a little):
#   without PySide6 6.11.3, import torch 2.13.0: sources of 13 files kept, 0.8 million characters in 2 MB; the process grows by 203 MB
#   with PySide6 6.11.3, import torch 2.13.0: sources of 798 files kept, 16.4 million characters in 37 MB; the process grows by 237 MB
# What helps: `linecache.clearcache()` after the imports, for the process then has that room for other objects; or a search in place of PySide's that keeps
# nothing (scenes/start/lean_imports.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3 torch==2.13.0 numpy==2.4.6
cat >"$folder/sources.py" <<'PYTHON'
import linecache
import sys
from importlib.metadata import version
from pathlib import Path
from resource import getpagesize

MEGABYTE = 1 << 20


def resident() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize() / MEGABYTE


if sys.argv[1] == "with":
    import PySide6.QtCore
linecache.clearcache()
before = resident()
import torch

grown = resident() - before
kept = [lines for _, _, lines, _ in (entry for entry in linecache.cache.values() if len(entry) == 4)]
characters = sum(len(line) for lines in kept for line in lines) / 1e6
room = sum(sys.getsizeof(line) for lines in kept for line in lines) / MEGABYTE
loaded = f"{sys.argv[1]} PySide6 {version('PySide6-Essentials')}, import torch {torch.__version__.split('+')[0]}"
told = f"sources of {len(kept)} files kept, {characters:.1f} million characters in {room:.0f} MB"
print(f"{loaded}: {told}; the process grows by {grown:.0f} MB")
few = len(kept) < 100
sys.exit(0 if few == (sys.argv[1] == "without") else 1)
PYTHON
"$folder/venv/bin/python" -c "import torch"  # so that all bytecode is cached
for which in without with; do
    "$folder/venv/bin/python" "$folder/sources.py" $which || { echo "it is different now"; exit 1; }
done
