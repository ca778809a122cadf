"""Arrows and their labels: none hides another, whatever their starts and directions."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.canvas.arrows import Arrow, ArrowsItem
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import count, plane, seen

ROLES = ("maml", "reptile", "pretraining", "fomaml", "ink", "ink")


def star(turns: list[float], length: float = 1.0) -> list[Arrow]:
    """Return arrows from one start in these directions, each with a name and a norm."""
    return [
        Arrow(role, f"Pre-training {index}.25", (0.2, 0.1), (0.2 + length * math.cos(a), 0.1 + length * math.sin(a)))
        for index, (role, a) in enumerate(zip(ROLES, turns, strict=False))
    ]


def boxes(qtbot: QtBot, arrows: list[Arrow], scale: float = 1.0, size: tuple[int, int] = (400, 240)) -> list[QRectF]:
    view, mark = plane(equal=True), ArrowsItem("directions")
    view.resize(*size)
    view.set_theme(LIGHT.scaled(scale))
    view.add(mark)
    mark.set(arrows)
    seen(qtbot, view)
    pixels = view.panels[0].grid.pixels()
    found = [box for *_, box in mark.labels(pixels)]
    assert len(found) == len(arrows)
    assert all(pixels.rect.contains(box) for box in found)
    return found


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize(
    "turns",
    [
        [0.0] * 6,
        [3.3, 3.32, 3.35, 4.6, 4.63, 4.65],
        np.linspace(0, 0.5, 6).tolist(),
        np.linspace(0, math.tau, 6).tolist(),
    ],
    ids=["alike", "two sides", "a fan", "all round"],
)
def test_labels_of_arrows_from_one_start_do_not_overlap(qtbot: QtBot, turns: list[float], scale: float) -> None:
    found = boxes(qtbot, star(turns), scale, (460, 300))
    assert not [1 for one, other in combinations(found, 2) if one.intersects(other)]


def test_labels_of_vanished_arrows_do_not_overlap(qtbot: QtBot) -> None:
    found = boxes(qtbot, star([0.0] * 4, 0.0))
    assert not [1 for one, other in combinations(found, 2) if one.intersects(other)]


def test_a_label_does_not_lie_on_another_arrow(qtbot: QtBot) -> None:
    arrows = [Arrow("ink", "", (0.0, 0.0), (1.8, 0.0)), Arrow("maml", "MAML", (0.0, 0.0), (0.8, 0.0))]
    view, mark = plane(), ArrowsItem("directions")
    view.add(mark)
    mark.set(arrows)
    seen(qtbot, view)
    pixels = view.panels[0].grid.pixels()
    ((_, _, box),) = mark.labels(pixels)
    assert not box.contains(pixels.point(1.0, 0.0))
    assert abs(box.center().x() - pixels.point(0.8, 0.0).x()) < 60


def test_a_label_alone_stands_ahead_of_its_tip(qtbot: QtBot) -> None:
    view, mark = plane(), ArrowsItem("directions")
    view.add(mark)
    mark.set([Arrow("maml", "MAML", (-1.0, 0.0), (0.0, 0.0))])
    seen(qtbot, view)
    pixels = view.panels[0].grid.pixels()
    ((_, tip, box),) = mark.labels(pixels)
    assert 0 < box.left() - tip.x() < 12
    assert box.top() < tip.y() < box.bottom()


def test_arrows_on_each_other_are_all_seen(qtbot: QtBot) -> None:
    view, mark = plane(), ArrowsItem("updates")
    view.add(mark)
    roles = ROLES[:3]
    mark.set([Arrow(role, "", (-1.0, -1.0), (1.0, 1.0)) for role in roles])
    image = seen(qtbot, view)
    assert all(count(image, LIGHT.style(role).colour, 30) > 60 for role in roles)
