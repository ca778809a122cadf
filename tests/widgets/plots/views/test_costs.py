"""The costs of answers over the number of supports."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.views.costs import Cost, CostsView
from metascope.widgets.plots.views.plot import Axis
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import count, read_at, seen

SUPPORTS = np.array([5.0, 10.0, 25.0, 100.0])


def costs() -> list[Cost]:
    flat = np.full(4, 320.0)
    return [
        Cost("mann", "MANN", SUPPORTS, np.stack([flat, 1e6 + flat])),
        Cost("lstm", "LSTM", SUPPORTS, np.stack([64 * SUPPORTS, 1e6 + 64 * SUPPORTS])),
    ]


def shown(qtbot: QtBot) -> CostsView:
    view = CostsView("costs", "What an answer costs", LIGHT, {"stored": Axis("stored"), "operations": Axis("work")})
    view.set_costs(costs())
    view.resize(460, 420)
    seen(qtbot, view)
    return view


def test_what_grows_tenfold_rises_by_as_much_everywhere(qtbot: QtBot) -> None:
    view = shown(qtbot)
    low, middle, high = (view.viewport_point(np.log10(n), np.log10(64 * n)).y() for n in (5, 10, 20))
    assert low - middle == pytest.approx(middle - high, abs=1)


def test_numbers_are_read_as_they_are(qtbot: QtBot) -> None:
    view = shown(qtbot)
    found = read_at(qtbot, view, view.viewport_point(np.log10(25), np.log10(1600)))
    assert found is not None
    assert found.text == "LSTM: 1600 at 25"


def test_data_are_saved_by_method_and_kind(qtbot: QtBot) -> None:
    table = shown(qtbot).table()
    assert table["lstm.stored"].tolist() == (64 * SUPPORTS).tolist()
    assert table["mann.operations"].tolist() == [1000320.0] * 4
    assert not any("now" in name for name in table)


def test_a_method_is_hidden_and_shown_again(qtbot: QtBot) -> None:
    view, colour = shown(qtbot), LIGHT.style("lstm").colour
    full = count(seen(qtbot, view), colour, 30)
    view.show_methods({"lstm": "hidden"})
    assert "lstm.stored" not in view.table()
    assert count(seen(qtbot, view), colour, 30) < full / 2
    view.show_methods({"lstm": "full"})
    assert count(seen(qtbot, view), colour, 30) == full


def test_the_present_number_of_supports_is_marked(qtbot: QtBot) -> None:
    view = shown(qtbot)
    before = seen(qtbot, view)
    view.set_supports(25)
    assert seen(qtbot, view) != before


def test_unknown_times_are_gaps(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.set_costs([Cost("mann", "MANN", SUPPORTS, np.full((2, 4), np.nan))])
    seen(qtbot, view)
    assert np.isnan(view.table()["mann.stored"].astype(float)).all()


def test_costs_of_another_shape_are_refused(qtbot: QtBot) -> None:
    view = shown(qtbot)
    with pytest.raises(ValueError, match="shape"):
        view.set_costs([Cost("mann", "MANN", SUPPORTS, np.ones((3, 4)))])
