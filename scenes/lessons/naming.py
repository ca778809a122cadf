"""Lists what a lesson can name of a scenario: settings, methods, views, metrics and actions."""

from __future__ import annotations

import json
from collections.abc import Iterable

import numpy as np

from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.history.rows import Array
from metascope.simulator.engine.settings import Declaration, declarations
from metascope.widgets.look.numbers import written
from metascope.widgets.look.translation import method_text, preset_text, setting_text, translate

LONGEST = 100  # characters of a value that is listed


def names_of(stage: Stage | None, actions: Iterable[tuple[str, str]]) -> str:
    """Return a page with every name, those of the scenario on the stage first.

    Args:
        stage: on which the scenario is, None where there is none.
        actions: ids and texts of the window's actions.
    """
    lines = []
    if stage is None:
        lines.append(
            translate("Lessons", "Open a scenario, and its settings, methods, views and metrics are listed here.")
        )
    else:
        lines += _of_stage(stage)
    lines.append("## " + translate("Lessons", "Scenarios"))
    lines += [f"- `{it.name}`: {preset_text(it.title)}" for it in presets.shipped()]
    lines.append("## " + translate("Lessons", "Actions"))
    lines += [f"- `{id}`: {text}" for id, text in actions]
    return "\n".join(lines)


def gesture_text(name: str, value: object) -> str:
    """Return a gesture as it is written in a lesson."""
    return json.dumps({"change": {"name": name, "such_as": value}}, ensure_ascii=False)


def _of_stage(stage: Stage) -> list[str]:
    scene = stage.scene
    lines = [f"# {preset_text(stage.run.preset.title)} (`{stage.run.preset.name}`)"]
    lines.append("## " + translate("Lessons", "Methods"))
    lines += [f"- `{key}`: {method_text(name)}" for key, name in scene.methods()]
    lines.append("## " + translate("Lessons", "Views"))
    lines += [f"- `{view.name}`: {view.title}" for view in scene.all_views()]
    lines.append("## " + translate("Lessons", "Settings"))
    values = stage.settings.model_dump(mode="json")
    lines += [_setting(one, values[one.name]) for one in declarations(type(stage.settings))]
    lines.append("## " + translate("Lessons", "Metrics"))
    names = stage.run.recording.metrics.names
    lines += [_metric(name, stage.run.recording.metrics.column(name)) for name in names[:200]]
    if not names:
        lines.append(translate("Lessons", "Train one meta-step, and the metrics are listed here."))
    return lines


def _metric(name: str, values: Array) -> str:
    """Return a metric with its newest value, (steps,), as a lesson compares it."""
    measured = values[np.isfinite(values)]
    if not len(measured):
        return f"- `{name}`"
    return f"- `{name}`: " + translate("Lessons", "now `{value}`").format(value=f"{measured[-1]:.4g}")


def _setting(declared: Declaration, value: object) -> str:
    """Return a setting with what it may be, and what it is now as a lesson has it."""
    parts = [setting_text(declared.title)]
    if declared.kind == "flag":
        parts.append("true, false")
    elif declared.choices:
        parts.append(", ".join(json.dumps(choice) for choice in declared.choices))
    elif declared.low is not None and declared.high is not None:
        parts.append(f"{written(declared.low)} … {written(declared.high)}")
    parts.append(translate("Lessons", "at once") if declared.live else translate("Lessons", "needs a new run"))
    now = json.dumps(value, ensure_ascii=False)
    if len(now) <= LONGEST:
        parts.append(translate("Lessons", "now `{value}`").format(value=now))
    return f"- `{declared.name}`: {', '.join(parts)}"
