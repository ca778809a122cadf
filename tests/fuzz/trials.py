"""Gives mutated files to the program's own loaders, uses what opens, and counts what came of it."""

from __future__ import annotations

import base64
import gzip
import io
import json
import tempfile
import time
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from PIL import Image
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from metascope.scenes.catalog import build_scene
from metascope.scenes.files.slots import INDEX, Slot
from metascope.scenes.kept.preferences import read_preferences, write_preferences
from metascope.scenes.kept.recent_files import RecentFiles
from metascope.scenes.shell.docks import CLOSABLE, Docks, _seal, read_layout, write_layout
from metascope.scenes.unseen.guard import look_through, try_out
from metascope.simulator.engine.errors import Diverged, UserError
from metascope.simulator.engine.files import presets, weights
from metascope.simulator.engine.files.session import open_session, save
from metascope.simulator.engine.files.session_format.container import read, scan
from metascope.simulator.engine.files.weights import WeightsInfo
from metascope.simulator.engine.history.travel import travel
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories
from metascope.simulator.tasks.images.class_folders import read_class_folders
from metascope.simulator.tasks.images.mnist import read_mnist
from metascope.simulator.tasks.images.omniglot import read_omniglot
from metascope.widgets.look.theme import LIGHT
from tests.fuzz.mutations import (
    bytes_changed,
    header_changed,
    numbers_changed,
    parts_changed,
    text_changed,
    value_changed,
)
from tests.simulator.engine.files.session_format.parts import packed
from tests.simulator.engine.files.session_format.runs import head, recorded

QUICK = ("landscapes", "lstm_cell")  # stories of which any valid settings are built and played in milliseconds
DEEP = 0.05  # share of what opens that is drawn and played too
SLOW = 5.0  # seconds of computing: an input that takes longer is told


@dataclass
class Tally:
    """What came of the inputs, by kind of file."""

    tried: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)  # opened, drawn, saved again and played
    failures: dict[str, str] = field(default_factory=dict)  # what was raised and where -> the input and the traceback
    slow: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [
            f"{kind:<12} {self.tried[kind]:>8} tried {self.refused[kind]:>8} refused {self.used[kind]:>8} used"
            for kind in sorted(self.tried)
        ]
        return "\n".join([*lines, f"{sum(self.tried.values())} inputs, {len(self.failures)} failures", *self.slow])


class Refused(Exception):  # noqa: N818 - an outcome that is allowed
    """The file was refused, with one message."""


def used_simulation(story: str, settings: Settings) -> Simulation | None:
    """Return a simulation that was built, stepped and looked at; None if it takes more than milliseconds."""
    if story not in QUICK:
        return None
    simulation = all_stories()[story].load()(settings)
    step_and_draw(simulation, story, settings)
    return simulation


def step_and_draw(simulation: Simulation, story: str, settings: Settings) -> None:
    """Do a meta-step and draw it."""
    frame = simulation.look()
    try:
        frame = simulation.step()
    except Diverged:
        return
    scene = build_scene(story, settings, LIGHT)
    try:
        for method, _ in scene.methods()[:1]:
            look_through(scene, all_stories()[story].captions, frame, method)
            scene.draw(frame, frame.ticks() - 1, method)
        scene.grab()
    finally:
        scene.deleteLater()


# Each kind of file: how one is made, and how it is opened and used.


def preset_input(random: Random) -> bytes:
    """Return a mutated scenario."""
    return text_changed(random.choice(_documents()), random)


def use_preset(path: Path, deep: bool) -> None:
    """Open a scenario, and write it again."""
    preset = presets.read(path)
    again = presets.parse(json.loads(presets.dumps(preset).encode()), preset.name, "again")
    assert again == preset
    if deep:
        used_simulation(preset.story, preset.settings)


def weights_input(random: Random) -> bytes:
    """Return a mutated file of weights; in one of three only their numbers are changed, with the seal for that."""
    data = random.choice(_weights())
    if random.random() < 0.3:
        return _with_other_numbers(random)
    return bytes_changed(data, random) if random.random() < 0.2 else header_changed(data, random)


def use_weights(path: Path, deep: bool) -> None:
    """Open weights; build their simulation and let it go on from them."""
    info, tensors = weights.load(path)
    again = weights.dump(tensors, info)
    assert len(again) > 0
    if info.story in QUICK:
        simulation = all_stories()[info.story].load()(info.settings)
        simulation.load_weights(tensors)
        if deep:
            step_and_draw(simulation, info.story, info.settings)


def session_input(random: Random) -> bytes:
    """Return a mutated session, whose parts have the checksums that belong to them."""
    return parts_changed(_session_parts(), packed, random)


def use_session(path: Path, deep: bool) -> None:
    """Open a session, read what it holds, write it again, and go on from its end."""
    session = open_session(path)
    try:
        recording = session.recording
        for step in recording.kept_steps()[:: 1 if deep else 5]:
            recording.at(step)
        if not deep:
            return
        try_out(session.head, session.recording, "", LIGHT)
        save(path.with_suffix(".again"), session.head, recording.snapshot())
        simulation = all_stories()[session.head.preset.story].load()(session.head.settings)
        past = recording.snapshot()
        frame = travel(simulation, past, past.step, fresh=session.head.fresh)
        assert frame.step >= 0
        step_and_draw(simulation, session.head.preset.story, simulation.settings)
    finally:
        session.close()


def store_input(random: Random) -> bytes:
    """Return a mutated store of preferences, recent files and the layout of the window."""
    lines = ["[preferences]"]
    for name, value in (("theme", "dark"), ("larger_type", True), ("recording_budget", 128), ("torch_threads", 1)):
        lines.append(f"{name}={_quoted(value_changed(value, random) if random.random() < 0.5 else value)}")
    lines += ["[recent]", f"files={_quoted(value_changed(['/a/b.json', '/c.metascope'], random))}", "[window]"]
    layout = {"geometry": "AdnQ", "docks": "AAAA", "sha256": "0" * 64}
    lines.append(f"layout={_quoted(value_changed(layout, random))}")
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    return bytes_changed(data, random) if random.random() < 0.4 else data


def use_store(path: Path, deep: bool) -> None:
    """Read what is kept between starts, as the window does, and write it again."""
    store = QSettings(str(path), QSettings.Format.IniFormat)
    preferences, problems = read_preferences(store)
    recent = RecentFiles(store)
    [one.exists() for one in recent.paths()]
    write_preferences(store, preferences)
    recent.add(path)
    layout = read_layout(store)
    if layout is not None:
        write_layout(store, layout)
    if problems or recent.problems:
        raise Refused


def layout_input(random: Random) -> bytes:
    """Return the mutated layout of a window, in nine of ten with the seal that belongs to it."""
    parts = dict(_layouts()[random.randrange(len(_layouts()))])
    name = random.choice(("docks", "docks", "docks", "geometry"))
    change = bytes_changed if random.random() < 0.3 else numbers_changed
    parts[name] = change(parts[name], random)
    texts = {key: base64.b64encode(data).decode() for key, data in parts.items()}
    if random.random() < 0.1:
        texts[name] = text_changed(texts[name], random).decode("latin-1")
    seal = _seal(texts["geometry"], texts["docks"]) if random.random() < 0.9 else "0" * 64
    value = {"geometry": texts["geometry"], "docks": texts["docks"], "sha256": seal}
    return f"[window]\nlayout={_quoted(value)}".encode("utf-8", "surrogatepass")


def use_layout(path: Path, deep: bool) -> None:
    """Read the layout of a window and put its docks there, as the window does when it starts."""
    layout = read_layout(QSettings(str(path), QSettings.Format.IniFormat))
    assert layout is not None
    window = _Docked()
    try:
        window.docks.restore(layout)
        window.show()
        QApplication.processEvents()
        window.docks.reset()
    finally:
        window.deleteLater()


def index_input(random: Random) -> bytes:
    """Return a mutated index of a crashed program's runs."""
    run = {"key": 1, "name": "Two tasks", "step": 12, "parent": None, "branched": 0, "current": True}
    return text_changed({"runs": [run, {**run, "key": 2, "parent": 1}]}, random)


def use_index(path: Path, deep: bool) -> None:
    """Read the index of a slot."""
    slot = Slot(path.parent / "slot")
    try:
        (slot.folder / INDEX).write_bytes(path.read_bytes())
        slot.path(1).write_bytes(b"")
        slot.write_index(slot.runs())
    finally:
        slot.release()


def zip_input(random: Random) -> bytes:
    """Return a mutated archive of pictures."""
    return parts_changed(_pictures(), _zipped, random)


def use_zip(path: Path, deep: bool) -> None:
    """Read the pictures of Omniglot."""
    assert read_omniglot(path.rename(path.with_suffix(".zip")), 14).images.dtype == np.uint8


def use_class_folders(path: Path, deep: bool) -> None:
    """Read the same as any class folders."""
    assert read_class_folders(path.rename(path.with_suffix(".zip")), 14).pictures.images.dtype == np.uint8


def idx_input(random: Random) -> bytes:
    """Return mutated pictures of digits, packed or not; labels that belong to them lie beside them."""
    images = random.randbytes(1) * (20 * 8 * 8)
    data = (0x803).to_bytes(4) + (20).to_bytes(4) + (8).to_bytes(4) * 2 + images
    if random.random() < 0.5:
        return bytes_changed(data[:16], random) + data[16:]
    data = gzip.compress(data, mtime=0)
    return bytes_changed(data, random)


def use_idx(path: Path, deep: bool) -> None:
    """Read pictures of digits."""
    folder = path.parent / "mnist"
    folder.mkdir(exist_ok=True)
    path.replace(folder / "train-images-idx3-ubyte")
    labels = bytes(range(10)) * 2
    (folder / "train-labels-idx1-ubyte").write_bytes((0x801).to_bytes(4) + (20).to_bytes(4) + labels)
    assert read_mnist(folder).images.dtype == np.uint8


@dataclass(frozen=True)
class Kind:
    """A kind of file."""

    make: Callable[[Random], bytes]
    use: Callable[[Path, bool], None]
    share: float  # of the inputs


KINDS = {
    "preset": Kind(preset_input, use_preset, 0.4),
    "weights": Kind(weights_input, use_weights, 0.2),
    "session": Kind(session_input, use_session, 0.06),
    "store": Kind(store_input, use_store, 0.12),
    "index": Kind(index_input, use_index, 0.06),
    "layout": Kind(layout_input, use_layout, 0.02),
    "zip": Kind(zip_input, use_zip, 0.04),
    "pictures": Kind(zip_input, use_class_folders, 0.04),
    "idx": Kind(idx_input, use_idx, 0.1),
}


def tried(tally: Tally, folder: Path, seed: int, number: int) -> None:
    """Try one input, which its number and the seed alone decide, and count what came of it."""
    random = Random(f"{seed} {number}")
    (name,) = random.choices(list(KINDS), [kind.share for kind in KINDS.values()])
    path = folder / f"it.{name}"
    path.write_bytes(KINDS[name].make(random))
    tally.tried[name] += 1
    begun = time.process_time()
    try:
        KINDS[name].use(path, random.random() < DEEP)
    except (UserError, Refused):
        tally.refused[name] += 1
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{name}: {type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
        tally.failures.setdefault(place, f"seed {seed}, input {number}\n{traceback.format_exc()}")
    else:
        tally.used[name] += 1
    if (seconds := time.process_time() - begun) > SLOW:
        tally.slow.append(f"{name}: seed {seed}, input {number} took {seconds:.1f} s")


@cache
def _documents() -> Sequence[Any]:
    found = [json.loads(presets.dumps(preset)) for preset in presets.shipped()]
    return [*found, {"metascope": 1, **{k: v for k, v in found[0].items() if k not in ("metascope", "description")}}]


@cache
def _weights() -> Sequence[bytes]:
    story = all_stories()["landscapes"]
    made = [story.load()(story.settings.parse(values)) for values in ({}, {"inner_steps": 3})]
    return [weights.of_simulation(simulation, story.name) for simulation in made]


def _with_other_numbers(random: Random) -> bytes:
    story = all_stories()["landscapes"]
    simulation = story.load()(story.settings.parse({"inner_steps": random.choice((1, 3, 20))}))
    tensors = dict(simulation.weights())
    name = random.choice(list(tensors))
    shape = random.choice((tensors[name].shape, tensors[name].shape, (), (0, 1), (3, 1), (1, 1, 1)))
    size = random.choice((0.0, -0.0, 1.0, -3.0, 1e3, -1e6, 1e6, 1e300, 1e-300, 5e-324))
    kind = torch.float64 if abs(size) > 1e6 else random.choice((torch.float64, torch.float32, torch.int64))
    tensors[name] = torch.full(tuple(shape), size, dtype=torch.float64).to(kind)
    return weights.dump(tensors, WeightsInfo(story.name, simulation.settings, random.choice((0, 3, 10**15)), 1))


@cache
def _session_parts() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "run.metascope"
        edits = [(3, "phi", {"method": "maml", "to": [0.25]}), (5, "inner_rate", 0.3), (8, "bookmark", None)]
        save(path, head(), recorded(12, edits).snapshot())
        with path.open("rb") as file:
            return {member.name: read(file, member) for member in scan(file, path.stat().st_size)}


class _Docked(QMainWindow):
    """A window of docks, with something in each."""

    def __init__(self) -> None:
        super().__init__()
        self.docks = Docks(self, LIGHT)
        for name in (*CLOSABLE, "timeline"):
            self.docks.put(name, QWidget())
        self.docks.show("everything")


@cache
def _layouts() -> Sequence[dict[str, bytes]]:
    """Return layouts as windows keep them: as it begins, with a dock that floats, with docks on another side."""
    window, found = _Docked(), list[dict[str, bytes]]()
    arrangements: list[Callable[[], object]] = [
        lambda: None,
        lambda: window.docks["settings"].setFloating(True),
        lambda: window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.docks["log"]),
        lambda: window.splitDockWidget(window.docks["log"], window.docks["runs"], Qt.Orientation.Vertical),
    ]
    for arrange in arrangements:
        arrange()
        kept = window.docks.layout_kept()
        found.append({"geometry": bytes(kept.geometry.data()), "docks": bytes(kept.docks.data())})
    window.deleteLater()
    return found


@cache
def _pictures() -> dict[str, bytes]:
    found = {}
    for drawing in range(20):
        data = io.BytesIO()
        Image.fromarray(np.full((105, 105), 255 * (drawing % 2), np.uint8)).convert("1").save(data, "PNG")
        found[f"images_background/Greek/character01/0394_{drawing + 1:02}.png"] = data.getvalue()
    return found


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            with warnings.catch_warnings(action="ignore", category=UserWarning):  # a part that stands twice
                archive.writestr(zipfile.ZipInfo(name), content)
    return data.getvalue()


def _quoted(value: object) -> str:
    return '"' + json.dumps(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
