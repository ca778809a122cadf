"""The program's two themes with the styles of every story's methods, for views that no catalog has built."""

from __future__ import annotations

from metascope.simulator.engine.story import all_stories
from metascope.widgets.look import theme

STYLES = {key: style for story in all_stories().values() for key, style in story.looks.items()}
LIGHT, DARK = (one.with_styles(STYLES) for one in (theme.LIGHT, theme.DARK))
