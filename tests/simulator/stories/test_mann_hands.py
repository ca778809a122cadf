"""What a person may do to the MANN story's run, and what untrusted weights, settings and files may not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import Diverged, UserError
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.simulator.stories.mann.simulation import MannSimulation
from metascope.simulator.tasks.images.omniglot import read_omniglot, split_alphabets
from metascope.simulator.tasks.images.source import source_of
from tests.simulator.stories.mann import SMALL, simulation
from tests.simulator.tasks.images.samples import classes, folder, omniglot, packed

ALPHABETS = tuple(f"{name}/character{k:02}" for name in "ABCDEFGHIJK" for k in (1, 2, 3))


def disturbed(made: MannSimulation, **value: object) -> np.ndarray:
    made.change("disturb", value)
    found = made.look().disturbed
    assert found is not None
    return found.answers


@pytest.mark.parametrize(
    "value",
    [
        {"row": 1, "how": "erase"},
        {"row": 1, "how": "overwrite"},
        {"row": 1, "how": "overwrite", "other": 3},
        {"row": 1, "how": "swap", "other": 3},
    ],
    ids=str,
)
def test_a_disturbed_memory_changes_what_follows_and_nothing_before(value: dict[str, object]) -> None:
    made = simulation(rate=0.02, sharpness=5.0)
    for _ in range(4):
        made.step()
    answers, calm = disturbed(made, before=5, **value), made.look().answers
    np.testing.assert_allclose(answers[:5], calm[:5], atol=1e-6)
    assert np.abs(answers[5:] - calm[5:]).max() > 1e-6


def test_a_row_that_is_swapped_with_itself_is_as_before() -> None:
    made = simulation()
    made.step()
    frame = made.look()
    np.testing.assert_allclose(disturbed(made, before=3, row=2, how="swap", other=2), frame.answers, atol=1e-6)
    found = made.look().disturbed
    assert found is not None
    np.testing.assert_allclose(found.read_weights, frame.heads.read_weights, atol=1e-6)
    assert made.inverse("disturb", None) == (("disturb", {"before": 3, "row": 2, "how": "swap", "other": 2}),)
    made.change("disturb", None)
    assert made.look().disturbed is None


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("erase", "must have before"),
        ({"before": 0, "row": 0, "how": "burn"}, "not burn"),
        ({"before": 12, "row": 0, "how": "erase"}, "from 0 to 11, not 12"),
        ({"before": 0, "row": 9, "how": "erase"}, "from 0 to 8, not 9"),
    ],
)
def test_what_cannot_be_done_to_a_memory_is_refused(value: object, told: str) -> None:
    made = simulation()
    with pytest.raises(UserError, match=told):
        made.change("disturb", value)
    assert made.look().disturbed is None


def test_another_episode_is_shown_undisturbed() -> None:
    made = simulation()
    disturbed(made, before=0, row=0, how="erase")
    before = made.look().shown.pictures
    made.change("shown", 1)
    assert made.look().disturbed is None
    assert not np.array_equal(made.look().shown.pictures, before)


@pytest.mark.parametrize(
    ("values", "where", "told"),
    [
        ({"locations": 8, "heads": 9}, "heads", "at most 8, not 9"),
        ({"classes": 15, "images": 20, "width": 128}, "batch", "use at most 20 episodes"),
        ({"characters": 59, "classes": 15}, "characters", "at least 60, .* not 59"),
    ],
)
def test_settings_that_are_too_small_or_too_large_are_refused(values: dict[str, object], where: str, told: str) -> None:
    with pytest.raises(UserError, match=told) as refused:
        MannSettings.parse({**values, "batch": 64})
    assert [problem.where for problem in refused.value.problems] == [where]


def test_exported_weights_give_the_same_answers_again_whatever_the_number_of_rows() -> None:
    made = simulation()
    for _ in range(3):
        made.step()
    other = simulation(seed=5)
    other.load_weights(made.weights(), 3)
    assert other.look().step == 3
    assert all(torch.equal(w, other.weights()[n]) for n, w in made.weights().items() if not n.startswith("best."))
    simulation(locations=12).load_weights(made.weights())


@pytest.mark.parametrize(
    "change", [{"heads": 3}, {"units": 9}, {"writes": "key"}, {"classes": 2}, {"side": 8}, {"rival_units": 7}], ids=str
)
def test_weights_of_another_network_are_refused_with_both_descriptions(change: dict[str, object]) -> None:
    made, other = simulation(), simulation(**change)
    before = made.weights()
    wanted = "a network of 8 units with 2 heads of width 4, 52 inputs and 3 labels, and an LSTM of 6 units"
    with pytest.raises(UserError, match=rf"must be weights of {wanted}, not of a network") as refused:
        made.load_weights(other.weights())
    assert refused.value.problems[0].where == ""
    assert all(torch.equal(before[name], weight) for name, weight in made.weights().items())


def test_something_else_than_weights_of_a_network_is_called_so() -> None:
    with pytest.raises(UserError, match="not of something else"):
        simulation().load_weights({"mann.heads": torch.zeros(3)})


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 1e7])
def test_weights_that_are_no_numbers_are_refused(bad: float) -> None:
    made = simulation()
    weights = made.weights()
    weights["mann.heads.bias"][0] = bad
    with pytest.raises(UserError, match="must lie between"):
        made.load_weights(weights)


@pytest.mark.parametrize("method", ["mann", "lstm"])
def test_a_run_that_leaves_the_numbers_stops_with_the_reason_at_its_last_good_step(method: str) -> None:
    made = simulation(rate=0.02)
    made.step()
    good = made.weights()
    made._trained[method].vector[5] = float("nan")
    with pytest.raises(Diverged, match=r"training cannot continue from meta-step 1: .* became NaN or infinite"):
        made.step()
    assert made.look().step == 1
    assert all(torch.equal(good[name], w) for name, w in made.weights().items() if name.startswith("best."))


def test_settings_that_need_a_new_run_are_not_changed() -> None:
    made = simulation()
    with pytest.raises(UserError, match="needs a new run"):
        made.change("locations", 12)
    with pytest.raises(UserError, match="did you mean disturb"):
        made.change("distrub", None)
    assert made.settings == MannSettings.parse(SMALL)


def refusal(path: Path | str) -> str:
    with pytest.raises(UserError) as refused:
        simulation(pictures="omniglot", folder=str(path))
    assert {problem.where for problem in refused.value.problems} == {"folder"}
    return str(refused.value)


def test_omniglot_is_read_from_the_folder_and_judged_on_alphabets_of_its_own(tmp_path: Path) -> None:
    path = folder(tmp_path, omniglot(ALPHABETS))
    made = simulation(pictures="omniglot", folder=str(path), judged_on="test")
    split = split_alphabets(read_omniglot(path, 7, centred=True))
    assert np.array_equal(source_of(made.settings, centred=True).split.test.images, split.test.images)
    assert (made.look().shown.pictures.max((1, 2)) == 255).all()  # as only drawings that were moved to the middle are
    assert set(made.look().shown.names) <= set(split.test.names)
    assert made.step().episodes == 8


def test_any_class_folders_are_trained_on_and_too_few_are_told_of(tmp_path: Path) -> None:
    path = folder(tmp_path, classes(names=tuple("abcdefghi")))
    made = simulation(pictures="folders", folder=str(path), classes=3)
    assert len(set(made.step().shown.names)) == 3
    with pytest.raises(UserError, match=f"folder: {path}: must have more classes: .* an episode needs 4"):
        simulation(pictures="folders", folder=str(path), classes=4)


CASES = Path(__file__).parents[4] / "shared" / "cases"


@pytest.mark.slow
@pytest.mark.skipif(not CASES.is_dir(), reason="needs the cases beside the checkout")
@pytest.mark.parametrize("name", ["official", "28x28", "python_prefix", "white_on_black"])
def test_copies_of_omniglot_that_people_have_are_trained_on(name: str) -> None:
    made = simulation(pictures="omniglot", folder=str(CASES / f"omniglot_{name}.zip"), classes=2)
    told = [str(message) for message in made.step().notices]
    assert any("were inverted" in text for text in told) is (name == "white_on_black")


def test_a_folder_that_is_no_omniglot_is_told_of(tmp_path: Path) -> None:
    assert refusal("") == "folder: must name the folder or zip file of Omniglot"
    assert str(tmp_path / "nowhere") in refusal(tmp_path / "nowhere")
    assert "there are none" in refusal(tmp_path)


@pytest.mark.slow
def test_a_truncated_zip_is_named_also_after_it_was_read_whole(tmp_path: Path) -> None:
    path = packed(tmp_path, omniglot(ALPHABETS))
    simulation(pictures="omniglot", folder=str(path))
    path.write_bytes(path.read_bytes()[:-200])
    assert f"folder: {path}: cannot be read as a zip file and may be truncated" in refusal(path)


@pytest.mark.slow
def test_a_file_deep_in_a_folder_that_was_read_before_is_read_again(tmp_path: Path) -> None:
    path = folder(tmp_path, omniglot(ALPHABETS))
    simulation(pictures="omniglot", folder=str(path))
    drawing = path / "images_background" / "F" / "character02" / "0017_09.png"
    drawing.write_bytes(b"no picture")
    assert f"folder: {drawing}: must be a complete PNG or JPEG picture" in refusal(path)
