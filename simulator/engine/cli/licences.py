"""Names the libraries that are installed with the program, and by which licences."""

from __future__ import annotations

from importlib.metadata import Distribution, PackageNotFoundError, distribution

# What pyproject.toml requires, and what those bring that is as large: Qt, whose libraries PySide6 holds, and LLVM.
LIBRARIES = (
    "PySide6-Essentials",
    "pyqtgraph",
    "torch",
    "numpy",
    "numba",
    "llvmlite",
    "pydantic",
    "safetensors",
    "ziamath",
    "ziafont",
    "pillow",
    "platformdirs",
    "typing-extensions",
)
_CLASS = "License :: OSI Approved :: "


def licences() -> dict[str, str]:
    """Return what each library's metadata says of its licence; those that are not installed are left out."""
    found = {}
    for name in LIBRARIES:
        try:
            found[name] = _licence(distribution(name))
        except PackageNotFoundError:
            continue
    return found


def _licence(library: Distribution) -> str:
    """Return a short name of a licence; the metadata's older fields may hold the licence's whole text instead."""
    data = library.metadata
    classes = [text.removeprefix(_CLASS) for text in data.get_all("Classifier") or () if text.startswith(_CLASS)]
    written = [text.strip().partition("\n")[0] for text in data.get_all("License") or ()]
    return next(filter(None, (*(data.get_all("License-Expression") or ()), *classes, *written)), "see its files")
