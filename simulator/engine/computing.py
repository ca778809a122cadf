"""How a run computes: on which device, with so many torch threads, and without numbers that are nearly nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from simulator.engine.errors import refuse
from simulator.engine.settings import setting
from simulator.engine.text import say

if TYPE_CHECKING:
    import torch

DeviceKind = Literal["auto", "cpu", "cuda"]
DEVICE = "device"  # the setting's name

# Multiplications of one operation from which on "auto" takes a GPU. A core does them in about half a millisecond; to
# begin an operation takes a GPU about 10 microseconds, however small it is. An estimate: no GPU was measured.
WORTH_A_GPU = 10_000_000


def device_setting() -> Any:
    """Declare the setting `device` of a story: `device: DeviceKind = device_setting()`.

    The default is the CPU: a scenario does the same, bit for bit, whether or not a machine has a GPU.
    """
    return setting(
        "cpu",
        "Device",
        help="cpu: the fastest for networks as small as the scenarios'; auto: a GPU where there is one and batch and"
        " network are large enough to gain by it; cuda: the GPU",
        group="Run",
    )


def chosen_device(kind: DeviceKind, work: float = 0.0) -> torch.device:
    """Return the device that a run computes on. Asked when a simulation is made: any machine may read its settings.

    Args:
        kind: of the setting `device`.
        work: multiplications of the operation that takes most of the time, such as batch x inputs x units of a layer;
            "auto" is the CPU below `WORTH_A_GPU`.

    Raises:
        UserError: CUDA is wanted, and torch finds none.
    """
    import torch  # takes a second, for which no settings form waits

    there = torch.cuda.is_available()
    if kind == "cuda" and not there:
        text = "cuda needs a GPU and a torch built for CUDA, and torch {version} finds none here: cpu and auto run"
        raise refuse(DEVICE, say(text, version=torch.__version__))
    return torch.device("cuda" if kind == "cuda" or (kind == "auto" and there and work >= WORTH_A_GPU) else "cpu")


def prepare_thread(threads: int) -> None:
    """Let the calling thread compute with `threads` torch threads; call it before the first step of a run.

    Denormal numbers, below 1.2e-38 in single precision, become 0: processors compute with them in microcode, and the
    first meta-gradients of a learned optimizer, which vanish on their way back, took four times as long.
    """
    import torch  # as above

    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)
