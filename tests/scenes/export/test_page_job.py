"""A page of a run comes out whole beside a run that does not notice, within its limit, or not at all."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.export.page_contents import PageOptions, chosen_steps
from metascope.scenes.export.page_estimate import Sample, Sampling, estimate, fitting
from metascope.scenes.export.page_job import (
    PageJob,
    PageMaker,
    PageReport,
    common,
    encoded,
    in_blocks,
    pixels_of,
    widened,
    write,
)
from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.simulator.engine.errors import UserError
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.paper.page import assemble
from metascope.widgets.paper.page_model import Page
from tests.browser import CHROMIUM, Browser
from tests.scenes.rest import at_rest
from tests.scenes.trained_runs import do_steps, drawn, trained
from tests.waiting import LONGEST
from tests.widgets.paper.pages import page

FULL = {"maml": "full", "fomaml": "full", "pretraining": "full", "reptile": "full"}


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    with trained(steps=12) as made:
        yield made


@pytest.fixture
def scene(qtbot: QtBot, run: Run) -> Scene:
    return drawn(qtbot, run)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def small(run: Run, **values: object) -> PageOptions:
    options = PageOptions(
        steps=chosen_steps(run.recording.kept_steps(), "spread", 3),
        ticks=2,
        method="maml",
        views=("landscape", "loss_now"),
        themes=(LIGHT,),
        languages=("en",),
        labels=("en",),
        width=320,
    )
    return replace(options, **values)  # type: ignore[arg-type]  # a test's own values


def make(qtbot: QtBot, run: Run, scene: Scene, options: PageOptions, path: Path, window: QWidget) -> PageReport:
    job = PageJob(run, scene, {key: "full" for key, _ in scene.methods()}, options, path, window)
    with qtbot.waitSignal(job.finished, timeout=LONGEST) as told:
        pass
    report = told.args[0]
    assert isinstance(report, PageReport)
    return report


def made(run: Run, scene: Scene, options: PageOptions) -> Page:
    maker = PageMaker(run, scene, FULL, options)
    try:
        for _ in maker.moments():
            pass
        return maker.page()
    finally:
        maker.close()


def test_page_of_a_run_is_written(qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget) -> None:
    report = make(qtbot, run, scene, small(run), tmp_path / "a.html", window)
    assert report == PageReport(tmp_path / "a.html", (tmp_path / "a.html").stat().st_size, 3, 3, 2, 2)
    assert report.whole
    assert [found.name for found in tmp_path.iterdir()] == ["a.html"]


def test_it_has_what_is_read_and_a_drawing_of_the_curves(run: Run, scene: Scene) -> None:
    found = made(run, scene, small(run))
    texts = found.texts["en"]
    assert texts.title == "Two tasks, one start"
    assert [len(row) for row in texts.captions] == [2, 2, 2]
    assert texts.captions[2][1] == localized(run.captions(run.recording.at(12), "maml")[-1])
    assert [words for _, words in texts.formulas] == [words for _, words in scene.words().formulas]
    assert [view.name for view in found.views] == ["landscape"]
    [curve] = found.curves
    [cursor] = curve.cursors
    assert 0 < cursor.left < cursor.right <= 100
    assert cursor.origin == pytest.approx(cursor.left)
    assert cursor.origin + cursor.unit * run.settings.steps == pytest.approx(cursor.right)


def test_pictures_that_are_alike_are_there_once(run: Run, scene: Scene) -> None:
    found = made(run, scene, small(run, steps=(3, 3, 3)))
    [view] = found.views
    [rows] = view.pictures
    assert rows[0] == rows[1] == rows[2]
    assert len(found.pictures) == len({*rows[0], view.grounds[0]})


def test_ground_and_what_lies_over_it_are_the_picture() -> None:
    random = np.random.default_rng(0)
    ground = random.integers(0, 1 << 24, (40, 60), np.uint32) | np.uint32(0xFF000000)
    picture = ground.copy()
    picture[10:14, 20:30] = 0xFF123456
    below, over = (Image.open(io.BytesIO(encoded(one, other))) for one, other in ((ground, None), (picture, ground)))
    assert below.mode == "RGB"
    laid = Image.alpha_composite(below.convert("RGBA"), over.convert("RGBA")).convert("RGB")
    pixels = np.asarray(laid).astype(np.uint32)
    assert np.array_equal(pixels[..., 0] << 16 | pixels[..., 1] << 8 | pixels[..., 2], picture & 0xFFFFFF)
    opaque = np.asarray(over.convert("RGBA"))[..., 3] > 0
    assert opaque.sum() == 8 * 14  # with a rim
    assert opaque[8:16, 18:32].all()


def test_the_ground_is_what_most_pictures_have() -> None:
    one, two, three = (np.array([[1, 1, value]], np.uint32) for value in (1, 9, 9))
    assert common([one, two, three]).tolist() == [[1, 1, 9]]
    assert widened(np.eye(5, dtype=bool) & False, 2).sum() == 0


def test_themes_and_labels_make_looks(run: Run, scene: Scene) -> None:
    options = small(run, themes=(LIGHT, DARK), languages=("en", "pseudo"), labels=("en", "pseudo"))
    found = made(run, scene, options)
    assert list(found.looks) == [("light", "en"), ("dark", "en"), ("light", "pseudo"), ("dark", "pseudo")]
    [view] = found.views
    assert len({found.pictures[index] for index in view.grounds}) == 4
    assert found.texts["pseudo"].title == "⟦Ťŵó ťáśķś, óñé śťáŕť⟧"
    assert found.texts["pseudo"].captions[0][0].startswith("⟦")
    assert found.texts["en"].titles["landscape"] == "Starts on the task losses"
    assert found.texts["pseudo"].titles["landscape"].startswith("⟦")


def test_texts_are_in_languages_that_no_picture_is_in(run: Run, scene: Scene) -> None:
    found = made(run, scene, small(run, languages=("en", "pseudo")))
    assert list(found.looks) == [("light", "en")]
    assert found.texts["pseudo"].titles["landscape"].startswith("⟦")


def test_window_and_run_stay_as_they_are(qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget) -> None:
    scene.resize(800, 500)
    before, state = at_rest(qtbot, scene), run.runner.state
    options = small(run, themes=(DARK,), languages=("en", "pseudo"), labels=("pseudo",))
    make(qtbot, run, scene, options, tmp_path / "a.html", window)
    assert at_rest(qtbot, scene) == before
    assert scene.tr("Where a good start lies") == "Where a good start lies"
    assert run.runner.state is state
    assert run.recording.steering == ()


@pytest.mark.parametrize("share", [0.75, 0.4])
def test_a_page_above_the_limit_has_fewer_moments(tmp_path: Path, share: float) -> None:
    whole = page()
    limit = round(len(assemble(whole)) - (1 - share) * sum(len(one) * 4 / 3 for one in whole.pictures))
    report = write(whole, limit, tmp_path / "a.html")
    assert report.size == (tmp_path / "a.html").stat().st_size <= limit
    assert not report.whole
    assert (report.wanted, report.wanted_ticks) == (4, 3)
    assert report.steps < 4


def test_what_cannot_fit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"one moment alone takes 0\.0 MB"):
        write(page(), 1000, tmp_path / "a.html")
    assert list(tmp_path.iterdir()) == []


def test_an_estimate_is_near_what_the_page_becomes(
    qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget
) -> None:
    options = small(run, steps=run.recording.kept_steps(), ticks=4, themes=(LIGHT, DARK))
    sampling = Sampling(run, scene, FULL, options, window)
    with qtbot.waitSignal(sampling.finished, timeout=LONGEST) as told:
        pass
    sample = told.args[0]
    assert isinstance(sample, Sample)
    guess = estimate(sample, options)
    report = make(qtbot, run, scene, options, tmp_path / "a.html", window)
    assert 0.8 * report.size < guess.size < 1.35 * report.size
    lower = replace(options, limit=report.size // 2)
    fewer = fitting(sample, lower)
    assert fewer.wanted == len(options.steps)
    assert 1 < len(fewer.steps) < len(options.steps)
    assert fitting(sample, replace(options, limit=10 * report.size)) == replace(options, limit=10 * report.size)
    report = make(qtbot, run, scene, fewer, tmp_path / "b.html", window)
    assert report.size <= lower.limit
    assert (report.wanted, report.whole) == (len(options.steps), False)


@pytest.mark.parametrize("after", [0, 2])
def test_cancelling_leaves_nothing(
    qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget, after: int
) -> None:
    job = PageJob(run, scene, FULL, small(run), tmp_path / "a.html", window)
    if after:
        with qtbot.waitSignal(job.progressed, timeout=LONGEST, check_params_cb=lambda done, *_: done == after):
            pass
    with qtbot.waitSignal(job.ended, timeout=LONGEST), qtbot.assertNotEmitted(job.finished):
        job.cancel()
    assert list(tmp_path.iterdir()) == []
    job.cancel()  # once more does nothing


def test_closing_the_window_cancels(qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget) -> None:
    job = PageJob(run, scene, FULL, small(run), tmp_path / "a.html", window)
    with qtbot.waitSignal(job.ended, timeout=LONGEST):
        window.close()
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_is_told_with_the_path_before_anything_is_drawn(
    tmp_path: Path, run: Run, scene: Scene, window: QWidget
) -> None:
    path = tmp_path / "no" / "a.html"
    with pytest.raises(UserError, match=f"{path}: cannot be written"):
        PageJob(run, scene, FULL, small(run), path, window)


def test_a_name_with_special_characters_is_kept(
    qtbot: QtBot, tmp_path: Path, run: Run, scene: Scene, window: QWidget
) -> None:
    path = tmp_path / "Zwei & <元学习> #1 100% \"q\" 'a'?.html"
    make(qtbot, run, scene, small(run, steps=(3,)), path, window)
    assert list(tmp_path.iterdir()) == [path]


def crossing_lines() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return a ground, and a picture of many crossing lines over it."""
    ground = np.full((300, 400), 0xFFFFFFFF, np.uint32)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    random = np.random.default_rng(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour in ("#0072b2", "#d55e00", "#777777") * 100:
            painter.setPen(QColor(colour))
            painter.drawLine(*random.integers((60, 60, 60, 60), (340, 240, 340, 240)).tolist())
    return pixels_of(image), ground


def test_a_picture_of_crossing_lines_is_much_smaller_where_it_need_not_be_exact() -> None:
    picture, ground = crossing_lines()
    exact, seen = encoded(picture, ground), encoded(picture, ground, exact=False)
    assert len(seen) < 0.6 * len(exact)
    colours = picture.view(np.uint8).reshape(300, 400, 4)[..., [2, 1, 0]]
    laid = Image.alpha_composite(Image.new("RGBA", (400, 300), "white"), Image.open(io.BytesIO(seen)).convert("RGBA"))
    off = np.abs(np.asarray(laid)[..., :3].astype(int) - colours)
    assert off[:40].max() == off[:, :40].max() == 0, "what is not drawn over stays as it is"
    assert 0 < off.mean() < 10  # of 255, in a picture with no room between its lines


def test_text_and_a_few_lines_stay_exact() -> None:
    picture, ground = crossing_lines()
    few = ground.copy()
    few[100:110, 100:300] = picture[100:110, 100:300]
    assert encoded(few, ground, exact=False) == encoded(few, ground)


def test_a_mask_in_blocks_covers_it() -> None:
    mask = np.zeros((20, 35), bool)
    mask[17, 34] = True
    made = in_blocks(mask, 16)
    assert made.shape == mask.shape
    assert made[16:, 32:].all()
    assert made.sum() == 4 * 3


def test_a_title_that_tells_of_a_moment_is_not_the_pictures_name(qtbot: QtBot) -> None:
    with trained("copy", 2) as told:
        scene = drawn(qtbot, told)
        options = small(told, steps=(1, 2), views=("memory", "weightings"), method=scene.methods()[0][0])
        names = made(told, scene, replace(options, languages=("en", "zh_CN"))).texts
    for texts in names.values():
        assert "t =" not in texts.titles["memory"]
        assert texts.titles["memory"]
    assert names["en"].titles["weightings"] == "Inputs, outputs and weightings"


def test_labels_at_the_bottom_do_not_touch_the_frame(run: Run, scene: Scene) -> None:
    found = made(run, scene, small(run, views=("landscape",)))
    [view] = found.views
    picture = np.asarray(Image.open(io.BytesIO(found.pictures[view.grounds[0]])))
    assert (picture[-3:] == picture[-1, 0]).all()
    assert (picture[-16:] != picture[-1, 0]).any(), "the axis has a label"


def test_a_full_disk_is_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, run: Run, scene: Scene, window: QWidget
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    job = PageJob(run, scene, FULL, small(run), tmp_path / "a.html", window)
    with qtbot.waitSignal(job.failed, timeout=LONGEST) as told:
        pass
    assert str(told.args[0]) == f"{tmp_path / 'a.html'}: cannot be written: No space left on device"
    assert list(tmp_path.iterdir()) == []


def test_a_defect_ends_the_job_without_a_file(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, run: Run, scene: Scene, window: QWidget
) -> None:
    def defect(*_: object) -> None:
        raise ZeroDivisionError

    job = PageJob(run, scene, FULL, small(run), tmp_path / "a.html", window)
    monkeypatch.setattr("metascope.scenes.export.page_painter.HiddenScene.draw", defect)
    with (
        qtbot.captureExceptions() as caught,
        qtbot.assertNotEmitted(job.finished),
        qtbot.waitSignal(job.ended, timeout=LONGEST),
    ):
        pass
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("values", [{"steps": ()}, {"views": ()}])
def test_a_page_of_nothing_is_refused(
    tmp_path: Path, run: Run, scene: Scene, window: QWidget, values: dict[str, object]
) -> None:
    with pytest.raises(UserError, match=r"no recorded frames|at least one view"):
        PageJob(run, scene, FULL, small(run, **values), tmp_path / "a.html", window)


@pytest.mark.slow
def test_frames_that_the_recording_lets_go_meanwhile_are_still_there(
    qtbot: QtBot, tmp_path: Path, window: QWidget
) -> None:
    with trained(steps=20) as run:
        scene = drawn(qtbot, run)
        job = PageJob(run, scene, FULL, small(run, steps=run.recording.kept_steps()), tmp_path / "a.html", window)
        run.recording.set_budget(4096)
        do_steps(run, 10)
        assert len(run.recording.kept_steps()) < 21
        with qtbot.waitSignal(job.finished, timeout=LONGEST) as told:
            pass
    assert told.args[0].steps == 21


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (Debian: apt install chromium)")
@pytest.mark.parametrize("name", ["two-tasks", "two-dimensions", "sine-maml", "two-arms", "lstm-cell", "copy"])
def test_pages_of_stories_show_every_moment_in_a_browser(
    qtbot: QtBot, tmp_path: Path, window: QWidget, chromium: Browser, name: str
) -> None:
    with trained(name, steps=3) as run:
        scene = drawn(qtbot, run)
        options = small(
            run,
            method=scene.first_method(),
            views=tuple(view.name for view in scene.views()),
            themes=(LIGHT, DARK),
            languages=("en", "pseudo"),
        )
        make(qtbot, run, scene, options, tmp_path / "a.html", window)
    chromium.open(tmp_path / "a.html")
    for key in ("ArrowLeft", "ArrowLeft", "ArrowRight"):
        chromium.press(key)
    chromium.click("input[value='dark']")
    chromium.click("input[value='en-x-pseudo']")
    assert re.match("⟦", str(chromium.value("document.getElementById('caption').textContent")))
    widths = chromium.value(
        "Promise.all([...document.images].map(async (one) => { await one.decode(); return one.naturalWidth; }))"
    )
    assert all(width > 0 for width in widths)
    assert chromium.complaints == []
