"""Settings of the story of the Neural Turing Machine: the task, the machine, its training and its rival's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from simulator.engine.computing import DeviceKind, device_setting
from simulator.engine.settings import Conflict, Settings, rules_for, setting
from simulator.engine.text import say

TaskKind = Literal["copy", "repeat-copy", "associative-recall", "n-grams", "priority-sort"]
BITS = ("copy", "repeat-copy", "priority-sort")  # tasks whose vectors may be of any width
VECTORS = 3  # of an item of associative recall
CONTEXT = 5  # bits on which the next one of an n-gram task depends
HIGHEST = 4 / 5  # of the vectors of a priority sort, the share that is asked for
KEPT_LIMIT = 100_000_000  # numbers of memory that a back-propagation through time keeps: about 1.5 GB with all else


class NtmSettings(Settings):
    """What is to be remembered, by which machine, and how it is trained. Rules between settings are checked."""

    steps: int = setting(
        120,
        "Training steps",
        help="Where the run pauses as finished; a step is several updates",
        group="Run",
        low=1,
        high=10_000_000,
        logarithmic=True,
    )
    device: DeviceKind = device_setting()
    task: TaskKind = setting(
        "copy",
        "Task",
        help="copy a sequence; repeat it; recall the item after the one asked for; predict bits; sort by priority",
        group="Task",
    )
    bits: int = setting(8, "Bits", help="Of each vector", group="Task", low=1, high=16, only_for={"task": BITS})
    length: int = setting(
        20,
        "Length up to",
        help="Vectors of a sequence in training, from 1 to this",
        symbol="L",
        group="Task",
        low=1,
        high=60,
        only_for={"task": ["copy"]},
    )
    repeated: int = setting(
        10,
        "Length up to",
        help="Vectors of a sequence that is repeated, from 1 to this",
        symbol="L",
        group="Task",
        low=1,
        high=20,
        only_for={"task": ["repeat-copy"]},
    )
    repeats: int = setting(
        10,
        "Repeats up to",
        help="How often a sequence is asked for, from 1 to this",
        symbol="R",
        group="Task",
        low=1,
        high=20,
        only_for={"task": ["repeat-copy"]},
    )
    items: int = setting(
        6,
        "Items up to",
        help="Of three vectors each, from 2 to this",
        group="Task",
        low=2,
        high=20,
        only_for={"task": ["associative-recall"]},
    )
    stream: int = setting(
        200,
        "Bits of a sequence",
        help="Drawn by a table of probabilities of its own",
        group="Task",
        low=10,
        high=400,
        only_for={"task": ["n-grams"]},
    )
    vectors: int = setting(
        20,
        "Vectors",
        help="Each with a priority; the highest four fifths are asked for in order",
        group="Task",
        low=2,
        high=40,
        only_for={"task": ["priority-sort"]},
    )

    controller: Literal["lstm", "feedforward"] = setting(
        "lstm", "Controller", help="The network that moves the heads", group="Machine"
    )
    units: int = setting(100, "Controller units", help="Hidden units", group="Machine", low=4, high=512)
    heads: int = setting(
        1, "Heads", help="So many that write, and as many that read", symbol="H", group="Machine", low=1, high=8
    )
    locations: int = setting(
        128, "Memory locations", help="Rows of the memory", symbol="N", group="Machine", low=3, high=512
    )
    width: int = setting(20, "Memory width", help="Numbers in a row", symbol="M", group="Machine", low=1, high=128)
    memory: Literal["random", "constant", "learned"] = setting(
        "random",
        "Memory at the start",
        help="random: the same random rows each time; constant: nearly empty; learned: trained too",
        group="Machine",
    )

    optimizer: Literal["rmsprop", "graves", "adam"] = setting(
        "rmsprop",
        "Optimizer",
        help="rmsprop: decay 0.95, momentum 0.9; graves: centred, as published; adam",
        group="Training",
    )
    rate: float = setting(
        3e-4,
        "Learning rate",
        help="Step size of the optimizer",
        group="Training",
        live=True,
        low=1e-6,
        high=0.1,
        logarithmic=True,
    )
    epsilon: float = setting(
        1e-8,
        "Added to the root",
        help="Of RMSprop; 1e-8 is torch's, with 0.01 fewer relapses were seen, and slower beginnings",
        symbol="ε",
        group="Training",
        low=1e-8,
        high=1.0,
        logarithmic=True,
        only_for={"optimizer": ["rmsprop"]},
    )
    clipping: Literal["elements", "norm"] = setting(
        "elements", "Clipping", help="Of each number of the gradient, or of its length", group="Training"
    )
    clip: float = setting(
        10.0, "Gradient clip", help="Largest number, or length", group="Training", low=0.001, high=1e6, logarithmic=True
    )
    batch: int = setting(8, "Batch", help="Sequences of one length in an update", group="Training", low=1, high=64)
    updates: int = setting(
        25, "Updates a step", help="Done between two pictures", group="Training", low=1, high=200, logarithmic=True
    )
    learn: bool = setting(True, "Train", help="Off: machine and rival stay as they are", group="Training", live=True)
    rival: bool = setting(
        True, "Train the LSTM", help="The rival without memory, on the same sequences", group="Rival", live=True
    )
    rival_units: int = setting(
        128, "LSTM units", help="Of each layer; 128 have as many weights as the machine", group="Rival", low=1, high=512
    )
    rival_layers: int = setting(1, "LSTM layers", help="One above the other", group="Rival", low=1, high=3)

    test_sequences: int = setting(
        64, "Held-out sequences", help="Over which bits are averaged", group="Measuring", low=4, high=512
    )
    test_every: int = setting(
        5,
        "Measured every",
        help="Steps between two measurements on held-out and on longer sequences",
        unit="steps",
        group="Measuring",
        low=1,
        high=1000,
    )
    shown_size: int = setting(
        20,
        "Size shown",
        help="Of the sequence whose course is shown: its vectors or items; predicted sequences have their own",
        group="Measuring",
        live=True,
        low=1,
        high=120,
    )
    shown: int = setting(
        0, "Sequence shown", help="Which of the held-out ones", group="Measuring", live=True, low=0, high=99
    )

    @property
    def rows_needed(self) -> int:
        """How many vectors a sequence of the training asks a machine to keep, at most."""
        if self.task == "n-grams":
            return 1
        needed = {"copy": self.length, "repeat-copy": self.repeated, "priority-sort": self.vectors}
        return needed.get(self.task, self.items * VECTORS)

    @property
    def time_steps(self) -> int:
        """T of the longest sequence of the training."""
        return {
            "copy": 2 * self.length + 1,
            "repeat-copy": self.repeated * (self.repeats + 1) + 2,
            "associative-recall": (VECTORS + 1) * self.items + 2 * VECTORS + 2,
            "n-grams": self.stream - 1,
            "priority-sort": self.vectors + highest(self.vectors),
        }[self.task]

    @property
    def work(self) -> int:
        """Multiplications of the controller at a time step: whether a GPU is worth it."""
        rows = (4 if self.controller == "lstm" else 1) * self.units
        return self.batch * (self.units + self.heads * self.width) * rows


def highest(vectors: int) -> int:
    """Return how many of the vectors of a priority sort are asked for."""
    return max(1, round(vectors * HIGHEST))


@rules_for(NtmSettings)
def _conflicts(settings: NtmSettings) -> Iterator[Conflict]:
    if settings.locations < settings.rows_needed:
        yield (
            "locations",
            say(
                "must be at least {needed}: the longest sequences have so many vectors to be kept, not {got}",
                needed=settings.rows_needed,
                got=settings.locations,
            ),
        )
    cells = settings.locations * settings.width
    kept = settings.time_steps * settings.batch * cells
    if kept > KEPT_LIMIT:
        yield (
            "batch",
            say(
                "{batch} sequences of {steps} time steps with {cells} numbers of memory keep {kept:.2g} numbers, over"
                " the limit of {limit:.0e}; at most {most} sequences would do",
                batch=settings.batch,
                steps=settings.time_steps,
                cells=cells,
                kept=kept,
                limit=KEPT_LIMIT,
                most=KEPT_LIMIT // (settings.time_steps * cells),
            ),
        )
