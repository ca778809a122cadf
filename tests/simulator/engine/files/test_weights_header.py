"""What a weights file says of itself is bounded and compared before torch is imported or anything is built."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import torch

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import weights_header
from metascope.simulator.engine.files.weights import WeightsInfo, dump, load
from metascope.simulator.engine.files.weights_header import HEADER_LIMIT, TENSORS_LIMIT, read_header, read_info
from metascope.simulator.engine.settings import ANY_SIZE, Settings, declarations
from metascope.simulator.engine.story import all_stories
from tests.simulator.engine.test_memory import SMALL

INFO = WeightsInfo("mann", all_stories()["mann"].settings.parse(SMALL["mann"]), 40, 7)
METADATA = json.loads(dump({}, INFO)[8:])["__metadata__"]


def file_of(path: Path, header: object, data: bytes = b"") -> Path:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + data)
    return path


def empty(count: int, name: str = "w") -> dict[str, object]:
    """Return the entries of tensors that hold nothing: a valid header."""
    return {f"{name}{i}": {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]} for i in range(count)}


def refusal(read: Callable[[Path], object], path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read(path)
    assert all(problem.where.startswith(str(path)) for problem in caught.value.problems)
    return str(caught.value).replace(str(path), "file")


@pytest.mark.parametrize("read", [read_info, load])
def test_more_tensors_than_any_story_has_are_refused_by_the_header(
    read: Callable[[Path], object], tmp_path: Path
) -> None:
    path = file_of(tmp_path / "w.safetensors", {**empty(TENSORS_LIMIT + 1), "__metadata__": METADATA})
    assert refusal(read, path) == "file: must have at most 2000 tensors, not 2001"


@pytest.mark.parametrize("read", [read_info, load])
def test_a_header_that_is_too_large_is_not_read(
    read: Callable[[Path], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights_header, "parse_json", lambda *arguments: pytest.fail("it is parsed"))
    path = file_of(tmp_path / "w.safetensors", {**empty(20_000), "__metadata__": METADATA})
    assert refusal(read, path).startswith("file: must have a header of at most 262144 bytes, not 1")
    assert path.stat().st_size > HEADER_LIMIT


def test_settings_of_another_size_than_the_tensors_are_refused_before_anything_is_built(tmp_path: Path) -> None:
    large = all_stories()["mann"].settings.parse({"units": 100})
    path = tmp_path / "w.safetensors"
    path.write_bytes(dump({"mann.output": torch.zeros(3)}, WeightsInfo("mann", large, 0, 0)))
    assert path.stat().st_size < 4000
    assert refusal(read_info, path).splitlines() == [
        "file: mann.controller.input is missing",
        "file: mann.controller.state is missing",
        "file: mann.controller.bias is missing",
        "file: mann.heads is missing",
        "file: mann.heads.bias is missing",
        "file: mann.output.bias is missing",
        "file: 6 more weights differ",
    ]


def shapes_of(settings: Settings, **others: tuple[int, ...]) -> dict[str, tuple[int, ...]]:
    return {**settings.weight_shapes, **others}


def saved(path: Path, story: str, settings: Settings, shapes: Mapping[str, tuple[int, ...]]) -> Path:
    tensors = {name: torch.zeros(shape) for name, shape in shapes.items()}
    path.write_bytes(dump(tensors, WeightsInfo(story, settings, 0, 0)))
    return path


def test_names_and_shapes_are_compared_with_as_many_numbers_as_the_settings_ask_for(tmp_path: Path) -> None:
    settings, path = INFO.settings, tmp_path / "w.safetensors"
    rows, columns = settings.weight_shapes["mann.heads"]
    turned = shapes_of(settings, **{"mann.heads": (columns, rows)})
    assert refusal(read_info, saved(path, "mann", settings, turned)) == (
        f"file: mann.heads must have the shape ({rows}, {columns}), not ({columns}, {rows})"
    )
    renamed = {name.replace("lstm.bias", "lstm.shift"): shape for name, shape in settings.weight_shapes.items()}
    assert refusal(read_info, saved(path, "mann", settings, renamed)).splitlines() == [
        "file: lstm.bias is missing",
        "file: lstm.shift is not a weight of this story",
    ]
    deep = shapes_of(settings, **{"lstm.bias": (1,) * 12})
    assert refusal(read_info, saved(path, "mann", settings, deep)).endswith("not (1, 1, 1, 1, 1, 1, 1, 1, ...)")


@pytest.mark.parametrize("story", ["mann", "ntm"])
def test_the_best_weights_may_be_missing_all_of_them_or_none(story: str, tmp_path: Path) -> None:
    settings, path = all_stories()[story].settings.parse(SMALL[story]), tmp_path / "w.safetensors"
    present = {name: shape for name, shape in settings.weight_shapes.items() if not name.startswith("best.")}
    assert read_info(saved(path, story, settings, present)).settings == settings
    bias = settings.weight_shapes["best.heads.bias"]
    some = {**present, "best.heads.bias": bias}
    assert "best.controller.input is missing" in refusal(read_info, saved(path, story, settings, some))


def test_what_only_the_data_know_of_a_shape_is_not_compared(tmp_path: Path) -> None:
    values = {"pictures": "folders", "folder": str(tmp_path), "finetuning": True}
    settings, path = all_stories()["metric_learning"].settings.parse(values), tmp_path / "w.safetensors"
    classes, features = settings.weight_shapes["classifier.classifier.weights"]
    assert classes == ANY_SIZE
    many = {"classifier.classifier.weights": (17, features), "classifier.classifier.bias": (17,)}
    assert read_info(saved(path, "metric_learning", settings, shapes_of(settings, **many))).settings == settings
    fewer = {**many, "classifier.classifier.weights": (17, features - 1)}
    assert refusal(read_info, saved(path, "metric_learning", settings, shapes_of(settings, **fewer))) == (
        f"file: classifier.classifier.weights must have the shape (?, {features}), not (17, {features - 1})"
    )


@pytest.mark.parametrize("name", list(SMALL))
def test_no_setting_makes_the_shapes_fail_and_all_are_known(name: str) -> None:
    """Every number at its bounds, as far as the rules allow it; only sizes that the data decide are not known."""
    settings = all_stories()[name].settings.parse(SMALL[name])
    for declared in declarations(type(settings)):
        for value in (declared.low, declared.high, *declared.choices):
            whole = int(value) if declared.kind == "whole" and isinstance(value, float) else value
            try:
                changed = settings.replaced(**{declared.name: whole})
            except UserError:
                continue
            assert changed.weight_shapes
            sizes = [size for shape in changed.weight_shapes.values() for size in shape]
            assert all(size > 0 or size == ANY_SIZE for size in sizes)
            assert changed.weights_count > 0


@pytest.mark.parametrize("name", list(SMALL))
def test_the_header_of_every_storys_weights_is_taken(name: str, tmp_path: Path) -> None:
    story = all_stories()[name]
    settings = story.settings.parse(SMALL[name])
    tensors = story.load()(settings).weights()
    path = tmp_path / "w.safetensors"
    path.write_bytes(dump(tensors, WeightsInfo(name, settings, 3, settings.seed)))
    assert read_info(path) == load(path)[0]
    assert read_header(path).shapes == {key: tuple(tensor.shape) for key, tensor in tensors.items()}
    assert int.from_bytes(path.read_bytes()[:8], "little") < HEADER_LIMIT / 8


@pytest.mark.parametrize(
    ("header", "data", "told"),
    [
        (b"", b"", "its header is not JSON"),
        (b"{", b"", "its header is not JSON"),
        (b"[]", b"", "its header is not an object"),
        (b"\xff\xfe", b"", "its header is not JSON"),
        ({"w": 3, "__metadata__": METADATA}, b"", "a tensor lies outside the file"),
        (
            {"w": {"dtype": "F32", "shape": [9], "data_offsets": [0, 36]}, "__metadata__": METADATA},
            b"123",
            "a tensor lies outside the file",
        ),
        (
            {"w": {"dtype": "F32", "shape": [-9], "data_offsets": [0, 3]}, "__metadata__": METADATA},
            b"123",
            "a tensor lies outside the file",
        ),
    ],
)
def test_a_damaged_header_is_told_in_one_line(header: object, data: bytes, told: str, tmp_path: Path) -> None:
    path = file_of(tmp_path / "w.safetensors", header, data)
    assert refusal(read_info, path) == f"file: is not a complete safetensors file: {told}"


def test_an_empty_file_and_a_cut_one_are_told(tmp_path: Path) -> None:
    path = tmp_path / "w.safetensors"
    for data in (b"", b"abc", (99).to_bytes(8, "little") + b"{}"):
        path.write_bytes(data)
        assert refusal(read_info, path) == "file: is not a complete safetensors file: it ends before its header"


def test_the_header_is_read_without_torch(tmp_path: Path) -> None:
    path = tmp_path / "w.safetensors"
    path.write_bytes(dump({}, INFO))
    code = (
        "import sys; from pathlib import Path; from metascope.simulator.engine.files.weights_header import read_header;"
        "read_header(Path(sys.argv[1])); assert 'torch' not in sys.modules and 'safetensors' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
