"""Settings of the story of the memory-augmented network: its episodes, the network, its training and its rival's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from simulator.engine.computing import DeviceKind, device_setting
from simulator.engine.settings import Conflict, Settings, rules_for, setting
from simulator.engine.text import say

DRAWINGS = 20  # of each character, as Omniglot has them
KEPT_LIMIT = 100_000_000  # numbers of memory that a back-propagation through time keeps: about 1.5 GB with all else


class MannSettings(Settings):
    """What is to be recognized, by which network, and how it is trained. Rules between settings are checked."""

    steps: int = setting(
        100,
        "Training steps",
        help="Where the run pauses as finished; a step is several updates",
        group="Run",
        low=1,
        high=10_000_000,
        logarithmic=True,
    )
    device: DeviceKind = device_setting()
    pictures: Literal["glyphs", "omniglot"] = setting(
        "glyphs",
        "Pictures",
        help="glyphs: characters drawn by the program; omniglot: handwritten ones in a folder of yours",
        group="Task",
    )
    folder: str = setting(
        "",
        "Omniglot folder",
        help="The folder or zip file of the official layout, such as images_background.zip",
        group="Task",
        only_for={"pictures": ["omniglot"]},
    )
    characters: int = setting(
        400,
        "Characters",
        help="To train on; as many as a quarter of it are kept apart for validation, and as many for the test",
        group="Task",
        low=20,
        high=2000,
        only_for={"pictures": ["glyphs"]},
    )
    side: int = setting(14, "Picture side", help="Pixels along an edge", unit="pixels", group="Task", low=7, high=28)
    classes: int = setting(5, "Classes", help="Of an episode", symbol="C", group="Task", low=2, high=15)
    images: int = setting(
        10,
        "Images of each",
        help="How often each class is shown in an episode",
        symbol="K",
        group="Task",
        low=2,
        high=20,
    )
    turned: bool = setting(
        True, "Turned classes", help="Each class of an episode is turned by 0, 90, 180 or 270 degrees", group="Task"
    )

    units: int = setting(
        200, "Controller units", help="Of the LSTM that moves the heads", group="Network", low=4, high=512
    )
    heads: int = setting(4, "Heads", help="Each reads and writes", symbol="H", group="Network", low=1, high=8)
    locations: int = setting(
        128, "Memory locations", help="Rows of the memory", symbol="N", group="Network", low=8, high=512
    )
    width: int = setting(40, "Memory width", help="Numbers in a row", symbol="M", group="Network", low=1, high=128)
    decay: float = setting(
        0.95,
        "Usage decay",
        help="How slowly it is forgotten that a row was used",
        symbol="γ",
        group="Network",
        low=0.0,
        high=1.0,
    )
    sharpness: float = setting(
        10.0,
        "Read sharpness",
        help="How much a row's likeness to the key counts in reading; 1 as in the paper's equations",
        group="Network",
        low=1.0,
        high=100.0,
        logarithmic=True,
    )
    writes: Literal["own", "key"] = setting(
        "own",
        "What is written",
        help="own: a vector of its own, as programs have it; key: the key that is read by, as the paper writes",
        group="Network",
    )

    optimizer: Literal["adam", "rmsprop", "graves"] = setting(
        "rmsprop",
        "Optimizer",
        help="adam; rmsprop: decay 0.95, momentum 0.9; graves: centred, as published",
        group="Training",
    )
    rate: float = setting(
        5e-4,
        "Learning rate",
        help="Step size of the optimizer",
        group="Training",
        live=True,
        low=1e-6,
        high=0.1,
        logarithmic=True,
    )
    clipping: Literal["elements", "norm"] = setting(
        "norm", "Clipping", help="Of each number of the gradient, or of its length", group="Training"
    )
    clip: float = setting(
        10.0, "Gradient clip", help="Largest number, or length", group="Training", low=0.001, high=1e6, logarithmic=True
    )
    batch: int = setting(16, "Batch", help="Episodes in an update", group="Training", low=1, high=64)
    updates: int = setting(
        10, "Updates a step", help="Done between two pictures", group="Training", low=1, high=200, logarithmic=True
    )
    learn: bool = setting(True, "Train", help="Off: network and rival stay as they are", group="Training", live=True)
    rival: bool = setting(
        True, "Train the LSTM", help="The rival without memory, on the same episodes", group="Rival", live=True
    )
    rival_units: int = setting(200, "LSTM units", help="Of its one layer", group="Rival", low=1, high=512)

    judged_on: Literal["validation", "test"] = setting(
        "validation",
        "Judged on",
        help="Characters never trained on; the best weights are chosen by those for validation",
        group="Measuring",
    )
    test_episodes: int = setting(
        64, "Held-out episodes", help="Over which accuracy is averaged", group="Measuring", low=4, high=512
    )
    test_every: int = setting(
        5,
        "Measured every",
        help="Steps between two measurements on held-out episodes",
        unit="steps",
        group="Measuring",
        low=1,
        high=1000,
    )
    shown: int = setting(
        0, "Episode shown", help="Which of the held-out ones", group="Measuring", live=True, low=0, high=99
    )

    @property
    def time_steps(self) -> int:
        """T of an episode."""
        return self.classes * self.images

    @property
    def work(self) -> int:
        """Multiplications of the controller at a time step: whether a GPU is worth it."""
        return self.batch * (self.units + self.heads * self.width) * 4 * self.units


@rules_for(MannSettings)
def _conflicts(settings: MannSettings) -> Iterator[Conflict]:
    if settings.pictures == "glyphs" and settings.characters // 4 < settings.classes:
        text = "must be at least {least}: an episode takes {classes} of the quarter that is kept apart; not {got}"
        yield "characters", say(text, least=4 * settings.classes, classes=settings.classes, got=settings.characters)
    if settings.locations < settings.heads:
        text = "must be at least {heads}, one for each head to write to, not {got}"
        yield "locations", say(text, heads=settings.heads, got=settings.locations)
    cells = settings.locations * settings.width
    kept = settings.time_steps * settings.batch * cells
    if kept > KEPT_LIMIT:
        yield (
            "batch",
            say(
                "{batch} episodes of {steps} time steps with {cells} numbers of memory keep {kept:.2g} numbers, over"
                " the limit of {limit:.0e}; at most {most} episodes would do",
                batch=settings.batch,
                steps=settings.time_steps,
                cells=cells,
                kept=kept,
                limit=KEPT_LIMIT,
                most=KEPT_LIMIT // (settings.time_steps * cells),
            ),
        )
