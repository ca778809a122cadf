"""The command line with packages installed that plug in stories, sound and broken ones, in processes of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugged import install, pip_install, run


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder into which pip has installed a package with a story."""
    made = tmp_path_factory.mktemp("site")
    pip_install(tmp_path_factory.mktemp("source"), made)
    return made


def test_a_scenario_of_an_installed_package_is_listed(site: Path) -> None:
    ran = run(site, "main.py", "--list")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.splitlines()[-1] == "plugged-tasks        Plugged in: plugged (plugged, about 1 s)"


@pytest.mark.slow
def test_its_distribution_and_version_are_told(site: Path) -> None:
    ran = run(site, "main.py", "--info")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.splitlines()[-1] == "plug-in metascope-plugged 1.2: story plugged, scenarios: 1"


def test_what_is_broken_is_named_and_the_rest_is_listed(tmp_path: Path) -> None:
    install(tmp_path, "torn", story="raise RuntimeError('torn\\nin two')")
    install(tmp_path, "whole")
    ran = run(tmp_path, "main.py", "--list")
    assert ran.returncode == 0
    assert ran.stderr == "warning: torn 1.2: torn: cannot be used: RuntimeError: torn in two\n"
    lines = ran.stdout.splitlines()
    assert lines[0].startswith("two-tasks ")
    assert lines[-1].startswith("whole-tasks ")


@pytest.mark.slow
def test_a_broken_scenario_is_named_where_another_one_is_trained(tmp_path: Path) -> None:
    install(tmp_path / "site", files=(("bad.json", "{"),))
    ran = run(tmp_path / "site", "main.py", "--headless", "--steps", "3", "--out", str(tmp_path / "out"))
    assert ran.returncode == 0, ran.stderr
    warning, *_ = ran.stderr.splitlines()
    assert warning.startswith("warning: plugged 1.2: ")
    assert "bad.json: " in warning


@pytest.mark.slow
def test_what_is_refused_is_told_with_its_reason(tmp_path: Path) -> None:
    install(tmp_path, story="import no_such_module")
    ran = run(tmp_path, "main.py", "--info")
    assert (ran.returncode, ran.stderr) == (0, "")
    reason = "ModuleNotFoundError: No module named 'no_such_module'"
    assert ran.stdout.splitlines()[-1] == f"refused: plugged 1.2: plugged: cannot be used: {reason}"


@pytest.mark.slow
def test_where_a_scenario_is_missing_its_broken_plugin_is_named_too(tmp_path: Path) -> None:
    install(tmp_path, story="raise SystemExit('no')")
    ran = run(tmp_path, "main.py", "--headless", "--preset", "plugged-tasks")
    assert (ran.returncode, ran.stdout) == (2, "")
    warning, mistake = ran.stderr.splitlines()
    assert warning == "warning: plugged 1.2: plugged: cannot be used: SystemExit: no"
    assert mistake.startswith("plugged-tasks: is not a scenario; did you mean ")


@pytest.mark.slow
def test_a_scene_that_cannot_be_built_costs_the_plots_alone(tmp_path: Path) -> None:
    install(tmp_path / "site", scene="import no_such_module")
    out = tmp_path / "out"
    ran = run(tmp_path / "site", "main.py", "--headless", "--preset", "plugged-tasks", "--out", str(out))
    assert ran.returncode == 1
    told = "not written: plugged 1.2: plugged.scene: cannot be used: ModuleNotFoundError: "
    assert ran.stderr.splitlines()[-1].startswith(told)
    assert {"metrics.csv", "weights.safetensors", "session.metascope"} <= {path.name for path in out.iterdir()}
