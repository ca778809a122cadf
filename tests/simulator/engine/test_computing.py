"""Where a run computes: on the CPU, but where a GPU is asked for or is worth it; and settings say so without torch."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from metascope.simulator.engine.computing import WORTH_A_GPU, DeviceKind, chosen_device, device_setting
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.settings import Settings, declarations
from metascope.simulator.engine.story import Story, all_stories
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from tests.simulator.devices import pretended_gpu

STORIES = [story for story in all_stories().values() if "device" in story.settings.model_fields]
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


class Computed(Settings):
    device: DeviceKind = device_setting()


def test_the_device_is_declared_once_and_is_the_cpu_unless_said_otherwise() -> None:
    declared = {one.name: one for one in declarations(Computed)}["device"]
    assert (declared.default, declared.choices, declared.group) == ("cpu", ("auto", "cpu", "cuda"), "Run")
    assert not declared.live


def test_without_a_gpu_auto_is_the_cpu_and_cuda_is_refused_at_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    assert chosen_device("auto", 1e12).type == chosen_device("cpu").type == "cpu"
    with pytest.raises(UserError, match="needs a GPU") as refused:
        chosen_device("cuda")
    assert [problem.where for problem in refused.value.problems] == ["device"]


def test_with_a_gpu_auto_takes_it_for_large_operations_alone() -> None:
    with pretended_gpu():
        assert [chosen_device("auto", work).type for work in (0, WORTH_A_GPU - 1, WORTH_A_GPU)] == [
            "cpu",
            "cpu",
            "cuda",
        ]
        assert (chosen_device("cpu", 1e12).type, chosen_device("cuda").type) == ("cpu", "cuda")


def test_stories_that_train_networks_have_the_setting() -> None:
    assert {story.name for story in STORIES} >= {"optimizers", "ntm", "mann"}


@each_story
def test_settings_of_another_machine_are_read_and_refused_where_they_are_to_run(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    settings = story.settings.parse({"device": "cuda"})
    with pytest.raises(UserError, match="needs a GPU"):
        story.load()(settings)


@pytest.mark.parametrize("settings", [OptimizersSettings, NtmSettings, MannSettings])
def test_auto_takes_a_gpu_for_the_largest_networks_alone(settings: type[Any]) -> None:
    most = {one.name: one.high for one in declarations(settings)}
    largest = {name: most[name] for name in ("batch", "units", "problems") if name in most}
    assert settings().work < WORTH_A_GPU <= settings.model_construct(**largest).work


def test_declaring_a_device_loads_no_torch() -> None:
    code = "import sys, metascope.simulator.engine.computing; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
