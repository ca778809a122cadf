"""Pictures of the gallery's cards: what they show, and that they show no data of others."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from metascope.scenes.catalog import build_scene
from metascope.scenes.export import gallery_pictures
from metascope.scenes.export.gallery_pictures import BARE, learns_from_files, view_among
from metascope.scenes.export.plots import drawn_scene
from metascope.simulator.engine.cli.headless import Outcome
from metascope.simulator.engine.files.presets import Preset, find, shipped
from metascope.simulator.engine.history.metrics import Metrics
from metascope.widgets.look.theme import LIGHT
from tests.contracts.runs import frames, light, simulation

FROM_FILES = {"mnist", "mann-omniglot", "one-shot-omniglot", "omniglot-starts", "fast-weights-omniglot"}


def test_scenarios_that_learn_from_files_are_known() -> None:
    assert {preset.name for preset in shipped() if learns_from_files(preset)} == FROM_FILES


@pytest.mark.parametrize("name", sorted(FROM_FILES))
def test_scenarios_of_handwriting_have_a_view_without_it(qapp: QApplication, name: str) -> None:
    preset = find(name)
    scene = build_scene(preset.story, preset.settings, LIGHT)
    assert view_among(scene, BARE).name in BARE
    with pytest.raises(LookupError, match="is one of none"):
        view_among(scene, ("none",))
    scene.deleteLater()


@pytest.mark.parametrize(("name", "main"), [("prototypes", True), ("one-shot-omniglot", False)])
def test_a_card_shows_the_main_view_or_the_accuracy_where_pictures_are_not_ours(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, main: bool
) -> None:
    preset, metrics = find(name), Metrics()
    for frame in frames(simulation(preset, light(preset).settings.replaced(pictures="glyphs", folder="")), 4):
        metrics.append(frame.step, frame.metrics)

    def trained(preset: Preset) -> tuple[Preset, Outcome]:
        return preset, Outcome(frame, metrics, None)

    monkeypatch.setattr(gallery_pictures, "_trained", trained)
    monkeypatch.setattr(gallery_pictures, "picture_in", lambda _, theme, words: tmp_path / f"{theme}-{words}.png")
    assert gallery_pictures.main([name]) == 0
    assert (tmp_path / "dark-en.png").is_file()
    chinese = (tmp_path / "light-zh_CN.png").read_bytes()
    scene = drawn_scene(preset, frame, metrics, LIGHT)
    LIGHT.apply(qapp)
    drawn = [gallery_pictures._picture([view]) for view in (scene.views()[0], view_among(scene, BARE))]
    assert (tmp_path / "light-en.png").read_bytes() == drawn[0 if main else 1] != drawn[1 if main else 0]
    assert chinese != drawn[0 if main else 1]
    scene.deleteLater()
