"""The option by which the author of a plug-in runs the contract tests on one story alone."""

from __future__ import annotations

import pytest

from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.story import Story


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--story", metavar="NAME", help="of the contract tests run those of this story, a plug-in's or not"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wanted = config.getoption("--story", None)
    if wanted is not None:
        others = [item for item in items if not _is_about(item, str(wanted))]
        items[:] = [item for item in items if item not in others]
        config.hook.pytest_deselected(items=others)


def _is_about(item: pytest.Item, story: str) -> bool:
    """Tell whether a test is of a story or of its scenarios; those of all stories together are of each one."""
    values = item.callspec.params.values() if isinstance(item, pytest.Function) and hasattr(item, "callspec") else ()
    names = {value.name for value in values if isinstance(value, Story)}
    names |= {value.story for value in values if isinstance(value, Preset)}
    return names == {story} or not (names or item.path.name.startswith("test_claims"))
