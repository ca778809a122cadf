"""Defines the settings of a run that another program records: nothing to choose, and what the run holds."""

from __future__ import annotations

from typing import Any

from typing_extensions import override

from metascope.simulator.engine.settings import Settings, setting
from metascope.simulator.stories.own.contents import Contents
from metascope.simulator.stories.own.names import RUN


class OwnSettings(Settings):
    """What the other program recorded. No form shows `contents`: they are the run's, not a person's to choose."""

    steps: int = setting(
        1, "Meta-steps", help="Meta-steps that the program means to record", group="Run", low=1, high=10_000_000
    )
    contents: Contents = Contents()

    @property
    def methods(self) -> tuple[str, ...]:
        """The keys of the methods."""
        return self.contents.methods or (RUN,)

    @property
    @override
    def is_random(self) -> bool:
        return False

    @property
    @override
    def trains(self) -> bool:
        return False


def described(values: Any) -> str:
    """Return a person's own settings in a row, as the run's description tells them."""
    return "; ".join(f"{name} = {value}" for name, value in dict(values).items())
