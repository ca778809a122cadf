"""Keeps compiled kernels in the person's cache folder: an object file each, with what it was made of and its checksum.

    kernels/ntm-2f0c….json   symbol, checksum of the object file, and why it failed if it did
    kernels/ntm-2f0c….o

The name holds a digest of everything that the code depends on: its sources, numba, LLVM and the processor. What does
not fit, cannot be read or is damaged counts as not there, and is made again.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from platformdirs import user_cache_path

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.atomic import replacing
from metascope.simulator.engine.text import say

PLACE = "METASCOPE_CACHE"  # the environment variable that names another folder
_FORMAT = 1
_IMPORT = re.compile(r"^from (metascope\.simulator\.[\w.]+) import", re.MULTILINE)


class Unusable(Exception):  # noqa: N818 - a state of the machine, not a mistake
    """A kernel is not there, or its file is damaged."""


@dataclass(frozen=True)
class Entry:
    """What the cache says of a kernel that was made."""

    symbol: str
    checksum: str
    failure: str  # why it cannot be used on this machine; "" if it can


class Cache:
    """The folder of compiled kernels. It may be missing, unreadable, somebody else's or read-only."""

    def __init__(self, folder: Path | None = None) -> None:
        named = os.environ.get(PLACE)
        self.folder = folder or (Path(named) if named else user_cache_path("metascope")) / "kernels"

    def entry(self, name: str, module: str) -> Entry | None:
        """Return what is known of a kernel made of the present sources on this machine; None: nothing."""
        if not self._own():
            return None
        try:
            found = json.loads(self._path(name, module, "json").read_text("utf-8"))
        except (OSError, ValueError):
            return None
        parts = [found.get(part) for part in ("symbol", "checksum", "failure")] if isinstance(found, dict) else [None]
        return Entry(*map(str, parts)) if all(isinstance(part, str) for part in parts) else None

    def read(self, name: str, module: str) -> tuple[bytes, str]:
        """Return a kernel's object file and the name of its function in it.

        Raises:
            Unusable: it is not there, was damaged, or failed when it was made.
        """
        entry = self.entry(name, module)
        if entry is None or entry.failure:
            raise Unusable(entry.failure if entry is not None else f"{name} was not compiled")
        try:
            code = self._path(name, module, "o").read_bytes()
        except OSError as error:
            raise Unusable(str(error)) from error
        if hashlib.sha256(code).hexdigest() != entry.checksum:
            self.forget(name, module)
            raise Unusable(f"the file of {name} was damaged")
        return code, entry.symbol

    def sound(self, name: str, module: str) -> bool:
        """Return whether there is nothing to do: the kernel is there, undamaged, or is known to fail."""
        entry = self.entry(name, module)
        if entry is not None and entry.failure:
            return True
        with suppress(Unusable):
            return bool(self.read(name, module))
        return False

    def make(self) -> None:
        """Make the folder, if it is not there.

        Raises:
            UserError: names it and what the system says.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise refuse(str(self.folder), say("cannot be written: {reason}", reason=str(error.strerror))) from None

    def write(self, name: str, module: str, code: bytes, symbol: str, failure: str = "") -> None:
        """Keep a kernel, in place of those of other sources or versions.

        Raises:
            UserError: names the file and what the system says.
        """
        checksum = hashlib.sha256(code).hexdigest()
        if not failure:
            with replacing(self._path(name, module, "o")) as file:
                file.write_bytes(code)
        found = {"symbol": symbol, "checksum": checksum, "failure": failure}
        with replacing(self._path(name, module, "json")) as file:
            file.write_text(json.dumps(found), "utf-8")
        self._remove_others(name, module)

    def forget(self, name: str, module: str) -> None:
        """Remove a kernel."""
        for kind in ("json", "o"):
            with suppress(OSError):
                self._path(name, module, kind).unlink(missing_ok=True)

    def _remove_others(self, name: str, module: str) -> None:
        kept = self._path(name, module, "o").stem
        for path in self.folder.glob(f"{name}-*.*"):
            if path.stem != kept and path.stem.removeprefix(f"{name}-").isalnum():
                with suppress(OSError):
                    path.unlink()

    def _path(self, name: str, module: str, kind: str) -> Path:
        return self.folder / f"{name}-{digest(module)}.{kind}"

    def _own(self) -> bool:
        """Return whether nobody else can have written here: what lies here is run."""
        try:
            found = self.folder.stat()
        except OSError:
            return False
        return not hasattr(os, "geteuid") or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)


@cache
def digest(module: str) -> str:
    """Return what identifies the machine code of a kernel's module: sources, versions and processor."""
    made = hashlib.sha256(json.dumps(_machine()).encode())
    for source in sources(module):
        made.update(source.encode())
        made.update(_text(source).encode())
    return made.hexdigest()[:32]


def sources(module: str) -> tuple[str, ...]:
    """Return the program's modules that a kernel's module is made of, itself included."""
    found, waiting = set[str](), [module]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _IMPORT.findall(_text(name))
    return tuple(sorted(found))


@cache
def _text(module: str) -> str:
    found = find_spec(module)
    assert found is not None, f"{module} is a module of the program"
    assert found.origin is not None, f"{module} has a file"
    return Path(found.origin).read_text("utf-8")


def installed() -> bool:
    """Return whether kernels can be compiled here at all."""
    return bool(versions())


@cache
def versions() -> tuple[str, str] | None:
    """Return the versions of numba and llvmlite; None if they are not installed."""
    try:
        return version("numba"), version("llvmlite")
    except PackageNotFoundError:
        return None


@cache
def _machine() -> list[object]:
    from llvmlite import binding

    features = binding.get_host_cpu_features().flatten()
    return [_FORMAT, versions(), sys.platform, binding.get_host_cpu_name(), features]
