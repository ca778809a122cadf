"""Facts under a plot: they are drawn, take their room from the plot, and warn so that it is seen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.views.facts import Fact, FactsView
from metascope.widgets.plots.views.plot import Axis
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.plots.pictures import count, seen

HEAD = [Fact("", "muted"), Fact("MAML", role="maml"), Fact("Reptile", role="reptile")]
PLAIN = [Fact("off plane", "muted"), Fact("5 %"), Fact("12 %")]
WARNING = [Fact("off plane", "muted"), Fact("5 %"), Fact("52 %", "warning")]


def shown(qtbot: QtBot) -> FactsView:
    view = FactsView("plane", "A plane", LIGHT, Axis("u"), [Axis("v")])
    view.resize(500, 400)
    seen(qtbot, view)
    return view


def test_the_plot_gives_room_to_the_facts(qtbot: QtBot) -> None:
    view = shown(qtbot)
    before = view.panels[0].box.height()
    view.facts.set(Fact("kept: 85 %"), [HEAD, PLAIN])
    seen(qtbot, view)
    assert view.panels[0].box.height() < before - 40
    assert view.facts.size().height() > 3 * 15


def test_a_series_symbol_stands_before_its_name(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.facts.set(Fact(""), [HEAD, PLAIN])
    image = seen(qtbot, view)
    assert all(count(image, LIGHT.style(name).colour, 20) > 10 for name in ("maml", "reptile"))


def test_a_warning_stands_out_on_the_screen_and_on_paper(qtbot: QtBot) -> None:
    view = shown(qtbot)
    for theme in (LIGHT, DARK):
        view.set_theme(theme)
        found = []
        for row in (PLAIN, WARNING):
            view.facts.set(Fact("kept: 85 %"), [HEAD, row])
            paper = QImage(QSize(500, 400), QImage.Format.Format_RGB32)
            painter = QPainter(paper)
            view.render_to(painter, QRectF(0, 0, 500, 400))
            painter.end()
            found.append([count(image, theme.warning_back, 2) for image in (seen(qtbot, view), paper)])
        plain, warned = found
        assert all(more > less + 100 for more, less in zip(warned, plain, strict=True)), theme.name


def test_a_view_without_facts_has_no_empty_room(qtbot: QtBot) -> None:
    view = shown(qtbot)
    assert view.facts.maximumHeight() == 0
