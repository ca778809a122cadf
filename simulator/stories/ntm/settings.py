"""Defines the settings of the Neural Turing Machine story: task, machine, training and rival."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Literal

from typing_extensions import override

from metascope.simulator.engine.computing import DeviceKind, EngineKind, device_setting, engine_setting
from metascope.simulator.engine.settings import Conflict, Settings, Shapes, prefixed, rules_for, setting, steps_setting
from metascope.simulator.engine.text import say
from metascope.simulator.learners import settings as learning

TaskKind = Literal["copy", "repeat-copy", "associative-recall", "n-grams", "priority-sort"]
BITS = ("copy", "repeat-copy", "priority-sort")  # tasks whose vectors may be of any width
VECTORS = 3  # per item of associative recall
RECALLED = 6  # bits of each of them
CONTEXT = 5  # bits on which the next one of an n-gram task depends
HIGHEST = 4 / 5  # share of a priority sort's vectors that is asked for
LONG_ONES = 8  # sequences of each size at which generalization is measured
_MULTIPLYING = 3.2e-11  # seconds of processor time for a multiplication by a weight; measured, for layers of 128 to 512
_REMEMBERING = 3e-10  # and for all that a head does in a time step with a number of the memory
_DRAWING = 2.3e-5  # and to draw a bit of an n-gram task
KEPT_LIMIT = 100_000_000  # numbers of memory that back-propagation through time keeps: about 1.5 GB with all else


class NtmSettings(Settings):
    """Settings of the Neural Turing Machine story: task, machine and training."""

    optional_weights = "best."

    steps: int = steps_setting(120, "several")
    device: DeviceKind = device_setting()
    engine: EngineKind = engine_setting()
    task: TaskKind = setting(
        "copy",
        "Task",
        help="Copy a sequence; copy it several times; recall the next item; predict bits; sort by priority",
        group="Task",
    )
    bits: int = setting(8, "Bits", help="Bits per vector", group="Task", low=1, high=16, only_for={"task": BITS})
    length: int = setting(
        20,
        "Maximum length",
        help="Vectors per training sequence, drawn from 1 to this",
        symbol="L",
        group="Task",
        low=1,
        high=60,
        only_for={"task": ["copy"]},
    )
    repeated: int = setting(
        10,
        "Maximum length",
        help="Vectors of the repeated sequence, drawn from 1 to this",
        symbol="L",
        group="Task",
        low=1,
        high=20,
        only_for={"task": ["repeat-copy"]},
    )
    repeats: int = setting(
        10,
        "Maximum repeats",
        help="Copies that are asked for, drawn from 1 to this",
        symbol="R",
        group="Task",
        low=1,
        high=20,
        only_for={"task": ["repeat-copy"]},
    )
    items: int = setting(
        6,
        "Maximum items",
        help="Items shown, of three vectors each, drawn from 2 to this",
        group="Task",
        low=2,
        high=20,
        only_for={"task": ["associative-recall"]},
    )
    stream: int = setting(
        200,
        "Bits per sequence",
        help="Bits of each sequence, which draws them from its own table of probabilities",
        group="Task",
        low=10,
        high=400,
        only_for={"task": ["n-grams"]},
    )
    vectors: int = setting(
        20,
        "Vectors",
        help="Vectors shown, each with a priority; the highest four fifths are asked for in order",
        group="Task",
        low=2,
        high=40,
        only_for={"task": ["priority-sort"]},
    )

    controller: Literal["lstm", "feedforward"] = setting(
        "lstm", "Controller", help="Network that controls the heads", group="Machine"
    )
    units: int = setting(
        100, "Controller units", help="Hidden units of the controller", group="Machine", low=4, high=512
    )
    heads: int = setting(
        1, "Heads", help="Number of write heads, and of read heads", symbol="H", group="Machine", low=1, high=8
    )
    locations: int = setting(
        128, "Memory locations", help="Rows of the memory", symbol="N", group="Machine", low=3, high=512
    )
    width: int = setting(
        20, "Memory width", help="Numbers per row of the memory", symbol="M", group="Machine", low=1, high=128
    )
    memory: Literal["random", "constant", "learned"] = setting(
        "random",
        "Initial memory",
        help="random: the same random rows each time; constant: nearly empty; learned: trained too",
        group="Machine",
    )
    initial: Literal["random", "trained"] = setting(
        "random",
        "Initial weights",
        help="random; trained: those of a small machine that learned to copy, which come with the program",
        group="Machine",
        only_for={"task": ["copy"]},
    )

    optimizer: Literal["rmsprop", "graves", "adam"] = setting(
        "rmsprop",
        "Optimizer",
        help="rmsprop: decay 0.95, momentum 0.9; graves: centred, as published; adam",
        group="Training",
    )
    rate: float = learning.rate_setting(3e-4)
    epsilon: float = setting(
        1e-8,
        "RMSprop epsilon",
        help="Added to the root; 1e-8 is torch's default, 0.01 gave fewer relapses and slower starts",
        symbol="ε",
        group="Training",
        low=1e-8,
        high=1.0,
        logarithmic=True,
        only_for={"optimizer": ["rmsprop"]},
    )
    clipping: learning.Clipping = learning.clipping_setting("elements")
    clip: float = learning.clip_setting(help=learning.CLIPPED)
    batch: int = setting(8, "Batch", help="Sequences per update, all of one length", group="Training", low=1, high=64)
    updates: int = learning.updates_setting(25, group="Training", high=200)
    learn: bool = setting(
        True, "Train", help="Off: the weights of machine and rival stay fixed", group="Training", live=True
    )
    rival: bool = setting(
        True, "Train the LSTM", help="Train the rival without memory on the same sequences", group="Rival", live=True
    )
    rival_units: int = setting(
        128,
        "LSTM units",
        help="Units per layer; 128 give as many weights as the machine has",
        group="Rival",
        low=1,
        high=512,
    )
    rival_layers: int = setting(1, "LSTM layers", help="Stacked layers", group="Rival", low=1, high=3)

    test_sequences: int = setting(
        64,
        "Held-out sequences",
        help="Sequences over which the cost in bits is averaged",
        group="Measuring",
        low=4,
        high=512,
    )
    test_every: int = learning.measured_every_setting(
        5, help="Meta-steps between measurements on held-out and longer sequences"
    )
    shown_size: int = setting(
        20,
        "Size shown",
        help="Vectors or items of the shown sequence; predicted sequences (n-grams) have a fixed size",
        group="Measuring",
        live=True,
        low=1,
        high=120,
    )
    shown: int = setting(
        0,
        "Sequence shown",
        help="Which of the held-out sequences is shown",
        group="Measuring",
        live=True,
        low=0,
        high=99,
    )

    @property
    @override
    def trains(self) -> bool:
        return self.learn

    @property
    def rows_needed(self) -> int:
        """The most vectors that a training sequence asks a machine to remember."""
        if self.task == "n-grams":
            return 1
        needed = {"copy": self.length, "repeat-copy": self.repeated, "priority-sort": self.vectors}
        return needed.get(self.task, self.items * VECTORS)

    @property
    def time_steps(self) -> int:
        """T, the number of time steps of the longest training sequence."""
        largest: dict[str, dict[str, int]] = {
            "copy": {"length": self.length},
            "repeat-copy": {"length": self.repeated, "repeats": self.repeats},
            "associative-recall": {"items": self.items},
            "n-grams": {"length": self.stream},
            "priority-sort": {"vectors": self.vectors, "highest": highest(self.vectors)},
        }
        return _time_steps(self.task, largest[self.task])

    @property
    def channels(self) -> tuple[int, int]:
        """Numbers that go in and come out at each time step."""
        if self.task == "associative-recall":
            return RECALLED + 2, RECALLED
        if self.task == "n-grams":
            return 1, 1
        return {"repeat-copy": (self.bits + 2, self.bits + 1)}.get(self.task, (self.bits + 1, self.bits))

    @property
    @override
    def weight_shapes(self) -> Shapes:
        (x, y), u, n = self.channels, self.units, self.locations
        read, h, gated = self.heads * self.width, self.rival_units, self.controller == "lstm"
        g, told = (
            (4 if gated else 1) * u,
            self.heads * (4 * self.width + 12),
        )  # a head writes and reads
        machine: dict[str, tuple[int, ...]] = {
            "controller.input": (x, g),
            "controller.state": (read + u * gated, g),
            "controller.bias": (g,),
            "heads.weight": (u, told),
            "heads.bias": (told,),
            "output.weight": (u + read, y),
            "output.bias": (y,),
            "initial.reads": (read,),
            "initial.weighting": (2 * self.heads, n),
            "initial.memory": (n, self.width),
        }
        if gated:
            machine |= {"initial.hidden": (u,), "initial.cell": (u,)}
        rival: dict[str, tuple[int, ...]] = {"output.weight": (y, h), "output.bias": (y,)}
        for layer in range(1, self.rival_layers + 1):
            rival |= {f"lstm{layer}.input": (4 * h, x if layer == 1 else h), f"lstm{layer}.hidden": (4 * h, h)}
            rival |= {f"lstm{layer}.input_bias": (4 * h,), f"lstm{layer}.hidden_bias": (4 * h,)}
        return prefixed(ntm=machine, best=machine, lstm=rival)

    @property
    @override
    def working_bytes(self) -> int:
        return 15 * self.kept  # with all else that back-propagation needs; as measured

    @property
    def kept(self) -> int:
        """Numbers of memory that back-propagation through time keeps."""
        return self.time_steps * self.batch * self.locations * self.width

    @property
    @override
    def preparing_seconds(self) -> float:
        """As `Settings.preparing_seconds`: both networks go through all sequences on which they are measured."""
        used = {name: shape for name, shape in self.weight_shapes.items() if not name.startswith("best.")}
        weights = sum(math.prod(shape) for name, shape in used.items() if len(shape) == 2 and ".initial." not in name)
        cells = self.heads * self.locations * self.width
        drawn = _DRAWING if self.task == "n-grams" else 0.0
        return self.measured_steps * (drawn + _MULTIPLYING * weights + _REMEMBERING * cells)

    @property
    def measured_steps(self) -> int:
        """The time steps at most of all sequences on which both networks are measured."""
        longer = LONG_ONES * sum(_time_steps(self.task, sizes) for sizes in LONGER[self.task])
        return self.test_sequences * self.time_steps + longer

    @property
    def work(self) -> int:
        """Multiplications of the controller per time step, which decide whether a GPU is worth it."""
        rows = (4 if self.controller == "lstm" else 1) * self.units
        return self.batch * (self.units + self.heads * self.width) * rows


def _time_steps(task: TaskKind, sizes: Mapping[str, int]) -> int:
    """Return the time steps of a sequence of these sizes."""
    if task == "repeat-copy":
        return sizes["length"] * (sizes["repeats"] + 1) + 2
    if task == "associative-recall":
        return (VECTORS + 1) * sizes["items"] + 2 * VECTORS + 2
    if task == "priority-sort":
        return sizes["vectors"] + sizes["highest"]
    return 2 * sizes["length"] + 1 if task == "copy" else sizes["length"] - 1


def highest(vectors: int) -> int:
    """Return how many of a priority sort's vectors are asked for."""
    return max(1, round(vectors * HIGHEST))


LONGER = {  # sizes at which generalization is measured: those of the paper and some between
    "copy": [{"length": length} for length in (10, 20, 30, 40, 50, 80, 120)],
    "repeat-copy": [{"length": a, "repeats": b} for a, b in ((10, 10), (20, 10), (10, 20))],
    "associative-recall": [{"items": items} for items in (6, 8, 10, 12, 15, 20)],
    "n-grams": [{"length": length} for length in (200, 400)],
    "priority-sort": [{"vectors": count, "highest": highest(count)} for count in (10, 20, 30, 40)],
}


TRAINED = {  # the machine and the rival whose trained weights come with the program
    "task": "copy",
    "bits": 8,
    "controller": "lstm",
    "units": 20,
    "heads": 1,
    "locations": 24,
    "width": 8,
    "memory": "random",
    "rival_units": 24,
    "rival_layers": 1,
}


@rules_for(NtmSettings)
def _sizes_of_trained(settings: NtmSettings) -> Iterator[Conflict]:
    if settings.initial == "trained":
        for name, needed in TRAINED.items():
            if (got := getattr(settings, name)) != needed:
                text = "must be {needed} with the trained weights that come with the program, not {got}"
                yield name, say(text, needed=needed, got=got)


@rules_for(NtmSettings)
def _conflicts(settings: NtmSettings) -> Iterator[Conflict]:
    if settings.locations < settings.rows_needed:
        yield (
            "locations",
            say(
                "must be at least {needed}, the vectors to remember in the longest sequence, not {got}",
                needed=settings.rows_needed,
                got=settings.locations,
            ),
        )
    cells = settings.locations * settings.width
    kept = settings.kept
    if kept > KEPT_LIMIT:
        yield (
            "batch",
            say(
                "{batch} sequences of {steps} time steps with {cells} numbers of memory need {kept:.2g} numbers, over"
                " the limit of {limit:.0e}; use at most {most} sequences",
                batch=settings.batch,
                steps=settings.time_steps,
                cells=cells,
                kept=kept,
                limit=KEPT_LIMIT,
                most=KEPT_LIMIT // (settings.time_steps * cells),
            ),
        )
