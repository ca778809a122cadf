"""Packages that plug in a story, as pip leaves them in a folder, and tests that find them there."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from metascope import main as program
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.story import GROUP, catalog

ROOT = Path(program.__file__).parent
STORY = """
from dataclasses import replace
from metascope.simulator.stories.landscapes import STORY as landscapes
STORY = replace(landscapes, name="{name}", scene="{package}.scene", presets="{package}.presets")
"""
SCENE = """
from metascope.scenes.stories.landscapes import build
"""


def install(
    site: Path,
    package: str = "plugged",
    *,
    distribution: str = "",
    story: str = STORY,
    scene: str = SCENE,
    entry: str = "",
    files: tuple[tuple[str, str], ...] | None = None,
) -> Path:
    """Put a package and its metadata into the folder `site`, and return the package's own folder.

    Args:
        site: is made, and is to be put on the path.
        package: its name, and that of its story.
        distribution: that it comes with; as the package where empty.
        story: the module's source; `{name}` and `{package}` are filled in.
        scene: the source of the module that builds the scene.
        entry: a line of entry_points.txt; the story by its name where empty.
        files: (name, text) of its scenarios; `<package>-tasks` where None.
    """
    folder = site / package
    (folder / "presets").mkdir(parents=True)
    (folder / "__init__.py").write_text(story.replace("{name}", package).replace("{package}", package))
    (folder / "scene.py").write_text(scene)
    for name, text in ((f"{package}-tasks.json", scenario(package)),) if files is None else files:
        (folder / "presets" / name).write_text(text)
    title = distribution or package
    info = site / f"{title.replace('-', '_')}-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {title}\nVersion: 1.2\n")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\n{entry or f'{package} = {package}:STORY'}\n")
    return folder


def scenario(story: str, order: int = 0, **values: object) -> str:
    """Return the text of a scenario of a plugged-in story, short to train."""
    preset = presets.find("two-tasks")
    made = replace(preset, story=story, title=f"Plugged in: {story}", order=order, expected_seconds=1.0, pace=None)
    return presets.dumps(replace(made, settings=made.settings.replaced(steps=20, **values)))


def pip_install(source: Path, site: Path) -> None:
    """Have pip build a package like that of `install` and put it into the folder `site`, without the network."""
    pytest.importorskip("setuptools", reason="pip needs it to build a package without the network")
    folder = install(source, "plugged")
    shutil.rmtree(source / "plugged-1.2.dist-info")
    (source / "pyproject.toml").write_text(
        f"""
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "metascope-plugged"
version = "1.2"

[project.entry-points."{GROUP}"]
plugged = "plugged:STORY"

[tool.setuptools]
packages = ["plugged", "plugged.presets"]
package-data = {json.dumps({"plugged.presets": ["*.json"]}).replace(":", " =")}
"""
    )
    (folder / "presets" / "__init__.py").touch()
    options = ("--no-deps", "--no-index", "--no-build-isolation", "--quiet", "--disable-pip-version-check")
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(site), str(source)]
    subprocess.run(command, check=True, capture_output=True)


def run(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python on arguments, with the packages in `site` installed."""
    environment = {**os.environ, "PYTHONPATH": str(site), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True)


@contextmanager
def found(site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the program find the packages in `site` within this process, and forget them afterwards."""
    before = set(sys.modules)
    with monkeypatch.context() as patch:
        patch.syspath_prepend(site)
        look_again()
        try:
            yield
        finally:
            for name in set(sys.modules) - before:
                place = getattr(sys.modules[name], "__file__", None)
                if place is not None and Path(place).is_relative_to(site):
                    del sys.modules[name]
    look_again()


def look_again() -> None:
    """Have the program look for packages as at its start."""
    catalog.cache_clear()
    importlib.invalidate_caches()
