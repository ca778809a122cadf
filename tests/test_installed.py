"""The program as pip installs it: a wheel made from an sdist made from the tree, beside what it says it requires."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import main as program
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.version import version
from tests.scenes.shell.test_application import PRELUDE
from tests.waiting import SECONDS

ROOT = Path(program.__file__).parent
PACKAGES = ("assets", "scenes", "simulator", "widgets")
NOT_OURS = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "*.egg-info", "metascope-out")


@dataclass(frozen=True)
class Environment:
    """A virtual environment that has the program and what it requires, and nothing else."""

    folder: Path
    site: Path

    def run(self, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, away from the tree."""
        variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return subprocess.run(
            [self.folder / "bin" / name, *arguments],
            cwd=self.folder,
            env={**variables, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )


def build(kind: str, tree: Path, folder: Path) -> Path:
    """Build an "sdist" or a "wheel" of `tree` in `folder`, and return the file."""
    code = f"import sys; from setuptools import build_meta; build_meta.build_{kind}(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(folder)], cwd=tree, check=True, capture_output=True)
    [built] = folder.glob("*.tar.gz" if kind == "sdist" else "*.whl")
    return built


def required(name: str, found: dict[str, Distribution]) -> dict[str, Distribution]:
    """Add to `found` what is installed of the distribution `name`, and of all that it requires."""
    if name not in found:
        found[name] = distribution(name)
        for requirement in map(Requirement, found[name].requires or ()):
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                required(requirement.name.lower().replace("_", "-"), found)
    return found


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    folder = tmp_path_factory.mktemp("installed")
    shutil.copytree(ROOT, folder / "tree", ignore=NOT_OURS)
    with tarfile.open(build("sdist", folder / "tree", folder)) as packed:
        packed.extractall(folder / "unpacked", filter="data")
    [unpacked] = (folder / "unpacked").iterdir()
    wheel = build("wheel", unpacked, folder)

    environment = folder / "environment"
    venv.create(environment, symlinks=True)
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(environment), "platbase": str(environment)}))
    pip = [sys.executable, "-m", "pip", "--python", str(environment / "bin" / "python"), "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)

    links = folder / "links"  # to what is installed here, for no index need be reached
    links.mkdir()
    [own] = Distribution.discover(name="metascope", path=[str(site)])
    found: dict[str, Distribution] = {}
    for requirement in map(Requirement, own.requires or ()):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            required(requirement.name, found)
    for each in found.values():
        for top in {file.parts[0] for file in each.files or ()} - {"..", "__pycache__"}:
            if not (links / top).exists():
                (links / top).symlink_to(str(each.locate_file(top)))
    (site / "links.pth").write_text(str(links))
    return Environment(environment, site)


def test_every_kind_of_asset_is_packed() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = declared["tool"]["setuptools"]["package-data"]["assets"]
    assert {path.suffix for path in assets()} - {".py", ".pyc"} <= {Path(pattern).suffix for pattern in patterns}


def assets() -> list[Path]:
    return [path for path in (ROOT / "assets").rglob("*") if path.is_file()]


@pytest.mark.slow
def test_every_file_of_the_packages_is_installed(installed: Environment) -> None:
    def files(folder: Path) -> set[Path]:
        paths = [path for name in PACKAGES for path in (folder / name).rglob("*") if path.is_file()]
        return {path.relative_to(folder) for path in paths if path.suffix != ".pyc"}

    assert files(installed.site) == files(ROOT)
    assert not (installed.site / "tests").exists()


@pytest.mark.slow
def test_what_is_installed_lists_and_trains(installed: Environment, tmp_path: Path) -> None:
    place = installed.run("python", "-c", "import main; print(main.__file__)")
    assert Path(place.stdout.strip()) == installed.site / "main.py", place.stderr
    assert installed.run("metascope", "--version").stdout == f"metascope {version()}\n"
    listed = installed.run("metascope", "--list")
    assert all(preset.name in listed.stdout for preset in presets.shipped()), listed.stderr
    ran = installed.run("metascope", "--headless", "--preset", "two-tasks", "--steps", "2", "--out", str(tmp_path))
    assert (ran.returncode, "no plots" in ran.stderr) == (0, False), ran.stderr
    assert (tmp_path / "weights.safetensors").exists()
    assert list((tmp_path / "plots").glob("*.svg"))


@pytest.mark.slow
def test_what_is_installed_opens_its_window(installed: Environment) -> None:
    script = PRELUDE + "def begin(): when_ready(lambda window: window.close())\nsys.exit(main.main(sys.argv[1:]))"
    ran = installed.run("python", "-c", script, "--preset", "two-tasks")
    assert ran.returncode == 0, ran.stderr
