from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import safetensors.torch
import torch
from torch import Tensor

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.weights import LIMIT, WeightsInfo, dump, load, of_simulation
from metascope.simulator.engine.story import all_stories
from tests.simulator.engine.toy import ToySimulation

WEIGHTS = {
    "maml.phi": torch.tensor([[0.5, -1.25]], dtype=torch.float64),
    "count": torch.tensor(3),
    "half": torch.ones(2, 3, dtype=torch.bfloat16).T,
    "none": torch.zeros(0, 2),
}
INFO = WeightsInfo("landscapes", all_stories()["landscapes"].settings.parse({"inner_steps": 5, "seed": 7}), 40, 7)


def saved(path: Path, metadata: dict[str, str] | None = None, weights: dict[str, Tensor] | None = None) -> Path:
    """Write good weights with some of their metadata exchanged, or other weights with the good ones' metadata."""
    data = dump(WEIGHTS, INFO)
    header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])["__metadata__"]
    plain = {name: tensor.contiguous() for name, tensor in (weights or WEIGHTS).items()}
    path.write_bytes(safetensors.torch.save(plain, {**header, **(metadata or {})}))
    return path


def problems(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        load(path)
    assert all(problem.where.startswith(str(path)) for problem in caught.value.problems)
    return str(caught.value).replace(str(path), "file")


def test_weights_survive_a_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "weights.safetensors"
    path.write_bytes(dump(WEIGHTS, INFO))
    info, tensors = load(path)
    assert (info.story, info.settings, info.step, info.seed) == ("landscapes", INFO.settings, 40, 7)
    assert info.versions["torch"] == torch.__version__
    assert tensors.keys() == WEIGHTS.keys()
    assert all(torch.equal(tensors[name], WEIGHTS[name]) for name in WEIGHTS)


def test_weights_of_a_simulation_tell_its_settings_and_step(tmp_path: Path) -> None:
    simulation = ToySimulation()
    simulation.step()
    path = tmp_path / "weights.safetensors"
    path.write_bytes(of_simulation(simulation, "landscapes"))
    info, tensors = load(path)
    assert (info.settings, info.step, info.seed) == (simulation.settings, 1, simulation.settings.seed)
    assert tensors["toy.place"].item() == 1.0


def test_safetensors_alone_opens_the_weights(tmp_path: Path) -> None:
    path = tmp_path / "weights.safetensors"
    path.write_bytes(dump(WEIGHTS, INFO))
    assert torch.equal(safetensors.torch.load_file(path)["maml.phi"], WEIGHTS["maml.phi"])


def test_the_same_weights_are_the_same_bytes() -> None:
    assert len({dump(WEIGHTS, INFO) for _ in range(20)}) == 1


def test_other_programs_read_whose_tensors_they_are_and_where_they_begin(tmp_path: Path) -> None:
    path = tmp_path / "weights.safetensors"
    path.write_bytes(dump(WEIGHTS, INFO))
    with safetensors.safe_open(path, "pt") as file:
        assert file.metadata()["format"] == "pt"
    assert int.from_bytes(path.read_bytes()[:8], "little") % 8 == 0


def test_weights_of_a_model_hub_are_told_to_be_another_programs(tmp_path: Path) -> None:
    path = tmp_path / "weights"
    path.write_bytes(safetensors.torch.save({"a": torch.zeros(2)}, {"format": "pt"}))
    assert problems(path) == "file: must be weights saved by Metascope, but their metadata are missing"


def test_weights_of_format_2_open(tmp_path: Path) -> None:
    data = dump(WEIGHTS, INFO)
    header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])["__metadata__"]
    del header["metascope_format"]
    path = tmp_path / "weights"
    plain = {name: tensor.contiguous() for name, tensor in WEIGHTS.items()}
    path.write_bytes(safetensors.torch.save(plain, {**header, "format": "2"}))
    assert load(path)[0].step == INFO.step


@pytest.mark.parametrize("keep", [0, 4, 50, -1])
def test_a_file_cut_off_is_refused(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "weights"
    path.write_bytes(dump(WEIGHTS, INFO)[:keep])
    assert problems(path).startswith("file: is not a complete safetensors file")


@pytest.mark.parametrize("data", [b"hello", b"PK\x03\x04" + bytes(500), bytes(1000), b"\x80\x02}q\x00."])
def test_a_foreign_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "weights"
    path.write_bytes(data)
    assert problems(path).startswith("file: is not a complete safetensors file")


def test_weights_of_another_program_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights"
    path.write_bytes(safetensors.torch.save({"a": torch.zeros(2)}))
    assert problems(path) == "file: must be weights saved by Metascope, but their metadata are missing"


def test_a_flipped_bit_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "weights"
    data = bytearray(dump(WEIGHTS, INFO))
    data[-1] ^= 1
    path.write_bytes(bytes(data))
    assert "the SHA-256 differs" in problems(path)


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    metadata = {"metascope_format": "9", "step": "-1", "settings": '{"inner_steps": 99, "colour": 1}'}
    path = saved(tmp_path / "weights", metadata, {"maml.phi": torch.tensor([float("nan")])})
    assert problems(path).splitlines() == [
        "file: the format must be 3, not 9",
        "file: step must be a whole number, not -1",
        "file: maml.phi must hold finite numbers only",
        "file: the weights must be those that were saved, but the SHA-256 differs",
        "file: inner_steps: must be at most 50, not 99",
        "file: colour: is not a setting of this story",
    ]


def test_an_unknown_scene_is_refused(tmp_path: Path) -> None:
    assert 'story: story "elsewhere" is not installed; known: bandits, ' in problems(
        saved(tmp_path / "weights", {"story": "elsewhere"})
    )


@pytest.mark.parametrize("settings", ["", "[]", "[" * 1000, '{"seed": NaN}'])
def test_settings_that_are_no_settings_are_refused(tmp_path: Path, settings: str) -> None:
    assert "settings" in problems(saved(tmp_path / "weights", {"settings": settings}))


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "weights"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    assert problems(path) == f"file: must be at most {LIMIT} bytes"


def test_weights_that_are_not_finite_are_not_saved() -> None:
    with pytest.raises(UserError, match=r"maml.phi must hold finite numbers only"):
        dump({"maml.phi": torch.tensor([float("inf")])}, INFO)


def test_weights_of_format_1_open_and_are_written_again_in_the_present_one(tmp_path: Path) -> None:
    info, tensors = load(Path(__file__).parents[3] / "files" / "format_1" / "weights.safetensors")
    assert (info.story, info.step) == ("landscapes", 12)
    again = tmp_path / "again.safetensors"
    again.write_bytes(dump(tensors, info))
    found, same = load(again)
    assert (found.story, found.settings) == (info.story, info.settings)
    assert all(torch.equal(tensor, same[name]) for name, tensor in tensors.items())


def rewritten(path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """Write good weights with another header."""
    data = dump(WEIGHTS, INFO)
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    change(header)
    text = json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + data[8 + size :])
    return path


def test_metadata_that_are_null_are_refused(tmp_path: Path) -> None:
    path = rewritten(tmp_path / "weights", lambda header: header.update(__metadata__=None))
    assert problems(path) == "file: must be weights saved by Metascope, but their metadata are not texts"


@pytest.mark.parametrize("axes", [17, 65, 300])
def test_tensors_of_more_axes_than_torch_computes_with_are_refused(tmp_path: Path, axes: int) -> None:
    path = rewritten(tmp_path / "weights", lambda header: header["count"].update(shape=[1] * axes))
    assert f"count must have at most 16 axes, not {axes}" in problems(path)


@pytest.mark.parametrize("name", ["story", "settings", "torch", "step"])
def test_half_of_a_surrogate_pair_in_metadata_is_refused(tmp_path: Path, name: str) -> None:
    path = rewritten(tmp_path / "weights", lambda header: header["__metadata__"].update({name: "\ud800"}))
    assert problems(path).startswith("file: ")


def test_settings_that_ask_for_a_machine_beyond_the_limit_are_refused_with_its_size_before_it_is_built(
    tmp_path: Path,
) -> None:
    asked = {"locations": 512, "width": 128, "batch": 64}
    path = saved(tmp_path / "weights", {"story": "ntm", "settings": json.dumps(asked)})
    assert "64 sequences" in problems(path)
    assert "65536 numbers of memory need" in problems(path)
