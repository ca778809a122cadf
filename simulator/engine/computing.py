"""Where a run computes and reads: its device, memory, folder of data, and thread, which flushes denormals to zero."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.settings import Settings, setting
from metascope.simulator.engine.text import Message, say

if TYPE_CHECKING:
    import torch

S = TypeVar("S", bound=Settings)
DeviceKind = Literal["auto", "cpu", "cuda"]
EngineKind = Literal["auto", "compiled", "reference"]
Engine = Literal["compiled", "reference"]
DEVICE = "device"  # the setting's name
ENGINE = "engine"  # the setting's name, and that of what was chosen in a saved state
FOLDER = "folder"  # the name of the setting that says where data lie
# Where a run computes and reads, and what with: another machine, or a person who moved data, has others.
PLACES = (DEVICE, FOLDER, ENGINE)

# Multiplications per operation above which "auto" takes a GPU. A core does them in about half a millisecond; a GPU
# needs about 10 microseconds to start any operation, however small. An estimate: no GPU was measured.
WORTH_A_GPU = 10_000_000

LEAST, MOST = 1 << 30, 16 << 30  # bytes: every scenario of the program takes less, and no run may take more
SHARE = 0.5  # of the available memory, between these two
_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")  # of a container


def device_setting() -> Any:
    """Declare a story's setting `device`: `device: DeviceKind = device_setting()`.

    The default is the CPU, so that a scenario gives the same numbers, bit for bit, with and without a GPU.
    """
    return setting(
        "cpu",
        "Device",
        help="cpu: fastest for networks as small as the scenarios'; auto: a GPU if there is one and the work is large"
        " enough to gain from it; cuda: the GPU",
        group="Run",
    )


def engine_setting() -> Any:
    """Declare a story's setting `engine`: `engine: EngineKind = engine_setting()`."""
    return setting(
        "auto",
        "Engine",
        help="auto: compiled kernels where there are any and they are ready; compiled: waits until they are; reference:"
        " the readable code that they are tested against. The last digits of results differ",
        group="Run",
    )


def chosen_device(kind: DeviceKind, work: float = 0.0) -> torch.device:
    """Return the device that a run computes on.

    Called when a simulation is made, not when its settings are checked: settings are valid on any machine.

    Args:
        kind: the value of the setting `device`.
        work: multiplications of the operation that takes most of the time, such as batch x inputs x units of a layer;
            "auto" is the CPU below `WORTH_A_GPU`.

    Raises:
        UserError: CUDA is requested, but torch finds none.
    """
    import torch  # slow to import; settings forms must not wait for it

    there = torch.cuda.is_available()
    if kind == "cuda" and not there:
        text = "cuda needs a GPU and a torch built for CUDA; torch {version} finds none. Use cpu or auto"
        raise refuse(DEVICE, say(text, version=torch.__version__))
    return torch.device("cuda" if kind == "cuda" or (kind == "auto" and there and work >= WORTH_A_GPU) else "cpu")


def on_this_machine(settings: S) -> tuple[S, Message | None]:
    """Return settings that this machine can compute with, and what is different: without CUDA it is the CPU."""
    if getattr(settings, DEVICE, "cpu") != "cuda":
        return settings, None
    import torch  # as above

    if torch.cuda.is_available():
        return settings, None
    return settings.replaced(**{DEVICE: "cpu"}), say(
        "trained on a GPU, which torch does not find here: opened on the CPU"
    )


def unavailable(settings: Settings) -> str:
    """Return which of `PLACES` of these settings this machine does not have: the folder or a GPU; "" if it has all."""
    folder = getattr(settings, FOLDER, "")
    if folder and not located(folder).exists():
        return FOLDER
    return DEVICE if on_this_machine(settings)[1] is not None else ""


def available_memory() -> int:
    """Return the bytes of memory that programs can take now; `MOST` or more where the system does not say."""
    found = [2 * MOST]
    with suppress(OSError, ValueError):
        fields = dict(line.split(":") for line in Path("/proc/meminfo").read_text("ascii").splitlines())
        found.append(int(fields["MemAvailable"].split()[0]) << 10)
    if sys.platform == "darwin":
        found.append(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    for path in _LIMITS:
        with suppress(OSError, ValueError):  # "max" where there is none
            found.append(int(Path(path).read_text("ascii")))
    return min(found)


def budget() -> int:
    """Return how many bytes the training of one run may take on this machine."""
    return min(max(int(SHARE * available_memory()), LEAST), MOST)


def require_room(settings: Settings) -> None:
    """Refuse settings whose training would take more memory than there is for a run.

    Raises:
        UserError: says how much they would take, and how much there is.
    """
    if settings.estimated_bytes > (limit := budget()):
        asked, here = settings.estimated_bytes / 1e9, limit / 1e9
        text = "training with these settings takes about {asked:,.1f} GB of memory; a run may take {here:,.1f} GB here"
        raise refuse("", say(text, asked=asked, here=here))


def prepare_thread(threads: int) -> None:
    """Make the calling thread compute with `threads` torch threads; call this before the first step of a run.

    Denormal numbers, below 1.2e-38 in single precision, are flushed to 0: processors handle them in microcode, and the
    first meta-gradients of a learned optimizer, which vanish on the way back, took four times as long.
    """
    import torch  # as above

    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)


def located(path: str) -> Path:
    """Return the path that a person named, with ~ and $HOME resolved."""
    return Path(os.path.expanduser(os.path.expandvars(path)))
