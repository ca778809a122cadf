"""Files of other programs: each is refused with one sentence that says what it is not."""

from __future__ import annotations

import io
import json
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import safetensors.torch
import torch
from PIL import Image

from metascope.scenes.files.formats import kind_of, read_session, read_weights
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets

CASES = Path(__file__).parents[4] / "shared" / "cases"
NAMES = json.dumps({f"n{k:08}": f"Alphabet {k}" for k in range(1623)}).encode()
CONFIG = json.dumps({"num_classes": 5, "lr": 0.1, "order": "NCHW", "settings": {"a": 1}}).encode()


def picture() -> bytes:
    with io.BytesIO() as file, Image.fromarray(np.zeros((9, 9), np.uint8)) as made:
        made.save(file, "PNG")
        return file.getvalue()


def zipped(suffix: str) -> bytes:
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(30):
                archive.writestr(f"images/{number}{suffix}", picture())
        return file.getvalue()


def hub() -> bytes:
    tensors = {f"model.layers.{k}.weight": torch.zeros(2, 2, dtype=torch.float16) for k in range(40)}
    return safetensors.torch.save(tensors, {"format": "pt"})


def trained() -> bytes:
    with io.BytesIO() as file:
        torch.save({"weight": torch.zeros(3)}, file)
        return file.getvalue()


FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "names": ("map.json", lambda: NAMES),
    "config": ("config.json", lambda: CONFIG),
    "a list": ("list.json", lambda: b"[1, 2]"),
    "hub": ("model.safetensors", hub),
    "pictures": ("images.zip", lambda: zipped(".png")),
    "pictures as a session": ("images.metascope", lambda: zipped(".png")),
    "pictures as a scenario": ("images.json", lambda: zipped(".png")),
    "pictures as weights": ("images.safetensors", lambda: zipped(".png")),
    "a picture": ("a.png", picture),
    "a pickle": ("a.pkl", lambda: pickle.dumps({"a": 1})),
    "a pickle as a session": ("a.metascope", lambda: pickle.dumps({"a": 1})),
    "a pickle as a scenario": ("a.json", lambda: pickle.dumps({"a": 1})),
    "a pickle as weights": ("a.safetensors", lambda: pickle.dumps({"a": 1})),
    "torch's own": ("model.pt", trained),
}


def refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:  # noqa: PT012 - which of the two refuses is not the matter
        kind = kind_of(path)
        {"json": presets.read, "metascope": lambda it: read_session(it, 1 << 20), "safetensors": read_weights}[kind](
            path
        )
    return caught.value


@pytest.mark.parametrize(("name", "content"), FILES.values(), ids=FILES)
def test_a_foreign_file_gets_one_sentence(tmp_path: Path, name: str, content: Callable[[], bytes]) -> None:
    path = tmp_path / name
    path.write_bytes(content())
    assert [problem.where for problem in refusal(path).problems] == [str(path)]
    assert len(str(refusal(path)).removeprefix(str(path))) < 200


def test_another_programs_json_is_called_so(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.write_bytes(NAMES)
    assert str(refusal(path)) == f"{path}: is not a scenario of Metascope, but a JSON file of another program"


@pytest.mark.skipif(not CASES.is_dir(), reason="needs the cases beside the checkout")
@pytest.mark.parametrize("name", ["map_to_label_name_omniglot.json", "omniglot_maml_config.json", "omniglot_28x28.zip"])
def test_files_that_people_have_get_one_sentence(name: str) -> None:
    assert [problem.where for problem in refusal(CASES / name).problems] == [str(CASES / name)]
