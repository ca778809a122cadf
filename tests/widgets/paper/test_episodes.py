"""The views of an episode look alike in programs that share no code with Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from metascope.widgets.episode.quiz import QuizView
from metascope.widgets.episode.table import EpisodeTable
from metascope.widgets.look.theme import Theme
from metascope.widgets.paper import export
from metascope.widgets.plots.views.costs import Cost, CostsView
from metascope.widgets.plots.views.embedding_map import EmbeddingMap
from metascope.widgets.plots.views.plot import Axis
from metascope.widgets.views.view import View
from tests.widgets.episode.trials import answers, episode
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.paper.readers import READERS, differing, lost_ink, read

SIZE = QSize(640, 420)
LOST, DIFFERING = 0.03, 0.06  # as for the views of scenarios


def table(theme: Theme) -> View:
    shown = episode(5, 3, 2)
    view = EpisodeTable("episode", "Episode", theme)
    view.set_episode(shown)
    view.set_answers([answers(shown, role, right=role != "lstm") for role in ("mann", "lstm", "ntm")])
    view.set_looked_at([2])
    return view


def quiz(theme: Theme) -> View:
    whole = episode(7)
    view = QuizView("quiz", "Quiz", theme)
    view.set_trial(replace(whole, queries=whole.queries[:1], truths=whole.truths[:1]))
    view.choose(2)
    view.set_score("1 of 2")
    return view


def embedding(theme: Theme) -> View:
    view, grid = EmbeddingMap("map", "Map", theme, Axis("first"), Axis("second")), np.linspace(-4, 4, 41)
    points = np.array([[-1.0, 1.0], [1.0, 1.0], [0.0, -1.0]])
    x, y = np.meshgrid(grid, grid)
    made = np.exp(-((np.stack([x, y], axis=-1)[:, :, None] - points) ** 2).sum(-1))
    view.set_supports(points, np.arange(3), episode(3, 1).supports)
    view.set_queries(points / 2, np.arange(3), np.array([True, False, False]))
    view.set_chosen(0)
    view.set_regions(grid, grid, made / made.sum(-1, keepdims=True))
    view.set_prototypes("mann", "MANN", points * 0.7)
    view.set_links("lstm", "LSTM", points, np.array([0.6, 0.3, 0.1]), ["a", "b", "c"])
    view.set_imagined("ntm", "NTM", points + 0.4, points, np.arange(3))
    view.fit()
    return view


def costs(theme: Theme) -> View:
    view, supports = CostsView("costs", "Costs", theme, {"stored": Axis("stored")}), np.array([5.0, 10.0, 100.0])
    view.set_costs([Cost("mann", "MANN", supports, 64 * supports[None])])
    view.set_supports(25)
    return view


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("make", [table, quiz, embedding, costs])
def test_every_view_looks_alike_in_other_readers(qtbot: QtBot, make: Callable[[Theme], View], theme: Theme) -> None:
    view = make(theme)
    qtbot.addWidget(view)
    view.resize(SIZE)
    wanted, svg = read(export.picture(view, "png", SIZE, dpi=96)), export.picture(view, "svg", SIZE)
    for reader in READERS:
        got = reader(svg, SIZE.width(), SIZE.height())
        assert lost_ink(wanted, got) < LOST, reader.__name__
        assert lost_ink(got, wanted) < LOST, reader.__name__
        assert differing(wanted, got) < DIFFERING, reader.__name__
