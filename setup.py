"""Installs the tree's folders under one name, `metascope`; all else is declared in pyproject.toml."""

from __future__ import annotations

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py

FOLDERS = ("assets", "scenes", "simulator", "widgets")
PACKAGES = find_packages(include=[pattern for name in FOLDERS for pattern in (name, f"{name}.*")])


class Build(build_py):
    """Also puts `main.py` into the package, as `metascope.main`."""

    def find_package_modules(self, package: str, package_dir: str) -> list[tuple[str, str, str]]:
        """Return (package, name, file) of each module of a package."""
        found: list[tuple[str, str, str]] = super().find_package_modules(package, package_dir)
        return [*found, (package, "main", "main.py")] if package == "metascope" else found


setup(
    packages=["metascope", *(f"metascope.{name}" for name in PACKAGES)],
    package_dir={f"metascope.{name}": name for name in FOLDERS},
    cmdclass={"build_py": Build},
)
