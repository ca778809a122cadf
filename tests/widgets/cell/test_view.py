"""The diagram of a gated cell draws the numbers it is given, and tells which stage a person chose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from metascope.widgets.cell.ink import Still, decimals, in_line
from metascope.widgets.cell.picture import CellPicture, Equation, Part, Quantity, Stage
from metascope.widgets.cell.view import CellView
from metascope.widgets.look.theme import Theme
from metascope.widgets.paper import export
from tests.waiting import LONGEST
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.plots.pictures import count, rgb

NAMES = ("x", "h_before", "c_before", "z", "z_i", "z_f", "z_o", "c", "h", "y")


def picture(part: Part = "output", quantities: Mapping[str, Quantity] | None = None) -> CellPicture:
    """Return a cell in its plain stage; `quantities` are put in place of its own."""
    values = {name: Quantity(name[0], f"what {name} is for", (0.25,), unit=name in ("z_i", "z_f")) for name in NAMES}
    return CellPicture(
        chosen="lstm",
        part=part,
        stages=(Stage("lstm", "lstm", "c", "loss 1", "plain"), Stage("memory", "memory", r"\theta", "loss 2", "put")),
        quantities={**values, **(quantities or {})},
        equations=(Equation("z = 1", "z is 1", "= 1.000"), Equation("c = 2", "c is 2", "= 2.000", role="memory")),
        updates=("c = 1.000 · 0.250 = 0.250",),
        columns={"lstm.c": np.array([0.25]), "memory.c": np.array([0.5])},
    )


def shown(qtbot: QtBot, drawn: CellPicture | None, theme: Theme = LIGHT) -> CellView:
    view = CellView("cell", "The cell", theme)
    qtbot.addWidget(view)
    if drawn is not None:
        view.set_picture(drawn)
    view.resize(640, 480)
    with qtbot.waitExposed(view, timeout=LONGEST):
        view.show()
    return view


def seen(view: CellView) -> QImage:
    return view.canvas().grab().toImage()


def seen_with(view: CellView, drawn: CellPicture) -> QImage:
    view.set_picture(drawn)
    return seen(view)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_quantity_is_drawn_with_its_number(qtbot: QtBot, theme: Theme) -> None:
    plain = rgb(seen(shown(qtbot, picture(), theme)))
    for name in NAMES:
        other = Quantity(name[0], "", (-7.5,), unit=name in ("z_i", "z_f"))
        assert (rgb(seen(shown(qtbot, picture(quantities={name: other}), theme))) != plain).any(), name


def test_the_present_part_is_drawn_bold(qtbot: QtBot) -> None:
    start, gates, memory, output = (
        count(seen(shown(qtbot, picture(part))), LIGHT.text, 10) for part in ("start", "gates", "memory", "output")
    )
    assert start < min(gates, memory, output)


def test_what_was_put_in_wears_its_stages_colour(qtbot: QtBot) -> None:
    colour = LIGHT.style("gradient").colour
    assert count(seen(shown(qtbot, picture())), colour, 10) == 0
    put = Quantity("g", "", (0.25,), role="gradient")
    assert count(seen(shown(qtbot, picture(quantities={"z": put}))), colour, 10) > 100


def test_what_a_cell_has_not_is_faint_and_has_no_number(qtbot: QtBot) -> None:
    gone = [replace(picture().quantities["z_o"], absent=True, values=values) for values in ((0.25,), (0.75,))]
    one, other = (rgb(seen(shown(qtbot, picture(quantities={"z_o": quantity})))) for quantity in gone)
    assert (one == other).all()
    assert (one != rgb(seen(shown(qtbot, picture())))).any()


def test_a_gate_is_gauged_from_0_to_1(qtbot: QtBot) -> None:
    dark = [
        count(seen(shown(qtbot, picture("start", {"z_f": Quantity("z", "", (value,), unit=True)}))), LIGHT.ink, 4)
        for value in (0.0, 0.5, 1.0)
    ]
    assert dark[0] < dark[1] < dark[2]


def test_clicking_a_stage_tells_which(qtbot: QtBot) -> None:
    clicked: list[str] = []
    view = shown(qtbot, picture())
    view.stage_clicked.connect(clicked.append)
    seen(view)
    QTest.mouseClick(view.canvas(), Qt.MouseButton.LeftButton, pos=view.stage_place("memory").center().toPoint())
    QTest.mouseClick(view.canvas(), Qt.MouseButton.LeftButton, pos=QPoint(5, 250))
    assert clicked == ["memory"]


def test_pointing_at_a_thing_tells_what_it_is_for(qtbot: QtBot) -> None:
    view = shown(qtbot, picture())
    seen(view)
    told = {view.help_at(QPointF(x, y)) for x in range(0, 640, 10) for y in range(0, 450, 6)}
    assert {f"what {name} is for" for name in NAMES} | {"plain", "put", "z is 1", "c is 2", ""} == told


def test_data_of_a_hidden_stage_are_left_out(qtbot: QtBot) -> None:
    drawn = picture()
    first, second = drawn.stages
    view = shown(qtbot, replace(drawn, stages=(first, replace(second, emphasis="hidden"))))
    assert set(view.table()) == {"lstm.c"}


def test_without_a_picture_it_says_what_will_appear(qtbot: QtBot) -> None:
    view = shown(qtbot, None)
    assert view.table() == {}
    assert count(seen(view), LIGHT.muted) > 50


def test_larger_type_takes_more_room_and_stays_inside(qtbot: QtBot) -> None:
    view = shown(qtbot, picture(), LIGHT.scaled(1.5))
    view.resize(1000, 800)
    seen(view)
    assert QRectF(view.canvas().rect()).contains(view.stage_place("memory"))
    assert view.stage_place("memory").height() == pytest.approx(60, abs=1)


@pytest.mark.parametrize("change", ["part", "stage", "theme", "size"])
def test_what_is_kept_for_the_screen_follows_every_change(qtbot: QtBot, change: str) -> None:
    view, other = shown(qtbot, picture("start")), picture("memory" if change == "part" else "start")
    seen(view)
    if change == "stage":
        other = replace(other, chosen="memory")
    theme = DARK if change == "theme" else LIGHT
    fresh = shown(qtbot, other, theme)
    for one in (view, fresh):
        one.resize(700 if change == "size" else 640, 480)
    view.set_theme(theme)
    view.set_picture(other)
    assert (rgb(seen(view)) == rgb(seen(fresh))).all()


def test_a_part_that_comes_back_is_not_drawn_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    made, real = list[QRectF](), Still._new_picture

    def new_picture(still: Still, rect: QRectF, ratio: float, draw: Callable[[QPainter], object]) -> QPixmap:
        made.append(rect)
        return real(still, rect, ratio, draw)

    monkeypatch.setattr(Still, "_new_picture", new_picture)
    view = shown(qtbot, picture("start"))
    first, again = ([rgb(seen_with(view, picture(part))) for part in get_args(Part)] for _ in range(2))
    assert len(made) == len(get_args(Part))
    np.testing.assert_array_equal(first, again)


def test_a_small_picture_leaves_the_equations_out_and_keeps_the_flow_whole(qtbot: QtBot) -> None:
    view = shown(qtbot, picture())
    image = QImage(480, 270, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.draw_picture(painter, QRectF(0, 0, 480, 270))
    painter.end()
    told = {view.help_at(QPointF(x, y)) for x in range(0, 480, 4) for y in range(0, 270, 4)}
    assert {f"what {name} is for" for name in NAMES} <= told
    assert not {"z is 1", "c is 2"} & told
    assert view.stage_place("memory").height() < 40


def test_a_picture_is_exported_as_it_is_shown(qtbot: QtBot) -> None:
    view = shown(qtbot, picture())
    before = rgb(seen(view))
    assert export.picture(view, "svg", QSize(640, 480)).startswith(b"<?xml")
    assert (rgb(seen(view)) == before).all()


def test_numbers_have_three_decimals_and_true_signs() -> None:
    assert decimals([0.12345, -0.5, -0.0001, 12345.6, float("nan")]) == ["0.123", "−0.500", "0.000", "1.23e+04", "–"]
    assert in_line([0.5]) == "0.500"
    assert in_line([0.5, -1.0], 2) == "(0.50, −1.00)"
