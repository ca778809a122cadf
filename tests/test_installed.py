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

from metascope import main as program
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.version import version
from tests.scenes.shell.test_application import PRELUDE
from tests.waiting import SECONDS

ROOT = Path(program.__file__).parent
PACKAGES = ("assets", "scenes", "simulator", "widgets")
NOT_OURS = shutil.ignore_patterns(
    *(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "build", "dist", "*.egg-info", "metascope-out")
)


@dataclass(frozen=True)
class Environment:
    """A virtual environment that has the program and what it requires, and nothing else."""

    folder: Path
    site: Path
    sources: Path  # the sdist that the program was made from, unpacked

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
    return Environment(environment, site, unpacked)


def test_every_kind_of_asset_is_packed() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = declared["tool"]["setuptools"]["package-data"]["metascope.assets"]
    assert {path.suffix for path in assets()} - {".py", ".pyc"} <= {Path(pattern).suffix for pattern in patterns}


def files(folder: Path) -> set[str]:
    """Return what a tree holds of its own, as paths within it."""
    found = set()
    for place, folders, names in os.walk(folder):
        foreign = NOT_OURS(place, [*folders, *names])
        folders[:] = [name for name in folders if name not in foreign]
        found |= {(Path(place) / name).relative_to(folder).as_posix() for name in names if name not in foreign}
    return found


def assets() -> list[Path]:
    return [path for path in (ROOT / "assets").rglob("*") if path.is_file()]


@pytest.mark.slow
def test_every_file_of_the_packages_is_installed(installed: Environment) -> None:
    own = {path for path in files(installed.site / "metascope") if path.partition("/")[0] in PACKAGES}
    assert own == {path for path in files(ROOT) if path.partition("/")[0] in PACKAGES}


@pytest.mark.slow
def test_the_sdist_is_the_whole_tree_and_passes_its_own_tests(installed: Environment) -> None:
    made = {"PKG-INFO", "setup.cfg"}  # by packing and by building
    assert files(installed.sources) - made == files(ROOT)
    few = ("test_circles.py", "simulator/engine/cli/test_checks.py", "simulator/engine/test_settings.py")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(f"tests/{name}" for name in few)]
    told = subprocess.run(command, cwd=installed.sources, capture_output=True, text=True, timeout=10 * SECONDS)
    assert told.returncode == 0, told.stdout


@pytest.mark.slow
def test_nothing_is_installed_but_under_the_program_s_own_name(installed: Environment) -> None:
    [own] = Distribution.discover(name="metascope", path=[str(installed.site)])
    tops = {file.parts[0] for file in own.files or () if file.parts[0] != ".."}
    assert tops == {"metascope", f"metascope-{version()}.dist-info"}
    beside = "import simulator, scenes; print(simulator.HERE, scenes.HERE)"
    for name in ("simulator", "scenes"):  # somebody's own
        (installed.folder / f"{name}.py").write_text("HERE = __file__")
    code = f"import metascope.main, metascope.simulator.engine.story, metascope.scenes.catalog; {beside}"
    told = installed.run("python", "-c", code)
    assert told.stdout.split() == [str(installed.folder / f"{name}.py") for name in ("simulator", "scenes")], (
        told.stderr
    )


@pytest.mark.slow
def test_what_is_installed_lists_and_trains(installed: Environment, tmp_path: Path) -> None:
    place = installed.run("python", "-c", "from metascope import main; print(main.__file__)")
    assert Path(place.stdout.strip()) == installed.site / "metascope" / "main.py", place.stderr
    assert installed.run("python", "-m", "metascope", "--version").stdout == f"metascope {version()}\n"
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
