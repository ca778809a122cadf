"""Figures have the size they were given, to the pixel and the millimetre, and everything on them that was asked for."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from metascope.simulator.engine.errors import UserError
from metascope.widgets.paper.figure import Page, _led, _places, preview, save
from metascope.widgets.plots.views.curves import CurvesView
from metascope.widgets.plots.views.plot import Axis
from metascope.widgets.views.view import View
from tests.simulator.engine.files.test_atomic import full_disk
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import AXIS, count, plane, surface

METHODS = (("reptile", "Reptile"), ("pretraining", "Pre-training"))


def views(qtbot: QtBot) -> list[View]:
    """A surface, and a curve in MAML's colour."""
    picture = plane()
    surface(picture)
    curves = CurvesView("loss", "Loss", LIGHT, Axis("meta-step"), Axis("loss", "L"), legend="on paper")
    curves.set_series("maml.loss", "maml", AXIS - AXIS[0], AXIS**2, "MAML")
    for view in (picture, curves):
        qtbot.addWidget(view)
    return [picture, curves]


@pytest.mark.parametrize(("width", "height", "dpi"), [(85.0, 65.0, 300), (180.0, 120.0, 150), (254.0, 143.0, 96)])
def test_png_has_the_pixels_of_its_size_in_mm(
    qtbot: QtBot, tmp_path: Path, width: float, height: float, dpi: int
) -> None:
    save(tmp_path / "a.png", views(qtbot), Page(width, height, dpi=dpi))
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (round(width / 25.4 * dpi), round(height / 25.4 * dpi))
    assert round(image.dotsPerMeterX() * 0.0254) == dpi


def test_svg_is_as_wide_and_high_in_mm(qtbot: QtBot, tmp_path: Path) -> None:
    save(tmp_path / "a.svg", views(qtbot), Page(85.0, 65.5))
    head = re.search(rb"<svg[^>]*>", (tmp_path / "a.svg").read_bytes())
    assert head is not None
    assert b'width="85mm" height="65.5mm"' in head.group()
    assert b'viewBox="0 0 321.26 247.559"' in head.group()  # 96 units an inch


@pytest.mark.parametrize(("width", "height"), [(85.0, 65.0), (180.0, 120.0), (254.0, 143.0)])
def test_pdf_page_is_as_wide_and_high_in_mm(qtbot: QtBot, tmp_path: Path, width: float, height: float) -> None:
    save(tmp_path / "a.pdf", views(qtbot), Page(width, height))
    data = (tmp_path / "a.pdf").read_bytes()
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert box is not None
    assert [float(side) / 72 * 25.4 for side in box.groups()] == pytest.approx([width, height], abs=1e-4)
    table = int(data.rsplit(b"startxref", 1)[1].split()[0])
    assert data[table : table + 4] == b"xref"  # nothing changed its place


def test_type_keeps_its_size_on_paper_whatever_the_page(qtbot: QtBot) -> None:
    """Twice the type means twice as much of everything, and half of the room."""
    small, large = Page(100.0, 80.0, type=6.0), Page(200.0, 160.0, type=12.0)
    found = views(qtbot)
    one, other = preview(found, small, 800, 640), preview(found, large, 800, 640)
    difference = np.asarray(one.constBits(), np.uint8).astype(int) - np.asarray(other.constBits(), np.uint8)
    assert np.abs(difference).max() <= 2


def test_legend_and_caption_are_there_when_they_are_asked_for(qtbot: QtBot) -> None:
    found = views(qtbot)
    bare = preview(found, Page(180.0, 120.0), 900, 600)
    full = preview(found, Page(180.0, 120.0, methods=METHODS, caption="What it shows. " * 10), 900, 600)
    green = LIGHT.style("reptile").colour
    assert count(bare, green) == 0
    assert count(full, green) > 50
    strip = full.copy(0, 540, 900, 60)
    assert count(strip, LIGHT.text) > count(bare.copy(0, 540, 900, 60), LIGHT.text) + 100


def test_a_common_legend_takes_the_place_of_the_views_own(qtbot: QtBot) -> None:
    _, curves = views(qtbot)
    own = preview([curves], Page(100.0, 80.0), 800, 640)
    common = preview([curves], Page(100.0, 80.0, methods=METHODS), 800, 640)
    blue = LIGHT.style("maml").colour
    top = [count(image.copy(0, 60, 800, 50), blue) for image in (own, common)]
    assert top[0] > top[1] + 20


def test_letters_stand_before_the_titles_of_several_views(qtbot: QtBot) -> None:
    found = views(qtbot)
    inks = [
        count(preview(found, Page(180.0, 120.0, letters=letters), 900, 600).copy(0, 0, 450, 45), LIGHT.text)
        for letters in (False, True)
    ]
    assert inks[1] > inks[0] + 20
    alone = [preview(found[:1], Page(85.0, 65.0, letters=letters), 400, 300) for letters in (False, True)]
    assert alone[0] == alone[1]


def test_views_share_the_page_without_gaps_or_overlaps() -> None:
    page = QRectF(0, 0, 600, 400)
    for count_, columns in ((1, 2), (3, 2), (5, 3), (6, 1)):
        for places in (_places(page, count_, columns), _led(page, count_, columns)):
            assert len(places) == count_
            assert sum(place.width() * place.height() for place in places) == pytest.approx(600 * 400)
            assert all(page.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(place) for place in places)
    assert _led(page, 4, 2)[0] == QRectF(0, 0, 300, 400)
    assert _led(QRectF(0, 0, 300, 400), 4, 2)[0] == QRectF(0, 0, 300, 200)


def test_every_impossible_number_of_a_page_is_told_at_once() -> None:
    with pytest.raises(UserError) as caught:
        Page(5.0, 5000.0, type=1.0, dpi=5, columns=0).check()
    assert [problem.where for problem in caught.value.problems] == ["width", "height", "type", "dpi", "columns"]
    with pytest.raises(UserError, match="100,000,000 pixels"):
        Page(900.0, 900.0, dpi=1200).check()


def test_another_suffix_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"must end in \.png, \.svg or \.pdf"):
        save(tmp_path / "a.bmp", views(qtbot), Page(85.0, 65.0))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_a_full_disk_is_told_with_the_path_and_the_old_file_stays(qtbot: QtBot, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(b"old")
    found = views(qtbot)
    with full_disk(1000), pytest.raises(UserError, match=rf"a\.{suffix}: cannot be written"):
        save(path, found, Page(85.0, 65.0))
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [(path.name, b"old")]


def test_a_figure_leaves_the_views_as_they_were(qtbot: QtBot) -> None:
    found = views(qtbot)
    curves = found[1]
    assert isinstance(curves, CurvesView)
    preview(found, Page(85.0, 65.0, methods=METHODS), 400, 300)
    assert curves.legend_on_paper


def test_larger_type_gets_more_room_in_a_view(qtbot: QtBot) -> None:
    """What presentations wear: `Theme.scaled` keeps axes, titles and bars readable."""
    picture = plane()
    qtbot.addWidget(picture)
    surface(picture)
    axis = picture.panels[0].axes.left
    plain = axis.maximumWidth()
    picture.set_theme(LIGHT.scaled(1.5))
    assert axis.maximumWidth() == pytest.approx(1.5 * plain, abs=1)
    picture.set_theme(LIGHT)
    assert axis.maximumWidth() == plain
