#!/usr/bin/env bash
# A plot without a menu still builds every control of it, each as a widget without a parent.
#
# Version: pyqtgraph 0.14.0, PySide6-Essentials 6.11.3, Python 3.11.
# One would expect: `PlotItem(enableMenu=False)` costs what its axes and its view box cost, and makes no widgets, which a graphics scene has no use for.
# Seen: the switch leaves out the menu of the view box alone. "Plot Options", with transforms, downsampling, averages, transparency, grid and points, is
# built in any case and connected to the plot: 44 widgets, and three quarters of the time in which a plot comes into being. They belong to no window; only
# Python's garbage collector takes them away. With the switch on there are twice as many.
# Output seen:
#   pyqtgraph 0.14.0: widgets of a plot with its menu: 92, without: 44; a view box and two axes take 24% of the time
# What helps: lay out a ViewBox and two AxisItems in a GraphicsWidget, which is what a plot shows.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyqtgraph==0.14.0 PySide6-Essentials==6.11.3
cat >"$folder/plots.py" <<'PYTHON'
import os
import sys
import time

import pyqtgraph as pg
from PySide6.QtWidgets import QApplication, QGraphicsGridLayout

app = QApplication([])
kept = []


def alone() -> pg.GraphicsWidget:
    item, grid = pg.GraphicsWidget(), QGraphicsGridLayout()
    box = pg.ViewBox(parent=item, enableMenu=False)
    grid.addItem(box, 0, 1)
    for side, row, column in (("left", 0, 0), ("bottom", 1, 1)):
        axis = pg.AxisItem(side)
        axis.linkToView(box)
        grid.addItem(axis, row, column)
    item.setLayout(grid)
    item.kept = box
    return item


def widgets(make: object) -> int:
    before = len(app.allWidgets())
    kept.append(make())
    return len(app.allWidgets()) - before


def seconds(make: object) -> float:
    began = time.process_time()
    for _ in range(20):
        kept.append(make())
    return time.process_time() - began


for make in (pg.PlotItem, lambda: pg.PlotItem(enableMenu=False), alone):
    make()  # what is loaded once is loaded
with_menu, without, bare = widgets(pg.PlotItem), widgets(lambda: pg.PlotItem(enableMenu=False)), widgets(alone)
shares = sorted(seconds(alone) / seconds(lambda: pg.PlotItem(enableMenu=False)) for _ in range(5))
print(f"widgets of a plot with its menu: {with_menu}, without: {without}; a view box and two axes take {shares[2]:.0%} of the time")
sys.stdout.flush()
os._exit(0 if bare == 0 and 0 < without < with_menu and shares[2] < 0.8 else 1)
PYTHON
version=$("$folder/venv/bin/python" -c 'import pyqtgraph; print(pyqtgraph.__version__)')
if told=$(QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" "$folder/plots.py"); then
    echo "pyqtgraph $version: $told"
else
    echo "pyqtgraph $version: $told: it is different now"
    exit 1
fi
