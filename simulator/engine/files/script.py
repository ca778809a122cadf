"""Writes a Python script that repeats a run without the window: settings, seed, and every change made on the way."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pprint import pformat
from typing import Any

from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.steering import Steering
from metascope.simulator.engine.version import version

_WIDTH = 100  # characters of a line

_TEMPLATE = '''\
"""{title}: repeats a run of Metascope {version} without its window, to meta-step {steps}.

{usage}
The same machine, versions and number of threads give the same numbers, bit for bit.
"""

{imports}

prepare_thread({threads})
{settings}
simulation = all_stories()[{story!r}].load()(settings)
{origin}frame = simulation.look()
{loop}
for name, value in frame.metrics.items():
    if not name.startswith("_"):  # what only pictures are drawn from
        print(name, repr(value))
Path('weights.safetensors').write_bytes(of_simulation(simulation, {story!r}))
'''

_LOOP = """\
for _ in range({count}):
    frame = simulation.step()
"""

_STEERED_LOOP = """\
steering = [  # (meta-steps done before, what was changed, its value, whether the gesture continued)
{steering}
]
for step in range({first}, {last} + 1):
    for at, name, value, draft in steering:
        if at == step:
            simulation.change(name, value, draft)
            frame = simulation.look()
    if step < {last}:
        frame = simulation.step()
"""

_ORIGIN = """\
# The run did not start from its settings alone, but from the state in its session file.
origin = open_session(Path(sys.argv[1])).recording.checkpoints[0]
restore_checked(simulation, origin.state)
"""


def script(
    story: str,
    settings: Settings,
    steering: Sequence[Steering],
    steps: int,
    *,
    title: str = "",
    threads: int = 1,
    origin: int | None = None,
) -> str:
    """Return the text of a script that reproduces a run, prints its last metrics and saves its weights.

    Args:
        story: the story's name.
        settings: at the start of the run.
        steering: every change since the start of the run, in order.
        steps: the meta-step to go to.
        title: of the scenario.
        threads: torch threads that the run was trained with.
        origin: the meta-step at which it began from another state than its settings', such as loaded weights; the
            script then reads the state from the run's session file. None where it began from its settings.
    """
    done = [event for event in steering if event.step <= steps]
    return _TEMPLATE.format(
        title=" ".join((title or story).replace("\\", "/").replace('"', "'").split()),
        version=version(),
        steps=steps,
        usage=_usage(origin),
        imports=_imports(origin),
        threads=threads,
        story=story,
        settings=_settings(story, settings),
        origin="" if origin is None else _ORIGIN,
        loop=_loop(done, origin or 0, steps),
    )


def _usage(origin: int | None) -> str:
    if origin is None:
        return "    python run.py\n\nNeeds Metascope's folder as the working directory, or an installed Metascope."
    return (
        f"    python run.py SESSION.metascope\n\nThe run started at meta-step {origin} from a state that settings"
        " cannot give; save its session and name the file.\nNeeds Metascope's folder as the working directory, or an"
        " installed Metascope."
    )


def _imports(origin: int | None) -> str:
    lines = ["from pathlib import Path", "", "from metascope.simulator.engine.computing import prepare_thread"]
    if origin is not None:
        lines = ["import sys", *lines, "from metascope.simulator.engine.files.session import open_session"]
    last = [] if origin is None else ["from metascope.simulator.engine.history.travel import restore_checked"]
    return "\n".join(
        [
            *lines,
            "from metascope.simulator.engine.story import all_stories",
            "from metascope.simulator.engine.files.weights import of_simulation",
            *last,
        ]
    )


def _settings(story: str, settings: Settings) -> str:
    """Return the lines that create the settings: those that differ from the defaults, and the seed."""
    told = {**_plain(settings.differences()), "steps": settings.steps, "seed": settings.seed}
    lines = "".join(f"    {name!r}: {_literal(value, 8)},\n" for name, value in told.items())
    return f"settings = all_stories()[{story!r}].settings.parse({{\n{lines}}})  # the rest are defaults"


def _loop(steering: Sequence[Steering], first: int, last: int) -> str:
    if not steering:
        return _LOOP.format(count=last - first)
    return _STEERED_LOOP.format(steering="\n".join(_events(steering)), first=first, last=last)


def _events(steering: Iterable[Steering]) -> Iterable[str]:
    for event in steering:
        value = _literal(_plain(event.value), 8)
        yield f"    ({event.step}, {event.name!r}, {value}, {event.draft}),"


def _literal(value: object, indent: int) -> str:
    """Return a value as Python code with exact floats."""
    return pformat(value, width=_WIDTH - indent, compact=True, sort_dicts=False).replace("\n", "\n" + " " * indent)


def _plain(value: Any) -> Any:
    """Return a value as JSON represents it, which is how `change` and `parse` accept it."""
    return json.loads(json.dumps(value))
