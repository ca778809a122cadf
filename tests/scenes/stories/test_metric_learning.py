"""The scene of the metric learning story: its pictures have the frame's numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from metascope.scenes.scene import Scene, Words
from metascope.scenes.stories.metric_learning.costs import AnswerCostsView
from metascope.scenes.stories.metric_learning.forgetting import ForgettingView
from metascope.scenes.stories.metric_learning.pair import PairView
from metascope.scenes.stories.metric_learning.plane import PlaneView
from metascope.scenes.stories.metric_learning.quiz import TrialView
from metascope.scenes.stories.metric_learning.table import TableView, looked_at
from metascope.scenes.stories.metric_learning.times import AnswerTimesView
from metascope.scenes.stories.metric_learning.words import BESIDE, LINES, words
from metascope.scenes.views.accuracy import EpisodeAccuracyView as AccuracyView
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.text import say
from metascope.simulator.episodes.frame import Accuracy, Published, Quiz
from metascope.simulator.stories.metric_learning import lens
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.geometry import widened
from metascope.simulator.stories.metric_learning.names import METHODS
from metascope.simulator.stories.metric_learning.settings import TRIED_STEPS, MetricSettings
from metascope.widgets.look.theme import Theme
from metascope.widgets.plots.maps.embedded import ImaginedItem
from metascope.widgets.plots.series.symbols import SymbolsItem
from tests.scenes.stories.looks import DARK, LIGHT
from tests.scenes.stories.metric_frames import (
    ALL,
    FIVE,
    ONE,
    answered_frame,
    changed_frame,
    close,
    draw,
    frame,
    on_screen,
    view_of,
)

PAPER = {"method": "prototypes", "ways": 5, "shots": 1, "transductive": False}


@pytest.fixture
def scene(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Scene]:
    """Give the scene of all methods, or of other settings where a test asks for them."""
    with on_screen(getattr(request, "param", ALL)) as made:
        yield made


def test_the_table_has_every_methods_probabilities_once_they_have_come_about(scene: Scene) -> None:
    shown, view = frame(ALL), view_of(scene, TableView)
    draw(scene, shown)
    table = view.table()
    for method in METHODS:
        wanted = shown.answers[method].probabilities
        found = np.stack([table[f"{method}.probability_{letter}"] for letter in "ABC"], axis=1)
        close(found.astype(float), wanted)
    draw(scene, shown, shown.ticks() - 2)
    table = view.table()
    assert np.isnan(table["prototypes.probability_A"].astype(float)).all()
    assert np.isfinite(table["finetuning.probability_A"].astype(float)).all()


def test_what_a_method_looks_at_is_what_the_tick_is_about() -> None:
    shown = frame(ALL)
    assert looked_at(shown, 0, "prototypes", 0) == []
    assert looked_at(shown, 3, "prototypes", 0) == [2]
    for method in ("context", "context_cosine"):
        read = shown.answers[method].reads[1, 4]
        assert looked_at(shown, 8, method, 4) == [int(read.argmax())]
    assert looked_at(shown, 8, "matching", 4) == []
    assert looked_at(shown, shown.ticks() - 1, "neighbours", 2) == shown.answers["neighbours"].neighbours[2].tolist()
    assert looked_at(shown, 3, "finetuning", 0) == []
    assert looked_at(changed_frame(), 5, "prototypes", 0) == []  # it was taken away


def test_supports_that_are_looked_at_stand_out_in_table_and_map(scene: Scene) -> None:
    draw(scene, frame(ALL), 3)
    assert view_of(scene, TableView)._looked_at == {2}
    assert [handle._looked_at for handle in view_of(scene, PlaneView)._handles] == [False, False, True, *[False] * 3]


def test_a_support_that_is_taken_away_is_not_on_the_table(scene: Scene) -> None:
    shown, view = changed_frame(), view_of(scene, TableView)
    draw(scene, shown)
    assert view.table()["support.class"].tolist() == ["B", "A", "B", "B", "B"]
    assert view.table()["query.class"].tolist() == ["A", "A", "B", "B", "C", "C", "?"]
    draw(scene, shown, 7)
    assert view._looked_at == {4}  # the one that was added, the last of those that are left
    assert "changed" in view.title


def test_the_map_has_the_plane_of_the_method_whose_ticks_are_seen(scene: Scene) -> None:
    shown, view = frame(ALL), view_of(scene, PlaneView)
    for method in METHODS:
        draw(scene, shown, method=method)
        plane, table = shown.answers[method].plane, view.table()
        close(np.stack([table["support.x"], table["support.y"]], 1), plane.supports)
        close(table["queries.x"].astype(float), plane.queries[:, 0])
        wrong = shown.answers[method].predicted != shown.table.asked
        assert table["queries.wrong"].tolist() == wrong.tolist()
        assert ("regions.x" in table) == bool(plane.regions.size)
        others = [name for name in table if name.partition(".")[0] in set(METHODS) - {method}]
        assert not others


def test_prototypes_move_and_regions_come_with_the_scores(scene: Scene) -> None:
    shown, view = frame(ALL), view_of(scene, PlaneView)
    draw(scene, shown, 1)
    assert "regions.x" not in view.table()
    found = np.stack([view.table()["prototypes.prototypes.x"], view.table()["prototypes.prototypes.y"]], 1)
    close(found.astype(float), lens.prototypes(shown, "prototypes", 1))
    draw(scene, shown, shown.ticks() - 2)
    table, plane = view.table(), shown.answers["prototypes"].plane
    assert np.ptp(table["regions.x"].astype(float)) == pytest.approx(
        np.ptp(widened(plane.extent.astype(np.float64))[0]), rel=1e-5
    )
    close(table["regions.probability_B"], plane.regions[..., 1].ravel())


def test_lines_from_the_query_are_what_the_method_weighs(scene: Scene) -> None:
    shown, view = frame(ALL), view_of(scene, PlaneView)
    for method in ("matching", "cosine", "context", "context_cosine", "siamese", "neighbours"):
        draw(scene, shown, method=method)
        wanted = shown.answers[method].attention[shown.query]
        close(view.table()[f"{method}.links.weight"], wanted[wanted >= 0.01])
    draw(scene, shown)
    close(view.table()["prototypes.links.weight"], shown.answers["prototypes"].probabilities[shown.query])
    draw(scene, shown, method="relation")
    close(view.table()["relation.links.weight"], shown.answers["relation"].scores[shown.query])


def test_imagined_examples_come_one_by_one_and_move_the_mean(scene: Scene) -> None:
    shown, view, items = frame(ALL), view_of(scene, PlaneView), list[tuple[int, int, list[int]]]()
    plane = shown.answers["imagined"].plane
    for tick in range(shown.ticks()):
        draw(scene, shown, tick, "imagined")
        mark = next(mark for mark in view.panels[0].marks if isinstance(mark, ImaginedItem))
        close(np.stack([mark._points, mark._origins]).reshape(2, -1, 2), _imagined(shown, tick))
        items.append((len(mark._points), int(mark._new.sum()), looked_at(shown, tick, "imagined", 0)))
        means = np.stack([view.table()[f"imagined.prototypes.{axis}"] for axis in "xy"], 1)
        close(means.astype(float), lens.prototypes(shown, "imagined", tick))
    assert [count for count, _, _ in items] == [*[0] * 9, *range(1, 13), 12, 12]  # 3 classes of 4 each
    assert [new for _, new, _ in items] == [*[0] * 9, *[1] * 12, 0, 0]
    assert [original for *_, original in items[9:21]] == [[seed] for seed in plane.seeds.ravel().tolist()]


def test_of_many_imagined_examples_the_new_ones_of_all_classes_stand_out(qtbot: QtBot) -> None:
    settings = FIVE.replaced(imagined=True, imagined_examples=20)
    with on_screen(settings) as scene:
        shown = frame(settings)
        draw(scene, shown, 6 + 7, "imagined")
        mark = next(mark for mark in view_of(scene, PlaneView).panels[0].marks if isinstance(mark, ImaginedItem))
        assert (len(mark._points), int(mark._new.sum())) == (40, 5)
        assert shown.ticks() == 1 + 5 + 20 + 2
        originals = shown.answers["imagined"].plane.seeds[:, 7]
        assert looked_at(shown, 6 + 7, "imagined", 0) == sorted(originals.tolist())
        assert looked_at(shown, 6 + 7, "prototypes", 0) == []


def _imagined(shown: MetricFrame, tick: int) -> NDArray[np.float32]:
    """Return the places of what is imagined at a tick and of its originals, (2, m, 2)."""
    plane, there = shown.answers["imagined"].plane, lens.imagined(shown, "imagined", tick)
    return np.stack([plane.imagined[there], plane.supports[plane.seeds[there]]]).reshape(2, -1, 2)


def test_the_map_tells_how_far_it_is_exact(scene: Scene) -> None:
    shown, view = frame(ALL), view_of(scene, PlaneView)
    draw(scene, shown)
    assert view.panels[0].x.name == "exact: the means of A, B, C span this plane"
    draw(scene, shown, method="matching")
    kept = f"{float(shown.answers['matching'].plane.kept):.0%}"
    assert view.panels[0].x.name == f"nearness in this plane gives {kept} of the answers"


@pytest.mark.parametrize(
    ("methods", "first"),
    [
        (("prototypes", "imagined"), "imagined"),
        (("matching", "context"), "context"),
        (("matching", "cosine"), "matching"),
        (("cosine", "context_cosine"), "context_cosine"),
        (("prototypes", "matching", "imagined"), "prototypes"),
    ],
)
def test_a_method_that_adds_to_another_is_seen_first(qtbot: QtBot, methods: tuple[str, ...], first: str) -> None:
    settings = MetricSettings.parse({"prototypes": False, **dict.fromkeys(methods, True)})
    with on_screen(settings) as made:
        assert made.first_method() == first


def test_the_head_that_is_fine_tuned_moves_on_the_map(scene: Scene) -> None:
    shown, view = frame(ALL), view_of(scene, PlaneView)
    tuned = shown.answers["finetuning"].tuned
    assert tuned is not None
    draw(scene, shown, 0, "finetuning")
    assert "finetuning.head.x" not in view.table()  # all classes are alike before the first update
    draw(scene, shown, 4, "finetuning")
    close(view.table()["support.x"], tuned.supports[lens.update(shown, 4), :, 0])
    assert "of the last update" in view.panels[0].x.name
    draw(scene, shown, method="finetuning")
    close(view.table()["finetuning.head.x"], lens.head(shown, shown.ticks() - 1).lines[..., 0].ravel())
    assert view.panels[0].x.name.startswith("exact")


def test_a_siamese_judgement_is_the_sum_of_its_bars_and_the_rest(scene: Scene) -> None:
    shown, view = frame(ALL), view_of(scene, PairView)
    answer = shown.answers["siamese"]
    draw(scene, shown)
    values = view.table()["siamese.terms"].astype(float)
    pair = lens.pair(shown, shown.query, shown.ticks() - 1)
    assert pair is not None
    close(values, answer.terms[shown.query])
    assert values.sum() + pair.rest == pytest.approx(answer.pairs[shown.query, answer.best[shown.query]], abs=1e-5)
    assert f"support {int(answer.best[shown.query]) + 1}" in view.title
    draw(scene, shown, int(answer.best[shown.query]))  # it is looked at one tick later
    assert "siamese.terms" not in view.table()


@pytest.mark.parametrize("scene", [FIVE], indirect=True)
def test_the_range_seldom_changes_and_holds_all_points(scene: Scene) -> None:
    view = view_of(scene, PlaneView)
    for method in ("prototypes", "neighbours"):
        draw(scene, frame(FIVE), method=method)
        (left, right), (bottom, top) = view.panels[0].home
        plane = frame(FIVE).answers[method].plane
        points = np.concatenate([plane.supports, plane.queries])
        assert ((points > [left, bottom]) & (points < [right, top])).all()
        assert right - left < 1.1 * np.ptp(plane.extent[0])


def test_forgetting_is_the_frames_with_the_cursor_at_the_update(scene: Scene) -> None:
    shown, view = frame(ALL), view_of(scene, ForgettingView)
    tuned = shown.answers["finetuning"].tuned
    assert tuned is not None
    draw(scene, shown, 4)
    table = view.table()
    for name in ("base", "among_new", "among_all"):
        close(table[f"finetuning.{name}"], getattr(tuned, name))
    assert view._cursor._x == lens.update(shown, 4)


def test_what_was_chosen_on_validation_classes_is_told_marked_and_drawn_as_far_as_it_was_tried(qtbot: QtBot) -> None:
    values = {**ONE.model_dump(), "finetuning": True, "finetuning_steps": 0, "finetuning_rate": 0.0, "test_every": 9}
    settings = MetricSettings.parse(values)
    with on_screen(settings) as scene:
        shown, view = frame(settings), view_of(scene, ForgettingView)
        tuned = shown.answers["finetuning"].tuned
        assert tuned is not None
        assert tuned.plan is not None
        draw(scene, shown)
        table, plan = view.table(), tuned.plan
        close(table["finetuning.validation"], plan.validation)
        assert len(plan.validation) == TRIED_STEPS + 1
        close(table["finetuning.best.x"], [plan.steps])
        close(table["finetuning.best"], [plan.validation[plan.steps]])
        assert plan.validation[plan.steps] == max(plan.validation[1:])
        close(table["finetuning.among_new"], tuned.among_new)
        assert len(tuned.among_new) == plan.steps + 1
        assert view._cursor._x == plan.steps
        assert view.panels[0].home[0] == (0.0, TRIED_STEPS)
        assert view.title == f"Forgetting: rate {plan.rate:g}, {plan.steps} updates, best on validation"
        assert [entry.name for entry in view._legend._entries] == ["base", "among_all", "among_new", "validation"]
        scene.set_emphasis({"finetuning": "hidden"})
        draw(scene, shown)
        assert not [name for name in view.table() if name.startswith("finetuning.")]
        scene.set_emphasis({})
        draw(scene, frame(settings.replaced(finetuning_steps=3, finetuning_rate=0.01)))
        assert not [name for name in view.table() if name.startswith(("finetuning.validation", "finetuning.best"))]
        assert view.title == "What fine-tuning forgets"


def test_forgetting_stands_beside_what_nearest_neighbours_keep(scene: Scene) -> None:
    metrics, view = Metrics(), view_of(scene, ForgettingView)
    measured = {"finetuning.base_before": 0.9, "finetuning.base_after": 0.5, "neighbours.base_after": 0.8}
    metrics.append(0, measured)
    metrics.append(1, {"finetuning.loss": 1.0})
    scene.draw_curves(metrics, 1)
    assert view._kept._y == 0.8
    assert "90% → 50%" in view.panels[0].x.name


def test_costs_are_the_frames_and_supports_are_marked(scene: Scene) -> None:
    shown, view = frame(ALL), view_of(scene, AnswerCostsView)
    draw(scene, shown)
    table = view.table()
    for method in (*METHODS, "pixels"):
        np.testing.assert_array_equal(table[f"{method}.stored"], shown.costs[method].stored)
        np.testing.assert_array_equal(table[f"{method}.operations"], shown.costs[method].multiply_adds)
    assert view._cursors[0]._x == pytest.approx(np.log10(6))


def test_times_are_the_measured_ones_beside_the_counted_costs(scene: Scene) -> None:
    shown, view, counted = frame(ALL), view_of(scene, AnswerTimesView), view_of(scene, AnswerCostsView)
    assert shown.times is not None
    draw(scene, shown)
    for method in (*METHODS, "pixels"):
        timed = shown.times[method]
        there = np.isfinite(timed.milliseconds)
        assert there.any()
        table = view.table()
        np.testing.assert_array_equal(table[f"{method}.milliseconds"], timed.milliseconds[there])
        np.testing.assert_array_equal(table[f"{method}.milliseconds.x"], 3 * timed.shots[there])
    assert view.panels[0].view()[0] == counted.panels[0].view()[0]
    assert view._cursors[0]._x == pytest.approx(np.log10(6))
    assert "least of up to 7" in view.explanation
    assert "3%" in view.explanation
    draw(scene, replace(shown, times=None))
    assert "prototypes.milliseconds" not in view.table()


@pytest.mark.parametrize("scene", [ONE], indirect=True)
def test_accuracy_stands_beside_pixels_and_the_person(scene: Scene) -> None:
    view, shown = view_of(scene, AccuracyView), frame(ONE)
    assert shown.pixels is not None
    draw(scene, shown)
    assert view._pixels._y == shown.pixels.mean
    assert np.isnan(view._you._y)
    draw(scene, replace(shown, quiz=Quiz(right=3, asked=4, low=0.3, high=0.95)))
    assert view._you._y == 0.75
    assert (view.table()["you.interval.low"].tolist(), view.table()["you.interval.high"].tolist()) == ([0.3], [0.95])
    draw(scene, shown)
    assert "you.interval.low" not in view.table()
    assert "you.level" not in view.table()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("scene", [ONE], indirect=True)
def test_the_persons_interval_is_a_band_that_the_legend_names(scene: Scene, theme: Theme) -> None:
    view, shown = view_of(scene, AccuracyView), frame(ONE)
    scene.set_theme(theme)
    scene.resize(1200, 700)
    draw(scene, shown)
    assert not view._legend.isVisible()
    place = view.viewport_point(0.5, 0.36)
    before = view.viewport().grab().toImage().pixelColor(place)
    draw(scene, replace(shown, quiz=Quiz(right=3, asked=4, low=0.34, high=0.95)))
    assert view._legend.isVisible()
    assert [entry.label for entry in view._legend.entries] == ["you: 3 of 4 right, 95 % interval 34% to 95%"]
    place = view.viewport_point(0.5, 0.36)
    assert view.viewport().grab().toImage().pixelColor(place) != before
    chosen = list[str]()
    scene.method_chosen.connect(chosen.append)
    view._legend.clicked.emit("you")
    assert chosen == []
    draw(scene, shown)
    assert not view._legend.isVisible()
    assert view._legend.entries == ()


@pytest.mark.parametrize("scene", [ONE], indirect=True)
def test_what_others_report_says_by_whom_and_how_it_was_measured(scene: Scene) -> None:
    view, shown = view_of(scene, AccuracyView), frame(ONE)
    protocol = say("1,028 characters to train on; " + "turned ones are classes of their own, " * 5)
    rows = (
        Published(**PAPER, percent=98.8, source="Snell et al. 2017", protocol=protocol, again=False),  # type: ignore[arg-type]
        Published(**PAPER, percent=98.2, source="somebody/few-shot", again=True),  # type: ignore[arg-type]
    )
    draw(scene, replace(shown, published=rows))
    table = view.table()
    assert table["prototypes.published"].tolist() == [0.988]
    assert table["prototypes.rerun"].tolist() == [0.982]
    assert float(table["prototypes.published.x"][0]) < float(table["prototypes.rerun.x"][0])
    assert read_of(view._papers["prototypes", False]) == (
        "Prototypes, Snell et al. 2017\n5-way 1-shot\n0.988 in the paper"
    )
    assert read_of(view._papers["prototypes", True]) == (
        "Prototypes, somebody/few-shot\n5-way 1-shot\n0.982 in a re-run by others than its authors"
    )
    assert "Published 5-way 1-shot accuracies" in view.explanation
    assert "Snell et al. 2017: 1,028 characters to train on" in view.explanation
    assert "somebody" not in view.explanation
    assert "published" in view.title
    draw(scene, shown)
    assert not {"prototypes.published", "prototypes.rerun"} & view.table().keys()
    assert "published" not in view.title
    assert "ublished" not in view.explanation


def read_of(mark: SymbolsItem) -> str:
    """Return what is read at the only place of a mark."""
    ((x, y),) = mark._places.tolist()
    found = mark.reading(mark.pixels().exact(x, y), mark.pixels())
    assert found is not None
    return found.text


@pytest.mark.parametrize("scene", [ONE], indirect=True)
def test_a_persons_share_is_that_of_the_quiz(scene: Scene) -> None:
    draw(scene, answered_frame())
    view = view_of(scene, AccuracyView)
    assert view._you._y == 1.0
    assert "1 of 1" in view._interval.label
    assert float(view.table()["you.interval.low"][0]) < 0.5


def test_every_tick_of_every_method_is_drawn_of_an_episode_that_a_person_has_changed(scene: Scene) -> None:
    shown = changed_frame()
    for method in METHODS:
        for tick in range(shown.ticks()):
            draw(scene, shown, tick, method)
    draw(scene, shown, method="prototypes")
    assert view_of(scene, PlaneView).table()["prototypes.links.weight"].shape == (2,)  # C has no mean


def test_a_hidden_method_is_drawn_nowhere(scene: Scene) -> None:
    draw(scene, frame(ALL), method="prototypes")
    scene.set_emphasis({"prototypes": "hidden"})
    draw(scene, frame(ALL), method="prototypes")
    names = [name for view in scene.views() for name in view.table()]
    assert not [name for name in names if name.startswith(("prototypes.", "regions."))]
    assert [name for name in names if name.startswith("matching.")]


def test_notes_are_accuracies_on_held_out_episodes_and_when_they_were_measured(scene: Scene) -> None:
    shown = frame(ALL)
    measured = Accuracy(step=2, episodes=12, mean=0.817, half=0.0242)
    for half, told in ((0.0242, "82 ± 2 %"), (0.0062, "82 ± 0.6 %"), (0.0, "82 %")):
        answer = replace(shown.answers["siamese"], accuracy=replace(measured, half=half))
        assert scene.notes(replace(shown, answers={**shown.answers, "siamese": answer}))["siamese"] == told
    assert scene.noted_at(replace(shown, step=3)) == (2, 4)


def words_of(*methods: str, **values: object) -> Words:
    """Return the scene's texts where only these methods take part."""
    return words(MetricSettings.parse({"prototypes": False, **dict.fromkeys(methods, True), **values}))


def test_formulas_are_those_of_the_methods_in_two_lines_at_most() -> None:
    assert len(words_of("prototypes").formulas) == 1
    assert len(words_of("matching", "cosine").formulas) == 1  # they have one in common
    both = words_of("prototypes", "relation").formulas
    assert [latex[0] for latex in both] == [words_of(one).formulas[0][0] for one in ("prototypes", "relation")]
    assert words_of("siamese").formulas != words_of("siamese", siamese_reading="triplet").formulas
    many = words_of(*METHODS).formulas
    assert len(many) == LINES
    assert all(latex.count(r"\qquad") == BESIDE - 1 for latex, _ in many)


@pytest.mark.parametrize(
    ("statistics", "how", "meaning"),
    [
        ("running", "each query by itself", "no query helps another"),
        ("episode", "transductive", "statistics of all pictures of an episode"),
    ],
)
def test_statistics_and_episodes_are_told_where_an_accuracy_stands(
    qtbot: QtBot, statistics: str, how: str, meaning: str
) -> None:
    settings = MetricSettings.parse({**ONE.model_dump(), "statistics": statistics})
    count = settings.test_episodes if statistics == "running" else settings.few_episodes
    with on_screen(settings) as scene:
        view, notes = view_of(scene, AccuracyView), scene.words().notes
        for paper in (None, Published(**PAPER, percent=98.8, source="Snell et al. 2017")):  # type: ignore[arg-type]
            draw(scene, replace(frame(ONE), published=() if paper is None else (paper,)))
            for told in (view.explanation, notes):
                assert f"on {count} held-out episodes" in told
                assert meaning in told
            assert how in view.title
        assert scene.words().alike == how


def test_methods_that_are_measured_on_fewer_episodes_are_named() -> None:
    few = {"test_episodes": 200, "few_episodes": 10}
    assert "on 200 held-out episodes, with a 95 % interval. Of Relation: on 10." in (
        words_of("prototypes", "relation", **few).notes
    )
    assert "on 10 held-out episodes" in words_of("relation", **few).notes
    assert "Of " not in words_of("prototypes", **few).notes


def test_the_quiz_tells_whose_ways_and_shots_it_has(qtbot: QtBot) -> None:
    for settings, told in ((ONE, "3 ways, 1 shot"), (ALL, "3 ways, 2 shots")):
        with on_screen(settings) as scene:
            view = view_of(scene, TrialView)
            assert view.title.endswith(told)
            assert "its ways and shots" in view.explanation


def test_pages_are_those_of_the_methods(qtbot: QtBot) -> None:
    for settings, names in ((ALL, {"forgetting", "pair"}), (ONE, set[str]())):
        with on_screen(settings) as scene:
            found = {view.name for view in scene.views()}
            assert found == {"episode", "plane", "accuracy", "costs", "times", "quiz", "learning"} | names


def test_without_meta_learning_what_is_forgotten_comes_first(qtbot: QtBot) -> None:
    settings = MetricSettings.parse({**ONE.model_dump(), "prototypes": False, "finetuning": True})
    for one, wanted in ((settings, True), (ALL, False)):
        with on_screen(one) as scene:
            assert view_of(scene, ForgettingView).isVisible() == wanted


def test_many_supports_are_letters_on_the_map(qtbot: QtBot) -> None:
    settings = FIVE.replaced(shots=4)
    with on_screen(settings) as scene:
        draw(scene, frame(settings))
        assert all(handle._ink is None for handle in view_of(scene, PlaneView)._handles)
        draw(scene, frame(FIVE))
        assert view_of(scene, PlaneView)._handles[0]._ink is not None


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_a_scene_of_one_method_draws(qtbot: QtBot, method: str) -> None:
    settings = MetricSettings.parse({**ONE.model_dump(), "prototypes": False, method: True})
    with on_screen(settings) as scene:
        for tick in range(frame(settings).ticks()):
            draw(scene, frame(settings), tick, method)


@pytest.mark.slow
def test_every_view_is_drawn_on_paper_in_both_themes(scene: Scene) -> None:
    draw(scene, changed_frame())
    for theme in (LIGHT, DARK):
        scene.set_theme(theme)
        for view in scene.views():
            image = QImage(QSize(400, 300), QImage.Format.Format_RGB32)
            painter = QPainter(image)
            view.render_to(painter, QRectF(0, 0, 400, 300))
            painter.end()
            assert len({image.pixel(x, y) for x in range(0, 400, 7) for y in range(40, 300, 5)}) > 3, view.name
