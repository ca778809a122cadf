"""Saves and reads the metrics, weights, session and preset of a run in files that the person chooses."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from metascope.scenes.runs.run import Run
from metascope.simulator.engine.computing import FOLDER, on_this_machine, prepare_thread, unavailable
from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.files.tables import write_table
from metascope.simulator.engine.files.weights_header import read_info
from metascope.simulator.engine.running.building import Building, watched
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation, Weights
from metascope.simulator.engine.story import all_stories, require_trained
from metascope.simulator.engine.sweeps.folder import SWEEP, is_sweep_folder
from metascope.simulator.engine.text import Message, readable, say
from metascope.widgets.look.translation import translate

if TYPE_CHECKING:
    from metascope.simulator.engine.files.session import Session

Kind = Literal["json", "metascope", "safetensors", "sweep"]
OPENED: tuple[Kind, ...] = ("json", "metascope", "safetensors")  # presets, sessions, weights
_PATIENCE = 10.0  # seconds that saving a session waits for the meta-step under way
_PRESET, _SESSION, _WEIGHTS = OPENED


def kind_of(path: Path) -> Kind:
    """Return the kind of a file by its suffix or, if that is unknown, by its first bytes; a sweep is a folder.

    Raises:
        UserError: it is another folder, cannot be read, or is of no kind that can be opened.
    """
    if path.is_dir():
        if is_sweep_folder(path):
            return "sweep"
        raise refuse(str(path), say("must be a file, or a sweep's folder, which has {name} in it", name=SWEEP))
    suffix = path.suffix.lower().removeprefix(".")
    for kind in OPENED:
        if suffix == kind:
            return kind
    head = _beginning(path)
    if head.startswith(b"PK\x03\x04"):
        return _SESSION
    if head[8:9] == b"{" and int.from_bytes(head[:8], "little") < 1 << 32:
        return _WEIGHTS
    if head.lstrip().startswith(b"{"):
        return _PRESET
    raise refuse(
        str(path),
        say("must be a scenario or a lesson (.json), a session (.metascope) or a weights file (.safetensors)"),
    )


def _beginning(path: Path) -> bytes:
    if not path.is_file() and path.exists():
        raise refuse(str(path), say("must be a regular file"))
    try:
        with path.open("rb") as file:
            return file.read(64)
    except OSError as error:
        raise refuse(str(path), say("cannot be read: {reason}", reason=error.strerror or error)) from None


def save_metrics(run: Run, path: Path, european: bool = False) -> None:
    """Write all metrics so far as CSV (see `write_table`), or as JSON if the path ends in .json.

    Raises:
        UserError: the file cannot be written.
    """
    metrics = run.recording.metrics
    if path.suffix.lower() == ".json":
        atomic_write(path, metrics.json().encode())
    else:
        write_table(path, metrics.csv(), european)


def save_preset(run: Run, settings: Settings, path: Path, page: str = "") -> None:
    """Write the scenario with its current settings, and the page on which it opens.

    Raises:
        UserError: the file cannot be written, or another program recorded the run.
    """
    require_trained(run.preset.story)
    atomic_write(path, presets.dumps(replace(run.preset, settings=settings, page=page)).encode())


def save_session(run: Run, path: Path) -> Future[None]:
    """Write the whole run as it is now, on a thread of its own while training continues.

    The future raises a UserError if the file cannot be written.
    """
    head = run.head(path.stem)

    def write() -> None:
        from metascope.simulator.engine.files.session import save  # needed only to save a session

        save(path, head, run.runner.snapshot(_PATIENCE))

    worker = ThreadPoolExecutor(1, thread_name_prefix="metascope-saving")
    future = worker.submit(write)
    worker.shutdown(wait=False)  # ends once it is done
    return future


def read_session(path: Path, budget: int) -> Session:
    """Return the session in a file; its frames are read on demand.

    Raises:
        UserError: every problem of the file.
    """
    from metascope.simulator.engine.files.session import open_session  # needed only to open a session

    return open_session(path, budget)


def save_weights(run: Run, path: Path) -> Future[None]:
    """Write the weights between two meta-steps, on the worker's thread, which has torch.

    The future raises a UserError if the file cannot be written.

    Raises:
        UserError: another program recorded the run, and its weights are not in it.
    """
    require_trained(run.preset.story)

    def write(simulation: Simulation) -> None:
        from metascope.simulator.engine.files import weights  # imports torch, so only in the worker

        atomic_write(path, weights.of_simulation(simulation, run.preset.story))

    return run.runner.ask(write)


@dataclass(frozen=True, eq=False)
class OpenedWeights:
    """The weights of a file, and the simulation that has them."""

    preset: Preset  # the scenario in which they were trained
    weights: Weights
    notice: Message | None  # what is otherwise on this machine: no GPU
    simulation: Simulation | None  # None: their data's folder is missing; whether they fit turns out once it is back


def read_weights(path: Path) -> tuple[Preset, Weights, Message | None]:
    """Return the scenario in which the weights of a file were trained, the weights for `start_run`, and a notice.

    The notice says what is otherwise on this machine: no GPU. Imports torch.

    Raises:
        UserError: every problem of the file.
    """
    from metascope.simulator.engine.files import weights  # imports torch, needed only to open weights

    info, tensors = weights.load(path)
    settings, notice = on_this_machine(info.settings)
    preset = Preset(
        name=readable(path.stem),
        story=info.story,
        title=translate("Saving", "Weights of {name}").format(name=readable(path.name)),
        description=translate("Saving", "Trained for {step:,} meta-steps with seed {seed}.").format(
            step=info.step, seed=info.seed
        ),
        expected_seconds=10,
        pace=None,
        order=0,
        settings=settings,
    )
    return preset, tensors, notice


def build(path: Path, threads: int, building: Building) -> Future[OpenedWeights]:
    """Read the weights of a file and build their simulation, on a thread of its own: it may take minutes.

    The header is read at once: what it shows to be wrong is not even begun. The future raises a UserError that says why
    the weights do not fit the settings stored with them, or that `building`, which watches the thread, was cancelled.

    Raises:
        UserError: what is wrong with the header.
    """
    read_info(path)

    def make() -> OpenedWeights:
        prepare_thread(threads)
        preset, weights, notice = read_weights(path)
        if unavailable(preset.settings) == FOLDER:
            return OpenedWeights(preset, weights, notice, None)
        try:
            with watched(building):
                simulation = all_stories()[preset.story].load()(preset.settings)
                simulation.load_weights(weights)
        except UserError as error:
            raise UserError(Problem(f"{path}: {it.where}", it.message) for it in error.problems) from None
        except (MemoryError, RuntimeError) as error:  # torch says by the latter that there is no memory
            reason = " ".join(str(error).split())[:160] or type(error).__name__
            raise refuse(str(path), say("cannot be built: {reason}", reason=reason)) from None
        return OpenedWeights(preset, weights, notice, simulation)

    worker = ThreadPoolExecutor(1, thread_name_prefix="metascope-building")
    future = worker.submit(make)
    worker.shutdown(wait=False)  # ends once it is done
    return future
