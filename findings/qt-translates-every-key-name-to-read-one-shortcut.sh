#!/usr/bin/env bash
# A shortcut given as text, such as "Space", has Qt translate the names of all keys before it is read; in a given format, none.
#
# Version: PySide6-Essentials 6.11.3, Python 3.11, Linux.
# One would expect: `QKeySequence("Space")`, which `QAction.setShortcut("Space")` makes of its text, looks one name up, as the reading of "Ctrl+Shift+F" nearly does.
# Seen: the text is taken as what a person reads, so that every key's name is translated and compared, in two contexts: 255 look-ups for each shortcut with a named
# key. In a program whose `QTranslator.translate` is written in Python, the shortcuts of a hundred actions cost tens of thousands of calls before the first paint.
# Output seen:
#   PySide6 6.11.3: look-ups for 'Ctrl+Shift+F': 5, 'Space': 255, 'Ctrl+Home': 255; as portable text: 0
# What helps: `QKeySequence.fromString(text, QKeySequence.SequenceFormat.PortableText)` (widgets/window/actions.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3
cat >"$folder/keys.py" <<'PYTHON'
import os
import sys

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication


class Counter(QTranslator):
    asked = 0

    def translate(self, context, source, disambiguation=None, n=-1):
        self.asked += 1
        return ""

    def isEmpty(self):
        return False


app = QApplication([])
counter = Counter(app)
app.installTranslator(counter)


def look_ups(read) -> int:
    before = counter.asked
    read()
    return counter.asked - before


names = ("Ctrl+Shift+F", "Space", "Ctrl+Home")
plain = {name: look_ups(lambda: QKeySequence(name)) for name in names}
portable = QKeySequence.SequenceFormat.PortableText
exact = sum(look_ups(lambda: QKeySequence.fromString(name, portable)) for name in names)
told = ", ".join(f"{name!r}: {count}" for name, count in plain.items())
print(f"look-ups for {told}; as portable text: {exact}")
sys.stdout.flush()
os._exit(0 if plain["Space"] > 100 > plain["Ctrl+Shift+F"] and exact == 0 else 1)
PYTHON
version=$("$folder/venv/bin/python" -c 'import PySide6; print(PySide6.__version__)')
if told=$(QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" "$folder/keys.py"); then
    echo "PySide6 $version: $told"
else
    echo "PySide6 $version: $told: it is different now"
    exit 1
fi
