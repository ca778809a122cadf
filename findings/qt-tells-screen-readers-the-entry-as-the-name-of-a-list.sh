#!/usr/bin/env bash
# On Linux, the accessible name of a drop-down list is its chosen entry, whatever name it was given.
#
# Version: PySide6-Essentials 6.11.3, Python 3.11, Linux.
# One would expect: a screen reader calls a `QComboBox` by what `setAccessibleName` was told, as it does every other widget.
# Seen: the name is left out; `QAccessible` tells the current text as name and as value. What the list is called comes from a label alone: a QLabel with the
# same parent whose buddy it is, visible or not, by the relation "Label".
# Output seen:
#   PySide6 6.11.3: name 'one', value 'one', labels []; with a hidden buddy: labels ['Quantity']
# What helps: an invisible label beside it (widgets/look/combo_box.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3
cat >"$folder/names.py" <<'PYTHON'
import os
import sys

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

app = QApplication([])
outer = QWidget()
box = QComboBox(outer)
box.addItems(["one", "two"])
box.setAccessibleName("Quantity")
told = QAccessible.queryAccessibleInterface(box)


def labels() -> list[str]:
    return [other.text(QAccessible.Text.Name) for other, kind in told.relations() if kind & QAccessible.RelationFlag.Label]


name, value, before = told.text(QAccessible.Text.Name), told.text(QAccessible.Text.Value), labels()
label = QLabel("Quantity", outer)
label.setBuddy(box)
label.hide()
print(f"name {name!r}, value {value!r}, labels {before}; with a hidden buddy: labels {labels()}")
sys.stdout.flush()
os._exit(0 if name == "one" and not before and labels() == ["Quantity"] else 1)
PYTHON
version=$("$folder/venv/bin/python" -c 'import PySide6; print(PySide6.__version__)')
if told=$(QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" "$folder/names.py"); then
    echo "PySide6 $version: $told"
else
    echo "PySide6 $version: $told: it is different now"
    exit 1
fi
