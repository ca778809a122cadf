"""The example of a story in a package of its own: found, held to every contract, and true in what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.story import all_stories
from tests.examples.laid_out import EXAMPLES, lay_out
from tests.plugged import found, run

LEARNING, PICTURE = 60, 150  # lines at most, blank ones of the learning not counted


@pytest.fixture
def preset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preset]:
    """Give the example's scenario, for as long as the example can be found."""
    with found(lay_out("learned_rates", tmp_path), monkeypatch):
        yield presets.find("learned-rates")


@pytest.mark.slow
def test_the_example_keeps_every_contract(tmp_path: Path) -> None:
    site = lay_out("learned_rates", tmp_path)
    told = run(site, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/contracts", "--story", "learned_rates")
    assert told.returncode == 0, told.stdout[-4000:] + told.stderr[-1000:]
    assert " passed" in told.stdout
    assert "skipped" not in told.stdout


@pytest.mark.slow
def test_a_learned_rate_for_each_weight_ends_at_a_tenth_of_the_loss_of_one_for_both(preset: Preset) -> None:
    simulation = all_stories()["learned_rates"].load()(preset.settings)
    for _ in range(preset.settings.steps):
        simulation.step()
    metrics = simulation.look().metrics
    assert metrics["each.loss"] < 0.1 * metrics["single.loss"]
    assert metrics["single.loss"] < 0.6 * metrics["fixed.loss"]
    assert metrics["each.rate_flat"] > 4 * metrics["each.rate_steep"]


@pytest.mark.slow
def test_it_is_trained_drawn_and_replayed_without_a_window(tmp_path: Path) -> None:
    site, out = lay_out("learned_rates", tmp_path), tmp_path / "out"
    ran = run(site, "main.py", "--headless", "--preset", "learned-rates", "--steps", "20", "--out", str(out))
    assert ran.returncode == 0, ran.stderr
    (session,) = out.glob("*.metascope")
    assert list((out / "plots").glob("*.svg"))
    replayed = run(site, "main.py", "--headless", "--replay", str(session), "--out", str(tmp_path / "again"))
    assert replayed.returncode == 0, replayed.stdout + replayed.stderr


def test_the_example_is_as_short_as_the_tutorial_says(preset: Preset) -> None:
    package = EXAMPLES / "learned_rates" / "metascope_learned_rates"
    story = (package / "story.py").read_text(encoding="utf-8")
    learning = story[story.index("class LearnedRates") : story.index("def shown")].splitlines()
    assert len([line for line in learning if line.strip()]) <= LEARNING
    assert len((package / "scene.py").read_text(encoding="utf-8").splitlines()) <= PICTURE


def test_its_window_half_imports_no_torch(tmp_path: Path) -> None:
    code = "import sys, metascope_learned_rates.story, metascope_learned_rates.scene; print('torch' in sys.modules)"
    assert run(lay_out("learned_rates", tmp_path), "-c", code).stdout == "False\n"


def test_every_piece_of_the_tutorial_stands_in_the_example() -> None:
    tutorial = (EXAMPLES.parent / "docs" / "your-first-story.md").read_text(encoding="utf-8")
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted((EXAMPLES / "learned_rates").rglob("*"))
        if path.suffix in (".py", ".json", ".toml")
    )
    pieces = re.findall(r"```(?:python|json|toml)\n(.*?)```", tutorial, re.DOTALL)
    assert len(pieces) > 12
    for piece in pieces:
        assert piece in source, piece


def test_what_the_tutorial_links_to_is_there() -> None:
    folder = EXAMPLES.parent / "docs"
    tutorial = (folder / "your-first-story.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?://)([^)#]+)", tutorial)
    assert links
    assert [link for link in links if not (folder / link).exists()] == []
